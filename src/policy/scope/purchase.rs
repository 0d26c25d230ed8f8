//! What is known of a purchase, and its value with taxes that may or may not be in it.

use crate::finding::Finding;
use crate::units::{Day, Money};

/// Who buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buyer {
    /// Public Services and Procurement Canada, for itself or for another department.
    Pspc,
    /// National Defence under its own authority.
    Defence,
    /// Another department under its own authority.
    Other,
}

/// Whether the purchase is aid to developing countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aid {
    /// It is not.
    None,
    /// It is bought in furtherance of such aid.
    Furtherance,
    /// It is bought by the aid department for its own use.
    OwnAccount,
}

/// Whether the sales taxes are in a typed value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taxes {
    /// They are.
    In,
    /// They are not.
    Out,
    /// Nobody has said.
    Unknown,
}

/// Sales taxes in Canada, in percent: GST alone, and the highest of the provinces. From memory; both may change.
const TAXES: (i128, i128) = (5, 15);

/// An estimated value, taxes in, as far as it is known: no less than `low`, no more than `high`, in CAD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The least that it can be.
    pub low: Money,
    /// The most that it can be.
    pub high: Money,
}

impl Value {
    /// The value with taxes, of an amount typed with or without them.
    pub fn of(typed: Money, taxes: Taxes) -> Value {
        let with = |percent: i128| {
            let millionths = typed.millionths() / 100 * (100 + percent);
            // OK because past the largest amount the amount itself stands.
            Money::from_millionths(millionths).unwrap_or(typed)
        };
        match taxes {
            Taxes::In => Value { low: typed, high: typed },
            Taxes::Out => Value { low: with(TAXES.0), high: with(TAXES.1) },
            Taxes::Unknown => Value { low: typed, high: with(TAXES.1) },
        }
    }

    /// Whether it is no less than a threshold. Unknown where the threshold lies between the two.
    pub fn reaches(self, threshold: Money) -> Finding {
        if threshold <= self.low {
            Finding::Yes
        } else if self.high < threshold {
            Finding::No
        } else {
            Finding::Unknown
        }
    }
}

/// What is known of a purchase. Unknown is a fact that nobody has given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Bids are competed.
    pub competitive: Finding,
    /// The buyer's estimate as typed, in CAD.
    pub value: Option<Money>,
    /// Whether taxes are in it.
    pub taxes: Taxes,
    /// Who buys.
    pub buyer: Option<Buyer>,
    /// They are defence supplies.
    pub defence_supplies: Finding,
    /// It is construction that Public Works Canada used to buy.
    pub construction: Finding,
    /// It is of a category that the former Supply and Services Canada bought.
    pub former_category: Finding,
    /// It is covered by at least one international trade agreement.
    pub international: Finding,
    /// Whether it is aid.
    pub aid: Option<Aid>,
    /// An acquisitions office outside Canada buys it.
    pub office_abroad: Finding,
    /// Cabinet mandated its sourcing.
    pub cabinet: Finding,
    /// It is of a strategic sector of the Buy Canadian policy.
    pub sector: Finding,
    /// An exception from that policy was approved.
    pub exception: Finding,
    /// When the solicitation was published.
    pub published: Option<Day>,
}

impl Purchase {
    /// Nothing is known.
    pub const BLANK: Purchase = Purchase {
        competitive: Finding::Unknown,
        value: None,
        taxes: Taxes::Unknown,
        buyer: None,
        defence_supplies: Finding::Unknown,
        construction: Finding::Unknown,
        former_category: Finding::Unknown,
        international: Finding::Unknown,
        aid: None,
        office_abroad: Finding::Unknown,
        cabinet: Finding::Unknown,
        sector: Finding::Unknown,
        exception: Finding::Unknown,
        published: None,
    };

    /// Everything but its value and day is known, and nothing is special: PSPC buys it in competition, taxes in.
    pub const PLAIN: Purchase = Purchase {
        competitive: Finding::Yes,
        value: None,
        taxes: Taxes::In,
        buyer: Some(Buyer::Pspc),
        defence_supplies: Finding::No,
        construction: Finding::No,
        former_category: Finding::Yes,
        international: Finding::No,
        aid: Some(Aid::None),
        office_abroad: Finding::No,
        cabinet: Finding::No,
        sector: Finding::No,
        exception: Finding::No,
        published: None,
    };
}
