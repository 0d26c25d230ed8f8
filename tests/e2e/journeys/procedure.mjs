// The procedure round the share: an officer, a defence supplier, and whoever comes back later.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { SheetPage } from "../pages/sheet.mjs";
import { plain, see } from "../pages/see.mjs";

const screens = ["applicability", "plan", "certificate", "handle", "setasides", "audit", "regimes", "jcp", "rules", "questions"];

for (const lang of ["en", "fr"]) {
  journey(`an officer plans, then handles five bids with one withdrawal, ${lang}`, { lang }, async (site) => {
    const plan = await SheetPage.open(site, "plan");
    await plan.put("published", "2026-05-01");
    await plan.pick("set_aside", "no");
    await plan.pick("market", "enough");
    await see(async () => (await plan.everything()).length > 400, true);
    await site.assertAccessible();

    const bids = await SheetPage.open(site, "handle");
    await bids.pick("mode", "conditional");
    await bids.put("published", "2026-05-01");
    await bids.put("closing", "2026-06-01");
    for (const id of [1, 2, 3, 4, 5]) {
      await bids.add("bid");
      await bids.put(`bid.${id}.name`, `Bidder ${id}`);
      await bids.put(`bid.${id}.price`, `${id}000`);
      await bids.pick(`bid.${id}.cert`, id <= 3 ? "yes" : "no");
    }
    // Three certify: they alone are evaluated.
    const results = () => bids.page.locator(".records tbody tr td:nth-last-child(2)").allInnerTexts();
    await see(async () => new Set((await results()).slice(0, 3).map(plain)).size, 1);
    await see(async () => (await results()).map(plain)[0] !== (await results()).map(plain)[4], true);
    const before = (await results()).map(plain);
    // One of them withdraws; two are left, and the others stay out.
    await bids.pick("bid.2.fate", "gone");
    await see(async () => (await results()).map(plain)[1] !== before[1], true);
    assert.equal((await results()).map(plain)[4], before[4]);
    await site.assertAccessible();
    await bids.assertFits();
    // It is all there again later, and can be cleared and brought back.
    await bids.reload();
    await see(() => bids.at("bid.5.name").inputValue(), "Bidder 5");
    await bids.page.locator("[data-do=clear-sheet]").click();
    await see(() => bids.page.locator(".records").count(), 0);
    await bids.undoFromToast();
    await see(() => bids.at("bid.5.name").inputValue(), "Bidder 5");
  });

  journey(`a defence supplier goes through the self-check to the printed list, ${lang}`, { lang }, async (site) => {
    const jcp = await SheetPage.open(site, "jcp");
    await jcp.pick("applicant", "corporation");
    await jcp.pick("data", "controlled");
    const open = (await jcp.answers()).join();
    const items = await jcp.page.locator("input[type=radio][value=yes]").evaluateAll((radios) => radios.map((it) => it.name));
    assert.ok(items.length > 5, items.join());
    for (const name of items) await jcp.pick(name, "yes");
    await see(async () => (await jcp.answers()).join() !== open, true);
    await site.assertAccessible();
    await jcp.page.emulateMedia({ media: "print" });
    assert.equal(await jcp.page.locator("button:visible").count(), 0, "nothing to click on paper");
    await see(async () => (await jcp.everything()).length > 400, true);
  });

  journey(`every screen of the procedure is reached from its list, and is accessible, ${lang}`, { lang, width: 360 }, async (site) => {
    await site.go("#/tools");
    await site.started();
    await site.assertAccessible();
    for (const name of screens) {
      const sheet = await SheetPage.open(site, name);
      await site.assertAccessible();
      await sheet.assertFits();
    }
  });
}

journey("a screen that does not exist is told", async (site) => {
  await site.go("#/tools/nothing");
  await site.started();
  await site.page.getByRole("alert").waitFor();
});

journey("what is typed on a sheet keeps the focus, is told when it cannot be, and outlives the language", async (site) => {
  const sheet = await SheetPage.open(site, "handle");
  await sheet.pick("mode", "conditional");
  await sheet.put("closing", "2026-13-40");
  await sheet.assertWrong(sheet.at("closing"), /./);
  assert.equal(await sheet.at("closing").evaluate((it) => it === document.activeElement), true);
  await sheet.put("closing", "2026-06-01");
  await sheet.assertRight(sheet.at("closing"));
  await sheet.add("bid");
  await sheet.put("bid.1.price", "1234.5");
  await sheet.switchLanguage();
  await see(() => sheet.at("bid.1.price").inputValue(), /^1.234,5/);
});
