// Lays a compressed copy beside each file of a built page that gains by it: NAME.br and NAME.gz, for hosts that send
// such copies as they are.
// usage: node scripts/compress.mjs dist
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const gains = /\.(html|js|css|wasm|json|webmanifest|svg|txt|pack)$/;
let count = 0;
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !gains.test(entry.name)) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(path);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const packed = gzipSync(bytes, { level: 9 });
  // Which system packed it is nobody's business, and would make two builds differ.
  packed[9] = 255;
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, brotli));
  writeFileSync(`${path}.gz`, packed);
  count += 1;
}
console.log(`${count} files have compressed copies`);
