// A journey: what one person does, in a browser of their own with nothing stored yet.
// Beside what it asserts itself, each journey fails when
// - anything is asked of another address than the site's own,
// - the Content-Security-Policy is broken,
// - the page reports an error or a warning that the journey did not announce.
import { after, test } from "node:test";
import { closeBrowser } from "./browser.mjs";
import { Site } from "./site.mjs";

after(closeBrowser);

/**
 * Declares a journey. Options, all with defaults:
 *   lang     "en" or "fr": the browser's language
 *   width    of the window in CSS pixels; height likewise
 *   colors   "light" or "dark"
 *   scripts  false for a browser with JavaScript switched off
 *   worker   true where the page may have a service worker, without which nothing of it stays for offline use
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
