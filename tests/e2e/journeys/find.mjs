// A code is found from everyday words, with the keyboard alone.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { plain, see } from "../pages/see.mjs";

const wanted = {
  en: [["swivel chair", /^9401\.3[19]$/], ["space heater", /^8516\.2[19]$|^7321\.8/], ["telephone", /^8517\.1[1348]$/]],
  fr: [["chaise pivotante", /^9401\.3[19]$/], ["chaufferette", /^8516\.2[19]$|^7321\.8/], ["téléphone", /^8517\.1[1348]$/]],
};

/** A good of its own, with its origin to be found by the rules. */
async function good(site) {
  const home = await HomePage.open(site);
  const lines = await home.newBid();
  await lines.add("good", "X", "1", "100");
  const origin = await lines.toOriginOf(1);
  await origin.known("rules");
  return origin;
}

/** Waits for the list of what is typed now. While somebody types, the one of the word's beginning may still stand. */
async function found(site) {
  await site.page.locator("[role=listbox]:not([aria-busy])").waitFor();
}

for (const lang of ["en", "fr"]) {
  journey(`three codes from words with the keyboard, ${lang}`, { lang }, async (site) => {
    const { keyboard } = site.page;
    const origin = await good(site);
    const code = origin.code();
    const options = site.page.locator(".option");
    for (const [typed, pattern] of wanted[lang]) {
      await origin.type(code, typed);
      await found(site);
      // Down to the first subheading that is meant, as somebody who reads the list would.
      for (let steps = 0; steps < 12; steps += 1) {
        await keyboard.press("ArrowDown");
        const active = await code.getAttribute("aria-activedescendant");
        await see(() => site.page.locator(`#${active}`).getAttribute("aria-selected"), "true");
        if (pattern.test(plain(await site.page.locator(`#${active} .digits`).innerText()))) break;
      }
      assert.equal(await code.getAttribute("aria-expanded"), "true");
      if (typed === wanted[lang][0][0]) await site.assertAccessible();
      await keyboard.press("Enter");
      await see(() => code.inputValue(), pattern);
      await see(() => code.getAttribute("aria-expanded"), "false");
      await see(() => options.count(), 0);
      await origin.assertRight(code);
    }
  });
}

journey("the list of codes closes without a trace, tells how much it found, and never decides", async (site) => {
  const { keyboard } = site.page;
  const origin = await good(site);
  const code = origin.code();
  await origin.type(code, "chairz");
  await site.page.locator(".option").first().waitFor();
  await see(() => origin.spoken(), /\d/);
  await site.page.locator(".found").getByText(/answer for the code/i).waitFor();
  // Escape closes it, and what was typed stays and is told to be no code.
  await keyboard.press("Escape");
  await see(() => site.page.locator(".option").count(), 0);
  assert.equal(await code.inputValue(), "chairz");
  await origin.assertWrong(code, /./);
  // A heading is a step on the way to its lines.
  await origin.type(code, "9401");
  await site.page.locator(".option", { hasText: "94.01" }).first().click();
  await see(() => code.inputValue(), /^9401/);
  await site.page.locator(".option", { hasText: "9401.39" }).first().click();
  await see(() => code.inputValue(), "9401.39");
});

journey("a list that comes late never moves the mark to another line", async (site) => {
  const { page } = site;
  const origin = await good(site);
  const code = origin.code();
  const marked = async () => plain(await page.locator(".option[aria-selected=true] .digits").allInnerTexts().then((it) => it.join()));
  // Answers wait until they are let through.
  await page.evaluate(() => {
    const ask = window.calculatorAsk;
    const held = [];
    window.letThrough = () => held.splice(0).forEach((go) => go());
    window.hold = (on) => {
      window.calculatorAsk = on ? (bytes) => ask(bytes).then((it) => new Promise((go) => held.push(() => go(it)))) : ask;
    };
  });
  const lines = async () => (await page.locator(".option .digits").allInnerTexts()).map(plain);
  for (const survives of [false, true]) {
    await origin.type(code, "chair");
    await found(site);
    const before = await lines();
    // Another word is typed, and the answer is not there: what stands is of the word before, and says so.
    await page.evaluate(() => window.hold(true));
    await page.keyboard.type(" swivel");
    await page.locator("[role=listbox][aria-busy=true]").waitFor();
    await see(lines, before);
    await see(marked, "");
    // A line is marked: one that the second word rules out, or one that it keeps.
    const wanted = before.findLastIndex((it) => /^9401\.3[19]$/.test(it) === survives);
    for (let line = 0; line <= wanted; line += 1) await page.keyboard.press("ArrowDown");
    await see(marked, before[wanted]);
    await page.evaluate(() => (window.hold(false), window.letThrough()));
    await found(site);
    const after = await lines();
    assert.equal(after.indexOf(before[wanted]) >= 0, survives, "the journey's own choice of lines");
    assert.notEqual(after.indexOf(before[wanted]), wanted);
    await see(marked, survives ? before[wanted] : "");
    await page.keyboard.press("Enter");
    await see(() => code.inputValue(), survives ? before[wanted] : "chair swivel");
  }
});

journey("the list of codes on a phone", { width: 320, height: 640 }, async (site) => {
  const origin = await good(site);
  await origin.type(origin.code(), "parka");
  await site.page.locator(".option").first().waitFor();
  await origin.assertFits();
  await site.assertAccessible();
});

for (const width of [320, 768, 1280]) {
  journey(`the list of codes of a material is as wide as the table, at ${width} px`, { width, height: 740 }, async (site) => {
    const origin = await good(site);
    await origin.addMaterial("Tube", "7306.30", "5");
    await origin.type(origin.materialField(1, "code"), "steel tube");
    await found(site);
    const list = await site.page.locator(".found").boundingBox();
    const table = await site.page.locator("table.grid", { has: site.page.locator("[data-field=material]") }).boundingBox();
    assert.ok(Math.abs(list.width - table.width) < 2 && Math.abs(list.x - table.x) < 2, JSON.stringify([list, table]));
    await origin.assertFits();
    await site.page.locator(".option", { hasText: "7306.30" }).first().click();
    await see(() => origin.materialField(1, "code").inputValue(), "7306.30");
  });
}
