// The calculator in a host's own page, without a frame: the element of element.js.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { otherSite } from "../lib/host.mjs";
import { journey } from "../lib/journey.mjs";
import { serve } from "../lib/server.mjs";
import { dist } from "../lib/site.mjs";
import { draftFile } from "../pages/draft.mjs";
import { inside } from "../pages/inside.mjs";
import { bidWithKeys, tabTo } from "../pages/keys.mjs";
import { Screen } from "../pages/screen.mjs";
import { see } from "../pages/see.mjs";

/** The calculator's site, as a host serves it that sends the headers of our recipes. */
async function calculator(site, headers = { "access-control-allow-origin": "*" }) {
  const server = await serve(dist, "/calc/", { headers });
  site.homes.push(server.url);
  site.context.on("close", () => server.stop());
  return server.url;
}

const element = (attributes = "", home = "") => `<canadian-content-calculator ${attributes}><a href="${home}">Open the calculator</a></canadian-content-calculator>`;
const script = (home) => `<script type="module" src="${home}element.js"></script>`;
/** A page of the host, as pages are: with a head, a heading and landmarks of its own. */
const page = (home, attributes = "", style = "") =>
  `${style}${script(home)}<header><a href="#top">Host</a></header><main><h1>The host’s page</h1>${element(attributes, home)}</main><footer>Host</footer>`;

/** The policy that the manual names for this way, without anything more, for the calculator at `home`. */
const manual = /^script-src .*'wasm-unsafe-eval'.*$/m.exec(readFileSync("docs/embedding.md", "utf8"))[0];
const strict = (home, but = (it) => it) => ({
  "content-security-policy": but(`default-src 'none'; ${manual.replaceAll("https://calculator.example/", home)}`),
});

/** What the calculator must leave as it was. */
const untouched = (site) =>
  site.page.evaluate(() => [location.href, document.title, document.documentElement.lang, history.length, document.head.children.length, document.body.attributes.length]);

journey("under the policy that the manual names: the policy's example, and the host's page untouched", async (site) => {
  const home = await calculator(site);
  const url = await otherSite(site, page(home), strict(home));
  await site.page.evaluate(() => {
    globalThis.heard = [];
    addEventListener("verdict", (event) => heard.push(event.detail.verdict));
  });
  const start = await inside(site);
  const lines = await start.openExample();
  await lines.sees("Not met 61.85 %");
  await see(() => site.page.evaluate(() => heard.at(-1)), "no");
  assert.equal(site.page.workers().length, 1, "the engine runs in a worker");
  const result = await lines.toResult();
  await result.assertSays("Not met", "$8,800.00 short.");
  await result.button("Français").click();
  await result.page.locator("html[lang=fr]").waitFor();
  // In the head: what stands there of the host's, three elements.
  assert.deepEqual(await untouched(site), [url, "Another site", "en", 2, 3, 0]);
  assert.deepEqual(await site.page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith("ccc:"))), []);
});

journey("from a new bid to its result without a mouse", async (site) => {
  const home = await calculator(site);
  await otherSite(site, page(home), strict(home));
  const start = await inside(site);
  await site.page.keyboard.press("Tab");
  assert.equal(await start.focused(), "Host");
  assert.deepEqual(await tabTo(start, "New bid"), [
    "Canadian Content Calculator",
    "Bids",
    "Procedure",
    "Rules",
    "Method",
    "Français",
    "New bid",
  ]);
  await bidWithKeys(start.site);
});

for (const lang of ["en", "fr"]) {
  journey(`axe finds nothing in it, and it says at its foot what it is, ${lang}`, { lang, colors: "dark" }, async (site) => {
    const home = await calculator(site);
    await otherSite(site, page(home, `lang="${lang}"`));
    const start = await inside(site);
    await site.assertAccessible();
    assert.match(await site.page.locator(".foot").innerText(), lang === "fr" ? /dont les scripts peuvent lire ce qui est tapé/ : /whose own scripts can read what is typed/);
    const lines = await start.openExample();
    await lines.sees(lang === "fr" ? /^Non satisfaite/ : /^Not met/);
    await site.assertAccessible();
    await lines.toOriginOf(1);
    await site.assertAccessible();
    await lines.toResult();
    await site.assertAccessible();
  });
}

