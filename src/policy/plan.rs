//! Planning a solicitation: how it is limited, when the certificate is due, which clauses it carries.

use super::clause::{Clauses, Instrument, Limit, Requirement, clauses};
use super::questions::{Question, Readings};
use super::scope::{RECIPROCAL, SUFFICIENT};
use crate::finding::Finding;
use crate::units::{Citation, Day, Mark, Source};

/// What the officer believes about the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Market {
    /// Enough suppliers of Canadian goods or services exist.
    Enough,
    /// It is uncertain whether enough exist.
    Uncertain,
    /// Not enough exist.
    TooFew,
}

/// When the certificate is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWith {
    /// With the bid, as bids are opened publicly.
    BidPublicOpening,
    /// With the bid, as the officer made it mandatory.
    BidMandatory,
    /// With the bid; a later one is ignored.
    BidConditional,
    /// It should come with the bid; a missing one is asked for.
    OnRequest,
    /// There is none.
    None,
}

impl DueWith {
    /// The row of the table of due dates, from 1.
    pub const fn row(self) -> Option<u8> {
        match self {
            DueWith::BidPublicOpening => Some(1),
            DueWith::BidMandatory => Some(2),
            DueWith::OnRequest => Some(3),
            DueWith::BidConditional => Some(4),
            DueWith::None => None,
        }
    }

    /// Where it is written.
    pub const fn cite(self) -> Citation {
        match self {
            DueWith::BidConditional => Source::Sm36.at("4.9"),
            DueWith::None => Source::Sm36.at("4.10"),
            _ => Source::Sm36.at("4.8"),
        }
    }
}

/// What the officer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// About the market. Within the Indigenous community where the solicitation is set aside.
    pub market: Option<Market>,
    /// What is required, and on which basis.
    pub requirement: Option<Requirement>,
    /// What is being bought with.
    pub instrument: Instrument,
    /// Bids are opened publicly.
    pub public_opening: Finding,
    /// The officer makes the certificate mandatory with the bid.
    pub mandatory: Finding,
    /// It is urgent, the normal reason for that.
    pub urgent: Finding,
    /// It is set aside for Indigenous businesses.
    pub set_aside: Finding,
    /// When it is published.
    pub published: Option<Day>,
}

/// Something to know about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Set-aside first: level one comes before the certificate of Canadian content.
    SetAsideFirst,
    /// Mandatory with the bid is normally for urgent cases only.
    MandatoryWithoutUrgency,
    /// The clause number is from memory, or unknown.
    NumberUnsure,
    /// Textiles follow a rule that is not published.
    Textiles,
    /// Several suppliers may win, item by item.
    SeveralMayWin,
    /// Three suppliers were needed then.
    ThreeNeeded,
    /// Reciprocal procurement may still keep suppliers out.
    OpenNotToAll,
}

impl Remark {
    /// Where it is written, or that it is a choice of this program.
    pub const fn cite(self) -> Citation {
        match self {
            Remark::SetAsideFirst => Source::Sm36.at("7"),
            Remark::MandatoryWithoutUrgency => Source::Sm36.at("4.8"),
            Remark::NumberUnsure => Source::Sm36.at("4.8"),
            Remark::Textiles => Source::Sm36.at("3.4"),
            Remark::SeveralMayWin => Source::Sm36.at("4.3"),
            Remark::ThreeNeeded => Source::Pn109.whole(),
            Remark::OpenNotToAll => Source::Bgrec.whole(),
        }
    }
}

/// Who may bid, whatever the limit of this policy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayBid {
    /// Everyone.
    Everyone,
    /// Canadian suppliers, and those of trading partners where an international agreement covers the purchase.
    CanadianAndPartners,
}

/// Who may bid on a solicitation that is open under this policy. Nothing while the day or the buyer is not known.
/// Reciprocal procurement looks at the place of business, outside defence. Source: BGREC; that it shrinks "open": Q21.
pub fn may_bid(published: Option<Day>, defence: Finding, readings: Readings) -> Option<MayBid> {
    let in_force = RECIPROCAL.on(published?).is_some_and(|entry| entry.value);
    if readings.other(Question::Reciprocal) || !in_force || defence == Finding::Yes {
        return Some(MayBid::Everyone);
    }
    (defence == Finding::No).then_some(MayBid::CanadianAndPartners)
}

