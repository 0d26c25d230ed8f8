//! Handling bids item by item: which items each bid offers and marks, and each item's own answer.

use super::form::{Form, ask, cell, marked};
use super::handle::{Received, then, unsaid};
use crate::policy::bids::{BEARING, ItemBid, Mode, Outcome, Process, by_item};
use crate::policy::questions::Question;
use crate::present::sheet::{Block, FieldBlock, FieldKind, RowsBlock, Sheet, field_of};
use crate::present::views::Mark;
use crate::units::Source;

/// Asks of one bid which items it offers and marks.
pub(super) fn fields(
    form: &Form<'_>,
    id: &str,
    mode: Option<Mode>,
    fields: &mut Vec<FieldBlock>,
) -> (Vec<String>, Vec<String>) {
    let w = form.words;
    let name = |name: &str| field_of("bid", id, name);
    let block =
        form.line_field(&name("offers"), ask(w.handle_offers(), w.handle_items_hint()), FieldKind::Text);
    let offers = listed(&block.value);
    fields.push(block);
    let mut marks = Vec::new();
    if mode != Some(Mode::Open) {
        let ask = ask(w.handle_marks(), w.handle_items_hint());
        let mut block = form.line_field(&name("marks"), ask, FieldKind::Text);
        marks = listed(&block.value);
        let stray: Vec<String> = marks.iter().filter(|item| !offers.contains(item)).cloned().collect();
        if !stray.is_empty() {
            block.problem = w.handle_marks_more(&stray.join(", "));
        }
        fields.push(block);
    }
    (offers, marks)
}

/// Items as typed, each once.
fn listed(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in text.split([',', ';', ' ']) {
        let item = part.trim();
        if !item.is_empty() && !items.iter().any(|it| it == item) {
            items.push(item.to_owned());
        }
    }
    items
}

/// The rest of the screen where items are decided each by itself.
pub(super) fn sheet(mut form: Form<'_>, process: Option<Process>, mut received: Received) -> Sheet {
    let w = form.words;
    form.put(Block::Rows(RowsBlock {
        name: String::from("bid"),
        caption: w.handle_bids(),
        rows: std::mem::take(&mut received.rows),
        add: w.handle_add(),
    }));
    let ready = received.unsaid.is_empty() && !received.bids.is_empty();
    let summary = match process {
        Some(process) if ready => each(&mut form, &process, &received),
        _ => unsaid(&mut form, process.map(|process| process.mode), &received),
    };
    form.finish(w.handle_title(), summary)
}

fn each(form: &mut Form<'_>, process: &Process, received: &Received) -> String {
    let w = form.words;
    let mut bids = Vec::new();
    for (bid, (offers, marks)) in received.bids.iter().zip(&received.items) {
        bids.push(ItemBid { bid: *bid, offers: offers.clone(), marks: marks.clone() });
    }
    let items = by_item(process, &bids);
    if items.is_empty() {
        return form.answer(Mark::Unknown, w.handle_word_open(), w.handle_items_missing(), None);
    }
    let once_for_all = form.readings(&[Question::PerItem]).other(Question::PerItem);
    let mut rows = Vec::new();
    let mut yes = 0;
    for it in &items {
        let decided = if once_for_all { &it.once } else { &it.per_item };
        let can = decided.outcome == Outcome::Awardable;
        yes += usize::from(can);
        let mark = if can { Mark::Yes } else { Mark::No };
        let same = it.once.outcome == it.per_item.outcome && it.once.awardable == it.per_item.awardable;
        let once =
            if same { w.handle_same() } else { then(w, received, it.once.outcome, &it.once.awardable) };
        rows.push(vec![
            cell(w.handle_item(&it.item)),
            if once_for_all {
                cell(then(w, received, it.per_item.outcome, &it.per_item.awardable))
            } else {
                marked(mark, then(w, received, it.per_item.outcome, &it.per_item.awardable))
            },
            if once_for_all { marked(mark, once) } else { cell(once) },
        ]);
    }
    let mark = match yes {
        0 => Mark::No,
        yes if yes == items.len() => Mark::Yes,
        _ => Mark::Part,
    };
    let says = w.handle_items_says(&yes.to_string(), &items.len().to_string());
    let summary = form.answer(mark, w.handle_items(), says, Some(Source::Sm36.at("4.3")));
    let head = vec![w.handle_col_item(), w.handle_col_per_item(), w.handle_col_once()];
    form.table(w.handle_items(), head, rows);
    let mut among = vec![Question::PerItem];
    among.extend(BEARING);
    form.open_questions(
        &among,
        &|readings| {
            let items = by_item(&Process { readings, ..*process }, &bids);
            let mut ends = Vec::new();
            for it in items {
                let decided = if readings.other(Question::PerItem) { it.once } else { it.per_item };
                ends.push((it.item, decided.outcome, decided.awardable));
            }
            ends
        },
        &|ends| {
            let mut said = Vec::new();
            for (item, outcome, awardable) in ends {
                said.push(w.labelled(&w.handle_item(item), &then(w, received, *outcome, awardable)));
            }
            said.join("; ")
        },
    );
    form.put(Block::Print(w.handle_print()));
    summary
}
