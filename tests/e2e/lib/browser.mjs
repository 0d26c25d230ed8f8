// One browser for each file of journeys, started when the first needs it.
import { chromium } from "playwright-core";

let starting;

/** The browser of this file. CHROME names it; make finds it. */
export function browser() {
  starting ??= chromium.launch({
    executablePath: process.env.CHROME || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return starting;
}

export async function closeBrowser() {
  await (await starting)?.close();
}
