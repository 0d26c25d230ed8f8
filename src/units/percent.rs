//! A percentage as a rule or a solicitation states it.

use super::decimal::{DecimalProblem, read_decimal, write_decimal};
use rust_decimal::Decimal;
use std::fmt;

/// More than zero, at most one hundred, at most four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(Decimal);

impl Percent {
    /// A whole percentage known when the program is written. Clamped to 1..=100, so that it cannot fail.
    pub const fn whole(value: u8) -> Percent {
        let value = if value == 0 {
            1
        } else if value > 100 {
            100
        } else {
            value
        };
        Percent(Decimal::from_parts(value as u32, 0, 0, false, 0))
    }

    /// Tenths of a percent known when the program is written: 625 is 62.5 %. Clamped to 1..=1000.
    pub const fn tenths(value: u16) -> Percent {
        let value = if value == 0 {
            1
        } else if value > 1000 {
            1000
        } else {
            value
        };
        if value % 10 == 0 {
            return Percent::whole((value / 10) as u8);
        }
        Percent(Decimal::from_parts(value as u32, 0, 0, false, 1))
    }

    /// The percentage, if it lies within the bounds of the type.
    pub fn new(value: Decimal) -> Result<Percent, DecimalProblem> {
        let value = value.normalize();
        if value.is_zero() {
            return Err(DecimalProblem::Zero);
        }
        if value.is_sign_negative() {
            return Err(DecimalProblem::Negative);
        }
        if value > Decimal::ONE_HUNDRED {
            return Err(DecimalProblem::TooLarge);
        }
        if value.scale() > 4 {
            return Err(DecimalProblem::TooPrecise);
        }
        Ok(Percent(value))
    }

    /// Reads canonical writing: digits and at most one point.
    pub fn read(text: &str) -> Result<Percent, DecimalProblem> {
        read_decimal(text).and_then(Percent::new)
    }

    /// So many percentage points more, one hundred at most.
    #[must_use]
    pub fn more(self, points: u8) -> Percent {
        Percent((self.0 + Decimal::from(points)).min(Decimal::ONE_HUNDRED).normalize())
    }

    /// The plain number, between zero and one hundred.
    pub fn get(self) -> Decimal {
        self.0
    }

    /// Ten-thousandths of a percent, the unit in which every percentage is whole: 80 % is 800,000.
    pub fn ten_thousandths(self) -> i128 {
        let mut value = self.0;
        value.rescale(4);
        value.mantissa()
    }
}

/// One hundred percent in ten-thousandths of a percent.
pub(super) const WHOLE: i128 = 1_000_000;

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_decimal(self.0))
    }
}
