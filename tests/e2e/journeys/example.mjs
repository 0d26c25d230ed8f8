// The policy's own example, opened rather than typed, and read under other rules.
import assert from "node:assert/strict";
import { journey } from "../lib/journey.mjs";
import { file } from "../pages/draft.mjs";
import { HomePage } from "../pages/home.mjs";
import { containing, see } from "../pages/see.mjs";
import { words } from "../pages/words.mjs";

const verdicts = ["no", "yes", "yes", "yes", "no", "no"];
const figures = {
  en: {
    half: ["Not met", "61.85 % is Canadian: $30,000.00 of $48,500.00.", "$8,800.00 short."],
    step: "Not met 61.85 %",
    bid: "Not met, 61.85 %",
    same: "The verdict is the same under both.",
    otherRule: "Other rule",
    hats: ["Met", "100.00 % is Canadian: $5,000.00 of $5,000.00."],
  },
  fr: {
    half: ["Non satisfaite", "61,85 % est canadien : 30 000,00 $ sur 48 500,00 $.", "Il manque 8 800,00 $."],
    step: "Non satisfaite 61,85 %",
    bid: "Non satisfaite, 61,85 %",
    same: "Le verdict est le même selon les deux.",
    otherRule: "Autre règle",
    hats: ["Satisfaite", "100,00 % est canadien : 5 000,00 $ sur 5 000,00 $."],
  },
};

for (const lang of ["en", "fr"]) {
  journey(`the policy's example in one click, and under today's rules, ${lang}`, { lang }, async (site) => {
    const { status, sets } = words[lang];
    const lines = await (await HomePage.open(site)).openExample();
    await lines.sees(figures[lang].step);
    await see(() => lines.spoken(), containing(figures[lang].bid));
    await see(async () => (await lines.read()).map((line) => line[4]), verdicts.map((is) => status[is]));
    assert.match(await lines.solicitationSays(), containing(sets.annex));
    await site.assertAccessible();

    const result = await lines.toResult();
    await result.assertSays(...figures[lang].half);
    const reasons = await result.openReasons((await result.lines())[5][0]);
    await reasons.getByText(/37[.,]00.%/).first().waitFor();
    await site.assertAccessible();

    await result.readOther();
    // The four goods: the same answers, by other rules, each in its words; and the bid under both.
    const differs = await result.differs();
    assert.equal(differs.sentence, figures[lang].same);
    assert.deepEqual(
      differs.lines.map(([, first, second]) => [first, second]),
      [0, 1, 3, 5].map((index) => [status[verdicts[index]], status[verdicts[index]]]),
    );
    for (const [, , , what] of differs.lines) {
      assert.match(what, containing(figures[lang].otherRule));
      assert.match(what, containing(sets.annex));
      assert.match(what, containing(sets.cusma));
    }
    assert.deepEqual(differs.bid.slice(1, 3), [figures[lang].bid, figures[lang].bid]);
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

journey("a bid that is another under today's rules", async (site) => {
  const good = {
    code: "8516.21",
    made_in_canada: "yes",
    transaction_value: "200.00",
    method: "transaction_value",
    materials: [{ id: 1, description: "Parts", code: "8516.90", value: "120.00" }],
    all_listed: true,
  };
  const heaters = { id: 1, kind: "good", description: "Heaters", quantity: "1", unit_price: "200.00", origin_by: "rules", good };
  const lines = await (await HomePage.open(site)).openFile({ text: file({ title: "Heaters", rule_set: "annex", lines: [heaters] }) });
  await lines.sees("Not met 0.00 %");
  const result = await lines.toResult();
  await result.readOther();
  const differs = await result.differs();
  assert.equal(differs.sentence, "The verdict changes.");
  assert.deepEqual(differs.lines[0].slice(0, 3), ["Heaters", "Not Canadian", "Canadian"]);
  assert.match(differs.lines[0][3], /^Other answer Other rule/);
  assert.deepEqual(differs.bid.slice(1, 3), ["Not met, 0.00 %", "Met, 100.00 %"]);
  // The older rules are one click away from today's, too.
  await result.toLines();
  await lines.solicitation({ set: "cusma" });
  await lines.sees("Met 100.00 %");
  await lines.toResult();
  await result.readOther(result.say.readOlder);
  assert.equal((await result.differs()).bid[1], "Met, 100.00 %");
});
