// nginx and Apache with our recipes, on a free port of loopback.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as moment } from "node:timers/promises";

const first = (...paths) => paths.find((it) => existsSync(it));
const root = process.getuid?.() === 0;

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const nginxBrotli = first("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

const nginx = {
  name: "nginx",
  program: first("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"),
  brotli: Boolean(nginxBrotli),
  recipe: "hosting/nginx.conf",
  arguments: (folder, file) => ["-p", folder, "-c", file],
  settings(folder, port, site) {
    let recipe = readFileSync(this.recipe, "utf8").replaceAll("/srv/calculator/", `${site}/`);
    if (!nginxBrotli) recipe = recipe.replace(/^\s*brotli_static on;$/m, "");
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`);
    return `${nginxBrotli ? `load_module ${nginxBrotli};` : ""}
      daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
      ${root ? "user root;" : ""}
      events {}
      http { access_log off; ${paths.join(" ")} server { listen 127.0.0.1:${port}; ${recipe} } }`;
  },
};

const modules = first("/usr/lib/apache2/modules");

// With what Debian's Apache is told before any recipe: types, languages (.br is Breton), compression.
const apache = {
  name: "Apache",
  program: modules && first("/usr/sbin/apache2"),
  brotli: true,
  recipe: "hosting/apache.htaccess",
  arguments: (folder, file) => ["-d", folder, "-f", file, "-D", "FOREGROUND"],
  settings(folder, port, site) {
    cpSync(this.recipe, join(site, ".htaccess"));
    const names = ["mpm_event", "authz_core", "alias", "dir", "mime", "setenvif", "env", "filter", "deflate", "headers", "rewrite"];
    return `${names.map((it) => `LoadModule ${it}_module ${modules}/mod_${it}.so`).join("\n")}
      Listen 127.0.0.1:${port}
      ServerName localhost
      PidFile ${folder}/pid
      Mutex file:${folder}
      ErrorLog ${folder}/error.log
      ${root ? "User www-data\nGroup www-data" : ""}
      TypesConfig ${first("/etc/mime.types") ?? "/dev/null"}
      AddType application/x-gzip .gz
      AddLanguage br .br
      AddLanguage en .en
      AddLanguage fr .fr
      AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/wasm
      DocumentRoot ${folder}
      Alias /calculator/ ${site}/
      <Directory ${site}>
        AllowOverride All
        Require all granted
      </Directory>`;
  },
};

/** The servers that recipes are tried with. `missing`: why one cannot be tried here; nothing where it can. `brotli`:
 * whether it sends it. */
export const servers = [nginx, apache].map((it) => ({
  name: it.name,
  brotli: it.brotli,
  missing: it.program ? undefined : `${it.name} is not installed, so its recipe was not tried`,
  start: (dist) => start(it, dist),
}));

/** Starts a server for the site in folder `dist`; answers with the calculator's address and how to stop it. */
async function start(it, dist) {
  const folder = mkdtempSync(join(tmpdir(), `${it.name}-`));
  const site = join(folder, "site");
  cpSync(dist, site, { recursive: true });
  // A server that was started as root reads as somebody else.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const file = join(folder, "server.conf");
  writeFileSync(file, it.settings(folder, port, site));
  const words = it.arguments(folder, file);
  execFileSync(it.program, [...words, "-t"], { stdio: "pipe" });
  const running = spawn(it.program, words, { stdio: "ignore" });
  let over = false;
  const ended = new Promise((done) => running.on("exit", done)).then(() => (over = true));
  const url = `http://127.0.0.1:${port}/calculator/`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (over) throw new Error(`${it.name} stopped: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    await moment(50);
  }
  return {
    url,
    async stop() {
      running.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
