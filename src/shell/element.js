// The calculator as a part of another site's page, without a frame:
// <canadian-content-calculator lang="fr"></canadian-content-calculator>. docs/embedding.md says it for hosts, and why a
// frame (embed.js) is the better choice: here the host's own scripts can read what is typed.
//
// Nothing of the calculator is written twice for this. Its page is fetched (index.html) and put into a shadow root, and
// its scripts and its program run as they do there. They ask for the window as `calculatorWindow`; the one made here has
// its document in the shadow root, its address in memory and its files on the calculator's site.
//
// The host's page keeps its title, language, address and scroll position. It gets to hear what a page around a frame
// would: the events "verdict" and, after askForBid() and the person's consent, "bid".

const home = new URL(".", import.meta.url);
const at = (address) => new URL(address, home).href;
// The build writes the hash of index.html here (canadian-content seal), which holds those of all other files.
const page = "PAGE";
const passed = ["lang", "theme", "accent", "module", "compact"];

const words = {
  name: { en: "Canadian Content Calculator", fr: "Calculateur de contenu canadien" },
  loading: { en: "Loading…", fr: "Chargement…" },
  open: { en: "Open the calculator by itself", fr: "Ouvrir le calculateur seul" },
  failed: { en: "The calculator could not start inside this page. ", fr: "Le calculateur n’a pas pu démarrer dans cette page. " },
  policy: {
    en: "This page’s Content-Security-Policy does not allow what it needs: ",
    fr: "La Content-Security-Policy de cette page ne permet pas ce qu’il lui faut : ",
  },
  inside: {
    en: (site) => `A part of this page of ${site}, whose own scripts can read what is typed here. `,
    fr: (site) => `Fait partie de cette page de ${site}, dont les scripts peuvent lire ce qui est tapé ici. `,
  },
  twice: { en: "The calculator already stands elsewhere on this page. ", fr: "Le calculateur se trouve déjà ailleurs sur cette page. " },
};

function element(name, attributes, ...children) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  it.append(...children);
  return it;
}

/** A paragraph in each language. */
const paragraphs = (say) => ["en", "fr"].map((lang) => element("p", { lang }, ...say(lang)));
const link = (lang) => element("a", { href: at("index.html"), target: "_blank", rel: "noopener" }, words.open[lang]);

function sheet(text, window = globalThis) {
  const it = new window.CSSStyleSheet();
  it.replaceSync(text);
  return it;
}

// --- styles -------------------------------------------------------------------------------------

// Nothing that the host's page hands down comes past .place; where the element stands and how wide it is, is the host's.
const bounds = `
  :host { display: block !important }
  .place { all: initial; display: block; direction: ltr; isolation: isolate; container-type: inline-size; color-scheme: light dark }
  .plain { padding: 1em; font: 100%/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas }
  .skip { display: none }
  .foot { padding: 0 var(--gutter) 1em; font-size: var(--t-s); color: var(--soft) }
  html[lang=en] .foot [lang=fr], html[lang=fr] .foot [lang=en] { display: none }
  @media print { .foot { display: none } }
  @media screen { .place { container-name: calculator } }`;

/** The style sheet of a page that has a window to itself, for one that is a part of another: it goes by the width of
 * that part, and by the reader's own size of type, whatever the host has made of it. */
