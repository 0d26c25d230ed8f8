// Takes the pictures in docs/screenshots/ with the policy's example: each screen in both languages, wide and narrow.
// usage: node tests/e2e/shots.mjs [DIST] [WORD...]    only screens whose name contains one of the words
import { mkdirSync } from "node:fs";
import { closeBrowser } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

const [dist = "dist", ...words] = process.argv.slice(2);
const server = await serve(dist, "/");
process.env.SITE = server.url;
const { Site } = await import("./lib/site.mjs");
const { HomePage } = await import("./pages/home.mjs");
const { see } = await import("./pages/see.mjs");

/** The policy's example, with its rules there. */
async function example(site) {
  const lines = await (await HomePage.open(site)).openExample();
  await lines.sees(/61[.,]85/);
  await lines.saved();
  return lines;
}

/** Each screen by name, and how a person gets there. */
const screens = [
  {
    name: "home",
    async steps(site) {
      // With a draft in the list, as on a second visit.
      const home = await (await example(site)).toHome();
      await see(async () => (await home.drafts()).join(), /61[.,]85/);
    },
  },
  { name: "lines", steps: example },
  {
    name: "origin",
    async steps(site) {
      const origin = await (await example(site)).toOriginOf(2);
      await origin.assertAnswer("yes");
    },
  },
  {
    name: "result",
    async steps(site) {
      await (await example(site)).toResult();
    },
  },
];

/** The windows that are shown: wide in both colours, and a telephone's. */
const windows = [
  { width: 1280, height: 900, colors: "light" },
  { width: 1280, height: 900, colors: "dark" },
  { width: 360, height: 740, colors: "light" },
];

const folder = "docs/screenshots";
mkdirSync(folder, { recursive: true });
for (const { name, steps } of screens.filter((it) => words.length === 0 || words.some((word) => it.name.includes(word)))) {
  for (const lang of ["en", "fr"]) {
    for (const { width, height, colors } of windows) {
      const site = await Site.open({ lang, width, height, colors });
      // Always the same moment, so that a picture differs only where the page does.
      await site.context.clock.setFixedTime("2026-11-22T15:04:00-05:00");
      await steps(site);
      // As somebody who reads: from the top, with pointer and focus on nothing.
      await site.page.mouse.move(0, 0);
      await site.page.evaluate(() => {
        document.activeElement.blur();
        scrollTo(0, 0);
      });
      const path = `${folder}/${name}-${lang}-${width}-${colors}.png`;
      await site.page.screenshot({ path, fullPage: true, animations: "disabled", caret: "hide" });
      site.assertClean();
      await site.context.close();
      console.log(path);
    }
  }
}
await closeBrowser();
await server.stop();
