//! What the judgement of a good is made of: the points that were judged.

use super::pack::RuleSet;
use super::rule::{Figures, GoodIs, NameId, Term};
use super::special::Special;
use crate::case::{MaterialId, Method, Obtained};
use crate::units::{Content, HsCode, Money, Percent, Quantity};

pub use super::fact::{Fact, InputFact, OwnFact};

/// One point of the judgement. It carries the facts that its words need, and no words.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// The good is Canadian.
    CanadianGood {
        /// The rule set it was read under.
        set: RuleSet,
    },
    /// Its last production takes place in Canada.
    MadeInCanada,
    /// Every material that went into it originates in Canada.
    OnlyOriginating,
    /// It meets a product-specific rule.
    ProductRule,
    /// A rule row that may be the good's own.
    Row {
        /// The row id.
        row: String,
    },
    /// The alternatives for one of the goods that the row describes, or for one use.
    Described {
        /// Which good.
        good: GoodIs,
        /// For which use.
        usage: Option<NameId>,
    },
    /// One alternative of a row.
    Alternative {
        /// The row id.
        row: String,
        /// Counts from zero.
        index: usize,
        /// As printed, without brackets.
        label: String,
    },
    /// The alternative is not about this good.
    AboutThisGood,
    /// Every non-originating material undergoes the change, or the failing ones are small enough.
    ChangeRequirement,
    /// The rule asks for no change.
    NoChangeAsked,
    /// The good is no gear box, which alone of its code needs content in a heavy truck.
    NoGearBox,
    /// Every non-originating material undergoes the change.
    EveryMaterial,
    /// One material undergoes the change.
    MaterialShift {
        /// Which material.
        material: MaterialId,
        /// Its code, where known, in the edition of the rule set; as typed, where it may have been several.
        code: Option<HsCode>,
        /// What was typed, where another code was judged in its place.
        today: Option<HsCode>,
        /// The source that lets it in, or the exception that keeps it out.
        by: Option<Box<Term>>,
    },
    /// Materials do not fall together in what the rule forbids in combination.
    Combination {
        /// The exception.
        exception: Box<Term>,
    },
    /// The materials that do not undergo the change are small enough to be waived.
    DeMinimis {
        /// Their value, in CAD. Nothing while it is not known.
        failing: Option<Money>,
        /// What it is measured against, in CAD.
        base: Option<Money>,
        /// The tolerance.
        percent: Percent,
    },
    /// A material that the tolerance does not apply to.
    NotTolerated {
        /// Which material.
        material: MaterialId,
    },
    /// The content test is met, or waived.
    ContentRequirement {
        /// The figures asked for. Nothing where the text names none.
        figures: Option<Figures>,
    },
    /// Regional value content by one method.
    ContentBy {
        /// Which method.
        method: Method,
        /// The least that will do.
        needed: Percent,
        /// What it comes to with what is listed: of a no at best, else at worst. Nothing while a value is missing.
        content: Option<Content>,
        /// Whether best and worst are the same.
        exact: bool,
    },
    /// All non-originating materials together are so small that no content is asked for.
    ContentWaived {
        /// Their value, in CAD.
        all: Option<Money>,
        /// What it is measured against, in CAD.
        base: Option<Money>,
        /// The tolerance.
        percent: Percent,
    },
    /// No change is possible because good and parts share a code, but enough content was added.
    PartsProvision,
    /// A material is a part of the good, or the good unassembled, under the same code.
    PartOfSameCode {
        /// Which material.
        material: MaterialId,
    },
    /// A material undergoes the change, or is such a part.
    ChangeOrPart {
        /// Which material.
        material: MaterialId,
    },
    /// A condition of the alternative.
    Condition {
        /// Its name in the pack.
        name: NameId,
    },
    /// A process that makes the good originate.
    Process {
        /// Its name in the pack.
        name: NameId,
    },
    /// A section, chapter or automotive rule.
    Special {
        /// Which.
        special: Special,
    },
    /// A part of vehicles, judged for one of these uses, which all come to the same.
    ForVehicleUse {
        /// A bit for each use, the first of `case::VehicleUse::ALL` the lowest.
        uses: u8,
    },
    /// The rules for textile goods are not published: whatever the agreement's rule says, the division must answer.
    ModifiedTextileRule,
    /// What the rule of a textile good comes to, where the user says that the solicitation applies it.
    TextileByChoice,
    /// It is wholly obtained in Canada.
    WhollyObtained {
        /// How, as somebody said.
        how: Obtained,
    },
    /// It is said to be wholly obtained in a way that the rule set does not have.
    NoSuchWay {
        /// How, as somebody said.
        how: Obtained,
    },
    /// Somebody says that it was merely diluted, or that the rules were to be got round.
    NonQualifying,
    /// A set put up for sale: the goods in it that do not originate are small enough.
    SetTolerance {
        /// Their value, in CAD.
        foreign: Option<Money>,
        /// What it is measured against, in CAD.
        base: Option<Money>,
        /// The tolerance.
        percent: Percent,
    },
    /// The materials that do not undergo the change, or the elastomers among them, are light enough to be waived.
    DeMinimisByWeight {
        /// Their weight. Nothing while it is not known.
        weight: Option<Quantity>,
        /// What it is measured against, in the same unit.
        base: Option<Quantity>,
        /// What is weighed, and how much of it is tolerated.
        by: ByWeight,
    },
    /// A material is of the only kind that is tolerated by weight.
    FibreOrYarn {
        /// Which material.
        material: MaterialId,
    },
    /// What does not undergo the change is tolerated.
    Tolerated,
    /// A material made in Canada originates by its own rule.
    MaterialMade {
        /// Which material.
        material: MaterialId,
    },
    /// What went into a material that was made in Canada undergoes the change.
    InputsOf {
        /// Which material.
        material: MaterialId,
    },
    /// A designation as intermediate material is left aside: it lies in another one, and both rest on content.
    DesignationRefused {
        /// Which material.
        material: MaterialId,
    },
    /// With the designations inside it left aside the material would not originate, or it is not known whether: its
    /// own designation is of no use, and the others stand.
    DesignationGivenUp {
        /// Which material.
        material: MaterialId,
    },
    /// The method is closed to the good.
    MethodClosed {
        /// Which method.
        method: Method,
        /// Why.
        why: Closed,
    },
    /// The code of the good was read as an older one.
    ReadAs {
        /// As typed, a code of today.
        code: HsCode,
        /// In the edition of the rule set. Nothing: one of several, which make no difference.
        older: Option<HsCode>,
    },
    /// A code of today that became several older ones, which the rules do not treat alike; or one that is no longer in
    /// use.
    OldCodes {
        /// The material. Nothing: the good itself.
        material: Option<MaterialId>,
        /// As typed.
        code: HsCode,
        /// The codes that took its place, where it is no longer in use.
        successors: Vec<HsCode>,
        /// Whether every older code was denied, though it was one of them.
        denied: bool,
    },
    /// A fact that nobody has given, or that the texts do not settle.
    Missing(Fact),
}

/// A tolerance by weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByWeight {
    /// Whether only elastomers are weighed.
    pub elastomers: bool,
    /// How much of the base is tolerated.
    pub percent: Percent,
    /// Whether the base is the component that settles the code, not the whole good.
    pub of_component: bool,
}

/// Why a method of computing content may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closed {
    /// Goods of this code. Source: SOR/94-14, 6(6)(d).
    ByCode,
    /// The rule offers net cost alone. Source: SOR/2020-155, 7(6).
    ByRule,
    /// There is no transaction value, or it is not acceptable. Source: SOR/94-14, 6(6)(a), (b); SOR/2020-155, 7(2).
    NoPrice,
    /// More than 85 % of the units went to related persons. Source: SOR/94-14, 6(6)(c).
    Related,
    /// The work of several producers is accumulated. Source: SOR/94-14, 6(6)(e).
    Accumulated,
    /// A material that its own producer uses is not sold. Source: SOR/94-14, 6(6)(a), (f); SOR/2020-155, Schedule 4, 2(1).
    OwnUse,
}
