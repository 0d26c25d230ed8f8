//! What an auditor asks and what is held; and what becomes of an invalid certificate, both readings.

use super::certificate::records;
use super::form::{Form, ask, bare, cell};
use crate::finding::Finding;
use crate::i18n::Words;
use crate::policy::audit::{Holds, Item, Review, review};
use crate::policy::bids::{Bid, Fate, Mode, Process, handle};
use crate::policy::questions::{Question, Readings};
use crate::present::sheet::{Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.audit_lede());
    let goods = form.asks("goods", bare(words.audit_goods()));
    let services = form.asks("services", bare(words.audit_services()));
    let textiles = match goods {
        Finding::Yes => form.asks("textiles", bare(words.audit_textiles())),
        _ => Finding::No,
    };
    let awarded = form.asks("awarded", bare(words.audit_awarded()));
    // What nobody has ruled out is asked for.
    let may = |finding: Finding| finding != Finding::No;
    let bid =
        Holds { goods: may(goods), services: may(services), textiles: may(textiles), awarded: may(awarded) };
    let mut held: Vec<(Item, Finding)> = Vec::new();
    form.group(words.audit_held(), |form| {
        for item in Item::ALL {
            if item.asked_of(bid) {
                let hint = form.cited(Some(item.cite()));
                let name = ["held_", item.id()].concat();
                held.push((item, form.asks(&name, ask(item_name(words, item), hint))));
            }
        }
    });
    let found =
        review(bid, &|item| held.iter().find(|(it, _)| *it == item).map_or(Finding::Unknown, |it| it.1));
    let summary = said(&mut form, &found);
    invalid(&mut form);
    form.note(Mark::Unknown, words.audit_law(), Some(Source::Dpa.at("23")));
    records(&mut form);
    form.finish(words.audit_title(), summary)
}

fn said(form: &mut Form<'_>, found: &Review) -> String {
    let w = form.words;
    let mut missing = Vec::new();
    for (item, finding) in &found.items {
        if *finding == Finding::No {
            missing.push(item_name(w, *item));
        }
    }
    let (word, sentence) = match found.ready {
        Finding::Yes => (w.audit_word_ready(), w.audit_says_ready()),
        Finding::No => (w.audit_word_missing(), w.audit_says_missing(&missing.join("; "))),
        Finding::Unknown => (w.audit_word_open(), w.audit_says_open()),
    };
    form.answer(Mark::from(found.ready), word, sentence, Some(Source::Sm36.at("8")))
}

/// Both readings of an invalid certificate, on an example that the machine works out.
fn invalid(form: &mut Form<'_>) {
    let w = form.words;
    form.heading(w.audit_invalid());
    form.note(Mark::Unknown, w.audit_invalid_deemed(), Some(Source::Sm36.at("5.3")));
    let certified = Bid { certified: true, ..Bid::PLAIN };
    let bids = [Bid { fate: Fate::Untrue, ..certified }, certified, Bid::PLAIN];
    let awardable = |readings: Readings| {
        let process = Process { mode: Mode::Conditional, needed: 2, phased: false, readings };
        let mut names: Vec<&str> = Vec::new();
        for at in handle(&process, &bids).awardable {
            names.extend(["A", "B", "C"].get(at));
        }
        w.audit_then(&names.join(", "))
    };
    let rows = vec![
        vec![cell(w.audit_invalid_drop()), cell(awardable(Readings::DEFAULT))],
        vec![cell(w.audit_invalid_recount()), cell(awardable(Readings::DEFAULT.turned(Question::Recount)))],
    ];
    form.table(w.audit_example(), vec![w.questions_taken(), w.handle_answer()], rows);
    form.note(Mark::Unknown, w.audit_after(), Some(Source::Bgmcert.whole()));
}

fn item_name(w: &Words, item: Item) -> String {
    match item {
        Item::Certificate => w.audit_i_certificate(),
        Item::Prices => w.audit_i_prices(),
        Item::Worksheet => w.audit_i_worksheet(),
        Item::SupplierStatements => w.audit_i_statements(),
        Item::Materials => w.audit_i_materials(),
        Item::TariffReasoning => w.audit_i_tariff(),
        Item::Values => w.audit_i_values(),
        Item::TextileAnswer => w.audit_i_textile(),
        Item::WhereBased => w.audit_i_where(),
        Item::Payroll => w.audit_i_payroll(),
        Item::Parts => w.audit_i_parts(),
        Item::Deliveries => w.audit_i_deliveries(),
    }
}
