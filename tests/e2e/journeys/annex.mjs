// The bid of the policy's annex, typed by hand from an empty draft.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { see } from "../pages/see.mjs";
import { words } from "../pages/words.mjs";

/** The annex's second step, as a person would type it. */
const bids = {
  en: {
    name: "Office furniture and appliances",
    lines: [
      ["good", "Wooden office desks", "100", "150.00"],
      ["good", "Electric space heaters", "100", "200"],
      ["service", "Repair of the heaters", "1", "5,000.00"],
      ["good", "Telephone sets", "100", "$50.00"],
      ["service", "Repair of the telephones", "1", "1000"],
      ["good", "Metal swivel chairs", "100", "25.00"],
    ],
    goods: {
      1: { code: "9403.30", material: ["Unfinished wooden desks", "9403.30", "90.00"] },
      2: { code: "8516.21", material: ["Heater parts", "8516.90", "70.00"], value: "200.00" },
      4: { code: "8517.11", material: ["Plastic tubes", "3917", "5.00"] },
      6: { code: "9401.30", material: ["Chair parts", "9401.90", "15.75"], value: "25.00" },
    },
    services: { 3: ["Crew in Winnipeg", "canada"], 5: ["Crew in Ohio", "elsewhere"] },
    amounts: ["15,000.00", "20,000.00", "5,000.00", "5,000.00", "1,000.00", "2,500.00"],
    totals: ["48,500.00", "30,000.00 61.85 %"],
    half: ["Not met", "61.85 % is Canadian: $30,000.00 of $48,500.00.", "$8,800.00 short."],
    contents: { heaters: ["Transaction value", "$200.00", "$70.00", "65.00 %", "60 %", "Yes"], chairs: ["Transaction value", "$25.00", "$15.75", "37.00 %", "60 %", "No"] },
    met: ["Met", "92.78 % is Canadian: $45,000.00 of $48,500.00.", "$6,200.00 to spare"],
    open: ["Cannot tell yet", "between 61.85 % and 92.78 %", "These lines decide: Wooden office desks."],
    steps: { half: "Not met 61.85 %", met: "Met 92.78 %", open: "Cannot tell yet 61.85 % – 92.78 %" },
  },
  fr: {
    name: "Mobilier de bureau et appareils",
    lines: [
      ["good", "Bureaux en bois", "100", "150,00"],
      ["good", "Radiateurs électriques", "100", "200,00 $"],
      ["service", "Entretien des radiateurs", "1", "5 000,00"],
      ["good", "Postes téléphoniques", "100", "50"],
      ["service", "Entretien des téléphones", "1", "1 000"],
      ["good", "Chaises pivotantes en métal", "100", "25,00"],
    ],
    goods: {
      1: { code: "9403.30", material: ["Bureaux non finis", "9403.30", "90,00"] },
      2: { code: "8516.21", material: ["Pièces de radiateurs", "8516.90", "70,00"], value: "200,00" },
      4: { code: "8517.11", material: ["Tubes en plastique", "3917", "5,00"] },
      6: { code: "9401.30", material: ["Pièces de chaises", "9401.90", "15,75"], value: "25,00" },
    },
    services: { 3: ["Équipe de Gatineau", "canada"], 5: ["Équipe de l’Ohio", "elsewhere"] },
    amounts: ["15 000,00", "20 000,00", "5 000,00", "5 000,00", "1 000,00", "2 500,00"],
    totals: ["48 500,00", "30 000,00 61,85 %"],
    half: ["Non satisfaite", "61,85 % est canadien : 30 000,00 $ sur 48 500,00 $.", "Il manque 8 800,00 $."],
    contents: { heaters: ["Valeur transactionnelle", "200,00 $", "70,00 $", "65,00 %", "60 %", "Oui"], chairs: ["Valeur transactionnelle", "25,00 $", "15,75 $", "37,00 %", "60 %", "Non"] },
    met: ["Satisfaite", "92,78 % est canadien : 45 000,00 $ sur 48 500,00 $.", "6 200,00 $ de marge"],
    open: ["Impossible à dire pour l’instant", "entre 61,85 % et 92,78 %", "Ces lignes décident : Bureaux en bois."],
    steps: { half: "Non satisfaite 61,85 %", met: "Satisfaite 92,78 %", open: "Impossible à dire pour l’instant 61,85 % – 92,78 %" },
  },
};
const verdicts = ["no", "yes", "yes", "yes", "no", "no"];

