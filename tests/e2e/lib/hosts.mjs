// Hosts that nobody can install: what each says of itself in its manual, as rules for the server of server.mjs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./site.mjs";

/** The headers that the lines of a file `_headers` give to a path: all rules that match, a later one for more. */
export function headersOf(text) {
  const rules = [];
  for (const line of text.split("\n").filter((it) => it.trim() && !it.startsWith("#"))) {
    if (/^\S/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replace(/:\w+/g, "[^/]+");
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (!name || !rules.length) throw new Error(`_headers: ${line}`);
    rules.at(-1).headers.push([name.toLowerCase(), value]);
  }
  return (path) => {
    const found = {};
    for (const { pattern, headers } of rules) {
      if (!pattern.test(path)) continue;
      for (const [name, value] of headers) found[name] = name in found ? `${found[name]}, ${value}` : value;
    }
    return found;
  };
}

const ours = readFileSync(join(dist, "_headers"), "utf8");
const hidden = (find) => (name, is) => (name.startsWith("_") ? undefined : find(name, is));
const fresh = { "cache-control": "public, max-age=0, must-revalidate" };

export const hosts = [
  {
    // A project's site: a sub-path, no headers of one's own, ten minutes in every cache, names without .html too.
    name: "GitHub Pages",
    path: "/calculator/",
    entry: "",
    headers: () => ({ "cache-control": "max-age=600", "access-control-allow-origin": "*" }),
    types: { ".pack": "application/octet-stream" },
    find: async (name, is) => (await is(name || "index.html")) || is(`${name}.html`),
  },
  {
    // In a sub-path, with the lines of docs/hosting.md: the path before /*.
    name: "Netlify",
    path: "/outils/calculateur/",
    entry: "",
    headers: (path) => ({ ...fresh, ...headersOf(ours.replace("/*", "/outils/calculateur/*"))(path) }),
    find: hidden(async (name, is) => (await is(name || "index.html")) || is(`${name}.html`)),
  },
  {
    // Sends from name.html to name, from index.html to its folder; gives the index for whatever is not there.
    name: "Cloudflare Pages",
    path: "/",
    entry: "",
    headers: (path) => ({ ...fresh, ...headersOf(ours)(path) }),
    redirect: (name) => (name.endsWith(".html") ? name.replace(/(index)?\.html$/, "") : undefined),
    find: hidden(async (name, is) => (await is(name || "index.html")) || (await is(`${name}.html`)) || is("index.html")),
  },
  {
    // Keys, not folders; the types that `aws s3 sync` knows; what was uploaded without compressed copies.
    name: "S3",
    path: "/calculator/",
    entry: "index.html",
    headers: (path) => ({ "cache-control": path.endsWith(".wasm") ? "public, max-age=31536000, immutable" : "no-cache" }),
    types: { ".pack": undefined, ".webmanifest": undefined, ".txt": "text/plain" },
    other: "binary/octet-stream",
    find: (name, is) => (/\.(br|gz)$/.test(name) ? undefined : is(name)),
  },
];
