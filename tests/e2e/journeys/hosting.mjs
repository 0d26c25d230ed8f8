// The recipes for hosts: nginx and Apache for real, the others by servers that do what those hosts say of themselves.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { join } from "node:path";
import { otherSite } from "../lib/host.mjs";
import { headersOf, hosts } from "../lib/hosts.mjs";
import { journey } from "../lib/journey.mjs";
import { serve } from "../lib/server.mjs";
import { dist } from "../lib/site.mjs";
import { servers } from "../lib/webservers.mjs";
import { HomePage } from "../pages/home.mjs";
import { inside } from "../pages/inside.mjs";
import { see } from "../pages/see.mjs";

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

for (const { name, brotli, missing, start } of servers) {
  test(`${name} sends every file with its type, packed, and with the headers of the recipe`, { skip: missing }, async () => {
    const server = await start(dist);
    try {
      for (const file of ["", ...files]) {
        const whole = readFileSync(join(dist, file || "index.html"));
        const ending = (file || "index.html").split(".").pop();
        for (const [encoding, unpack] of [["br, gzip", brotliDecompressSync], ["gzip", gunzipSync], ["identity", (it) => it]]) {
          const { status, headers, body } = await ask(server.url + file, encoding);
          assert.equal(status, 200, file);
          const packed = headers["content-encoding"];
          const expected = ending === "png" || encoding === "identity" ? undefined : encoding === "gzip" || !brotli ? "gzip" : "br";
          assert.equal(packed, expected, `${file} for ${encoding}`);
          assert.deepEqual(packed === "gzip" ? gunzipSync(body) : packed ? unpack(body) : body, whole, file);
          assert.equal(headers["content-type"].split(";")[0], types[ending], file);
          assert.equal(headers["content-language"], undefined, file);
          assert.match(headers.vary ?? "", packed ? /Accept-Encoding/i : /^/, file);
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
  if (!missing) {
    journey(`served by ${name}, the calculator works under the policy of its headers`, { worker: true }, async (site) => {
      const server = await start(dist);
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
}

test("the other recipes say the same policy", () => {
  for (const path of ["hosting/apache.htaccess", "hosting/_headers"]) {
    const text = readFileSync(path, "utf8");
    const [, said] = /Content-Security-Policy:? "?([^"\n]*)/.exec(text);
    assert.deepEqual(policy(said), policy(`${own}; frame-src 'self'`), path);
    for (const header of ["Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy", "Access-Control-Allow-Origin"]) assert.ok(text.includes(header), `${path}: ${header}`);
  }
});

test("the lines of _headers, read as hosts read them, are the policy and headers of the other recipes", () => {
  const headers = headersOf(readFileSync(join(dist, "_headers"), "utf8"))("/data/cusma.pack");
  assert.deepEqual(policy(headers["content-security-policy"]), policy(`${own}; frame-src 'self'`));
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "no-referrer");
  const many = headersOf("# c\n/*\n  A: 1\n/x/:id\n  A: 2\n  B: b: c\n");
  assert.deepEqual([many("/y"), many("/x/1"), many("/x/1/2")], [{ a: "1" }, { a: "1, 2", b: "b: c" }, { a: "1" }]);
});

for (const host of hosts) {
  journey(`as ${host.name} serves it: it works, then without a network, and its page for hosts too`, { worker: true, faults: /Failed to (load resource|fetch)|ERR_|Fetch API cannot load/ }, async (site) => {
    const server = await serve(dist, host.path, { host });
    site.homes.push(server.url);
    try {
      await site.page.goto(server.url + host.entry);
      await site.started();
      const lines = await new HomePage(site).openExample();
      await lines.sees("Not met 61.85 %");
      assert.equal(site.page.workers().length, 1, "the engine runs in a worker");
      const from = await site.page.evaluate((path) => fetch(path).then((it) => it.text()), `${host.path}no/such.pack`);
      assert.doesNotMatch(from, /^CUSMA/);
      await see(() => site.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), "activated");
    } finally {
      await server.stop();
    }
    await site.page.goto(server.url + host.entry);
    await site.started();
    const lines = await new HomePage(site).openExample();
    await lines.sees("Not met 61.85 %");
    await site.page.getByRole("contentinfo").getByRole("link", { name: "On your own site" }).click();
    await site.page.frameLocator("#preview iframe").locator("body:not(:has(#boot))").waitFor();
  });

  journey(`from ${host.name} into another site's page`, { faults: host.name === "S3" ? /CORS|ERR_FAILED/ : undefined }, async (site) => {
    const server = await serve(dist, host.path, { host });
    site.homes.push(server.url);
    site.context.on("close", () => server.stop());
    await otherSite(site, `<script type="module" src="${server.url}element.js"></script><main><canadian-content-calculator lang="en"><a href="${server.url}">It</a></canadian-content-calculator></main>`);
    // A bucket without a rule for other origins keeps its files to itself; the link stays.
    if (host.name === "S3") return site.page.getByRole("link", { name: "It" }).waitFor();
    const lines = await (await inside(site)).openExample();
    await lines.sees("Not met 61.85 %");
  });
}
