//! The fields of a draft, as typed and as saved. Every number is text; nothing typed is ever lost or reinterpreted.
//!
//! This is schema 1 of the draft file: see docs/draft-format.md. Numbers that were understood stand in canonical
//! writing (digits and one point); text that was not understood stands as it was typed.

use super::answers::AnswersForm;
use super::total::{NoticeForm, PartForm, RoleForm, StatementForm};
use crate::case::{
    Basis, Maker, MaterialOrigin, Method, Obtained, Purpose, Relation, Sale, StatedBasis, VehicleUse,
};
use crate::origin::pack::RuleSet;
use crate::origin::stock::StockMethod;
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

/// A bid as typed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct Draft {
    /// What the user calls it.
    pub title: String,
    /// The rules of origin that the solicitation quotes.
    pub rule_set: RuleSetForm,
    /// All lines together, or item by item.
    pub basis: BasisForm,
    /// Percent of the total bid price that must be Canadian. Empty: the policy's own figure.
    pub threshold_percent: String,
    /// The day on which the solicitation closes, as 2026-11-22. Empty: not known; dated rules are read for today.
    pub closing_day: String,
    /// The edition of the Harmonized System that the codes are typed in.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub code_edition: CodeEditionForm,
    /// The rule that the solicitation applies to textiles.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub textile_rule: TextileRuleForm,
    /// Whether an open question is read the other way than by default, by its name: `split_service`.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, bool>"))]
    pub other_readings: AnswersForm,
    /// The notice that the draft was opened from, with what was read there.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub notice: NoticeForm,
    /// The priced lines.
    pub lines: Vec<LineForm>,
}

/// A priced line as typed. Fields of both kinds are kept, so that changing the kind loses nothing.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct LineForm {
    /// Names the line within the draft; unique.
    pub id: u32,
    /// Good or service.
    pub kind: LineKind,
    /// What is offered.
    pub description: String,
    /// How many.
    pub quantity: String,
    /// CAD for one.
    pub unit_price: String,
    /// What the line is to the total bid price.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub role: RoleForm,
    /// The line with the good that freight, installation or training priced apart belongs to. Zero: none is named.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub goes_with: u32,
    /// How the origin of the good is known.
    pub origin_by: OriginBy,
    /// The good, where the rules decide.
    pub good: GoodForm,
    /// The statement, where the user states the origin.
    pub statement: StatementForm,
    /// Who provides the service, and from where.
    pub parts: Vec<PartForm>,
}

/// The facts about a good. All values are for one unit of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct GoodForm {
    /// The code of the good, in the edition that the draft names.
    pub code: String,
    /// Whether its last production takes place in Canada.
    pub made_in_canada: FactAnswer,
    /// CAD that the producer sells one unit for.
    pub transaction_value: String,
    /// To whom it is sold, and whether there is an acceptable price.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub sale: SaleForm,
    /// Percent of units sold to related persons, of the six months before that of the sale.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub related_units_percent: String,
    /// CAD of transport from the point of direct shipment on, and packing, in the price above.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub shipment_included: String,
    /// CAD of transport to the point of direct shipment, and loading, not in the price above.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub inland_not_included: String,
    /// CAD of net cost of one unit.
    pub net_cost: String,
    /// CAD of total cost of one unit.
    pub total_cost: String,
    /// What the net cost method leaves out of total cost; used where `net_cost` is empty and all four are filled in.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub costs: CostsForm,
    /// How the good was wholly obtained in Canada, if it was.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub obtained: ObtainedForm,
    /// Whether it was merely diluted, or made or priced to evade the rules.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub non_qualifying: bool,
    /// Whether it is a set put up for sale that General Rule 3 classifies.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub is_set: bool,
    /// The weight of one unit or, of chapters 61 to 63, of the component that settles its classification.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub weight: String,
    /// What a part of motor vehicles is for.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub vehicle_use: VehicleUseForm,
    /// The method chosen for regional value content.
    pub method: MethodForm,
    /// The materials that are not, or may not be, Canadian.
    pub materials: Vec<MaterialForm>,
    /// Whether all that does not originate in Canada, or may not, is listed.
    pub all_listed: bool,
    /// Answers to the questions that the rule asks: `good-is:NAME`, `material-in:3:85389010` and so on. Null: nobody
    /// knows.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "std::collections::BTreeMap<String, Option<bool>>")
    )]
    pub answers: AnswersForm,
}

