// The origin of one good: what is asked, what is answered, and what each answer rests on.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { file } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { LinesPage } from "../pages/lines.mjs";
import { see } from "../pages/see.mjs";

const heater = { id: 1, kind: "good", description: "Heaters", quantity: "1", unit_price: "200.00", origin_by: "rules" };

journey("each fact that is missing is named until none is", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: file({ title: "One good", rule_set: "annex", lines: [heater] }) });
  const origin = await lines.toOriginOf(1);
  await origin.assertAnswer("unknown");
  await site.page.getByText("Enter the HS code to see the rule.").waitFor();
  await origin.type(origin.code(), "8516.21");
  await site.page.getByText(/A change to subheading 8516\.21 from subheading 8516\.90/).first().waitFor();
  await origin.assertAnswer("unknown");
  await origin.made("yes");
  await origin.assertAnswer("unknown");
  await origin.addMaterial("Parts", "8516.90", "");
  await origin.allListed();
  await origin.assertAnswer("unknown");
  await origin.type(origin.materialField(1, "value"), "80.00");
  await origin.assertAnswer("unknown");
  await origin.button(origin.say.useUnitPrice).click();
  await origin.assertAnswer("yes");
  assert.equal(await origin.field(origin.say.transactionValue).inputValue(), "200.00");
  await see(async () => (await origin.contents())[0], ["Transaction value", "$200.00", "$80.00", "60.00 %", "60 %", "Yes"]);

  // With a cent more of foreign value only the other method could still pass, and nobody has said its cost.
  await origin.type(origin.materialField(1, "value"), "80.01");
  await see(async () => (await origin.contents())[0], ["Transaction value", "$200.00", "$80.01", "59.99 %", "60 %", "No"]);
  await origin.assertAnswer("unknown");
  await origin.field(origin.say.method).selectOption({ label: origin.say.methods.transaction_value });
  await origin.assertAnswer("no");
  await origin.materialField(1, "from").selectOption({ label: "Canada" });
  await origin.assertAnswer("yes");
  await origin.made("no");
  await origin.assertAnswer("no");
  await origin.made("unknown");
  await origin.assertAnswer("unknown");
  await site.assertAccessible();
});

// An air conditioner of two foreign materials, one of them under a subheading that a described good divides.
const conditioner = {
  code: "8415.10",
  made_in_canada: "yes",
  transaction_value: "1000.00",
  shipment_included: "40.00",
  all_listed: true,
  materials: [
    { id: 1, description: "Casting", code: "8415.90", value: "300.00", charges: { freight: "20.00", included: "yes", documented: "yes" } },
    { id: 2, description: "Controls", code: "8537.10", value: "30.00" },
  ],
};

for (const lang of ["en", "fr"]) {
  journey(`questions come one at a time, ${lang}`, { lang }, async (site) => {
    const home = await HomePage.open(site);
    const unit = { id: 1, kind: "good", description: "Units", quantity: "1", unit_price: "1000.00", origin_by: "rules", good: conditioner };
    const lines = await home.openFile({ text: file({ title: "Units", lines: [unit] }) });
    const origin = await lines.toOriginOf(1);
    await origin.assertAnswer("unknown");
    const asked = [];
    // Nobody knows the first; each other one is denied. The questions that were asked keep their place and answer.
    const { doNotKnow, no } = { en: { doNotKnow: "I don’t know", no: "No" }, fr: { doNotKnow: "Je ne sais pas", no: "Non" } }[lang];
    for (let turn = 0; turn < 3; turn += 1) {
      await see(async () => (await origin.asks()).length, turn + 1);
      const seen = await origin.asks();
      assert.deepEqual(seen.slice(0, turn), asked);
      assert.equal(seen[turn][1], null);
      if (turn === 1) {
        // Fields that show what is stored, as after a change of the list, answer nothing.
        await origin.button(origin.say.addMaterial).click();
        await site.page.locator("[data-do=delete-material]").last().click();
        await see(async () => (await origin.asks()).at(turn), seen[turn]);
        await origin.undoFromToast();
        await site.page.locator("[data-do=delete-material]").last().click();
        await see(() => origin.asks(), seen);
      }
      const answer = turn === 0 ? doNotKnow : no;
      await origin.choose(seen[turn][0], answer);
      asked.push([seen[turn][0], answer]);
    }
    await see(() => origin.asks(), asked);
    await site.assertAccessible();
    // What nobody knew is still so after a reload, and is not asked again.
    await origin.saved();
    await origin.reload();
    await see(() => origin.asks(), asked);
  });
}

