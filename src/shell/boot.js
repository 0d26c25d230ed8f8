// Starts the page, and says in both languages what went wrong when it does not start.
//
// What it relies on: trunk names the program's two files, with their hashes, in the preload links of the head;
// the program puts its first element into <body>. Until then, whatever is thrown means that it did not start.
// A program that misses one of its data files says so by throwing an Error whose message is "files".
// Once it stands, only a halted program (a trap in WebAssembly) counts; the page says so instead of going dead in silence.

// In the page of another site, the part of it that element.js has made.
const { document, location, addEventListener, fetch } = globalThis.calculatorWindow ?? globalThis;

const messages = {
  files: {
    en: ["One of its files did not arrive whole.", "Reload the page. If that does not help, this site’s copy of the calculator is incomplete: please tell those who run it."],
    fr: ["Un de ses fichiers n’est pas arrivé intact.", "Rechargez la page. Si rien ne change, la copie du calculateur sur ce site est incomplète : veuillez le signaler à ses responsables."],
  },
  browser: {
    en: ["This browser cannot run WebAssembly, or has it switched off.", "Try a current version of Firefox, Chrome, Edge or Safari."],
    fr: ["Ce navigateur ne peut pas exécuter WebAssembly, ou l’a désactivé.", "Essayez une version récente de Firefox, Chrome, Edge ou Safari."],
  },
  start: {
    en: ["The program stopped while starting.", "Reload the page; if that does not help, try another browser. What you saved in this browser is still there."],
    fr: ["Le programme s’est arrêté au démarrage.", "Rechargez la page; si rien ne change, essayez un autre navigateur. Ce que vous y avez enregistré s’y trouve toujours."],
  },
  halted: {
    en: ["The program has stopped because of a fault of ours.", "What was saved is still there: reload the page to go on."],
    fr: ["Le programme s’est arrêté en raison d’une erreur de notre part.", "Ce qui était enregistré s’y trouve toujours : rechargez la page pour continuer."],
  },
};
const titles = { en: "The calculator could not start.", fr: "Le calculateur n’a pas pu démarrer." };
const reload = { en: "Reload", fr: "Recharger" };
const rescue = { en: "Download the draft", fr: "Télécharger l’ébauche" };

const loading = document.getElementById("boot");
let shown = false;
let failed = false;

class Failure extends Error {
  constructor(kind, cause) {
    super(cause?.message ?? kind, { cause });
    this.kind = kind;
  }
}

function element(name, attributes, ...children) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  it.append(...children);
  return it;
}

function button(words, act) {
  const it = element("button", { type: "button" });
  for (const lang of ["en", "fr"]) it.append(lang === "fr" ? " · " : "", element("span", { lang }, words[lang]));
  it.addEventListener("click", act);
  return it;
}

/** The draft that the address names, as the program last saved it. Read here, as the program may not run. */
function keptDraft() {
  try {
    const [, id] = /^#\/bid\/([^/]+)/.exec(location.hash) ?? [];
    return id ? localStorage.getItem(`ccc:draft:${id}`) : null;
  } catch {
    return null; // Storage is blocked, so there is none.
  }
}

function download(text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href, download: "draft.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function fail(kind, cause) {
  if (failed) return;
  failed = true;
  console.error("The page failed:", kind, cause);
  const alert = element("div", { role: "alert", class: "boot-failed" });
  for (const lang of ["en", "fr"]) {
    const [what, next] = messages[kind][lang];
    const title = shown ? what : `${titles[lang]} ${what}`;
    alert.append(element("p", { lang }, element("strong", {}, title), " ", next));
  }
  alert.append(button(reload, () => location.reload()));
  const draft = keptDraft();
  if (draft) alert.append(" ", button(rescue, () => download(draft)));
  if (shown) {
    document.body.prepend(alert);
    return;
  }
  const heading = loading.querySelector("h1");
  loading.replaceChildren(heading, alert);
}

new MutationObserver((changes, observer) => {
  const mounted = changes.some((it) => [...it.addedNodes].some((node) => node instanceof Element && !failed));
  if (!mounted) return;
  observer.disconnect();
  shown = true;
  loading.remove();
  performance.mark("page-shown");
}).observe(document.body, { childList: true });

function thrown(error) {
  const trapped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  if (shown && trapped) fail("halted", error);
  if (!shown) fail(error?.message === "files" ? "files" : "start", error);
}
addEventListener("error", (event) => thrown(event.error));
addEventListener("unhandledrejection", (event) => thrown(event.reason));

// --- the program --------------------------------------------------------------------------------

const at = (address) => new URL(address, document.baseURI).href;

