//! The change in tariff classification: whether a material comes from where a rule wants it to come from.
//!
//! Every function answers for a material taken as non-originating. Source: the interpretation notes of both
//! rule sets; the readings taken where the texts are silent are those of the method page.

use super::context::Context;
use super::values::Counted;
use crate::case::Material;
use crate::finding::Finding;
use crate::origin::point::{Fact, InputFact};
use crate::origin::rule::{Group, Sources, Target, Term};
use crate::origin::vehicle::Role;
use crate::units::{HsCode, HsRange, Level};

/// How one material fared, and the source or exception that decided it.
pub(super) struct Fared<'t> {
    pub(super) finding: Finding,
    pub(super) by: Option<&'t Term>,
    pub(super) open: Vec<Fact>,
}

impl Context<'_> {
    /// Whether the material comes from one of the sources, or of those that may be used as well.
    pub(super) fn shifts<'t>(
        &self,
        target: &Target,
        from: &'t Sources,
        also: Option<&'t Sources>,
        m: &Material,
    ) -> Fared<'t> {
        let mut first = self.fare(target, from, m);
        if let Some(also) = also {
            let second = self.fare(target, also, m);
            if first.finding < second.finding {
                first = second;
            } else {
                first.open.extend_from_slice(&second.open);
                first.by = first.by.or(second.by);
            }
        }
        // A material that may yet prove to be left out has not failed.
        if first.finding == Finding::No && self.is_left_out(m) == Finding::Unknown {
            return Fared { finding: Finding::Unknown, by: None, open: self.left_out_facts(m) };
        }
        first
    }

    pub(super) fn fare<'t>(&self, target: &Target, sources: &'t Sources, m: &Material) -> Fared<'t> {
        let (good, code) = match self.both_codes(m) {
            Ok((good, code)) => (*good, *code),
            Err(missing) => return Fared { finding: Finding::Unknown, by: None, open: vec![missing] },
        };
        let place = Place { good, code, target };
        let (excepted, exception) = self.excepted(&place, sources, m);
        let mut best = Fared { finding: Finding::No, by: None, open: Vec::new() };
        let mut stopped_by = None;
        for term in &sources.any_of {
            let comes = self.comes_from(&place, term, m);
            // An exception never takes away what the same phrase names by code or by description.
            let clear = if is_open_ended(term) { excepted.negated() } else { Finding::Yes };
            let finding = comes.min(clear);
            if comes != Finding::No {
                stopped_by = exception;
            }
            if finding == Finding::Yes {
                return Fared { finding, by: Some(term), open: Vec::new() };
            }
            if finding == Finding::Unknown {
                best.finding = Finding::Unknown;
                self.open_facts(&place, term, m, &mut best.open);
                if clear == Finding::Unknown {
                    for exception in &sources.except {
                        if !is_combination(exception) {
                            self.open_facts(&place, exception, m, &mut best.open);
                        }
                    }
                }
            }
        }
        best.by = stopped_by;
        best
    }

    /// Whether an exception that looks at single materials catches this one, and which.
    fn excepted<'t>(
        &self,
        place: &Place<'_>,
        sources: &'t Sources,
        m: &Material,
    ) -> (Finding, Option<&'t Term>) {
        let mut worst = (Finding::No, None);
        for term in &sources.except {
            if is_combination(term) {
                continue;
            }
            let finding = self.comes_from(place, term, m);
            if finding > worst.0 {
                worst = (finding, Some(term));
            }
        }
        worst
    }

    /// Whether the sources keep this material out as a printed circuit assembly, and what would tell.
    pub(super) fn circuit_kept_out(
        &self,
        target: &Target,
        sources: &Sources,
        m: &Material,
    ) -> (Finding, Vec<Fact>) {
        let mut open = Vec::new();
        let mut kept_out = Finding::No;
        for term in &sources.except {
            if let Term::Named { name, .. } = term
                && self.pack.role(*name) == Some(Role::Circuits)
            {
                match self.both_codes(m) {
                    Ok((good, code)) => {
                        let place = Place { good: *good, code: *code, target };
                        kept_out = self.comes_from(&place, term, m);
                        self.open_facts(&place, term, m, &mut open);
                    }
                    // Without a code it may be of those that are meant, unless it is no such assembly at all; nor is it
                    // known then whether it fails.
                    Err(missing) => {
                        kept_out = self.answer(&Fact::MaterialNamed(m.id, *name));
                        open.push(missing);
                    }
                }
            }
        }
        (kept_out, open)
    }

    /// Whether the material falls in this source or exception.
    pub(super) fn comes_from(&self, place: &Place<'_>, term: &Term, m: &Material) -> Finding {
        match term {
            Term::AnyOther { level, group, within, within_own } => {
                let inside =
                    if within.is_empty() { Finding::Yes } else { self.in_ranges(within, m, &place.code) };
                let own = within_own.map_or(Finding::Yes, |level| place.code.same_unit(&place.good, level));
                let mut other = place.another_unit(*level, group, within);
                if other == Finding::Unknown && place.needs_item() {
                    other = self.answer(&self.asked_of(m.id, InputFact::OtherItem));
                }
                other.min(inside).min(own)
            }
            Term::Codes(ranges) => self.in_ranges(ranges, m, &place.code),
            Term::Named { name, codes } => {
                let inside =
                    if codes.is_empty() { Finding::Yes } else { self.in_ranges(codes, m, &place.code) };
                inside.min(self.answer(&Fact::MaterialNamed(m.id, *name)))
            }
            Term::OtherGood(ranges) => {
                let inside = if ranges.is_empty() {
                    place.code.same_unit(&place.good, Level::Subheading)
                } else {
                    self.in_ranges(ranges, m, &place.code)
                };
                self.if_other(inside, m)
            }
            Term::WithinThat(level) => self.if_other(place.code.same_unit(&place.good, *level), m),
            Term::MoreThanOneOf(terms) | Term::AllOf(terms) => {
                let mut found = Finding::No;
                for term in terms {
                    found = found.max(self.comes_from(place, term, m));
                }
                found
            }
        }
    }

    /// Whether the material lies inside and is another good than the one made.
    fn if_other(&self, inside: Finding, m: &Material) -> Finding {
        inside.min(self.answer(&self.asked_of(m.id, InputFact::Other)))
    }

    fn in_ranges(&self, ranges: &[HsRange], m: &Material, code: &HsCode) -> Finding {
        let mut found = Finding::No;
        for range in ranges {
            found = found.max(self.in_range(range, m, code));
        }
        found
    }

    /// The facts that would settle whether the material lies in the ranges.
    fn open_ranges(&self, ranges: &[HsRange], m: &Material, code: &HsCode, open: &mut Vec<Fact>) {
        for range in ranges {
            if self.in_range(range, m, code) == Finding::Unknown {
                // Of six digits only an item can be open.
                let item = code.level() == Level::Subheading;
                let longer = Fact::MaterialCodeLonger(m.id);
                open.push(if item { Fact::MaterialItem(m.id, range.first()) } else { longer });
            }
        }
    }

    /// Whether the material lies in the range. A tariff item is settled by an answer, never by typed digits.
    fn in_range(&self, range: &HsRange, m: &Material, code: &HsCode) -> Finding {
        match range.covers(code) {
            Finding::Unknown if code.level() == Level::Subheading => {
                self.of_item(&Fact::MaterialItem(m.id, range.first()))
            }
            finding => finding,
        }
    }

    /// The facts that would settle whether the material falls in this term. None where that is settled.
    fn open_facts(&self, place: &Place<'_>, term: &Term, m: &Material, open: &mut Vec<Fact>) {
        if self.comes_from(place, term, m) != Finding::Unknown {
            return;
        }
        let longer = Fact::MaterialCodeLonger(m.id);
        match term {
            Term::AnyOther { level, within, .. } => {
                if place.good.digits() < 6 && place.good.holds(&place.code) {
                    open.push(Fact::GoodCodeLonger);
                } else if place.needs_item() {
                    open.push(self.asked_of(m.id, InputFact::OtherItem));
                } else if place.is_silent(*level, within) && place.in_target() == Finding::Yes {
                    open.push(Fact::SilentText(m.id));
                } else if place.code.digits() < 6 {
                    open.push(longer);
                } else {
                    self.open_ranges(within, m, &place.code, open);
                }
            }
            Term::Codes(ranges) => self.open_ranges(ranges, m, &place.code, open),
            Term::Named { name, codes } => {
                self.open_ranges(codes, m, &place.code, open);
                let named = Fact::MaterialNamed(m.id, *name);
                if self.answer(&named) == Finding::Unknown {
                    open.push(named);
                }
            }
            Term::OtherGood(_) | Term::WithinThat(_) => {
                let other = self.asked_of(m.id, InputFact::Other);
                open.push(if place.code.digits() < 6 {
                    longer
                } else if self.answer(&other) == Finding::Unknown {
                    other
                } else {
                    Fact::GoodCodeLonger
                });
            }
            Term::MoreThanOneOf(terms) | Term::AllOf(terms) => {
                for term in terms {
                    self.open_facts(place, term, m, open);
                }
            }
        }
    }

    /// Whether the materials together stay clear of an exception that forbids a combination of them.
    ///
    /// "More than one of": two or more entries, each with at least one material in it. "A combination of both":
    /// something in each part. A material that may yet turn out to originate is never a certain hit. With the facts
    /// that are missing to tell, and for each entry the materials that fall in it.
    pub(super) fn clear_of_combination<'m>(
        &self,
        target: &Target,
        (needs_all, entries): (bool, &[Term]),
        materials: &[Counted<'m>],
    ) -> Combined<'m> {
        let mut unsure = Vec::new();
        let mut fallen = Vec::new();
        let mut hits = Vec::new();
        // What would settle the entries that are neither hit nor missed.
        let mut open = Vec::new();
        for entry in entries {
            let mut hit = Finding::No;
            let mut open_here = Vec::new();
            let mut inside = Vec::new();
            for (m, weight) in materials {
                // A material without a code may fall anywhere.
                let codes = self.good.code.zip(m.code);
                let place = codes.map(|(good, code)| Place { good, code, target });
                let falls = place.as_ref().map_or(Finding::Unknown, |at| self.comes_from(at, entry, m));
                let falls = falls.min(self.is_foreign(m)).min(self.is_left_out(m).negated()).min(*weight);
                hit = hit.max(falls);
                if falls != Finding::No {
                    inside.push((*m, falls));
                }
                if falls == Finding::Unknown {
                    match &place {
                        Some(place) => self.open_facts(place, entry, m, &mut open_here),
                        None => open_here.push(Fact::MaterialCode(m.id)),
                    }
                    if self.is_foreign(m) == Finding::Unknown {
                        open_here.extend_from_slice(&self.origin_facts(m));
                    }
                    if self.is_left_out(m) == Finding::Unknown {
                        open_here.extend_from_slice(&self.left_out_facts(m));
                    }
                }
            }
            if hit == Finding::Unknown {
                open.extend_from_slice(&open_here);
            }
            unsure.extend(open_here);
            hits.push(hit);
            fallen.push(inside);
        }
        Combined { finding: clear_of(needs_all, &hits), open, unsure, needs_all, entries: fallen }
    }
}

