// The calculator in the frame of another page: the same screens, looked for in the frame.
import { HomePage } from "./home.mjs";

/** The nth frame of the page, once the calculator stands in it, as its home screen. What needs a keyboard or a download
 * belongs to the page, not to a frame, and cannot be done by these page objects. */
export async function framed(site, nth = 0) {
  const element = site.page.locator("iframe").nth(nth);
  await element.waitFor({ state: "attached" });
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.locator("body:not(:has(#boot))").waitFor();
  const inside = Object.create(site);
  inside.page = frame;
  return new HomePage(inside);
}