journey("hostile styles of the host change nothing in it, and none of its own come out", async (site) => {
  const home = await calculator(site);
  const hostile = `<style>
    html { font-size: 62.5%; line-height: 3; direction: rtl }
    * { color: red !important; letter-spacing: 9px !important; text-transform: uppercase !important; --ink: red; --accent: red }
    canadian-content-calculator, main *, div, section, button, input { display: none !important }
    .grid, .mark, #main, a, h1 { visibility: hidden !important; font: 99px fantasy !important }
  </style>`;
  const measured = async () => {
    const lines = await (await inside(site)).openExample();
    await lines.sees("Not met 61.85 %");
    return lines.page.locator(".grid-lines, h1, .mark, button, input, a").evaluateAll((list) =>
      list.map((it) => {
        const { color, fontSize, fontFamily, letterSpacing, textTransform, display, visibility, direction, lineHeight } = getComputedStyle(it);
        const { width, height } = it.getBoundingClientRect();
        return [it.tagName, color, fontSize, fontFamily, letterSpacing, textTransform, display, visibility, direction, lineHeight, Math.round(width), Math.round(height)].join();
      }),
    );
  };
  const box = `<style>body { margin: 0 } canadian-content-calculator { width: 1100px }</style>`;
  await otherSite(site, `${box}${script(home)}${element('lang="en"')}`);
  const calm = await measured();
  assert.ok(calm.length > 40);
  await otherSite(site, `${box}${hostile}${script(home)}${element('lang="en"')}<p id="hosts">Text</p>`);
  assert.deepEqual(await measured(), calm);
  // The host's own: as without us.
  const own = () => site.page.locator("#hosts").evaluate((it) => JSON.stringify(Object.entries(getComputedStyle(it)).filter(([name]) => !/width|height|size|origin/i.test(name))));
  const [with_, sheets] = [await own(), await site.page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length)];
  assert.equal(sheets, 2);
  await otherSite(site, `${box}${hostile}<p id="hosts">Text</p>`);
  assert.equal(await own(), with_);
});

journey("in a column 320 pixels wide of a wide page it is as narrow as a telephone's", async (site) => {
  const home = await calculator(site);
  await otherSite(site, `${script(home)}<div style="width:320px">${element('lang="en" compact')}</div>`);
  const start = await inside(site);
  const fits = async () => {
    const wide = await start.page.locator("body *:visible").evaluateAll((list) => list.map((it) => it.getBoundingClientRect().right).filter((right) => right > 328.5));
    assert.deepEqual(wide, []);
  };
  await fits();
  const lines = await start.openExample();
  await lines.sees("Not met 61.85 %");
  await fits();
  await lines.toOriginOf(1);
  await fits();
  await lines.toResult();
  await fits();
});

