// A file of tender notices, made up here: read while the page stays alive, searched, opened as a draft; stopped; wrong.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { journey } from "../lib/journey.mjs";
import { NoticesPage } from "../pages/notices.mjs";
import { see } from "../pages/see.mjs";

const head = [
  "title-titre-eng", "title-titre-fra", "referenceNumber-numeroReference", "solicitationNumber-numeroSollicitation",
  "publicationDate-datePublication", "tenderClosingDate-appelOffresDateCloture", "procurementCategory-categorieApprovisionnement",
  "procurementMethod-methodeApprovisionnement-eng", "tradeAgreements-accordsCommerciaux-eng", "contractingEntityName-nomEntitContractante-eng",
  "contactInfoName-informationsContactNom", "contactInfoEmail-informationsContactCourriel", "noticeURL-URLavis-eng",
  "tenderDescription-descriptionAppelOffres-eng", "tenderDescription-descriptionAppelOffres-fra",
];
const agreements = ["", "*Canadian Free Trade Agreement (CFTA)", "*Canadian Free Trade Agreement (CFTA)\n*WTO-AGP\n*Canada-Colombia"];
const sentence = "Furnish and deliver, as and when requested, what the documents describe, with \"all\" parts.\r\nDelivery within thirty days; bidders answer in writing. ";

function row(number, more = {}) {
  const it = { title: `Office chairs ${number}`, titre: `Chaises de bureau ${number}`, agreements: agreements[number % 3], text: sentence.repeat(2 + (number % 4)), ...more };
  return [it.title, it.titre, `cb-${number}`, `W${number}-27`, "2026-11-02", "2026-12-01T14:00:00", "*GD", "Competitive - Open Bidding", it.agreements, "Public Services and Procurement Canada", "Jeanne Personne", "jeanne.personne@example.org", `https://example.org/${number}`, it.text, `FR ${it.text}`]
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(",");
}
const fileOf = (rows) => `\ufeff${[head.join(","), ...rows].join("\r\n")}\r\n`;
const limited = { title: "Winter boots", titre: "Bottes d’hiver fourrées", agreements: "", text: "This procurement is solely limited to Canadian goods." };

const folder = mkdtempSync(join(tmpdir(), "notices-"));
after(() => rmSync(folder, { recursive: true, force: true }));
let path;
/** 60,000 notices, on the disk: they are too many to be handed over otherwise. */
function large() {
  if (path) return path;
  path = join(folder, "notices.csv");
  writeFileSync(path, fileOf(Array.from({ length: 60_000 }, (_, at) => row(at, at === 41_234 ? limited : {}))));
  return path;
}

const said = {
  en: { all: /All 60,000 notices\./, some: /1 of 60,000 notices\./, title: "Winter boots", told: /Solely limited.*Its words: “This procurement is solely limited to Canadian goods\.”/, silent: /estimated value/, stopped: /Reading was stopped/, solely: /“solely/ },
  fr: { all: /Les 60 000 avis\./, some: /1 avis sur 60 000\./, title: "Bottes d’hiver fourrées", told: /Limité exclusivement.*Ses mots : « FR This procurement is solely limited to Canadian goods\. »/, silent: /valeur estimative/, stopped: /lecture a été arrêtée/ },
};