/// The plan, as far as it can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many suppliers are enough.
    pub enough: u32,
    /// How it is limited.
    pub limit: Option<Limit>,
    /// The code of the notice. Whether notices still carry it is an inference.
    pub code: Option<&'static str>,
    /// When the certificate is due. Nothing while that is open.
    pub due: Option<DueWith>,
    /// The clauses.
    pub clauses: Option<Clauses>,
    /// What to know.
    pub remarks: Vec<Remark>,
}

/// How sure we are that today's notices carry the codes.
pub const CODES: Mark = Mark::Inferred;

/// The limit for a belief about the market, and the code of the notice. Source: SM36 4.7 to 4.11.
pub const fn limit(market: Market) -> (Limit, &'static str) {
    match market {
        Market::Enough => (Limit::Solely, "O-5"),
        Market::Uncertain => (Limit::Conditionally, "O-4"),
        Market::TooFew => (Limit::Open, "O-1"),
    }
}

/// Where a limit is written.
pub const fn limit_cite(limit: Limit) -> Citation {
    match limit {
        Limit::Solely => Source::Sm36.at("4.8"),
        Limit::Conditionally => Source::Sm36.at("4.9"),
        Limit::Open => Source::Sm36.at("4.10"),
    }
}

/// When the certificate is due. Nothing while it cannot be told. Source: SM36 4.8, 4.9.
pub fn due(limit: Limit, public_opening: Finding, mandatory: Finding) -> Option<DueWith> {
    match (limit, public_opening, mandatory) {
        (Limit::Open, ..) => Some(DueWith::None),
        (Limit::Conditionally, ..) => Some(DueWith::BidConditional),
        (Limit::Solely, Finding::Yes, _) => Some(DueWith::BidPublicOpening),
        (Limit::Solely, Finding::No, Finding::Yes) => Some(DueWith::BidMandatory),
        (Limit::Solely, Finding::No, Finding::No) => Some(DueWith::OnRequest),
        _ => None,
    }
}

/// How many suppliers were sufficient competition on a day; today's number where no day is given.
pub fn enough(published: Option<Day>) -> u32 {
    let entry = published.and_then(|day| SUFFICIENT.on(day)).or(SUFFICIENT.latest());
    entry.map_or(2, |entry| entry.value)
}

/// Plans a solicitation.
pub fn plan(wanted: &Wanted) -> Plan {
    let limited = wanted.market.map(limit);
    let due = limited.and_then(|(limit, _)| due(limit, wanted.public_opening, wanted.mandatory));
    let clauses = match (limited, wanted.requirement) {
        (Some((limit, _)), Some(requirement)) => Some(clauses(wanted.instrument, limit, requirement)),
        _ => None,
    };
    let enough = enough(wanted.published);
    let mut remarks = Vec::new();
    let mut remark = |holds: bool, remark: Remark| {
        if holds {
            remarks.push(remark);
        }
    };
    remark(wanted.set_aside == Finding::Yes, Remark::SetAsideFirst);
    remark(enough == 3, Remark::ThreeNeeded);
    let unasked = due == Some(DueWith::BidMandatory) && wanted.urgent != Finding::Yes;
    remark(unasked, Remark::MandatoryWithoutUrgency);
    remark(wanted.requirement == Some(Requirement::Textiles), Remark::Textiles);
    let limits = limited.is_some_and(|(limit, _)| limit != Limit::Open);
    remark(limits && wanted.requirement == Some(Requirement::GoodsByItem), Remark::SeveralMayWin);
    let unsure =
        clauses.is_some_and(|it| it.certification.is_some() && it.pairing != super::clause::Pairing::Sourced);
    remark(unsure, Remark::NumberUnsure);
    remark(limited.is_some_and(|(limit, _)| limit == Limit::Open), Remark::OpenNotToAll);
    Plan {
        enough,
        limit: limited.map(|(limit, _)| limit),
        code: limited.map(|(_, code)| code),
        due,
        clauses,
        remarks,
    }
}
