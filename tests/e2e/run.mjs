// Runs the journeys against a built page, served from a sub-path as any static host may.
// usage: node tests/e2e/run.mjs [DIST] [WORD...]      only files whose name contains one of the words
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { serve } from "./lib/server.mjs";

const [dist = "dist", ...words] = process.argv.slice(2);
const folder = join(import.meta.dirname, "journeys");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs") && (words.length === 0 || words.some((word) => name.includes(word))))
  .map((name) => join(folder, name));

const server = await serve(dist, "/un/sous-chemin/");
process.env.SITE = server.url;
process.env.DIST = dist;
let passed = 0;
let failed = 0;
const counted = (it) => it.details?.type !== "suite" && !it.skip && !it.todo;
const journeys = run({ files, concurrency: 1 });
journeys.on("test:pass", (it) => counted(it) && (passed += 1));
journeys.on("test:fail", (it) => counted(it) && (failed += 1));
journeys.compose(new spec()).pipe(process.stdout);
journeys.on("end", async () => {
  await server.stop();
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  process.on("exit", () => console.log(`journeys: ${passed} passed, ${failed} failed`));
});
