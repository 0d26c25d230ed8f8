// Work without a mouse: where the focus is, and the whole way from a new bid to its result.
import assert from "node:assert/strict";
import { LinesPage } from "./lines.mjs";
import { OriginPage } from "./origin.mjs";
import { ResultPage } from "./result.mjs";
import { see } from "./see.mjs";

/** Asserts that the focus can be seen: something has it, it stands in the window, and it is drawn. */
export async function assertFocusSeen(screen) {
  const seen = await screen.page.evaluate(() => {
    let it = document.activeElement;
    while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    const box = it.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { element: it !== document.body, inside, drawn: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
  });
  assert.deepEqual(seen, { element: true, inside: true, drawn: true }, `focus on ${await screen.focused()}`);
}

/** Goes on with Tab until the focus is on what has this name; answers with the names passed. */
export async function tabTo(screen, name, key = "Tab") {
  const passed = [];
  for (let i = 0; i < 60; i += 1) {
    await screen.page.keyboard.press(key);
    await assertFocusSeen(screen);
    passed.push(await screen.focused());
    const is = passed.at(-1);
    if (name instanceof RegExp ? name.test(is) : is === name) return passed;
  }
  return assert.fail(`${name} is not reached by ${key}; passed: ${passed.join(" | ")}`);
}

/** From the button "New bid", which has the focus, to the reasons of a bid that just reaches its share. */
export async function bidWithKeys(site) {
  const { keyboard } = site.page;
  await keyboard.press("Enter");

  const lines = new LinesPage(site);
  await lines.page.locator(".grid-lines").waitFor();
  await see(() => lines.focused(), "main");
  await tabTo(lines, "Add a good");
  await keyboard.press("Enter");
  await lines.assertFocus(lines.cell(1, "description"));
  await assertFocusSeen(lines);
  await keyboard.type("Desks");
  assert.deepEqual(await tabTo(lines, "Unit price, line 1"), ["Quantity, line 1", "Unit price, line 1"]);
  await keyboard.type("80");
  await tabTo(lines, "Quantity, line 1", "Shift+Tab");
  await keyboard.type("1");

  // Enter goes down a column, and from the last line to a new one; arrows go up and down.
  await keyboard.press("Enter");
  await lines.assertFocus(lines.cell(2, "description"));
  await keyboard.type("Chairs");
  await keyboard.press("Tab");
  await keyboard.type("1");
  await keyboard.press("ArrowUp");
  await lines.assertFocus(lines.cell(1, "quantity"));
  await keyboard.press("ArrowUp");
  await lines.assertFocus(lines.cell(1, "quantity"));
  await keyboard.press("ArrowDown");
  await lines.assertFocus(lines.cell(2, "quantity"));
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await lines.assertFocus(lines.cell(2, "quantity"));
  await keyboard.press("Tab");
  await keyboard.type("20");
  await see(async () => (await lines.totals())[0], "100.00");

  // The origin of both, by their links in the grid.
  const origin = new OriginPage(site);
  for (const [line, is] of [[1, "It is Canadian"], [2, "It is not Canadian"]]) {
    if (line === 2) {
      await tabTo(origin, /^Lines/, "Shift+Tab");
      await keyboard.press("Enter");
      await lines.page.locator(".grid-lines").waitFor();
      await see(() => lines.focused(), "main");
    }
    await tabTo(lines, new RegExp(`: origin of line ${line}$`), line === 1 ? "Shift+Tab" : "Tab");
    await keyboard.press("Enter");
    await origin.facts().waitFor();
    await see(() => origin.focused(), "main");
    await tabTo(origin, /Not known yet|Worked out by the rules/);
    // Radio buttons are one stop; arrows choose.
    for (let i = 0; i < 3 && (await origin.focused()) !== "Stated by you"; i += 1) await keyboard.press("ArrowUp");
    assert.equal(await origin.focused(), "Stated by you");
    await see(() => origin.page.getByRole("group", { name: "What do you state?" }).count(), 1);
    await tabTo(origin, /It is Canadian|Nothing yet/);
    for (let i = 0; i < 3 && (await origin.focused()) !== is; i += 1) await keyboard.press("ArrowDown");
    assert.equal(await origin.focused(), is);
    await assertFocusSeen(origin);
    await origin.assertAnswer(line === 1 ? "yes" : "no");
  }
  await tabTo(origin, /^Result/, "Shift+Tab");
  await keyboard.press("Enter");
  const result = new ResultPage(site);
  await result.assertSays("Met", "80.00 % is Canadian: $80.00 of $100.00.");
  // A reason opens with the keyboard too.
  await tabTo(result, /^Canadian ?Desks: Canadian|^Desks: Canadian/);
  const summary = result.page.locator(".why details").first();
  const open = await summary.evaluate((it) => it.open);
  await keyboard.press("Enter");
  await see(() => summary.evaluate((it) => it.open), !open);
}
