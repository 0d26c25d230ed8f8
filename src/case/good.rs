//! A good and the materials that went into it, as far as they are known. All values are for one unit of the good.

use super::answers::Answers;
use super::material::Material;
use crate::units::{HsCode, Money, Percent, Quantity};

/// A good whose origin the rules decide.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Good {
    /// Its code, in the edition named below.
    pub code: Option<HsCode>,
    /// The edition of its code and of the codes of all its materials.
    pub edition: CodeEdition,
    /// Whether its last production takes place in Canada.
    pub made_in_canada: Option<bool>,
    /// What the producer sells one unit for, adjusted to exclude shipment abroad, in CAD.
    pub transaction_value: Option<Money>,
    /// Whether there is a price, and to whom.
    pub sale: Sale,
    /// Total cost less what the net cost method leaves out, for one unit, in CAD.
    pub net_cost: Option<Money>,
    /// All costs of one unit, in CAD: the other base of de minimis.
    pub total_cost: Option<Money>,
    /// The method that the producer has chosen for the content test. Nothing: either will do.
    pub method: Option<Method>,
    /// Materials that do not, or may not, originate in Canada. Order does not matter.
    pub materials: Vec<Material>,
    /// Whether somebody said that the list above holds every material that does not originate in Canada, or may not.
    pub all_listed: bool,
    /// Answers to questions about descriptions, uses, items and conditions.
    pub answers: Answers,
    /// How it was wholly obtained in Canada, where somebody says so.
    pub obtained: Option<Obtained>,
    /// Whether somebody says that it was merely diluted, or that the rules were to be got round.
    /// Source: SOR/2020-155, 11; SOR/94-14, 17.
    pub non_qualifying: bool,
    /// Whether it is a set put up for sale, classified by General Rule 3. Source: SOR/2020-155, 6.
    pub is_set: bool,
    /// Its weight or, of chapters 61 to 63, that of the component that settles its classification; in any unit, the
    /// same as its materials. Textiles only.
    pub weight: Option<Quantity>,
    /// Whether the solicitation applies the agreement's own rule to textiles, which somebody has to have said.
    pub textiles_by_agreement: bool,
    /// What a part of vehicles is for, where somebody said. Nothing: nobody has said.
    pub vehicle_use: Option<VehicleUse>,
}

/// What a good that may be a part of motor vehicles is for. One list for both agreements: the light vehicles of the
/// older rules are those of `Light` and `OtherLight`, their heavy ones those of `Heavy` and `OtherHeavy`.
/// Source: SOR/2020-155, 12, 14, 15, 20(2), (3); SOR/94-14, 2(1), 8, 13(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VehicleUse {
    /// None of the others.
    None,
    /// A replacement part of a passenger vehicle, light truck or heavy truck.
    Aftermarket,
    /// Original equipment of a passenger vehicle or light truck.
    Light,
    /// Original equipment of a heavy truck.
    Heavy,
    /// For use in a van or bus for at most 15 persons, a diesel car, a motor home, an ambulance, hearse or prison van, a
    /// three- or four-wheeled motorcycle, or a car or light truck for use off the road; new, or as a replacement part.
    OtherLight,
    /// For use in a tractor, a bus for 16 persons or more, a dumper, a special purpose vehicle, or a heavy truck for use
    /// off the road; new, or as a replacement part.
    OtherHeavy,
}

impl VehicleUse {
    /// Every use, the one for no vehicle first.
    pub const ALL: [VehicleUse; 6] = [
        VehicleUse::None,
        VehicleUse::Aftermarket,
        VehicleUse::Light,
        VehicleUse::Heavy,
        VehicleUse::OtherLight,
        VehicleUse::OtherHeavy,
    ];

    /// The word by which files and other programs know it.
    pub const fn id(self) -> &'static str {
        match self {
            VehicleUse::None => "none",
            VehicleUse::Aftermarket => "aftermarket",
            VehicleUse::Light => "light",
            VehicleUse::Heavy => "heavy",
            VehicleUse::OtherLight => "other_light",
            VehicleUse::OtherHeavy => "other_heavy",
        }
    }
}

/// The edition of the Harmonized System that a good's codes are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CodeEdition {
    /// That of the rule set.
    #[default]
    RuleSet,
    /// HS 2022, which users have today.
    Today,
}

/// The sale that gives a good its transaction value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sale {
    /// An ordinary one, to a buyer who is not related to the producer.
    #[default]
    Unrelated,
    /// To a related person. Source: SOR/94-14, 6(6)(c).
    Related {
        /// How many of the units sold in the six months before went to related persons, in percent.
        units: Option<Percent>,
    },
    /// There is none, or its price is not acceptable. Source: SOR/94-14, 6(6)(a) and (b); SOR/2020-155, 5(1)(a).
    NoPrice,
}

/// How a good was wholly obtained. Source: SOR/2020-155, 3(1); SOR/94-14, 4(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obtained {
    /// Extracted or taken: minerals and other natural substances.
    Mineral,
    /// Grown, harvested, picked or gathered: plants, vegetables, fungi.
    Plant,
    /// A live animal, born and raised.
    Animal,
    /// Obtained from a live animal: milk, eggs, wool.
    FromAnimal,
    /// Hunted, trapped, fished, gathered or captured.
    Hunted,
    /// Obtained from aquaculture.
    Aquaculture,
    /// Taken from the sea outside the territory by a Canadian vessel.
    SeaFish,
    /// Made of that on board a Canadian factory ship.
    FactoryShip,
    /// Taken from the seabed outside the territory by Canada or a person of Canada.
    Seabed,
    /// Waste and scrap of production, or of used goods fit only for their raw materials.
    Waste,
    /// Produced of nothing but the above.
    OfThese,
}

/// How regional value content is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// On the transaction value.
    TransactionValue,
    /// On the net cost.
    NetCost,
}

impl Good {
    /// What the producer sells one unit for, where there is an acceptable price.
    pub fn price(&self) -> Option<Money> {
        match self.sale {
            Sale::NoPrice => None,
            Sale::Unrelated | Sale::Related { .. } => self.transaction_value,
        }
    }
}
