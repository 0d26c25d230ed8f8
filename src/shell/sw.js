// Keeps the whole calculator in the browser, so that it works without a network from the second visit on.
//
// The build writes its hash and the list of its files here (canadian-content seal): the address of each, as the page
// asks for it, with the SHA-256 of what it holds. A file is kept only when it is that, and given only when it still is.
// A build has a store of its own; it is used when it is full, so an update that is cut short changes nothing.
const build = "BUILD";
const files = new Map([]);

const root = self.registration.scope;
// Several copies of the calculator may live under one origin.
const stores = `canadian-content ${root} `;
const page = "";

const address = (file) => root + file;
const plain = (file) => file.split("?")[0];
const byName = new Map([...files.keys()].map((file) => [plain(file), file]));

/** The response when it holds what the list says, as one of our own; else nothing. */
async function whole(response, file) {
  const bytes = await response.arrayBuffer();
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  if (btoa(String.fromCharCode(...new Uint8Array(hash))) !== files.get(file)) return undefined;
  // With the host's headers, so that its policy holds for a kept page, too; but what lies here is not compressed.
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(bytes, { headers });
}

/** A file from an older build's store, the browser's cache, or the network. Throws where none has it whole. */
async function get(file) {
  const asked = (cache) => async () => {
    // The page by its folder first: some hosts turn index.html into it by a redirect.
    for (const name of file === page ? [page, "index.html"] : [file]) {
      const response = await fetch(address(name), { cache, credentials: "same-origin" });
      const good = response.ok && (await whole(response, file));
      if (good) return good;
    }
    return undefined;
  };
  const kept = async () => {
    const old = await caches.match(address(file));
    return old && whole(old, file);
  };
  for (const from of [kept, asked("default"), asked("reload")]) {
    const good = await from();
    if (good) return good;
  }
  throw new Error(`${file} is not that of build ${build}`);
}

/** Makes the store of this build full, or throws. */
async function fill() {
  const store = await caches.open(stores + build);
  const there = new Set((await store.keys()).map((it) => it.url));
  for (const file of files.keys()) {
    if (!there.has(address(file))) await store.put(address(file), await get(file));
  }
}

async function give(file, request) {
  const store = await caches.open(stores + build);
  const kept = await store.match(address(file));
  const good = kept && (await whole(kept, file));
  if (good) return good;
  // Spoilt or gone: got again, and kept if there is room. Where the site has another build by now, its own answer is
  // the best there is.
  if (kept) await store.delete(address(file));
  try {
    const again = await get(file);
    store.put(address(file), again.clone()).catch(() => {});
    return again;
  } catch {
    return fetch(request);
  }
}

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((it) => it.startsWith(stores) && it !== stores + build);
      // The last one stays: another tab may still show it.
      for (const name of old.slice(0, -1)) await caches.delete(name);
    })(),
  ),
);

addEventListener("message", ({ data }) => data === "take-over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const asked = request.url.split("#")[0];
  if (request.method !== "GET" || !asked.startsWith(root)) return;
  const name = asked.slice(root.length);
  const file = plain(name) === "index.html" ? page : byName.get(plain(name));
  // Pages take options as their query; another file with another query is another build's.
  const ours = file !== undefined && (file === page || file.endsWith(".html") || file === name || !name.includes("?"));
  if (ours) event.respondWith(give(file, request));
  else event.respondWith(caches.match(request).then((it) => it ?? fetch(request)));
  // What the browser has thrown away meanwhile is got again beside it.
  if (request.mode === "navigate") event.waitUntil(fill().catch(() => {}));
});
