// The rules of origin: a code in both sets, browsing, a sentence taken apart, the list of corrections.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { RulesPage } from "../pages/rules.mjs";
import { see } from "../pages/see.mjs";

journey("a code's rules stand side by side, and a wrong code is explained", async (site) => {
  const rules = await RulesPage.open(site);
  await rules.code().fill("9403.30");
  await see(async () => (await rules.columns())[0] ?? "", /A change to subheadings 9403\.10 to 9403\.89 from any other chapter/);
  await see(async () => (await rules.columns())[1] ?? "", /nafta:1425/);
  await site.assertAccessible();
  await rules.code().fill("94o3");
  await see(() => rules.text(), /digits/);
  await rules.code().fill("");
  await rules.page.locator("#chapter").selectOption("94");
  await rules.page.locator("#heading").selectOption("9403");
  await rules.page.locator("#subheading").selectOption("940330");
  await see(async () => (await rules.columns())[0] ?? "", /cusma:94-4/);
  site.assertClean();
});

journey("a sentence is taken apart, its parts named, and what is not understood is said", async (site) => {
  const rules = await RulesPage.open(site);
  await rules.sentence().fill("A change to heading 94.03 from any other chapter, except from heading 94.01.");
  await see(() => rules.pieces(), [
    ["change", "A change to"],
    ["codes", "heading 94.03"],
    ["level", "any other chapter"],
    ["exception", "except from"],
    ["codes", "heading 94.01"],
  ]);
  await see(() => rules.text(), /Everything was understood/);
  await site.assertAccessible();
  await rules.sentence().fill("A change to heading 94.03 from which, of heading 94.01.");
  await see(() => rules.text(), /No source was understood in: “which, of heading 94.01”/);
  await rules.sentence().fill("Un changement à la position 94.03 de tout autre chapitre.");
  await rules.page.getByLabel("French", { exact: true }).check();
  await see(() => rules.text(), /Everything was understood/);
  site.assertClean();
});

journey("the method lists every correction with its reason", { lang: "fr" }, async (site) => {
  await RulesPage.open(site);
  await site.go("#/tools/patches");
  await see(() => site.page.locator("body").innerText(), /7305|73-n02\.1/);
  await site.assertAccessible();
  const rows = await site.page.locator("tbody tr").count();
  assert.ok(rows > 40, `${rows} rows`);
});
