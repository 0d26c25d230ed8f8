//! Bids as cells: lines between `;`, each a price and what is known of it.
//!
//! `150.00 yes` a good stated to be Canadian; `no` stated not to be; `?` nobody has said; `none` a line whose price is
//! missing. `5000 (2000 canada, rest elsewhere)` a service and who provides it; `()` a service nobody has split.
//! A price `100 x 150` is quantity and unit price.

use crate::table::unreadable;
use canadian_content::case::Bid;
use canadian_content::decide::{BidAnswer, Decision, decide, decide_read};
use canadian_content::diagnostic::{Diagnostic, Severity};
use canadian_content::draft::{
    BasisForm, Draft, FactAnswer, LineForm, LineKind, OriginBy, PartForm, PlaceForm, StatementBasis,
    StatementForm, check,
};
use canadian_content::i18n::{Lang, Words};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::shipped;
use canadian_content::present::Reading;
use canadian_content::share::{Outcome, ShareAnswer, WhyNot};
use canadian_content::units::Day;
use std::sync::LazyLock;

/// The day of asking, for drafts without a closing day.
pub(crate) const TODAY: Day = Day::new(2026, 11, 22);

/// The packs as shipped, read once.
static SHIPPED: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let read = |set| shipped::pack(set).expect("the shipped packs are read by tests/packs.rs");
    RuleSet::ALL.into_iter().map(read).collect()
});

/// The pack of a rule set, as shipped.
pub(crate) fn pack(set: RuleSet) -> &'static Pack {
    SHIPPED.iter().find(|pack| pack.set == set).expect("a pack for each set")
}

/// What the screens of a draft are made of, in a language, as the engine makes it.
pub(crate) fn read_in<T>(draft: &Draft, lang: Lang, look: impl FnOnce(&Reading<'_>) -> T) -> T {
    let (bid, diagnostics) = check(draft, TODAY);
    let pack = pack(draft.rule_set.meaning());
    let decision = decide_read(&bid, Some(pack), draft.readings());
    look(&Reading {
        words: &Words::native(lang),
        draft,
        bid: &bid,
        diagnostics: &diagnostics,
        decision: &decision,
        pack: Some(pack),
    })
}

/// The one door to the core: what was typed, decided.
pub(crate) fn decided(draft: &Draft) -> (Bid, Vec<Diagnostic>, Decision) {
    let (bid, found) = check(draft, TODAY);
    let decision = decide(&bid, Some(pack(draft.rule_set.meaning())));
    (bid, found, decision)
}

/// The draft whose lines a cell lists. Everything in it must be understood.
#[track_caller]
pub(crate) fn draft(lines: &str, threshold: &str, basis: BasisForm) -> Draft {
    let cells = lines.split(';').map(str::trim).filter(|line| !line.is_empty());
    let lines = cells.zip(1..).map(|(cell, id)| line(id, cell)).collect();
    Draft { lines, basis, threshold_percent: threshold.to_owned(), ..Draft::default() }
}

/// Fails where a draft holds something that cannot be understood.
#[track_caller]
pub(crate) fn understood(id: &str, found: &[Diagnostic]) {
    if let Some(error) = found.iter().find(|found| found.severity == Severity::Error) {
        unreadable(id, &format!("{error:?}"));
    }
}

#[track_caller]
fn line(id: u32, cell: &str) -> LineForm {
    let mut line =
        LineForm { id, quantity: "1".to_owned(), description: format!("Line {id}"), ..LineForm::default() };
    let (price, rest) = match cell.split_once('(') {
        Some((price, parts)) => {
            line.kind = LineKind::Service;
            line.parts = parts_of(parts.trim_end_matches(')'));
            (price.trim(), "")
        }
        None => cell.rsplit_once(' ').unwrap_or(("", cell)),
    };
    match price.split_once(" x ") {
        Some((quantity, price)) => (line.quantity, line.unit_price) = (quantity.to_owned(), price.to_owned()),
        None if price != "none" => price.clone_into(&mut line.unit_price),
        None => {}
    }
    let stated =
        |canadian| StatementForm { canadian, basis: StatementBasis::Other, note: "as the table says".into() };
    match rest {
        "yes" => (line.origin_by, line.statement) = (OriginBy::Statement, stated(FactAnswer::Yes)),
        "no" => (line.origin_by, line.statement) = (OriginBy::Statement, stated(FactAnswer::No)),
        "?" | "" => {}
        _ => unreadable(cell, "a line is yes, no, ? or a service in brackets"),
    }
    line
}

/// `2000 canada, rest elsewhere, 10 ?`.
#[track_caller]
pub(crate) fn parts_of(cell: &str) -> Vec<PartForm> {
    let cells = cell.split(',').map(str::trim).filter(|part| !part.is_empty());
    let part = |(cell, id): (&str, u32)| {
        let (amount, place) =
            cell.split_once(' ').unwrap_or_else(|| unreadable(cell, "is no part of a service"));
        let amount = if amount == "rest" { "" } else { amount };
        let place = match place {
            "canada" => PlaceForm::Canada,
            "elsewhere" => PlaceForm::Elsewhere,
            "?" => PlaceForm::Unknown,
            _ => unreadable(cell, "people are based in canada, elsewhere or ?"),
        };
        PartForm { id, who: String::new(), amount: amount.to_owned(), place }
    };
    cells.zip(1..).map(part).collect()
}

/// The share of a bid judged as a whole.
#[track_caller]
pub(crate) fn share(decision: &Decision) -> &ShareAnswer {
    match &decision.answer {
        BidAnswer::Aggregate { share, .. } => share,
        BidAnswer::ItemByItem(_) => unreadable("share", "the bid is judged item by item"),
    }
}

/// An outcome in a word.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not met",
        Outcome::Undetermined => "open",
        Outcome::NotComputable(WhyNot::NoLines) => "no lines",
        Outcome::NotComputable(WhyNot::ZeroTotal) => "zero total",
        Outcome::NotComputable(WhyNot::Unpriced) => "unpriced",
        Outcome::NotComputable(WhyNot::TooLarge) => "too large",
    }
}
