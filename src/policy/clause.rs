//! Which clause numbers belong to a requirement, and how sure the pairing is.

use crate::units::{Citation, Source};

/// What is being bought with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// A contract, through a bid.
    Bid,
    /// A standing offer, through a request for standing offers.
    StandingOffer,
}

/// How the solicitation is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Only Canadian goods and services.
    Solely,
    /// Only Canadian ones if enough are certified.
    Conditionally,
    /// To all.
    Open,
}

/// What is required, and how it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// One good.
    OneGood,
    /// Several goods, each on its own.
    GoodsByItem,
    /// Several goods together.
    GoodsTogether,
    /// One service.
    OneService,
    /// Several services.
    Services,
    /// Goods and services.
    Mix,
    /// Textiles.
    Textiles,
}

impl Requirement {
    /// Every kind, in the order of the forms of certification.
    pub const ALL: [Requirement; 7] = [
        Requirement::OneGood,
        Requirement::GoodsTogether,
        Requirement::GoodsByItem,
        Requirement::OneService,
        Requirement::Services,
        Requirement::Mix,
        Requirement::Textiles,
    ];

    /// The paragraph of A3050T that is its test. Nothing for textiles, whose rule is not published.
    pub const fn paragraph(self) -> Option<&'static str> {
        match self {
            Requirement::OneGood => Some("1"),
            Requirement::OneService => Some("2"),
            Requirement::GoodsTogether => Some("3(a)"),
            Requirement::GoodsByItem => Some("3(b)"),
            Requirement::Services => Some("4"),
            Requirement::Mix => Some("5"),
            Requirement::Textiles => None,
        }
    }
}

/// How sure the pairing of requirement and number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// A source states it.
    Sourced,
    /// From memory, unchecked: to be shown as such.
    Memory,
    /// Not known.
    Unknown,
    /// There is no certification.
    None,
}

impl Pairing {
    /// The word by which files know it.
    pub const fn id(self) -> &'static str {
        match self {
            Pairing::Sourced => "sourced",
            Pairing::Memory => "memory",
            Pairing::Unknown => "unknown",
            Pairing::None => "none",
        }
    }
}

/// The clauses of a solicitation and of its award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clauses {
    /// The certification.
    pub certification: Option<&'static str>,
    /// What goes with it.
    pub with: &'static [&'static str],
    /// What the award carries if it rests on meeting the definition.
    pub award: Option<&'static str>,
    /// How sure the pairing of the certification is.
    pub pairing: Pairing,
}

impl Clauses {
    /// Where the numbers stand.
    pub const fn cite(self) -> Citation {
        match self.pairing {
            Pairing::Sourced => Source::Sm36.at("5.1"),
            Pairing::Memory | Pairing::Unknown => Source::Sm36.at("4.8"),
            Pairing::None => Source::Sm36.at("4.10"),
        }
    }
}

/// A requirement with its certifications: solely limited, then conditionally; for a bid, then for standing offers.
struct Numbers {
    requirement: Requirement,
    solely: [&'static str; 2],
    conditionally: [&'static str; 2],
    pairing: Pairing,
}

const fn numbers(
    requirement: Requirement,
    solely: [&'static str; 2],
    conditionally: [&'static str; 2],
    pairing: Pairing,
) -> Numbers {
    Numbers { requirement, solely, conditionally, pairing }
}

/// That the numbers exist is stated (SM36 4.8, 4.9); which requirement each serves, only for items (SM36 5.1).
const NUMBERS: [Numbers; 7] = [
    numbers(Requirement::OneGood, ["A3051T", "M3051T"], ["A3061T", "M3061T"], Pairing::Memory),
    numbers(Requirement::GoodsByItem, ["A3052T", "M3052T"], ["A3062T", "M3062T"], Pairing::Sourced),
    numbers(Requirement::GoodsTogether, ["A3053T", "M3053T"], ["A3063T", "M3063T"], Pairing::Memory),
    numbers(Requirement::OneService, ["A3055T", "M3055T"], ["A3065T", "M3065T"], Pairing::Memory),
    numbers(Requirement::Mix, ["A3056T", "M3056T"], ["A3066T", "M3066T"], Pairing::Memory),
    numbers(Requirement::Services, ["A3059T", "M3059T"], ["A3069T", "M3069T"], Pairing::Unknown),
    numbers(Requirement::Textiles, ["A3059T", "M3059T"], ["A3069T", "M3069T"], Pairing::Unknown),
];

/// The clauses for a requirement. Source: SM36 4.8, 4.9, 5.1, 5.2.2, 6.
pub fn clauses(instrument: Instrument, limit: Limit, requirement: Requirement) -> Clauses {
    let none = Clauses { certification: None, with: &[], award: None, pairing: Pairing::None };
    let (at, award) = match instrument {
        Instrument::Bid => (0, "A3060C"),
        Instrument::StandingOffer => (1, "M3060C"),
    };
    let Some(row) = NUMBERS.iter().find(|row| row.requirement == requirement) else { return none };
    let (numbers, with): (_, &[&str]) = match limit {
        Limit::Open => return none,
        Limit::Solely => (row.solely, &["A3050T"]),
        Limit::Conditionally => (row.conditionally, &["A3050T", "A3070T"]),
    };
    Clauses { certification: Some(numbers[at]), with, award: Some(award), pairing: row.pairing }
}
