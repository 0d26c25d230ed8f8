// What stands on the page before the program does, or instead of it.
export class BootPage {
  constructor(site) {
    this.site = site;
    this.page = site.page;
  }

  async open() {
    await this.site.go();
  }

  /** The words of the failure message, once there is one. */
  async failure() {
    const alert = this.page.getByRole("alert");
    await alert.waitFor();
    return alert.innerText();
  }

  /** Asserts nothing; the message as read in one language. */
  async failureIn(lang) {
    await this.failure();
    return this.page.getByRole("alert").locator(`p[lang=${lang}]`).innerText();
  }

  loading() {
    return this.page.getByText("Loading…");
  }

  /** The words that come when loading takes too long, with the clock moved forward. */
  async afterLongWaiting() {
    await this.page.locator(".boot-late").evaluate((it) => it.getAnimations().forEach((animation) => animation.finish()));
    return this.page.getByText("takes longer than it should");
  }

  /** The words for a browser without scripts. */
  withoutScripts(lang) {
    return this.page.locator(`noscript p[lang=${lang}]`);
  }
}
