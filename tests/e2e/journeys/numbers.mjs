// What is typed wrong costs nothing but a sentence beside the field.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

const wrong = [
  ["twelve", /not a number/],
  ["12,34,5", /not a number/],
  ["-5", /Below zero/],
  ["0", /Zero is not possible/],
  ["1.1234567", /Too many decimals/],
  ["999999999999999999999999", /Larger than this tool accepts/],
  ["9".repeat(300), /not a number|Larger/],
];

/** A number without the marks that the page may add for reading. */
const bare = (text) => text.replace("\u2212", "-").replaceAll(",", "");

journey("a wrong quantity is kept and explained, and the other lines still count", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "2", "100.00");
  await lines.add("good", "Chairs", "1", "50.00");
  const cell = lines.cell(1, "quantity");
  for (const [typed, sentence] of wrong) {
    await cell.fill(typed);
    await lines.assertWrong(cell, sentence);
    await see(() => lines.amount(1), "—");
    await see(() => lines.amount(2), "50.00");
    assert.match((await lines.text()), /cannot be computed|Cannot tell yet/);
    // Left and visited again, it stands as it was typed, in what may be the page's way of writing it.
    await lines.cell(2, "price").focus();
    assert.equal(bare(await cell.inputValue()), bare(typed));
  }
  await site.assertAccessible();
  await lines.reload();
  assert.equal(bare(await cell.inputValue()), "9".repeat(300));
  await lines.assertWrong(cell, /not a number|Larger/);
  await lines.type(cell, "3");
  await lines.assertRight(cell);
  await see(async () => (await lines.totals())[0], "350.00");
});

journey("a wrong price likewise, and a sum too large to be", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "abc");
  await lines.assertWrong(lines.cell(1, "price"), /not a number/);
  await lines.type(lines.cell(1, "price"), "-1");
  await lines.assertWrong(lines.cell(1, "price"), /Below zero/);
  await lines.type(lines.cell(1, "quantity"), "999,999,999,999");
  await lines.type(lines.cell(1, "price"), "999,999,999,999");
  await lines.assertWrong(lines.cell(1, "price"), /Larger than this tool accepts/);
  await lines.type(lines.cell(1, "price"), "10");
  await lines.assertRight(lines.cell(1, "price"));
  await see(() => lines.amount(1), "9,999,999,999,990.00");
});

journey("numbers typed the French way, and one that could be two", { lang: "fr" }, async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Bureaux", "2", "1 200,50 $");
  await see(() => lines.amount(1), "2 401,00");
  const cell = lines.cell(1, "price");
  for (const [typed, amount] of [["1200,50", "2 401,00"], ["1200.50", "2 401,00"], ["1.200,50", "2 401,00"], ["1,200.50", "2 401,00"], ["0,125", "0,25"]]) {
    await lines.type(cell, typed);
    await see(() => lines.amount(1), amount);
  }
  await lines.type(cell, "1,200");
  await lines.assertWrong(cell, /deux nombres différents/);
  await see(() => lines.amount(1), "—");
  await site.assertAccessible();
  // What the page writes itself it understands.
  await lines.type(cell, "1 200");
  await see(() => lines.amount(1), "2 400,00");
  await lines.cell(1, "description").focus();
  await lines.reload();
  await see(() => lines.amount(1), "2 400,00");
  await lines.assertRight(cell);
});

journey("a number is not rewritten under the fingers, but when it is left", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Desks", "1", "1234.50");
  assert.equal(await lines.cell(1, "price").inputValue(), "1234.50");
  await see(() => lines.amount(1), "1,234.50");
  await site.page.keyboard.press("Home");
  await site.page.keyboard.type("9");
  await see(() => lines.amount(1), "91,234.50");
  assert.equal(await lines.cell(1, "price").inputValue(), "91234.50");
  await site.page.keyboard.press("Tab");
  await see(() => lines.cell(1, "price").inputValue(), "91,234.50");
});

journey("codes that cannot be are explained; national digits are noted", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.add("good", "Heaters", "1", "200");
  const origin = await lines.toOriginOf(1);
  await origin.known("rules");
  for (const [typed, sentence] of [
    ["heater", /digits and points only/],
    ["851", /2, 4, 6, 8 or 10 digits; this one has 3/],
    ["7700", /no such chapter/],
    ["9999.99", /no such chapter/],
    ["9401.77", /not a code of HS 2022/],
    ["94.99", /not a code of HS 2022/],
    ["123456789012", /2, 4, 6, 8 or 10 digits; this one has 12/],
  ]) {
    await origin.type(origin.code(), typed);
    // The list of what the digits may begin closes.
    await site.page.keyboard.press("Escape");
    await origin.assertWrong(origin.code(), sentence);
    await origin.assertAnswer("unknown");
  }
  for (const typed of ["8516.21.00", "8516.21.00.10", "8516210010"]) {
    await origin.type(origin.code(), typed);
    await see(async () => (await origin.said(origin.code())).text, /Only the first six digits are international/);
    assert.equal((await origin.said(origin.code())).wrong, false);
  }
  // A code of the rules' own edition that today's no longer has is one, and is told what it became.
  await origin.type(origin.code(), "9401.30");
  await see(async () => (await origin.said(origin.code())).text, /a code of HS 2012. In HS 2022 it became 9401.31, 9401.39/);
  assert.equal((await origin.said(origin.code())).wrong, false);
  await origin.type(origin.code(), "8516.21");
  await site.assertAccessible();
  await origin.addMaterial("Parts", "85x", "-3");
  await origin.assertWrong(origin.materialField(1, "code"), /digits and points only/);
  await origin.assertWrong(origin.materialField(1, "value"), /Below zero/);
  await origin.type(origin.materialField(1, "code"), "8516.90");
  await origin.type(origin.materialField(1, "value"), "3");
  await origin.assertRight(origin.materialField(1, "value"));
  await site.assertAccessible();
});

journey("a day that is none", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  await lines.solicitation({ closing: "2026-02-30" });
  await lines.assertWrong(lines.field(lines.say.closingDay), /not a day of the calendar/);
  await lines.solicitation({ closing: "2026-02-28" });
  await lines.assertRight(lines.field(lines.say.closingDay));
  await (await lines.toResult()).page.getByText("2026-02-28").first().waitFor();
});

journey("a description may hold anything, and is only ever text", async (site) => {
  const lines = await (await HomePage.open(site)).newBid();
  const name = "<img src=x onerror=alert(1)> & “desks” \u202e🇨🇦";
  await lines.add("good", name, "1", "1");
  const result = await lines.toResult();
  await see(async () => (await result.lines())[0][0], name);
  assert.equal(await site.page.locator("main img").count(), 0);
});
