// Arriving at the page.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { Site } from "../lib/site.mjs";
import { HomePage } from "../pages/home.mjs";

for (const lang of ["en", "fr"]) {
  for (const width of [1280, 320]) {
    journey(`home opens and is accessible, ${lang}, ${width} px`, { lang, width }, async (site) => {
      await HomePage.open(site);
      await site.assertAccessible();
    });
  }
}

journey("home stands within a second", async () => {
  // Each time with nothing cached; the best of three, as the machine may be busy with something else.
  const times = [];
  for (let i = 0; i < 3; i += 1) {
    const visitor = await Site.open();
    const home = await HomePage.open(visitor);
    times.push(await home.shownAfter());
    visitor.assertClean();
    await visitor.context.close();
  }
  console.log(`home stood after ${times.map((it) => Math.round(it)).join(", ")} ms`);
  assert.ok(Math.min(...times) < 1000, `home stood after ${times} ms`);
});

journey("each file is asked for once", async (site) => {
  await HomePage.open(site);
  assert.deepEqual(site.requests, [...new Set(site.requests)]);
});
