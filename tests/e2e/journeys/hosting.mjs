// The recipes for hosts: nginx for real, the others read for what they must say.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { join } from "node:path";
import { journey } from "../lib/journey.mjs";
import { hasBrotli, nginx, withoutNginx } from "../lib/nginx.mjs";
import { dist } from "../lib/site.mjs";
import { HomePage } from "../pages/home.mjs";

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && !/\.(br|gz)$/.test(it.name) && !it.name.startsWith("_"))
  .map((it) => join(it.parentPath ?? it.path, it.name).slice(dist.length).replace(/^\/+/, ""));

/** The policy that index.html has of itself, as a set of its parts. */
const policy = (text) => new Set(text.split(";").map((it) => it.trim()).filter(Boolean));
const own = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(dist, "index.html"), "utf8"))[1];

/** One answer as it comes over the wire, not unpacked. */
function ask(url, encoding) {
  return new Promise((done, refuse) => {
    request(url, { headers: { "accept-encoding": encoding } }, (response) => {
      const parts = [];
      response.on("data", (it) => parts.push(it));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on("error", refuse)
      .end();
  });
}

const types = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain",
  pack: "text/plain",
};

test("nginx sends every file with its type, packed, and with the headers of the recipe", { skip: withoutNginx }, async () => {
  const server = await nginx(dist);
  try {
    for (const file of ["", ...files]) {
      const whole = readFileSync(join(dist, file || "index.html"));
      const ending = (file || "index.html").split(".").pop();
      for (const [encoding, unpack] of [["br, gzip", brotliDecompressSync], ["gzip", gunzipSync], ["identity", (it) => it]]) {
        const { status, headers, body } = await ask(server.url + file, encoding);
        assert.equal(status, 200, file);
        const packed = headers["content-encoding"];
        const expected = ending === "png" || encoding === "identity" ? undefined : encoding === "gzip" || !hasBrotli ? "gzip" : "br";
        assert.equal(packed, expected, `${file} for ${encoding}`);
        assert.deepEqual(packed === "gzip" ? gunzipSync(body) : packed ? unpack(body) : body, whole, file);
        assert.equal(headers["content-type"].split(";")[0], types[ending], file);
        assert.equal(headers["access-control-allow-origin"], "*");
        assert.equal(headers["x-content-type-options"], "nosniff");
        assert.equal(headers["referrer-policy"], "no-referrer");
        // What the page forbids itself, the header forbids the workers, too; the page for hosts shows a frame.
        assert.deepEqual(policy(headers["content-security-policy"]), policy(`${own}; frame-src 'self'`));
        const hashed = /-[0-9a-f]{12,}(_bg)?\.(js|css|wasm)$/.test(file);
        assert.match(headers["cache-control"], hashed ? /immutable/ : /^no-cache$/, file);
      }
    }
    const data = await ask(`${server.url}data/cusma.pack?v=0123456789abcdef`, "br");
    assert.match(data.headers["cache-control"], /immutable/);
    assert.equal((await ask(`${server.url}?v=0123456789abcdef`, "br")).headers["cache-control"], "no-cache");
    assert.equal((await ask(`${server.url}no-such-file`, "br")).status, 404);
  } finally {
    await server.stop();
  }
});

// node:test's journeys take no skip of their own.
if (!withoutNginx) {
  journey("served by nginx, the calculator works under the policy of its headers", { worker: true }, async (site) => {
    const server = await nginx(dist);
    site.homes.push(server.url);
    try {
      await site.page.goto(server.url);
      await site.started();
      const lines = await new HomePage(site).openExample();
      await lines.sees("Not met 61.85 %");
      assert.equal(site.page.workers().length, 1, "the engine runs in a worker");
    } finally {
      await server.stop();
    }
  });
}

test("the other recipes say the same policy", () => {
  for (const path of ["hosting/apache.htaccess", "hosting/_headers"]) {
    const text = readFileSync(path, "utf8");
    const [, said] = /Content-Security-Policy:? "?([^"\n]*)/.exec(text);
    assert.deepEqual(policy(said), policy(`${own}; frame-src 'self'`), path);
    for (const header of ["Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy", "Access-Control-Allow-Origin"]) assert.ok(text.includes(header), `${path}: ${header}`);
  }
});
