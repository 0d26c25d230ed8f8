// The plainest static host there is: files of one folder, under one path, and nothing else.
// No rewriting, no index but the first, no header beyond type and length; what is not there is a 404.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pack": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The file for a name, where there is one: the folder's index, and nothing but what is asked for. */
const plain = (name, is) => is(name || "index.html");

/** Serves folder `root` under `path` ("/some/where/") on a free port of loopback; answers with its address and how to
 * stop it. `headers`: what a recipe for hosts would add. `host`: what a host does in its own way, see hosts.mjs. */
export async function serve(root, path = "/", { port = 0, headers = {}, host = {} } = {}) {
  const server = createServer(async (request, response) => {
    const refuse = (status) => response.writeHead(status, { "content-type": "text/plain" }).end(String(status));
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    let asked;
    try {
      asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return refuse(400);
    }
    if (!asked.startsWith(path)) return refuse(404);
    const name = asked.slice(path.length);
    const { search } = new URL(request.url, "http://localhost");
    const is = async (it) => (await stat(join(root, normalize(`/${it}`))).catch(() => undefined))?.isFile() && it;
    const to = host.redirect?.(name);
    if (to !== undefined) return response.writeHead(308, { location: `${path}${to}${search}`, ...host.headers?.(asked) }).end();
    const found = (host.find ?? plain)(name, is);
    const file = join(root, normalize(`/${(await found) || "?"}`));
    try {
      const bytes = await readFile(file);
      response.writeHead(200, {
        "content-type": { ...types, ...host.types }[extname(file)] ?? host.other ?? "application/octet-stream",
        "content-length": bytes.length,
        ...headers,
        ...host.headers?.(asked),
      });
      response.end(request.method === "HEAD" ? undefined : bytes);
    } catch {
      refuse(404);
    }
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
