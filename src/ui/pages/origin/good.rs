//! A good judged by the rules: its code, the rule in words, its materials, questions, and content.

use super::{about, actions, delete, place};
use crate::draft::{FactAnswer, LineForm, MaterialForm, MethodForm, OriginForm, RelationForm};
use crate::i18n::Words;
use crate::present::{AskView, GoodView, RuleView};
use crate::ui::act;
use crate::ui::bind::{Slot, Spot};
use crate::ui::finding;
use crate::ui::node::{El, el, of};
use crate::ui::parts::{Told, cell, check, choices, field, input, mark, piece, pieces, select, tell};
use crate::ui::state::App;

/// So many materials are shown at once.
pub(in crate::ui) const PIECE: usize = 200;

/// With everything about the good that its judgement needs.
pub(super) fn facts(app: App, facts: El, form: &LineForm, view: &GoodView) -> El {
    let words = app.words();
    let is = form.good.made_in_canada;
    let choice = |answer: FactAnswer, text| (place(FactAnswer::ALL, answer), text, is == answer);
    let mut facts = facts
        .put(code(app, form, view))
        .put(rule(words, &view.rules, form.good.code.trim().is_empty()))
        .put(choices(
            &Spot::of_line(Slot::MadeInCanada, form.id),
            words.made_question(),
            words.made_hint(),
            &[
                choice(FactAnswer::Yes, words.yes()),
                choice(FactAnswer::No, words.no()),
                choice(FactAnswer::Unknown, words.do_not_know()),
            ],
        ))
        .put(materials(app, form, view));
    if !(view.asks.is_empty() && view.asked.is_empty()) {
        let asks = of("section", "asks").keyed("asks").put(el("h2").text(words.questions_title()));
        let asks = crate::ui::pages::sheet::all(app, asks, &view.asked);
        let mut asks = asks.all(view.asks.iter().map(|ask| question(form, ask)));
        if !view.asks_more.is_empty() {
            asks = asks.put(of("p", "hint").text(view.asks_more.clone()));
        }
        facts = facts.put(asks);
    }
    let given = !form.good.transaction_value.is_empty() || !form.good.net_cost.is_empty();
    if given || !view.contents.is_empty() {
        facts = facts.put(content(app, form, view));
    }
    facts
}

fn code(app: App, form: &LineForm, view: &GoodView) -> El {
    let words = app.words();
    let spot = Spot::of_line(Slot::Code, form.id);
    let told = told_unless_found(app, &spot, tell(words, &view.fields, &spot, &form.good.code));
    let input =
        finding::input(app, &spot, input(words, &spot, &form.good.code, &told)).with("class", "short");
    let field = field(&spot, words.code_of_good(), input, words.code_edition(&view.codes_of), &told);
    field.put(of("p", "hint").text(words.code_hint())).put(finding::list(app, &spot))
}

/// While lines are found for it, what stands in its field may be on the way to one.
fn told_unless_found(app: App, spot: &Spot, told: Told) -> Told {
    if finding::is_found(app, spot) { None } else { told }
}

fn rule(words: &Words, rules: &[RuleView], no_code: bool) -> El {
    let section = el("section").keyed("rule").put(el("h2").text(words.rule_title()));
    if rules.is_empty() {
        let why = if no_code { words.rule_needs_code() } else { words.no_rule_found() };
        return section.put(of("p", "hint").text(why));
    }
    let rule = |rule: &RuleView| {
        let ways = rule.ways.iter().map(|way| {
            let mut item = el("li");
            if !way.label.is_empty() {
                item = item.put(of("span", "way").text(way.label.clone())).text(String::from(" "));
            }
            item = item.text(way.text.clone());
            if let Some(found) = way.mark {
                item = item.text(String::from(" ")).put(mark(found, &way.word));
            }
            item
        });
        of("div", "rule")
            .put(
                el("p")
                    .text(words.rule_for(&rule.codes))
                    .text(String::from(" "))
                    .put(el("cite").text(rule.cite.clone())),
            )
            .put(el("ul").all(ways))
    };
    section.all(rules.iter().map(rule))
}

fn materials(app: App, form: &LineForm, view: &GoodView) -> El {
    let words = app.words();
    let good = &form.good;
    let row = |(index, material)| material_row(app, form.id, index, material, view);
    let section = el("section")
        .keyed("materials")
        .put(el("h2").text(words.materials_title()))
        .put(of("p", "hint").text(words.materials_hint()));
    let section =
        if good.materials.is_empty() {
            section
        } else {
            let head = el("tr")
                .th("", words.column_material())
                .th("w-code", words.column_code())
                .th("w-place", words.column_originates())
                .th("num w-num", words.column_value())
                .put(actions(words));
            let shown = piece(app, good.materials.len(), PIECE);
            let rows = good.materials.iter().enumerate().take(shown.end).skip(shown.start).map(row);
            section
                .put(of("table", "grid").put(el("thead").put(head)).put(el("tbody").all(rows)))
                .put(pieces(app, good.materials.len(), PIECE))
        };
    section
        .put(el("p").keyed("add").put(about(form.id, &act::ADD_MATERIAL, words.add_material())))
        .put(check(&Spot::of_line(Slot::AllListed, form.id), words.all_listed_label(), good.all_listed))
}

