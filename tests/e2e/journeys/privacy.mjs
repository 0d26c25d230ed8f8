// What stays in the browser, and that nothing leaves it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "../lib/journey.mjs";
import { base } from "../lib/site.mjs";
import { stored } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

async function toPrivacy(site) {
  const home = new HomePage(site);
  await site.page.getByRole("contentinfo").getByRole("link", { name: home.say.privacy }).click();
  await see(() => home.heading(), home.say.privacy);
  return home;
}

for (const lang of ["en", "fr"]) {
  journey(`everything that is kept is shown, to the byte, taken away and wiped, in ${lang}`, { lang }, async (site) => {
    const lines = await (await HomePage.open(site)).openExample();
    await lines.saved();
    const home = await toPrivacy(site);
    const kept = await stored(site);
    const size = (text) => Buffer.byteLength(text, "utf8");
    const shown = () =>
      site.page.locator("main details").evaluateAll((list) => list.map((it) => [it.querySelector("summary").textContent, it.querySelector("pre").textContent]));
    const entries = Object.entries(kept);
    assert.equal(entries.length, 2);
    for (const [key, text] of entries) {
      const [head] = (await shown()).filter(([, held]) => held === text).map(([head]) => head);
      assert.ok(head.includes(key) && head.includes(String(size(key) + size(text))), `${key}: ${head}`);
    }
    await site.assertAccessible();
    await home.assertFits();
    const name = { en: "Download all of it", fr: "Télécharger le tout" }[lang];
    const [download] = await Promise.all([site.page.waitForEvent("download"), home.button(name).click()]);
    assert.deepEqual(JSON.parse(await readFile(await download.path(), "utf8")), kept);
    await home.button(home.say.wipe).click();
    await home.button(home.say.wipeSure).click();
    await see(() => stored(site), {});
    await see(async () => (await shown()).length, 0);
  });
}

journey("wiping takes the copy of the page's files away, too", { worker: true }, async (site) => {
  const home = await HomePage.open(site);
  const copies = () => site.page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  await see(copies, [1, 1]);
  await toPrivacy(site);
  await home.button(home.say.wipe).click();
  await home.button(home.say.wipeSure).click();
  await see(copies, [0, 0]);
});

journey("from the first visit to the printed record every request is for a file of the site", { worker: true }, async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await lines.type(lines.name(), "Secret bid of Acme");
  const origin = await lines.toOriginOf(2);
  const result = await origin.toResult();
  await result.readOther();
  await result.switchLanguage();
  await result.switchLanguage();
  await result.download();
  await site.page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
  await result.button(result.say.print).first().click();
  await see(() => site.page.evaluate(() => globalThis.printed), true);
  await site.page.emulateMedia({ media: "print" });
  await site.page.emulateMedia({ media: "screen" });
  await toPrivacy(site);
  await see(async () => site.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), "activated");
  // What the service worker asks for counts like what the page asks for.
  const asked = site.requests.filter((it) => !it.startsWith("blob:"));
  assert.ok(asked.length > 40, `${asked.length} requests were watched`);
  for (const address of asked) {
    assert.ok(address.startsWith(base), address);
    assert.match(address.slice(base.length), /^(|[\w./-]+\.(html|js|css|wasm|svg|png|txt|pack|json|webmanifest)(\?v=[0-9a-f]{16})?)$/, address);
  }
  assert.doesNotMatch(asked.join(" "), /secret|acme/i);
  assert.deepEqual(await site.context.cookies(), []);
});

journey("what the page forbids itself it forbids its engine", { faults: /Content.Security.Policy|Refused to connect|violates/ }, async (site) => {
  await (await HomePage.open(site)).openExample();
  await see(() => site.page.workers().length, 1);
  for (const place of [site.page, site.page.workers()[0]]) {
    const answer = await place.evaluate(() => fetch("http://localhost:9/").then(() => "went out", (error) => error.name));
    assert.equal(answer, "TypeError");
  }
  assert.deepEqual(site.requests.filter((it) => it.includes("localhost:9")), [], "not even asked");
});