for (const lang of ["en", "fr"]) {
  journey(`60,000 notices are read while the page stays alive, and one becomes a draft, ${lang}`, { lang }, async (site) => {
    const notices = await NoticesPage.open(site);
    await site.assertAccessible();
    await notices.watch();
    const file = large();
    const begun = performance.now();
    await notices.choose(file);
    await notices.page.locator(".pick").first().waitFor({ timeout: 30_000 });
    const took = Math.round(performance.now() - begun);
    const { frames, steps } = await notices.watched();
    console.log(`${lang}: ${frames} frames painted and ${steps} steps shown while 60,000 notices (${statSync(file).size} bytes) were read, in ${took} ms`);
    assert.ok(frames > 2 && steps > 1, `${frames} frames, ${steps} steps`);
    await notices.says(said[lang].all);
    assert.equal((await notices.titles()).length, 50);
    await site.assertAccessible();
    // Accents and capitals do not matter; the French title is found in both languages.
    await notices.search("HIVER fourrees");
    await notices.says(said[lang].some);
    assert.deepEqual(await notices.titles(), [said[lang].title]);
    await notices.pick("told", "solely");
    await notices.says(said[lang].some);
    await notices.openFirst();
    await notices.says(said[lang].told);
    await notices.says(said[lang].silent);
    assert.ok(!(await notices.text()).includes("Personne"), "persons are not shown");
    await site.assertAccessible();
    await notices.toList();
    await see(() => notices.titles(), [said[lang].title]);
    await notices.openFirst();
    const lines = await notices.asDraft();
    assert.equal(await lines.name().inputValue(), said[lang].title);
    assert.equal(await lines.field(lines.say.closingDay).inputValue(), "2026-12-01");
  });
}

journey("reading is stopped, nothing is kept, and another file is read", async (site) => {
  const notices = await NoticesPage.open(site);
  await notices.stopAtOnce();
  await notices.choose(large());
  await notices.says(said.en.stopped);
  assert.deepEqual(await notices.titles(), []);
  await notices.drop(fileOf([row(1), row(2)]));
  await see(() => notices.titles(), ["Office chairs 1", "Office chairs 2"]);
});

journey("a file that is none is told with its place, and what was read is not lost", async (site) => {
  const notices = await NoticesPage.open(site);
  const whole = fileOf([row(1), row(2), row(3)]);
  const bad = (text) => notices.choose({ name: "bad.csv", buffer: Buffer.from(text) });
  await bad("");
  await notices.says(/The file is empty\./);
  await bad("name,price\nDesk,1\n");
  await notices.says(/not the columns of tender notices.*name · price/);
  await bad("PK\x03\x04 and so on");
  await notices.says(/a workbook/);
  await notices.choose({ name: "bad.csv", buffer: Buffer.from(fileOf([row(1, { text: "x".repeat(10_000_000) })])) });
  await notices.says(/row 2, column 14 \(tenderDescription-descriptionAppelOffres-eng\), a cell is longer/);
  await bad(whole.slice(0, -40));
  await notices.says(/The file is cut off.* row 4, column 15/);
  await see(() => notices.titles(), ["Office chairs 1", "Office chairs 2"]);
  await site.assertAccessible();
});

journey("markup in every field of a notice stays text, from the list to the draft", async (site) => {
  const markup = `"><img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script><a href="javascript:globalThis.hit=1">x</a>=1+1`;
  const cell = `"${markup.replaceAll('"', '""')}"`;
  const other = (cells) => head.map((_, at) => cells[at] ?? cell).join(",");
  // Every field is markup; and once more with a title and an address that say so in other ways.
  const rows = [other({}), other({ 12: '"javascript:globalThis.hit=1"', 0: '"__proto__"', 1: '"constructor"' })];
  const notices = await NoticesPage.open(site);
  const dead = async () => {
    const found = await site.page.evaluate(() => [
      globalThis.hit,
      document.querySelectorAll("main :is(img, script, iframe, [onerror]), main a[href^='javascript:' i]").length,
    ]);
    assert.deepEqual(found, [undefined, 0]);
  };
  await notices.choose({ name: "bad.csv", buffer: Buffer.from(fileOf(rows)) });
  await see(async () => (await notices.titles()).length, 2);
  await dead();
  await notices.search("<img");
  await dead();
  await notices.search("");
  await notices.openFirst();
  await notices.says(/onerror=/);
  await dead();
  const lines = await notices.asDraft();
  assert.match(await lines.name().inputValue(), /<img src=x/);
  await dead();
});
