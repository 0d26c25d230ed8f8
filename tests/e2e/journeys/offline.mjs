// The calculator without a network: from the second visit on, through updates, and when what the browser keeps is spoilt.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "../lib/journey.mjs";
import { serve } from "../lib/server.mjs";
import { dist } from "../lib/site.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

const gone = { worker: true, faults: /Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/ };

/** Waits until the browser keeps a whole build, ready for the next visit. */
async function kept(site) {
  await see(() => site.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), "activated");
}

/** A copy of the built site that a journey may change, on a server of its own that it may stop; visited once. */
async function visited(site) {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  cpSync(dist, folder, { recursive: true });
  const server = await serve(folder, "/ici/");
  site.homes.push(server.url);
  site.context.on("close", () => server.stop());
  await site.page.goto(server.url);
  await site.started();
  await kept(site);
  return {
    /** The network cable is pulled. */
    stop: () => server.stop(),
    async visit() {
      await site.page.goto(server.url);
      await site.started();
      return new HomePage(site);
    },
    /** Another build: the page says so in a comment, and the service worker's list knows that page. */
    update(name) {
      const page = readFileSync(join(folder, "index.html"), "utf8");
      const next = `${page}<!-- ${name} -->\n`;
      const hash = (text) => createHash("sha256").update(text).digest("base64");
      const keeper = readFileSync(join(folder, "sw.js"), "utf8");
      assert.ok(keeper.includes(hash(page)), "the list knows the page");
      writeFileSync(join(folder, "index.html"), next);
      writeFileSync(join(folder, "sw.js"), keeper.replace(hash(page), hash(next)).replace(/const build = "[^"]*"/, `const build = "${name}"`));
    },
    /** A file does not come as it should; answers with how to mend it. */
    spoil(name) {
      const text = readFileSync(join(folder, name));
      writeFileSync(join(folder, name), "spoilt");
      return () => writeFileSync(join(folder, name), text);
    },
  };
}

/** Which build the page is of: the comment after its end, where there is one. */
const buildOf = (site) => site.page.evaluate(() => [...document.childNodes].find((it) => it.nodeType === 8)?.data.trim() ?? "first");

for (const lang of ["en", "fr"]) {
  journey(`the page for hosts is reached from the foot and works without a network, ${lang}`, { ...gone, lang }, async (site) => {
    const own = await visited(site);
    await own.stop();
    const home = await own.visit();
    await home.page.getByRole("contentinfo").getByRole("link", { name: lang === "fr" ? "Sur votre propre site" : "On your own site" }).click();
    await site.page.locator(`html[lang=${lang}] #snippet`).waitFor();
    await site.page.frameLocator("#preview iframe").locator("body:not(:has(#boot))").waitFor();
    for (const [how, there] of [["frame", "body:not(:has(#boot))"], ["element", "canadian-content-calculator body:not(:has(#boot))"]]) {
      await site.page.locator("select[name=how]").selectOption(how);
      await site.page.frameLocator("#preview > iframe").locator(there).waitFor();
    }
  });
}

journey("from the second visit on everything works without a network", gone, async (site) => {
  const own = await visited(site);
  await own.stop();
  const home = await own.visit();
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await lines.type(lines.cell(6, "price"), "50");
  const result = await lines.toResult();
  await result.readOther();
  await result.switchLanguage();
  await result.switchLanguage();
  await result.download();
  await result.toHome();
  await site.page.getByRole("contentinfo").getByRole("link", { name: "Sources and method" }).click();
  await see(() => home.heading(), "Sources and method");
  await site.page.getByText("NAFTA").first().waitFor();
  assert.equal(await site.page.getByText("could not be loaded").count(), 0);
  // Every file of the list is there, whether or not a screen has needed it so far.
  const kept = await site.page.evaluate(async () => {
    const [store] = await caches.keys();
    return (await (await caches.open(store)).keys()).map((it) => it.url.replace(location.origin, ""));
  });
  const listed = [...readFileSync(join(dist, "sw.js"), "utf8").matchAll(/\["([^"]*)","[^"]{44}"\]/g)].map((it) => `/ici/${it[1]}`);
  assert.ok(listed.length > 25, "the list was read");
  assert.deepEqual(kept.sort(), listed.sort());
  await site.page.reload();
  await site.started();
});

