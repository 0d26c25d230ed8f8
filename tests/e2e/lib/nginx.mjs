// nginx with our recipe (hosting/nginx.conf), on a free port of loopback.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as moment } from "node:timers/promises";

const program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"].find((it) => existsSync(it));
const brotli = ["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"].find((it) => existsSync(it));

/** Why nginx cannot be tried here; nothing where it can. */
export const withoutNginx = program ? undefined : "nginx is not installed, so its recipe was not tried";
/** Whether this nginx sends brotli. */
export const hasBrotli = Boolean(brotli);

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts it for the folder `root`; answers with the calculator's address and how to stop it. */
export async function nginx(root) {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const port = await freePort();
  let recipe = readFileSync("hosting/nginx.conf", "utf8").replaceAll("/srv/calculator/", `${resolve(root)}/`);
  if (!brotli) recipe = recipe.replace(/^\s*brotli_static on;$/m, "");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `${brotli ? `load_module ${brotli};` : ""}
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    events {}
    http { access_log off; ${paths.join(" ")} server { listen 127.0.0.1:${port}; ${recipe} } }`,
  );
  const arguments_ = ["-p", folder, "-c", join(folder, "nginx.conf")];
  execFileSync(program, [...arguments_, "-t"], { stdio: "pipe" });
  const running = spawn(program, arguments_, { stdio: "ignore" });
  const ended = new Promise((done) => running.on("exit", done));
  const url = `http://127.0.0.1:${port}/calculator/`;
  while (!(await fetch(url).catch(() => undefined))) await moment(50);
  return {
    url,
    async stop() {
      running.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