journey("a bill of two thousand materials is shown in pieces, and what is folded is fetched when it is opened", async (site) => {
  const home = await HomePage.open(site);
  const materials = Array.from({ length: 2000 }, (_, index) => ({ id: index + 1, description: `Part ${index + 1}`, code: "8537.10", value: "0.01" }));
  const unit = { id: 1, kind: "good", description: "Units", quantity: "1", unit_price: "1000.00", origin_by: "rules", good: { ...conditioner, materials } };
  const lines = await home.openFile({ text: file({ title: "Units", lines: [unit] }) });
  const origin = await lines.toOriginOf(1);
  await origin.assertAnswer("unknown");
  await site.page.getByText("Rows 1 to 200 of 2000").waitFor();
  assert.equal(await origin.materialField(201, "value").count(), 0);
  // A fold that was opened stays that of its material.
  const opened = () => site.page.locator(".details details[open] > summary").allInnerTexts();
  await site.page.getByText("More about Part 7", { exact: true }).click();
  await see(opened, ["More about Part 7"]);
  await origin.button("Rows after").click();
  await site.page.getByText("Rows 201 to 400 of 2000").waitFor();
  await see(opened, []);
  await origin.type(origin.materialField(201, "value"), "7.00");
  assert.equal(await origin.materialField(1, "value").count(), 0);
  // A new one stands in the last piece, and has the focus.
  await origin.button(origin.say.addMaterial).click();
  await site.page.getByText("Rows 2001 to 2001 of 2001").waitFor();
  await site.page.keyboard.type("Two thousand and one");
  assert.equal(await origin.materialField(2001, "name").inputValue(), "Two thousand and one");
  // Folds are those of the materials that are shown. By keyboard: what is asked about one comes when its fold is opened.
  assert.equal(await site.page.getByText("More about Part 7", { exact: true }).count(), 0);
  const fold = site.page.locator("details", { has: site.page.getByText("More about Two thousand and one", { exact: true }) });
  assert.equal(await fold.locator("select, input").count(), 0);
  await fold.locator("summary").focus();
  await site.page.keyboard.press("Enter");
  await fold.getByLabel("Freight, insurance, packing ($)").fill("3.00");
  await see(() => fold.getByLabel("Freight, insurance, packing ($)").inputValue(), "3.00");
  // Where a row is taken away the focus stays.
  await origin.button("Rows before").click();
  await site.page.getByText("Rows 1801 to 2000 of 2001").waitFor();
  await site.page.getByRole("button", { name: "Delete material 1900" }).press("Enter");
  await see(() => site.page.evaluate(() => document.activeElement.value), "Part 1901");
});

journey("a bill of a hundred thousand materials of which little is known is judged, shown in pieces, and taken away whole", async (site) => {
  const all = 100_000;
  const home = await HomePage.open(site);
  const materials = Array.from({ length: all }, (_, index) => ({ id: index + 1, description: `Part ${index + 1}`, value: "0.01" }));
  const unit = { id: 1, kind: "good", description: "Units", quantity: "1", unit_price: "1000.00", origin_by: "rules", good: { ...conditioner, materials } };
  await home.choose({ text: file({ title: "Units", lines: [unit] }) });
  await site.page.locator(".grid-lines").waitFor({ timeout: 60_000 });
  const lines = new LinesPage(site);
  const origin = await lines.toOriginOf(1);
  await site.page.getByText(`Rows 1 to 200 of ${all}`).waitFor();
  await site.page.locator(".answer p", { hasText: /the HS code of Part 1;.* and more: \d+/ }).waitFor({ timeout: 60_000 });
  await origin.assertAnswer("unknown");
  // Nobody scrolls past a hundred thousand of anything.
  assert.ok((await site.page.locator("*").count()) < 40_000);
  await origin.type(origin.materialField(3, "code"), "8537.10");
  // The browser has no room for it; the file has, and is opened again.
  assert.match(await origin.keeping(), /Storage is full/);
  const { text } = await (await origin.toResult()).download();
  const kept = JSON.parse(text).draft.lines[0].good.materials;
  assert.deepEqual([kept.length, kept[2].code, kept.at(-1).description], [all, "8537.10", `Part ${all}`]);
  await site.go("#/");
  await home.title().waitFor();
  await home.choose({ text });
  await site.page.locator(".grid-lines").waitFor({ timeout: 60_000 });
  await lines.toOriginOf(1);
  await site.page.getByText(`Rows 1 to 200 of ${all}`).waitFor();
  assert.equal(await origin.materialField(3, "code").inputValue(), "8537.10");
});

