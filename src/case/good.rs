//! A good and the materials that went into it, as far as they are known. All values are for one unit of the good.

use super::answers::Answers;
use crate::units::{HsCode, Money};

/// Names a material within one good, for as long as the draft lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaterialId(pub u32);

/// A good whose origin the rules decide.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Good {
    /// Its code in the edition of the rule set.
    pub code: Option<HsCode>,
    /// Whether its last production takes place in Canada.
    pub made_in_canada: Option<bool>,
    /// What the producer sells one unit for, adjusted to exclude shipment abroad, in CAD.
    pub transaction_value: Option<Money>,
    /// Total cost less what the net cost method leaves out, for one unit, in CAD.
    pub net_cost: Option<Money>,
    /// All costs of one unit, in CAD: the other base of de minimis.
    pub total_cost: Option<Money>,
    /// The method that the producer has chosen for the content test. Nothing: either will do.
    pub method: Option<Method>,
    /// Materials that do not, or may not, originate in Canada. Order does not matter.
    pub materials: Vec<Material>,
    /// Whether somebody said that the list above holds every material not made in Canada.
    pub all_listed: bool,
    /// Answers to questions about descriptions, uses, items and conditions.
    pub answers: Answers,
}

/// How regional value content is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// On the transaction value.
    TransactionValue,
    /// On the net cost.
    NetCost,
}

/// A material of the good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Its name within the good.
    pub id: MaterialId,
    /// Its code in the edition of the rule set.
    pub code: Option<HsCode>,
    /// Its value as the rule set counts it, in one unit of the good, in CAD.
    pub value: Option<Money>,
    /// Where it originates.
    pub origin: MaterialOrigin,
    /// How it stands to the good, where somebody said.
    pub relation: Option<Relation>,
}

/// Where a material originates, with Canada as the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaterialOrigin {
    /// Not in Canada, or there is no evidence that it does. Materials of the United States and Mexico stand here.
    NonOriginating,
    /// In Canada: somebody says so and answers for it.
    Originating,
    /// Still being found out.
    Unknown,
}

/// How a material stands to the good that it goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is a part of the good, and the good is not itself a part.
    Part,
    /// It came in as the good, not yet put together.
    Unassembled,
    /// Neither: the unfinished good itself, or a material to be worked.
    Neither,
}
