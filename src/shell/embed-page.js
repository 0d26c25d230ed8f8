// Writes the lines by which another site shows the calculator, and shows what they lead to.

const html = document.documentElement;
const form = document.getElementById("choices");
const here = new URL(".", location.href).href;
const words = {
  open: { en: "Open the calculator by itself", fr: "Ouvrir le calculateur seul" },
  title: { en: "Canadian Content Calculator", fr: "Calculateur de contenu canadien" },
  copied: { en: "Copied.", fr: "Copié." },
  marked: { en: "Marked: copy it with the keyboard.", fr: "Sélectionné : copiez-le au clavier." },
};
const plain = "#0b5b53";

function speak(lang) {
  html.lang = lang;
  document.title = lang === "fr" ? "Sur votre propre site" : "On your own site";
  for (const option of document.querySelectorAll("option[data-en]")) option.textContent = option.dataset[lang];
}

/** What was chosen, without what is usual. */
function chosen() {
  const data = new FormData(form);
  const given = new Map();
  for (const name of ["lang", "module", "theme"]) if (data.get(name)) given.set(name, data.get(name));
  if (data.get("accent") !== plain) given.set("accent", data.get("accent").slice(1));
  if (data.has("compact")) given.set("compact", "");
  return [data.get("how"), given];
}

function address(given) {
  // Some hosts know no index of a folder.
  const url = new URL("index.html", here);
  for (const [name, value] of given) url.searchParams.set(name, value);
  return url.href;
}

const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The lines for a host's page, and the sources that its policy needs. */
function lines(how, given, lang) {
  const { origin } = new URL(here);
  const link = `<a href="${attribute(address(given))}">${words.open[lang]}</a>`;
  const attributes = [...given].map(([name, value]) => (value ? ` ${name}="${value}"` : ` ${name}`)).join("");
  if (how === "frame") {
    const frame = `<iframe src="${attribute(address(given))}" title="${words.title[lang]}" width="100%" height="800"></iframe>`;
    return [`${frame}\n<p>${link}</p>`, `frame-src ${origin}`];
  }
  const [tag, script] = how === "script" ? ["canadian-content", 'embed.js" async'] : ["canadian-content-calculator", 'element.js" type="module"'];
  const snippet = `<script src="${here}${script}></script>\n<${tag}${attributes}>${link}</${tag}>`;
  if (how === "script") return [snippet, `script-src ${here}embed.js;\nframe-src ${origin}`];
  return [snippet, `script-src ${here} 'wasm-unsafe-eval';\nconnect-src ${here};\nworker-src blob:`];
}

/** What they lead to. The calculator runs once in a page, so that without a frame it is shown in a page of its own. */
function preview(how, given, lang) {
  if (how === "script") {
    const shown = document.createElement("canadian-content");
    for (const [name, value] of given) shown.setAttribute(name, value);
    return shown;
  }
  const shown = document.createElement("iframe");
  const query = new URLSearchParams([["alone", ""], ...given]);
  shown.src = how === "frame" ? address(given) : `${here}embed.html?${query}`;
  shown.title = words.title[lang];
  return shown;
}

function show() {
  const [how, given] = chosen();
  const lang = given.get("lang") ?? html.lang;
  const [snippet, sources] = lines(how, given, lang);
  document.getElementById("snippet").value = snippet;
  document.getElementById("sources").value = sources;
  document.getElementById("caution").hidden = how !== "element";
  document.getElementById("preview").replaceChildren(preview(how, given, lang));
}

/** The element by itself, for the preview. */
function alone(options) {
  const element = document.createElement("canadian-content-calculator");
  for (const [name, value] of options) element.setAttribute(name, value);
  document.body.replaceChildren(element);
  document.body.className = "";
  import("./element.js");
}

document.getElementById("language").addEventListener("click", () => {
  speak(html.lang === "fr" ? "en" : "fr");
  show();
});
document.getElementById("copy").addEventListener("click", async () => {
  const text = document.getElementById("snippet");
  text.select();
  const done = await navigator.clipboard?.writeText(text.value).then(() => true).catch(() => false);
  document.getElementById("copied").textContent = words[done ? "copied" : "marked"][html.lang];
});
form.addEventListener("change", show);
const options = new URLSearchParams(location.search);
speak((options.get("lang") ?? navigator.language).startsWith("fr") ? "fr" : "en");
if (options.has("alone")) alone(options);
else show();
