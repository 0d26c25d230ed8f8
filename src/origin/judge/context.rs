//! What every step of a judgement looks at.

use super::uses::Uses;
use crate::case::{
    Answers, Good, Made, Maker, Material, MaterialId, MaterialOrigin, Obtained, Purpose, VehicleUse,
};
use crate::finding::Finding;
use crate::index::Index;
use crate::judgement::Judgement;
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::point::{Fact, InputFact, Point};
use crate::origin::provisions::Provisions;
use crate::origin::special::{Special, can_be_remanufactured, disregarded, grown_from, left_out};
use crate::units::{Day, Money};
use std::cell::OnceCell;

/// A good, the pack it is judged under, and the day for which dated rules are read.
pub(super) struct Context<'a> {
    pub(super) pack: &'a Pack,
    pub(super) good: &'a Good,
    pub(super) day: Day,
    /// What was answered about the good and all its materials, however deep they lie.
    pub(super) answers: &'a Answers,
    /// The material that this good is, in a larger one.
    pub(super) of: Option<MaterialId>,
    /// What became of the materials that were made in Canada, in order of their ids.
    pub(super) made: Vec<MadeOut>,
    /// Whether designations of materials that rest on content are left aside.
    pub(super) no_tested_designations: bool,
    /// How deep this good lies in another.
    pub(super) depth: usize,
    /// The use for which a part of vehicles is being judged. Nothing: it is no such part.
    pub(super) part_use: Option<VehicleUse>,
    /// The uses that the good may be for: one where somebody said, or where it is a material of a known vehicle.
    pub(super) uses: Uses,
    /// Which materials are the good's own, once somebody has asked.
    pub(super) own: OnceCell<Index>,
}

/// A material that was made in Canada, judged by its own rule.
pub(super) struct MadeOut {
    pub(super) id: MaterialId,
    pub(super) judged: Judgement<Point>,
    /// Whether it originates only because a content test was met.
    pub(super) on_content: bool,
    /// Whether it is designated as an intermediate material.
    pub(super) designated: bool,
    /// Whether such a designation would be left aside.
    pub(super) refused: bool,
    /// What is non-originating inside it, at least, in CAD.
    pub(super) inside: Money,
    /// What it comes to with those inside it left aside, as its own designation asks, where that is no yes.
    pub(super) without_others: Option<Judgement<Point>>,
}

