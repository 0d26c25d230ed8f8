//! The share against the threshold: exact, inclusive, with what is short or to spare.

use super::tally::{Part, Tally};
use crate::units::{Money, Percent, Share};

/// What the share says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The share is reached, whatever the undecided lines turn out to be.
    Met,
    /// The share is not reached, whatever the undecided lines turn out to be.
    NotMet,
    /// The undecided lines decide.
    Undetermined,
    /// There is nothing to divide by: never a pass.
    NotComputable(WhyNot),
}

/// Why there is no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The bid has no lines.
    NoLines,
    /// The total is zero.
    ZeroTotal,
    /// At least one line has no amount, so there is no total.
    Unpriced,
    /// The total is larger than any amount this program accepts.
    TooLarge,
}

/// The share of a bid, with everything said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareAnswer {
    /// The share asked for.
    pub threshold: Percent,
    /// What it comes to.
    pub outcome: Outcome,
    /// The sums. All zero where they cannot be computed.
    pub tally: Tally,
    /// The share if nothing undecided is Canadian.
    pub low: Option<Share>,
    /// The share if everything undecided is Canadian. Equal to `low` where nothing is undecided.
    pub high: Option<Share>,
    /// CAD that would have to turn Canadian, total unchanged, to reach the threshold from `low`; whole cents, rounded
    /// up. Zero where `low` reaches it.
    pub shortfall: Money,
    /// CAD that may turn non-Canadian, total unchanged, before `low` fails; whole cents, rounded down. Zero where
    /// `low` does not reach the threshold.
    pub slack: Money,
}

/// Weighs the lines against the threshold. `parts` has one entry a line; nothing for a line without an amount.
///
/// Source: SM36 4.3 to 4.5 and 9 step 2: "no less than" the threshold of the total bid price.
pub fn weigh(parts: &[Option<Part>], threshold: Percent) -> ShareAnswer {
    let mut answer = ShareAnswer {
        threshold,
        outcome: Outcome::NotComputable(WhyNot::NoLines),
        tally: Tally::default(),
        low: None,
        high: None,
        shortfall: Money::ZERO,
        slack: Money::ZERO,
    };
    let outcome = weigh_into(&mut answer, parts);
    answer.outcome = outcome.unwrap_or_else(Outcome::NotComputable);
    answer
}

/// The outcome, with the figures that lead to it put into the answer.
fn weigh_into(answer: &mut ShareAnswer, parts: &[Option<Part>]) -> Result<Outcome, WhyNot> {
    if parts.is_empty() {
        return Err(WhyNot::NoLines);
    }
    let mut priced = Vec::new();
    for part in parts {
        priced.push((*part).ok_or(WhyNot::Unpriced)?);
    }
    let tally = Tally::of(&priced).ok_or(WhyNot::TooLarge)?;
    let low = Share::of(tally.canadian, tally.total).ok_or(WhyNot::ZeroTotal)?;
    let high = Share::of(tally.highest(), tally.total).ok_or(WhyNot::ZeroTotal)?;
    let needed = needed(tally.total, answer.threshold);
    answer.shortfall = needed.less(tally.canadian).ceil_cents();
    answer.slack = tally.canadian.less(needed).floor_cents();
    answer.tally = tally;
    (answer.low, answer.high) = (Some(low), Some(high));
    Ok(if low.reaches(answer.threshold) {
        Outcome::Met
    } else if high.reaches(answer.threshold) {
        Outcome::Undetermined
    } else {
        Outcome::NotMet
    })
}

/// The least that must be Canadian, in whole cents, rounded up.
fn needed(total: Money, threshold: Percent) -> Money {
    // Millionths of a dollar times ten-thousandths of a percent; a cent is 10^4 of the one, a whole 10^6 of the other.
    const PER_CENT: i128 = 10_000 * 1_000_000;
    let cents = (total.millionths() * threshold.ten_thousandths() + PER_CENT - 1) / PER_CENT;
    // OK because what is needed is no more than the total rounded up to a cent; at the very limit the total stands.
    Money::from_cents(cents).unwrap_or(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(lines: &[(&str, Option<bool>)], threshold: u8) -> ShareAnswer {
        let part = |(price, canadian): &(&str, Option<bool>)| {
            Money::read(price).ok().map(|p| Part::whole(p, *canadian))
        };
        weigh(&lines.iter().map(part).collect::<Vec<_>>(), Percent::whole(threshold))
    }

    #[test]
    fn the_share_rule_as_a_table() {
        use Outcome::*;
        let (yes, no, open) = (Some(true), Some(false), None);
        type Row<'a> = (&'a [(&'a str, Option<bool>)], Outcome, &'a str, &'a str, &'a str, &'a str);
        let rows: &[Row<'_>] = &[
            (&[("30000", yes), ("18500", no)], NotMet, "61.85", "61.85", "8800.00", "0.00"),
            (&[("45000", yes), ("3500", no)], Met, "92.78", "92.78", "0.00", "6200.00"),
            (
                &[("30000", yes), ("15000", open), ("3500", no)],
                Undetermined,
                "61.85",
                "92.78",
                "8800.00",
                "0.00",
            ),
            (&[("38800", yes), ("9700", no)], Met, "80.00", "80.00", "0.00", "0.00"),
            (&[("38799.99", yes), ("9700.01", no)], NotMet, "79.99", "79.99", "0.01", "0.00"),
            (&[("80", yes), ("5", open), ("15", no)], Met, "80.00", "85.00", "0.00", "0.00"),
            (&[("10", yes), ("5", open), ("85", no)], NotMet, "10.00", "15.00", "70.00", "0.00"),
            (&[("0", yes), ("0.03", no)], NotMet, "0.00", "0.00", "0.03", "0.00"),
        ];
        for (lines, outcome, low, high, shortfall, slack) in rows {
            let got = answer(lines, 80);
            let shown = |share: Option<Share>| share.map(|s| s.shown().to_string()).unwrap_or_default();
            assert_eq!(got.outcome, *outcome, "{lines:?}");
            assert_eq!((shown(got.low).as_str(), shown(got.high).as_str()), (*low, *high), "{lines:?}");
            assert_eq!(
                (got.shortfall.to_string().as_str(), got.slack.to_string().as_str()),
                (*shortfall, *slack),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn nothing_to_divide_by_is_never_a_pass() {
        type Row<'a> = (&'a [(&'a str, Option<bool>)], WhyNot);
        let rows: [Row<'_>; 4] = [
            (&[], WhyNot::NoLines),
            (&[("0", Some(true))], WhyNot::ZeroTotal),
            (&[("10", Some(true)), ("not a price", Some(true))], WhyNot::Unpriced),
            (&[("999999999999999", Some(true)), ("999999999999999", Some(true))], WhyNot::TooLarge),
        ];
        for (lines, why) in rows {
            assert_eq!(answer(lines, 80).outcome, Outcome::NotComputable(why), "{lines:?}");
        }
    }
}
