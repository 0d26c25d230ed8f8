//! The rows of the applicability table.

use crate::units::{Citation, Mark, Source};

/// A row of the table: one reason for which the policy is off. In the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// Not competitive.
    NotCompetitive,
    /// Another department buys for itself, and it is not National Defence buying defence supplies.
    OtherDepartment,
    /// Construction that Public Works Canada used to buy.
    Construction,
    /// A category that the former Supply and Services Canada did not buy.
    OtherCategory,
    /// Estimated value below the floor.
    BelowFloor,
    /// Subject to at least one international trade agreement.
    TradeAgreement,
    /// In furtherance of aid to developing countries.
    Aid,
    /// Bought by an office outside Canada.
    OfficeAbroad,
    /// Sourcing mandated by Cabinet.
    Cabinet,
    /// The Buy Canadian policy on suppliers and content takes its place.
    Superseded,
    /// None of these: the policy applies.
    Applies,
}

impl Row {
    /// The ten that switch the policy off.
    pub const OFF: [Row; 10] = [
        Row::NotCompetitive,
        Row::OtherDepartment,
        Row::Construction,
        Row::OtherCategory,
        Row::BelowFloor,
        Row::TradeAgreement,
        Row::Aid,
        Row::OfficeAbroad,
        Row::Cabinet,
        Row::Superseded,
    ];

    /// The number in the table, from 1 to 11.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// What a hit of this row comes to.
    pub const fn outcome(self) -> Outcome {
        match self {
            Row::Applies => Outcome::Applies,
            Row::Superseded => Outcome::Superseded,
            Row::Construction | Row::OtherCategory => Outcome::NormallyNot,
            _ => Outcome::NotApplicable,
        }
    }

    /// Where it is written.
    pub const fn cite(self) -> Citation {
        match self {
            Row::OtherDepartment | Row::Construction | Row::OtherCategory => Source::Sm36.at("2.1"),
            Row::NotCompetitive | Row::BelowFloor | Row::Applies => Source::Sm36.at("2.2"),
            Row::TradeAgreement => Source::Sm36.at("2.2(1)"),
            Row::Aid => Source::Sm36.at("2.2(2)"),
            Row::OfficeAbroad => Source::Sm36.at("2.2(3)"),
            Row::Cabinet => Source::Sm36.at("2.2(4)"),
            Row::Superseded => Source::Bcsc.at("4.3"),
        }
    }

    /// How sure we are.
    pub const fn mark(self) -> Mark {
        Mark::Stated
    }
}

/// What the table comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The policy applies.
    Applies,
    /// It does not.
    NotApplicable,
    /// It normally does not: a warning, never a no.
    NormallyNot,
    /// Another policy takes its place.
    Superseded,
}

impl Outcome {
    /// The word by which files know it.
    pub const fn id(self) -> &'static str {
        match self {
            Outcome::Applies => "applies",
            Outcome::NotApplicable => "not_applicable",
            Outcome::NormallyNot => "normally_not",
            Outcome::Superseded => "superseded",
        }
    }
}
