// The workspace of a bid: its name, how it is kept, and the steps with the verdict.
import { plain, see } from "./see.mjs";
import { Screen } from "./screen.mjs";

export class Bid extends Screen {
  name() {
    return this.field(this.say.bidName);
  }

  /** How the draft is kept, in the page's words. */
  async keeping() {
    return plain(await this.page.locator(".bid .saved").innerText());
  }

  /** Waits until the page says that the draft is saved, and when. */
  async saved() {
    await see(() => this.keeping(), this.say.saved);
  }

  steps() {
    return this.page.getByRole("navigation", { name: this.say.steps });
  }

  /** The verdict as the steps show it at every moment, such as "Not met 61.85 %". */
  async verdict() {
    return plain(await this.steps().getByRole("link").nth(2).locator("small").innerText());
  }

  async sees(verdict) {
    await see(() => this.verdict(), verdict);
  }

  /** How many lines are Canadian, as the steps show it. */
  async counts() {
    return plain(await this.steps().getByRole("link").nth(1).locator("small").innerText());
  }

  async goTo(step, selector) {
    await this.steps().getByRole("link").nth(step).click();
    await this.page.locator(selector).waitFor();
  }

  async toLines() {
    const { LinesPage } = await import("./lines.mjs");
    await this.goTo(0, ".grid-lines");
    return new LinesPage(this.site);
  }

  async toOrigin() {
    const { OriginPage } = await import("./origin.mjs");
    await this.goTo(1, ".origin");
    return new OriginPage(this.site);
  }

  async toResult() {
    const { ResultPage } = await import("./result.mjs");
    await this.goTo(2, ".result");
    return new ResultPage(this.site);
  }

  async toHome() {
    const { HomePage } = await import("./home.mjs");
    await this.page.locator(".brand").click();
    await this.page.locator(".home").waitFor();
    return new HomePage(this.site);
  }

  async undo() {
    await this.button(this.say.undo).click();
  }

  async redo() {
    await this.button(this.say.redo).click();
  }

  /** The draft file, downloaded: its name and text. */
  async download() {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(this.say.downloadDraft).first().click()]);
    const { readFile } = await import("node:fs/promises");
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Pastes a text into a field, as from another program. */
  async paste(field, text) {
    await this.site.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((it) => navigator.clipboard.writeText(it), text);
    await field.focus();
    await this.page.keyboard.press("ControlOrMeta+V");
  }
}
