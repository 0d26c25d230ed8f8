// The home screen, as a person sees it.
export class HomePage {
  /** Opens the site where a first visitor lands, and waits until the program stands. */
  static async open(site) {
    await site.go();
    const home = new HomePage(site);
    await site.started();
    await home.title().waitFor();
    return home;
  }

  constructor(site) {
    this.site = site;
    this.page = site.page;
  }

  /** The heading of the screen; the one of the loading message is gone by then. */
  title() {
    return this.page.locator("body:not(:has(#boot))").getByRole("heading", { level: 1 });
  }

  /** How long after navigation the program stood on the page, in milliseconds. */
  async shownAfter() {
    return this.page.evaluate(() => performance.getEntriesByName("page-shown")[0].startTime);
  }
}
