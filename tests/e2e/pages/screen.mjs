// What every screen has: the language, the skip link, notices, the footer.
import assert from "node:assert/strict";
import { plain, see } from "./see.mjs";
import { words } from "./words.mjs";

export class Screen {
  constructor(site) {
    this.site = site;
    this.page = site.page;
  }

  /** The labels of the language that the page stands in. */
  get say() {
    return words[this.site.lang];
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  field(name) {
    return this.page.getByLabel(name, { exact: true });
  }

  /** Types into a field, key by key, in place of what stands there. */
  async type(field, text) {
    await field.selectText();
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }

  async assertFocus(field) {
    await see(() => field.evaluate((it) => it.matches(":focus")), true);
  }

  /** The heading of the screen. */
  async heading() {
    return plain(await this.page.getByRole("heading", { level: 1 }).innerText());
  }

  /** Everything to be read on the screen. */
  async text() {
    return plain(await this.page.locator("body").innerText());
  }

  /** The notices above the screen. */
  async notices() {
    return (await this.page.getByRole("alert").allInnerTexts()).map(plain);
  }

  /** The words that came up last, such as "deleted", with their button to undo. */
  toast() {
    return this.page.locator(".toast");
  }

  async undoFromToast() {
    await this.toast().getByRole("button", { name: this.say.undo, exact: true }).click();
  }

  /** What is read aloud when it changes. */
  async spoken() {
    return plain(await this.page.locator("#live").textContent());
  }

  async switchLanguage() {
    const lang = this.site.lang === "en" ? "fr" : "en";
    await this.button(this.say.otherLanguage).click();
    this.site.lang = lang;
    await this.page.locator(`html[lang=${lang}]`).waitFor();
  }

  async reload() {
    await this.page.reload();
    await this.site.started();
  }

  /** The element with the focus, as assistive technology calls it: role or tag, and name. */
  async focused() {
    return this.page.evaluate(() => {
      let it = document.activeElement;
      while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
      const labels = [...(it.labels ?? [])].map((label) => label.innerText).join(" ");
      return (it.getAttribute("aria-label") || labels || it.id || it.innerText || it.tagName).replace(/\s+/g, " ").trim();
    });
  }

  /** What is said beside a field, and whether it is marked as wrong. */
  async said(field) {
    return field.evaluate((it) => {
      const ids = (it.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
      const text = ids.map((id) => it.getRootNode().getElementById(id)?.innerText ?? `(no element ${id})`).join(" ");
      return { wrong: it.getAttribute("aria-invalid") === "true", text };
    });
  }

  /** Asserts that the message beside a field matches, that it is marked as wrong, and that the message can be seen. */
  async assertWrong(field, pattern) {
    await see(async () => (await this.said(field)).text, pattern);
    assert.equal((await this.said(field)).wrong, true, "aria-invalid");
    const id = await field.getAttribute("aria-describedby");
    assert.equal(await this.page.locator(`[id="${id.split(" ")[0]}"]`).isVisible(), true, "the message is visible");
  }

  /** Asserts that nothing is said against a field. */
  async assertRight(field) {
    await see(async () => (await this.said(field)).wrong, false);
  }

  /** Asserts that the screen is no wider than the window. */
  async assertFits() {
    const wide = await this.page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.scrollingElement.scrollWidth <= room) return [];
      const out = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > room + 0.5);
      return [`${document.scrollingElement.scrollWidth} px in ${room}`, ...out.slice(0, 6).map((it) => it.outerHTML.slice(0, 120))];
    });
    assert.deepEqual(wide, [], `${new URL(this.page.url()).hash}: wider than the window`);
  }
}
