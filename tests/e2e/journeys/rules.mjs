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
  const level = (name) => rules.page.locator(`[id="code/${name}"]`);
  // The focus is then where somebody chooses.
  const pick = async (name, code) => (await level(name).focus(), await level(name).selectOption(code));
  await pick("chapter", "94");
  await pick("heading", "9403");
  await pick("subheading", "940330");
  await see(async () => (await rules.columns())[0] ?? "", /cusma:94-4/);
  // One state: what is chosen stands in the field, what is typed is chosen, and a level can be given up.
  await see(() => rules.code().inputValue(), "940330");
  await rules.code().fill("8708.30");
  await see(() => level("subheading").inputValue(), "870830");
  await see(() => level("chapter").inputValue(), "87");
  await pick("heading", "8703");
  await see(() => rules.text(), /Rules for 87.03/);
  await see(() => level("subheading").inputValue(), "8703");
  await pick("chapter", "84");
  await see(() => rules.text(), /Rules for 84/);
  await see(() => level("heading").inputValue(), "84");
  await pick("heading", "8401");
  await see(() => rules.code().inputValue(), "8401");
  await site.assertAccessible();
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
