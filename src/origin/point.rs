//! What the judgement of a good is made of: points that were judged, and facts that nobody has given.

use super::pack::{Pack, RuleSet};
use super::rule::{Figures, GoodIs, NameId, Term};
use super::special::Special;
use crate::case::{MaterialId, Method};
use crate::units::{Content, HsCode, Money, Percent};

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
    /// Every non-originating material undergoes the change.
    EveryMaterial,
    /// One material undergoes the change.
    MaterialShift {
        /// Which material.
        material: MaterialId,
        /// Its code, where known.
        code: Option<HsCode>,
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
        /// What it comes to at worst. Nothing while a value is missing.
        content: Option<Content>,
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
    /// The rules for textile goods are not published: whatever the agreement's rule says, the division must answer.
    ModifiedTextileRule,
    /// A fact that nobody has given, or that the texts do not settle.
    Missing(Fact),
}

/// A fact that would help to settle an unknown. In the order in which it is best asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Whether the good is made in Canada.
    MadeInCanada,
    /// The code of the good.
    GoodCode,
    /// More digits of the code of the good.
    GoodCodeLonger,
    /// The code of a material.
    MaterialCode(MaterialId),
    /// More digits of the code of a material.
    MaterialCodeLonger(MaterialId),
    /// Whether the good is of a tariff item of the rule set.
    GoodItem(HsCode),
    /// Whether a material is of a tariff item of the rule set.
    MaterialItem(MaterialId, HsCode),
    /// Whether the good is the one of this name.
    GoodNamed(NameId),
    /// Whether a material is the good of this name.
    MaterialNamed(MaterialId, NameId),
    /// Whether a material is another good than the one made.
    MaterialOther(MaterialId),
    /// Whether a material is of another tariff item of the rule set than the good.
    MaterialOtherItem(MaterialId),
    /// Whether a material, or the good, is among those of its code that the tolerance leaves out.
    NotTolerated(MaterialId),
    /// Whether the good is for this use.
    Usage(NameId),
    /// How a material stands to the good.
    MaterialRelation(MaterialId),
    /// Whether a material originates in Canada.
    MaterialOrigin(MaterialId),
    /// Whether every material not made in Canada is listed.
    AllListed,
    /// What the producer sells the good for.
    TransactionValue,
    /// The net cost of the good.
    NetCost,
    /// The value of a material.
    MaterialValue(MaterialId),
    /// Whether a condition or process holds.
    Condition(NameId),
    /// Whether a section, chapter or automotive rule is met.
    Special(Special),
    /// The answer of the Clothing and Textiles Division.
    TextileDivision,
    /// The text does not say what becomes of a material from elsewhere in its group.
    SilentText(MaterialId),
    /// The text asks for content and names no figure.
    UnstatedFigure,
    /// The row was not read.
    UnreadText,
    /// This pack has no rule for the good's code.
    NoRule,
}

impl Fact {
    /// The key under which an answer to this fact is kept, for facts that are questions with yes or no.
    ///
    /// Built on the English short name, so that it outlives a rebuilt pack. Nothing for facts with their own field.
    pub fn key(&self, pack: &Pack) -> Option<String> {
        let name = |id: &NameId| pack.name(*id).0;
        Some(match self {
            Fact::GoodItem(item) => format!("good-in:{}", item.as_str()),
            Fact::MaterialItem(m, item) => format!("material-in:{}:{}", m.0, item.as_str()),
            Fact::GoodNamed(id) => format!("good-is:{}", name(id)),
            Fact::MaterialNamed(m, id) => format!("material-is:{}:{}", m.0, name(id)),
            Fact::MaterialOther(m) => format!("material-other:{}", m.0),
            Fact::MaterialOtherItem(m) => format!("material-other-item:{}", m.0),
            Fact::NotTolerated(m) => format!("not-tolerated:{}", m.0),
            Fact::Usage(id) => format!("use:{}", name(id)),
            Fact::Condition(id) => format!("condition:{}", name(id)),
            Fact::Special(special) if special.can_be_answered() => format!("special:{}", special.id()),
            _ => return None,
        })
    }

    /// The word by which files and other programs know this kind of fact.
    pub const fn id(&self) -> &'static str {
        match self {
            Fact::MadeInCanada => "made_in_canada",
            Fact::GoodCode => "good_code",
            Fact::GoodCodeLonger => "good_code_longer",
            Fact::MaterialCode(_) => "material_code",
            Fact::MaterialCodeLonger(_) => "material_code_longer",
            Fact::GoodItem(_) => "good_item",
            Fact::MaterialItem(..) => "material_item",
            Fact::GoodNamed(_) => "good_named",
            Fact::MaterialNamed(..) => "material_named",
            Fact::MaterialOther(_) => "material_other",
            Fact::MaterialOtherItem(_) => "material_other_item",
            Fact::NotTolerated(_) => "not_tolerated",
            Fact::Usage(_) => "usage",
            Fact::MaterialRelation(_) => "material_relation",
            Fact::MaterialOrigin(_) => "material_origin",
            Fact::AllListed => "all_listed",
            Fact::TransactionValue => "transaction_value",
            Fact::NetCost => "net_cost",
            Fact::MaterialValue(_) => "material_value",
            Fact::Condition(_) => "condition",
            Fact::Special(_) => "special",
            Fact::TextileDivision => "textile_division",
            Fact::SilentText(_) => "silent_text",
            Fact::UnstatedFigure => "unstated_figure",
            Fact::UnreadText => "unread_text",
            Fact::NoRule => "no_rule",
        }
    }

    /// The material that the fact is about, if it is about one.
    pub const fn material(&self) -> Option<MaterialId> {
        match self {
            Fact::MaterialCode(m)
            | Fact::MaterialCodeLonger(m)
            | Fact::MaterialItem(m, _)
            | Fact::MaterialNamed(m, _)
            | Fact::MaterialOther(m)
            | Fact::MaterialOtherItem(m)
            | Fact::NotTolerated(m)
            | Fact::MaterialRelation(m)
            | Fact::MaterialOrigin(m)
            | Fact::MaterialValue(m)
            | Fact::SilentText(m) => Some(*m),
            _ => None,
        }
    }
}
