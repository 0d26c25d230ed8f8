// Takes the pictures in docs/screenshots/: each screen in both languages, wide and narrow, light and dark.
// usage: node tests/e2e/shots.mjs [DIST] [WORD...]    only screens whose name contains one of the words
import { mkdirSync } from "node:fs";
import { browser, closeBrowser } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

const [dist = "dist", ...words] = process.argv.slice(2);
const server = await serve(dist, "/");
process.env.SITE = server.url;
const { Site } = await import("./lib/site.mjs");
const { HomePage } = await import("./pages/home.mjs");

/** Each screen by name, and how a person gets there. */
const screens = [
  { name: "home", steps: (site) => HomePage.open(site) },
];

const folder = "docs/screenshots";
mkdirSync(folder, { recursive: true });
for (const { name, steps } of screens.filter((it) => words.length === 0 || words.some((word) => it.name.includes(word)))) {
  for (const lang of ["en", "fr"]) {
    for (const width of [1280, 360]) {
      for (const colors of ["light", "dark"]) {
        const site = await Site.open({ lang, width, height: width === 360 ? 740 : 900, colors });
        await steps(site);
        const path = `${folder}/${name}-${lang}-${width}-${colors}.png`;
        await site.page.screenshot({ path, fullPage: true, animations: "disabled", caret: "hide" });
        site.assertClean();
        await site.context.close();
        console.log(path);
      }
    }
  }
}
await closeBrowser();
await server.stop();