fn material_row(app: App, line: u32, index: usize, material: &MaterialForm, view: &GoodView) -> El {
    let words = app.words();
    let number = (index + 1).to_string();
    let at = |slot: Slot| Spot::of_item(slot, line, material.id);
    let typed = |slot: Slot, class: &str, column: String, stored: &str| {
        let (spot, label) = (at(slot), words.of_material(&column, &number));
        let told = tell(words, &view.fields, &spot, stored);
        cell(class, &column, &label, &spot, input(words, &spot, stored, &told), &told)
    };
    let (spot, column) = (at(Slot::MaterialCode), words.column_code());
    let told = told_unless_found(app, &spot, tell(words, &view.fields, &spot, &material.code));
    let control = finding::input(app, &spot, input(words, &spot, &material.code, &told));
    let label = words.of_material(&column, &number);
    let code = cell("", &column, &label, &spot, control, &told).put(finding::list(app, &spot));
    let origins = OriginForm::ALL.iter().map(|origin| match origin {
        OriginForm::NonOriginating => words.from_elsewhere(),
        OriginForm::Originating => words.from_canada(),
        OriginForm::Unknown => words.from_unknown(),
    });
    let (spot, column) = (at(Slot::MaterialOrigin), words.column_originates());
    let origins = select(&spot, &origins.collect::<Vec<_>>(), place(OriginForm::ALL, material.origin));
    el("tr")
        .keyed(&material.id.to_string())
        .put(typed(Slot::Material, "span", words.column_material(), &material.description))
        .put(code)
        .put(cell("", &column, &words.of_material(&column, &number), &spot, origins, &None))
        .put(typed(Slot::MaterialValue, "num", words.column_value(), &material.value))
        .put(delete(&act::DELETE_MATERIAL, &words.delete_material(&number), line, material.id))
}

fn question(form: &LineForm, ask: &AskView) -> El {
    let spot = if ask.key.is_empty() {
        Spot::of_item(Slot::Relation, form.id, ask.item)
    } else {
        Spot { key: ask.key.clone(), ..Spot::of_line(Slot::Answer, form.id) }
    };
    // The place of each in its list: of relations, and of answers.
    let place_of = |value: &str| match value {
        "part" => place(RelationForm::ALL, RelationForm::Part),
        "unassembled" => place(RelationForm::ALL, RelationForm::Unassembled),
        "neither" => place(RelationForm::ALL, RelationForm::Neither),
        "yes" => place(FactAnswer::ALL, FactAnswer::Yes),
        "no" => place(FactAnswer::ALL, FactAnswer::No),
        _ if ask.key.is_empty() => place(RelationForm::ALL, RelationForm::NotKnown),
        _ => 0,
    };
    let options: Vec<_> = ask
        .choices
        .iter()
        .map(|choice| (place_of(&choice.value), choice.text.clone(), choice.chosen))
        .collect();
    choices(&spot, ask.question.clone(), ask.hint.clone(), &options)
}

fn content(app: App, form: &LineForm, view: &GoodView) -> El {
    let (words, good) = (app.words(), &form.good);
    let value = |slot: Slot, label: String, stored: &str| {
        let spot = Spot::of_line(slot, form.id);
        let told = tell(words, &view.fields, &spot, stored);
        field(&spot, label, input(words, &spot, stored, &told), String::new(), &told)
    };
    let method = Spot::of_line(Slot::Method, form.id);
    let methods = [words.method_either(), words.method_transaction_value(), words.method_net_cost()];
    let section = el("section")
        .keyed("content")
        .put(el("h2").text(words.content_title()))
        .put(
            of("div", "fields")
                .put(value(Slot::TransactionValue, words.field_transaction_value(), &good.transaction_value))
                .put(value(Slot::NetCost, words.field_net_cost(), &good.net_cost))
                .put(field(
                    &method,
                    words.method_question(),
                    select(&method, &methods, place(MethodForm::ALL, good.method)),
                    String::new(),
                    &None,
                )),
        )
        .put(el("p").put(about(form.id, &act::UNIT_PRICE, words.use_unit_price())));
    crate::ui::pages::sheet::all(app, section, &view.contents)
}