/// What an exception that looks at all materials together comes to.
pub(super) struct Combined<'m> {
    /// Whether they stay clear of it.
    pub(super) finding: Finding,
    /// What would tell, where that is open.
    pub(super) open: Vec<Fact>,
    /// What would tell which materials fall in it at all.
    pub(super) unsure: Vec<Fact>,
    /// Whether it takes something in every entry, not in two.
    pub(super) needs_all: bool,
    /// The materials that fall, or may fall, in each of its entries.
    pub(super) entries: Vec<Vec<Counted<'m>>>,
}

/// Whether an exception of whose entries these are hit leaves the materials alone.
fn clear_of(needs_all: bool, hits: &[Finding]) -> Finding {
    let (mut certain, mut possible) = (0, 0);
    for hit in hits {
        certain += usize::from(*hit == Finding::Yes);
        possible += usize::from(*hit != Finding::No);
    }
    // From how many hits on the exception bites.
    let enough = if needs_all { hits.len() } else { 2 };
    if certain >= enough {
        Finding::No
    } else if possible >= enough {
        Finding::Unknown
    } else {
        Finding::Yes
    }
}

/// Whether the term looks at all materials together when it stands as an exception.
pub(super) fn is_combination(term: &Term) -> bool {
    combination(term).is_some()
}

