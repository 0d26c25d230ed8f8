//! The tests on value: regional value content, the tolerances, and what is known of the amounts they use.

use super::context::Context;
use super::open::{open_leaves, tested};
use crate::case::{Material, MaterialOrigin, Method};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::origin::provisions::{Item, not_tolerated};
use crate::origin::rule::{ContentTest, Figures};
use crate::origin::special::net_cost_only;
use crate::units::{Content, HsCode, Money, Percent};

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
pub(super) type Counted<'m> = (&'m Material, Finding);

/// Adds up the values of materials that count. A perhaps counts in the most, not in the least.
fn sum(materials: &[Counted<'_>]) -> Sum {
    let mut total = Sum { least: Money::ZERO, most: Some(Money::ZERO), open: Vec::new() };
    for (material, counts) in materials {
        if *counts == Finding::No {
            continue;
        }
        let Some(value) = material.value else {
            total.most = None;
            total.open.push(Fact::MaterialValue(material.id));
            continue;
        };
        total.most = total.most.and_then(|most| most.plus(value));
        if *counts == Finding::Yes {
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
        let mut counted = Vec::new();
        for material in &self.good.materials {
            counted.push((material, is_foreign(material)));
        }
        let mut vnm = sum(&counted);
        if !self.good.all_listed {
            vnm.most = None;
            vnm.open.push(Fact::AllListed);
        }
        vnm
    }

    /// The regional value content that an alternative asks for, or the tolerance that waives it.
    pub(super) fn content_requirement(&self, test: &ContentTest) -> Judgement<Point> {
        let figures = self.figures(test);
        let mut ways = match figures {
            Some(figures) => self.content_ways(figures),
            None => open_leaves(&[Fact::UnstatedFigure]),
        };
        if self.provisions().has_general {
            ways.push(self.content_waived());
        }
        Judgement::any(Point::ContentRequirement { figures }, ways)
    }

    /// The figures of the test on the day. Nothing where the text names none.
    pub(super) fn figures(&self, test: &ContentTest) -> Option<Figures> {
        let mut of_the_day = None;
        match test {
            ContentTest::Fixed(figures) => of_the_day = Some(*figures),
            ContentTest::Staged(stages) => {
                for (from, figures) in stages {
                    if *from <= self.day {
                        of_the_day = Some(*figures);
                    }
                }
            }
            ContentTest::Unstated => {}
        }
        of_the_day
    }

    /// Each method that the figures allow and the producer has not ruled out.
    pub(super) fn content_ways(&self, figures: Figures) -> Vec<Judgement<Point>> {
        let Figures { mut transaction_value, net_cost } = figures;
        if let (Some(_), Some(code)) = (net_cost, &self.good.code)
            && net_cost_only(self.pack.set, code)
        {
            transaction_value = None;
        }
        // What the producer has chosen counts where there is a choice.
        let chosen = match (transaction_value, net_cost) {
            (Some(_), Some(_)) => self.good.method,
            _ => None,
        };
        let mut ways = Vec::new();
        for (method, needed) in [(Method::TransactionValue, transaction_value), (Method::NetCost, net_cost)] {
            if let Some(needed) = needed
                && chosen.is_none_or(|chosen| chosen == method)
            {
                ways.push(self.content_by(method, needed));
            }
        }
        ways
    }

    fn content_by(&self, method: Method, needed: Percent) -> Judgement<Point> {
        let provisions = self.provisions();
        let (base, missing, place) = match method {
            Method::TransactionValue => {
                (self.good.transaction_value, Fact::TransactionValue, provisions.transaction_value)
            }
            Method::NetCost => (self.good.net_cost, Fact::NetCost, provisions.net_cost),
        };
        let mut vnm = self.vnm();
        let mut content = None;
        let mut finding = Finding::Unknown;
        if let Some(base) = base
            && let Some(best) = Content::of(base, vnm.least)
        {
            if let Some(most) = vnm.most {
                content = Content::of(base, most);
            }
            if !best.reaches(needed) {
                finding = Finding::No;
                content = content.or(Some(best));
            } else if content.is_some_and(|worst| worst.reaches(needed)) {
                finding = Finding::Yes;
            }
        } else {
            vnm.open = vec![missing];
        }
        tested(Point::ContentBy { method, needed, content }, finding, &vnm.open).citing(provisions.at(place))
    }

    /// Whether all non-originating materials together are so small that no content is asked for.
    fn content_waived(&self) -> Judgement<Point> {
        let provisions = self.provisions();
        let vnm = self.vnm();
        let percent = provisions.tolerance(self.good.code);
        let (base, finding, open) = self.within_tolerance(&vnm, percent);
        // Nothing is open where it is a yes or a no.
        let point = Point::ContentWaived { all: vnm.known(), base, percent };
        tested(point, finding, &open).citing(provisions.at(provisions.content_waiver))
    }

    /// Whether the materials that fail the change, or may fail it, are small enough to be waived.
    pub(super) fn de_minimis(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let provisions = self.provisions();
        let value = sum(failing);
        let percent = provisions.tolerance(self.good.code);
        let (base, within, open) = self.within_tolerance(&value, percent);
        let mut because = open_leaves(&open);
        let mut finding = within;
        for (material, counts) in failing {
            let (kept_out, open) = self.kept_out(material);
            let excluded = kept_out.min(*counts);
            if excluded == Finding::No {
                continue;
            }
            finding = finding.min(excluded.negated());
            let point = Point::NotTolerated { material: material.id };
            let judged = tested(point, excluded.negated(), &open);
            because.push(judged.citing(provisions.at(provisions.de_minimis_exceptions)));
        }
        let point = Point::DeMinimis { failing: value.known(), base, percent };
        Judgement { point, finding, cite: Some(provisions.at(provisions.de_minimis)), because }
    }

    /// Whether the tolerance leaves the material out, and what is missing to tell.
    fn kept_out(&self, material: &Material) -> (Finding, Vec<Fact>) {
        let (good, code) = match self.both_codes(material) {
            Ok(codes) => codes,
            Err(missing) => return (Finding::Unknown, vec![missing]),
        };
        let fact = |item: Item| match item {
            Item::OfGood(item) => Fact::GoodItem(item),
            Item::OfMaterial(item) => Fact::MaterialItem(material.id, item),
            Item::Described => Fact::NotTolerated(material.id),
        };
        let answer = |item: Item| match item {
            Item::Described => self.answer(&fact(item)),
            Item::OfGood(_) | Item::OfMaterial(_) => self.of_item(&fact(item)),
        };
        let (finding, items) = not_tolerated(self.pack.set, good, code, &answer);
        let mut open = Vec::new();
        for item in items {
            open.push(fact(item));
        }
        if finding == Finding::Unknown && good.digits() < 6 {
            open.push(Fact::GoodCodeLonger);
        }
        if finding == Finding::Unknown && code.digits() < 6 {
            open.push(Fact::MaterialCodeLonger(material.id));
        }
        (finding, open)
    }

    /// The codes of the good and of a material, or the fact that is missing.
    pub(super) fn both_codes<'m>(&'m self, material: &'m Material) -> Result<(&'m HsCode, &'m HsCode), Fact> {
        match (&self.good.code, &material.code) {
            (Some(good), Some(code)) => Ok((good, code)),
            (None, _) => Err(Fact::GoodCode),
            _ => Err(Fact::MaterialCode(material.id)),
        }
    }

    /// Whether `value` is at most `percent` of the base, which base that is, and what is missing to tell.
    ///
    /// The base is the price, or the total cost where the set leaves the choice. A price that was not given is not a
    /// price that there is none of.
    fn within_tolerance(&self, value: &Sum, percent: Percent) -> (Option<Money>, Finding, Vec<Fact>) {
        let good = self.good;
        let mut base = good.transaction_value;
        if self.provisions().total_cost_at_choice {
            base = base.max(good.total_cost);
        }
        // The largest amount that fits, in the unit of the comparison below. Nothing while there is no base.
        let limit = base.map(|base| base.millionths() * percent.ten_thousandths());
        let fits = |amount: Money| limit.is_some_and(|limit| amount.millionths() * 1_000_000 <= limit);
        // With nothing failing the tolerance holds whatever the base is.
        if value.most.is_some_and(|most| most.is_zero() || fits(most)) {
            return (base, Finding::Yes, Vec::new());
        }
        let mut open = Vec::new();
        if good.transaction_value.is_none() {
            open.push(Fact::TransactionValue);
        } else if !fits(value.least) {
            return (base, Finding::No, open);
        }
        open.extend_from_slice(&value.open);
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
