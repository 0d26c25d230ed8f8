//! The register of open questions: each with the reading taken and the other one, and what a switch does.

use super::form::{Form, cell, field_of_question, marked};
use crate::case::{self, Basis, GoodOrigin, Line, LineId, Offer, Place, Role, ServicePart, StatedBasis};
use crate::decide::{BidAnswer, decide_read, may_award_part, met};
use crate::finding::Finding;
use crate::i18n::Words;
use crate::policy::bids::{Bid, Fate, ItemBid, Mode, Outcome, Process, by_item, handle};
use crate::policy::certificate::estimated;
use crate::policy::plan::{MayBid, may_bid};
use crate::policy::questions::{Fixed, Question, REGISTER, Readings, Shown};
use crate::policy::scope::{Purchase, applies};
use crate::present::sheet::{Sheet, Values};
use crate::present::views::Mark;
use crate::share;
use crate::units::{Day, Money, Percent};

/// The register as a screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.questions_lede());
    let mut switchable = Vec::new();
    for question in REGISTER {
        if question.can_switch() {
            switchable.push(question);
        }
    }
    let readings = form.readings(&switchable);
    let turned = switchable.iter().filter(|it| values.get(&field_of_question(**it)) == "yes").count();
    let mut rows = Vec::new();
    for question in REGISTER {
        let sure = form.sureness(question.mark());
        rows.push(vec![
            cell(words.labelled(&question.id(), &asked(words, question))),
            cell(words.form_sure(&default(words, question), &sure)),
            cell(other(words, question)),
            cell(used(words, question)),
        ]);
    }
    let head = vec![
        words.questions_question(),
        words.questions_taken(),
        words.questions_other(),
        words.questions_shown(),
    ];
    form.table(words.register_title(), head, rows);
    form.heading(words.questions_try());
    form.hint(words.questions_try_hint());
    let mut rows = Vec::new();
    for (example, found) in EXAMPLES.into_iter().zip(answers(readings)) {
        let word = form.word(found);
        rows.push(vec![cell(example_text(words, example)), marked(Mark::from(found), word)]);
    }
    form.table(words.questions_try(), vec![words.questions_question(), words.handle_answer()], rows);
    form.open_questions(&switchable, &answers, &|found| {
        // Only what turns is said: the example's question and its other answer.
        let mut said = Vec::new();
        for ((example, other), now) in EXAMPLES.into_iter().zip(found).zip(answers(readings)) {
            if *other != now {
                let word = match other {
                    Finding::Yes => words.yes(),
                    Finding::No => words.no(),
                    Finding::Unknown => words.cannot_tell(),
                };
                said.push([&example_text(words, example), " ", &word].concat());
            }
        }
        said.join("; ")
    });
    let summary = match turned {
        0 => words.questions_defaults(),
        _ => words.questions_summary(&turned.to_string()),
    };
    form.finish(words.register_title(), summary)
}

/// How a question is shown and on which screens it is switched; or why it has no second answer here.
fn used(words: &Words, question: Question) -> String {
    let shown = match (question.fixed(), question.shown()) {
        (Some(Fixed::OneReading), _) => return words.questions_one_reading(),
        (Some(Fixed::BeforeHere), _) => return words.questions_before_here(),
        (Some(Fixed::NotComputed), _) => return words.questions_always(),
        (Some(Fixed::Refused), _) => return words.questions_refused(),
        (None, Shown::Both) => words.questions_both(),
        (None, _) => words.questions_note(),
    };
    let screen = match question {
        Question::FloorTax | Question::OnTheDay => words.tool_applicability(),
        Question::Reciprocal => words.tool_plan(),
        Question::PartialAward | Question::Estimates => words.tool_certificate(),
        Question::SplitService
        | Question::BasedInCanada
        | Question::TotalPrice
        | Question::PricedApart
        | Question::NotEvaluated => words.step_result(),
        _ => words.tool_handle(),
    };
    words.questions_switched(&shown, &screen)
}

/// Something that an open question turns.
#[derive(Clone, Copy)]
enum Example {
    /// Does the policy apply to a purchase on the very day of another policy's threshold?
    Day,
    /// Does it apply to one near the floor?
    Floor,
    /// May the uncertified bid be evaluated?
    Bids,
    /// May it, where one of two certified bids is non-responsive?
    Responsive,
    /// May a bid with an untrue certificate be evaluated, once every certified bid has fallen?
    Returns,
    /// May a late one be, where two certified bids are of one supplier?
    Supplier,
    /// May a bid be evaluated for an item that its certificate does not mark?
    Item,
    /// Must the call be issued again where every certified bid has fallen?
    Reissue,
    /// Is the share reached?
    Share,
    /// May a part below the share be awarded?
    Part,
    /// Can a total be certified for a standing offer?
    Standing,
    /// May a supplier from elsewhere bid where the limit is open?
    Open,
}

const EXAMPLES: [Example; 12] = [
    Example::Day,
    Example::Floor,
    Example::Bids,
    Example::Responsive,
    Example::Returns,
    Example::Supplier,
    Example::Item,
    Example::Reissue,
    Example::Share,
    Example::Part,
    Example::Standing,
    Example::Open,
];