impl<'a> Context<'a> {
    pub(super) fn provisions(&self) -> &'static Provisions {
        Provisions::of(self.pack.set)
    }

    /// A good by itself, nothing known yet of the materials that were made for it.
    pub(super) fn new(pack: &'a Pack, good: &'a Good, day: Day) -> Context<'a> {
        Context {
            pack,
            good,
            day,
            answers: &good.answers,
            of: None,
            made: Vec::new(),
            no_tested_designations: false,
            depth: 0,
            part_use: None,
            uses: good.vehicle_use.map_or(Uses::ALL, Uses::one),
            own: OnceCell::new(),
        }
    }

    /// The answer to a question about the good or one of its materials.
    pub(super) fn answer(&self, fact: &Fact) -> Finding {
        if let (Fact::Usage(name) | Fact::GoodNamed(name), Some(usage)) = (fact, self.part_use)
            && let Some(is) = self.pack.role(*name).and_then(|role| role.is_met(usage))
        {
            return Finding::from(is);
        }
        if let Fact::GoodNamed(name) = fact {
            return self.is_named(*name);
        }
        self.said(fact)
    }

    /// What somebody answered.
    pub(super) fn said(&self, fact: &Fact) -> Finding {
        // Most goods have no answers at all; their keys need not be built.
        if self.answers.is_empty() {
            return Finding::Unknown;
        }
        Finding::from(self.asked(fact).key(self.pack).and_then(|key| self.answers.get(&key)))
    }

    /// The question as it is asked for the good of this context, and no other.
    pub(super) fn asked_of(&self, m: MaterialId, asked: InputFact) -> Fact {
        // What went into a material of the producer's own making is not the good's own. There is none where none was made.
        if self.made.is_empty() || self.is_own(m) {
            return asked.of_material(m);
        }
        Fact::OfInput(m, self.of.unwrap_or_default(), asked)
    }

    /// Whether the material is the good's own, and did not go into one of its materials.
    fn is_own(&self, m: MaterialId) -> bool {
        let own = self.own.get_or_init(|| {
            let mut own = Index::default();
            for (at, material) in self.good.materials.iter().enumerate() {
                own.note(material.id.0.into(), at);
            }
            own
        });
        own.get(m.0.into()).is_some()
    }

    /// The fact as it is asked of the whole good.
    fn asked(&self, fact: &Fact) -> Fact {
        match self.of {
            Some(material) => fact.of(material),
            None => *fact,
        }
    }

    /// What became of a material that was made in Canada. Nothing where it was not.
    pub(super) fn made_out(&self, m: &Material) -> Option<&MadeOut> {
        m.made.as_ref()?;
        let at = self.made.binary_search_by_key(&m.id, |made| made.id).ok()?;
        self.made.get(at)
    }

    /// What went into the material, where that may count in its place: it is of the producer's own making, or the
    /// work on it is accumulated.
    pub(super) fn inputs<'m>(&self, m: &'m Material) -> Option<&'m Made> {
        let made = m.made.as_deref()?;
        (made.by != Maker::Supplier).then_some(made)
    }

    /// Whether the material stands as designated: an intermediate material that counts as a whole.
    pub(super) fn is_intermediate(&self, m: &Material) -> bool {
        self.made_out(m).is_some_and(|made| made.designated && !made.refused)
    }

    /// Whether a designated material counts as a whole: as it originates with those inside it left aside, if that is
    /// asked. With what would settle it.
    pub(super) fn stands_as_intermediate(&self, m: &Material) -> (Finding, Vec<Fact>) {
        match self.made_out(m).and_then(|made| made.without_others.as_ref()) {
            Some(kept) => (kept.finding, super::missing(kept)),
            None => (self.originates(m), self.origin_facts(m)),
        }
    }

    /// Whether a material counts as originating.
    pub(super) fn originates(&self, m: &Material) -> Finding {
        match m.purpose {
            // Source: SOR/2020-155, 8(13), 8(17); SOR/94-14, 7(11), 7(15).
            Purpose::Indirect | Purpose::Packing => return Finding::Yes,
            Purpose::Recovered => {
                let code = self.good.code.as_ref();
                let can = code.map_or(Finding::Unknown, |code| can_be_remanufactured(self.pack.set, code));
                if can != Finding::No {
                    return can;
                }
            }
            Purpose::Material | Purpose::Packaging | Purpose::Accessory => {}
        }
        if let Some(made) = self.made_out(m) {
            return made.judged.finding;
        }
        match m.origin {
            MaterialOrigin::NonOriginating => Finding::No,
            MaterialOrigin::Unknown => Finding::Unknown,
            MaterialOrigin::Originating => Finding::Yes,
        }
    }

    /// Whether a material counts as non-originating.
    pub(super) fn is_foreign(&self, m: &Material) -> Finding {
        self.originates(m).negated()
    }

    /// What would settle whether a material originates.
    pub(super) fn origin_facts(&self, m: &Material) -> Vec<Fact> {
        if m.purpose == Purpose::Recovered {
            let short = self.good.code.is_some();
            return vec![if short { Fact::GoodCodeLonger } else { Fact::GoodCode }];
        }
        match self.made_out(m) {
            Some(made) => super::missing(&made.judged),
            None => vec![Fact::MaterialOrigin(m.id)],
        }
    }

    /// Whether the good, or a material, is of a tariff item. It is of one only: a yes to another one denies this.
    pub(super) fn of_item(&self, fact: &Fact) -> Finding {
        let answer = self.answer(fact);
        if answer != Finding::Unknown || self.answers.is_empty() {
            return answer;
        }
        let key = self.asked(fact).key(self.pack).unwrap_or_default();
        for (other, yes) in self.answers.iter() {
            if yes && kind(other) == kind(&key) {
                return Finding::No;
            }
        }
        answer
    }

    /// The materials that are, or may be, non-originating.
    ///
    /// A list, as are all that a judgement goes through: every use of an iterator is code of its own in the page.
    pub(super) fn foreign_of<'m>(&self, good: &'m Good) -> Vec<&'m Material> {
        let mut foreign = Vec::new();
        for material in &good.materials {
            if self.originates(material) != Finding::Yes {
                foreign.push(material);
            }
        }
        foreign
    }

    /// Those of them that have to undergo a change.
    pub(super) fn changing(&self) -> Vec<&'a Material> {
        self.changing_of(self.good)
    }

    pub(super) fn changing_of<'m>(&self, good: &'m Good) -> Vec<&'m Material> {
        let mut changing = Vec::new();
        for material in self.foreign_of(good) {
            if self.is_left_out(material) != Finding::Yes {
                changing.push(material);
            }
        }
        changing
    }

    /// Whether a note leaves the material out of the change. Unknown where its code is too short to tell.
    pub(super) fn is_left_out(&self, material: &Material) -> Finding {
        // Retail packaging and accessories. Source: SOR/2020-155, 8(14), 8(24); SOR/94-14, 7(12), 7(17).
        if matches!(material.purpose, Purpose::Packaging | Purpose::Accessory)
            && self.provisions().has_general
        {
            return Finding::Yes;
        }
        // Whatever it is. Source: SOR/2020-155, 5(9); SOR/94-14, Schedule I, notes to chapters 61 to 63.
        let mut left = Finding::No;
        if self.is_apparel() {
            left = Finding::from(material.in_component).negated();
        }
        let (Some(good), Some(code)) = (&self.good.code, &material.code) else { return left };
        left = left.max(left_out(self.pack.set, good, code)).max(self.is_planted(material));
        let said = self.answer(&Fact::MaterialDisregarded(material.id));
        left.max(disregarded(self.pack.set, good, code, said))
    }

    /// Whether the good is said to be grown or raised here and the material to be what it was grown from.
    /// Source: SOR/94-14, Schedule I, section II; HTSUS General Note 11(n)(iii), chapter 3, rule 1.
    pub(super) fn is_planted(&self, material: &Material) -> Finding {
        let how = self.good.obtained.filter(|how| {
            let older = self.pack.set == RuleSet::Nafta && *how == Obtained::Aquaculture;
            self.provisions().has_general && !older
        });
        let (Some(good), Some(code), Some(how)) = (&self.good.code, &material.code, how) else {
            return Finding::No;
        };
        let (certain, possible) = grown_from(how, good, code);
        certain.max(possible.min(self.answer(&Fact::Special(Special::Planted))))
    }

    /// What would settle whether a note leaves the material out.
    pub(super) fn left_out_facts(&self, m: &Material) -> Vec<Fact> {
        let mut facts = Vec::new();
        if self.is_apparel() && m.in_component.is_none() {
            facts.push(Fact::MaterialComponent(m.id));
        }
        let (Some(good), Some(code)) = (&self.good.code, &m.code) else { return facts };
        let fact = Fact::MaterialDisregarded(m.id);
        match disregarded(self.pack.set, good, code, Finding::Yes) {
            Finding::Yes if self.answer(&fact) == Finding::Unknown => facts.push(fact),
            // Of a code too short to be rayon for certain the answer would settle nothing.
            Finding::Unknown => facts.push(Fact::MaterialCodeLonger(m.id)),
            _ => {}
        }
        let planted = Fact::Special(Special::Planted);
        if self.is_planted(m) == Finding::Unknown && self.answer(&planted) == Finding::Unknown {
            facts.push(planted);
            if self.good.obtained.is_some_and(|how| grown_from(how, good, code).1 == Finding::Unknown) {
                facts.push(Fact::MaterialCodeLonger(m.id));
            }
        }
        if facts.is_empty() {
            facts.push(Fact::MaterialCodeLonger(m.id));
        }
        facts
    }
}

/// The key of an answer without its last part: the question, less the item that it is about.
fn kind(key: &str) -> Option<&str> {
    key.rsplit_once(':').map(|(kind, _)| kind)
}
