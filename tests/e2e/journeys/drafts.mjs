// Drafts: kept by themselves, listed, renamed, copied, deleted and brought back, taken away as files and brought in.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { draftFile, file, storedDrafts } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

const small = (title) => draftFile(title, [["Desks", "80", "yes"], ["Chairs", "20", "no"]]);

journey("a bid is kept as it is typed, with the time, and found again after a reload in the middle", async (site) => {
  await site.context.clock.setFixedTime("2026-11-22T15:04:00-05:00");
  const lines = await (await HomePage.open(site)).newBid();
  await lines.type(lines.name(), "Desks for Gatineau");
  await lines.add("good", "Desks", "2", "100.5");
  await see(() => lines.keeping(), "Saved 15:04");
  // In the middle of a word, and at once.
  await lines.add("good", "Cha", "", "");
  await lines.reload();
  await see(async () => (await lines.read()).map((line) => line.slice(0, 4)), [["Desks", "2", "100.5", "201.00"], ["Cha", "", "", "—"]]);
  await lines.saved();
  const home = await lines.toHome();
  assert.deepEqual(await home.drafts(), [["Desks for Gatineau", "Cannot tell yet", "Today, 15:04"]]);
  await site.assertAccessible();
  await site.context.clock.setFixedTime("2026-11-23T09:00:00-05:00");
  await home.reload();
  await see(() => home.drafts(), [["Desks for Gatineau", "Cannot tell yet", "2026-11-22 15:04"]]);
  await home.openDraft("Desks for Gatineau");
  assert.equal(await lines.count(), 2);
});

journey("drafts are listed, renamed, duplicated, deleted and brought back", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: small("First") });
  await lines.toHome();
  await home.openFile({ text: small("Second") });
  await lines.toHome();
  await see(async () => (await home.draftNames()).sort(), ["First", "Second"]);
  await see(async () => (await home.drafts())[0][1], "Met, 80.00 %");

  await home.rename("First", "Desks & “chairs”");
  await see(async () => (await home.draftNames()).sort(), ["Desks & “chairs”", "Second"]);
  await home.duplicate("Second");
  await see(async () => (await home.draftNames()).sort(), ["Desks & “chairs”", "Second", "Second (copy)"]);
  await site.assertAccessible();

  await home.delete("Second");
  await see(async () => (await home.draftNames()).sort(), ["Desks & “chairs”", "Second (copy)"]);
  assert.match(await home.toast().innerText(), /Second deleted/);
  await site.assertAccessible();
  await home.undoFromToast();
  await see(async () => (await home.draftNames()).sort(), ["Desks & “chairs”", "Second", "Second (copy)"]);
  await home.openDraft("Second");
  await lines.sees("Met 80.00 %");

  // A copy is a draft of its own.
  await lines.toHome();
  await home.openDraft("Second (copy)");
  await lines.type(lines.cell(1, "price"), "10");
  await lines.sees("Not met 33.33 %");
  await lines.toHome();
  await see(async () => Object.fromEntries(await home.drafts()), {
    "Desks & “chairs”": "Met, 80.00 %",
    Second: "Met, 80.00 %",
    "Second (copy)": "Not met, 33.33 %",
  });
  // What was deleted is gone after a reload, and nothing else.
  await home.delete("Second (copy)");
  await home.reload();
  await see(async () => (await home.draftNames()).sort(), ["Desks & “chairs”", "Second"]);
});

journey("renaming can be given up with Escape", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: small("First") });
  await lines.toHome();
  await home.button("Rename First").click();
  const field = home.field("New name of First");
  await see(() => field.evaluate((it) => it === document.activeElement), true);
  await site.page.keyboard.type("Something else");
  await site.page.keyboard.press("Escape");
  await see(() => home.draftNames(), ["First"]);
  assert.deepEqual(Object.values(await storedDrafts(site)).map((text) => JSON.parse(text).draft.title), ["First"]);
});

for (const lang of ["en", "fr"]) {
  journey(`a draft is taken away as a file and brought in again, ${lang}`, { lang }, async (site) => {
    const home = await HomePage.open(site);
    const lines = await home.openExample();
    await lines.type(lines.name(), "Été — “desks” №1");
    const verdict = lang === "en" ? "Not met 61.85 %" : "Non satisfaite 61,85 %";
    await lines.sees(verdict);
    let result = await lines.toResult();
    const { name, text } = await result.download();
    assert.match(name, /^[^/\\:*?"<>|]+\.json$/);
    const { format, schema, draft } = JSON.parse(text);
    assert.deepEqual([format, schema, draft.title, draft.lines.length], ["canadian-content-draft", 1, "Été — “desks” №1", 6]);
    await result.toHome();
    await home.delete("Été — “desks” №1");
    await see(() => home.drafts(), []);
    await home.openFile({ name, text });
    await lines.sees(verdict);
    result = await lines.toResult();
    // The same draft, to the letter.
    assert.equal((await result.download()).text, text);
  });
}

const unusable = {
  "a broken file": ["{ \"format\": ", /cannot be read: it stops making sense at line 1/],
  "an empty file": ["", /cannot be read/],
  "a picture": ["\u0089PNG\r\n\u001a\n\u0000", /cannot be read/],
  "another kind of file": ["{\"name\": \"something else\"}", /not a draft of this calculator/],
  "a draft of a newer program": [file({ title: "Tomorrow" }, 2), /newer version of this calculator \(format 2\)/],
  "a draft with a field that does not exist": [file({ title: "Misspelled", lines: [{ id: 1, unit_prize: "5" }] }), /does not exist or holds something else/],
};

journey("files that cannot be opened are explained, and cost nothing", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: small("Kept") });
  await lines.toHome();
  for (const [kind, [text, sentence]] of Object.entries(unusable)) {
    await home.choose({ text });
    await see(async () => (await home.notices()).join(" "), sentence);
    assert.deepEqual(await home.draftNames(), ["Kept"], kind);
    assert.equal(new URL(site.page.url()).hash.length <= 2, true, kind);
  }
  await site.assertAccessible();
  await home.button("Dismiss").first().click();
  await see(() => home.notices(), []);
  await home.openFile({ text: `\ufeff${small("With a mark of byte order")}` });
  await lines.sees("Met 80.00 %");
});

