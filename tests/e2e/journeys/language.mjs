// Both official languages, at every moment.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { storedDrafts } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

journey("switching the language keeps the screen and everything typed, half-typed numbers too", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.type(lines.name(), "Desks for Gatineau");
  await lines.add("good", "Desks", "1,200", "1,234.50");
  await lines.add("good", "Chairs", "12 or so", "7.5");
  await lines.assertWrong(lines.cell(2, "quantity"), /not a number/);
  await see(() => site.page.title(), "Lines · Canadian Content Calculator");

  await lines.switchLanguage();
  await see(() => site.page.title(), "Lignes · Calculateur de contenu canadien");
  assert.equal(await lines.name().inputValue(), "Desks for Gatineau");
  await see(() => lines.read(), [
    ["Desks", "1 200", "1 234,50", "1 481 400,00", "Impossible à dire pour l’instant"],
    ["Chairs", "12 or so", "7,5", "—", "Impossible à dire pour l’instant"],
  ]);
  await lines.assertWrong(lines.cell(2, "quantity"), /pas un nombre/);
  assert.doesNotMatch(await lines.text(), /Unit price|Total bid|Cannot tell|Undo/);
  await site.assertAccessible();

  await lines.type(lines.cell(2, "quantity"), "1 000,5");
  await see(() => lines.amount(2), "7 503,75");
  await lines.saved();
  const [text] = Object.values(await storedDrafts(site));
  assert.deepEqual(JSON.parse(text).draft.lines.map((line) => [line.quantity, line.unit_price]), [["1200", "1234.50"], ["1000.5", "7.5"]]);

  // The language is remembered, and a number means the same in the other.
  await lines.reload();
  await site.page.locator("html[lang=fr]").waitFor();
  await lines.switchLanguage();
  await see(async () => (await lines.read()).map((line) => line.slice(1, 4)), [
    ["1,200", "1,234.50", "1,481,400.00"],
    ["1,000.5", "7.5", "7,503.75"],
  ]);
});

journey("a number that could be two stays in question in the other language", { lang: "fr" }, async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Bureaux", "1", "1,200");
  await lines.assertWrong(lines.cell(1, "price"), /deux nombres différents/);
  await see(() => lines.amount(1), "—");
  await lines.switchLanguage();
  assert.equal(await lines.cell(1, "price").inputValue(), "1,200");
  await lines.assertWrong(lines.cell(1, "price"), /two different numbers/);
  await site.assertAccessible();
});

journey("every screen turns to the other language and back", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  const origin = await lines.toOriginOf(2);
  const result = await origin.toResult();
  await result.readOther();
  const english = await result.text();
  await result.switchLanguage();
  await see(async () => /Non satisfaite/.test(await result.text()), true);
  const french = await result.text();
  assert.doesNotMatch(french, /Not met|Canadian:|Undecided|Rules used|Print\b/);
  await result.switchLanguage();
  await see(() => result.text(), english);
  await origin.toOrigin();
  await origin.switchLanguage();
  assert.doesNotMatch(await origin.text(), /Not Canadian|The rule\b|Materials|Why\b/);
  for (const [link, en] of [["Ce qui reste dans ce navigateur", "What stays in this browser"], ["Sources et méthode", "Sources and method"]]) {
    await site.page.getByRole("contentinfo").getByRole("link", { name: link }).click();
    await see(() => origin.heading(), link);
    await site.assertAccessible();
    await origin.switchLanguage();
    await see(() => origin.heading(), en);
    await origin.switchLanguage();
  }
});
