//! Two ratios that are compared exactly and rounded only to be shown.

use super::money::Money;
use super::percent::{Percent, WHOLE};
use rust_decimal::Decimal;

/// Hundredths of a percent in a whole: percentages are shown with two decimals.
const SHOWN_WHOLE: i128 = 10_000;

/// A part of a total. Invariant: `part <= whole`, and `whole` is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: Money,
    whole: Money,
}

impl Share {
    /// The share, or nothing where the whole is zero or less than the part.
    pub fn of(part: Money, whole: Money) -> Option<Share> {
        (!whole.is_zero() && part <= whole).then_some(Share { part, whole })
    }

    /// The part, in CAD.
    pub fn part(self) -> Money {
        self.part
    }

    /// The whole, in CAD.
    pub fn whole(self) -> Money {
        self.whole
    }

    /// Whether the part is no less than `threshold` of the whole. Multiplies, never divides.
    pub fn reaches(self, threshold: Percent) -> bool {
        self.whole.millionths() * threshold.ten_thousandths() <= self.part.millionths() * WHOLE
    }

    /// The percentage with two decimals, rounded down, so that what is shown never claims more than is there.
    pub fn shown(self) -> Decimal {
        Decimal::from_i128_with_scale(self.hundredths(), 2)
    }

    /// Hundredths of a percent, rounded down.
    pub fn hundredths(self) -> i128 {
        self.part.millionths() * SHOWN_WHOLE / self.whole.millionths()
    }
}

/// A regional value content: what is left of `base` after the non-originating materials, as a part of `base`.
///
/// Source: SOR/2020-155, 7(2) and (3); SOR/94-14, 6(2) and (3). `base` is the transaction value or the net cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    base: Money,
    vnm: Money,
}

impl Content {
    /// The content, or nothing where the base is zero. The materials may be worth more than the base.
    pub fn of(base: Money, vnm: Money) -> Option<Content> {
        (!base.is_zero()).then_some(Content { base, vnm })
    }

    /// Transaction value or net cost, in CAD.
    pub fn base(self) -> Money {
        self.base
    }

    /// Value of non-originating materials, in CAD.
    pub fn vnm(self) -> Money {
        self.vnm
    }

    /// Whether the content is no less than `needed`. Multiplies, never divides.
    pub fn reaches(self, needed: Percent) -> bool {
        self.base.millionths() * needed.ten_thousandths()
            <= (self.base.millionths() - self.vnm.millionths()) * WHOLE
    }

    /// The percentage with two decimals, rounded down; below zero where the materials outweigh the base.
    pub fn shown(self) -> Decimal {
        let left = self.base.millionths() - self.vnm.millionths();
        Decimal::from_i128_with_scale((left * SHOWN_WHOLE).div_euclid(self.base.millionths()), 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::read(text).expect("an amount of the table")
    }

    #[test]
    fn the_boundary_is_inclusive_and_a_failing_share_is_shown_rounded_down() {
        let eighty = Percent::whole(80);
        let rows = [
            ("38800.00", "48500.00", true, "80.00"),
            ("38799.99", "48500.00", false, "79.99"),
            ("30000.00", "48500.00", false, "61.85"),
            ("7.95", "10.00", false, "79.50"),
        ];
        for (part, whole, met, shown) in rows {
            let share = Share::of(money(part), money(whole)).expect("a share of the table");
            assert_eq!(
                (share.reaches(eighty), share.shown().to_string().as_str()),
                (met, shown),
                "{part} of {whole}"
            );
        }
    }

    #[test]
    fn content_may_be_negative_and_is_rounded_down() {
        let content = Content::of(money("100"), money("150")).expect("a base");
        assert_eq!(content.shown().to_string(), "-50.00");
        assert!(!content.reaches(Percent::whole(1)));
        let content = Content::of(money("24"), money("15.75")).expect("a base");
        assert_eq!(content.shown().to_string(), "34.37");
    }

    #[test]
    fn the_largest_amounts_compare_without_overflow() {
        let top = money("999999999999999.999999");
        assert!(Share::of(top, top).expect("a share").reaches(Percent::whole(100)));
    }
}
