// Prints the size of each file of a built page, raw and as brotli -q 11, and fails when one is over its budget.
// usage: node scripts/sizes.mjs dist
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// In bytes. They keep what is shipped from growing unseen. The program is what a first visit waits for; the engine, which
// judges, is fetched once the page asks it something.
const budgets = [
  { name: "program", files: /^page-.*\.wasm$/, raw: 300_000, brotli: 110_000 },
  { name: "engine", files: /^engine_bg-.*\.wasm$/, raw: 700_000, brotli: 255_000 },
  { name: "scripts", files: /^(page|boot|worker)-[^/]*\.js$/, raw: 58_000, brotli: 11_500 },
  { name: "engine's script", files: /^engine-[^/]*\.js$/, raw: 20_000, brotli: 5_000 },
  { name: "styles", files: /^[^/]*\.css$/, raw: 60_000, brotli: 15_000 },
  // The names of the Harmonized System and what finds them, fetched on first use.
  { name: "names in English", files: /(^|\/)names\.en\.txt$/, raw: 800_000, brotli: 170_000 },
  { name: "names in French", files: /(^|\/)names\.fr\.txt$/, raw: 900_000, brotli: 170_000 },
  { name: "offline and frame scripts", files: /^(offline|frame)-[^/]*\.js$/, raw: 12_500, brotli: 4_500 },
  { name: "service worker", files: /^sw\.js$/, raw: 9_000, brotli: 3_000 },
  { name: "script for other sites", files: /^embed\.js$/, raw: 8_000, brotli: 3_000 },
  { name: "script without a frame", files: /^element\.js$/, raw: 14_500, brotli: 5_000 },
  { name: "document", files: /^index\.html$/, raw: 6_000, brotli: 2_600 },
];

const dist = process.argv[2] ?? "dist";
const sizes = readdirSync(dist, { recursive: true, withFileTypes: true })
  // Compressed copies are no files of their own; see compress.mjs.
  .filter((it) => it.isFile() && !/\.(br|gz)$/.test(it.name))
  .map((it) => join(it.parentPath ?? it.path, it.name))
  .map((path) => {
    const bytes = readFileSync(path);
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return { file: path.slice(dist.length).replace(/^\//, ""), raw: bytes.length, brotli: brotli.length };
  })
  .sort((a, b) => b.raw - a.raw);

const row = (name, raw, brotli, note = "") =>
  console.log(`${name.padEnd(44)} ${String(raw).padStart(10)} ${String(brotli).padStart(10)}  ${note}`);
row("file", "raw", "brotli");
for (const { file, raw, brotli } of sizes) row(file, raw, brotli);
const sum = (list, key) => list.reduce((total, it) => total + it[key], 0);
row("all", sum(sizes, "raw"), sum(sizes, "brotli"));

let over = 0;
for (const { name, files, raw, brotli } of budgets) {
  const found = sizes.filter((it) => files.test(it.file));
  const kept = found.length > 0 && sum(found, "raw") <= raw && sum(found, "brotli") <= brotli;
  if (!kept) over += 1;
  console.log(
    `budget of the ${name}: ${kept ? "kept" : found.length ? "OVER" : "NO SUCH FILE"}, ` +
      `${sum(found, "raw")} of ${raw} B raw, ${sum(found, "brotli")} of ${brotli} B brotli`,
  );
}
console.log(`budgets: ${budgets.length - over} passed, ${over} failed`);
process.exitCode = over ? 1 : 0;
