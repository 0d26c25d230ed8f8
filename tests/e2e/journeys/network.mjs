// The network goes away, or a file of the site does not come.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { base } from "../lib/site.mjs";
import { HomePage } from "../pages/home.mjs";
import { plain, see } from "../pages/see.mjs";

const missing = { faults: /Failed to load resource|digest in the 'integrity'|integrity checks failed/ };

// The browser itself asks for the icon again when the address changes.
const gone = { faults: /ERR_INTERNET_DISCONNECTED.*(icon\.svg|nafta\.pack(\?v=[0-9a-f]+)?)$/ };

journey("with the network gone after loading, everything goes on", gone, async (site) => {
  const lines = await (await HomePage.open(site)).openExample();
  await lines.sees("Not met 61.85 %");
  const result = await lines.toResult();
  await result.readOther();
  await site.context.setOffline(true);
  const asked = site.requests.length;
  await result.toLines();
  await lines.type(lines.cell(6, "price"), "50");
  await see(async () => (await lines.totals())[0], "51,000.00");
  await lines.add("service", "Delivery", "1", "1000");
  const origin = await lines.toOriginOf(1);
  await origin.state("yes", "other", "What if");
  await origin.assertAnswer("yes");
  await origin.saved();
  await origin.switchLanguage();
  await origin.switchLanguage();
  await origin.toResult();
  await result.download();
  const home = await result.toHome();
  await home.duplicate("Office furniture and appliances (the annex’s example)");
  await see(async () => (await home.drafts()).length, 2);
  await site.page.getByRole("link", { name: "Sources and method" }).click();
  await see(() => home.heading(), "Sources and method");
  // The third rule set, which nothing has needed so far, is missed and said to be.
  await site.page.getByText("The rules of origin could not be loaded").waitFor();
  const later = site.requests.slice(asked).filter((it) => !/^blob:|icon\.svg$|nafta\.pack/.test(it));
  assert.deepEqual(later, []);
});

