// The calculator as a part of another page, in the shadow root of its element: the same screens, looked for there.
import { HomePage } from "./home.mjs";

const element = "canadian-content-calculator";

/** A page object of the element, once the program stands in it, as its home screen. Keyboard, waiting and evaluation are
 * those of the page round it. */
export async function inside(site, Screen = HomePage) {
  const root = site.page.locator(element).first();
  await root.locator("body:not(:has(#boot))").waitFor();
  const page = Object.create(site.page);
  for (const name of ["locator", "getByRole", "getByLabel", "getByText"]) page[name] = root[name].bind(root);
  for (const name of ["evaluate", "waitForEvent", "waitForFunction"]) page[name] = site.page[name].bind(site.page);
  Object.defineProperty(page, "keyboard", { value: site.page.keyboard });
  const there = Object.create(site);
  there.page = page;
  return new Screen(there);
}
