//! The ideas of Canadian content that are easily mixed up, and what each asks of the same bid.

use crate::finding::Finding;
use crate::units::{Citation, Mark, Source};

/// An idea of Canadian content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// The Canadian Content Policy.
    CanadianContent,
    /// Origin under CUSMA itself, for customs.
    Cusma,
    /// The Buy Canadian policy on suppliers and content.
    BuyCanadian,
    /// The claim "Made in Canada".
    MadeInCanada,
    /// The claim "Product of Canada".
    ProductOfCanada,
}

impl Regime {
    /// All.
    pub const ALL: [Regime; 5] = [
        Regime::CanadianContent,
        Regime::Cusma,
        Regime::BuyCanadian,
        Regime::MadeInCanada,
        Regime::ProductOfCanada,
    ];

    /// Where it is written. The two label claims stand as law firms quote the guidelines.
    pub const fn cite(self) -> Citation {
        match self {
            Regime::CanadianContent => Source::Sm36.at("3"),
            Regime::Cusma => Source::Sor2020155.at("3"),
            Regime::BuyCanadian => Source::Bcsc.whole(),
            Regime::MadeInCanada => Source::Cbpc.at("3.2.2"),
            Regime::ProductOfCanada => Source::Cbpc.at("3.2.1"),
        }
    }

    /// How sure we are of its figures.
    pub const fn mark(self) -> Mark {
        match self {
            Regime::MadeInCanada | Regime::ProductOfCanada => Mark::Inferred,
            _ => Mark::Stated,
        }
    }
}

/// The four conditions of a Canadian supplier, all of them. Source: BCSC, definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// A permanent, named place of business in Canada, open in business hours; each member of a joint venture.
    pub place: Finding,
    /// Registered, and filing taxes.
    pub taxes: Finding,
    /// A registered address with staff or daily activity.
    pub address: Finding,
    /// No subcontracting that leaves little value-added in Canada.
    pub work: Finding,
}

impl Supplier {
    /// Whether it is a Canadian supplier.
    pub fn is_canadian(&self) -> Finding {
        Finding::all([self.place, self.taxes, self.address, self.work])
    }
}
