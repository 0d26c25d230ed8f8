//! The decision on a bid: each line with its reasons, and the answer for all of them.

use super::answer::{answer, counts, outcome_differs};
use super::service::{ServiceAnswer, based, split_read};
use crate::case::{Bid, GoodOrigin, Line, LineId, Offer, ServicePart, StatedBasis};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::judge::judge;
use crate::origin::pack::Pack;
use crate::origin::point::Point;
use crate::policy::questions::{Question, Readings};
use crate::share::{Part, ShareAnswer};

/// Everything decided about a bid.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Each line, in the order of the bid.
    pub lines: Vec<LineDecision>,
    /// The answer for the bid.
    pub answer: BidAnswer,
    /// How the open questions were read.
    pub readings: Readings,
}

/// The answer for the bid, by the basis that the solicitation has chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum BidAnswer {
    /// The share of the total bid price.
    Aggregate {
        /// Services split among people count pro rata, unless Q7 is read the other way.
        share: Box<ShareAnswer>,
        /// With Q7 turned: services split among people count whole or not at all, each at the threshold of its own
        /// price. Only where that leads to another outcome.
        other_reading: Option<Box<ShareAnswer>>,
    },
    /// Each item by itself. There is no share.
    ItemByItem(Items),
}

/// Which items can be certified. Each list is in the order of the bid.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Items {
    /// Can be certified as Canadian.
    pub canadian: Vec<LineId>,
    /// Cannot be.
    pub not_canadian: Vec<LineId>,
    /// Cannot be told yet.
    pub undetermined: Vec<LineId>,
}

/// The decision on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineDecision {
    /// Which line.
    pub id: LineId,
    /// What it comes to.
    pub status: LineStatus,
    /// Its price, Canadian part and undecided part, as they count. Nothing while it has no amount.
    pub part: Option<Part>,
    /// Why.
    pub reason: Reason,
    /// Whether it is in the total bid price, and as what.
    pub counts: Counts,
}

/// Whether a line is in the total bid price, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// As itself.
    AsItself,
    /// It is left out: an option that is not evaluated, or a tax.
    LeftOut,
    /// As part of the good it belongs to.
    With(LineId),
    /// As a charge, Canadian in no part.
    Charge,
}

/// What a line comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStatus {
    /// All of it is Canadian.
    Canadian,
    /// None of it is.
    NotCanadian,
    /// A service, part of which is Canadian and part of which is not.
    Partly,
    /// Cannot be told yet.
    Undetermined,
}

/// Why a line is what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The rules of origin say so.
    ByRules(Box<Judgement<Point>>),
    /// The rule pack has not been loaded.
    PackMissing,
    /// The user states it.
    Stated(StatedBasis),
    /// Nobody has said where the good originates.
    NotStated,
    /// Who provides the service, and from where. Nothing while the line has no amount.
    Service(Option<ServiceAnswer>),
}

/// Decides the bid, every open question read as by default. `pack` is the rule set that the solicitation quotes; nothing
/// while it is not loaded, which leaves the goods that need it undecided.
pub fn decide(bid: &Bid, pack: Option<&Pack>) -> Decision {
    decide_read(bid, pack, Readings::DEFAULT)
}

/// Decides the bid under these readings of the open questions.
pub fn decide_read(bid: &Bid, pack: Option<&Pack>, readings: Readings) -> Decision {
    let mut lines = Vec::with_capacity(bid.lines.len());
    for line in &bid.lines {
        let reason = reason(line, bid, pack, readings);
        let (status, part) = own(line, &reason, readings);
        lines.push(LineDecision { id: line.id, status, part, reason, counts: Counts::AsItself });
    }
    for at in 0..lines.len() {
        let counted = counts(bid, at, readings);
        let with = match counted {
            Counts::With(id) => lines.iter().find(|it| it.id == id).map(|it| it.status),
            Counts::Charge => Some(LineStatus::NotCanadian),
            Counts::AsItself | Counts::LeftOut => None,
        };
        let line = &mut lines[at];
        line.counts = counted;
        if let Some(status) = with {
            line.status = status;
            line.part = line.part.map(|part| Part::whole(part.price(), status.is_canadian()));
        }
    }
    let mut found = answer(bid, &lines, readings);
    let turned = readings.turned(Question::SplitService);
    if let BidAnswer::Aggregate { share, other_reading } = &mut found
        && let BidAnswer::Aggregate { share: other, .. } = answer(bid, &lines, turned)
        && other.outcome != share.outcome
    {
        *other_reading = Some(other);
    }
    Decision { lines, answer: found, readings }
}

