// Files and texts made to do harm: nothing of them runs, in no screen, in print, in no file that is taken away.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { file, store, storedDrafts } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

const markup = `"><img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script><svg onload=globalThis.hit=1><a href="javascript:globalThis.hit=1">x</a>{{7*7}}\${7*7}<!--`;
const turned = "\u202egnp.exe\u202c \u200f\u2066x\u2069\u0000\u0007\uffff";

/** A draft whose every text is this one. */
function filled(text) {
  const materials = [{ id: 1, description: text, code: text, value: text, origin: "non_originating" }];
  const good = { code: text, made_in_canada: "yes", transaction_value: text, net_cost: text, materials, all_listed: true };
  return {
    title: text,
    closing_day: text,
    threshold_percent: text,
    lines: [
      { id: 1, kind: "good", description: text, quantity: text, unit_price: text, origin_by: "rules", good },
      { id: 2, kind: "good", description: text, quantity: "1", unit_price: "9", origin_by: "statement", statement: { canadian: "yes", basis: "wholly_produced", note: text } },
      { id: 3, kind: "service", description: text, quantity: "1", unit_price: text, parts: [{ id: 1, who: text, amount: text, place: "canada" }] },
    ],
  };
}

/** Whether anything ran, and whether any element stands on the page that only markup could have made. */
async function assertDead(site) {
  const found = await site.page.evaluate(() => [
    globalThis.hit,
    document.querySelectorAll("main img, main script, main iframe, main object, main [onerror], main [onload], main a[href^='javascript:' i]").length,
  ]);
  assert.deepEqual(found, [undefined, 0]);
}

for (const [name, text] of [["markup", markup], ["signs that turn a text around", turned], ["huge numbers", "9".repeat(400)], ["numbers that are none", "1e999999999 NaN -0 Infinity 0x1F"]]) {
  journey(`a draft full of ${name} is shown as typed on every screen`, async (site) => {
    const home = await HomePage.open(site);
    const lines = await home.openFile(file(filled(text)) && { name: `${name}.json`, text: file(filled(text)) });
    await lines.saved();
    await assertDead(site);
    const origin = await lines.toOriginOf(1);
    await assertDead(site);
    const result = await origin.toResult();
    await result.page.locator(".verdict").waitFor();
    await assertDead(site);
    await site.page.emulateMedia({ media: "print" });
    await assertDead(site);
    await site.page.emulateMedia({ media: "screen" });
    const { text: kept } = await result.download();
    assert.equal(JSON.parse(kept).draft.lines[0].description, text);
    assert.equal(JSON.parse(kept).draft.title, text);
    await result.switchLanguage();
    await assertDead(site);
    const list = await result.toHome();
    await see(async () => (await list.drafts()).length, 1);
    await assertDead(site);
    await list.page.reload();
    await site.started();
    await assertDead(site);
  });
}

journey("names that every object has are texts like others", async (site) => {
  const home = await HomePage.open(site);
  for (const text of [
    '{"format":"canadian-content-draft","schema":1,"draft":{"__proto__":{"title":"x"},"lines":[]}}',
    '{"__proto__":{"format":"canadian-content-draft"},"constructor":{"prototype":{"hit":1}}}',
    '{"format":"canadian-content-draft","schema":1,"draft":{"title":{"toString":"x"}}}',
    "[".repeat(100_000),
    '{"format":"canadian-content-draft","schema":1e400,"draft":{}}',
  ]) {
    await home.choose({ name: "x.json", text });
    await see(async () => (await home.notices()).length, 1);
    await home.page.getByRole("alert").getByRole("button").click();
    await see(async () => (await home.notices()).length, 0);
  }
  await store(site, "__proto__", file({ title: "proto" }));
  await store(site, "constructor", file({ title: markup }));
  await site.page.reload();
  await site.started();
  await see(async () => (await home.drafts()).length, 2);
  assert.equal(await site.page.evaluate(() => ({}).hit), undefined);
  await assertDead(site);
});

journey("a file larger than any draft is refused at once; a line of seven million letters is shown; the page goes on", async (site) => {
  const home = await HomePage.open(site);
  const long = (signs) => file({ title: "Long", lines: [{ id: 1, kind: "good", description: "x<b>".repeat(signs / 4), quantity: "1", unit_price: "5" }] });
  await home.choose({ name: "long.json", text: long(41_000_000) });
  await see(() => home.notices().then((it) => it.join()), /larger than forty megabytes.* nothing else has changed/);
  assert.deepEqual(await storedDrafts(site), {});
  await home.choose({ name: "long.json", text: long(7_000_000) });
  await site.page.locator(".grid-lines").waitFor({ timeout: 40_000 });
  await assertDead(site);
  // The browser's store has no room for it, and what is there stays readable.
  await site.go("#/");
  await home.title().waitFor();
  const other = await home.newBid();
  await other.add("good", "Desks", "1", "80");
  await see(async () => (await other.totals())[0], "80.00");
  for (const text of Object.values(await storedDrafts(site))) JSON.parse(text);
});

journey("text pasted from a spreadsheet with markup and formulas stays text", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "80");
  const rows = [[markup, "1", "5"], ["=HYPERLINK(\"https://evil.example\")", "1", "6"], ["@SUM(1+1)|cmd", "1", "7"]];
  await lines.cell(1, "description").focus();
  await site.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.setData("text/html", "<img src=x onerror=globalThis.hit=1>");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows.map((row) => row.join("\t")).join("\n"));
  await see(async () => (await lines.read()).length >= 3, true);
  await assertDead(site);
});

journey("addresses made to do harm lead home", async (site) => {
  for (const hash of ["#/bid/<img src=x onerror=hit=1>/lines", "#/tools/__proto__", "#javascript:alert(1)", `#/${"a/".repeat(5000)}`, "#/bid/1/origin/99999999999999999999", "#%"]) {
    await site.go(hash);
    await site.page.reload();
    await site.started();
    await site.page.getByRole("heading", { level: 1 }).or(site.page.locator(".loading")).first().waitFor();
    await assertDead(site);
  }
});
