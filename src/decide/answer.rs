//! The answer for a bid under a reading of the open questions: which lines count, as what, and what they come to.

use super::bid::{BidAnswer, Counts, Items, LineDecision, LineStatus, own};
use super::service::split_read;
use crate::case::{Basis, Bid, LineId, Offer, Role};
use crate::finding::Finding;
use crate::policy::questions::{Question, Readings};
use crate::share::{Part, weigh};
use crate::units::Percent;

/// The open questions on which the answer for a bid may rest.
pub const BEARING: [Question; 5] = [
    Question::SplitService,
    Question::BasedInCanada,
    Question::TotalPrice,
    Question::PricedApart,
    Question::NotEvaluated,
];

/// Whether the line at this place is in the total, and as what.
pub(super) fn counts(bid: &Bid, at: usize, readings: Readings) -> Counts {
    match bid.lines[at].role {
        Role::Option if !readings.other(Question::NotEvaluated) => Counts::LeftOut,
        Role::Tax if readings.other(Question::TotalPrice) => Counts::Charge,
        Role::Tax => Counts::LeftOut,
        Role::Apart(Some(id)) if readings.other(Question::PricedApart) && is_good(bid, id, at) => {
            Counts::With(id)
        }
        Role::Offered | Role::Option | Role::Apart(_) => Counts::AsItself,
    }
}

/// Whether this is another line, with a good that is offered.
fn is_good(bid: &Bid, id: LineId, at: usize) -> bool {
    let mut others = bid.lines.iter().enumerate().filter(|(place, _)| *place != at);
    others.any(|(_, it)| it.id == id && it.role == Role::Offered && matches!(it.offer, Offer::Good(_)))
}

/// The answer, from lines that were decided under whatever readings. Nothing is judged again.
pub(super) fn answer(bid: &Bid, lines: &[LineDecision], readings: Readings) -> BidAnswer {
    answer_as(bid, lines, readings, bid.basis)
}

/// The same as if the solicitation had chosen this basis.
pub(super) fn answer_as(bid: &Bid, lines: &[LineDecision], readings: Readings, basis: Basis) -> BidAnswer {
    match basis {
        Basis::Aggregate => {
            let mut parts = Vec::new();
            for at in 0..lines.len().min(bid.lines.len()) {
                match counts(bid, at, readings) {
                    Counts::LeftOut => {}
                    counted => parts.push(part(bid, lines, at, counted, readings)),
                }
            }
            BidAnswer::Aggregate { share: Box::new(weigh(&parts, bid.threshold)), other_reading: None }
        }
        Basis::ItemByItem => BidAnswer::ItemByItem(items(bid, lines, readings)),
    }
}

/// What a line brings to the sums.
fn part(bid: &Bid, lines: &[LineDecision], at: usize, counted: Counts, readings: Readings) -> Option<Part> {
    let line = &bid.lines[at];
    let price = line.amount?;
    match counted {
        Counts::Charge => return Some(Part::whole(price, Some(false))),
        Counts::With(id) => {
            let good = bid.lines.iter().position(|it| it.id == id)?;
            let (status, _) = own(&bid.lines[good], &lines[good].reason, readings);
            return Some(Part::whole(price, status.is_canadian()));
        }
        Counts::AsItself | Counts::LeftOut => {}
    }
    let (_, part) = own(line, &lines[at].reason, readings);
    match &line.offer {
        Offer::Service(parts) if readings.other(Question::SplitService) => {
            let answer = split_read(price, parts, readings);
            if answer.problem.is_some() || price.is_zero() {
                return part;
            }
            // The second reading of a service split among people: whole or not at all. Source: SM36 3.3.
            let canadian = match answer.as_one_service(bid.threshold) {
                Finding::Yes => Some(true),
                Finding::No => Some(false),
                Finding::Unknown => None,
            };
            Some(Part::whole(price, canadian))
        }
        _ => part,
    }
}

fn items(bid: &Bid, lines: &[LineDecision], readings: Readings) -> Items {
    let mut items = Items::default();
    for at in 0..lines.len().min(bid.lines.len()) {
        if counts(bid, at, readings) != Counts::AsItself {
            continue;
        }
        let list = match item(bid, lines, at, bid.threshold, readings) {
            Finding::Yes => &mut items.canadian,
            Finding::No => &mut items.not_canadian,
            Finding::Unknown => &mut items.undetermined,
        };
        list.push(lines[at].id);
    }
    items
}

/// Whether an item can be certified by itself.
fn item(bid: &Bid, lines: &[LineDecision], at: usize, threshold: Percent, readings: Readings) -> Finding {
    let line = &bid.lines[at];
    if let (Offer::Service(parts), Some(price)) = (&line.offer, line.amount) {
        let answer = split_read(price, parts, readings);
        // A service without a price has no share of its own; its status stands.
        if answer.problem.is_none() && !price.is_zero() {
            return answer.as_one_service(threshold);
        }
    }
    match own(line, &lines[at].reason, readings).0 {
        LineStatus::Canadian => Finding::Yes,
        LineStatus::NotCanadian => Finding::No,
        LineStatus::Partly | LineStatus::Undetermined => Finding::Unknown,
    }
}

/// Whether two answers come to something else.
pub(super) fn outcome_differs(one: &BidAnswer, other: &BidAnswer) -> bool {
    match (one, other) {
        (BidAnswer::Aggregate { share: one, .. }, BidAnswer::Aggregate { share: other, .. }) => {
            one.outcome != other.outcome
        }
        (BidAnswer::ItemByItem(one), BidAnswer::ItemByItem(other)) => one != other,
        _ => true,
    }
}
