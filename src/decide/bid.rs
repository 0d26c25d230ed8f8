//! The decision on a bid: each line with its reasons, and the answer for all of them.

use super::service::{ServiceAnswer, split};
use crate::case::{Basis, Bid, GoodOrigin, Line, LineId, Offer, Place, ServicePart, StatedBasis};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::judge::judge;
use crate::origin::pack::Pack;
use crate::origin::point::Point;
use crate::share::{Part, ShareAnswer, weigh};
use crate::units::{Money, Percent};

/// Everything decided about a bid.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Each line, in the order of the bid.
    pub lines: Vec<LineDecision>,
    /// The answer for the bid.
    pub answer: BidAnswer,
}

/// The answer for the bid, by the basis that the solicitation has chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum BidAnswer {
    /// The share of the total bid price.
    Aggregate {
        /// Services split among people count pro rata.
        share: Box<ShareAnswer>,
        /// Services split among people count whole or not at all, each at the threshold of its own price. Only where
        /// this reading leads to another outcome.
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
    /// Its price, Canadian part and undecided part. Nothing while it has no amount.
    pub part: Option<Part>,
    /// Why.
    pub reason: Reason,
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

/// Decides the bid. `pack` is the rule set that the solicitation quotes; nothing while it is not loaded, which
/// leaves the goods that need it undecided.
pub fn decide(bid: &Bid, pack: Option<&Pack>) -> Decision {
    let mut lines = Vec::with_capacity(bid.lines.len());
    for line in &bid.lines {
        lines.push(decide_line(line, bid, pack));
    }
    let answer = match bid.basis {
        Basis::Aggregate => aggregate(&lines, bid.threshold),
        Basis::ItemByItem => BidAnswer::ItemByItem(items(&lines, bid.threshold)),
    };
    Decision { lines, answer }
}

fn decide_line(line: &Line, bid: &Bid, pack: Option<&Pack>) -> LineDecision {
    let (finding, reason) = match &line.offer {
        Offer::Good(GoodOrigin::Unknown) => (Finding::Unknown, Reason::NotStated),
        Offer::Good(GoodOrigin::Stated { canadian, basis }) => {
            (Finding::from(*canadian), Reason::Stated(*basis))
        }
        Offer::Good(GoodOrigin::ByRules(facts)) => match pack {
            None => (Finding::Unknown, Reason::PackMissing),
            Some(pack) => {
                let judged = Box::new(judge(pack, facts, bid.day));
                (judged.finding, Reason::ByRules(judged))
            }
        },
        Offer::Service(parts) => return decide_service(line, parts),
    };
    let (status, canadian) = match finding {
        Finding::Yes => (LineStatus::Canadian, Some(true)),
        Finding::No => (LineStatus::NotCanadian, Some(false)),
        Finding::Unknown => (LineStatus::Undetermined, None),
    };
    let part = line.amount.map(|price| Part::whole(price, canadian));
    LineDecision { id: line.id, status, part, reason }
}

fn decide_service(line: &Line, parts: &[ServicePart]) -> LineDecision {
    let answer = line.amount.map(|price| split(price, parts));
    LineDecision {
        id: line.id,
        status: answer.as_ref().map_or(LineStatus::Undetermined, |answer| service_status(answer, parts)),
        part: answer.map(|answer| answer.part),
        reason: Reason::Service(answer),
    }
}

fn service_status(answer: &ServiceAnswer, parts: &[ServicePart]) -> LineStatus {
    let part = answer.part;
    if answer.problem.is_some() || !part.undetermined().is_zero() {
        LineStatus::Undetermined
    } else if part.price().is_zero() {
        free_service_status(parts)
    } else if part.canadian() == part.price() {
        LineStatus::Canadian
    } else if part.canadian().is_zero() {
        LineStatus::NotCanadian
    } else {
        LineStatus::Partly
    }
}

/// A service without a price is what its people are: all of nothing says nothing.
fn free_service_status(parts: &[ServicePart]) -> LineStatus {
    let all = |place| parts.iter().all(|part| part.place == place);
    if parts.is_empty() || parts.iter().any(|part| part.place == Place::Unknown) {
        LineStatus::Undetermined
    } else if all(Place::Canada) {
        LineStatus::Canadian
    } else if all(Place::Elsewhere) {
        LineStatus::NotCanadian
    } else {
        LineStatus::Partly
    }
}

fn aggregate(lines: &[LineDecision], threshold: Percent) -> BidAnswer {
    let (mut parts, mut whole) = (Vec::new(), Vec::new());
    for line in lines {
        parts.push(line.part);
        whole.push(all_or_nothing(line, threshold));
    }
    let share = weigh(&parts, threshold);
    let other = weigh(&whole, threshold);
    let other_reading = (other.outcome != share.outcome).then(|| Box::new(other));
    BidAnswer::Aggregate { share: Box::new(share), other_reading }
}

/// The second reading of a service split among people: it counts whole or not at all. Source: SM36 3.3.
fn all_or_nothing(line: &LineDecision, threshold: Percent) -> Option<Part> {
    let part = line.part?;
    match line.reason {
        Reason::Service(Some(answer)) if answer.problem.is_none() && part.price() != Money::ZERO => {
            let canadian = match answer.as_one_service(threshold) {
                Finding::Yes => Some(true),
                Finding::No => Some(false),
                Finding::Unknown => None,
            };
            Some(Part::whole(part.price(), canadian))
        }
        _ => Some(part),
    }
}

fn items(lines: &[LineDecision], threshold: Percent) -> Items {
    let mut items = Items::default();
    for line in lines {
        let finding = match line.reason {
            // A service without a price has no share of its own; its status stands.
            Reason::Service(Some(answer)) if answer.problem.is_none() && !answer.part.price().is_zero() => {
                answer.as_one_service(threshold)
            }
            _ => match line.status {
                LineStatus::Canadian => Finding::Yes,
                LineStatus::NotCanadian => Finding::No,
                LineStatus::Partly | LineStatus::Undetermined => Finding::Unknown,
            },
        };
        let list = match finding {
            Finding::Yes => &mut items.canadian,
            Finding::No => &mut items.not_canadian,
            Finding::Unknown => &mut items.undetermined,
        };
        list.push(line.id);
    }
    items
}
