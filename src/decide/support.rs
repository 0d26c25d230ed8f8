//! Whether the facts of a bid support the sentence that a certificate prints.

use super::answer::{answer_as, counts};
use super::bid::{BidAnswer, Counts, Decision, Items, LineStatus};
use crate::case::{Basis, Bid, LineId, Offer};
use crate::finding::Finding;
use crate::policy::clause::Requirement;
use crate::policy::questions::{Question, Readings};
use crate::share::{Outcome, ShareAnswer, weigh};

/// What the facts of a bid say of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Support {
    /// Whether it holds.
    Holds(Finding),
    /// It is about other lines than the bid has: goods where there are services, one where there are several.
    DoesNotFit,
    /// Each item by itself.
    PerItem(Items),
}

/// How many goods and services are in the total.
fn kinds(bid: &Bid, readings: Readings) -> (usize, usize) {
    let (mut goods, mut services) = (0, 0);
    for (at, line) in bid.lines.iter().enumerate() {
        match (counts(bid, at, readings), &line.offer) {
            (Counts::AsItself, Offer::Good(_)) => goods += 1,
            (Counts::AsItself, Offer::Service(_)) => services += 1,
            _ => {}
        }
    }
    (goods, services)
}

/// The sentence that the lines and the basis of a bid would call for. The notice decides, not this. Source: A3050T.
pub fn fitting(bid: &Bid, readings: Readings) -> Option<Requirement> {
    Some(match (bid.basis, kinds(bid, readings)) {
        (_, (0, 0)) => return None,
        (_, (1, 0)) => Requirement::OneGood,
        (Basis::ItemByItem, (1.., 0)) => Requirement::GoodsByItem,
        (Basis::Aggregate, (1.., 0)) => Requirement::GoodsTogether,
        (_, (0, 1)) => Requirement::OneService,
        (_, (0, _)) => Requirement::Services,
        _ => Requirement::Mix,
    })
}

/// Whether the facts support the sentence, the open questions read like this.
pub fn support(bid: &Bid, decision: &Decision, requirement: Requirement, readings: Readings) -> Support {
    let fits = match (requirement, kinds(bid, readings)) {
        (_, (0, 0)) => false,
        (Requirement::OneGood, (goods, services)) => goods == 1 && services == 0,
        (Requirement::GoodsTogether | Requirement::GoodsByItem, (_, services)) => services == 0,
        (Requirement::OneService | Requirement::Services, (goods, _)) => goods == 0,
        (Requirement::Mix, _) => true,
        // Its rule is not published: only the division's own answer can support it.
        (Requirement::Textiles, _) => return Support::Holds(Finding::Unknown),
    };
    if !fits {
        return Support::DoesNotFit;
    }
    match requirement {
        Requirement::OneGood => {
            let at = (0..bid.lines.len()).find(|at| counts(bid, *at, readings) == Counts::AsItself);
            let status = at.and_then(|at| decision.lines.get(at)).map(|line| line.status);
            Support::Holds(match status {
                Some(LineStatus::Canadian) => Finding::Yes,
                Some(LineStatus::NotCanadian) => Finding::No,
                _ => Finding::Unknown,
            })
        }
        Requirement::GoodsByItem => match answer_as(bid, &decision.lines, readings, Basis::ItemByItem) {
            BidAnswer::ItemByItem(items) => Support::PerItem(items),
            BidAnswer::Aggregate { .. } => Support::Holds(Finding::Unknown),
        },
        _ => {
            // One service is all or nothing at the share of its price, whichever way Q7 is read of a mix.
            let readings = match requirement {
                Requirement::Mix => readings,
                _ if readings.other(Question::SplitService) => readings.turned(Question::SplitService),
                _ => readings,
            };
            match answer_as(bid, &decision.lines, readings, Basis::Aggregate) {
                BidAnswer::Aggregate { share, .. } => Support::Holds(met(share.outcome)),
                BidAnswer::ItemByItem(_) => Support::Holds(Finding::Unknown),
            }
        }
    }
}

/// Whether a share is reached.
pub fn met(outcome: Outcome) -> Finding {
    match outcome {
        Outcome::Met => Finding::Yes,
        Outcome::NotMet => Finding::No,
        Outcome::Undetermined | Outcome::NotComputable(_) => Finding::Unknown,
    }
}

/// The share of some lines alone, as when a bid is accepted in part.
pub fn share_of(bid: &Bid, decision: &Decision, lines: &[LineId]) -> ShareAnswer {
    let mut parts = Vec::new();
    for line in &decision.lines {
        if lines.contains(&line.id) && line.counts != Counts::LeftOut {
            parts.push(line.part);
        }
    }
    weigh(&parts, bid.threshold)
}

/// Whether a part of a bid may be awarded on the certificate that was given for the whole: by default yes, without a new
/// one; read the other way (Q14) only where the part reaches the share by itself. Source: SM36 4.6.
pub fn may_award_part(whole: Finding, part: Finding, readings: Readings) -> Finding {
    if readings.other(Question::PartialAward) { Finding::all([whole, part]) } else { whole }
}
