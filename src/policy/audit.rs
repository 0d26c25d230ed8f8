//! What an auditor asks, and what is held or missing.

use crate::units::{Citation, Source};

/// Something an auditor asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The certificate as sent, with the day.
    Certificate,
    /// The priced lines that add up to the total bid price.
    Prices,
    /// The worksheet with the version of the rules.
    Worksheet,
    /// Statements of origin from suppliers.
    SupplierStatements,
    /// The bill of materials with codes and values.
    Materials,
    /// The reasoning for the tariff codes.
    TariffReasoning,
    /// Proof of the value of materials.
    Values,
    /// The answer of the textiles division.
    TextileAnswer,
    /// Where each individual is based.
    WhereBased,
    /// The payroll location.
    Payroll,
    /// Who provides which part of the price.
    Parts,
    /// Call-ups or deliveries match what was certified.
    Deliveries,
}

/// What a bid holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Goods.
    pub goods: bool,
    /// Services.
    pub services: bool,
    /// Textiles.
    pub textiles: bool,
    /// It is awarded and being delivered.
    pub awarded: bool,
}

impl Item {
    /// All, in the order in which they are asked.
    pub const ALL: [Item; 12] = [
        Item::Certificate,
        Item::Prices,
        Item::Worksheet,
        Item::SupplierStatements,
        Item::Materials,
        Item::TariffReasoning,
        Item::Values,
        Item::TextileAnswer,
        Item::WhereBased,
        Item::Payroll,
        Item::Parts,
        Item::Deliveries,
    ];

    /// A short name for files and fields.
    pub const fn id(self) -> &'static str {
        match self {
            Item::Certificate => "certificate",
            Item::Prices => "prices",
            Item::Worksheet => "worksheet",
            Item::SupplierStatements => "statements",
            Item::Materials => "materials",
            Item::TariffReasoning => "tariff",
            Item::Values => "values",
            Item::TextileAnswer => "textile",
            Item::WhereBased => "where",
            Item::Payroll => "payroll",
            Item::Parts => "parts",
            Item::Deliveries => "deliveries",
        }
    }

    /// Whether it is asked of such a bid.
    pub const fn asked_of(self, bid: Holds) -> bool {
        match self {
            Item::Certificate | Item::Prices | Item::Worksheet => true,
            Item::SupplierStatements | Item::Materials | Item::TariffReasoning | Item::Values => bid.goods,
            Item::TextileAnswer => bid.textiles,
            Item::WhereBased | Item::Payroll | Item::Parts => bid.services,
            Item::Deliveries => bid.awarded,
        }
    }

    /// Where the duty or the test behind it is written. The list itself is an inference.
    pub const fn cite(self) -> Citation {
        match self {
            Item::Certificate => Source::Sm36.at("5.1"),
            Item::Prices => Source::Sm36.at("4.3"),
            Item::Worksheet | Item::Deliveries => Source::M3060c.whole(),
            Item::SupplierStatements | Item::Materials | Item::Values => Source::A3050t.at("1"),
            Item::TariffReasoning => Source::Sm36.at("9.4"),
            Item::TextileAnswer => Source::Sm36.at("3.4"),
            Item::WhereBased | Item::Payroll | Item::Parts => Source::Sm36.at("3.3"),
        }
    }
}

/// A line of a bid, as an auditor sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// A good that the rules of origin judge.
    ByRules {
        /// Of chapters 50 to 63.
        textile: bool,
    },
    /// A good whose origin somebody states.
    Stated,
    /// A good of which nobody has said anything.
    Unknown,
    /// A service.
    Service,
}

impl Record {
    /// What is asked for one such line.
    pub const fn items(self) -> &'static [Item] {
        const BY_RULES: [Item; 5] = [
            Item::SupplierStatements,
            Item::Materials,
            Item::TariffReasoning,
            Item::Values,
            Item::TextileAnswer,
        ];
        match self {
            Record::ByRules { textile: true } => &BY_RULES,
            Record::ByRules { textile: false } => BY_RULES.split_at(4).0,
            Record::Stated | Record::Unknown => &[Item::SupplierStatements],
            Record::Service => &[Item::WhereBased, Item::Payroll, Item::Parts],
        }
    }
}

impl Item {
    /// Whether it is asked once for the whole bid, not line by line.
    pub const fn is_of_bid(self) -> bool {
        matches!(self, Item::Certificate | Item::Prices | Item::Worksheet | Item::Deliveries)
    }
}
