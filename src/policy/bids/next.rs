//! What happens if the next bid falls?

use super::bid::{Bid, Fate, Process};
use super::machine::{Handling, handle};
use crate::policy::questions::Question;

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

/// The readings that end otherwise: which questions are turned, and that end.
pub fn other_readings(process: &Process, bids: &[Bid]) -> Vec<(Vec<Question>, Handling)> {
    let now = handle(process, bids);
    let mut found: Vec<(Vec<Question>, Handling)> = Vec::new();
    let mut tried: Vec<Vec<Question>> = BEARING.iter().map(|question| vec![*question]).collect();
    // Q4 and Q5 stand in one line of the annex: taken the other way together, they may say more than each alone.
    tried.push(vec![Question::Recount, Question::Returns]);
    for questions in tried {
        let mut readings = process.readings;
        for question in &questions {
            readings = readings.turned(*question);
        }
        let other = handle(&Process { readings, ..*process }, bids);
        let same = |it: &Handling| it.outcome == other.outcome && it.awardable == other.awardable;
        let told = 1 < questions.len() && found.iter().any(|(_, it)| same(it));
        if !same(&now) && !told {
            found.push((questions, other));
        }
    }
    found
}