/// Its entries, where it does so, and whether it takes something in each of them, not in two.
pub(super) fn combination(term: &Term) -> Option<(bool, &[Term])> {
    match term {
        Term::AllOf(entries) => Some((true, entries)),
        Term::MoreThanOneOf(entries) => Some((false, entries)),
        _ => None,
    }
}

fn is_open_ended(term: &Term) -> bool {
    matches!(term, Term::AnyOther { .. } | Term::OtherGood(_) | Term::WithinThat(_))
}

pub(super) fn covers(ranges: &[HsRange], code: &HsCode) -> Finding {
    let mut found = Finding::No;
    for range in ranges {
        found = found.max(range.covers(code));
    }
    found
}

/// A material's code beside the good's, and the target that the alternative names.
pub(super) struct Place<'a> {
    pub(super) good: HsCode,
    pub(super) code: HsCode,
    pub(super) target: &'a Target,
}

impl Place<'_> {
    /// Whether the material is of another unit than the good, as the words about the group have it.
    fn another_unit(&self, level: Level, group: &Group, within: &[HsRange]) -> Finding {
        let other = self.code.same_unit(&self.good, level).negated();
        match group {
            Group::Including(_) => other,
            Group::Outside => self.in_target().negated(),
            Group::Within => other.min(self.in_target()),
            Group::Silent if self.is_silent(level, within) => other.min(Finding::Unknown),
            Group::Silent => other,
        }
    }

    /// Whether good and material, where it is open if they are of one unit, can only be told apart by the rule set's own
    /// tariff items.
    fn needs_item(&self) -> bool {
        self.good.same_unit(&self.code, Level::Subheading) == Finding::Yes
    }

    fn in_target(&self) -> Finding {
        covers(&self.target.codes, &self.code)
    }

    /// Whether the text leaves open what becomes of this material: it lies in another unit of the target's group,
    /// and no word says if that counts. A place named by the source that spans the group plainly means inside.
    fn is_silent(&self, level: Level, within: &[HsRange]) -> bool {
        within.is_empty() && spans_several(&self.target.codes, level) && self.in_target() != Finding::No
    }
}

/// Whether the target names more than one unit of the level. One that does not reach down to the level is one group by
/// itself: its own unit is the good's.
fn spans_several(ranges: &[HsRange], level: Level) -> bool {
    let Some(range) = ranges.first() else { return false };
    let first = range.first().unit(level);
    for range in ranges {
        if range.last().unit(level) != first {
            return true;
        }
    }
    false
}
