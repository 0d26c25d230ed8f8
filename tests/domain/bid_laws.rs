//! What holds for every bid, from typed lines to the verdict.

use crate::any::bids;
use crate::bids::{decided, share};
use canadian_content::decide::{BidAnswer, Decision};
use canadian_content::draft::{BasisForm, Draft, FactAnswer, LineForm, LineKind, OriginBy, PlaceForm};
use canadian_content::share::Outcome;
use canadian_content::units::Share;
use proptest::prelude::*;
use proptest::sample::Index;

fn of(draft: &Draft) -> Decision {
    decided(draft).2
}

/// How good an outcome is. Nothing to divide by is never better than anything.
fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Met => 2,
        Outcome::Undetermined => 1,
        Outcome::NotMet | Outcome::NotComputable(_) => 0,
    }
}

/// Each line's name and status, in the order of names.
fn statuses(decision: &Decision) -> Vec<String> {
    let mut lines: Vec<String> = decision
        .lines
        .iter()
        .map(|line| format!("{:?} {:?} {:?}", line.id, line.status, line.part))
        .collect();
    lines.sort();
    lines
}

/// Whether `a` is no more than `b`, compared by multiplication.
fn no_more(a: Option<Share>, b: Option<Share>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a.part().millionths().checked_mul(b.whole().millionths())
                <= b.part().millionths().checked_mul(a.whole().millionths())
        }
        (None, _) => true,
        (Some(_), None) => false,
    }
}

fn foreign(draft: &Draft, price: u32) -> LineForm {
    let mut line = LineForm {
        id: draft.next_line_id(),
        quantity: "1".to_owned(),
        unit_price: format!("{}.{:02}", price / 100, price % 100),
        origin_by: OriginBy::Statement,
        ..LineForm::default()
    };
    line.statement.canadian = FactAnswer::No;
    line
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_lines_does_not_matter(draft in bids(), at in any::<Index>()) {
        let mut turned = draft.clone();
        turned.lines.reverse();
        if !turned.lines.is_empty() {
            let by = at.index(turned.lines.len());
            turned.lines.rotate_left(by);
        }
        let (a, b) = (of(&draft), of(&turned));
        prop_assert_eq!(statuses(&a), statuses(&b));
        match (&a.answer, &b.answer) {
            (BidAnswer::Aggregate { share: x, other_reading: v }, BidAnswer::Aggregate { share: y, other_reading: w }) => {
                prop_assert_eq!((x, v), (y, w));
            }
            (BidAnswer::ItemByItem(x), BidAnswer::ItemByItem(y)) => {
                let sets = |items: &canadian_content::decide::Items| {
                    [&items.canadian, &items.not_canadian, &items.undetermined].map(|list| {
                        list.iter().copied().collect::<std::collections::BTreeSet<_>>()
                    })
                };
                prop_assert_eq!(sets(x), sets(y));
            }
            _ => prop_assert!(false, "the basis changed"),
        }
    }

    #[test]
    fn what_prices_are_counted_in_does_not_matter(draft in bids(), by in 2u32..=1_000) {
        let mut scaled = draft.clone();
        scaled.basis = BasisForm::Aggregate;
        let mut plain = draft;
        plain.basis = BasisForm::Aggregate;
        for line in &mut scaled.lines {
            // Prices and parts have whole cents, and quantities are whole, so nothing is rounded.
            line.unit_price = times(&line.unit_price, by);
            line.parts.iter_mut().for_each(|part| part.amount = times(&part.amount, by));
        }
        let (a, b) = (of(&plain), of(&scaled));
        prop_assert_eq!(share(&a).outcome, share(&b).outcome);
        prop_assert_eq!(share(&a).low.map(Share::shown), share(&b).low.map(Share::shown));
        prop_assert_eq!(share(&a).high.map(Share::shown), share(&b).high.map(Share::shown));
    }

    #[test]
    fn a_foreign_dollar_never_helps(draft in bids(), price in 0u32..=10_000_000) {
        let mut draft = draft;
        draft.basis = BasisForm::Aggregate;
        let mut more = draft.clone();
        let line = foreign(&draft, price);
        more.lines.push(line);
        let (a, b) = (of(&draft), of(&more));
        prop_assert!(rank(share(&b).outcome) <= rank(share(&a).outcome));
        if share(&a).low.is_some() {
            prop_assert!(no_more(share(&b).low, share(&a).low));
            prop_assert!(no_more(share(&b).high, share(&a).high));
        }
    }

    #[test]
    fn hiding_a_line_s_origin_gives_the_same_verdict_or_an_open_one(draft in bids(), at in any::<Index>()) {
        let mut draft = draft;
        draft.basis = BasisForm::Aggregate;
        prop_assume!(!draft.lines.is_empty());
        let mut less = draft.clone();
        let index = at.index(less.lines.len());
        let line = &mut less.lines[index];
        match line.kind {
            LineKind::Good => line.origin_by = OriginBy::Unknown,
            LineKind::Service => line.parts.iter_mut().for_each(|part| part.place = PlaceForm::Unknown),
        }
        let (a, b) = (of(&draft), of(&less));
        let (a, b) = (share(&a), share(&b));
        prop_assert!(b.outcome == a.outcome || b.outcome == Outcome::Undetermined);
        prop_assert!(no_more(b.low, a.low) && no_more(a.high, b.high));
    }

    #[test]
    fn the_parts_of_a_bid_add_up(draft in bids()) {
        let mut draft = draft;
        draft.basis = BasisForm::Aggregate;
        let decision = of(&draft);
        let share = share(&decision);
        let cents = |amount: canadian_content::units::Money| amount.millionths();
        let tally = share.tally;
        prop_assert_eq!(cents(tally.canadian) + cents(tally.undetermined) + cents(tally.other()), cents(tally.total));
        // What is short, turned Canadian, meets; a cent less does not. What is to spare may go; a cent more may not.
        if let (Some(low), false) = (share.low, share.shortfall.is_zero()) {
            let with = |more: i128| Share::of(
                canadian_content::units::Money::from_millionths(cents(low.part()) + more).unwrap_or_default(),
                low.whole(),
            );
            let needed = cents(share.shortfall);
            prop_assert!(with(needed).is_none_or(|it| it.reaches(share.threshold)));
            prop_assert!(with(needed - 10_000).is_none_or(|it| !it.reaches(share.threshold)));
        }
        prop_assert!(share.shortfall.is_zero() || share.slack.is_zero());
        prop_assert_eq!(share.outcome == Outcome::NotMet && share.shortfall.is_zero(), false);
        if let Some((low, high)) = share.low.zip(share.high) {
            prop_assert!(low.shown() <= high.shown());
            if !low.reaches(share.threshold) {
                prop_assert!(low.shown() < share.threshold.get(), "{} is shown though it fails", low.shown());
            }
        }
    }
}

/// An amount with two decimals, so many times over.
fn times(amount: &str, by: u32) -> String {
    let Some((dollars, cents)) = amount.split_once('.') else { return amount.to_owned() };
    let cents = dollars.parse::<u64>().unwrap_or_default() * 100 + cents.parse::<u64>().unwrap_or_default();
    let product = cents * u64::from(by);
    format!("{}.{:02}", product / 100, product % 100)
}