journey("it can be installed: the browser has no objection", gone, async (site) => {
  await visited(site);
  const browser = await site.context.newCDPSession(site.page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // The browser of a journey has no profile that lasts, and says only that.
  assert.deepEqual(installabilityErrors.filter((it) => it.errorId !== "in-incognito"), []);
  const { errors, data } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  for (const { src, sizes, type } of JSON.parse(data).icons) {
    const [found, width, height] = await site.page.evaluate(async (src) => {
      const answer = await fetch(src);
      const image = new Image();
      image.src = src;
      await image.decode();
      return [answer.headers.get("content-type"), image.naturalWidth, image.naturalHeight];
    }, src);
    assert.equal(found, type);
    if (sizes !== "any") assert.equal(`${width}x${height}`, sizes);
  }
});

journey("a new version is offered, and taken only when asked for", gone, async (site) => {
  const own = await visited(site);
  own.update("second");
  await own.visit();
  assert.equal(await buildOf(site), "first");
  // In the middle of a bid.
  const lines = await new HomePage(site).openExample();
  await lines.sees("Not met 61.85 %");
  const offer = site.page.locator("#update");
  await offer.getByText("A new version of the calculator is ready.").waitFor();
  await site.assertAccessible();
  await lines.type(lines.cell(6, "price"), "50");
  assert.equal(await buildOf(site), "first");
  // Later means: not in this visit.
  await offer.getByRole("button", { name: "Later" }).click();
  assert.equal(await offer.count(), 0);
  await lines.saved();
  await site.page.reload();
  await site.started();
  assert.equal(await buildOf(site), "first");
  await lines.switchLanguage();
  await offer.getByText("Une nouvelle version du calculateur est prête.").waitFor();
  // Typed a moment ago: taking the new version must not lose it.
  await lines.type(lines.cell(6, "price"), "60");
  await offer.getByRole("button", { name: "L’utiliser maintenant" }).click();
  await see(() => buildOf(site).catch(() => ""), "second");
  await site.started();
  await see(() => lines.cell(6, "price").inputValue(), "60");
  await own.stop();
  await own.visit();
  assert.equal(await buildOf(site), "second");
});

journey("an update that is cut short leaves the old version whole, and goes on later", gone, async (site) => {
  const own = await visited(site);
  own.update("second");
  const mend = own.spoil("index.html");
  await own.visit();
  // The new worker has given up.
  const update = await site.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing;
    const gone = () => !worker || worker.state === "redundant";
    await new Promise((done) => (gone() ? done() : worker.addEventListener("statechange", () => gone() && done())));
    return [registration.waiting, registration.installing].map(Boolean);
  });
  assert.deepEqual(update, [false, false]);
  await own.visit();
  assert.equal(await buildOf(site), "first");
  assert.equal(await site.page.locator("#update").count(), 0);
  mend();
  await own.visit();
  await site.page.locator("#update").getByRole("button", { name: "Use it now" }).click();
  await see(() => buildOf(site).catch(() => ""), "second");
});

journey("what was spoilt in the browser's store heals itself", gone, async (site) => {
  const own = await visited(site);
  const spoilt = await site.page.evaluate(async () => {
    const [store] = await caches.keys();
    const cache = await caches.open(store);
    let count = 0;
    for (const { url } of await cache.keys()) {
      // Texts, rules and programs are spoilt, styles are gone.
      if (/texts|\.wasm$|annex\.pack/.test(url)) await cache.put(url, new Response("spoilt")).then(() => (count += 1));
      if (/\.css$/.test(url)) await cache.delete(url).then(() => (count += 1));
    }
    return count;
  });
  assert.ok(spoilt > 9);
  const lines = await (await own.visit()).openExample();
  await lines.sees("Not met 61.85 %");
  // Whole again, and so good for a visit without a network.
  const faults = () =>
    site.page.evaluate(async () => {
      const [store] = await caches.keys();
      const cache = await caches.open(store);
      const texts = await Promise.all((await cache.keys()).map(async (it) => (await (await cache.match(it)).text()).slice(0, 6)));
      return [texts.length, texts.filter((it) => it === "spoilt").length];
    });
  const listed = readFileSync(join(dist, "sw.js"), "utf8").match(/"[^"]{44}"\]/g).length;
  await see(faults, [listed, 0]);
  await own.stop();
  const again = await (await own.visit()).openExample();
  await again.sees("Not met 61.85 %");
});

journey("where service workers are refused, the page does without", { worker: true }, async (site) => {
  await site.context.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("refused", "SecurityError"));
  });
  await HomePage.open(site);
  const lines = await new HomePage(site).openExample();
  await lines.sees("Not met 61.85 %");
  assert.deepEqual(await site.page.evaluate(() => caches.keys()), []);
});
