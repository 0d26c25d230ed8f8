// The origin of one line: how it is known, the facts, the answer with its reasons.
import assert from "node:assert/strict";
import { Bid } from "./bid.mjs";
import { plain, see } from "./see.mjs";

export class OriginPage extends Bid {
  facts() {
    return this.page.locator(".origin .facts");
  }

  /** Goes to another line by the list beside. */
  async toLine(name) {
    await this.page.locator(".line-list a").filter({ hasText: name }).click();
    await see(() => this.heading(), name);
  }

  async choose(question, option) {
    const exact = typeof option === "string";
    await this.page.getByRole("group", { name: question, exact: true }).getByRole("radio", { name: option, exact }).check();
  }

  /** The origin is "rules", "stated" or "unknown". */
  async known(by) {
    await this.choose(this.say.known, this.say.by[by]);
  }

  code() {
    return this.field(this.say.code);
  }

  async made(answer) {
    await this.choose(this.say.made, this.say.answer[answer]);
  }

  /** A field of a material: "name", "code", "from" or "value". */
  materialField(number, name) {
    return this.page.getByLabel(this.say.ofMaterial(this.say.material[name], number));
  }

  async addMaterial(name, code, value) {
    const number = (await this.page.locator("[data-field=material]").count()) + 1;
    await this.button(this.say.addMaterial).click();
    await this.type(this.materialField(number, "name"), name);
    await this.type(this.materialField(number, "code"), code);
    await this.type(this.materialField(number, "value"), value);
  }

  async allListed() {
    await this.field(this.say.allListed).check();
  }

  /** Says that a material is neither a part of the good nor the good in pieces. */
  async isNeither(material) {
    const question = this.page.getByRole("group", { name: this.say.relation(material), exact: true });
    await question.getByRole("radio", { name: this.say.neither }).click();
  }

  async transactionValue(value, method) {
    await this.type(this.field(this.say.transactionValue), value);
    if (method) await this.field(this.say.method).selectOption({ label: this.say.methods[method] });
  }

  /** A field of a part of a service: "who", "place" or "amount". */
  partField(number, name) {
    return this.page.getByLabel(this.say.ofPart(this.say.part[name], number));
  }

  async addPart(who, place, amount) {
    const number = (await this.page.locator("[data-field=who]").count()) + 1;
    await this.button(this.say.addPart).click();
    await this.type(this.partField(number, "who"), who);
    await this.partField(number, "place").selectOption({ label: this.say.from[place] });
    if (amount) await this.type(this.partField(number, "amount"), amount);
  }

  /** States the origin: "yes", "no" or "unknown", on a basis, with a note. */
  async state(is, basis, note) {
    await this.known("stated");
    await this.choose(this.say.stated, this.say.statedIs[is]);
    if (basis) await this.choose(this.say.statedOn, this.say.statedBases[basis]);
    if (note) await this.type(this.field(this.say.note), note);
  }

  /** The answer: Canadian, not Canadian, cannot tell yet. */
  async answer() {
    return plain(await this.page.locator(".answer .mark").innerText());
  }

  async assertAnswer(status) {
    await see(() => this.answer(), this.say.status[status]);
  }

  /** The answer's reason in a sentence. */
  async reason() {
    return plain(await this.page.locator(".answer p").innerText());
  }

  /** The tree of reasons, every node of it, whether it stands open or not. */
  async reasons() {
    return (await this.page.locator(".why .reason").allTextContents()).map(plain);
  }

  /** Asserts that the tree cites a provision for what it says. */
  async assertCites() {
    const cites = await this.page.locator(".why cite").count();
    assert.ok(cites > 0, "no reason cites where it is written");
  }

  /** The questions on the screen: the words of each, and of the choice taken, null where it is still open. */
  async asks() {
    const groups = this.page.locator(".asks fieldset");
    return (await groups.evaluateAll((groups) => groups.map((group) => [group.querySelector("legend").innerText, group.querySelector(":checked")?.closest("label").innerText ?? null]))).map(([question, answer]) => [plain(question), answer && plain(answer)]);
  }

  /** Opens the worksheet whose heading is this, and reads its rows: step, figure, where it is written. */
  async worksheet(heading) {
    const fold = this.page.locator(".facts details", { has: this.page.locator("summary", { hasText: heading }) });
    await fold.locator("summary").click();
    const rows = fold.locator("tbody tr");
    return (await rows.evaluateAll((rows) => rows.map((row) => [...row.children].map((it) => it.innerText)))).map((row) => row.map(plain));
  }

  /** The methods of regional value content side by side: method, base, foreign, content, required, met. */
  async contents() {
    const rows = this.page.locator(".facts section > table tbody tr:has(th[scope=row])");
    return (await rows.evaluateAll((rows) => rows.map((row) => [...row.children].map((it) => it.innerText)))).map((row) => row.map(plain));
  }
}
