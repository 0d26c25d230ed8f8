// A journey: what one person does, in a browser of their own with nothing stored yet.
// Beside what it asserts itself, each journey fails when
// - anything is asked of another address than the site's own,
// - the Content-Security-Policy is broken,
// - the page reports an error or a warning that the journey did not announce.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { accessible } from "./accessible.mjs";
import { browser, closeBrowser } from "./browser.mjs";

/** The address of the site under test, with the path it is served from; run.mjs sets it. */
export const base = process.env.SITE ?? "http://127.0.0.1:8080/";

after(closeBrowser);

/**
 * Declares a journey. Options, all with defaults:
 *   lang     "en" or "fr": the browser's language
 *   width    of the window in CSS pixels; height likewise
 *   colors   "light" or "dark"
 *   scripts  false for a browser with JavaScript switched off
 *   faults   a pattern of console messages that belong to this journey (a missing file, a program that halts)
 * The body is given a Site.
 */
export function journey(name, options, body) {
  if (!body) [options, body] = [{}, options];
  test(name, { timeout: 60_000 }, async () => {
    const site = await Site.open(options);
    try {
      await body(site);
      site.assertClean();
    } catch (error) {
      await site.keepPicture(name);
      for (const message of site.messages) console.log(`${name}: the page said: ${message}`);
      throw error;
    } finally {
      await site.context.close();
    }
  });
}

/** One person's browser: a fresh context, its first tab, and a record of what the page asked for and said. */
export class Site {
  requests = [];
  messages = [];

  static async open({ lang = "en", width = 1280, height = 900, colors = "light", scripts = true, faults } = {}) {
    const site = new Site();
    site.lang = lang;
    site.faults = faults;
    site.context = await (await browser()).newContext({
      acceptDownloads: true,
      colorScheme: colors,
      javaScriptEnabled: scripts,
      locale: `${lang}-CA`,
      serviceWorkers: "allow",
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
    if (!this.faults?.test(message)) this.messages.push(message);
  }

  /** Goes to a route of the page, such as "" or "#/bid/1/lines". */
  async go(route = "") {
    await this.page.goto(base + route);
  }

  /** Asserts that axe finds nothing to object to, in light and in dark. */
  async assertAccessible() {
    await accessible(this.page);
  }

  /** Asserts that nothing was asked of another address, and that the page reported no error. */
  assertClean() {
    const foreign = this.requests.filter((it) => !it.startsWith(base) && !it.startsWith("data:") && !it.startsWith(`blob:${new URL(base).origin}`));
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
