//! The Canadian value-added of a bid, as the Buy Canadian policy counts it, as far as the facts of the bid tell.

use super::bid::{Counts, Decision, LineDecision, LineStatus};
use crate::case::{Bid, LineId, Offer};
use crate::units::Money;

/// The value-added of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// At least so much, in CAD.
    pub least: Money,
    /// Whether it is exactly that.
    pub known: bool,
}

impl Added {
    const NONE: Added = Added { least: Money::ZERO, known: true };
}

/// The value-added of a line: a Canadian good whole, of a service the portion performed by individuals based in Canada, of
/// any other good what is `typed` (the portion produced in Canada, or the selling price less the dutiable value of what
/// was imported). `today`: origin was judged by the rules of CUSMA, which the Buy Canadian policy names. Nothing for a
/// line without a price. Source: BCSC, definition of Canadian value-added.
pub fn added(bid: &Bid, line: &LineDecision, typed: Option<Money>, today: bool) -> Option<Added> {
    let part = line.part?;
    if line.counts != Counts::AsItself {
        return Some(Added::NONE);
    }
    let offer = bid.lines.iter().find(|it| it.id == line.id).map(|it| &it.offer);
    if let Some(Offer::Service(_)) = offer {
        return Some(Added { least: part.canadian(), known: part.undetermined().is_zero() });
    }
    Some(match (line.status, typed.filter(|typed| *typed <= part.price())) {
        (LineStatus::Canadian, _) if today => Added { least: part.price(), known: true },
        (_, Some(typed)) => Added { least: typed, known: true },
        (_, None) => Added { least: Money::ZERO, known: part.price().is_zero() },
    })
}

/// The sum over all lines. Nothing while a line has no price.
pub fn all_added(
    bid: &Bid,
    decision: &Decision,
    typed: &dyn Fn(LineId) -> Option<Money>,
    today: bool,
) -> Option<Added> {
    let mut sum = Added::NONE;
    for line in &decision.lines {
        let one = added(bid, line, typed(line.id), today)?;
        sum = Added { least: sum.least.plus(one.least)?, known: sum.known && one.known };
    }
    Some(sum)
}
