//! Facts that nobody has given, and that would settle an unknown.

use super::pack::Pack;
use super::rule::NameId;
use super::special::Special;
use crate::case::MaterialId;
use crate::units::HsCode;

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
    /// Whether the good was of this code in the edition of the rule set.
    GoodOldCode(HsCode),
    /// Whether a material was of this code in the edition of the rule set.
    MaterialOldCode(MaterialId, HsCode),
    /// The table of today's codes in the edition of the rule set.
    Editions,
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
    /// Whether a material is in the component that settles how the good is classified.
    MaterialComponent(MaterialId),
    /// Whether a note has a material disregarded: rayon that is neither lyocell nor acetate.
    MaterialDisregarded(MaterialId),
    /// Whether a material, or the good, is among those of its code that the tolerance leaves out.
    NotTolerated(MaterialId),
    /// What a part of motor vehicles is for.
    VehicleUse,
    /// Whether the good is for this use.
    Usage(NameId),
    /// How a material stands to the good.
    MaterialRelation(MaterialId),
    /// Whether a material originates in Canada.
    MaterialOrigin(MaterialId),
    /// Whether every material that does not originate in Canada, or may not, is listed.
    AllListed,
    /// What the producer sells the good for.
    TransactionValue,
    /// The net cost of the good.
    NetCost,
    /// The value of a material.
    MaterialValue(MaterialId),
    /// Whether the value of a material includes the charges on it.
    ChargesIncluded(MaterialId),
    /// Whether documents show the charges on a material.
    ChargesDocumented(MaterialId),
    /// Whether the producer imported a material, instead of buying it in Canada.
    MaterialImported(MaterialId),
    /// Whether a condition or process holds.
    Condition(NameId),
    /// Whether a section, chapter or automotive rule is met.
    Special(Special),
    /// How much of what was sold went to related persons.
    RelatedSales,
    /// The total cost of the good.
    TotalCost,
    /// The weight of the good, or of its component.
    Weight,
    /// The weight of a material.
    MaterialWeight(MaterialId),
    /// What a rule asks of a material that went into another one, and not straight into the good of that rule. The
    /// second material is that good; zero stands for the whole. It is asked apart, since the rule of what the material
    /// went into may ask the same of it and mean another good.
    OfInput(MaterialId, MaterialId, InputFact),
    /// A fact about a material that was made in Canada, taken as a good.
    Of(MaterialId, OwnFact),
    /// The answer of the Clothing and Textiles Division.
    TextileDivision,
    /// The text does not say what becomes of a material from elsewhere in its group.
    SilentText(MaterialId),
    /// The text asks for content and names no figure.
    UnstatedFigure,
    /// The texts disagree on the figure of content.
    UnsettledFigure,
    /// The text does not say which materials of a list that they must not fall in together fail the change.
    UnsettledList,
    /// The text does not say whether a figure is asked of a replacement part, too.
    UnsettledUse,
    /// The row was not read.
    UnreadText,
    /// This pack has no rule for the good's code.
    NoRule,
}

/// A question about a material whose answer depends on the good that it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InputFact {
    /// Whether it is another good than the one made.
    Other,
    /// Whether it is of another tariff item of the rule set than the good.
    OtherItem,
    /// Whether it, or the good, is among those of its code that the tolerance leaves out.
    NotTolerated,
}

impl InputFact {
    /// The same question about a material of the good itself.
    pub const fn of_material(self, m: MaterialId) -> Fact {
        match self {
            InputFact::Other => Fact::MaterialOther(m),
            InputFact::OtherItem => Fact::MaterialOtherItem(m),
            InputFact::NotTolerated => Fact::NotTolerated(m),
        }
    }
}

/// A fact about a material as a good, which has no fact about a material to stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnFact {
    /// What it is for, as a part of motor vehicles.
    VehicleUse,
    /// What it is for.
    Usage(NameId),
    /// Whether all that went into it is listed.
    AllListed,
    /// What it is sold for.
    TransactionValue,
    /// Its net cost.
    NetCost,
    /// Its total cost.
    TotalCost,
    /// How much of it was sold to related persons.
    RelatedSales,
    /// Its weight.
    Weight,
    /// Whether a condition or process holds for it.
    Condition(NameId),
    /// Whether a section, chapter or automotive rule is met by it.
    Special(Special),
    /// What only somebody else, or a better text, could settle.
    TextileDivision,
    /// No figure is named.
    UnstatedFigure,
    /// The texts disagree on the figure.
    UnsettledFigure,
    /// The text does not say which materials of a list fail.
    UnsettledList,
    /// The text does not say whether a figure is for this use.
    UnsettledUse,
    /// Its row was not read.
    UnreadText,
    /// There is no rule for its code.
    NoRule,
}

