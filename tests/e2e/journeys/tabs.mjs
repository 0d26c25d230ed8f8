// The same draft in two tabs.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { anotherTab, draftFile, storedDrafts } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { LinesPage } from "../pages/lines.mjs";
import { see } from "../pages/see.mjs";

const text = draftFile("Shared", [["Desks", "80", "yes"], ["Chairs", "20", "no"]]);

async function twoTabs(site) {
  const first = await (await HomePage.open(site)).openFile({ text });
  const second = new LinesPage(await anotherTab(site));
  await second.page.locator(".grid-lines").waitFor();
  return [first, second];
}

/** The unit prices of each draft kept. */
async function kept(site) {
  return Object.values(await storedDrafts(site)).map((text) => JSON.parse(text).draft.lines.map((line) => line.unit_price)).sort();
}

journey("a change in one tab is noticed in the other, which asks before it saves anything", async (site) => {
  const [first, second] = await twoTabs(site);
  await first.type(first.cell(1, "price"), "90");
  await first.saved();
  await see(async () => (await second.notices()).join(" "), /changed in another tab.*until you choose/);
  await second.site.assertAccessible();
  await second.type(second.cell(2, "price"), "30");
  await see(() => second.keeping(), "Not saved: changed in another tab");
  await second.toResult();
  await second.toLines();
  assert.equal(await second.cell(2, "price").inputValue(), "30");
  assert.deepEqual(await kept(site), [["90", "20"]]);

  await second.button("Keep mine as a copy").click();
  await see(() => kept(site), [["80", "30"], ["90", "20"]].sort());
  await see(() => second.name().inputValue(), "Shared (copy)");
  await second.saved();
  assert.deepEqual(await second.notices(), []);
  // From now on each is its own.
  await second.type(second.cell(1, "price"), "81");
  await second.saved();
  await see(() => kept(site), [["81", "30"], ["90", "20"]].sort());
  assert.deepEqual(await first.notices(), []);
});

journey("the other tab's version is loaded when asked for", async (site) => {
  const [first, second] = await twoTabs(site);
  await first.type(first.cell(1, "price"), "90");
  await first.saved();
  await see(async () => (await second.notices()).length, 1);
  await second.button("Load that version").click();
  await see(() => second.cell(1, "price").inputValue(), "90");
  await see(() => second.notices(), []);
  await second.type(second.cell(2, "price"), "10");
  await second.saved();
  await see(() => kept(site), [["90", "10"]]);
  // And back: the first tab is told, too.
  await see(async () => (await first.notices()).join(" "), /changed in another tab/);
  await first.button("Load that version").click();
  await see(() => first.cell(2, "price").inputValue(), "10");
});

journey("typing in both at the same time loses neither", async (site) => {
  const [first, second] = await twoTabs(site);
  await Promise.all([first.cell(1, "price").fill("91"), second.cell(2, "price").fill("31")]);
  const says = /^(Saved \d\d:\d\d|Not saved: changed in another tab)$/;
  await see(() => first.keeping(), says);
  await see(() => second.keeping(), says);
  await see(async () => (await Promise.all([first.keeping(), second.keeping()])).filter((it) => it.startsWith("Not saved")).length, 1);
  const loser = (await first.keeping()).startsWith("Not") ? first : second;
  assert.deepEqual(await kept(site), loser === first ? [["80", "31"]] : [["91", "20"]]);
  await loser.button("Keep mine as a copy").click();
  await see(() => kept(site), loser === first ? [["80", "31"], ["91", "20"]] : [["80", "31"], ["91", "20"]]);
});

journey("a draft deleted in another tab can still be kept", async (site) => {
  const [first, second] = await twoTabs(site);
  const home = await second.toHome();
  await home.delete("Shared");
  await see(async () => (await first.notices()).join(" "), /deleted in another tab/);
  await first.type(first.cell(1, "price"), "70");
  await see(() => first.keeping(), /^Not saved/);
  assert.deepEqual(await kept(site), []);
  await first.button("Keep mine as a copy").click();
  await see(() => kept(site), [["70", "20"]]);
  await first.saved();
  // The list in the other tab follows.
  await see(async () => (await home.drafts()).length, 1);
});

journey("a draft renamed from the list in another tab is not turned back", async (site) => {
  const [first, second] = await twoTabs(site);
  const home = await second.toHome();
  await home.rename("Shared", "Shared and renamed");
  await see(async () => (await first.notices()).join(" "), /changed in another tab/);
  await first.button("Load that version").click();
  await see(() => first.name().inputValue(), "Shared and renamed");
});
