// The calculator in pages of other sites, friendly and hostile.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { otherSite } from "../lib/host.mjs";
import { serve } from "../lib/server.mjs";
import { base, dist } from "../lib/site.mjs";
import { draftFile, store } from "../pages/draft.mjs";
import { framed } from "../pages/framed.mjs";
import { inside } from "../pages/inside.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";

const { origin } = new URL(base);
const script = `<script src="${base}embed.js" async></script>`;
const strict = { "content-security-policy": `default-src 'none'; script-src ${base}embed.js; frame-src ${origin}` };
const element = (attributes = "") => `<canadian-content ${attributes}><a href="${base}">Calculator</a></canadian-content>`;
// What a page around gets to hear, in order.
const listen = (site) =>
  site.page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ["verdict", "bid"]) addEventListener(name, (event) => heard.push([name, event.detail[name]]));
  });
const heard = (site) => site.page.evaluate(() => heard);
const high = (site, nth = 0) => site.page.locator("iframe").nth(nth).evaluate((it) => it.getBoundingClientRect().height);

journey("a plain frame in a site that forbids all scripts", async (site) => {
  await otherSite(site, `<iframe src="${base}?lang=fr" title="Calculateur" width="100%" height="800"></iframe>`, {
    "content-security-policy": `default-src 'none'; frame-src ${origin}`,
  });
  site.lang = "fr";
  const home = await framed(site);
  const lines = await home.openExample();
  await lines.sees(/^Non satisfaite 61,85/);
  const result = await lines.toResult();
  await result.switchLanguage();
  await result.assertSays("Not met", "$8,800.00 short.");
  assert.equal(site.page.frames()[1].parentFrame(), site.page.mainFrame());
});

journey("by script, under a strict policy: two of them, each as high as it needs to be, without a loop", async (site) => {
  await otherSite(site, `${script}${element('lang="en"')}${element('lang="fr" theme="dark" compact')}`, strict);
  await listen(site);
  const home = await framed(site);
  await framed(site, 1);
  const inner = (nth) => site.page.frames()[nth + 1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await see(async () => (await high(site)) === (await inner(0)), true);
  await see(async () => (await high(site, 1)) === (await inner(1)), true);
  const [first, second] = [await high(site), await high(site, 1)];
  assert.ok(first > 400 && second > 400, `${first} and ${second} px`);
  // Growing content grows its own frame, and then nothing moves.
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await see(async () => (await heard(site)).at(-1), ["verdict", "no"]);
  await lines.toResult();
  await see(async () => (await high(site)) === (await inner(0)) && (await high(site)) !== first, true);
  const seen = await site.page.evaluate(
    () =>
      new Promise((done) => {
        const heights = new Set();
        const end = performance.now() + 600;
        const look = () => {
          for (const it of document.querySelectorAll("canadian-content")) heights.add(it.getBoundingClientRect().height);
          if (performance.now() < end) requestAnimationFrame(look);
          else done(heights.size);
        };
        look();
      }),
  );
  assert.equal(seen, 2, "two frames, two heights");
  assert.equal(await high(site, 1), second);
  const scrolls = await site.page.frames()[1].evaluate(() => document.scrollingElement.scrollHeight > innerHeight);
  assert.equal(scrolls, false, "no bar to scroll inside of the frame");
});

journey("without its script the element is a link", { scripts: false }, async (site) => {
  await otherSite(site, `${script}${element()}`);
  await site.page.getByRole("link", { name: "Calculator" }).waitFor();
});

journey("a frame 320 pixels wide", async (site) => {
  await otherSite(site, `<div style="width:320px">${script}${element()}</div>`);
  const home = await framed(site);
  const fits = () => site.page.frames()[1].evaluate(() => [innerWidth, document.scrollingElement.scrollWidth]);
  await see(fits, [320, 320]);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await see(fits, [320, 320]);
  await lines.toOriginOf(1);
  await see(fits, [320, 320]);
  await lines.toResult();
  await see(fits, [320, 320]);
});

journey("in another site's frame the browser refuses storage", async (site) => {
  await site.context.addInitScript(() => {
    if (window.parent === window) return;
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: refuse });
    Object.defineProperty(window, "caches", { get: refuse });
  });
  await otherSite(site, `${script}${element('module="good"')}`);
  const home = await framed(site);
  const lines = home.page.locator(".origin");
  await lines.waitFor();
  await see(() => home.text(), /memory only/);
});