impl OwnFact {
    /// The same fact about the good.
    pub const fn of_good(self) -> Fact {
        match self {
            OwnFact::VehicleUse => Fact::VehicleUse,
            OwnFact::Usage(name) => Fact::Usage(name),
            OwnFact::AllListed => Fact::AllListed,
            OwnFact::TransactionValue => Fact::TransactionValue,
            OwnFact::NetCost => Fact::NetCost,
            OwnFact::TotalCost => Fact::TotalCost,
            OwnFact::RelatedSales => Fact::RelatedSales,
            OwnFact::Weight => Fact::Weight,
            OwnFact::Condition(name) => Fact::Condition(name),
            OwnFact::Special(special) => Fact::Special(special),
            OwnFact::TextileDivision => Fact::TextileDivision,
            OwnFact::UnstatedFigure => Fact::UnstatedFigure,
            OwnFact::UnsettledFigure => Fact::UnsettledFigure,
            OwnFact::UnsettledList => Fact::UnsettledList,
            OwnFact::UnsettledUse => Fact::UnsettledUse,
            OwnFact::UnreadText => Fact::UnreadText,
            OwnFact::NoRule => Fact::NoRule,
        }
    }
}

impl Fact {
    /// The same fact, where the good is a material of another one. A fact about a material of it stays what it is.
    #[must_use]
    pub const fn of(self, m: MaterialId) -> Fact {
        let own = match self {
            Fact::GoodCode => return Fact::MaterialCode(m),
            Fact::GoodCodeLonger => return Fact::MaterialCodeLonger(m),
            Fact::GoodOldCode(code) => return Fact::MaterialOldCode(m, code),
            Fact::GoodItem(item) => return Fact::MaterialItem(m, item),
            Fact::GoodNamed(name) => return Fact::MaterialNamed(m, name),
            // A material that was made as somebody said was made in Canada; else it is a matter of its origin.
            Fact::MadeInCanada => return Fact::MaterialOrigin(m),
            Fact::VehicleUse => OwnFact::VehicleUse,
            Fact::Usage(name) => OwnFact::Usage(name),
            Fact::AllListed => OwnFact::AllListed,
            Fact::TransactionValue => OwnFact::TransactionValue,
            Fact::NetCost => OwnFact::NetCost,
            Fact::TotalCost => OwnFact::TotalCost,
            Fact::RelatedSales => OwnFact::RelatedSales,
            Fact::Weight => OwnFact::Weight,
            Fact::Condition(name) => OwnFact::Condition(name),
            Fact::Special(special) => OwnFact::Special(special),
            Fact::TextileDivision => OwnFact::TextileDivision,
            Fact::UnstatedFigure => OwnFact::UnstatedFigure,
            Fact::UnsettledFigure => OwnFact::UnsettledFigure,
            Fact::UnsettledList => OwnFact::UnsettledList,
            Fact::UnsettledUse => OwnFact::UnsettledUse,
            Fact::UnreadText => OwnFact::UnreadText,
            Fact::NoRule => OwnFact::NoRule,
            about_a_material => return about_a_material,
        };
        Fact::Of(m, own)
    }

