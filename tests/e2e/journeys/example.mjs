// The policy's own example, opened rather than typed, and read under other rules.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { HomePage } from "../pages/home.mjs";
import { containing, see } from "../pages/see.mjs";
import { words } from "../pages/words.mjs";

const verdicts = ["no", "yes", "yes", "yes", "no", "no"];
const figures = {
  en: { half: ["Not met", "61.85 % is Canadian: $30,000.00 of $48,500.00.", "$8,800.00 short."], step: "Not met 61.85 %", hats: ["Met", "100.00 % is Canadian: $5,000.00 of $5,000.00."] },
  fr: { half: ["Non satisfaite", "61,85 % est canadien : 30 000,00 $ sur 48 500,00 $.", "Il manque 8 800,00 $."], step: "Non satisfaite 61,85 %", hats: ["Satisfaite", "100,00 % est canadien : 5 000,00 $ sur 5 000,00 $."] },
};

for (const lang of ["en", "fr"]) {
  journey(`the policy's example in one click, and under today's rules, ${lang}`, { lang }, async (site) => {
    const { status, sets } = words[lang];
    const lines = await (await HomePage.open(site)).openExample();
    await lines.sees(figures[lang].step);
    await see(async () => (await lines.read()).map((line) => line[4]), verdicts.map((is) => status[is]));
    assert.match(await lines.solicitationSays(), containing(sets.annex));
    await site.assertAccessible();

    const result = await lines.toResult();
    await result.assertSays(...figures[lang].half);
    const reasons = await result.openReasons((await result.lines())[5][0]);
    await reasons.getByText(/37[.,]00.%/).first().waitFor();
    await site.assertAccessible();

    await result.readOther();
    const differs = await result.differs();
    assert.match(differs.sentence, /\p{L}+/u);
    // The four goods, each with its answer under both sets; the bid with both shares.
    assert.equal(differs.lines.length, 4);
    assert.deepEqual(differs.lines.map((line) => line[1]), [0, 1, 3, 5].map((index) => status[verdicts[index]]));
    for (const [, , other] of differs.lines) assert.ok(Object.values(status).includes(other), other);
    assert.match(differs.bid[1], /61[.,]85 %/);
    assert.notEqual(differs.bid[2], "");
    await site.assertAccessible();
    // Looking at it under other rules has changed nothing.
    await result.sees(figures[lang].step);
  });

  journey(`the hats of the annex's first step, ${lang}`, { lang }, async (site) => {
    const { status } = words[lang];
    const lines = await (await HomePage.open(site)).openHats();
    await see(async () => (await lines.read()).map((line) => line[4]), [status.yes]);
    const origin = await lines.toOriginOf(1);
    await origin.assertAnswer("yes");
    assert.ok((await origin.reasons()).length > 2);
    await origin.assertCites();
    await site.assertAccessible();
    await (await origin.toResult()).assertSays(...figures[lang].hats);
  });
}