const fitted = (text) =>
  text
    .replaceAll(":root", "html")
    .replace(/\bmain(?= [>{])/g, ":where([id=main])")
    .replace(/@media (?:screen and )?\(([^(){]*\bwidth\b[^(){]*)\) \{/g, (all, size) => `@container calculator (${size.replaceAll("rem", "em")}) {`)
    .replace(/@media[^{]*|(-?[\d.]+)rem\b/g, (all, size) => (size ? `calc(${size} * var(--rem))` : all))
    .replace(/([\d.]+)vw\b/g, "$1cqi");

// --- the window ---------------------------------------------------------------------------------

/** What the calculator's scripts and program take for their window; `tell` hears what a page around them would. */
function windowIn({ place, html, head, texts }, search, hash, tell) {
  const own = new EventTarget();
  const root = () => place.getRootNode();
  // Nobody is taken to it: what it opens by itself at its start moves neither the focus nor the page.
  let met = false;
  for (const name of ["click", "keydown"]) html.addEventListener(name, ({ isTrusted }) => (met ||= isTrusted), true);
  const go = (to) => {
    if (to === hash) return;
    hash = to;
    // Later, as in a browser.
    setTimeout(() => {
      if (met && place.getBoundingClientRect().top < 0) place.scrollIntoView();
      html.inert = !met;
      own.dispatchEvent(new Event("hashchange"));
      setTimeout(() => (html.inert = false), 50);
    });
  };
  // After the calculator's own listeners, which may have done with it.
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const to = link?.getAttribute("href");
    if (!to || event.defaultPrevented) return;
    if (to.startsWith("#")) {
      event.preventDefault();
      go(to);
    } else {
      // Nobody loses the host's page by reading a source.
      Object.assign(link, { href: at(to), target: "_blank", rel: "noopener noreferrer" });
    }
  });
  const parent = { postMessage: tell };
  return {
    parent,
    /** A message from the page around. */
    hear: (data) => own.dispatchEvent(Object.assign(new Event("message"), { source: parent, origin: location.origin, data })),
    location: {
      search,
      pathname: "",
      get hash() {
        return hash;
      },
      set hash(to) {
        go(to);
      },
      reload: () => location.reload(),
    },
    history: { replaceState: (state, title, to) => (hash = to.slice(to.indexOf("#"))) },
    navigator,
    document: {
      documentElement: html,
      body: html.querySelector("body"),
      head: place,
      baseURI: home.href,
      get activeElement() {
        return root().activeElement;
      },
      createElement: (name) => document.createElement(name),
      getElementById: (id) => root().getElementById(id),
      querySelector: (selector) => head.querySelector(selector) ?? html.querySelector(selector),
      querySelectorAll: (selector) => html.querySelectorAll(selector),
    },
    addEventListener(name, act, options) {
      // The host's page has faults of its own.
      const ours = ({ error, reason }) => (error ?? reason)?.stack?.includes(home.href);
      if (/^(hashchange|message)$/.test(name)) own.addEventListener(name, act, options);
      else if (/^(error|unhandledrejection)$/.test(name)) addEventListener(name, (event) => ours(event) && act(event));
      else if (/^(pagehide|visibilitychange|storage)$/.test(name)) addEventListener(name, act, options);
      else html.addEventListener(name, act, options);
    },
    fetch: get,
    // Another screen begins at its top; see go.
    scrollTo() {},
    // A page that holds this one needs to lay nothing over it.
    IntersectionObserver: class {
      constructor(act) {
        this.observe = () => act([{ isVisible: true }]);
      }
    },
    print: () => print(html, texts),
  };
}

/** Prints the calculator without the page round it, as it would print itself. */
function print(html, texts) {
  const frame = element("iframe", { title: words.name[html.lang] ?? "", tabindex: "-1", "aria-hidden": "true" });
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  html.after(frame);
  const inner = frame.contentWindow;
  const copy = inner.document.importNode(html, true);
  const fields = html.querySelectorAll("input, select, textarea");
  for (const [at, it] of copy.querySelectorAll("input, select, textarea").entries()) {
    if (it.type === "file") continue;
    it.value = fields[at].value;
    it.checked = fields[at].checked;
  }
  inner.document.replaceChild(copy, inner.document.documentElement);
  inner.document.adoptedStyleSheets = texts.map((text) => sheet(text, inner));
  inner.addEventListener("afterprint", () => frame.remove());
  inner.print();
}

// --- how it starts ------------------------------------------------------------------------------

const get = (address, more) => fetch(at(address), { ...more, credentials: "omit", referrerPolicy: "no-referrer" });

async function text(address, integrity) {
  const response = await get(address, { integrity });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}

/** Runs a script of the page, checked. What imports it later gets the same. */
async function run(src, integrity) {
  const script = element("script", { type: "module", crossorigin: "anonymous", referrerpolicy: "no-referrer", integrity, src });
  await new Promise((done, refuse) => {
    script.addEventListener("load", done);
    script.addEventListener("error", () => refuse(new Error(src)));
    document.head.append(script);
  });
  script.remove();
}

/** Puts the calculator's page into `place`, and starts it. */
async function start(place, sheets, options, tell) {
  const head = new DOMParser().parseFromString(await text("index.html", page), "text/html");
  for (const it of head.querySelectorAll("link[href]")) it.setAttribute("href", at(it.getAttribute("href")));
  const texts = await Promise.all([...head.querySelectorAll("link[rel=stylesheet]")].map((it) => text(it.href, it.integrity)));
  for (const it of texts) sheets.push(sheet(fitted(it)));
  place.getRootNode().adoptedStyleSheets = sheets;
  place.style.setProperty("--rem", getComputedStyle(place).fontSize);
  // The host's page has a <main> of its own.
  const boot = head.getElementById("boot");
  boot.replaceWith(element("div", { id: boot.id }, ...boot.childNodes));
  // In a shadow root these two are elements like any other; the sheets speak of them.
  const foot = paragraphs((lang) => [words.inside[lang](location.host), link(lang)]);
  const html = element("html", { "data-part": "" }, head.body, element("div", { class: "foot" }, ...foot));
  place.replaceChildren(html);
  const { search, hash } = options;
  globalThis.calculatorWindow = windowIn({ place, html, head, texts }, search, hash, tell);
  // Whatever boot.js says against it, there is another way.
  const body = html.querySelector("body");
  new MutationObserver(async (changes, it) => {
    const alert = body.querySelector("#boot > .boot-failed");
    if (!alert) return;
    it.disconnect();
    if (await refusals()) alert.replaceChildren(...failure());
    else alert.append(...paragraphs((lang) => [link(lang)]));
  }).observe(body, { childList: true, subtree: true });
  const glue = head.querySelector("link[rel=modulepreload]");
  await run(glue.href, glue.integrity);
  for (const it of head.querySelectorAll("script[src]")) {
    // Without a network there is no host's page either.
    if (!it.src.includes("offline-")) await run(at(it.getAttribute("src")), it.integrity);
  }
}

/** What the host's policy has forbidden so far. */
const refused = new Set();
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
  if (blockedURI.startsWith(home.href) || blockedURI === "wasm-eval") refused.add(effectiveDirective);
});
/** How many of them, once the browser has told, which it does a moment later. */
const refusals = () => new Promise((told) => setTimeout(() => told(refused.size), 100));
const failure = () =>
  paragraphs((lang) => [words.failed[lang], refused.size ? `${words.policy[lang]}${[...refused].join(", ")}. ` : "", link(lang)]);

// --- the element --------------------------------------------------------------------------------

/** Where the calculator of this page stands; its program can run once in a page. */
let place;
let owner;
const sheets = [sheet(bounds)];
const name = Object.values(words.name).join(" · ");
const plain = (...children) => element("section", { class: "place", "aria-label": name }, element("div", { class: "plain" }, ...children));

class CanadianContentCalculator extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });

  connectedCallback() {
    this.#root.adoptedStyleSheets = sheets;
    if (owner && owner !== this && owner.isConnected) {
      this.#root.replaceChildren(plain(...paragraphs((lang) => [words.twice[lang], link(lang)])));
      return;
    }
    owner = this;
    if (place) {
      // The host has put a new element in the place of the old one: what was open goes on in it.
      this.#root.replaceChildren(place);
      return;
    }
    place = plain(words.loading.en, " · ", words.loading.fr);
    this.#root.replaceChildren(place);
    this.#begin();
  }

  async #begin() {
    const search = new URLSearchParams({ host: location.origin });
    for (const name of passed) if (this.hasAttribute(name)) search.set(name, this.getAttribute(name).replace(/^#/, ""));
    const prefill = this.getAttribute("prefill");
    const hash = prefill === null ? "" : `#prefill=${encodeURIComponent(prefill)}`;
    try {
      await start(place, sheets, { search: `?${search}`, hash }, (told) => owner.#hear(told));
    } catch (error) {
      console.error("The calculator failed:", error);
      await refusals();
      place.replaceChildren(element("div", { class: "plain", role: "alert" }, ...failure()));
    }
  }

  /** Asks the person for the bid that is open. Answered by the event "bid". */
  askForBid() {
    if (owner === this) globalThis.calculatorWindow?.hear({ ask: "bid" });
  }

  #hear({ verdict, bid }) {
    if (verdict) this.#tell("verdict", { verdict });
    if (bid !== undefined) this.#tell("bid", { bid });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
if (!customElements.get("canadian-content-calculator")) customElements.define("canadian-content-calculator", CanadianContentCalculator);