    /// The key under which an answer to this fact is kept, for facts that are questions with yes or no.
    ///
    /// Built on the English short name, so that it outlives a rebuilt pack. Nothing for facts with their own field.
    pub fn key(&self, pack: &Pack) -> Option<String> {
        let name = |id: &NameId| pack.name(*id).0;
        Some(match self {
            Fact::GoodOldCode(code) => format!("good-old-code:{}", code.as_str()),
            Fact::MaterialOldCode(m, code) => format!("material-old-code:{}:{}", m.0, code.as_str()),
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
            Fact::MaterialDisregarded(m) => format!("disregarded:{}", m.0),
            Fact::OfInput(m, of, it) => format!("input:{}:{}", of.0, it.of_material(*m).key(pack)?),
            Fact::Of(m, own) => format!("of:{}:{}", m.0, own.of_good().key(pack)?),
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
            Fact::GoodOldCode(_) => "good_old_code",
            Fact::MaterialOldCode(..) => "material_old_code",
            Fact::Editions => "editions",
            Fact::GoodItem(_) => "good_item",
            Fact::MaterialItem(..) => "material_item",
            Fact::GoodNamed(_) => "good_named",
            Fact::MaterialNamed(..) => "material_named",
            Fact::MaterialOther(_) => "material_other",
            Fact::MaterialOtherItem(_) => "material_other_item",
            Fact::NotTolerated(_) => "not_tolerated",
            Fact::VehicleUse => "vehicle_use",
            Fact::Usage(_) => "usage",
            Fact::MaterialRelation(_) => "material_relation",
            Fact::MaterialOrigin(_) => "material_origin",
            Fact::AllListed => "all_listed",
            Fact::TransactionValue => "transaction_value",
            Fact::NetCost => "net_cost",
            Fact::MaterialValue(_) => "material_value",
            Fact::ChargesIncluded(_) => "charges_included",
            Fact::ChargesDocumented(_) => "charges_documented",
            Fact::MaterialImported(_) => "material_imported",
            Fact::Condition(_) => "condition",
            Fact::Special(_) => "special",
            Fact::RelatedSales => "related_sales",
            Fact::TotalCost => "total_cost",
            Fact::Weight => "weight",
            Fact::MaterialWeight(_) => "material_weight",
            Fact::MaterialComponent(_) => "material_component",
            Fact::MaterialDisregarded(_) => "material_disregarded",
            Fact::OfInput(..) => "of_input",
            Fact::Of(..) => "of_material",
            Fact::TextileDivision => "textile_division",
            Fact::SilentText(_) => "silent_text",
            Fact::UnstatedFigure => "unstated_figure",
            Fact::UnsettledFigure => "unsettled_figure",
            Fact::UnsettledList => "unsettled_list",
            Fact::UnsettledUse => "unsettled_use",
            Fact::UnreadText => "unread_text",
            Fact::NoRule => "no_rule",
        }
    }

    /// The material that the fact is about, if it is about one.
    pub const fn material(&self) -> Option<MaterialId> {
        match self {
            Fact::MaterialCode(m)
            | Fact::MaterialCodeLonger(m)
            | Fact::MaterialOldCode(m, _)
            | Fact::MaterialItem(m, _)
            | Fact::MaterialNamed(m, _)
            | Fact::MaterialOther(m)
            | Fact::MaterialOtherItem(m)
            | Fact::NotTolerated(m)
            | Fact::MaterialRelation(m)
            | Fact::MaterialOrigin(m)
            | Fact::MaterialValue(m)
            | Fact::ChargesIncluded(m)
            | Fact::ChargesDocumented(m)
            | Fact::MaterialImported(m)
            | Fact::MaterialWeight(m)
            | Fact::MaterialComponent(m)
            | Fact::MaterialDisregarded(m)
            | Fact::OfInput(m, _, _)
            | Fact::Of(m, _)
            | Fact::SilentText(m) => Some(*m),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, InputFact, OwnFact};
    use crate::case::MaterialId;
    use crate::origin::pack::RuleSet;
    use crate::origin::rule::NameId;
    use crate::origin::shipped;
    use crate::origin::special::Special;
    use crate::units::HsCode;

    /// Drafts keep answers under these keys, so that they must stay.
    #[test]
    fn answers_keep_their_keys() {
        let pack = shipped::pack(RuleSet::Cusma).expect("the shipped pack");
        let code = HsCode::read("880211").expect("a code");
        let (m, name) = (MaterialId(7), NameId(0));
        let short = pack.name(name).0;
        let rows = [
            (Fact::GoodOldCode(code), "good-old-code:880211".to_owned()),
            (Fact::MaterialOldCode(m, code), "material-old-code:7:880211".to_owned()),
            (Fact::GoodItem(code), "good-in:880211".to_owned()),
            (Fact::MaterialItem(m, code), "material-in:7:880211".to_owned()),
            (Fact::GoodNamed(name), format!("good-is:{short}")),
            (Fact::MaterialNamed(m, name), format!("material-is:7:{short}")),
            (Fact::MaterialOther(m), "material-other:7".to_owned()),
            (Fact::MaterialOtherItem(m), "material-other-item:7".to_owned()),
            (Fact::NotTolerated(m), "not-tolerated:7".to_owned()),
            (Fact::Usage(name), format!("use:{short}")),
            (Fact::Condition(name), format!("condition:{short}")),
            (Fact::Special(Special::Mixing), "special:mixing".to_owned()),
            (Fact::MaterialDisregarded(m), "disregarded:7".to_owned()),
            (Fact::OfInput(m, MaterialId(2), InputFact::Other), "input:2:material-other:7".to_owned()),
            (Fact::Of(m, OwnFact::Condition(name)), format!("of:7:condition:{short}")),
        ];
        for (fact, key) in rows {
            assert_eq!(fact.key(&pack), Some(key));
        }
        // What this program does not compute takes no answer, and facts with a field of their own have none.
        assert_eq!(Fact::Special(Special::VehicleContent).key(&pack), None);
        assert_eq!(Fact::NetCost.key(&pack), None);
    }
}