for (const [kind, answer] of [
  ["missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["cut off", (route) => route.abort()],
  ["another page", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!DOCTYPE html><p>Welcome" })],
]) {
  journey(`a rule pack that is ${kind}: told, goods cannot be told, and tried again when asked`, missing, async (site) => {
    await site.page.route(/annex\.pack/, answer);
    const lines = await (await HomePage.open(site)).openExample();
    await see(async () => (await lines.notices()).join(" "), /rules of origin could not be loaded/);
    const unknown = "Cannot tell yet";
    await see(async () => (await lines.read()).map((line) => line[4]), [unknown, unknown, "Canadian", unknown, "Not Canadian", unknown]);
    await lines.sees(/^Cannot tell yet/);
    await site.assertAccessible();
    // Again without success, then with.
    await lines.button("Try again").click();
    await see(async () => (await lines.notices()).join(" "), /rules of origin could not be loaded/);
    await site.page.unroute(/annex\.pack/);
    await lines.button("Try again").click();
    await lines.sees("Not met 61.85 %");
    await see(() => lines.notices(), []);
  });
}

journey("while the rules are on their way the page says so and can be worked on", async (site) => {
  let release;
  const released = new Promise((done) => (release = done));
  await site.page.route(/annex\.pack/, async (route) => {
    await released;
    await route.continue();
  });
  const lines = await (await HomePage.open(site)).openExample();
  await site.page.getByText("Loading the rules…").waitFor();
  await lines.sees(/^Cannot tell yet/);
  await lines.type(lines.cell(6, "quantity"), "200");
  await see(async () => (await lines.totals())[0], "51,000.00");
  await site.assertAccessible();
  release();
  await lines.sees("Not met 58.82 %");
  assert.equal(await lines.cell(6, "quantity").inputValue(), "200");
  assert.equal(await site.page.getByText("Loading the rules…").count(), 0);
});

for (const [lang, words] of [["en", /^Working it out: what the page says is not yet the answer/], ["fr", /^Calcul en cours : la page ne répond pas encore/]]) {
  journey(`an answer that takes long: the page says that the last one still stands, ${lang}`, { lang }, async (site) => {
    const lines = await (await HomePage.open(site)).openExample();
    const before = { en: "Not met 61.85 %", fr: "Non satisfaite 61,85 %" }[lang];
    await lines.sees(before);
    await site.page.evaluate(() => {
      const ask = globalThis.calculatorAsk;
      const gate = new Promise((open) => (globalThis.answerNow = open));
      globalThis.calculatorAsk = (bytes) => gate.then(() => ask(bytes));
    });
    await lines.type(lines.cell(6, "quantity"), "200");
    await see(async () => (await site.page.locator(".late[role=status]").allInnerTexts()).map(plain).join(), words);
    await lines.sees(before);
    await site.assertAccessible();
    await site.page.evaluate(() => globalThis.answerNow());
    await see(async () => plain((await lines.totals())[0]), { en: "51,000.00", fr: "51 000,00" }[lang]);
    await see(() => site.page.locator(".late").count(), 0);
  });
}

journey("today's rules do not come: the comparison says so, and the bid stands", missing, async (site) => {
  await site.page.route(/cusma\.pack/, (route) => route.fulfill({ status: 404, body: "" }));
  const lines = await (await HomePage.open(site)).openExample();
  const result = await lines.toResult();
  await result.button(result.say.readToday).click();
  await site.page.locator("section.other").getByText(/could not be loaded/).waitFor();
  await result.assertSays("Not met", "$8,800.00 short.");
  await site.assertAccessible();
});

journey("the example does not come: told, and nothing is made of it", missing, async (site) => {
  await site.page.route(/examples\//, (route) => route.abort());
  const home = await HomePage.open(site);
  await home.button(home.say.openExample).click();
  await see(async () => (await home.notices()).join(" "), /example could not be loaded/);
  assert.deepEqual(await home.drafts(), []);
  await site.assertAccessible();
});

journey("the texts are those of another build: they are asked for again", missing, async (site) => {
  let stale = 0;
  await site.page.route(/texts\.en\.txt/, async (route) => {
    const response = await route.fetch();
    if (stale > 0) return route.fulfill({ response });
    stale += 1;
    return route.fulfill({ response, body: (await response.text()).replace(/^en \w+/, "en 0123456789abcdef") });
  });
  const home = await HomePage.open(site);
  await home.button("New bid").waitFor();
  assert.equal(stale, 1);
});

journey("no request ever leaves the site's own files, through a whole session", async (site) => {
  const home = await HomePage.open(site);
  const lines = await home.openExample();
  await lines.sees("Not met 61.85 %");
  await lines.type(lines.name(), "Secret bid of Acme");
  await lines.add("good", "Secret lamps", "1", "1");
  const origin = await lines.toOriginOf(7);
  await origin.state("no", "supplier", "Secret supplier");
  const result = await origin.toResult();
  await result.readOther();
  await result.switchLanguage();
  await result.switchLanguage();
  await result.download();
  await result.toHome();
  for (const link of ["What stays in this browser", "Sources and method"]) {
    await site.page.getByRole("contentinfo").getByRole("link", { name: link }).click();
    await see(() => home.heading(), link);
  }
  const own = site.requests.filter((it) => !it.startsWith("blob:"));
  assert.ok(own.length > 10, "the requests were watched");
  for (const address of own) assert.ok(address.startsWith(base), address);
  // Files only, without a word of the bid in any address, and no cookie.
  for (const address of own) assert.match(address.slice(base.length), /^(|[\w./-]+\.(js|css|wasm|svg|png|txt|pack|json|webmanifest|woff2)(\?v=[0-9a-f]{16})?)$/, address);
  assert.doesNotMatch(own.join(" "), /secret|acme/i);
  assert.deepEqual(await site.context.cookies(), []);
  const kept = await site.page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(kept.filter((key) => !/^ccc:(lang|draft:\w+|saved:\w+)$/.test(key)), []);
});

const refused = { faults: /Failed to load resource|The engine failed|digest in the 'integrity'|integrity checks failed/ };

journey("where no worker is allowed, the engine runs in the page", {}, async (site) => {
  await site.page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    };
  });
  const lines = await (await HomePage.open(site)).openExample();
  await lines.sees("Not met 61.85 %");
});

journey("an engine that does not come is told, and tried again when asked", refused, async (site) => {
  await site.page.route(/engine_bg/, (route) => route.fulfill({ status: 404, body: "" }));
  const lines = await (await HomePage.open(site)).openExample();
  await see(async () => (await lines.notices()).join(" "), /could not be loaded/);
  await site.assertAccessible();
  await site.page.unroute(/engine_bg/);
  await lines.button("Try again").click();
  await lines.sees("Not met 61.85 %");
});

journey("an engine that was tampered with is not run", refused, async (site) => {
  await site.page.route(/engine_bg/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  const lines = await (await HomePage.open(site)).openExample();
  await see(async () => (await lines.notices()).join(" "), /could not be loaded/);
});
