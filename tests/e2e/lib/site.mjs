// The site under test, as one person has it before them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { accessible } from "./accessible.mjs";
import { browser } from "./browser.mjs";

/** The address of the site under test, with the path it is served from; run.mjs sets it. */
export const base = process.env.SITE ?? "http://127.0.0.1:8080/";

/** The folder that holds it; run.mjs sets it. */
export const dist = process.env.DIST ?? "dist";

/** One person's browser: a fresh context, its first tab, and a record of what the page asked for and said. */
export class Site {
  requests = [];
  /** Where the page's own files may come from; a journey with a server of its own adds to it. */
  homes = [base];
  messages = [];

  static async open({ lang = "en", width = 1280, height = 900, colors = "light", scripts = true, worker = false, faults } = {}) {
    const site = new Site();
    site.lang = lang;
    site.faults = faults;
    site.context = await (await browser()).newContext({
      acceptDownloads: true,
      colorScheme: colors,
      javaScriptEnabled: scripts,
      locale: `${lang}-CA`,
      // What a journey does to a request must reach the page; a journey about offline use asks for the worker.
      serviceWorkers: worker ? "allow" : "block",
      timezoneId: "America/Toronto",
      viewport: { width, height },
    });
    site.context.setDefaultTimeout(10_000);
    site.context.on("request", (request) => site.requests.push(request.url()));
    site.context.on("page", (page) => site.#watch(page));
    await site.context.addInitScript(() =>
      addEventListener("securitypolicyviolation", (it) =>
        console.error(`Content-Security-Policy: ${it.effectiveDirective} forbids ${it.blockedURI} (${it.sourceFile}:${it.lineNumber})`),
      ),
    );
    site.page = await site.context.newPage();
    return site;
  }

  #watch(page) {
    page.on("console", (it) => {
      if (["error", "warning"].includes(it.type())) this.#hear(`${it.type()}: ${it.text()} ${it.location().url}`);
    });
    page.on("pageerror", (error) => this.#hear(`uncaught: ${error.message}`));
    page.on("websocket", (socket) => this.requests.push(socket.url()));
  }

  #hear(message) {
    // The browser is told to refuse service workers, and says so.
    if (/Service Worker registration blocked by Playwright/.test(message)) return;
    if (!this.faults?.test(message)) this.messages.push(message);
  }

  /** Goes to a route of the page, such as "" or "#/bid/1/lines". */
  async go(route = "") {
    await this.page.goto(base + route);
  }

  /** Waits until the program stands, or has failed to; the latter fails the journey at once. */
  async started() {
    const failure = this.page.locator("#boot [role=alert]");
    await this.page.locator("body:not(:has(#boot))").or(failure).waitFor();
    if (await failure.isVisible()) assert.fail(`the program did not start: ${await failure.innerText()}`);
  }

  /** Asserts that axe finds nothing to object to, in light and in dark. */
  async assertAccessible() {
    await accessible(this.page);
  }

  /** Asserts that nothing was asked of another address, and that the page reported no error. */
  assertClean() {
    const own = (it) => this.homes.some((home) => it.startsWith(home) || it.startsWith(`blob:${new URL(home).origin}`));
    const foreign = this.requests.filter((it) => !own(it) && !/^(data:|blob:null\/)/.test(it));
    assert.deepEqual(foreign, [], "requests that left the site");
    assert.deepEqual(this.messages, [], "errors and warnings of the page");
  }

  async keepPicture(name) {
    const folder = "target/logs/journeys";
    mkdirSync(folder, { recursive: true });
    const path = `${folder}/${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`;
    await this.page.screenshot({ path, fullPage: true }).catch(() => {});
  }
}
