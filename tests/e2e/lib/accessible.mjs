// axe, over the page as it stands.
import assert from "node:assert/strict";
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Asserts that axe finds no violation on `page`, in its light and its dark colours. */
export async function accessible(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    // By evaluation, not as a script of the page: the page's policy allows no such script.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(
      (values) => axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: { type: "tag", values } }),
      tags,
    );
    const found = violations.flatMap((it) =>
      it.nodes.map((node) => `${it.id} (${it.impact}): ${it.help}\n    ${node.html}\n    ${node.failureSummary?.replace(/\n/g, "\n    ")}`),
    );
    assert.deepEqual(found, [], `axe, ${colorScheme}`);
  }
}
