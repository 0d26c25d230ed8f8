// The screen that reads a file of tender notices.
import { see, plain } from "./see.mjs";
import { Screen } from "./screen.mjs";

export class NoticesPage extends Screen {
  static async open(site) {
    await site.go("#/notices");
    await site.started();
    const notices = new NoticesPage(site);
    await notices.input().waitFor();
    return notices;
  }

  input() {
    return this.page.getByLabel(this.say.notices.choose, { exact: true });
  }

  /** Chooses a file: a path, or { name, buffer }. */
  async choose(file) {
    await this.input().setInputFiles(typeof file === "string" ? file : { mimeType: "text/csv", ...file });
  }

  /** Drops a text as a file on the page. */
  async drop(text) {
    await this.page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "notices.csv", { type: "text/csv" }));
      const target = document.querySelector("[data-drop]");
      for (const name of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
  }

  /** From now on counts the frames that the page paints while a file is read, and the steps of progress it shows. */
  async watch() {
    await this.page.evaluate(() => {
      const seen = (window.seen = { frames: 0, steps: new Set() });
      const frame = () => {
        const bar = document.querySelector(".drop progress");
        if (bar) {
          seen.frames += 1;
          seen.steps.add(bar.value);
        }
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }

  async watched() {
    return this.page.evaluate(() => ({ frames: window.seen.frames, steps: window.seen.steps.size }));
  }

  /** Stops the reading as soon as there is a button for it. */
  async stopAtOnce() {
    await this.page.evaluate(() => {
      const stop = (_, observer) => {
        const button = document.querySelector("[data-do=stop-file]");
        if (!button) return;
        observer.disconnect();
        button.click();
      };
      new MutationObserver(stop).observe(document.body, { childList: true, subtree: true });
    });
  }

  /** The titles of the list. */
  async titles() {
    return (await this.page.locator(".pick").allInnerTexts()).map(plain);
  }

  /** Waits until a sentence is to be read on the screen. */
  async says(pattern) {
    await see(async () => plain(await this.page.locator(".sheet").innerText()), pattern);
  }

  async search(words) {
    await this.type(this.page.locator("[data-value=q]"), words);
  }

  async pick(field, value) {
    await this.page.locator(`[data-value=${field}]`).selectOption(value);
  }

  async openFirst() {
    await this.page.locator(".pick").first().click();
    await this.button(this.say.notices.toList).first().waitFor();
  }

  async toList() {
    await this.button(this.say.notices.toList).click();
  }

  /** Opens the notice as a draft. */
  async asDraft() {
    await this.button(this.say.notices.draft).click();
    const { LinesPage } = await import("./lines.mjs");
    await this.field(this.say.bidName).waitFor();
    return new LinesPage(this.site);
  }
}
