// Rows from a spreadsheet.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { plain, see } from "../pages/see.mjs";

journey("rows copied from a spreadsheet become lines, with or without a heading", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  // An empty bid has a place for it.
  const place = site.page.locator("[data-paste]");
  await lines.paste(place, "Description\tQuantity\tUnit price\r\nDesks\t100\t$150.00\r\nChairs\t1,000\t25.5\r\n");
  await see(async () => (await lines.read()).map((line) => line.slice(0, 4)), [["Desks", "100", "150.00", "15,000.00"], ["Chairs", "1,000", "25.5", "25,500.00"]]);
  assert.match(await lines.toast().innerText(), /Rows pasted: 2\./);
  await site.assertAccessible();
  await lines.undoFromToast();
  await see(() => lines.count(), 0);

  // Into an empty line: it takes the first row; the others follow it.
  await lines.add("good", "First", "1", "1");
  await lines.button("Add a good").click();
  await lines.assertFocus(lines.cell(2, "description"));
  await lines.paste(lines.cell(2, "description"), "Lamps\t10\t20\nShelves\tmany\t30\n\nRugs\t3\t");
  await see(async () => (await lines.read()).map((line) => line.slice(0, 4)), [
    ["First", "1", "1", "1.00"],
    ["Lamps", "10", "20", "200.00"],
    ["Shelves", "many", "30", "—"],
    ["Rugs", "3", "", "—"],
  ]);
  await lines.assertWrong(lines.cell(3, "quantity"), /not a number/);
  await lines.saved();
  await lines.reload();
  await see(() => lines.count(), 4);

  // A plain text is pasted as it is.
  await lines.paste(lines.cell(4, "description"), "Persian ");
  await see(() => lines.cell(4, "description").inputValue(), /Persian/);
  assert.equal(await lines.count(), 4);
});

journey("rows written the French way", { lang: "fr" }, async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.paste(site.page.locator("[data-paste]"), "Bureaux\t100\t1 150,50 $\nChaises\t2,5\t1,200\n");
  await see(async () => (await lines.read()).map((line) => line.slice(0, 4)), [["Bureaux", "100", "1 150,50", "115 050,00"], ["Chaises", "2,5", "1,200", "—"]]);
  await lines.assertWrong(lines.cell(2, "price"), /deux nombres différents/);
});

const asked = {
  en: {
    heading: "Part\tHS code\tCost (CAD)\tSupplier\r\n",
    rows: "Steel tube\t7306.30\t$1,250.50\tAcme\r\nFoam\tnone yet\t\t\r\n\r\nFabric, cotton\t5208.11\t3\r\n",
    said: /Rows pasted: 3\. The first row was read as a heading\. Columns after the third were left out/,
    values: ["1,250.50", "", "3"],
    deleted: /Foam deleted/,
  },
  fr: {
    heading: "Pièce\tCode\tCoût\tFournisseur\r\n",
    rows: "Steel tube\t7306.30\t1 250,50 $\tAcme\r\nFoam\tnone yet\t\t\r\n\r\nFabric, cotton\t5208.11\t3\r\n",
    said: /Rangées collées : 3\. La première rangée a été lue comme un en-tête\. Les colonnes après la troisième/,
    values: ["1 250,50", "", "3"],
    deleted: /Foam : ligne supprimée/,
  },
};
for (const lang of ["en", "fr"]) {
  journey(`a bill of materials copied from a spreadsheet, ${lang}`, { lang }, async (site) => {
    const { heading, rows, said, values, deleted } = asked[lang];
    const lines = await (await HomePage.open(site)).newBid();
    await lines.add("good", "Chairs", "1", "4000");
    const origin = await lines.toOriginOf(1);
    await origin.known("rules");
    await origin.addMaterial("Bolts", "7318.15", "2");
    await origin.button(origin.say.addMaterial).click();
    const read = async (name) => {
      const count = await site.page.locator("[data-field=material]").count();
      return Promise.all(Array.from({ length: count }, (_, index) => origin.materialField(index + 1, name).inputValue().then(plain)));
    };
    // The empty row takes the first; the others follow it.
    await origin.paste(origin.materialField(2, "name"), heading + rows);
    await see(() => read("name"), ["Bolts", "Steel tube", "Foam", "Fabric, cotton"]);
    await see(() => read("code"), ["7318.15", "7306.30", "none yet", "5208.11"]);
    await see(() => read("value"), ["2", ...values]);
    await see(() => origin.toast().innerText().then(plain), said);
    await origin.assertWrong(origin.materialField(3, "code"), /./);
    await site.assertAccessible();
    // One of them goes, with the focus on the one after it, and comes back with what it was.
    await site.page.locator("[data-do=delete-material]").nth(2).press("Enter");
    await see(() => read("name"), ["Bolts", "Steel tube", "Fabric, cotton"]);
    await see(() => origin.toast().innerText().then(plain), deleted);
    await origin.assertFocus(origin.materialField(3, "name"));
    await origin.undoFromToast();
    await see(() => read("code"), ["7318.15", "7306.30", "none yet", "5208.11"]);
    // Between two rows, without a heading; kept, and there again.
    await origin.paste(origin.materialField(1, "name"), "Nuts\t7318.16\t1\nGlue\t3506.91\t0.5");
    const all = ["Bolts", "Nuts", "Glue", "Steel tube", "Foam", "Fabric, cotton"];
    await see(() => read("name"), all);
    await origin.saved();
    await origin.reload();
    await see(() => read("name"), all);
    // With the last row goes the word that all are listed, and the focus to what adds one.
    await origin.allListed();
    const deletes = site.page.locator("[data-do=delete-material]");
    for (let left = all.length - 1; left >= 0; left -= 1) {
      await deletes.first().click();
      await see(() => deletes.count(), left);
    }
    await see(() => origin.field(origin.say.allListed).isChecked(), false);
    await origin.assertFocus(origin.button(origin.say.addMaterial));
  });
}

journey("a thousand lines stay usable", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  const rows = Array.from({ length: 1000 }, (_, index) => `Item ${index + 1}\t2\t1.25`);
  await lines.paste(site.page.locator("[data-paste]"), rows.join("\n"));
  await see(() => lines.count(), 1000);
  await see(async () => (await lines.totals())[0], "2,500.00");
  const price = lines.cell(1000, "price");
  await price.scrollIntoViewIfNeeded();
  await lines.type(price, "101.25");
  await see(async () => (await lines.totals())[0], "2,700.00");
  await see(() => lines.amount(1000), "202.50");
  await site.page.keyboard.press("Enter");
  await lines.assertFocus(lines.cell(1001, "description"));
  await lines.delete(1001);
  await lines.delete(500);
  await see(() => lines.count(), 999);
  await lines.saved();
  await lines.reload();
  await see(async () => (await lines.totals())[0], "2,697.50");
  const result = await lines.toResult();
  await result.assertSays("Cannot tell yet", "between 0.00 % and 100.00 %");
});