for (const [lang, bid] of Object.entries(bids)) {
  journey(`the annex's bid, typed by hand, ${lang}`, { lang }, async (site) => {
    const { status } = words[lang];
    const home = await HomePage.open(site);
    let lines = await home.newBid();
    await site.assertAccessible();
    await lines.type(lines.name(), bid.name);
    await lines.solicitation({ set: "annex" });
    for (const line of bid.lines) await lines.add(...line);
    await see(async () => (await lines.read()).map((line) => line[3]), bid.amounts);
    await see(async () => (await lines.totals())[0], bid.totals[0]);
    // Nobody has said where anything comes from: that is no "no".
    await see(async () => (await lines.read()).map((line) => line[4]), bid.lines.map(() => status.unknown));
    await site.assertAccessible();

    let origin;
    for (const [line, good] of Object.entries(bid.goods)) {
      lines = origin ? await origin.toLines() : lines;
      origin = await lines.toOriginOf(line);
      assert.equal(await origin.heading(), bid.lines[line - 1][1]);
      await origin.known("rules");
      await origin.type(origin.code(), good.code);
      await origin.made("yes");
      await origin.addMaterial(...good.material);
      // Until all of them are listed, a good can fail but not pass.
      if (verdicts[line - 1] === "yes") await origin.assertAnswer("unknown");
      await origin.allListed();
      if (good.value) await origin.transactionValue(good.value, "transaction_value");
      await origin.assertAnswer(verdicts[line - 1]);
      await origin.assertCites();
      if (line === "2") await see(() => origin.contents(), [bid.contents.heaters]);
      if (line === "6") await see(() => origin.contents(), [bid.contents.chairs]);
    }
    await site.assertAccessible();
    for (const [line, [who, place]] of Object.entries(bid.services)) {
      await origin.toLine(bid.lines[line - 1][1]);
      await origin.addPart(who, place);
      await origin.assertAnswer(verdicts[line - 1]);
    }
    await site.assertAccessible();

    lines = await origin.toLines();
    assert.deepEqual((await lines.read()).map((line) => line[4]), verdicts.map((is) => status[is]));
    await see(() => lines.totals(), bid.totals);
    await lines.sees(bid.steps.half);

    let result = await lines.toResult();
    await result.assertSays(...bid.half);
    assert.deepEqual(await result.statuses(), bid.lines.map(([, name], index) => [name, status[verdicts[index]]]));
    await site.assertAccessible();

    // The desks, were they Canadian.
    origin = await (await result.toLines()).toOriginOf(1);
    await origin.state("yes", "other", lang === "en" ? "What if, 2026-11-22" : "Supposition, 2026-11-22");
    await origin.assertAnswer("yes");
    await origin.sees(bid.steps.met);
    await site.assertAccessible();
    result = await origin.toResult();
    await result.assertSays(...bid.met);

    // The desks, were nothing known of them.
    origin = await (await result.toLines()).toOriginOf(1);
    await origin.known("unknown");
    await origin.assertAnswer("unknown");
    result = await origin.toResult();
    await result.sees(bid.steps.open);
    await result.assertSays(...bid.open);
    await site.assertAccessible();

    // And again after a reload, with everything typed.
    await result.saved();
    await result.reload();
    await result.assertSays(...bid.open);
    assert.equal(await result.name().inputValue(), bid.name);
    lines = await result.toLines();
    const kept = await lines.read();
    assert.deepEqual(kept.map((line) => line[0]), bid.lines.map((line) => line[1]));
    assert.deepEqual(kept.map((line) => line[3]), bid.amounts);
    origin = await lines.toOriginOf(1);
    await origin.known("rules");
    await origin.assertAnswer("no");
    assert.equal(await origin.code().inputValue(), bid.goods[1].code);
    assert.equal(await origin.materialField(1, "name").inputValue(), bid.goods[1].material[0]);
    await origin.sees(bid.steps.half);
  });
}
