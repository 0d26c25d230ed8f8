//! The grid of lines, and what the solicitation says.

use crate::case::LineId;
use crate::draft::LineKind;
use crate::i18n::Words;
use crate::present::{LineView, Mark};
use crate::ui::act::{self, button, icon};
use crate::ui::bind::{Slot, Spot};
use crate::ui::edit;
use crate::ui::node::{El, Node, Stamp, el, follow, kept, of};
use crate::ui::parts::{cell, input, mark, piece, pieces, select, tell};
use crate::ui::route::Step;
use crate::ui::state::App;

/// So many lines are shown at once.
pub(in crate::ui) const PIECE: usize = 1_000;

/// The screen.
pub(super) fn lines(app: App) -> Node {
    let words = app.words();
    // The rows of the list keep to the signals they began with, so another draft or language is another screen.
    let mut key = app.open_id();
    key.push_str(words.lang().id());
    of("div", "stack")
        .keyed(&key)
        .put(el("h1").text(words.lines_title()))
        .put(follow(app, solicitation))
        .put(grid(app, words))
        .put(follow(app, |app| pieces(app, app.draft.with(|draft| draft.lines.len()), PIECE).into()))
        .put(follow(app, tools))
        .put(of("p", "hint").text(words.lines_hint()))
        .into()
}

/// The facts of the solicitation that the answer needs.
fn solicitation(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let (line, fields) = &judged.0.solicitation;
    let summary = el("summary").put(el("strong").text(words.solicitation_title())).text(String::from(" "));
    of("details", "asked")
        .put(summary.put(of("span", "hint").text(line.clone())))
        .put(super::sheet::all(app, of("div", "fields"), fields))
        .into()
}

fn grid(app: App, words: &Words) -> El {
    let head = el("tr")
        .th("n", words.column_number())
        .th("w-kind", words.column_kind())
        .th("", words.column_description())
        .th("num w-qty", words.column_quantity())
        .th("num w-num", words.column_unit_price())
        .th("num w-num", words.column_amount())
        .th("w-mark", words.column_origin())
        .put(el("th").with("scope", "col").put(of("span", "sr").text(words.column_actions())));
    of("table", "grid grid-lines")
        .put(of("caption", "sr").text(words.lines_title()))
        .put(el("thead").put(head))
        .put(follow(app, rows))
        .put(follow(app, totals))
}

/// What a row shows: its place, its fields, and what follows from them.
struct Row {
    id: u32,
    place: usize,
    kind: LineKind,
    typed: [String; 3],
    /// What the engine has said of it, if anything yet.
    view: Option<LineView>,
}

/// The rows. Of thousands, only those that a change touches are made anew.
fn rows(app: App) -> Node {
    let (lang, judged) = (app.lang.get(), app.judged.get());
    let said = &judged.0.lines.lines;
    let mut body = el("tbody");
    app.draft.with(|draft| {
        let at = piece(app, draft.lines.len(), PIECE);
        for (place, line) in draft.lines.iter().enumerate().take(at.end).skip(at.start) {
            // An answer may be one change behind the draft.
            let view =
                said.get(place).filter(|it| it.id.0 == line.id).or_else(|| judged.line(line.id)).cloned();
            let typed = [line.description.clone(), line.quantity.clone(), line.unit_price.clone()];
            let row = Row { id: line.id, place, kind: line.kind, typed, view };
            let stamp = stamp(&row).text(lang.id());
            body.add(kept(line.id.to_string(), stamp, Box::new(move || shown(app, &row))));
        }
    });
    body.into()
}

fn stamp(row: &Row) -> Stamp {
    let mut stamp = Stamp::NONE.number(row.place).number(row.kind as usize);
    for text in &row.typed {
        stamp = stamp.text(text);
    }
    if let Some(view) = &row.view {
        stamp = stamp.number(view.mark as usize).text(&view.status).text(&view.amount);
        for field in &view.fields {
            stamp = stamp.number(field.field as usize).text(&field.text);
        }
    }
    stamp
}

