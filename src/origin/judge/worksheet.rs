//! How the value of non-originating materials was added up: material by material, for a worksheet.

use super::context::Context;
use super::today::in_older_codes;
use crate::case::{CodeEdition, Good, MaterialId};
use crate::finding::Finding;
use crate::origin::pack::Pack;
use crate::units::{Day, Money};

/// A material as it stands in the value of non-originating materials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub material: MaterialId,
    /// Whether it counts.
    pub counts: Finding,
    /// What it counts for if it does: its value with what the rule set adds to it or takes off, in CAD. Nothing while
    /// that is not known.
    pub value: Option<Money>,
}

/// The materials that the value of non-originating materials is added up of, in the order of the good's. A material
/// of the producer's own making is there by what went into it, unless it is designated and originates.
///
/// Nothing where codes of today cannot be looked up. Source: SOR/2020-155, 7, 8; SOR/94-14, 6, 7.
pub fn entries(pack: &Pack, good: &Good, day: Day) -> Option<Vec<Entry>> {
    counted_out(pack, good, day, |context| {
        let mut entries = Vec::new();
        for (material, counts) in context.counted() {
            entries.push(Entry { material: material.id, counts, value: context.worth(material).known() });
        }
        entries
    })
}

/// What the foreign materials of the good count for under the rule set, in CAD. Nothing while that is not known.
pub fn foreign_value(pack: &Pack, good: &Good, day: Day) -> Option<Money> {
    counted_out(pack, good, day, |context| context.vnm().known()).flatten()
}

/// What `look` finds when all materials that were made in Canada have been judged.
fn counted_out<T>(pack: &Pack, good: &Good, day: Day, look: impl Fn(&Context<'_>) -> T) -> Option<T> {
    let older;
    let good = match good.edition {
        CodeEdition::RuleSet => good,
        CodeEdition::Today => {
            older = in_older_codes(pack, good)?;
            &older
        }
    };
    let mut context = Context::new(pack, good, day);
    context.judge_made();
    Some(look(&context))
}
