// Everything with the keyboard alone.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { bidWithKeys, tabTo } from "../pages/keys.mjs";
import { see } from "../pages/see.mjs";

journey("from home to a verdict without a mouse", async (site) => {
  const { keyboard } = site.page;
  const home = await HomePage.open(site);
  assert.deepEqual(await tabTo(home, "What stays in this browser"), [
    "Skip to content",
    "Canadian Content Calculator",
    "Bids",
    "Procedure",
    "Rules",
    "Method",
    "Français",
    "New bid",
    "Check one good",
    "Open a file…",
    "Open the policy’s example",
    "The hats of its first step",
    "What stays in this browser",
  ]);
  await home.page.evaluate(() => document.activeElement.blur());
  await home.reload();

  // The skip link leads past the header, and does not leave the screen.
  await keyboard.press("Tab");
  assert.equal(await home.focused(), "Skip to content");
  await keyboard.press("Enter");
  await see(() => home.focused(), "main");
  assert.deepEqual(await tabTo(home, "New bid"), ["New bid"]);
  await bidWithKeys(site);
});

journey("a line is deleted and brought back with the keyboard, and the focus is never lost", async (site) => {
  const { keyboard } = site.page;
  const lines = await (await HomePage.open(site)).newBid();
  for (const name of ["Desks", "Chairs", "Lamps"]) await lines.add("good", name, "1", "10");
  await lines.cell(2, "price").focus();
  await tabTo(lines, "Delete line 2");
  await keyboard.press("Enter");
  await see(async () => (await lines.read()).map((line) => line[0]), ["Desks", "Lamps"]);
  await lines.assertFocus(lines.cell(2, "description"));
  await lines.toast().getByRole("button", { name: "Undo" }).focus();
  await keyboard.press("Enter");
  await see(async () => (await lines.read()).map((line) => line[0]), ["Desks", "Chairs", "Lamps"]);
});
