//! A bid: priced lines, and how the solicitation asks for Canadian content.

use super::good::Good;
use super::service::ServicePart;
use crate::units::{Day, Money, Percent};

/// Names a line within one bid, for as long as the draft lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(pub u32);

/// A bid and what the solicitation says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bid {
    /// The priced lines, in the order of the bid.
    pub lines: Vec<Line>,
    /// All lines together, or each on its own. The officer chooses it, never the bidder.
    pub basis: Basis,
    /// The share that the solicitation asks for.
    pub threshold: Percent,
    /// The day for which dated rules are read: closing day if known, else the day of asking.
    pub day: Day,
}

/// How several lines are certified. Source: SM36 4.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The share of the total bid price decides.
    Aggregate,
    /// Each item is certified by itself; there is no share.
    ItemByItem,
}

/// A priced line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name within the bid.
    pub id: LineId,
    /// Quantity times unit price, rounded to the cent. Nothing while one of them is missing or cannot be read.
    pub amount: Option<Money>,
    /// What is offered.
    pub offer: Offer,
    /// What it is to the total bid price.
    pub role: Role,
}

/// What a line is to the total bid price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Offered and evaluated.
    Offered,
    /// Freight, installation or training priced apart, and the good it belongs to, where that is said (Q11).
    Apart(Option<LineId>),
    /// An alternative or option that is not evaluated (Q12).
    Option,
    /// GST or HST, written as a line (Q10).
    Tax,
}

/// What a line offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A good, and how its origin is known.
    Good(GoodOrigin),
    /// A service, split by who provides it. Empty: nobody has said.
    Service(Vec<ServicePart>),
}

/// How the origin of a good is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoodOrigin {
    /// Judged by the rules of origin.
    ByRules(Box<Good>),
    /// Stated by the user, who answers for it.
    Stated {
        /// Whether the good is stated to be Canadian.
        canadian: bool,
        /// What the statement rests on.
        basis: StatedBasis,
    },
    /// Nobody has said.
    Unknown,
}

/// What a statement about origin rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedBasis {
    /// Made wholly in Canada, of Canadian materials. Source: SM36 3.2.
    WhollyProduced,
    /// A statement of the supplier or producer.
    SupplierStatement,
    /// Anything else, explained in the note.
    Other,
}