journey("its button prints the record, and nothing of the page round it", async (site) => {
  const home = await calculator(site);
  await site.context.addInitScript(() => {
    globalThis.print = () => {
      top.printed = { text: document.body.innerText, font: getComputedStyle(document.querySelector("h1")).fontFamily };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await otherSite(site, page(home), strict(home));
  const lines = await (await inside(site)).openExample();
  await lines.sees("Not met 61.85 %");
  const result = await lines.toResult();
  await result.assertSays("Not met");
  await result.button(result.say.print).first().click();
  const printed = await site.page.evaluate(() => globalThis.printed);
  assert.match(printed.text, /Not met/);
  assert.match(printed.text, /\$8,800\.00 short/);
  assert.doesNotMatch(printed.text, /host’s page/i);
  assert.match(printed.font, /Palatino/, "in its own style, although the host's policy allows no style of others");
  assert.equal(await site.page.locator("iframe").count(), 0, "nothing of it stays");
});

journey("a page around is given the bid only after asking, and when the person agrees", async (site) => {
  const home = await calculator(site);
  await otherSite(site, page(home));
  await site.page.evaluate(() => {
    globalThis.heard = [];
    addEventListener("bid", (event) => heard.push(event.detail.bid));
  });
  const start = await inside(site);
  const lines = await start.openExample();
  await lines.sees("Not met 61.85 %");
  await site.page.evaluate(() => document.querySelector("canadian-content-calculator").askForBid());
  await start.page.getByText(/The site http:\/\/localhost:\d+, which shows this calculator, asks for the bid/).waitFor();
  await lines.button("Send it once").click();
  await see(() => site.page.evaluate(() => heard.length), 1);
  assert.equal(JSON.parse(await site.page.evaluate(() => heard[0])).draft.lines.length, 6);
});

journey("options: language, colours, a bid to begin with", async (site) => {
  const home = await calculator(site);
  const text = draftFile("Prefilled", [["Desks", "100", "yes"]]);
  await otherSite(site, page(home, `lang="fr" theme="dark" accent="ffee00" prefill='${text.replaceAll("'", "&#39;")}'`));
  site.lang = "fr";
  const start = await inside(site);
  await start.page.locator(".grid-lines").waitFor();
  assert.equal(await start.page.getByLabel("Nom de cette soumission").inputValue(), "Prefilled");
  assert.equal(await start.page.locator("body").evaluate((it) => getComputedStyle(it).colorScheme), "dark");
  assert.equal(await site.page.evaluate(() => getComputedStyle(document.body).colorScheme), "normal");
  await site.assertAccessible();
});

for (const [name, there] of [["good", ".origin"], ["share", ".grid-lines"], ["jcp", "form, .sheet, h1"]]) {
  journey(`it begins with module ${name}`, async (site) => {
    const home = await calculator(site);
    await otherSite(site, `${script(home)}${element(`module="${name}"`)}`);
    await (await inside(site)).page.locator(there).first().waitFor();
    assert.equal(await site.page.evaluate(() => location.hash), "");
  });
}

journey("what it opens by itself takes neither the focus nor the scroll position", async (site) => {
  const home = await calculator(site);
  await otherSite(site, `${script(home)}<input id="hosts" autofocus><div style="height:1500px"></div>${element('module="share"')}`);
  const start = await inside(site);
  await start.page.locator(".grid-lines").waitFor();
  await site.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.deepEqual(await site.page.evaluate(() => [document.activeElement.id, scrollY]), ["hosts", 0]);
  // Whoever works in it is taken along.
  await start.page.getByRole("link", { name: "What stays in this browser" }).click();
  await see(() => start.focused(), "main");
  await see(() => site.page.evaluate(() => scrollY > 1000), true);
});

journey("links: to screens without the host's address, to sources and other pages of ours in a tab of their own", async (site) => {
  const home = await calculator(site);
  const url = await otherSite(site, page(home));
  const start = await inside(site);
  await start.page.getByRole("link", { name: "What stays in this browser" }).click();
  await see(() => start.page.locator("h1").innerText(), "What stays in this browser");
  assert.match(await start.text(), /As a part of that site’s own page, without a frame/);
  const [other] = await Promise.all([site.context.waitForEvent("page"), start.page.getByRole("link", { name: "On your own site" }).click()]);
  assert.equal(other.url(), `${home}embed.html?lang=en`);
  assert.equal(await other.evaluate(() => opener), null);
  await other.close();
  assert.equal(site.page.url(), url);
});

journey("wiping leaves what is the host's", async (site) => {
  const home = await calculator(site);
  await otherSite(site, page(home));
  await site.page.evaluate(() => localStorage.setItem("hosts", "own"));
  const start = await inside(site);
  const lines = await start.openExample();
  await lines.sees("Not met 61.85 %");
  await see(() => lines.keeping(), /^Saved/);
  await start.page.getByRole("link", { name: "What stays in this browser" }).click();
  await start.button(start.say.wipe).click();
  await start.button(start.say.wipeSure).click();
  await see(() => site.page.evaluate(() => Object.keys(localStorage)), ["hosts"]);
});

journey("one stands in a page, a second says so; a new one in its place goes on", async (site) => {
  const home = await calculator(site);
  await otherSite(site, `${script(home)}${element('id="one"')}${element('id="two"')}`);
  const start = await inside(site);
  const second = site.page.locator("#two");
  await second.getByText("already stands elsewhere on this page").waitFor();
  assert.equal(await second.getByRole("link", { name: "Open the calculator by itself" }).getAttribute("href"), `${home}index.html`);
  const lines = await start.openExample();
  await lines.sees("Not met 61.85 %");
  await site.page.evaluate(() => {
    document.querySelector("#one").remove();
    document.body.append(document.createElement("canadian-content-calculator"));
    document.querySelector("#two").remove();
  });
  const again = await inside(site, Screen);
  await again.page.locator(".grid-lines").waitFor();
  await again.button("Add a good").click();
  await see(() => again.focused(), "Description, line 7");
});

journey("faults of the host's page are not the calculator's", { faults: /the host's own/ }, async (site) => {
  const home = await calculator(site);
  await otherSite(
    site,
    `<script>const fail = () => { Promise.reject(new Error("the host's own")); throw new Error("the host's own") }; setInterval(fail, 5)</script>${page(home)}`,
  );
  const lines = await (await inside(site)).openExample();
  await lines.sees("Not met 61.85 %");
  assert.equal(await lines.page.locator(".boot-failed").count(), 0);
});

journey("a policy without workers: the engine runs in the page", { faults: /worker-src|Refused to create a worker|Content.Security.Policy/ }, async (site) => {
  const home = await calculator(site);
  await otherSite(site, page(home), strict(home, (it) => it.replace("worker-src blob:", "worker-src 'none'")));
  const lines = await (await inside(site)).openExample();
  await lines.sees("Not met 61.85 %");
  assert.equal(site.page.workers().length, 0);
});

for (const [directive, without] of [["script-src-elem", /'wasm-unsafe-eval'/], ["connect-src", /connect-src [^;]*;/], ["script-src", / 'wasm-unsafe-eval'/]]) {
  journey(`a policy that misses ${without}: it says so in both languages, and leads to the page itself`, { faults: /./ }, async (site) => {
    const home = await calculator(site);
    const policy = (it) => (directive === "script-src-elem" ? it.replace(`script-src ${home} 'wasm-unsafe-eval'`, `script-src ${home}element.js`) : it.replace(without, ""));
    await otherSite(site, page(home), strict(home, policy));
    const alert = site.page.locator("canadian-content-calculator").getByRole("alert");
    await see(() => alert.innerText(), new RegExp(`Content-Security-Policy does not allow what it needs: ${directive}[\\s\\S]*ne permet pas`));
    assert.equal(await alert.getByRole("link", { name: "Ouvrir le calculateur seul" }).getAttribute("href"), `${home}index.html`);
    await site.assertAccessible();
  });
}

journey("a changed file of the calculator's site is not run", { faults: /./ }, async (site) => {
  const home = await calculator(site);
  await site.page.route(/boot-\w+\.js/, async (route) => route.fulfill({ body: "globalThis.evil = true", contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } }));
  await otherSite(site, page(home));
  await site.page.locator("canadian-content-calculator").getByText("could not start inside this page").waitFor();
  assert.equal(await site.page.evaluate(() => globalThis.evil), undefined);
});

journey("from a host of the calculator that lets no other site have its files: the link in the element stays", { faults: /CORS|ERR_FAILED/ }, async (site) => {
  const home = await calculator(site, {});
  await otherSite(site, page(home));
  await site.page.getByRole("link", { name: "Open the calculator" }).waitFor();
});