/// The open questions whose other reading gives this bid another answer, each with that answer.
pub fn other_answers(bid: &Bid, decision: &Decision) -> Vec<(Question, BidAnswer)> {
    let mut found = Vec::new();
    for question in super::BEARING {
        let other = answer(bid, &decision.lines, decision.readings.turned(question));
        if outcome_differs(&decision.answer, &other) {
            found.push((question, other));
        }
    }
    found
}

impl LineStatus {
    /// Whether all of it is Canadian, or nothing. Nothing where that is open or differs from part to part.
    pub(super) const fn is_canadian(self) -> Option<bool> {
        match self {
            LineStatus::Canadian => Some(true),
            LineStatus::NotCanadian => Some(false),
            LineStatus::Partly | LineStatus::Undetermined => None,
        }
    }
}

fn reason(line: &Line, bid: &Bid, pack: Option<&Pack>, readings: Readings) -> Reason {
    match &line.offer {
        Offer::Good(GoodOrigin::Unknown) => Reason::NotStated,
        Offer::Good(GoodOrigin::Stated { basis, .. }) => Reason::Stated(*basis),
        Offer::Good(GoodOrigin::ByRules(facts)) => match pack {
            None => Reason::PackMissing,
            Some(pack) => Reason::ByRules(Box::new(judge(pack, facts, bid.day))),
        },
        Offer::Service(parts) => Reason::Service(line.amount.map(|price| split_read(price, parts, readings))),
    }
}

/// What a line comes to by itself, whatever it is to the total.
pub(super) fn own(line: &Line, reason: &Reason, readings: Readings) -> (LineStatus, Option<Part>) {
    if let Offer::Service(parts) = &line.offer {
        let answer = line.amount.map(|price| split_read(price, parts, readings));
        let status =
            answer.map_or(LineStatus::Undetermined, |answer| service_status(&answer, parts, readings));
        return (status, answer.map(|answer| answer.part));
    }
    let finding = match (reason, &line.offer) {
        (Reason::ByRules(judged), _) => judged.finding,
        (Reason::Stated(_), Offer::Good(GoodOrigin::Stated { canadian, .. })) => Finding::from(*canadian),
        _ => Finding::Unknown,
    };
    let status = match finding {
        Finding::Yes => LineStatus::Canadian,
        Finding::No => LineStatus::NotCanadian,
        Finding::Unknown => LineStatus::Undetermined,
    };
    (status, line.amount.map(|price| Part::whole(price, status.is_canadian())))
}

fn service_status(answer: &ServiceAnswer, parts: &[ServicePart], readings: Readings) -> LineStatus {
    let part = answer.part;
    if answer.problem.is_some() || !part.undetermined().is_zero() {
        LineStatus::Undetermined
    } else if part.price().is_zero() {
        free_service_status(parts, readings)
    } else if part.canadian() == part.price() {
        LineStatus::Canadian
    } else if part.canadian().is_zero() {
        LineStatus::NotCanadian
    } else {
        LineStatus::Partly
    }
}

/// A service without a price is what its people are: all of nothing says nothing.
fn free_service_status(parts: &[ServicePart], readings: Readings) -> LineStatus {
    let all = |found| parts.iter().all(|part| based(part.place, readings) == found);
    if parts.is_empty() || parts.iter().any(|part| based(part.place, readings) == Finding::Unknown) {
        LineStatus::Undetermined
    } else if all(Finding::Yes) {
        LineStatus::Canadian
    } else if all(Finding::No) {
        LineStatus::NotCanadian
    } else {
        LineStatus::Partly
    }
}