async function asked(address, integrity) {
  const response = await fetch(at(address), { integrity: integrity ?? "", credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** The bytes of the file at this address, telling how many have come; checked. */
async function watched(address, integrity, tell) {
  // A browser that checks a hash itself shows nothing of the file before all of it is there. Where it cannot check for
  // us (an address without https), it does so itself, and nothing is told.
  const subtle = globalThis.crypto?.subtle;
  const [kind, hash] = integrity?.split(/-(.*)/s) ?? [];
  if (!subtle || kind !== "sha384") return (await asked(address, integrity)).arrayBuffer();
  const response = await asked(address);
  const parts = [];
  let come = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    tell((come += value.length));
  }
  const bytes = await new Blob(parts).arrayBuffer();
  const found = btoa(String.fromCharCode(...new Uint8Array(await subtle.digest("SHA-384", bytes))));
  if (found !== hash) throw new Error(`${response.url}: not the file that belongs here; check its integrity`);
  return bytes;
}

/** Shows how much has come, on a line so slow that it is worth telling. */
function progress(all) {
  const bar = element("progress", { max: all, "aria-label": "Loading · Chargement" });
  const begun = performance.now();
  return (come) => {
    bar.value = come;
    if (!bar.isConnected && !failed && performance.now() - begun > 700 && come < all) loading.querySelector("h1").after(bar);
  };
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("browser");
  const script = document.querySelector('link[rel="modulepreload"]');
  const program = document.querySelector('link[rel="preload"][type="application/wasm"]');
  // The browser checks the script's hash by its link, but would not check the program's; so that is done here.
  const { integrity, size } = program.dataset;
  const whole = watched(program.href, integrity, progress(Number(size ?? 0)));
  const [glue, bytes] = await Promise.all([import(script.href), whole]).catch((cause) => {
    throw new Failure("files", cause);
  });
  await glue.default({ module_or_path: bytes });
}

// --- the engine ---------------------------------------------------------------------------------
//
// The program that judges is another one. It is fetched when the page first asks it something, and runs in a worker, so
// that no judgement keeps the page from painting; where the browser refuses a worker, it runs here. When it halts,
// whoever has asked is told, and the next question starts a new one. All of it is checked.
//
// The worker is made of a text of this page (blob:), not of an address: one of an address would not be held to the
// policy of index.html, but to headers that the host may not send. What a worker imports is not checked by anybody; so
// the engine's glue and what uses it are one text, of two files that are.

let engine;

async function startEngine() {
  const link = document.querySelector('link[rel="engine"]');
  const { program, integrity, glue, worker, workerIntegrity } = link.dataset;
  const bytes = await (await asked(program, integrity)).arrayBuffer();
  const texts = async () => {
    const files = [asked(link.getAttribute("href"), glue), asked(worker, workerIntegrity)];
    return Promise.all((await Promise.all(files)).map((it) => it.text()));
  };
  try {
    return await inWorker(await texts(), bytes.slice(0));
  } catch {
    return inPage(link.href, glue, bytes);
  }
}

async function inPage(address, integrity, program) {
  // A script element is checked; what is imported after it is the same.
  const script = element("script", { type: "module", src: address, ...(integrity && { integrity }) });
  await new Promise((done, refuse) => {
    script.addEventListener("load", done);
    script.addEventListener("error", () => refuse(new Error(address)));
    document.head.append(script);
  });
  await (await import(address)).default({ module_or_path: program });
  return async (asked) => globalThis.calculatorAnswer(asked);
}

async function inWorker(texts, program) {
  const address = URL.createObjectURL(new Blob([texts.join("\n")], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  const waiting = new Map();
  let asked = 0;
  let whole = true;
  const halt = (cause) => {
    whole = false;
    worker.terminate();
    engine = undefined;
    for (const { refuse } of waiting.values()) refuse(cause);
    waiting.clear();
  };
  worker.addEventListener("error", (event) => halt(new Error(event.message ?? "worker")));
  worker.addEventListener("message", ({ data: { id, answer, failed } }) => {
    if (failed !== undefined) return halt(new Error(failed));
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  const ask = (bytes, more = {}, hand = []) =>
    new Promise((resolve, refuse) => {
      if (!whole) return refuse(new Error("halted"));
      waiting.set((asked += 1), { resolve, refuse });
      worker.postMessage({ id: asked, asked: bytes, ...more }, hand);
    });
  // An empty question has an empty answer: it tells that the program runs.
  await ask(new Uint8Array(), { program }, [program]).finally(() => URL.revokeObjectURL(address));
  // What is asked is handed over, not copied: nobody looks at it again.
  return (bytes) => ask(bytes, {}, [bytes.buffer]);
}

globalThis.calculatorAsk = (bytes) => {
  engine ??= startEngine();
  const asked = engine.then((ask) => ask(bytes));
  // A program that did not start, or has halted, is not asked again: the next question starts another.
  asked.catch((cause) => {
    console.error("The engine failed:", cause);
    engine = undefined;
  });
  return asked;
};

start().catch((error) => {
  if (error instanceof Failure) fail(error.kind, error.cause);
  else if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) fail("browser", error);
  else thrown(error);
});