journey("every change can be undone and done again, and leaving a line is no loss", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "80");
  await lines.add("good", "Chairs", "1", "20");
  await lines.delete(1);
  await see(async () => (await lines.read()).map((line) => line[0]), ["Chairs"]);
  assert.match(await lines.toast().innerText(), /Desks deleted/);
  await lines.undoFromToast();
  await see(async () => (await lines.read()).map((line) => line[0]), ["Desks", "Chairs"]);
  await lines.type(lines.cell(1, "price"), "8000");
  await see(async () => (await lines.totals())[0], "8,020.00");
  await lines.undo();
  await see(async () => (await lines.totals())[0], "100.00");
  await see(() => lines.cell(1, "price").inputValue(), "80");
  await lines.redo();
  await see(async () => (await lines.totals())[0], "8,020.00");
  await see(() => lines.cell(1, "price").inputValue(), "8,000");
  for (let i = 0; i < 40 && (await lines.button("Undo").isEnabled()); i += 1) await lines.undo();
  assert.equal(await lines.count(), 0);
  // Changing the kind and the way the origin is known empties nothing.
  for (let i = 0; i < 40 && (await lines.button("Redo").isEnabled()); i += 1) await lines.redo();
  assert.equal(await lines.count(), 2);
  const origin = await lines.toOriginOf(1);
  await origin.known("rules");
  await origin.type(origin.code(), "9403.30");
  await origin.state("yes", "supplier", "Letter of 2026-11-22");
  await origin.known("rules");
  assert.equal(await origin.code().inputValue(), "9403.30");
  await origin.known("stated");
  assert.equal(await origin.field("Note").inputValue(), "Letter of 2026-11-22");
  await origin.toLines();
  await lines.cell(1, "kind").selectOption({ label: "Service" });
  await lines.cell(1, "kind").selectOption({ label: "Good" });
  await see(async () => (await lines.read())[0][4], "Canadian");
});

journey("an address that leads nowhere says so and shows home", async (site) => {
  const home = await HomePage.open(site);
  for (const [route, sentence] of [["#/nowhere", /no such page/], ["#/bid/none/lines", /no such draft/]]) {
    await site.go(route);
    await see(async () => (await home.notices()).join(" "), sentence);
    assert.equal(await home.title().innerText(), "Does your bid meet the 80 percent rule?");
  }
  await site.assertAccessible();
});

journey("everything kept here is wiped when asked twice", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openFile({ text: small("Secret") });
  await lines.switchLanguage();
  await lines.switchLanguage();
  await site.page.getByRole("link", { name: "What stays in this browser" }).click();
  await site.page.getByText("Drafts kept in this browser: 1.").waitFor();
  await home.button("Wipe everything").click();
  assert.equal(Object.keys(await storedDrafts(site)).length, 1);
  await site.assertAccessible();
  await home.button("Yes, wipe everything").click();
  await site.page.getByText("Drafts kept in this browser: 0.").waitFor();
  assert.equal(await site.page.evaluate(() => localStorage.length), 0);
  await site.page.goBack();
  await see(async () => (await home.notices()).join(" "), /no such draft/);
  assert.equal(await site.page.evaluate(() => localStorage.length), 0);
});

journey("a bid of a thousand lines with twenty materials each is opened and kept", async (site) => {
  const home = await HomePage.open(site);
  const material = { description: "Particle board, coated on both faces, from the mill’s own stock", code: "4410.11.00", value: "123.45", origin: "non_originating" };
  const line = { kind: "good", description: "Desk with two pedestals", quantity: "10", unit_price: "1500.00", good: { code: "9403.30", materials: Array.from({ length: 20 }, () => material) } };
  const lines = await home.openFile({ text: file({ title: "Large", lines: Array.from({ length: 1000 }, () => line) }) });
  await see(() => lines.keeping(), lines.say.saved);
  await lines.reload();
  assert.equal(await lines.count(), 1000);
});
