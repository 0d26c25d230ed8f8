// Lets the calculator work without a network: registers sw.js, and offers a new version when one is ready.
//
// Nothing here is needed for the page to work. Where the browser refuses service workers (private windows, frames,
// addresses without https), or the person wants to save data, nothing happens.

const words = {
  ready: { en: "A new version of the calculator is ready.", fr: "Une nouvelle version du calculateur est prête." },
  use: { en: "Use it now", fr: "L’utiliser maintenant" },
  later: { en: "Later", fr: "Plus tard" },
};
const hour = 3_600_000;

// In both languages; the style shows that of the page.
function said(name, into) {
  const element = document.createElement(into);
  for (const lang of ["en", "fr"]) {
    const span = document.createElement("span");
    span.lang = lang;
    span.textContent = words[name][lang];
    element.append(span);
  }
  return element;
}

function offer(worker) {
  if (document.getElementById("update")) return;
  const bar = document.createElement("div");
  bar.id = "update";
  bar.setAttribute("role", "status");
  const use = said("use", "button");
  const later = said("later", "button");
  for (const button of [use, later]) button.type = "button";
  use.addEventListener("click", () => {
    // This tab alone is loaded again, and only because it was asked for; leaving saves the open draft.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take-over");
  });
  later.addEventListener("click", () => bar.remove());
  bar.append(said("ready", "p"), use, later);
  document.body.append(bar);
}

async function register() {
  const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  if (!registration) return;
  const watch = (worker) => {
    // Without a controller it is the first version, and nothing is new.
    const ready = () => worker.state === "installed" && navigator.serviceWorker.controller && offer(worker);
    worker.addEventListener("statechange", ready);
    ready();
  };
  if (registration.waiting) watch(registration.waiting);
  if (registration.installing) watch(registration.installing);
  registration.addEventListener("updatefound", () => registration.installing && watch(registration.installing));
  // A page may stay open for days.
  let asked = Date.now();
  addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < hour) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

// Who wipes everything (see the screen about it) also wipes the copy of the page's files. The next visit makes a new one.
addEventListener("click", async ({ target }) => {
  if (!target.closest?.("[data-do=wipe]") || !navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.getRegistration().catch(() => {});
  const names = await caches.keys().catch(() => []);
  for (const name of names) if (name.startsWith(`canadian-content ${registration?.scope} `)) await caches.delete(name);
  await registration?.unregister();
});

// In the frame of another site, each site would get a copy of its own of everything.
const wanted = () => window.top === window && !navigator.connection?.saveData && navigator.serviceWorker;

// Once the page stands and has fetched what it needs first.
const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 1000));
addEventListener("load", () =>
  setTimeout(() => idle(() => Promise.resolve().then(() => wanted() && register()).catch(() => {})), 1500),
);
