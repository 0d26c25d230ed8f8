//! Textile goods: the tolerance by weight, and the modified rule that is not published.

use super::context::Context;
use super::open::{add_open, tested};
use super::values::Counted;
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::pack::RuleSet;
use crate::origin::point::{Fact, Point};
use crate::origin::special::is_fibre_or_yarn;
use crate::units::{Percent, Source};

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
        match (&self.good.code, self.pack.set) {
            (_, RuleSet::Annex) | (None, _) => false,
            (Some(code), RuleSet::Cusma) if code.as_str().starts_with("9619") => true,
            (Some(code), _) => (50..=63).contains(&code.chapter()),
        }
    }

    /// Whether the materials that fail the change are small enough, by value or by weight.
    pub(super) fn tolerated(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let value = |context: &Self| context.de_minimis_by_value(failing);
        match (&self.good.code, self.is_weighed()) {
            // A diaper may go either way: by value like any good of its chapter, by weight besides.
            (Some(code), true) if code.chapter() == 96 => Judgement::any(
                Point::ChangeRequirement,
                vec![value(self), self.de_minimis_by_weight(failing)],
            ),
            (_, true) => self.de_minimis_by_weight(failing),
            (_, false) => value(self),
        }
    }

    /// The tolerance by weight. Source: SOR/2020-155, 5(6) to (10); SOR/94-14, 5(6).
    fn de_minimis_by_weight(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let provisions = self.provisions();
        let percent = provisions.tolerance(None);
        let cusma = self.pack.set == RuleSet::Cusma;
        // Only fibres and yarns are tolerated in apparel and, under the older rules, in any textile good.
        let fibres_only = self.is_apparel() || !cusma;
        let elastomers = cusma.then_some(ELASTOMERS);
        let (mut least, mut most, mut elastic) = (0_i128, Some(0_i128), 0_i128);
        let mut open = Vec::new();
        let mut kept_out = Finding::No;
        for (material, counts) in failing {
            if *counts == Finding::No {
                continue;
            }
            if fibres_only {
                let fibre = match &material.code {
                    Some(code) => is_fibre_or_yarn(code),
                    None => Finding::Unknown,
                };
                if fibre == Finding::Unknown {
                    let longer = material.code.is_some();
                    let id = material.id;
                    open.push(if longer { Fact::MaterialCodeLonger(id) } else { Fact::MaterialCode(id) });
                }
                kept_out = kept_out.max(fibre.negated().min(*counts));
            }
            let Some(weight) = material.weight else {
                open.push(Fact::MaterialWeight(material.id));
                most = None;
                continue;
            };
            most = most.map(|most| most.saturating_add(weight.millionths()));
            if material.elastomeric {
                elastic = elastic.saturating_add(weight.millionths());
            }
            if *counts == Finding::Yes {
                least = least.saturating_add(weight.millionths());
            } else if self.is_foreign(material) == Finding::Unknown {
                open.extend_from_slice(&self.origin_facts(material));
            }
        }
        let base = self.good.weight.map(|weight| weight.millionths());
        // A weight is under 10^18 millionths, so that no product leaves 128 bits.
        let fits = |weight: i128, percent: Percent| {
            base.map(|base| weight.saturating_mul(1_000_000) <= base * percent.ten_thousandths())
        };
        let mut finding = match (fits(least, percent), most.and_then(|most| fits(most, percent))) {
            (Some(false), _) => Finding::No,
            (_, Some(true)) => Finding::Yes,
            _ => Finding::Unknown,
        };
        if let Some(elastomers) = elastomers
            && elastic > 0
            && finding == Finding::Yes
        {
            // Where it is not sure that all of it counts, what it counts for may still change.
            let within = fits(elastic, elastomers).map_or(Finding::Unknown, Finding::from);
            let sure = failing.iter().all(|(_, counts)| *counts == Finding::Yes);
            finding = if within == Finding::No && !sure { Finding::Unknown } else { within };
        }
        if base.is_none() && most != Some(0) {
            open.push(Fact::Weight);
        }
        if kept_out != Finding::No {
            finding = finding.min(kept_out.negated());
        }
        let point = Point::DeMinimisByWeight { percent, elastomers };
        let mut judged = Judgement::leaf(point, finding);
        judged.how = How::Test;
        if finding == Finding::Unknown {
            add_open(&mut judged.because, &open);
        }
        judged.citing(provisions.at(provisions.by_weight))
    }
}
