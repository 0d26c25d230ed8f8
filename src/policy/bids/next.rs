//! What happens if the next bid falls?

use super::bid::{Bid, Fate, Process};
use super::machine::{Handling, handle};
use crate::policy::questions::{Question, Readings};

/// The handling if one more bid fell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfFalls {
    /// Which bid.
    pub bid: usize,
    /// What it would come to.
    pub then: Handling,
}

/// For each bid that could be awarded now, what it would come to if that bid fell. For long lists the first ones only:
/// with more than `most` bids left, one falling changes little.
pub fn if_next_falls(process: &Process, bids: &[Bid], most: usize) -> Vec<IfFalls> {
    let mut found = Vec::new();
    for at in handle(process, bids).awardable.into_iter().take(most) {
        let mut without = bids.to_vec();
        if let Some(bid) = without.get_mut(at) {
            bid.fate = Fate::NonResponsive;
        }
        found.push(IfFalls { bid: at, then: handle(process, &without) });
    }
    found
}

/// The open questions that bear on bid handling.
pub const BEARING: [Question; 6] = [
    Question::BidsOrSuppliers,
    Question::CountedWhen,
    Question::Recount,
    Question::Returns,
    Question::AllFall,
    Question::AskLater,
];

/// The questions whose other reading ends otherwise, each with that end.
pub fn other_readings(process: &Process, bids: &[Bid]) -> Vec<(Question, Handling)> {
    let now = handle(process, bids);
    let mut found = Vec::new();
    for question in BEARING {
        let other = handle(&Process { readings: process.readings.turned(question), ..*process }, bids);
        if other.outcome != now.outcome || other.awardable != now.awardable {
            found.push((question, other));
        }
    }
    // Q4 and Q5 stand in one line of the annex: taken the other way together, they may say more than each alone.
    let both: Readings = process.readings.turned(Question::Recount).turned(Question::Returns);
    let other = handle(&Process { readings: both, ..*process }, bids);
    let told = found.iter().any(|(_, it)| it.awardable == other.awardable && it.outcome == other.outcome);
    if !told && (other.outcome != now.outcome || other.awardable != now.awardable) {
        found.push((Question::Recount, other));
    }
    found
}