/// A material as typed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct MaterialForm {
    /// Names the material within the good; unique.
    pub id: u32,
    /// What it is.
    pub description: String,
    /// Its code, in the edition that the draft names.
    pub code: String,
    /// CAD of it in one unit of the good.
    pub value: String,
    /// Where it originates.
    pub origin: OriginForm,
    /// How it stands to the good.
    pub relation: RelationForm,
    /// What it is for.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub purpose: PurposeForm,
    /// What comes on top of its price.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub charges: ChargesForm,
    /// Its weight in one unit of the good, in the unit of the good's weight.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub weight: String,
    /// Whether it is of elastomeric fibre or yarn.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub elastomeric: bool,
    /// Whether it is in the component that settles how the good is classified.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub in_component: FactAnswer,
    /// The id of the material that it went into. 0: the good itself.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub goes_into: u32,
    /// How it was made in Canada, if it was.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub made: MadeForm,
    /// The records of a stock of fungible materials that it was taken from.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub stock: StockForm,
}

/// What the net cost method leaves out of total cost, in CAD for one unit.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct CostsForm {
    /// Sales promotion, marketing and after-sales service.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub sales_promotion: String,
    /// Royalties.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub royalties: String,
    /// Shipping and packing.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub shipping_packing: String,
    /// Interest beyond what is allowed.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub interest: String,
}

/// What comes on top of the price of a material, in CAD for one unit of the good.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct ChargesForm {
    /// Freight, insurance, packing and other costs of bringing it in.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub freight: String,
    /// Duties and taxes that are not recovered.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub duty: String,
    /// Brokerage.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub brokerage: String,
    /// Waste and spoilage, less reusable scrap.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub waste: String,
    /// Whether the value of the material includes them.
    pub included: FactAnswer,
    /// Whether documents show them.
    pub documented: FactAnswer,
    /// Whether the producer imported the material. Else it was bought in Canada.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub imported: FactAnswer,
}

/// How a material was made in Canada; what went into it stands in the list and names it in `goes_into`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct MadeForm {
    /// By whom.
    pub by: MakerForm,
    /// CAD that its maker sells it for.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub transaction_value: String,
    /// CAD of its net cost.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub net_cost: String,
    /// CAD of its total cost.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub total_cost: String,
    /// The method chosen for its regional value content.
    pub method: MethodForm,
    /// What it is for, where it is a part of motor vehicles.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"))]
    pub vehicle_use: VehicleUseForm,
    /// Whether all that went into it and does not originate in Canada, or may not, is listed.
    pub all_listed: bool,
}

/// A stock of fungible materials, some originating and some not. Empty: the material was not taken from one.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct StockForm {
    /// In which order the stock is held to be used up.
    pub method: StockMethodForm,
    /// What came in and went out, in order. The last withdrawal is the one for this good.
    pub entries: Vec<StockEntryForm>,
}

/// What came into a stock or went out of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct StockEntryForm {
    /// Whether it came in and, if so, of which origin.
    pub kind: StockEntryKind,
    /// How much, in any unit.
    pub quantity: String,
}

/// What few drafts need is written where it was filled in.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The name of a choice in a draft file: `ItemByItem` is `item_by_item`.
pub(super) fn snake_case(name: &str) -> String {
    let mut written = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !written.is_empty() {
            written.push('_');
        }
        written.push(c.to_ascii_lowercase());
    }
    written
}

/// Which of these choices has this name in a draft file.
pub(super) fn choice(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|it| snake_case(it) == name)
}

/// Declares an enumeration of the form with its meaning in the case, in one table.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident => $meaning:ty { $(#[$first_doc:meta])* $first:ident => $first_meaning:expr, $($(#[$choice_doc:meta])* $choice:ident => $choice_meaning:expr,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(rename_all = "snake_case"))]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$choice_doc])* $choice,)*
        }

        impl $name {
            /// Every choice, the default first.
            pub const ALL: &'static [$name] = &[$name::$first, $($name::$choice),*];

            const NAMES: &'static [&'static str] = &[stringify!($first), $(stringify!($choice)),*];

            /// The name of the choice in a draft file.
            pub fn name(self) -> String {
                $crate::draft::form::snake_case($name::NAMES[self as usize])
            }

            /// Makes it the choice of this name, if there is one, and says whether there is.
            pub fn choose(&mut self, name: &str) -> bool {
                let found = $crate::draft::form::choice($name::NAMES, name);
                if let Some(index) = found {
                    *self = $name::ALL[index];
                }
                found.is_some()
            }

            /// What the choice means in the case.
            pub const fn meaning(self) -> $meaning {
                match self {
                    $name::$first => $first_meaning,
                    $($name::$choice => $choice_meaning,)*
                }
            }
        }
    };
}
pub(super) use choices;

