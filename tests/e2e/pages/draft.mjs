// Draft files, with the least that a journey needs, and what the browser keeps of them.
const yes = { origin_by: "statement", statement: { canadian: "yes", basis: "wholly_produced" } };
const no = { origin_by: "statement", statement: { canadian: "no", basis: "wholly_produced" } };

/** The text of a draft file. Each line: [description, amount, "yes", "no" or "unknown"]. */
export function draftFile(title, lines, rest = {}) {
  const goods = lines.map(([description, unit_price, is], index) => {
    const origin = { yes, no }[is] ?? {};
    return { id: index + 1, kind: "good", description, quantity: "1", unit_price, ...origin };
  });
  return file({ title, ...rest, lines: goods });
}

/** The text of a file that holds this draft. */
export function file(draft, schema = 1) {
  return JSON.stringify({ format: "canadian-content-draft", schema, draft });
}

/** Everything that the page keeps in this browser. */
export function stored(site) {
  return site.page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("ccc:"))));
}

/** The drafts kept, by id. */
export async function storedDrafts(site) {
  const drafts = Object.entries(await stored(site)).filter(([key]) => key.startsWith("ccc:draft:"));
  return Object.fromEntries(drafts.map(([key, text]) => [key.slice("ccc:draft:".length), text]));
}

/** Puts a draft into the store, as another version of the page or another program would have. */
export function store(site, id, text, saved = "2026-01-02 03:04") {
  return site.page.evaluate(
    ([id, text, saved]) => {
      localStorage.setItem(`ccc:draft:${id}`, text);
      localStorage.setItem(`ccc:saved:${id}`, saved);
    },
    [id, text, saved],
  );
}

/** Another tab of the same browser, on the same address. */
export async function anotherTab(site) {
  const tab = Object.create(site);
  tab.page = await site.context.newPage();
  await tab.page.goto(site.page.url());
  await tab.started();
  return tab;
}
