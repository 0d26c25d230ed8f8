// A bid of this browser on the screens of the procedure: its facts are taken, not typed; open questions are switched
// where they turn the answer; what a notice said stays told from what was typed since.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { file, store, storedDrafts } from "../pages/draft.mjs";
import { plain, see } from "../pages/see.mjs";
import { SheetPage } from "../pages/sheet.mjs";
import { LinesPage } from "../pages/lines.mjs";

const good = (id, description, unit_price, canadian, rest = {}) => ({
  id, kind: "good", description, quantity: "1", unit_price, origin_by: "statement", statement: { canadian, basis: "other", note: "ours" }, ...rest,
});
const service = (id, description, unit_price, place, rest = {}) => ({
  id, kind: "service", description, quantity: "1", unit_price, parts: [{ id: 1, who: "Crew", amount: "", place }], ...rest,
});

const desks = { title: "Desks", closing_day: "2026-12-01", lines: [good(1, "Pupitres", "850", "yes"), good(2, "Lampes", "150", "no")] };
const items = { title: "Items", basis: "item_by_item", lines: [good(1, "Pupitres", "850", "yes"), good(2, "Lampes", "150", "no")] };
const turned = { title: "Turned", lines: [good(1, "Pupitres", "780", "yes"), good(2, "Lampes", "100", "no"), service(3, "Installation", "100", "works_in_canada")] };

const said = {
  en: { met: /The facts support it/, stop: /Do not sign/, items: /Mark 1 of 2 items/, by: /by 2026-12-01/, other: /With the other reading the answer would be: Not met/, lamps: /You changed it; the notice cb-7 says 2026-12-01/, from: /From the notice cb-7/, cover: "A covering note", next: "What this means for the certificate", counts: "1 Canadian, 1 not" },
  fr: { met: /Les faits l’appuient/, stop: /Ne signez pas/, items: /comme canadiens : 1 sur 2/, by: /au plus tard le 2026-12-01/, other: /Selon l’autre lecture, la réponse serait : Non satisfaite/, lamps: /Vous l’avez changé; l’avis cb-7 dit 2026-12-01/, from: /D’après l’avis cb-7/, cover: "Une note d’accompagnement", next: "Ce que cela signifie pour l’attestation", counts: "Canadiennes : 1, non : 1" },
};

/** Puts drafts into the store of a page that has just begun. */
async function kept(site, drafts) {
  await site.go("#/");
  await site.started();
  for (const [id, draft] of Object.entries(drafts)) await store(site, id, file(draft), `2026-01-02 03:0${Object.keys(drafts).indexOf(id)}`);
  await site.page.reload();
  await site.started();
}

for (const lang of ["en", "fr"]) {
  journey(`the certificate takes the bid that was open last, and another one by the keyboard, ${lang}`, { lang }, async (site) => {
    await kept(site, { a: desks, b: items });
    await site.go("#/bid/a/result");
    await site.started();
    await site.page.getByRole("link", { name: said[lang].next }).click();
    const sheet = new SheetPage(site);
    await see(() => sheet.everything(), said[lang].met);
    await sheet.pick("due", "with");
    await see(() => sheet.everything(), said[lang].by);
    await site.assertAccessible();
    // The covering statement stands in both languages, each marked as such.
    await sheet.page.getByText(said[lang].cover, { exact: true }).click();
    const langs = await sheet.page.locator("blockquote").evaluateAll((all) => all.map((it) => it.lang));
    assert.deepEqual(langs, lang === "en" ? ["en", "fr"] : ["fr", "en"]);
    await site.assertAccessible();
    await sheet.assertFits();
    // Another bid, chosen with the keyboard alone.
    await sheet.at("which_bid").focus();
    await sheet.page.keyboard.press("ArrowUp");
    await sheet.page.keyboard.press("Enter");
    await see(() => sheet.at("which_bid").inputValue(), "b");
    await see(() => sheet.everything(), said[lang].items);
    await see(async () => (await sheet.everything()).includes("2 (Lampes)"), false);
    // The same bid stays chosen on the other screens, and after the page is loaded again.
    for (const name of ["audit", "regimes"]) {
      const other = await SheetPage.open(site, name);
      await see(() => other.at("which_bid").inputValue(), "b");
      await see(async () => (await other.everything()).includes("Lampes"), true);
      await site.assertAccessible();
      await other.assertFits();
    }
    await sheet.reload();
    await see(() => sheet.at("which_bid").inputValue(), "b");
    // None: then everything is typed, as without bids.
    await sheet.at("which_bid").selectOption("none");
    await see(() => sheet.at("offer").count(), 1);
  });

  journey(`an open question is switched at the result, and told before, ${lang}`, { lang }, async (site) => {
    await kept(site, { t: turned });
    await site.go("#/bid/t/result");
    await site.started();
    const verdict = async () => plain(await site.page.locator(".verdict").innerText());
    await see(verdict, said[lang].other);
    await site.page.locator(".result details.fold > summary").first().click();
    const before = await verdict();
    await site.page.locator("[data-value='@d.other_readings.based_in_canada']").focus();
    await site.page.keyboard.press("Space");
    await see(async () => (await verdict()) !== before, true);
    await site.assertAccessible();
    await see(async () => Object.values(await storedDrafts(site)).some((text) => text.includes("based_in_canada")), true);
    // A line is taken out of the total on its own screen.
    await site.go("#/bid/t/origin/2");
    await site.started();
    const role = site.page.locator("[data-value='@l.role']");
    await see(() => role.count(), 1);
    await site.page.locator("section.details details").first().locator("summary").first().click();
    await role.selectOption("option");
    await see(async () => Object.values(await storedDrafts(site)).some((text) => text.includes('"role":"option"')), true);
    // Outside the total it is no line that still waits for an answer.
    await see(() => new LinesPage(site).counts(), said[lang].counts);
    await site.assertAccessible();
  });

  journey(`what a notice said is told from what was typed since, ${lang}`, { lang }, async (site) => {
    const notice = { number: "cb-7", solicitation: "W7", title: "Desks", closing_day: "2026-12-01", rule_set: "cusma" };
    await kept(site, { n: { ...desks, notice } });
    await site.go("#/bid/n/lines");
    await site.started();
    const lines = new LinesPage(site);
    await lines.solicitation({ closing: "2026-12-05" });
    const fields = async () => plain(await site.page.locator("details.asked").innerText());
    await see(fields, said[lang].lamps);
    await see(fields, said[lang].from);
    await site.assertAccessible();
    await lines.solicitation({ closing: "2026-12-01" });
    await see(async () => said[lang].lamps.test(await fields()), false);
  });
}