choices! {
    /// The rules of origin that a solicitation quotes.
    RuleSetForm => RuleSet {
        /// Clause A3050T of 2020-07-01 and later.
        Cusma => RuleSet::Cusma,
        /// The older clause.
        Nafta => RuleSet::Nafta,
        /// The annex's own example.
        Annex => RuleSet::Annex,
    }
}

choices! {
    /// The edition of the codes; whether it is today's.
    CodeEditionForm => bool {
        /// That of the rule set: HS 2012 for CUSMA, HS 2007 for NAFTA.
        RuleSet => false,
        /// HS 2022.
        Hs2022 => true,
    }
}

choices! {
    /// The rule for textiles; whether it is the agreement's own.
    TextileRuleForm => bool {
        /// A modified rule that is not published.
        Modified => false,
        /// The agreement's own rule, as the user says.
        Agreement => true,
    }
}

choices! {
    /// To whom the good is sold.
    SaleForm => Sale {
        /// To buyers not related to the producer.
        Unrelated => Sale::Unrelated,
        /// To a related person.
        Related => Sale::Related { units: None },
        /// There is no price, or none that is acceptable.
        NoPrice => Sale::NoPrice,
    }
}

choices! {
    /// How a good was wholly obtained in Canada.
    ObtainedForm => Option<Obtained> {
        /// It was not, or nobody says so.
        No => None,
        /// Extracted or taken.
        Mineral => Some(Obtained::Mineral),
        /// Grown or gathered.
        Plant => Some(Obtained::Plant),
        /// A live animal, born and raised.
        Animal => Some(Obtained::Animal),
        /// Obtained from a live animal.
        FromAnimal => Some(Obtained::FromAnimal),
        /// Hunted, trapped, fished or captured.
        Hunted => Some(Obtained::Hunted),
        /// Obtained from aquaculture.
        Aquaculture => Some(Obtained::Aquaculture),
        /// Taken from the sea by a ship registered in Canada.
        SeaFish => Some(Obtained::SeaFish),
        /// Made of that on such a factory ship.
        FactoryShip => Some(Obtained::FactoryShip),
        /// Taken from the seabed.
        Seabed => Some(Obtained::Seabed),
        /// Waste and scrap.
        Waste => Some(Obtained::Waste),
        /// Produced of nothing but these.
        OfThese => Some(Obtained::OfThese),
    }
}

choices! {
    /// What a part of motor vehicles is for.
    VehicleUseForm => Option<VehicleUse> {
        /// Not answered, or not known.
        Unknown => None,
        /// None of the others.
        None => Some(VehicleUse::None),
        /// A replacement part.
        Aftermarket => Some(VehicleUse::Aftermarket),
        /// Original equipment of a passenger vehicle or light truck.
        Light => Some(VehicleUse::Light),
        /// Original equipment of a heavy truck.
        Heavy => Some(VehicleUse::Heavy),
        /// Original equipment of another light vehicle.
        OtherLight => Some(VehicleUse::OtherLight),
        /// Original equipment of another heavy vehicle.
        OtherHeavy => Some(VehicleUse::OtherHeavy),
        /// Asked, and nobody knows.
        NotKnown => None,
    }
}

choices! {
    /// What a material is for.
    PurposeForm => Purpose {
        /// It is in the good.
        Material => Purpose::Material,
        /// Used in production and not in the good.
        Indirect => Purpose::Indirect,
        /// Packing for shipment.
        Packing => Purpose::Packing,
        /// Packaging for retail sale.
        Packaging => Purpose::Packaging,
        /// Accessories, spare parts, tools, instructions.
        Accessory => Purpose::Accessory,
        /// Recovered in Canada, for a remanufactured good.
        Recovered => Purpose::Recovered,
    }
}

