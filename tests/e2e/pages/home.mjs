// The home screen, as a person sees it.
import { plain, see } from "./see.mjs";
import { Screen } from "./screen.mjs";

export class HomePage extends Screen {
  /** Opens the site where a first visitor lands, and waits until the program stands. */
  static async open(site) {
    await site.go();
    const home = new HomePage(site);
    await site.started();
    await home.title().waitFor();
    return home;
  }

  /** The heading of the screen; the one of the loading message is gone by then. */
  title() {
    return this.page.locator("body:not(:has(#boot))").getByRole("heading", { level: 1 });
  }

  /** How long after navigation the program stood on the page, in milliseconds. */
  async shownAfter() {
    return this.page.evaluate(() => performance.getEntriesByName("page-shown")[0].startTime);
  }

  async #lines() {
    const { LinesPage } = await import("./lines.mjs");
    await this.page.locator(".grid-lines").waitFor();
    return new LinesPage(this.site);
  }

  async newBid() {
    await this.button(this.say.newBid).click();
    return this.#lines();
  }

  async openExample() {
    await this.button(this.say.openExample).click();
    return this.#lines();
  }

  async openHats() {
    await this.button(this.say.openHats).click();
    return this.#lines();
  }

  /** Chooses a file, given as { name, text }, as from a disk. */
  async choose({ name = "draft.json", text }) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.button(this.say.openFile).click()]);
    await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** Opens a file that can be opened. */
  async openFile(file) {
    await this.choose(file);
    return this.#lines();
  }

  /** The drafts of this browser: name, verdict, when saved. */
  async drafts() {
    const rows = await this.page.locator("table.drafts tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 3).map((it) => it.innerText)),
    );
    return rows.map((row) => row.map(plain));
  }

  async draftNames() {
    return (await this.drafts()).map(([name]) => name);
  }

  /** Opens the first draft of this name. */
  async openDraft(name) {
    await this.page.locator("table.drafts").getByRole("link", { name, exact: true }).first().click();
    return this.#lines();
  }

  async duplicate(name) {
    await this.button(this.say.duplicate(name)).first().click();
  }

  async delete(name) {
    await this.button(this.say.delete(name)).first().click();
  }

  async rename(name, to) {
    await this.button(this.say.rename(name)).first().click();
    const field = this.field(this.say.newName(name));
    await see(() => field.evaluate((it) => it.matches(":focus")), true);
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.type(to);
    await this.page.keyboard.press("Enter");
  }
}
