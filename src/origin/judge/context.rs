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
        let kind = key.rsplit_once(':').map_or("", |(kind, _)| kind);
        let of_kind = |other: &str| other.rsplit_once(':').is_some_and(|(other, _)| other == kind);
        let another = self.good.answers.iter().any(|(other, yes)| yes && of_kind(other));
        if another { Finding::No } else { answer }
    }

    /// The materials that are, or may be, non-originating.
    pub(super) fn foreign(&self) -> impl Iterator<Item = &'a Material> + use<'a> {
        self.good.materials.iter().filter(|m| m.origin != MaterialOrigin::Originating)
    }

    /// Those of them that have to undergo a change.
    pub(super) fn changing(&self) -> impl Iterator<Item = &'a Material> + use<'a> {
        let (good, set) = (self.good.code, self.pack.set);
        self.foreign()
            .filter(move |m| !good.zip(m.code).is_some_and(|(good, code)| left_out(set, &good, &code)))
    }
}
