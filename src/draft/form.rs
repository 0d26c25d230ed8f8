//! The fields of a draft, as typed and as saved. Every number is text; nothing typed is ever lost or reinterpreted.
//!
//! This is schema 1 of the draft file: see docs/draft-format.md. Numbers that were understood stand in canonical
//! writing (digits and one point); text that was not understood stands as it was typed.

use crate::case::{Answers, Basis, MaterialOrigin, Method, Place, Relation, StatedBasis};
use crate::origin::pack::RuleSet;
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
    /// The code of the good, in the edition of the rule set.
    pub code: String,
    /// Whether its last production takes place in Canada.
    pub made_in_canada: FactAnswer,
    /// CAD that the producer sells one unit for.
    pub transaction_value: String,
    /// CAD of net cost of one unit.
    pub net_cost: String,
    /// CAD of total cost of one unit.
    pub total_cost: String,
    /// The method chosen for regional value content.
    pub method: MethodForm,
    /// The materials that are not, or may not be, Canadian.
    pub materials: Vec<MaterialForm>,
    /// Whether every material not made in Canada is listed.
    pub all_listed: bool,
    /// Answers to the questions that the rule asks: `good-is:NAME`, `material-in:3:85389010` and so on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, bool>"))]
    pub answers: Answers,
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
    /// Its code, in the edition of the rule set.
    pub code: String,
    /// CAD of it in one unit of the good.
    pub value: String,
    /// Where it originates.
    pub origin: OriginForm,
    /// How it stands to the good.
    pub relation: RelationForm,
}

/// A statement of origin by the user.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct StatementForm {
    /// Whether the good is Canadian.
    pub canadian: FactAnswer,
    /// What the statement rests on.
    pub basis: StatementBasis,
    /// Whose statement, of what day, or what else it rests on.
    pub note: String,
}

/// A part of a service.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct PartForm {
    /// Names the part within the line; unique.
    pub id: u32,
    /// Who.
    pub who: String,
    /// CAD of the price of the line. Empty: whatever the other parts leave.
    pub amount: String,
    /// Where they are based.
    pub place: PlaceForm,
}

/// The name of a choice in a draft file: `ItemByItem` is `item_by_item`.
fn snake_case(name: &str) -> String {
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
fn choice(names: &[&str], name: &str) -> Option<usize> {
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
                snake_case($name::NAMES[self as usize])
            }

            /// Makes it the choice of this name, if there is one, and says whether there is.
            pub fn choose(&mut self, name: &str) -> bool {
                let found = choice($name::NAMES, name);
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
        /// Not answered, or not known.
        Unknown => None,
        /// A part of it.
        Part => Some(Relation::Part),
        /// The good itself, not yet put together.
        Unassembled => Some(Relation::Unassembled),
        /// Neither.
        Neither => Some(Relation::Neither),
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

choices! {
    /// Where the people who provide a service are based.
    PlaceForm => Place {
        /// Nobody has said.
        Unknown => Place::Unknown,
        /// In Canada.
        Canada => Place::Canada,
        /// Elsewhere.
        Elsewhere => Place::Elsewhere,
    }
}

impl Draft {
    /// A number that no line of the draft has yet.
    pub fn next_line_id(&self) -> u32 {
        let last = self.lines.iter().map(|line| line.id).max().unwrap_or_default();
        let is_free = |id: &u32| self.lines.iter().all(|line| line.id != *id);
        // Past the last number there is, the first that is left.
        last.checked_add(1).or_else(|| (1..u32::MAX).find(is_free)).unwrap_or(u32::MAX)
    }
}
