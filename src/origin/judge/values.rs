//! The tests on value: regional value content, the tolerances, and what is known of the amounts they use.

use super::context::Context;
use crate::case::{Material, MaterialOrigin, Method};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::origin::provisions::{Item, not_tolerated};
use crate::origin::rule::{ContentTest, Figures};
use crate::origin::special::net_cost_only;
use crate::units::{Content, Money, Percent};

/// A sum of which some parts may be missing: what it is at least and, where nothing is missing, at most.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) least: Money,
    pub(super) most: Option<Money>,
    /// What would narrow it.
    pub(super) open: Vec<Fact>,
}

impl Sum {
    /// The amount, where least and most meet.
    pub(super) fn known(&self) -> Option<Money> {
        self.most.filter(|most| *most == self.least)
    }
}

/// A material, and whether it counts in the sum: yes, no or perhaps.
type Counted<'m> = (&'m Material, Finding);

/// Adds up the values of materials that count. A perhaps counts in the most, not in the least.
pub(super) fn sum<'m>(materials: impl IntoIterator<Item = Counted<'m>>) -> Sum {
    let mut total = Sum { least: Money::ZERO, most: Some(Money::ZERO), open: Vec::new() };
    for (material, counts) in materials {
        if counts == Finding::No {
            continue;
        }
        let Some(value) = material.value else {
            total.most = None;
            total.open.push(Fact::MaterialValue(material.id));
            continue;
        };
        total.most = total.most.and_then(|most| most.plus(value));
        if counts == Finding::Yes {
            // A sum past every bound is past every base too, so the largest amount stands for it.
            total.least = total.least.plus(value).unwrap_or_else(largest_amount);
        } else if is_foreign(material) == Finding::Unknown {
            total.open.push(Fact::MaterialOrigin(material.id));
        }
    }
    total
}

/// One millionth of a dollar under the limit of an amount.
fn largest_amount() -> Money {
    // OK because it is within the bounds; were it not, zero would only leave more open.
    Money::from_millionths(10_i128.pow(21) - 1).unwrap_or(Money::ZERO)
}

