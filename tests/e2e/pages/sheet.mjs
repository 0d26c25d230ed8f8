// Any screen of the procedure: fields by their names, records of a list, the answer.
import { Screen } from "./screen.mjs";
import { plain, see } from "./see.mjs";

export class SheetPage extends Screen {
  static async open(site, name) {
    await site.go(`#/tools/${name}`);
    await site.started();
    const sheet = new SheetPage(site);
    await sheet.page.locator(".sheet .stack > h1").waitFor();
    return sheet;
  }

  at(name) {
    return this.page.locator(`[data-value="${name}"]`);
  }

  /** Types into a field. */
  async put(name, text) {
    await this.type(this.at(name), text);
  }

  /** Chooses from a list, or one of several side by side. */
  async pick(name, value) {
    const radio = this.page.locator(`input[type=radio][data-value="${name}"][value="${value}"]`);
    if ((await this.at(name).first().evaluate((it) => it.tagName)) === "SELECT") await this.at(name).selectOption(value);
    else await radio.check();
  }

  /** Adds a record with the list's own button, and waits for it. */
  async add(list) {
    const rows = this.page.locator(".records tbody tr");
    const before = await rows.count();
    await this.page.locator(`[data-do=add-record][data-list="${list}"]`).click();
    await see(() => rows.count(), before + 1);
  }

  /** The answers: the word of each. */
  async answers() {
    return (await this.page.locator(".answer .mark").allInnerTexts()).map(plain);
  }

  /** Everything said on the sheet. */
  async everything() {
    return plain(await this.page.locator(".sheet").innerText());
  }
}
