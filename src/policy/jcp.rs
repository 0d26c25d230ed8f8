//! A self-check for the Joint Certification Program: what the applicant certifies, and what follows.
//!
//! Source: Technical Data Control Regulations, SOR/86-345. Nothing here asks for technical data.

use super::calendar::{Due, business_days_after};
use crate::finding::Finding;
use crate::units::{Citation, Day, Source};

/// Who applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicant {
    /// A Canadian citizen or permanent resident ordinarily resident in Canada.
    Resident,
    /// A corporation under federal or provincial law.
    Corporation,
    /// A partnership, which the regulation does not name.
    Partnership,
    /// Anyone else.
    Other,
}

/// What kind of data is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Unclassified technical data under export control, held by either defence department.
    Controlled,
    /// Data that are public.
    Public,
    /// Classified data.
    Classified,
    /// Only controlled goods are handled.
    ControlledGoods,
}

/// Something the applicant certifies or must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// An NCAGE code for the site.
    Ncage,
    /// The custodian is a citizen or permanent resident.
    Custodian,
    /// A contract, or another legitimate business activity.
    Need,
    /// Export-control responsibilities are acknowledged.
    ExportControl,
    /// No access beyond those acting for the firm.
    Access,
    /// No person with access is barred.
    Persons,
    /// The firm is not barred.
    Firm,
    /// The activity is described well enough.
    Described,
    /// True, complete, accurate, in good faith.
    True,
    /// Further questions are answered.
    Answers,
}

impl Item {
    /// All, in the order of the steps and the regulation.
    pub const ALL: [Item; 10] = [
        Item::Ncage,
        Item::Custodian,
        Item::Need,
        Item::ExportControl,
        Item::Access,
        Item::Persons,
        Item::Firm,
        Item::Described,
        Item::True,
        Item::Answers,
    ];

    /// A short name for files and fields.
    pub const fn id(self) -> &'static str {
        match self {
            Item::Ncage => "ncage",
            Item::Custodian => "custodian",
            Item::Need => "need",
            Item::ExportControl => "export",
            Item::Access => "access",
            Item::Persons => "persons",
            Item::Firm => "firm",
            Item::Described => "described",
            Item::True => "true",
            Item::Answers => "answers",
        }
    }

    /// Where it is written.
    pub const fn cite(self) -> Citation {
        match self {
            Item::Ncage => Source::Jcppspc.whole(),
            Item::Custodian => Source::Tdcr.at("6(1)(a)"),
            Item::Need => Source::Tdcr.at("6(1)(b)"),
            Item::ExportControl => Source::Tdcr.at("6(1)(c)"),
            Item::Access => Source::Tdcr.at("6(1)(d)"),
            Item::Persons => Source::Tdcr.at("6(1)(e)"),
            Item::Firm => Source::Tdcr.at("6(1)(f)"),
            Item::Described => Source::Tdcr.at("6(2)"),
            Item::True => Source::Tdcr.at("6(4)"),
            Item::Answers => Source::Tdcr.at("6(5)"),
        }
    }

    /// Whether one who cannot certify it may ask to be accepted on extenuating circumstances, in writing: 6(3).
    pub const fn can_explain(self) -> bool {
        matches!(self, Item::Persons | Item::Firm)
    }
}

/// What the self-check comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Level {
    /// Everything is there.
    Ready,
    /// These are missing.
    Missing(Vec<Item>),
    /// These cannot be certified; circumstances may be set out in writing.
    Explain(Vec<Item>),
    /// Not eligible as described.
    NotEligible,
    /// The program may not be needed for such data.
    NotNeeded(Wanted),
    /// Not enough is known.
    Open(Vec<Item>),
}

/// Checks. `answer` says of each item: yes, no, or not answered.
pub fn check(
    applicant: Option<Applicant>,
    wanted: Option<Wanted>,
    answer: &dyn Fn(Item) -> Finding,
) -> Level {
    if let Some(other @ (Wanted::Public | Wanted::Classified | Wanted::ControlledGoods)) = wanted {
        return Level::NotNeeded(other);
    }
    if applicant == Some(Applicant::Other) {
        return Level::NotEligible;
    }
    let of = |finding: Finding, explained: bool| {
        let mut found = Vec::new();
        for item in Item::ALL {
            if answer(item) == finding && (finding == Finding::Unknown || item.can_explain() == explained) {
                found.push(item);
            }
        }
        found
    };
    let missing = of(Finding::No, false);
    if !missing.is_empty() {
        return Level::Missing(missing);
    }
    let open = of(Finding::Unknown, false);
    if applicant.is_none() || wanted.is_none() || !open.is_empty() {
        return Level::Open(open);
    }
    let explain = of(Finding::No, true);
    if !explain.is_empty() {
        return Level::Explain(explain);
    }
    // A partnership is not named by the regulation: everything may be there, and the answer stays open.
    if applicant == Some(Applicant::Partnership) { Level::Open(Vec::new()) } else { Level::Ready }
}

/// The dates that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The last day of the certification: five years after acceptance.
    pub expires: Option<Day>,
    /// Six months before.
    pub remind_first: Option<Day>,
    /// Three months before.
    pub remind_again: Option<Day>,
    /// Until when a review of a refusal can be asked for.
    pub review: Option<Due>,
    /// Until when cause can be shown against a suspension.
    pub show_cause: Option<Due>,
}

/// The dates that follow from a day of acceptance, of a refusal, of a suspension. Source: SOR/86-345, 7(3), 7(4), 8(3).
pub fn dates(accepted: Option<Day>, refused: Option<Day>, suspended: Option<Day>) -> Dates {
    let expires = accepted.map(|day| day.plus_years(5));
    Dates {
        expires,
        remind_first: expires.map(|day| day.less_months(6)),
        remind_again: expires.map(|day| day.less_months(3)),
        review: refused.map(|day| business_days_after(day, 20)),
        show_cause: suspended.map(|day| business_days_after(day, 20)),
    }
}