impl Context<'_> {
    /// Value of non-originating materials. Source: SOR/2020-155, 7(2), 8(1); SOR/94-14, 6(2), 7(1).
    pub(super) fn vnm(&self) -> Sum {
        let mut vnm = sum(self.good.materials.iter().map(|m| (m, is_foreign(m))));
        if !self.good.all_listed {
            vnm.most = None;
            vnm.open.push(Fact::AllListed);
        }
        vnm
    }

    /// The regional value content that an alternative asks for, or the tolerance that waives it.
    pub(super) fn content_requirement(&self, test: &ContentTest) -> Judgement<Point> {
        let figures = match test {
            ContentTest::Fixed(figures) => Some(*figures),
            ContentTest::Staged(stages) => {
                stages.iter().rev().find(|(from, _)| *from <= self.day).map(|(_, figures)| *figures)
            }
            ContentTest::Unstated => None,
        };
        let Some(figures) = figures else {
            let mut ways = open_leaves(vec![Fact::UnstatedFigure]);
            if self.provisions().has_general {
                ways.push(self.content_waived());
            }
            return Judgement::any(Point::ContentRequirement { figures: None }, ways);
        };
        let mut ways = self.content_ways(figures);
        if self.provisions().has_general {
            ways.push(self.content_waived());
        }
        Judgement::any(Point::ContentRequirement { figures: Some(figures) }, ways)
    }

    /// Each method that the figures allow and the producer has not ruled out.
    pub(super) fn content_ways(&self, figures: Figures) -> Vec<Judgement<Point>> {
        let chosen = |method| self.good.method.is_none_or(|chosen| chosen == method);
        let closed = self.good.code.is_some_and(|code| net_cost_only(self.pack.set, &code));
        let figures = match figures.net_cost {
            Some(_) if closed => Figures { transaction_value: None, ..figures },
            _ => figures,
        };
        let transaction_value = figures
            .transaction_value
            .filter(|_| chosen(Method::TransactionValue) || figures.net_cost.is_none());
        let net_cost =
            figures.net_cost.filter(|_| chosen(Method::NetCost) || figures.transaction_value.is_none());
        let ways = [
            transaction_value.map(|needed| self.content_by(Method::TransactionValue, needed)),
            net_cost.map(|needed| self.content_by(Method::NetCost, needed)),
        ];
        ways.into_iter().flatten().collect()
    }

    fn content_by(&self, method: Method, needed: Percent) -> Judgement<Point> {
        let provisions = self.provisions();
        let (base, missing, place) = match method {
            Method::TransactionValue => {
                (self.good.transaction_value, Fact::TransactionValue, provisions.transaction_value)
            }
            Method::NetCost => (self.good.net_cost, Fact::NetCost, provisions.net_cost),
        };
        let vnm = self.vnm();
        let at = |vnm| base.and_then(|base| Content::of(base, vnm));
        let (best, worst) = (at(vnm.least), vnm.most.and_then(at));
        let finding = match (best, worst) {
            (None, _) => Finding::Unknown,
            (Some(best), _) if !best.reaches(needed) => Finding::No,
            (_, Some(worst)) if worst.reaches(needed) => Finding::Yes,
            _ => Finding::Unknown,
        };
        let content = if finding == Finding::No { worst.or(best) } else { worst };
        let mut judged = Judgement::leaf(Point::ContentBy { method, needed, content }, finding);
        if finding == Finding::Unknown {
            let facts = if best.is_none() { vec![missing] } else { vnm.open };
            judged.because = open_leaves(facts);
        }
        judged.citing(provisions.at(place))
    }

    /// Whether all non-originating materials together are so small that no content is asked for.
    fn content_waived(&self) -> Judgement<Point> {
        let provisions = self.provisions();
        let vnm = self.vnm();
        let percent = provisions.tolerance(self.good.code);
        let (base, finding, open) = self.within_tolerance(&vnm, percent);
        let mut judged = Judgement::leaf(Point::ContentWaived { all: vnm.known(), base, percent }, finding);
        judged.because = open_leaves(open);
        judged.citing(provisions.at(provisions.content_waiver))
    }

    /// Whether the materials that fail the change, or may fail it, are small enough to be waived.
    pub(super) fn de_minimis(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let provisions = self.provisions();
        let value = sum(failing.iter().copied());
        let percent = provisions.tolerance(self.good.code);
        let (base, within, open) = self.within_tolerance(&value, percent);
        let mut because = open_leaves(open);
        let mut finding = within;
        for (material, counts) in failing {
            let (kept_out, open) = self.kept_out(material);
            let excluded = kept_out.min(*counts);
            if excluded == Finding::No {
                continue;
            }
            finding = finding.min(excluded.negated());
            let point = Point::NotTolerated { material: material.id };
            let mut judged = Judgement::leaf(point, excluded.negated());
            if excluded == Finding::Unknown {
                judged.because = open_leaves(open);
            }
            because.push(judged.citing(provisions.at(provisions.de_minimis_exceptions)));
        }
        let point = Point::DeMinimis { failing: value.known(), base, percent };
        Judgement { point, finding, cite: Some(provisions.at(provisions.de_minimis)), because }
    }

    /// Whether the tolerance leaves the material out, and what is missing to tell.
    fn kept_out(&self, material: &Material) -> (Finding, Vec<Fact>) {
        let (Some(good), Some(code)) = (self.good.code, material.code) else {
            let none = |_| Fact::MaterialCode(material.id);
            return (Finding::Unknown, vec![self.good.code.map_or(Fact::GoodCode, none)]);
        };
        let fact = |item: Item| match item {
            Item::OfGood(item) => Fact::GoodItem(item),
            Item::OfMaterial(item) => Fact::MaterialItem(material.id, item),
        };
        let (finding, open) = not_tolerated(self.pack.set, &good, &code, &|item| self.of_item(&fact(item)));
        let mut open: Vec<Fact> = open.into_iter().map(fact).collect();
        if finding == Finding::Unknown && code.digits() < 6 {
            open.push(Fact::MaterialCodeLonger(material.id));
        }
        (finding, open)
    }

    /// Whether `value` is at most `percent` of the base, which base that is, and what is missing to tell.
    ///
    /// The base is the price, or the total cost where the set leaves the choice. A price that was not given is not a
    /// price that there is none of.
    fn within_tolerance(&self, value: &Sum, percent: Percent) -> (Option<Money>, Finding, Vec<Fact>) {
        let good = self.good;
        let total_cost = good.total_cost.filter(|_| self.provisions().total_cost_at_choice);
        let base = good.transaction_value.max(total_cost);
        let fits = |amount: Money, base: Money| {
            amount.millionths() * 1_000_000 <= base.millionths() * percent.ten_thousandths()
        };
        // With nothing failing the tolerance holds whatever the base is.
        if value.most.is_some_and(|most| most.is_zero() || base.is_some_and(|base| fits(most, base))) {
            return (base, Finding::Yes, Vec::new());
        }
        let mut open = value.open.clone();
        if good.transaction_value.is_none() {
            open.insert(0, Fact::TransactionValue);
        } else if base.is_some_and(|base| !fits(value.least, base)) {
            return (base, Finding::No, Vec::new());
        }
        (base, Finding::Unknown, open)
    }
}

/// Whether a material counts as non-originating.
pub(super) fn is_foreign(m: &Material) -> Finding {
    match m.origin {
        MaterialOrigin::NonOriginating => Finding::Yes,
        MaterialOrigin::Unknown => Finding::Unknown,
        MaterialOrigin::Originating => Finding::No,
    }
}

/// Missing facts as leaves of a judgement.
pub(super) fn open_leaves(facts: Vec<Fact>) -> Vec<Judgement<Point>> {
    facts.into_iter().map(|fact| Judgement::leaf(Point::Missing(fact), Finding::Unknown)).collect()
}
