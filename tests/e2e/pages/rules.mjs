// The rules screen, as a person sees it.
import { HomePage } from "./home.mjs";
import { Screen } from "./screen.mjs";

export class RulesPage extends Screen {
  /** Opens the screen and waits until it asks for a code. */
  static async open(site) {
    await HomePage.open(site);
    await site.go("#/tools/rules");
    const rules = new RulesPage(site);
    await rules.code().waitFor();
    return rules;
  }

  code() {
    return this.page.locator("#code");
  }

  sentence() {
    return this.page.locator("#sentence");
  }

  /** The columns of both sets as text. */
  async columns() {
    return this.page.locator(".columns > section").allInnerTexts();
  }

  /** The pieces of the sentence: kind and text. */
  async pieces() {
    return this.page.locator(".taken .piece").evaluateAll((found) =>
      found.map((it) => [it.className.replace("piece ", ""), it.firstChild.textContent]),
    );
  }
}