/** The calculator as a host serves it that sends the headers of our recipes. */
async function withRecipe(site) {
  const server = await serve(dist, "/calc/", { headers: { "access-control-allow-origin": "*" } });
  site.homes.push(server.url);
  site.context.on("close", () => server.stop());
  return server.url;
}

journey("in a frame without an origin, from a host with our recipe, it works from memory", { faults: /sandbox|Unsafe attempt|localStorage/ }, async (site) => {
  await otherSite(site, `<iframe sandbox="allow-scripts" src="${await withRecipe(site)}" title="Calculator" width="100%" height="800"></iframe>`);
  const home = await framed(site);
  assert.equal(await site.page.frames()[1].evaluate(() => origin), "null");
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await see(() => lines.keeping(), /memory|this tab|not saved/i);
});

journey("in a frame without an origin, from a host without the recipe, it says that files are missing", { faults: /CORS|origin|Failed to load|ERR_FAILED|integrity|preload|The page failed/ }, async (site) => {
  await otherSite(site, `<iframe sandbox="allow-scripts" src="${base}" title="Calculator" width="100%" height="800"></iframe>`);
  const frame = site.page.frameLocator("iframe");
  await frame.locator(".boot-late").evaluate((it) => it.getAnimations().forEach((animation) => animation.finish()));
  await frame.getByText("takes longer than it should").waitFor();
});

journey("in a frame without scripts it says that it needs them", { faults: /Blocked script execution/ }, async (site) => {
  await otherSite(site, `<iframe sandbox src="${await withRecipe(site)}" title="Calculator" width="100%" height="800"></iframe>`);
  const frame = site.page.frameLocator("iframe");
  await frame.locator("noscript p[lang=en]").waitFor();
  await frame.locator("noscript p[lang=fr]").waitFor();
  assert.equal(await frame.getByText("Loading…").isVisible(), false);
});

for (const [accent, theme] of [["ffee00", "light"], ["101010", "dark"], ["7a1f3d", "light"], ["7a1f3d", "dark"]]) {
  journey(`accent ${accent} can be read on ${theme}`, async (site) => {
    await site.go(`?accent=${accent}&theme=${theme}&compact&lang=fr`);
    await site.started();
    site.lang = "fr";
    const lines = await new HomePage(site).openExample();
    await lines.sees(/^Non satisfaite/);
    await site.assertAccessible();
    await lines.toResult();
    await site.assertAccessible();
    assert.equal(await site.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), theme);
  });
}

journey("options that are none change nothing", async (site) => {
  await site.go("?lang=%3Cscript%3E&theme=x&accent=red;background:url(//evil)&module=__proto__&host=javascript:alert(1)&constructor=1");
  await site.started();
  assert.deepEqual(
    await site.page.evaluate(() => [{ ...document.documentElement.dataset }, document.documentElement.getAttribute("style")]),
    [{}, null],
  );
});

