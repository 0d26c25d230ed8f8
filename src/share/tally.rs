//! Adding up the lines.

use crate::units::Money;

/// What one line brings: its price, and what of it is Canadian or undecided.
///
/// Invariant kept by `Part::new`: the two together are no more than the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    price: Money,
    canadian: Money,
    undetermined: Money,
}

impl Part {
    /// The part, or nothing where Canadian and undecided together are more than the price.
    pub fn new(price: Money, canadian: Money, undetermined: Money) -> Option<Part> {
        let known = canadian.plus(undetermined)?;
        (known <= price).then_some(Part { price, canadian, undetermined })
    }

    /// All of the price is Canadian, none of it is, or nobody knows.
    pub fn whole(price: Money, canadian: Option<bool>) -> Part {
        let zero = Money::ZERO;
        match canadian {
            Some(true) => Part { price, canadian: price, undetermined: zero },
            Some(false) => Part { price, canadian: zero, undetermined: zero },
            None => Part { price, canadian: zero, undetermined: price },
        }
    }

    /// The price, in CAD.
    pub fn price(self) -> Money {
        self.price
    }

    /// What of it is Canadian, in CAD.
    pub fn canadian(self) -> Money {
        self.canadian
    }

    /// What of it nobody has decided, in CAD.
    pub fn undetermined(self) -> Money {
        self.undetermined
    }
}

/// The sums over all lines, in CAD. Order does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// The total bid price.
    pub total: Money,
    /// What is Canadian.
    pub canadian: Money,
    /// What nobody has decided.
    pub undetermined: Money,
}

impl Tally {
    /// The sums, or nothing where the total is past every bound.
    pub fn of(parts: &[Part]) -> Option<Tally> {
        let mut tally = Tally::default();
        for part in parts {
            tally.total = tally.total.plus(part.price)?;
            tally.canadian = tally.canadian.plus(part.canadian)?;
            tally.undetermined = tally.undetermined.plus(part.undetermined)?;
        }
        Some(tally)
    }

    /// What is Canadian if everything undecided turns out to be.
    pub fn highest(&self) -> Money {
        // OK because both are parts of the total, which is within bounds.
        self.canadian.plus(self.undetermined).unwrap_or(self.total)
    }

    /// What is certain not to be Canadian.
    pub fn other(&self) -> Money {
        self.total.less(self.highest())
    }
}
