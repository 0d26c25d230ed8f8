// When the browser keeps nothing, has no room, or holds what this page cannot read.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { draftFile, file, store, stored, storedDrafts } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

/** Works on the example and takes it away as a file: what must be possible whatever the storage does. */
async function works(site, home, keeping, notice) {
  const lines = await home.openExample();
  await see(() => lines.keeping(), keeping);
  await see(async () => (await lines.notices()).join(" "), notice);
  await lines.sees("Not met 61.85 %");
  await site.assertAccessible();
  await lines.type(lines.cell(1, "price"), "300");
  await see(async () => (await lines.totals())[0], "63,500.00");
  const result = await lines.toResult();
  await result.assertSays("Not met", "$20,800.00 short.");
  await result.toLines();
  assert.equal(await lines.cell(1, "price").inputValue(), "300");
  const { text } = await lines.download();
  assert.equal(JSON.parse(text).draft.lines[0].unit_price, "300");
  return lines;
}

journey("storage is blocked: the page works from memory and says so", async (site) => {
  await site.context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); } });
  });
  const home = await HomePage.open(site);
  const lines = await works(site, home, /memory only/, /kept only until the tab closes.*blocks storage/);
  // Within this visit even home knows the draft.
  await lines.toHome();
  await see(async () => (await home.drafts()).length, 1);
});

journey("storage that is not there at all is no obstacle", async (site) => {
  await site.context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => null });
  });
  await works(site, await HomePage.open(site), /memory only/, /kept only until the tab closes/);
});

journey("storage that refuses every write says that nothing is saved", async (site) => {
  await site.context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };
  });
  await works(site, await HomePage.open(site), /not saved|memory only/, /not being saved|kept only until the tab closes/);
});

journey("storage that fills up later says so at once, and that it is saved once there is room", async (site) => {
  await site.context.addInitScript(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (globalThis.full) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return setItem.call(this, key, text);
    };
  });
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "80");
  await lines.saved();
  const before = await storedDrafts(site);
  await site.page.evaluate(() => (globalThis.full = true));
  await lines.add("good", "Chairs", "1", "20");
  await see(() => lines.keeping(), "Storage is full: not saved");
  await see(async () => (await lines.notices()).join(" "), /not being saved.*full.*Download/);
  assert.deepEqual(await storedDrafts(site), before);
  await site.assertAccessible();
  await site.page.evaluate(() => (globalThis.full = false));
  await lines.type(lines.cell(2, "price"), "21");
  await lines.saved();
  await see(() => lines.notices(), []);
  await lines.reload();
  await see(async () => (await lines.totals())[0], "101.00");
});

journey("a write that is lost without a word is noticed", async (site) => {
  await site.context.addInitScript(() => {
    Storage.prototype.setItem = () => {};
  });
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "80");
  await see(() => lines.keeping(), /not saved|memory only/);
});

journey("a draft that cannot be read is set aside, never written over, and offered", async (site) => {
  const home = await HomePage.open(site);
  const broken = "{ \"format\": \"canadian-content-draft\", \"schema\": 1, \"draft\": { \"title\": \"Half wri";
  await store(site, "broken", broken);
  await store(site, "whole", draftFile("Whole", [["Desks", "80", "yes"]]));
  await home.reload();
  await see(async () => (await home.drafts()).length, 2);
  const row = site.page.locator("table.drafts tbody tr").filter({ hasText: "Cannot be read" });
  assert.match(await row.innerText(), /left untouched/);
  await site.assertAccessible();
  const [download] = await Promise.all([site.page.waitForEvent("download"), row.getByRole("button", { name: /^Download/ }).click()]);
  const { readFile } = await import("node:fs/promises");
  assert.equal(await readFile(await download.path(), "utf8"), broken);

  // Its address does not open an empty bid in its place.
  await site.go("#/bid/broken/lines");
  await see(async () => (await home.notices()).join(" "), /Cannot be read/);
  const lines = await home.openDraft("Whole");
  await lines.type(lines.cell(1, "price"), "90");
  await lines.saved();
  assert.equal((await storedDrafts(site)).broken, broken);
  await lines.toHome();
  await row.getByRole("button", { name: /^Delete/ }).click();
  await see(async () => (await home.drafts()).length, 1);
  await home.undoFromToast();
  await see(async () => (await home.drafts()).length, 2);
  assert.equal((await storedDrafts(site)).broken, broken);
});

journey("a draft of a newer version is left as it is", async (site) => {
  const home = await HomePage.open(site);
  const newer = file({ title: "Of tomorrow", something: "new" }, 2);
  await store(site, "newer", newer);
  await home.reload();
  await see(async () => (await home.drafts())[0].join(" "), /newer version.*left untouched/);
  await site.assertAccessible();
  await site.go("#/bid/newer/result");
  await see(async () => (await home.notices()).join(" "), /newer version/);
  const lines = await home.newBid();
  await lines.add("good", "Desks", "1", "80");
  await lines.saved();
  assert.equal((await storedDrafts(site)).newer, newer);
});

journey("what other pages of the same host keep is left alone", async (site) => {
  const home = await HomePage.open(site);
  await site.page.evaluate(() => {
    localStorage.setItem("somebody-elses", "1");
    localStorage.setItem("ccc:lang", "xx");
  });
  await home.reload();
  await home.title().waitFor();
  await site.page.getByRole("link", { name: "What stays in this browser" }).click();
  await home.button("Wipe everything").click();
  await home.button("Yes, wipe everything").click();
  await see(() => stored(site), {});
  assert.equal(await site.page.evaluate(() => localStorage.getItem("somebody-elses")), "1");
});
