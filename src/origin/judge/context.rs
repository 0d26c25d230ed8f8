//! What every step of a judgement looks at.

use crate::case::{Good, Material, MaterialOrigin};
use crate::finding::Finding;
use crate::origin::pack::Pack;
use crate::origin::point::Fact;
use crate::origin::provisions::Provisions;
use crate::origin::special::left_out;
use crate::units::Day;

/// A good, the pack it is judged under, and the day for which dated rules are read.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) pack: &'a Pack,
    pub(super) good: &'a Good,
    pub(super) day: Day,
}

impl<'a> Context<'a> {
    pub(super) fn provisions(&self) -> &'static Provisions {
        Provisions::of(self.pack.set)
    }

    /// The answer to a question about the good or one of its materials.
    pub(super) fn answer(&self, fact: &Fact) -> Finding {
        let answers = &self.good.answers;
        // Most goods have no answers at all; their keys need not be built.
        if answers.is_empty() {
            return Finding::Unknown;
        }
        Finding::from(fact.key(self.pack).and_then(|key| answers.get(&key)))
    }

    /// Whether the good, or a material, is of a tariff item. It is of one only: a yes to another one denies this.
    pub(super) fn of_item(&self, fact: &Fact) -> Finding {
        let answer = self.answer(fact);
        if answer != Finding::Unknown || self.good.answers.is_empty() {
            return answer;
        }
        let key = fact.key(self.pack).unwrap_or_default();
        for (other, yes) in self.good.answers.iter() {
            if yes && kind(other).is_some() && kind(other) == kind(&key) {
                return Finding::No;
            }
        }
        answer
    }

    /// The materials that are, or may be, non-originating.
    ///
    /// A list, as are all that a judgement goes through: every use of an iterator is code of its own in the page.
    pub(super) fn foreign(&self) -> Vec<&'a Material> {
        let mut foreign = Vec::new();
        for material in &self.good.materials {
            if material.origin != MaterialOrigin::Originating {
                foreign.push(material);
            }
        }
        foreign
    }

    /// Those of them that have to undergo a change.
    pub(super) fn changing(&self) -> Vec<&'a Material> {
        let mut changing = Vec::new();
        for material in self.foreign() {
            if self.is_left_out(material) != Finding::Yes {
                changing.push(material);
            }
        }
        changing
    }

    /// Whether a note leaves the material out of the change. Unknown where its code is too short to tell.
    pub(super) fn is_left_out(&self, material: &Material) -> Finding {
        match (&self.good.code, &material.code) {
            (Some(good), Some(code)) => left_out(self.pack.set, good, code),
            _ => Finding::No,
        }
    }
}

/// The key of an answer without its last part: the question, less the item that it is about.
fn kind(key: &str) -> Option<&str> {
    key.rsplit_once(':').map(|(kind, _)| kind)
}
