// Starts the page, and says in both languages what went wrong when it does not start.
//
// What it relies on: trunk names the program's two files, with their hashes, in the preload links of the head;
// the program puts its first element into <body>. Until then, whatever is thrown means that it did not start.
// A program that misses one of its data files says so by throwing an Error whose message is "files".
// Once it stands, only a halted program (a trap in WebAssembly) counts; the page says so instead of going dead in silence.

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
  const button = element("button", { type: "button" });
  for (const lang of ["en", "fr"]) button.append(lang === "fr" ? " · " : "", element("span", { lang }, reload[lang]));
  button.addEventListener("click", () => location.reload());
  alert.append(button);
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

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("browser");
  const script = document.querySelector('link[rel="modulepreload"]');
  const program = document.querySelector('link[rel="preload"][type="application/wasm"]');
  // The browser checks the script's hash by its link, but would not check the program's; so ask for it here.
  const whole = fetch(program.href, { integrity: program.dataset.integrity, credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`${program.href}: ${response.status}`);
    return response;
  });
  const [glue, response] = await Promise.all([import(script.href), whole]).catch((cause) => {
    throw new Failure("files", cause);
  });
  await glue.default({ module_or_path: response });
}

start().catch((error) => {
  if (error instanceof Failure) fail(error.kind, error.cause);
  else if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) fail("browser", error);
  else thrown(error);
});