fn example_text(words: &Words, example: Example) -> String {
    match example {
        Example::Day => words.questions_example_scope(),
        Example::Floor => words.questions_example_floor(),
        Example::Bids => words.questions_example_bids(),
        Example::Responsive => words.questions_example_responsive(),
        Example::Returns => words.questions_example_returns(),
        Example::Supplier => words.questions_example_supplier(),
        Example::Item => words.questions_example_item(),
        Example::Reissue => words.questions_example_reissue(),
        Example::Share => words.questions_example_share(),
        Example::Part => words.questions_example_part(),
        Example::Standing => words.questions_example_standing(),
        Example::Open => words.questions_example_open(),
    }
}

/// The answers of the examples, in their order.
fn answers(readings: Readings) -> [Finding; EXAMPLES.len()] {
    EXAMPLES.map(|example| match example {
        Example::Day => {
            let purchase = Purchase {
                value: Some(Money::dollars(5_000_000)),
                sector: Finding::Yes,
                published: Some(Day::new(2026, 6, 15)),
                ..Purchase::PLAIN
            };
            applies(&purchase, readings).why.finding
        }
        Example::Floor => {
            let purchase = Purchase { value: Some(Money::dollars(25_000)), ..Purchase::PLAIN };
            applies(&purchase, readings).why.finding
        }
        Example::Bids => {
            let bids = [Bid { fate: Fate::Untrue, ..CERTIFIED }, CERTIFIED, Bid::PLAIN];
            evaluated(Mode::Conditional, readings, &bids, 2)
        }
        Example::Responsive => {
            let bids = [Bid { fate: Fate::NonResponsive, ..CERTIFIED }, CERTIFIED, Bid::PLAIN];
            evaluated(Mode::Conditional, readings, &bids, 2)
        }
        Example::Returns => {
            let untrue = Bid { fate: Fate::Untrue, ..CERTIFIED };
            evaluated(Mode::Conditional, readings, &[untrue, untrue, Bid::PLAIN], 0)
        }
        Example::Supplier => {
            let one = Bid { supplier: Some(1), ..CERTIFIED };
            evaluated(Mode::Conditional, readings, &[one, one, Bid { late: true, ..Bid::PLAIN }], 2)
        }
        Example::Item => {
            let marks = |bid: Bid, marks: &[&str]| ItemBid {
                bid,
                offers: vec![String::from("1")],
                marks: marks.iter().map(|it| String::from(*it)).collect(),
            };
            let bids = [marks(CERTIFIED, &["1"]), marks(CERTIFIED, &["1"]), marks(CERTIFIED, &[])];
            let process = Process { mode: Mode::Conditional, needed: 2, phased: false, readings };
            let items = by_item(&process, &bids);
            let handled = items
                .first()
                .map(|it| if readings.other(Question::PerItem) { &it.once } else { &it.per_item });
            handled.is_some_and(|it| it.evaluated.contains(&2)).into()
        }
        Example::Reissue => {
            let process = Process { mode: Mode::SolelyWithBid, needed: 2, phased: false, readings };
            let bids = [Bid { fate: Fate::Withdrawn, ..CERTIFIED }, Bid::PLAIN];
            (handle(&process, &bids).outcome == Outcome::Reissue).into()
        }
        Example::Share => met(example_share(readings)),
        Example::Part => may_award_part(Finding::Yes, Finding::No, readings),
        Example::Standing => estimated(Finding::Yes, Finding::Yes, readings),
        Example::Open => {
            let may = may_bid(Some(Day::new(2026, 6, 15)), Finding::No, readings);
            (may == Some(MayBid::Everyone)).into()
        }
    })
}

const CERTIFIED: Bid = Bid { certified: true, ..Bid::PLAIN };

fn evaluated(mode: Mode, readings: Readings, bids: &[Bid], at: usize) -> Finding {
    handle(&Process { mode, needed: 2, phased: false, readings }, bids).evaluated.contains(&at).into()
}

/// A bid of goods and services in which every question about the total price decides.
fn example_share(readings: Readings) -> share::Outcome {
    let good = |id, amount, canadian| Line {
        id: LineId(id),
        amount: Some(Money::dollars(amount)),
        offer: Offer::Good(GoodOrigin::Stated { canadian, basis: StatedBasis::Other }),
        role: Role::Offered,
    };
    let service = |id, amount, parts: &[(Option<u32>, Place)], role| Line {
        id: LineId(id),
        amount: Some(Money::dollars(amount)),
        offer: Offer::Service(
            parts
                .iter()
                .map(|(amount, place)| ServicePart { amount: amount.map(Money::dollars), place: *place })
                .collect(),
        ),
        role,
    };
    let bid = case::Bid {
        lines: vec![
            good(1, 640, true),
            good(2, 160, false),
            service(3, 100, &[(Some(75), Place::Canada), (None, Place::Elsewhere)], Role::Offered),
            service(4, 60, &[(None, Place::Canada)], Role::Apart(Some(LineId(2)))),
            service(5, 40, &[(None, Place::WorksInCanada)], Role::Offered),
            Line { role: Role::Option, ..good(6, 300, false) },
            Line { role: Role::Tax, ..good(7, 130, false) },
        ],
        basis: Basis::Aggregate,
        threshold: Percent::whole(80),
        day: Day::new(2026, 11, 23),
    };
    match decide_read(&bid, None, readings).answer {
        BidAnswer::Aggregate { share, .. } => share.outcome,
        BidAnswer::ItemByItem(_) => share::Outcome::Undetermined,
    }
}

/// The question.
pub(in crate::present) fn asked(words: &Words, question: Question) -> String {
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
pub(in crate::present) fn default(words: &Words, question: Question) -> String {
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
pub(in crate::present) fn other(words: &Words, question: Question) -> String {
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
