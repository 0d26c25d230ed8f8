// The result: the verdict, the share, line by line, the reasons, other rules.
import { Bid } from "./bid.mjs";
import { containing, plain, see } from "./see.mjs";

export class ResultPage extends Bid {
  /** The verdict in a word, in a sentence, and what follows it. */
  async says() {
    const verdict = this.page.locator(".verdict");
    return {
      word: plain(await verdict.locator(".mark").first().innerText()),
      verdict: plain(await verdict.locator("h1").innerText()),
      sentences: (await verdict.locator("p").allInnerTexts()).map(plain),
    };
  }

  async assertSays(word, ...parts) {
    await see(async () => (await this.says()).word, word);
    for (const part of parts) await see(async () => (await this.says()).sentences.join(" "), containing(part));
  }

  /** The amounts under the bar. */
  async keys() {
    return (await this.page.locator(".keys > div").allInnerTexts()).map(plain);
  }

  /** Line by line: name, amount, status, why. */
  async lines() {
    const rows = await this.page
      .locator(".result table.grid:not(.compare) tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((it) => it.innerText)));
    return rows.map((row) => row.map(plain));
  }

  /** Each line with its status. */
  async statuses() {
    return (await this.lines()).map(([name, , status]) => [name, status]);
  }

  /** Reads the bid under the other rules. */
  async readOther(name = this.say.readToday) {
    await this.button(name).click();
    await this.page.locator(".compare").waitFor();
  }

  /** What differs: the sentence; line by line name, status, other status, differences; the bid. */
  async differs() {
    const section = this.page.locator("section.other");
    const cells = (rows) => rows.map((row) => [...row.children].map((it) => it.innerText));
    return {
      sentence: plain(await section.locator("p").first().innerText()),
      lines: (await section.locator("tbody tr").evaluateAll(cells)).map((row) => row.map(plain)),
      bid: (await section.locator("tfoot tr").evaluateAll(cells)).map((row) => row.map(plain))[0],
    };
  }

  /** Opens the reasons of a line. */
  async openReasons(name) {
    const reasons = this.page.locator(".why > .reasons > li > details").filter({ hasText: name }).first();
    if (!(await reasons.evaluate((it) => it.open))) await reasons.locator("summary").first().click();
    return reasons;
  }

  /** The rules the answer rests on. */
  async rests() {
    return plain(await this.page.locator(".result section.edition").innerText());
  }
}
