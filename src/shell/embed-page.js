// Writes the lines by which another site shows the calculator, and shows what they lead to.

const html = document.documentElement;
const form = document.getElementById("choices");
const here = new URL(".", location.href).href;
const words = {
  open: { en: "Open the calculator by itself", fr: "Ouvrir le calculateur seul" },
  title: { en: "Canadian Content Calculator", fr: "Calculateur de contenu canadien" },
  copied: { en: "Copied.", fr: "Copié." },
  marked: { en: "Marked: copy it with the keyboard.", fr: "Sélectionné : copiez-le au clavier." },
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
  const url = new URL(here);
  for (const [name, value] of given) url.searchParams.set(name, value);
  return url.href;
}

const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function show() {
  const [how, given] = chosen();
  const lang = given.get("lang") ?? html.lang;
  const link = `<a href="${attribute(address(given))}">${words.open[lang]}</a>`;
  const attributes = [...given].map(([name, value]) => (value ? ` ${name}="${value}"` : ` ${name}`)).join("");
  const { origin } = new URL(here);
  document.getElementById("snippet").value =
    how === "script"
      ? `<script src="${here}embed.js" async></script>\n<canadian-content${attributes}>${link}</canadian-content>`
      : `<iframe src="${attribute(address(given))}" title="${words.title[lang]}" width="100%" height="800"></iframe>\n<p>${link}</p>`;
  document.getElementById("sources").value =
    how === "script" ? `script-src ${here}embed.js;\nframe-src ${origin}` : `frame-src ${origin}`;
  const shown = document.createElement(how === "script" ? "canadian-content" : "iframe");
  if (how === "script") {
    for (const [name, value] of given) shown.setAttribute(name, value);
  } else {
    shown.src = address(given);
    shown.title = words.title[lang];
  }
  document.getElementById("preview").replaceChildren(shown);
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
speak((new URLSearchParams(location.search).get("lang") ?? navigator.language).startsWith("fr") ? "fr" : "en");
show();
