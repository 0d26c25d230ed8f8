//! Textile goods: the tolerance by weight, and the modified rule that is not published.

use super::context::Context;
use super::open::tested;
use super::tolerance::together;
use super::values::Counted;
use crate::case::{Good, Material};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::RuleSet;
use crate::origin::point::{ByWeight, Fact, Point};
use crate::origin::special::{Special, asked_of, covers, is_bound_thread, is_elastomeric, is_fibre_or_yarn};
use crate::units::{HsCode, Percent, Quantity, Source};

/// Elastomers within the tolerance by weight. Source: SOR/2020-155, 5(6), (7).
const ELASTOMERS: Percent = Percent::whole(7);

impl Context<'_> {
    /// Whether the good is of the chapters that follow a modified rule. Source: SM36 3.4.
    pub(super) fn is_textile(&self) -> bool {
        self.good.code.is_some_and(|code| (50..=63).contains(&code.chapter()))
    }

    /// Whether the good is of the chapters of apparel and other made-up textiles.
    pub(super) fn is_apparel(&self) -> bool {
        self.good.code.is_some_and(|code| (61..=63).contains(&code.chapter()))
    }

    /// What a textile good comes to: what the agreement says, if the user says that the solicitation applies it; else
    /// cannot tell, whatever that is. Source: SM36 3.4.
    pub(super) fn as_textile(&self, computed: Judgement<Point>) -> Judgement<Point> {
        let cite = Source::Sm36.at("3.4");
        if self.good.textiles_by_agreement {
            let chosen = Judgement::leaf(Point::TextileByChoice, Finding::Yes).citing(cite);
            return Judgement::all(Point::ProductRule, vec![chosen, computed]);
        }
        let mut open = tested(Point::ModifiedTextileRule, Finding::Unknown, &[Fact::TextileDivision]);
        open.because.push(computed);
        open.citing(cite)
    }

    /// Whether the tolerance of the good is by weight.
    pub(super) fn is_weighed(&self) -> bool {
        let is_diaper = |code: HsCode| code.as_str().starts_with("9619");
        // The older rules, of an edition without that heading, have no such good.
        self.is_textile() || self.good.code.is_some_and(is_diaper)
    }

    /// Whether the materials that fail the change are small enough, by value or by weight.
    pub(super) fn tolerated(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let value = |context: &Self| context.de_minimis_by_value(failing);
        match (&self.good.code, self.is_weighed()) {
            // A diaper may go either way: by value like any good of its chapter, by weight besides.
            (Some(code), true) if code.chapter() == 96 => {
                Judgement::any(Point::Tolerated, vec![value(self), self.de_minimis_by_weight(failing)])
            }
            (_, true) => self.de_minimis_by_weight(failing),
            (_, false) => value(self),
        }
    }

    /// The tolerance by weight. Source: SOR/2020-155, 5(6) to (10); SOR/94-14, 5(6).
    fn de_minimis_by_weight(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let provisions = self.provisions();
        let cusma = self.pack.set == RuleSet::Cusma;
        // Only fibres and yarns are tolerated in apparel and, under the older rules, in any textile good; and there
        // the component that settles the code is weighed.
        let of_component = self.is_apparel() || !cusma;
        let place = if self.is_apparel() { provisions.by_weight_of_component } else { provisions.by_weight };
        let mut in_the_way = Vec::new();
        let mut tolerable: Vec<Counted<'_>> = Vec::new();
        for (material, counts) in failing {
            let code = material.code.as_ref();
            let fibre = || code.map_or(Finding::Unknown, is_fibre_or_yarn);
            let other = if of_component { fibre().negated() } else { Finding::No };
            let thread = self.is_bound_thread(code);
            let kept_out = other.max(thread);
            if kept_out != Finding::Yes {
                tolerable.push((material, *counts));
            }
            if kept_out == Finding::No {
                continue;
            }
            let (point, place) = if thread == Finding::No {
                (Point::FibreOrYarn { material: material.id }, place)
            } else {
                (Point::NotTolerated { material: material.id }, provisions.by_weight_exceptions)
            };
            let finding = kept_out.min(*counts).negated();
            let open = if kept_out == Finding::Unknown { vec![code_fact(material)] } else { Vec::new() };
            in_the_way.push(tested(point, finding, &open).citing(provisions.at(place)));
        }
        let tested = |elastomers, percent| {
            let weight = self.weigh(&tolerable, elastomers);
            self.light_enough(&weight, ByWeight { elastomers, percent, of_component })
                .citing(provisions.at(place))
        };
        let mut weighed = vec![tested(false, provisions.tolerance(None))];
        if cusma && tolerable.iter().any(|(material, _)| is_elastic(material)) {
            weighed.push(tested(true, ELASTOMERS));
        }
        together(weighed, in_the_way)
    }

    /// Whether the material is sewing thread of which the chapter of the good asks something of its own.
    fn is_bound_thread(&self, code: Option<&HsCode>) -> Finding {
        let good = self.good.code.as_ref();
        good.map_or(Finding::No, |good| is_bound_thread(self.pack.set, good, self.day, code))
    }

    /// Whether no material from outside Canada can be what the chapter of the good asks something of.
    pub(super) fn has_none_such(&self, special: Special) -> bool {
        asked_of(special).is_some_and(|kinds| self.none_is_of(self.good, kinds))
    }

    fn none_is_of(&self, good: &Good, kinds: &str) -> bool {
        let mut none = good.all_listed;
        for material in self.foreign_of(good) {
            none &= material.code.is_some_and(|code| covers(kinds, &code) == Finding::No);
            if let Some(made) = self.inputs(material) {
                none &= self.none_is_of(&made.good, kinds);
            }
        }
        none
    }

    /// What the materials weigh together, or what is elastomeric of them.
    fn weigh(&self, failing: &[Counted<'_>], elastomers: bool) -> Weighed {
        let mut weighed = Weighed { least: 0, most: Some(0), open: Vec::new() };
        for (material, counts) in failing {
            if elastomers && !is_elastic(material) {
                continue;
            }
            if self.is_foreign(material) == Finding::Unknown {
                weighed.open.extend_from_slice(&self.origin_facts(material));
            }
            let Some(weight) = material.weight else {
                weighed.open.push(Fact::MaterialWeight(material.id));
                weighed.most = None;
                continue;
            };
            // A weight is under 10^18 millionths, so that no sum of them leaves 128 bits.
            weighed.most = weighed.most.map(|most| most.saturating_add(weight.millionths()));
            if *counts == Finding::Yes {
                weighed.least = weighed.least.saturating_add(weight.millionths());
            }
        }
        weighed
    }

    /// Whether so much weight is tolerated.
    fn light_enough(&self, weighed: &Weighed, by: ByWeight) -> Judgement<Point> {
        let base = self.good.weight;
        let fits = |weight: i128| {
            base.map(|base| {
                weight.saturating_mul(1_000_000) <= base.millionths() * by.percent.ten_thousandths()
            })
        };
        let finding = match (fits(weighed.least), weighed.most.and_then(fits)) {
            (Some(false), _) => Finding::No,
            (_, Some(true)) => Finding::Yes,
            _ => Finding::Unknown,
        };
        let mut open = weighed.open.clone();
        if base.is_none() {
            open.push(Fact::Weight);
        }
        let known = weighed.most.filter(|most| *most == weighed.least);
        let weight = known.and_then(|known| Quantity::from_millionths(known).ok());
        tested(Point::DeMinimisByWeight { weight, base, by }, finding, &open)
    }
}

/// A weight of which some parts may be missing, in millionths: what it is at least and, where nothing is missing, at
/// most.
struct Weighed {
    least: i128,
    most: Option<i128>,
    /// What would narrow it.
    open: Vec<Fact>,
}

/// Whether somebody said that the material is elastomeric, or its code does. A code that is too short to tell is not
/// held against what was said.
fn is_elastic(material: &Material) -> bool {
    material.elastomeric || material.code.is_some_and(|code| is_elastomeric(&code))
}

/// What would tell of what kind the material is.
fn code_fact(material: &Material) -> Fact {
    match material.code {
        Some(_) => Fact::MaterialCodeLonger(material.id),
        None => Fact::MaterialCode(material.id),
    }
}
