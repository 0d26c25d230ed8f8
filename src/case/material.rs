//! A material of a good: what it is, what it costs, where it comes from and, where it was made in Canada, of what.

use super::good::Good;
use crate::units::{HsCode, Money, Quantity};

/// Names a material within one good, however deep it lies, for as long as the draft lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct MaterialId(pub u32);

/// A material of the good.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Material {
    /// Its name within the good.
    pub id: MaterialId,
    /// Its code.
    pub code: Option<HsCode>,
    /// What is paid for it in one unit of the good, in CAD; of a material of the producer's own, what it costs.
    pub value: Option<Money>,
    /// What it takes to bring it in and work it up, where that was given.
    pub charges: Option<Box<Charges>>,
    /// Where it originates. Of a material that was made as `made` says, its own rule decides instead.
    pub origin: MaterialOrigin,
    /// How it stands to the good, where somebody said.
    pub relation: Option<Relation>,
    /// What it is for.
    pub purpose: Purpose,
    /// Its weight in one unit of the good, in the unit in which the good is weighed. Textiles only.
    pub weight: Option<Quantity>,
    /// Whether it is of elastomeric fibre or yarn. Textiles only.
    pub elastomeric: bool,
    /// Whether it is in the component that settles how the good is classified. Textiles of chapters 61 to 63 only.
    pub in_component: Option<bool>,
    /// How it was made in Canada. Then its own rule and its own materials decide.
    pub made: Option<Box<Made>>,
}

/// Where a material originates, with Canada as the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MaterialOrigin {
    /// Not in Canada, or there is no evidence that it does. Materials of the United States and Mexico stand here.
    #[default]
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

/// What a material is for. Source: SOR/2020-155, 4, 8(13) to (27); SOR/94-14, 7(11) to (19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Purpose {
    /// It is in the good.
    #[default]
    Material,
    /// Used in making, testing or inspecting the good and not in it: energy, tools, lubricants.
    Indirect,
    /// Packing for shipment.
    Packing,
    /// Packaging for retail sale that is classified with the good.
    Packaging,
    /// Accessories, spare parts, tools or instructions: delivered with the good, customary, not invoiced apart.
    Accessory,
    /// Recovered in Canada from a good taken apart, and built into a remanufactured good.
    Recovered,
}

/// What comes on top of the price of a material. Source: SOR/2020-155, 8(2) and (3); SOR/94-14, 7(1)(c) to (e).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Charges {
    /// Freight, insurance, packing and other costs of bringing it to the producer.
    pub freight: Option<Money>,
    /// Duties and taxes that are not recovered.
    pub duty: Option<Money>,
    /// Brokerage.
    pub brokerage: Option<Money>,
    /// Waste and spoilage, less the value of reusable scrap.
    pub waste: Option<Money>,
    /// Whether the value of the material holds them already.
    pub included: Option<bool>,
    /// Whether documents show them.
    pub documented: Option<bool>,
    /// Whether the producer of the good imported the material: else it was bought in Canada.
    pub imported: Option<bool>,
}

/// How a material was made in Canada.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// By whom, and what follows from it.
    pub by: Maker,
    /// What is known of it as a good: values, materials. Its code and the answers about it are those of the material.
    pub good: Good,
}

/// Who made a material in Canada.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// Somebody else, from whom it was bought: it counts as a whole.
    Supplier,
    /// Somebody else, whose work is accumulated with that of the producer: what went into it counts instead.
    /// Source: SOR/2020-155, 9; SOR/94-14, 14.
    Accumulated,
    /// The producer of the good.
    Own {
        /// Whether it is designated as an intermediate material. Source: SOR/2020-155, 8(6); SOR/94-14, 7(4).
        intermediate: bool,
    },
}

impl Charges {
    /// All of them together. Nothing where the sum leaves the bounds of an amount.
    pub fn sum(&self) -> Option<Money> {
        let mut sum = Money::ZERO;
        for charge in [self.freight, self.duty, self.brokerage, self.waste] {
            sum = sum.plus(charge.unwrap_or(Money::ZERO))?;
        }
        Some(sum)
    }
}
