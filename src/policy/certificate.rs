//! The certificate: whether the facts support signing it, when it is due, and what to keep until when.

use super::calendar::{Due, business_days_after};
use super::clause::{Limit, Requirement};
use super::plan::DueWith;
use super::questions::{Question, Readings};
use crate::finding::Finding;
use crate::units::{Citation, Dated, Day, Mark, Since, Source};

/// How many business days a bidder has after being asked. A general rule of 2026; that it holds for this policy's own
/// window is an inference, and the date in the officer's message governs. Source: BGVER.
pub static WINDOW: Dated<u32> = Dated(&[Since {
    from: Day::new(2026, 1, 30),
    value: 2,
    cite: Source::Bgver.whole(),
    mark: Mark::Inferred,
    checked: Day::new(2026, 11, 23),
}]);

/// What to do about the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing {
    /// The facts support it.
    Supported,
    /// They do not: do not sign.
    NotSupported,
    /// They do not settle it yet.
    Open,
    /// There is none to sign.
    NoneAsked,
    /// Each item is marked by itself: sign for those that are Canadian.
    PerItem,
}

/// Whether to sign. `holds` is what the facts say of the test that the certificate prints.
pub fn signing(limit: Option<Limit>, requirement: Option<Requirement>, holds: Finding) -> Signing {
    match (limit, requirement, holds) {
        (Some(Limit::Open), ..) => Signing::NoneAsked,
        // The rule for textiles is the division's own; only its answer, entered by the bidder, can support anything.
        (_, Some(Requirement::GoodsByItem), Finding::Unknown) => Signing::PerItem,
        (_, _, Finding::Yes) => Signing::Supported,
        (_, _, Finding::No) => Signing::NotSupported,
        (_, _, Finding::Unknown) => Signing::Open,
    }
}

/// What the facts say of a share where the quantities of a standing offer are estimates: by default the evaluated total
/// stands; read the other way (Q15) no total can be formed, and so nothing certified over all lines.
pub fn estimated(holds: Finding, standing_offer: Finding, readings: Readings) -> Finding {
    let none = readings.other(Question::Estimates) && standing_offer == Finding::Yes;
    if none { Finding::Unknown } else { holds }
}

/// By when the certificate must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// With the bid: by closing.
    Closing(Option<Day>),
    /// After being asked; nothing inside while the day of asking is not known.
    Asked(Option<Due>),
    /// Never.
    Never,
}

/// The day by which it must be there. Nothing while that is open.
pub fn by(due: Option<DueWith>, closing: Option<Day>, asked: Option<Day>) -> Option<By> {
    Some(match due? {
        DueWith::None => By::Never,
        DueWith::OnRequest => {
            let days = WINDOW.latest().map_or(2, |entry| entry.value);
            By::Asked(asked.map(|day| business_days_after(day, days)))
        }
        DueWith::BidPublicOpening | DueWith::BidMandatory | DueWith::BidConditional => By::Closing(closing),
    })
}

/// What decides how long records are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Records {
    /// The day of the final payment.
    pub paid: Option<Day>,
    /// Claims or disputes are open.
    pub claims: Finding,
    /// The day on which they were settled.
    pub settled: Option<Day>,
    /// It is a defence contract.
    pub defence: Finding,
    /// The day on which it was completed or terminated.
    pub completed: Option<Day>,
}

/// A rule that keeps records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepRule {
    /// Six years after the final payment.
    Payment,
    /// Until claims and disputes are settled.
    Claims,
    /// Six years after the end of the calendar year in which a defence contract ended.
    Defence,
}

impl KeepRule {
    /// Where it is written.
    pub const fn cite(self) -> Citation {
        match self {
            KeepRule::Payment | KeepRule::Claims => Source::M3060c.whole(),
            KeepRule::Defence => Source::Dpa.at("23"),
        }
    }
}

/// Until when records are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The last day, where every rule that may apply has one.
    pub until: Option<Day>,
    /// The latest day of the rules that have one: keep them at least until then.
    pub at_least: Option<Day>,
    /// Each rule with its day; nothing where a date is missing or claims are still open.
    pub rules: Vec<(KeepRule, Option<Day>)>,
}

/// Years for which records are kept.
const YEARS: u16 = 6;

/// Until when records are kept: the latest of the rules that apply. Source: M3060C, DPA 23.
pub fn keep(records: &Records) -> Kept {
    let mut rules = vec![(KeepRule::Payment, records.paid.map(later))];
    match records.claims {
        Finding::No => {}
        Finding::Yes => rules.push((KeepRule::Claims, records.settled)),
        Finding::Unknown => rules.push((KeepRule::Claims, None)),
    }
    match records.defence {
        Finding::No => {}
        Finding::Yes => {
            let end_of_year = |day: Day| Day::new(day.parts().0, 12, 31).plus_years(YEARS);
            rules.push((KeepRule::Defence, records.completed.map(end_of_year)));
        }
        Finding::Unknown => rules.push((KeepRule::Defence, None)),
    }
    let at_least = rules.iter().filter_map(|(_, day)| *day).max();
    let all_known = rules.iter().all(|(_, day)| day.is_some());
    Kept { until: at_least.filter(|_| all_known), at_least, rules }
}

/// Six years later. After 29 February the first of March, so that nothing is thrown away a day early.
fn later(day: Day) -> Day {
    let later = day.plus_years(YEARS);
    if later.parts().2 == day.parts().2 { later } else { later.plus_days(1) }
}
