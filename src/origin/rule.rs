//! What a product-specific rule of origin says, as structure. Nothing here is a sentence.
//!
//! Source of the model: NAFTA Annex 401 as SOR/94-14 Schedule I prints it; CUSMA Annex 4-B.

use crate::units::{Day, HsRange, Level, Percent};

/// One row of a rule set: the goods it covers, and the alternatives of which one suffices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row id of the official text as the sources number it: `nafta:1425`, `cusma:94-4`.
    pub id: String,
    /// The goods that the row is about, in codes of the rule set's edition.
    pub codes: Vec<HsRange>,
    /// The first day on which the row holds, where the text dates it.
    pub from: Option<Day>,
    /// The last day on which the row holds, where the text dates it.
    pub until: Option<Day>,
    /// Between whom the row holds.
    pub partners: Partners,
    /// The ways to originate. A good needs to meet one of them with all its non-originating materials.
    pub alternatives: Vec<Alternative>,
}

/// Between whom a row holds. With Canada as the territory only `All` and `OtherTrade` are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partners {
    /// The row names no pair of countries.
    All,
    /// The row is for all trade but a pair that has its own row.
    OtherTrade,
    /// Between Canada and the United States, or between Mexico and the United States: never used here.
    Pair,
}

/// One way to originate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The label as printed, without brackets: `1`, `A`, `b`. Empty where the row has a single alternative.
    pub label: String,
    /// The goods that this alternative is about.
    pub target: Target,
    /// What has to happen to the non-originating materials.
    pub way: Way,
    /// The regional value content asked for in addition.
    pub content: Option<ContentTest>,
    /// Further conditions, all of which must hold.
    pub conditions: Vec<NameId>,
}

/// The goods that an alternative is about.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Target {
    /// Codes; a good outside them is not meant.
    pub codes: Vec<HsRange>,
    /// Codes inside `codes` that are left out again ("except for a good of").
    pub except: Vec<HsRange>,
    /// Which good of those codes.
    pub good: GoodIs,
    /// The use that the good must be for, in words of the pack.
    pub usage: Option<NameId>,
}

/// Which good of a code is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum GoodIs {
    /// Any good of the codes.
    #[default]
    Any,
    /// Only the good of this name: a question about the good.
    Named(NameId),
    /// "Any other good of": none of the other names in the row for that subheading.
    Residue,
}

/// A short name in both languages, standing in the pack: of a described good, a use or a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u16);

/// What has to happen to the non-originating materials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Each non-originating material comes from one of the sources of `from` or, "whether or not there is also
    /// a change from" them, of `also`.
    Shift {
        /// The sources, with their exceptions.
        from: Sources,
        /// The sources after "whether or not there is also a change from", with their own exceptions.
        also: Option<Sources>,
    },
    /// No change in tariff classification is required.
    NoShift,
    /// The good is the product of a process, named in the pack.
    Process(NameId),
    /// The text of this alternative has not been read: whatever depends on it cannot be told.
    Unread,
}

/// Where a material may come from: any of the terms, unless it is excepted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sources {
    /// Any one is enough.
    pub any_of: Vec<Term>,
    /// "Except from": takes away what open-ended terms let in, never what a term names by code or description.
    pub except: Vec<Term>,
}

/// One source or exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Any unit of `level` other than the good's own.
    AnyOther {
        /// Chapter, heading, subheading or tariff item.
        level: Level,
        /// What the text says of the other units of the row's group.
        group: Group,
        /// The material must lie in these codes as well. Empty: anywhere.
        within: Vec<HsRange>,
        /// The material must lie in the good's own unit of this level as well ("within that chapter").
        within_own: Option<Level>,
    },
    /// Any good of these codes.
    Codes(Vec<HsRange>),
    /// The good of this name. With codes: only there. Without: anywhere.
    Named {
        /// The short name.
        name: NameId,
        /// Where the named good is classified. Empty: the text names no code.
        codes: Vec<HsRange>,
    },
    /// "Any other good of": in these codes, but another good than the one made. Empty: of the good's own subheading.
    OtherGood(Vec<HsRange>),
    /// "Within that subheading": the good's own unit of this level.
    WithinThat(Level),
    /// "More than one of the following". As an exception it looks at all materials together.
    MoreThanOneOf(Vec<Term>),
    /// "A combination of both (a) and (b)". As an exception it looks at all materials together.
    AllOf(Vec<Term>),
}

/// What the text says of the other units of the target's group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Nothing. With several units in the target, the text does not settle a material from another of them.
    Silent,
    /// "Including another ... within that group". With codes: within these.
    Including(Vec<HsRange>),
    /// "Any ... outside that group".
    Outside,
    /// "Any other ... within that group".
    Within,
}

/// A regional value content: each figure is the least that will do, and meeting one method is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentTest {
    /// One or two figures that do not change with the day.
    Fixed(Figures),
    /// Figures by first day, earliest first.
    Staged(Vec<(Day, Figures)>),
    /// The text asks for a sufficient content and names no figure. Only the annex does.
    Unstated,
}

/// The figures of a content test. At least one is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Percent where the transaction value method is used.
    pub transaction_value: Option<Percent>,
    /// Percent where the net cost method is used.
    pub net_cost: Option<Percent>,
}
