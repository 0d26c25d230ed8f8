//! The register of open questions: each with the reading taken and the other one, and what a switch does.

use super::form::{Form, cell, field_of_question, marked};
use crate::finding::Finding;
use crate::i18n::Words;
use crate::policy::bids::{Bid, Fate, Mode, Process, handle};
use crate::policy::questions::{Question, REGISTER, Readings, Shown, flips};
use crate::policy::scope::{Aid, Buyer, Purchase, Taxes, applies};
use crate::present::sheet::{Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Money};

/// The register as a screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.questions_lede());
    let mut switchable = Vec::new();
    for question in REGISTER {
        if question.can_switch() && question != Question::SplitService {
            switchable.push(question);
        }
    }
    let readings = form.readings(&switchable);
    let turned = switchable.iter().filter(|it| values.get(&field_of_question(**it)) == "yes").count();
    form.heading(words.questions_try());
    form.hint(words.questions_try_hint());
    let applies_to = example_applies(readings);
    let evaluated = example_evaluates(readings);
    let scope_word = form.word(applies_to);
    let bids_word = form.word(evaluated);
    let rows = vec![
        vec![cell(words.questions_example_scope()), marked(Mark::from(applies_to), scope_word)],
        vec![cell(words.questions_example_bids()), marked(Mark::from(evaluated), bids_word)],
    ];
    form.table(words.questions_try(), vec![words.questions_question(), words.handle_answer()], rows);
    let flipping =
        flips(readings, &switchable, &|readings| (example_applies(readings), example_evaluates(readings)));
    form.open_questions(&switchable, &flipping);
    form.heading(words.register_title());
    let mut rows = Vec::new();
    for question in REGISTER {
        let shown = match question.shown() {
            Shown::Note => words.questions_note(),
            Shown::Both => words.questions_both(),
            Shown::Always => words.questions_always(),
            Shown::Settled => words.questions_settled(),
        };
        let sure = form.sureness(question.mark());
        rows.push(vec![
            cell(words.labelled(&question.id(), &asked(words, question))),
            cell(words.form_sure(&default(words, question), &sure)),
            cell(other(words, question)),
            cell(shown),
        ]);
    }
    let head = vec![
        words.questions_question(),
        words.questions_taken(),
        words.questions_other(),
        words.questions_shown(),
    ];
    form.table(words.register_title(), head, rows);
    let summary = match turned {
        0 => words.questions_defaults(),
        _ => words.questions_summary(&turned.to_string()),
    };
    form.finish(words.register_title(), summary)
}

/// The example's purchase: on the very day, at the very value.
fn example_applies(readings: Readings) -> Finding {
    let purchase = Purchase {
        competitive: Finding::Yes,
        value: Some(Money::dollars(5_000_000)),
        taxes: Taxes::In,
        buyer: Some(Buyer::Pspc),
        defence_supplies: Finding::No,
        construction: Finding::No,
        former_category: Finding::Yes,
        international: Finding::No,
        aid: Some(Aid::None),
        office_abroad: Finding::No,
        cabinet: Finding::No,
        sector: Finding::Yes,
        exception: Finding::No,
        published: Some(Day::new(2026, 6, 15)),
    };
    applies(&purchase, readings).why.finding
}

/// The example's bids: two certified, one of them untruly, and one without a certificate, which is asked about.
fn example_evaluates(readings: Readings) -> Finding {
    let certified = Bid { certified: true, ..Bid::PLAIN };
    let bids = [Bid { fate: Fate::Untrue, ..certified }, certified, Bid::PLAIN];
    let process = Process { mode: Mode::Conditional, needed: 2, phased: false, readings };
    handle(&process, &bids).evaluated.contains(&2).into()
}

/// The question.
pub(super) fn asked(words: &Words, question: Question) -> String {
    match question {
        Question::FloorTax => words.q1_asked(),
        Question::BidsOrSuppliers => words.q2_asked(),
        Question::CountedWhen => words.q3_asked(),
        Question::Recount => words.q4_asked(),
        Question::Returns => words.q5_asked(),
        Question::AllFall => words.q6_asked(),
        Question::SplitService => words.q7_asked(),
        Question::OneService => words.q8_asked(),
        Question::BasedInCanada => words.q9_asked(),
        Question::TotalPrice => words.q10_asked(),
        Question::PricedApart => words.q11_asked(),
        Question::NotEvaluated => words.q12_asked(),
        Question::PerItem => words.q13_asked(),
        Question::PartialAward => words.q14_asked(),
        Question::Estimates => words.q15_asked(),
        Question::Currency => words.q16_asked(),
        Question::AskLater => words.q17_asked(),
        Question::Textiles => words.q18_asked(),
        Question::NegativeLines => words.q19_asked(),
        Question::OnTheDay => words.q20_asked(),
        Question::Reciprocal => words.q21_asked(),
        Question::Misprint => words.q22_asked(),
    }
}

/// The reading taken.
pub(super) fn default(words: &Words, question: Question) -> String {
    match question {
        Question::FloorTax => words.q1_default(),
        Question::BidsOrSuppliers => words.q2_default(),
        Question::CountedWhen => words.q3_default(),
        Question::Recount => words.q4_default(),
        Question::Returns => words.q5_default(),
        Question::AllFall => words.q6_default(),
        Question::SplitService => words.q7_default(),
        Question::OneService => words.q8_default(),
        Question::BasedInCanada => words.q9_default(),
        Question::TotalPrice => words.q10_default(),
        Question::PricedApart => words.q11_default(),
        Question::NotEvaluated => words.q12_default(),
        Question::PerItem => words.q13_default(),
        Question::PartialAward => words.q14_default(),
        Question::Estimates => words.q15_default(),
        Question::Currency => words.q16_default(),
        Question::AskLater => words.q17_default(),
        Question::Textiles => words.q18_default(),
        Question::NegativeLines => words.q19_default(),
        Question::OnTheDay => words.q20_default(),
        Question::Reciprocal => words.q21_default(),
        Question::Misprint => words.q22_default(),
    }
}

/// The other reading.
pub(super) fn other(words: &Words, question: Question) -> String {
    match question {
        Question::FloorTax => words.q1_other(),
        Question::BidsOrSuppliers => words.q2_other(),
        Question::CountedWhen => words.q3_other(),
        Question::Recount => words.q4_other(),
        Question::Returns => words.q5_other(),
        Question::AllFall => words.q6_other(),
        Question::SplitService => words.q7_other(),
        Question::OneService => words.q8_other(),
        Question::BasedInCanada => words.q9_other(),
        Question::TotalPrice => words.q10_other(),
        Question::PricedApart => words.q11_other(),
        Question::NotEvaluated => words.q12_other(),
        Question::PerItem => words.q13_other(),
        Question::PartialAward => words.q14_other(),
        Question::Estimates => words.q15_other(),
        Question::Currency => words.q16_other(),
        Question::AskLater => words.q17_other(),
        Question::Textiles => words.q18_other(),
        Question::NegativeLines => words.q19_other(),
        Question::OnTheDay => words.q20_other(),
        Question::Reciprocal => words.q21_other(),
        Question::Misprint => words.q22_other(),
    }
}
