//! Canadian dollars, and how many of a thing.

use super::decimal::{DecimalProblem, exact_product, read_decimal, write_decimal};
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;

/// A Canadian-dollar amount: zero or more, under one quadrillion, at most six decimals.
///
/// Six, because a bought screw costs fractions of a cent and enters the value of materials unrounded.
/// Within these bounds every sum of amounts fits `Decimal` and every comparison fits 128 bits, so nothing rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

/// How many units a line offers: more than zero, under one trillion, at most six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(Decimal);

const DECIMALS: u32 = 6;
/// Millionths of a dollar in a cent.
const PER_CENT: i128 = 10_000;
/// One quadrillion dollars.
const MONEY_LIMIT: u64 = 1_000_000_000_000_000;
/// One trillion units.
const QUANTITY_LIMIT: u64 = 1_000_000_000_000;

fn bounded(value: Decimal, limit: u64) -> Result<Decimal, DecimalProblem> {
    let value = value.normalize();
    if value.is_sign_negative() && !value.is_zero() {
        return Err(DecimalProblem::Negative);
    }
    if value.scale() > DECIMALS {
        return Err(DecimalProblem::TooPrecise);
    }
    if value >= Decimal::from(limit) {
        return Err(DecimalProblem::TooLarge);
    }
    Ok(value)
}

impl Money {
    /// No dollars at all.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// The largest amount: one millionth of a dollar under one quadrillion.
    pub const LARGEST: Money = Money(Decimal::from_parts(0xDE9F_FFFF, 0x35C9_ADC5, 0x36, false, DECIMALS));

    /// Whole dollars known when the program is written.
    pub const fn dollars(dollars: u32) -> Money {
        Money(Decimal::from_parts(dollars, 0, 0, false, 0))
    }

    /// The amount, if it lies within the bounds of the type.
    pub fn new(value: Decimal) -> Result<Money, DecimalProblem> {
        bounded(value, MONEY_LIMIT).map(Money)
    }

    /// Whole cents as an amount.
    pub fn from_cents(cents: i128) -> Result<Money, DecimalProblem> {
        let value = Decimal::try_from_i128_with_scale(cents, 2).map_err(|_| DecimalProblem::TooLarge)?;
        Money::new(value)
    }

    /// Reads canonical writing: digits and at most one point.
    pub fn read(text: &str) -> Result<Money, DecimalProblem> {
        read_decimal(text).and_then(Money::new)
    }

    /// The plain number of dollars.
    pub fn get(self) -> Decimal {
        self.0
    }

    /// Whether there is nothing of it.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The sum, or nothing where it leaves the bounds of the type.
    pub fn plus(self, other: Money) -> Option<Money> {
        // In whole millionths: a sum of two bounded amounts fits, and nothing is rounded.
        Money::from_millionths(self.millionths() + other.millionths()).ok()
    }

    /// What is left after taking `other` away, and zero where `other` is more.
    pub fn less(self, other: Money) -> Money {
        // OK because the difference is no more than this amount.
        Money::from_millionths((self.millionths() - other.millionths()).max(0)).unwrap_or(self)
    }

    /// The sum of all, or nothing where it leaves the bounds of the type.
    pub fn sum(amounts: impl IntoIterator<Item = Money>) -> Option<Money> {
        amounts.into_iter().try_fold(Money::ZERO, Money::plus)
    }

    /// Millionths of a dollar, the unit in which every amount is whole.
    pub fn millionths(self) -> i128 {
        let mut value = self.0;
        value.rescale(DECIMALS);
        value.mantissa()
    }

    /// An amount from millionths of a dollar.
    pub fn from_millionths(millionths: i128) -> Result<Money, DecimalProblem> {
        let value =
            Decimal::try_from_i128_with_scale(millionths, DECIMALS).map_err(|_| DecimalProblem::TooLarge)?;
        Money::new(value)
    }

    /// Rounded down to the cent, for showing what is there.
    pub fn floor_cents(self) -> Money {
        self.in_cents(self.millionths() / PER_CENT)
    }

    /// Rounded up to the cent, for showing what is missing. The last cent below the limit stays as it is.
    pub fn ceil_cents(self) -> Money {
        self.in_cents((self.millionths() + PER_CENT - 1) / PER_CENT)
    }

    fn in_cents(self, cents: i128) -> Money {
        Money::from_cents(cents).unwrap_or(self)
    }

    /// Price times quantity, rounded to the cent, halves up.
    pub fn extended(self, quantity: Quantity) -> Result<Money, DecimalProblem> {
        let product = exact_product(self.0, quantity.0).ok_or(DecimalProblem::TooLarge)?;
        Money::new(product.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}

impl fmt::Display for Money {
    /// Canonical writing with at least two decimals, as saved files carry it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut value = self.0;
        if value.scale() < 2 {
            value.rescale(2);
        }
        f.write_str(&write_decimal(value))
    }
}

impl Quantity {
    /// The quantity, if it lies within the bounds of the type.
    pub fn new(value: Decimal) -> Result<Quantity, DecimalProblem> {
        let value = bounded(value, QUANTITY_LIMIT)?;
        if value.is_zero() {
            return Err(DecimalProblem::Zero);
        }
        Ok(Quantity(value))
    }

    /// Reads canonical writing: digits and at most one point.
    pub fn read(text: &str) -> Result<Quantity, DecimalProblem> {
        read_decimal(text).and_then(Quantity::new)
    }

    /// The plain number.
    pub fn get(self) -> Decimal {
        self.0
    }

    /// A quantity from millionths.
    pub fn from_millionths(millionths: i128) -> Result<Quantity, DecimalProblem> {
        let value =
            Decimal::try_from_i128_with_scale(millionths, DECIMALS).map_err(|_| DecimalProblem::TooLarge)?;
        Quantity::new(value)
    }

    /// Millionths, in which every quantity is whole.
    pub fn millionths(self) -> i128 {
        let mut value = self.0;
        value.rescale(DECIMALS);
        value.mantissa()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_amount_is_the_last_one_within_the_bounds() {
        assert_eq!(Money::from_millionths(10_i128.pow(21) - 1), Ok(Money::LARGEST));
        assert!(Money::from_millionths(10_i128.pow(21)).is_err());
    }

    #[test]
    fn an_amount_is_rounded_to_the_cent_halves_up() {
        let rows = [
            ("150", "100", "15000.00"),
            ("0.333333", "3", "1.00"),
            ("0.005", "1", "0.01"),
            ("0.004999", "1", "0.00"),
        ];
        for (price, quantity, amount) in rows {
            let price = Money::read(price).expect("a price of the table");
            let quantity = Quantity::read(quantity).expect("a quantity of the table");
            assert_eq!(price.extended(quantity).map(|m| m.to_string()).as_deref(), Ok(amount));
        }
    }

    #[test]
    fn absurd_amounts_are_refused_not_rounded() {
        assert_eq!(Money::read("1000000000000000"), Err(DecimalProblem::TooLarge));
        assert_eq!(Money::read("0.0000001"), Err(DecimalProblem::TooPrecise));
        assert_eq!(Money::read("-0.01"), Err(DecimalProblem::Negative));
        assert_eq!(Quantity::read("0"), Err(DecimalProblem::Zero));
        let price = Money::read("999999999999999.999999").expect("just under the limit");
        let quantity = Quantity::read("999999999999.999999").expect("just under the limit");
        assert_eq!(price.extended(quantity), Err(DecimalProblem::TooLarge));
    }
}