journey("a worksheet shows each adjustment", async (site) => {
  const home = await HomePage.open(site);
  const unit = { id: 1, kind: "good", description: "Units", quantity: "1", unit_price: "1000.00", origin_by: "rules", good: conditioner };
  const lines = await home.openFile({ text: file({ title: "Units", lines: [unit] }) });
  const origin = await lines.toOriginOf(1);
  await origin.assertAnswer("unknown");
  const steps = await origin.worksheet("Worksheet: Transaction value");
  const written = "SOR/2020-155 (2025-07-24), section ";
  assert.deepEqual(steps.slice(0, 8), [
    ["Price of one unit", "$1,000.00", ""],
    ["less transport from the point of direct shipment on, and packing for shipment, that it includes", "$40.00", `${written}7(2)`],
    ["Transaction value, adjusted", "$960.00", `${written}7(2)`],
    ["Casting", "$300.00", ""],
    ["less freight, insurance and packing of Casting", "$20.00", `${written}8(1), (2), (3)`],
    ["Controls", "$30.00", ""],
    ["Value of non-originating materials", "$310.00", `${written}8(1), (2), (3)`],
    ["Content: ($960.00 − $310.00) ÷ $960.00, rounded down", "67.70 %", ""],
  ]);
  await site.assertAccessible();
});

journey("today's rules ask what only a person can answer", async (site) => {
  const home = await HomePage.open(site);
  const material = { id: 1, description: "Unfinished desks", code: "9403.30", value: "90.00" };
  const desk = { id: 1, kind: "good", description: "Desks", quantity: "1", unit_price: "150.00", origin_by: "rules" };
  desk.good = { code: "9403.30", made_in_canada: "yes", transaction_value: "150.00", materials: [material], all_listed: true };
  const lines = await home.openFile({ text: file({ title: "Desks", lines: [desk] }) });
  const origin = await lines.toOriginOf(1);
  await origin.assertAnswer("unknown");
  await site.page.getByRole("group", { name: origin.say.relation("Unfinished desks"), exact: true }).waitFor();
  await site.assertAccessible();
  await origin.isNeither("Unfinished desks");
  await origin.assertAnswer("no");
  await origin.assertCites();
});

journey("a chapter that is not loaded cannot be told, and is never a no", async (site) => {
  const home = await HomePage.open(site);
  const good = { code: "0101.21", made_in_canada: "yes", all_listed: true, materials: [{ id: 1, description: "Foal", code: "0101.21", value: "10" }] };
  const lines = await home.openFile({ text: file({ title: "Horses", rule_set: "annex", lines: [{ ...heater, description: "Horses", good }] }) });
  const origin = await lines.toOriginOf(1);
  await origin.assertAnswer("unknown");
  await site.page.getByText("No rule for this code in the set loaded here.").waitFor();
});

journey("what is stated rests on a named basis and asks for a note", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: file({ title: "Stated", lines: [{ ...heater, origin_by: "unknown" }] }) });
  const origin = await lines.toOriginOf(1);
  await origin.state("yes", "supplier");
  await origin.assertAnswer("yes");
  const note = origin.field(origin.say.note);
  await see(async () => (await origin.said(note)).text, /Say whose statement it is/);
  await site.assertAccessible();
  await origin.type(note, "Letter of Acme, 2026-11-22");
  await see(async () => (await origin.said(note)).text, "");
  await see(async () => (await origin.reasons()).join(" "), /Letter of Acme, 2026-11-22/);
  const result = await origin.toResult();
  await result.assertSays("Met", "100.00 % is Canadian");
});

journey("the result's lines lead to their origin, and back keeps the place", async (site) => {
  const lines = await (await HomePage.open(site)).openExample();
  await lines.sees("Not met 61.85 %");
  const result = await lines.toResult();
  await site.page.getByRole("link", { name: "Metal swivel chairs" }).click();
  await see(() => result.heading(), "Metal swivel chairs");
  await site.page.goBack();
  await result.assertSays("Not met");
  await site.page.goForward();
  await see(() => result.heading(), "Metal swivel chairs");
});