choices! {
    /// Who made a material in Canada.
    MakerForm => Option<Maker> {
        /// It was not made in Canada, or it is not followed further.
        No => None,
        /// Somebody from whom it was bought.
        Supplier => Some(Maker::Supplier),
        /// Somebody whose work is accumulated with the producer's.
        Accumulated => Some(Maker::Accumulated),
        /// The producer of the good.
        Own => Some(Maker::Own { intermediate: false }),
        /// The producer of the good, who designates it as an intermediate material.
        Intermediate => Some(Maker::Own { intermediate: true }),
    }
}

choices! {
    /// In which order a stock of fungible materials is held to be used up.
    StockMethodForm => Option<StockMethod> {
        /// There is no such stock.
        None => None,
        /// First in, first out.
        Fifo => Some(StockMethod::Fifo),
        /// Last in, first out.
        Lifo => Some(StockMethod::Lifo),
        /// By the average of the period.
        Average => Some(StockMethod::Average),
    }
}

choices! {
    /// What became of a stock; whether it came in as originating, or went out.
    StockEntryKind => Option<bool> {
        /// It went out.
        Used => None,
        /// It came in and originates in Canada.
        Canadian => Some(true),
        /// It came in and does not.
        Foreign => Some(false),
    }
}

choices! {
    /// All lines together, or item by item.
    BasisForm => Basis {
        /// The share of the total bid price.
        Aggregate => Basis::Aggregate,
        /// Each item by itself.
        ItemByItem => Basis::ItemByItem,
    }
}

choices! {
    /// Good or service; whether it is a good.
    LineKind => bool {
        /// A good.
        Good => true,
        /// A service.
        Service => false,
    }
}

choices! {
    /// How the origin of a good is known; whether anything is known.
    OriginBy => bool {
        /// Nobody has said.
        Unknown => false,
        /// The rules of origin decide.
        Rules => true,
        /// The user states it.
        Statement => true,
    }
}

choices! {
    /// The answer to a question of fact.
    FactAnswer => Option<bool> {
        /// Not answered, or not known.
        Unknown => None,
        /// Yes.
        Yes => Some(true),
        /// No.
        No => Some(false),
    }
}

choices! {
    /// The method chosen for regional value content.
    MethodForm => Option<Method> {
        /// Either will do.
        Either => None,
        /// The transaction value method.
        TransactionValue => Some(Method::TransactionValue),
        /// The net cost method.
        NetCost => Some(Method::NetCost),
    }
}

choices! {
    /// Where a material originates.
    OriginForm => MaterialOrigin {
        /// Not in Canada, or without evidence that it does.
        NonOriginating => MaterialOrigin::NonOriginating,
        /// In Canada.
        Originating => MaterialOrigin::Originating,
        /// Still being found out.
        Unknown => MaterialOrigin::Unknown,
    }
}

choices! {
    /// How a material stands to the good.
    RelationForm => Option<Relation> {
        /// Nobody has said.
        Unknown => None,
        /// A part of it.
        Part => Some(Relation::Part),
        /// The good itself, not yet put together.
        Unassembled => Some(Relation::Unassembled),
        /// Neither.
        Neither => Some(Relation::Neither),
        /// Asked, and nobody knows.
        NotKnown => None,
    }
}

choices! {
    /// What a statement of origin rests on.
    StatementBasis => StatedBasis {
        /// Made wholly in Canada.
        WhollyProduced => StatedBasis::WhollyProduced,
        /// A statement of the supplier.
        SupplierStatement => StatedBasis::SupplierStatement,
        /// Something else, explained in the note.
        Other => StatedBasis::Other,
    }
}

impl Draft {
    /// A new draft: its codes are today's. One that is read from a file says itself what its codes are.
    pub fn fresh() -> Draft {
        Draft { code_edition: CodeEditionForm::Hs2022, ..Draft::default() }
    }

    /// A number that no line of the draft has yet.
    pub fn next_line_id(&self) -> u32 {
        let last = self.lines.iter().map(|line| line.id).max().unwrap_or_default();
        let is_free = |id: &u32| self.lines.iter().all(|line| line.id != *id);
        // Past the last number there is, the first that is left.
        last.checked_add(1).or_else(|| (1..u32::MAX).find(is_free)).unwrap_or(u32::MAX)
    }
}
