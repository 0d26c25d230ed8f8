// What a person reads when the page cannot start, or stops.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { journey } from "../lib/journey.mjs";
import { base } from "../lib/site.mjs";
import { BootPage } from "../pages/boot.mjs";
import { HomePage } from "../pages/home.mjs";

const missing = { faults: /Failed to load resource|The page failed|integrity|preload|uncaught: files/ };
const program = /_bg\.wasm$/;
const glue = /\/page-[^/]*\.js$/;

async function assertSays(boot, en, fr) {
  assert.match(await boot.failureIn("en"), en);
  assert.match(await boot.failureIn("fr"), fr);
}

const incomplete = [/could not start.*did not arrive whole.*Reload/s, /n’a pas pu démarrer.*pas arrivé intact.*Rechargez/s];

journey("the program is missing", missing, async (site) => {
  await site.page.route(program, (route) => route.fulfill({ status: 404, body: "" }));
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
  await site.assertAccessible();
});

journey("the host answers with a page instead of the program", missing, async (site) => {
  await site.page.route(program, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Not found" }));
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
});

journey("the program was changed on the way", missing, async (site) => {
  await site.page.route(program, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
});

journey("the program's script is missing", missing, async (site) => {
  await site.page.route(glue, (route) => route.fulfill({ status: 404, body: "" }));
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
});

journey("the program's script was changed on the way", missing, async (site) => {
  await site.page.route(glue, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n// changed` });
  });
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
});

journey("the host gives the program a wrong type", { faults: /MIME type/ }, async (site) => {
  await site.page.route(program, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await HomePage.open(site);
});

journey("the browser has no WebAssembly", missing, async (site) => {
  await site.context.addInitScript(() => delete globalThis.WebAssembly);
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, /cannot run WebAssembly.*Firefox/s, /ne peut pas exécuter WebAssembly.*Firefox/s);
});

journey("the program halts at its start", missing, async (site) => {
  // A whole and valid program whose first instruction is a trap.
  const trap = Buffer.from("0061736d01000000010401600000030201000801000a05010300000b", "hex");
  const hash = `sha384-${createHash("sha384").update(trap).digest("base64")}`;
  await site.page.route(base, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(_bg\.wasm"[^>]*data-integrity=")[^"]*/, `$1${hash}`);
    await route.fulfill({ response, body });
  });
  await site.page.route(program, (route) => route.fulfill({ contentType: "application/wasm", body: trap }));
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, /stopped while starting.*still there/s, /s’est arrêté au démarrage.*toujours/s);
});

journey("the texts are missing", missing, async (site) => {
  await site.page.route(/\/data\/texts\./, (route) => route.fulfill({ status: 404, body: "" }));
  const boot = new BootPage(site);
  await boot.open();
  await assertSays(boot, ...incomplete);
});

journey("the program halts while in use", { faults: /unreachable|The page failed/ }, async (site) => {
  await HomePage.open(site);
  await site.page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await assertSays(new BootPage(site), /has stopped.*reload the page/s, /s’est arrêté.*rechargez la page/s);
});

journey("the first script is missing: the page says so after a while", missing, async (site) => {
  await site.page.route(/\/boot-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
  const boot = new BootPage(site);
  await boot.open();
  await boot.loading().waitFor();
  await (await boot.afterLongWaiting()).waitFor();
  await site.assertAccessible();
});

journey("scripts are switched off", { scripts: false }, async (site) => {
  const boot = new BootPage(site);
  await boot.open();
  await boot.withoutScripts("en").waitFor();
  await boot.withoutScripts("fr").waitFor();
  assert.equal(await boot.loading().isVisible(), false);
});

journey("a program that halts in the middle of a bid offers the draft as a file", { faults: /unreachable|The page failed/ }, async (site) => {
  const lines = await (await HomePage.open(site)).openExample();
  await lines.type(lines.name(), "Rescued");
  await lines.saved();
  await site.page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await assertSays(new BootPage(site), /has stopped.*still there/s, /s’est arrêté.*toujours/s);
  await site.assertAccessible();
  const button = site.page.getByRole("alert").getByRole("button", { name: /Download the draft/ });
  const [download] = await Promise.all([site.page.waitForEvent("download"), button.click()]);
  const draft = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(draft.draft.title, "Rescued");
});

journey("on a slow line the page shows how much has come", async (site) => {
  const session = await site.context.newCDPSession(site.page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: 100_000, uploadThroughput: 100_000 });
  await site.go();
  const bar = site.page.getByRole("progressbar");
  await bar.waitFor();
  assert.ok((await bar.getAttribute("max")) > 200_000);
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await site.started();
  assert.equal(await bar.count(), 0);
});
