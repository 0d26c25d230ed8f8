//! What the good, or a material that was made in Canada, is for as a part of motor vehicles: asked as a field.

use super::bill::Bill;
use super::sheet::{Block, FieldBlock, FieldKind};
use crate::case::{MaterialId, VehicleUse};
use crate::draft::VehicleUseForm;
use crate::i18n::{self, Words};
use crate::origin::point::{Fact, OwnFact};

/// What was said of the use that a fact is about. Nothing where the fact is about no use.
pub(super) fn use_given(bill: &Bill<'_>, fact: &Fact) -> Option<VehicleUseForm> {
    match fact {
        Fact::VehicleUse => Some(bill.good.vehicle_use),
        Fact::Of(id, OwnFact::VehicleUse) => Some(bill.get(*id)?.made.vehicle_use),
        _ => None,
    }
}

/// The uses that were named, so that they can be changed.
pub(super) fn uses_asked(words: &Words, bill: &Bill<'_>, material: i18n::MaterialName<'_>) -> Vec<Block> {
    let mut facts = vec![Fact::VehicleUse];
    for given in &bill.good.materials {
        facts.push(Fact::Of(MaterialId(given.id), OwnFact::VehicleUse));
    }
    let mut blocks = Vec::new();
    for fact in &facts {
        if use_given(bill, fact).is_some_and(|usage| usage != VehicleUseForm::Unknown) {
            blocks.extend(use_asked(words, bill, fact, material));
        }
    }
    blocks
}

/// The uses of a set, short: to tell the cases of a table apart.
pub(super) fn use_label(words: &Words, uses: u8) -> String {
    let mut said = String::new();
    for usage in VehicleUse::ALL {
        if uses >> usage as u8 & 1 == 0 {
            continue;
        }
        if !said.is_empty() {
            said.push_str("; ");
        }
        said.push_str(&match usage {
            VehicleUse::None => words.use_none(),
            VehicleUse::Aftermarket => words.use_aftermarket(),
            VehicleUse::Light => words.use_light(),
            VehicleUse::Heavy => words.use_heavy(),
            VehicleUse::OtherLight => words.use_other_light(),
            VehicleUse::OtherHeavy => words.use_other_heavy(),
        });
    }
    said
}

/// The question after a use: "none of these" first and "I don’t know" last.
pub(super) fn use_asked(
    words: &Words,
    bill: &Bill<'_>,
    fact: &Fact,
    material: i18n::MaterialName<'_>,
) -> Option<Block> {
    let chosen = use_given(bill, fact)?;
    let (name, label) = match fact.material() {
        None => (String::from("@0.vehicle_use"), words.ask_vehicle_use()),
        Some(id) => {
            let name = ["@", &id.0.to_string(), ".made.vehicle_use"].concat();
            (name, words.ask_vehicle_use_of(&material(id)))
        }
    };
    let mut choices = Vec::new();
    for it in VehicleUseForm::ALL {
        if let Some(usage) = it.meaning() {
            choices.push((it.name(), i18n::vehicle_use(words, usage)));
        }
    }
    choices.push((VehicleUseForm::NotKnown.name(), words.do_not_know()));
    Some(Block::Field(FieldBlock {
        name,
        label,
        hint: words.ask_vehicle_use_hint(),
        value: chosen.name(),
        kind: FieldKind::Choice,
        choices,
        problem: String::new(),
    }))
}
