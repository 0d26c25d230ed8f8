//! What is wrong with something typed: codes and facts. The words stand in `i18n`.

use crate::case::{LineId, MaterialId};
use crate::decide::ServiceProblem;
use crate::origin::stock::StockProblem;
use crate::units::{CodeProblem, DecimalProblem, Edition, HsCode};

/// Something to tell the user about one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Which field.
    pub at: Place,
    /// What is wrong, with the facts that its words need.
    pub problem: Problem,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Not filled in yet. The answer stays open.
    Missing,
    /// Understood, but worth a look.
    Note,
    /// Cannot be understood. What it stands for is treated as not given.
    Error,
}

/// Which field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line, where the field belongs to one.
    pub line: Option<LineId>,
    /// The material or part of a service within the line, where the field belongs to one.
    pub item: Option<MaterialId>,
    /// The field.
    pub field: Field,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $id:literal,)*) => {
        /// The fields of a draft that are checked.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// Every one, in order.
            pub const ALL: &'static [Field] = &[$(Field::$field),*];

            /// The name of the field in a draft file.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Field::$field => $id,)*
                }
            }
        }
    };
}

fields! {
    /// The name of the draft.
    Title "title",
    /// The share asked for.
    Threshold "threshold_percent",
    /// The day on which the solicitation closes.
    ClosingDay "closing_day",
    /// The rules of origin that the solicitation quotes.
    RuleSet "rule_set",
    /// Open questions that are read the other way.
    Readings "other_readings",
    /// What a line offers.
    Description "description",
    /// How many.
    Quantity "quantity",
    /// CAD for one.
    UnitPrice "unit_price",
    /// Quantity times unit price.
    Amount "amount",
    /// The code of a good.
    Code "code",
    /// The transaction value of a good.
    TransactionValue "transaction_value",
    /// The net cost of a good.
    NetCost "net_cost",
    /// The total cost of a good.
    TotalCost "total_cost",
    /// The note beside a stated origin.
    Note "note",
    /// What a material is.
    MaterialDescription "description",
    /// The code of a material.
    MaterialCode "code",
    /// The value of a material.
    MaterialValue "value",
    /// What part of the units went to related persons.
    RelatedUnits "related_units_percent",
    /// Shipment that is in the price.
    ShipmentIncluded "shipment_included",
    /// Transport that is not in the price.
    InlandNotIncluded "inland_not_included",
    /// What net cost leaves out.
    ExcludedCost "costs",
    /// How the good was wholly obtained.
    Obtained "obtained",
    /// The weight of a good.
    Weight "weight",
    /// The weight of a material.
    MaterialWeight "weight",
    /// What comes on top of the price of a material.
    Charge "charges",
    /// What a material went into.
    GoesInto "goes_into",
    /// Who made a material.
    Made "made",
    /// What came into a stock or went out of it.
    StockQuantity "stock",
    /// Who provides a part of a service.
    PartWho "who",
    /// The price of a part of a service.
    PartAmount "amount",
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was filled in.
    Empty,
    /// Not a number that can be used here.
    Number(DecimalProblem),
    /// Not a code.
    Code(CodeProblem),
    /// Not a code of the edition that codes are typed in.
    NoSuchCode {
        /// As typed.
        code: HsCode,
        /// The edition.
        edition: Edition,
    },
    /// A code of the rule set's edition, which today's no longer has.
    OlderCode {
        /// As typed.
        code: HsCode,
        /// The edition that has it.
        edition: Edition,
        /// What took its place.
        successors: Vec<HsCode>,
    },
    /// Digits seven and further are national; the first six were used.
    NationalDigits,
    /// Not a day of the calendar.
    NotADay,
    /// Not an open question that bears on a bid.
    NoSuchReading,
    /// Longer than is kept.
    TooLong {
        /// The most characters.
        limit: usize,
    },
    /// The parts of a service do not fit its price.
    Parts(ServiceProblem),
    /// The materials are worth more than the good is sold for.
    MaterialsExceedPrice,
    /// A good that is wholly obtained has no materials.
    ObtainedOfMaterials,
    /// More than the whole that it is a part of.
    MoreThanWhole,
    /// What net cost leaves out is more than total cost.
    ExcludedExceedTotal,
    /// There are charges, and nobody said whether the value includes them.
    InclusionMissing,
    /// A material names one that is not in the list as what it went into.
    NoSuchMaterial,
    /// A material went into itself, by way of others.
    Cycle,
    /// Materials inside materials, deeper than is followed.
    TooDeep {
        /// How deep they are followed.
        limit: usize,
    },
    /// Materials went into it, and nobody said who made it.
    MakerMissing,
    /// A price was typed for a material of the producer's own making, which is not sold.
    OwnPrice,
    /// The records of a stock do not say what was taken.
    Stock(StockProblem),
    /// A stated origin needs a note that says what it rests on.
    NoteMissing,
}

/// Why a file cannot be opened as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than any draft.
    TooLarge,
    /// Not JSON at all.
    NotJson {
        /// Where reading stopped, from 1.
        line: usize,
        /// Where reading stopped, from 1.
        column: usize,
    },
    /// JSON, but not a draft of this program.
    NotADraft,
    /// Written by a newer version of this program. It must not be saved over.
    Newer {
        /// The schema of the file.
        schema: u32,
    },
    /// A field that does not exist, or holds something else than it should.
    Field {
        /// The field, as `draft.lines[2].quantity`. Empty where only the position is known.
        path: String,
        /// Where reading stopped, from 1.
        line: usize,
        /// Where reading stopped, from 1.
        column: usize,
    },
}
