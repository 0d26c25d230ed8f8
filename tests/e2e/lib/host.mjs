// Another site, with one page that shows the calculator.
import { createServer } from "node:http";

/** Serves one page on another origin (and another site: localhost, not 127.0.0.1) for as long as the journey lasts. */
export async function otherSite(site, body, headers = {}) {
  const page = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Another site</title>${body}`;
  const server = createServer((request, response) => {
    const found = request.url === "/";
    // The browser asks for an icon by itself.
    response.writeHead(found ? 200 : 204, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(found ? page : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://localhost:${server.address().port}/`;
  site.homes.push(url);
  site.context.on("close", () => {
    server.closeAllConnections();
    server.close();
  });
  await site.page.goto(url);
  return url;
}
