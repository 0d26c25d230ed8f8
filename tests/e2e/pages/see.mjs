// Looking until what is expected is to be seen, and no longer.
import assert from "node:assert/strict";
import { setTimeout as moment } from "node:timers/promises";

const PATIENCE = 8_000;

/** Text as a person reads it: every kind of blank is one. */
export function plain(text) {
  return text.replace(/[\s\u00a0\u202f\u2060]+/g, " ").trim();
}

/** A pattern for texts that contain this one. */
export function containing(text) {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
}

/** Waits until `read` answers with `expected` (a value, or a pattern for a text). */
export async function see(read, expected) {
  const asserted = (seen) => (expected instanceof RegExp ? assert.match(seen, expected) : assert.deepEqual(seen, expected));
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return asserted(await read());
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await moment(20);
  }
}