for (const [name, heading] of [["jcp", /Joint|Certification/i], ["tools", /./]]) {
  journey(`module ${name}`, async (site) => {
    await site.go(`?module=${name}`);
    await site.started();
    await see(() => new HomePage(site).heading(), heading);
    assert.match(site.page.url(), /#\/tools/);
  });
}

journey("module good begins with one good and module share with a bid: the last there is, or else a new one", async (site) => {
  const begins = async (module, there) => {
    await site.go(`?module=${module}`);
    await site.started();
    await site.page.locator(there).waitFor();
    return new URL(site.page.url()).hash.split("/")[2];
  };
  const good = await begins("good", ".origin");
  const bid = await begins("share", ".grid-lines");
  assert.notEqual(bid, good);
  assert.equal(await begins("share", ".grid-lines"), bid);
  assert.equal(await begins("good", ".origin"), good);
  await store(site, "later", draftFile("Later", [["Desks", "100", "yes"], ["Chairs", "1", "no"]]), "2999-01-01 00:00");
  await store(site, "broken", "{", "2999-01-02 00:00");
  assert.equal(await begins("share", ".grid-lines"), "later");
  assert.equal(await begins("good", ".origin"), good);
});

journey("a bid in the fragment is opened like a file, and taken out of the address", async (site) => {
  const text = draftFile("Prefilled", [["Desks", "100", "yes"]]);
  await site.go(`#prefill=${encodeURIComponent(text)}`);
  await site.started();
  await site.page.locator(".grid-lines").waitFor();
  assert.equal(await site.page.getByLabel("Name of this bid").inputValue(), "Prefilled");
  assert.match(site.page.url(), /#\/bid\/\w+\/lines$/);
  assert.doesNotMatch(site.requests.join(), /Prefilled|prefill/);
});

journey("a fragment that is no draft is told, as a file would be", async (site) => {
  await site.go("#prefill=%7B%22__proto__%22%3A1%7D");
  await site.started();
  await see(async () => (await new HomePage(site).notices()).length, 1);
});

journey("a page around is given the bid only after asking, once, and when the person agrees", async (site) => {
  await otherSite(site, `${script}${element()}`);
  await listen(site);
  const home = await framed(site);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  const ask = () => site.page.evaluate(() => document.querySelector("canadian-content").askForBid());
  await ask();
  await ask();
  const frame = site.page.frames()[1];
  await frame.getByText(/The site http:\/\/localhost:\d+, which shows this calculator, asks for the bid/).waitFor();
  assert.equal(await frame.locator("#asked").count(), 1);
  await frame.getByRole("button", { name: "Send it once" }).click();
  await see(async () => (await heard(site)).at(-1)?.[0], "bid");
  const [name, bid] = (await heard(site)).at(-1);
  assert.equal(name, "bid");
  assert.equal(JSON.parse(bid).draft.lines.length, 6);
  // Answered is answered.
  await ask();
  await site.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal(await frame.locator("#asked").count(), 0);
});

journey("a host that lays something over the button gets no click on it", async (site) => {
  await otherSite(site, `<div style="position:relative">${script}${element()}<div id="bait" style="position:absolute;inset:0;background:#fff;pointer-events:none">Win</div></div>`);
  await listen(site);
  const home = await framed(site);
  await home.openExample();
  await site.page.evaluate(() => document.querySelector("canadian-content").askForBid());
  const give = site.page.frames()[1].getByRole("button", { name: "Send it once" });
  await give.waitFor();
  // Longer than an uncovered one takes.
  await site.page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
  assert.equal(await give.isDisabled(), true);
  await site.page.evaluate(() => document.querySelector("#bait").remove());
  await give.click();
  await see(async () => (await heard(site)).filter(([name]) => name === "bid").length, 1);
});

journey("who says no gives nothing", async (site) => {
  await otherSite(site, `${script}${element()}`);
  await listen(site);
  const home = await framed(site);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await site.page.evaluate(() => document.querySelector("canadian-content").askForBid());
  // By the keyboard: while the host makes room for the question, the button moves.
  await site.page.frames()[1].getByRole("button", { name: "No", exact: true }).press("Enter");
  await see(async () => (await heard(site)).filter(([name]) => name === "bid"), [["bid", null]]);
});

journey("a hostile page around sends messages: nothing happens, and nothing is told", async (site) => {
  // It names an origin that is not its own, and one that is none.
  const frames = ["https://friendly.example", "javascript:0", "null", "*"].map((it) => `<iframe src="${base}?host=${encodeURIComponent(it)}" title="x" height="500"></iframe>`);
  await otherSite(site, frames.join(""));
  await site.page.evaluate(() => {
    globalThis.got = [];
    addEventListener("message", ({ data }) => got.push(data));
  });
  for (let nth = 0; nth < 4; nth += 1) await framed(site, nth);
  const home = await framed(site, 0);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  const before = await lines.text();
  await site.page.evaluate(() => {
    const messages = [
      { ask: "bid" }, "take-over", { source: "canadian-content", height: 1 }, { __proto__: { ask: "bid" } }, { constructor: { prototype: {} } },
      null, 1e309, "<img src=x onerror=alert(1)>", { id: 1, asked: new Uint8Array(9) }, "x".repeat(10_000_000), [[[[]]]],
    ];
    for (const frame of document.querySelectorAll("iframe")) for (const it of messages) frame.contentWindow.postMessage(it, "*");
    return new Promise((done) => setTimeout(done, 400));
  });
  assert.equal(await lines.text(), before);
  assert.deepEqual(await site.page.evaluate(() => got), []);
});

journey("the element passes over messages that are not its calculator's", async (site) => {
  await otherSite(site, `${script}${element('height="555"')}<iframe src="about:blank" title="other"></iframe>`);
  await listen(site);
  await framed(site);
  await see(async () => (await high(site)) > 0, true);
  const before = await high(site);
  await site.page.evaluate(() => {
    const fake = { source: "canadian-content", height: 5, verdict: "yes", bid: "x", top: true };
    postMessage(fake, "*");
    document.querySelector("body > iframe").contentWindow.parent.postMessage(fake, "*");
    return new Promise((done) => setTimeout(done, 300));
  });
  assert.equal(await high(site), before);
  assert.deepEqual(await heard(site), []);
});

for (const lang of ["en", "fr"]) {
  journey(`the page for hosts writes lines that work, in ${lang}`, { lang, faults: /Fetch API cannot load/ }, async (site) => {
    await site.go("embed.html");
    await site.page.locator("canadian-content iframe").waitFor();
    await site.assertAccessible();
    const { labels, copy } = {
      en: { labels: ["Language", "Begins with"], copy: "Copy" },
      fr: { labels: ["Langue", "Commence par"], copy: "Copier" },
    }[lang];
    await site.page.getByLabel(labels[0]).selectOption(lang === "en" ? "fr" : "en");
    await site.page.getByLabel(labels[1]).selectOption("good");
    const snippet = await site.page.locator("#snippet").inputValue();
    const sources = await site.page.locator("#sources").inputValue();
    await site.page.getByRole("button", { name: copy }).click();
    assert.match(snippet, /<canadian-content lang="(fr|en)" module="good">/);
    await otherSite(site, snippet, { "content-security-policy": `default-src 'none'; ${sources.replaceAll("\n", " ")}` });
    await (await framed(site)).page.locator(".origin").waitFor();
    const policy = async () => ({ "content-security-policy": `default-src 'none'; ${(await site.page.locator("#sources").inputValue()).replaceAll("\n", " ")}` });
    const choose = async (how) => {
      await site.go("embed.html");
      await site.page.locator("select[name=how]").selectOption(how);
      await site.page.locator("#preview > iframe").waitFor();
      await site.assertAccessible();
      return [await site.page.locator("#snippet").inputValue(), await policy()];
    };
    await otherSite(site, ...(await choose("frame")));
    await framed(site);

    // Without a frame the calculator's files are asked for from the host's page, which takes the headers of our recipes.
    const home = await withRecipe(site);
    await site.page.goto(`${home}embed.html`);
    await site.page.locator("select[name=how]").selectOption("element");
    await site.page.locator("#caution").waitFor();
    await site.page.frameLocator("#preview > iframe").locator("canadian-content-calculator body:not(:has(#boot))").waitFor();
    await site.assertAccessible();
    await otherSite(site, await site.page.locator("#snippet").inputValue(), await policy());
    await (await inside(site)).openExample();
  });
}
