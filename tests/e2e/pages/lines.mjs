// The grid of lines, and what the solicitation says above it.
import { Bid } from "./bid.mjs";
import { OriginPage } from "./origin.mjs";
import { plain, see } from "./see.mjs";

export class LinesPage extends Bid {
  /** Chooses among what the solicitation says: { set, basis, share, closing }. */
  async solicitation({ set, basis, share, closing }) {
    const details = this.page.locator("details.asked");
    if (!(await details.evaluate((it) => it.open))) await details.locator("summary").click();
    if (set) await this.field(this.say.ruleSet).selectOption({ label: this.say.sets[set] });
    if (basis) await this.field(this.say.basis).selectOption({ label: basis });
    if (share !== undefined) await this.type(this.field(this.say.share), share);
    if (closing !== undefined) await this.type(this.field(this.say.closingDay), closing);
  }

  /** What the solicitation says, in a line. */
  async solicitationSays() {
    return plain(await this.page.locator("details.asked summary").innerText());
  }

  /** The field of a line: "kind", "description", "quantity" or "price". */
  cell(line, name) {
    return this.field(this.say.ofLine(this.say.line[name], line));
  }

  rows() {
    return this.page.locator(".grid-lines tbody tr");
  }

  count() {
    return this.rows().count();
  }

  /** Adds a line and types it, as one does: each field with the keyboard, from the one the page puts the focus on. */
  async add(kind, description, quantity, price) {
    const line = (await this.count()) + 1;
    await this.button(kind === "service" ? this.say.addService : this.say.addGood).click();
    await this.assertFocus(this.cell(line, "description"));
    const { keyboard } = this.page;
    await keyboard.type(description);
    await keyboard.press("Tab");
    await keyboard.type(quantity);
    await keyboard.press("Tab");
    await keyboard.type(price);
  }

  /** The lines as they stand: description, quantity, unit price, amount, origin. */
  async read() {
    const rows = await this.rows().evaluateAll((rows) =>
      rows.map((row) => {
        const value = (name) => row.querySelector(`[data-field=${name}]`).value;
        const amount = [...row.querySelectorAll("td.num")].at(-1).innerText;
        return [value("description"), value("quantity"), value("unit-price"), amount, row.querySelector(".mark").innerText];
      }),
    );
    return rows.map((row) => row.map(plain));
  }

  /** The amount of a line. */
  async amount(line) {
    return plain(await this.rows().nth(line - 1).locator("td.num").last().innerText());
  }

  /** The total bid price, and how much of it is Canadian, with the share. */
  async totals() {
    const rows = this.page.locator(".grid-lines tfoot tr");
    const texts = await rows.evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((it) => it.innerText).join(" ")));
    return texts.map(plain);
  }

  async toOriginOf(line) {
    await this.page.getByRole("link", { name: this.say.originOf(line) }).click();
    await this.page.locator(".origin .facts").waitFor();
    return new OriginPage(this.site);
  }

  async delete(line) {
    await this.button(this.say.deleteLine(line)).click();
  }
}