fn shown(app: App, row: &Row) -> El {
    let (words, id) = (app.words_now(), row.id);
    let number = (row.place + 1).to_string();
    let (fields, seen, status, amount) = match &row.view {
        Some(view) => (view.fields.as_slice(), view.mark, view.status.clone(), view.amount.clone()),
        None => (&[][..], Mark::Unknown, words.cannot_tell(), String::new()),
    };
    let slot_cell = |slot: Slot, class: &str, column: String, stored: &str| {
        let spot = Spot::of_line(slot, id);
        let told = tell(words, fields, &spot, stored);
        cell(
            class,
            &column,
            &words.of_line(&bare(&column), &number),
            &spot,
            input(words, &spot, stored, &told),
            &told,
        )
    };
    let about = |element: El| element.say("data-line", id.to_string());
    let kind = select(
        &Spot::of_line(Slot::Kind, id),
        &[words.good(), words.service()],
        usize::from(row.kind == LineKind::Service),
    );
    let [description, quantity, price] = &row.typed;
    let shown = mark(seen, &status);
    let origin = el("a")
        .say("href", app.address(Step::Origin(Some(LineId(id)))))
        .say("aria-label", words.origin_of_line(&status, &number))
        .put(shown);
    let amount = if amount.is_empty() { String::from("—") } else { amount };
    el("tr")
        .put(of("td", "n").put(el("span").with("aria-hidden", "true").text(number.clone())))
        .put(
            el("td")
                .say("data-label", words.column_kind())
                .put(kind.say("aria-label", words.of_line(&words.column_kind(), &number))),
        )
        .put(slot_cell(Slot::Description, "span", words.column_description(), description))
        .put(slot_cell(Slot::Quantity, "num", words.column_quantity(), quantity))
        .put(slot_cell(Slot::UnitPrice, "num", words.column_unit_price(), price))
        .put(of("td", "num").say("data-label", words.column_amount()).text(amount))
        .put(el("td").say("data-label", words.column_origin()).put(origin))
        .put(
            of("td", "act")
                .put(about(icon(&act::COPY_LINE, "icon copy", &words.duplicate_line(&number))))
                .put(about(icon(&act::DELETE_LINE, "icon del", &words.delete_line(&number)))),
        )
}

/// The name of a column without its unit: `Unit price ($)` is the unit price.
fn bare(column: &str) -> String {
    column.split('(').next().unwrap_or_default().trim_end_matches([' ', '\u{a0}']).to_owned()
}

fn totals(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let lines = &judged.0.lines;
    let row = |name: String, amount: &String, rest: &String| {
        el("tr")
            .put(el("th").with("scope", "row").with("colspan", "5").text(name))
            .put(of("td", "num").text(amount.clone()))
            .put(el("td").with("colspan", "2").text(rest.clone()))
    };
    el("tfoot")
        .put(row(words.total_price(), &lines.total, &String::new()))
        .put(row(words.of_which_canadian(), &lines.canadian, &lines.share))
        .into()
}

fn tools(app: App) -> Node {
    let words = app.words();
    let empty = app.draft.with(|draft| draft.lines.is_empty());
    let (back, forth) = edit::steps();
    let add = button(&act::ADD_GOOD, words.add_good());
    let add = if empty { add.with("class", "primary") } else { add };
    let tools = of("p", "row").put(add).put(button(&act::ADD_SERVICE, words.add_service())).put(
        of("span", "end row")
            .put(button(&act::UNDO, words.undo()).with("class", "quiet").flag("disabled", !back))
            .put(button(&act::REDO, words.redo()).with("class", "quiet").flag("disabled", !forth)),
    );
    if !empty {
        return tools.keyed("tools").into();
    }
    let paste = el("textarea").with("id", "paste").with("data-paste", "");
    of("div", "empty")
        .keyed("empty")
        .put(el("p").text(words.lines_empty()))
        .put(tools)
        .put(of("div", "field").put(el("label").with("for", "paste").text(words.paste_label())).put(paste))
        .into()
}
