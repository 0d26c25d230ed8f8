// What a page around this one may choose, and what it is told. docs/embedding.md says it for hosts.
//
// Choices stand in the query (lang, theme, accent, compact, module, host) and do no more than is listed here; what a bid
// holds stands in the fragment (prefill), which no server is sent. A page around that gives its origin as `host` is told
// how high this one is and which verdict is shown; what was typed only when it asks and the person agrees.

// In the page of another site, the part of it that element.js has made.
const window = globalThis.calculatorWindow ?? globalThis;
const { document, location, history, addEventListener, IntersectionObserver } = window;
const options = new URLSearchParams(location.search);
const html = document.documentElement;
const one = (name, ...allowed) => allowed.find((it) => it === options.get(name));

// --- how it looks -------------------------------------------------------------------------------

const lang = one("lang", "en", "fr");
if (lang) html.lang = html.dataset.lang = lang;
const theme = one("theme", "light", "dark");
if (theme) html.dataset.theme = theme;
if (options.has("compact")) html.dataset.compact = "";

const light = (colour) => {
  const [r, g, b] = colour.map((it) => (it / 255 <= 0.04045 ? it / 3294.6 : ((it / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
const mixed = (a, b, part) => a.map((it, index) => Math.round(it + (b[index] - it) * part));

/** The colour that was asked for, moved towards ink until it can be read; and what goes with it. */
function paint(asked) {
  const dark = theme === "dark" || (!theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const [paper, ink] = dark ? [[16, 21, 20], [255, 255, 255]] : [[255, 255, 255], [0, 0, 0]];
  let accent = asked;
  while (contrast(accent, paper) < 5.5) accent = mixed(accent, ink, 0.08);
  const white = [255, 255, 255];
  const on = contrast(accent, white) >= 4.5 ? white : [0, 0, 0];
  const colours = { "": accent, "-deep": mixed(accent, ink, 0.3), "-wash": mixed(paper, accent, 0.08) };
  for (const [name, colour] of Object.entries(colours)) html.style.setProperty(`--accent${name}`, `rgb(${colour})`);
  html.style.setProperty("--on-accent", `rgb(${on})`);
}
const accent = /^[0-9a-f]{6}$/i.exec(options.get("accent") ?? "")?.[0];
// Who has chosen colours or contrast keeps them.
if (accent && !matchMedia("(forced-colors: active), (prefers-contrast: more)").matches) {
  const asked = [0, 2, 4].map((at) => parseInt(accent.slice(at, at + 2), 16));
  paint(asked);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(asked));
}

// --- where it begins ----------------------------------------------------------------------------

/** Does something with the first element that matches, once the program has shown one. */
function meet(selector, act) {
  const wait = new MutationObserver(() => {
    const it = document.querySelector(selector);
    if (!it) return;
    wait.disconnect();
    act(it);
  });
  wait.observe(document.body, { childList: true, subtree: true });
}

/** Opens a draft file as if a person had chosen it: it is read, and refused, in the same way. */
const open = (text) =>
  meet("input#file", (input) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], "prefill.json", { type: "application/json" }));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

/** The draft that was saved last, among those of one line or among all others. */
function last(ofOne) {
  const saved = new Map();
  // Storage may be blocked, and a draft may be one that cannot be read: then it is none.
  const attempt = (act) => {
    try {
      act();
    } catch {}
  };
  const look = ([key, time]) => {
    const [, id] = /^ccc:saved:(.+)/.exec(key) ?? [];
    if (id && (JSON.parse(localStorage.getItem(`ccc:draft:${id}`)).draft.lines?.length === 1) === ofOne) saved.set(time, id);
  };
  attempt(() => Object.entries(localStorage).forEach((it) => attempt(() => look(it))));
  return saved.get([...saved.keys()].sort().at(-1));
}

const go = (hash) => history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
const given = /^#prefill=(.*)$/s.exec(location.hash)?.[1];
if (given !== undefined) {
  go("#/");
  try {
    open(decodeURIComponent(given));
  } catch {
    // No text at all: there is nothing to open.
  }
} else if (location.hash.length < 2) {
  const begins = one("module", "share", "good", "jcp", "tools");
  if (begins === "jcp") go("#/tools/jcp");
  if (begins === "tools") go("#/tools");
  if (begins === "share" || begins === "good") {
    // Not a new draft at each visit.
    const good = begins === "good";
    const id = last(good);
    if (id) go(`#/bid/${id}/${good ? "origin" : "lines"}`);
    else meet(good ? "[data-do=one-good]" : "[data-do=new]", (it) => it.click());
  }
}

// --- what the page around is told ---------------------------------------------------------------

const words = {
  asks: {
    en: (site) => `The site ${site}, which shows this calculator, asks for the bid that is open here.`,
    fr: (site) => `Le site ${site}, qui affiche ce calculateur, demande la soumission ouverte ici.`,
  },
  give: { en: "Send it once", fr: "L’envoyer une fois" },
  keep: { en: "No", fr: "Non" },
};

function origin(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.origin === text ? text : undefined;
  } catch {
    return undefined;
  }
}

// The browser delivers what is told to this origin alone, whoever wrote it there.
const host = window.parent === window ? undefined : origin(options.get("host") ?? "");
const tell = (message) => window.parent.postMessage({ source: "canadian-content", ...message }, host);

/** The open bid as a draft file; the program says it (src/ui/start.rs). Nothing where none is open. */
const openBid = () => window.calculatorDraft?.() ?? null;

let answered = false;

function ask() {
  // Once is asking; more is pressing.
  if (answered || document.getElementById("asked")) return;
  const now = html.lang === "fr" ? "fr" : "en";
  const bar = document.createElement("div");
  bar.id = "asked";
  bar.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = words.asks[now](host);
  const [give, keep] = ["give", "keep"].map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words[name][now];
    button.addEventListener("click", ({ isTrusted }) => {
      answered = true;
      bar.remove();
      tell({ bid: name === "give" && isTrusted ? openBid() : null });
    });
    return button;
  });
  // A page around could lay something over the button. A browser that can tell says when it is really to be seen.
  give.disabled = true;
  const allow = (seen) => setTimeout(() => (give.disabled = !seen), seen ? 600 : 0);
  const watch = new IntersectionObserver((it) => allow(it.at(-1).isVisible ?? it.at(-1).isIntersecting), {
    threshold: 1,
    trackVisibility: true,
    delay: 100,
  });
  watch.observe(give);
  bar.append(text, give, keep);
  document.body.prepend(bar);
}

if (host) {
  html.dataset.framed = "";
  let high = 0;
  let said = "";
  const measure = () => {
    // The page's own height, which does not follow the frame's: no loop can come of it.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== high) tell({ height: (high = height) });
  };
  new ResizeObserver(measure).observe(document.body);
  const verdict = () => {
    const mark = document.querySelector(".step-nav small .mark");
    const now = mark?.textContent && ["yes", "no", "unknown"].find((it) => mark.classList.contains(it));
    if (now && now !== said) tell({ verdict: now });
    said = now;
  };
  // A browser draws no frame that is out of sight, and observes no size in it; it still tells what has changed.
  let soon;
  new MutationObserver(() => {
    setTimeout(measure);
    clearTimeout(soon);
    soon = setTimeout(verdict, 250);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  addEventListener("hashchange", () => tell({ top: true }));
  addEventListener("message", (event) => {
    if (event.source === window.parent && event.origin === host && event.data?.ask === "bid") ask();
  });
}
