// Narrow windows, dark colours, paper.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { draftFile } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

for (const [lang, width] of [["en", 320], ["fr", 360], ["fr", 320]]) {
  journey(`no screen is wider than ${width} px, ${lang}`, { lang, width, height: 740 }, async (site) => {
    const home = await HomePage.open(site);
    await home.assertFits();
    const lines = await home.openExample();
    await see(async () => /61[.,]85/.test(await lines.verdict()), true);
    await lines.assertFits();
    await lines.solicitation({});
    await lines.type(lines.cell(1, "quantity"), "nonsense that is rather long for a number");
    await lines.assertWrong(lines.cell(1, "quantity"), /\w/);
    await lines.assertFits();
    await site.assertAccessible();
    await lines.type(lines.cell(1, "quantity"), "100");
    const origin = await lines.toOriginOf(1);
    await origin.assertFits();
    await site.assertAccessible();
    await origin.toLines();
    await lines.toOriginOf(2);
    await origin.assertFits();
    await origin.toLines();
    await lines.toOriginOf(3);
    await origin.assertFits();
    const result = await origin.toResult();
    await result.assertFits();
    await result.readOther();
    for (const details of await site.page.locator(".why details").all()) await details.evaluate((it) => (it.open = true));
    await result.assertFits();
    await site.assertAccessible();
    await result.toHome();
    await home.assertFits();
    await site.assertAccessible();
    for (const link of [home.say.privacy, home.say.sources]) {
      await site.page.getByRole("contentinfo").getByRole("link", { name: link }).click();
      await see(() => home.heading(), link);
      await home.assertFits();
    }
  });
}

for (const width of [480, 700, 1024, 1920, 3840]) {
  journey(`no screen is wider than ${width} px, with large amounts and long words`, { width }, async (site) => {
    const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ".repeat(4).trim();
    const home = await HomePage.open(site);
    const lines = await home.openFile({
      text: draftFile("Nebel".repeat(30), [[long, "123456789012.34", "yes"], ["x".repeat(150), "99999999999.99", "no"]]),
    });
    await lines.sees(/^(Met|Not met)/);
    await lines.assertFits();
    const origin = await lines.toOriginOf(2);
    await origin.assertFits();
    const result = await origin.toResult();
    await result.assertFits();
    await result.toHome();
    await home.assertFits();
    await site.assertAccessible();
  });
}

journey("in dark colours from the start", { colors: "dark" }, async (site) => {
  await HomePage.open(site);
  const paper = await site.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [r, g, b] = paper.match(/\d+/g).map(Number);
  assert.ok(r + g + b < 150, paper);
});

journey("on paper the result is whole: verdict, lines, every reason open, and nothing to click", async (site) => {
  const lines = await (await HomePage.open(site)).openExample();
  await lines.sees("Not met 61.85 %");
  const result = await lines.toResult();
  await result.readOther();
  await site.page.emulateMedia({ media: "print" });
  const seen = (text) => site.page.getByText(text).first().isVisible();
  for (const text of ["This bid does not meet the Canadian content requirement.", "$8,800.00 short.", "Metal swivel chairs", "Rules used", "Office furniture"]) {
    const there = text === "Office furniture" ? (await result.name().inputValue()).startsWith(text) && (await result.name().isVisible()) : await seen(text);
    assert.equal(there, true, text);
  }
  const folded = await site.page.locator(".why li .reason").evaluateAll((all) => all.filter((it) => !it.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) || it.getBoundingClientRect().height === 0).map((it) => it.textContent));
  assert.deepEqual(folded, [], "reasons that are not printed");
  assert.deepEqual(await site.page.locator("button:visible").allInnerTexts(), []);
  assert.equal(await site.page.locator(".step-nav").isVisible(), false);
  const pdf = await site.page.pdf({ format: "Letter" });
  assert.ok(pdf.length > 10_000);
});

journey("at 400 percent zoom the page still serves", { width: 320, height: 256 }, async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.newBid();
  await lines.add("good", "Desks", "1", "80");
  await lines.assertFits();
  await see(async () => (await lines.totals())[0], "80.00");
  // Nothing that stays in place covers what has the focus.
  const covered = await lines.cell(1, "price").evaluate((it) => {
    const { left, top, width, height } = it.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) !== it;
  });
  assert.equal(covered, false);
});
