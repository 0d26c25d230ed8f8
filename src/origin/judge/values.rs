//! The tests on value: regional value content, the tolerances, and what is known of the amounts they use.

use super::context::Context;
use super::open::{open_leaves, tested, unless_more};
use super::tolerance::together;
use super::vehicle::Traced;
use crate::case::{Good, Maker, Material, Method, Purpose, Sale};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Closed, Fact, InputFact, Point};
use crate::origin::provisions::{Item, RELATED_LIMIT, not_tolerated};
use crate::origin::rule::{ContentTest, Figures, GoodIs, Row};
use crate::origin::special::{Special, net_cost_only};
use crate::units::{Content, HsCode, Money, Percent};

/// A sum of which some parts may be missing: what it is at least and, where nothing is missing, at most.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) least: Money,
    pub(super) most: Option<Money>,
    /// What would narrow it.
    pub(super) open: Vec<Fact>,
    /// The lists that may lack a part of it: until they are whole it is the sum of what is listed.
    pub(super) unlisted: Vec<Fact>,
}

impl Sum {
    fn of(value: Money) -> Sum {
        Sum { least: value, most: Some(value), open: Vec::new(), unlisted: Vec::new() }
    }

    /// The amount, where least and most meet.
    pub(super) fn known(&self) -> Option<Money> {
        self.most.filter(|most| *most == self.least && self.unlisted.is_empty())
    }
}

/// What the value of non-originating materials is added up of.
#[derive(Default)]
struct Counting<'m> {
    counted: Vec<Counted<'m>>,
    /// What would settle whether an intermediate material stands as one.
    open: Vec<Fact>,
    /// The lists that may lack some of them.
    unlisted: Vec<Fact>,
}

/// A material, and whether it counts in the sum: yes, no or perhaps.
pub(super) type Counted<'m> = (&'m Material, Finding);

impl Context<'_> {
    /// Adds up the values of materials that count. A perhaps counts in the most, not in the least.
    pub(super) fn sum(&self, materials: &[Counted<'_>]) -> Sum {
        let mut total = Sum::of(Money::ZERO);
        // In whole millionths: of thousands of materials it is the additions that take time.
        let (mut least, mut most) = (0_i128, Some(0_i128));
        for (material, counts) in materials {
            if *counts == Finding::No {
                continue;
            }
            let worth = self.worth(material);
            most = most.zip(worth.most).map(|(most, more)| most + more.millionths());
            total.open.extend_from_slice(&worth.open);
            if *counts == Finding::Yes {
                least += worth.least.millionths();
            } else if self.is_foreign(material) == Finding::Unknown {
                total.open.extend_from_slice(&self.origin_facts(material));
            }
        }
        // A sum past every bound is past every base too, so the largest amount stands for it.
        total.least = Money::from_millionths(least).unwrap_or(Money::LARGEST);
        total.most = most.and_then(|most| Money::from_millionths(most).ok());
        total
    }

    /// What the material is worth under the rule set, in CAD: its value as given, and what charges do to it.
    ///
    /// Source: SOR/2020-155, 8(1) to (3): international shipment is in the value of what the producer imports; charges
    /// that are in the value come off where documents show them. SOR/94-14, 7(1): they are added where they are not in
    /// it. What nobody has said may be either way.
    pub(super) fn worth(&self, m: &Material) -> Sum {
        let Some(value) = m.value else {
            return Sum { most: None, open: vec![Fact::MaterialValue(m.id)], ..Sum::of(Money::ZERO) };
        };
        let mut worth = Sum::of(value);
        let Some(charges) = m.charges.as_deref() else { return worth };
        let come_off = self.provisions().charges_come_off;
        let all = charges.sum().unwrap_or(Money::LARGEST);
        let shipment = charges.freight.unwrap_or(Money::ZERO);
        let by = |[included, documented, imported]: [bool; 3]| match (come_off, included) {
            (true, true) if documented => value.less(all),
            (true, false) if imported && !documented => value.plus(shipment).unwrap_or(Money::LARGEST),
            (false, false) => value.plus(all).unwrap_or(Money::LARGEST),
            _ => value,
        };
        let said = [charges.included, charges.documented, charges.imported];
        let facts =
            [Fact::ChargesIncluded(m.id), Fact::ChargesDocumented(m.id), Fact::MaterialImported(m.id)];
        // Every way in which the facts may stand.
        let mut ways = vec![[false; 3]];
        for (at, said) in said.into_iter().enumerate() {
            for mut way in std::mem::take(&mut ways) {
                for is in [false, true] {
                    way[at] = is;
                    if said.is_none_or(|said| said == is) {
                        ways.push(way);
                    }
                }
            }
        }
        let mut amounts: Vec<Money> = Vec::new();
        for way in ways {
            amounts.push(by(way));
            for ((at, fact), said) in facts.into_iter().enumerate().zip(said) {
                let mut other = way;
                other[at] = !way[at];
                if said.is_none() && by(other) != by(way) {
                    worth.open.push(fact);
                }
            }
        }
        worth.most = amounts.iter().copied().max();
        worth.least = amounts.into_iter().min().unwrap_or(value);
        worth
    }
}

impl Context<'_> {
    /// Value of non-originating materials. Source: SOR/2020-155, 7(2) to (5), 8(1); SOR/94-14, 6(2) to (5), 7(1).
    pub(super) fn vnm(&self) -> Sum {
        let mut counting = Counting::default();
        for material in &self.good.materials {
            self.count(material, Finding::Yes, &mut counting);
        }
        let mut vnm = self.sum(&counting.counted);
        vnm.open.extend_from_slice(&counting.open);
        vnm.unlisted = counting.unlisted;
        if !self.good.all_listed {
            vnm.unlisted.push(Fact::AllListed);
        }
        vnm
    }

    /// The materials that the value of non-originating materials is added up of, each with whether it counts.
    pub(super) fn counted(&self) -> Vec<Counted<'_>> {
        let mut counting = Counting::default();
        for material in &self.good.materials {
            self.count(material, Finding::Yes, &mut counting);
        }
        counting.counted
    }

    /// Counts a material or, where it is of the producer's own making and no intermediate material, what went into it.
    fn count<'m>(&self, m: &'m Material, weight: Finding, counting: &mut Counting<'m>) {
        // A good of a set counts whole, by whomever it was made. Source: SOR/2020-155, 6(3).
        let whole = self.is_set() || matches!(m.purpose, Purpose::Indirect | Purpose::Packing);
        let Some(made) = self.inputs(m).filter(|_| !whole) else {
            counting.counted.push((m, weight.min(self.is_foreign(m))));
            return;
        };
        let mut weight = weight;
        if self.is_intermediate(m) {
            // Designated and originating: nothing of it counts. Designated in vain: as if it were not.
            let (stands, open) = self.stands_as_intermediate(m);
            if stands == Finding::Yes {
                counting.counted.push((m, Finding::No));
                return;
            }
            counting.open.extend_from_slice(&open);
            weight = weight.min(stands.negated());
        }
        for input in &made.good.materials {
            self.count(input, weight, counting);
        }
        if !made.good.all_listed {
            counting.unlisted.push(Fact::AllListed.of(m.id));
        }
    }

    /// The regional value content that an alternative asks for, or the tolerance that waives it.
    pub(super) fn content_requirement(
        &self,
        row: &Row,
        good: GoodIs,
        test: &ContentTest,
    ) -> Judgement<Point> {
        let figures = self.figures(test);
        if let Some(own) = figures
            && let Some(change) = self.vehicle_change(row, good, own)
        {
            return self.changed(&change, own, &|figures, traced| self.plain_content(Some(figures), traced));
        }
        self.plain_content(figures, None)
    }

    /// The content by these figures, whatever the good is for.
    pub(super) fn plain_content(&self, figures: Option<Figures>, traced: Option<Traced>) -> Judgement<Point> {
        let mut ways = match figures {
            Some(figures) => self.content_ways(figures, traced),
            None => open_leaves(&[Fact::UnstatedFigure]),
        };
        if self.provisions().has_general {
            ways.push(self.content_waived(traced));
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

    /// Each method that the figures and the law allow and the producer has not ruled out.
    pub(super) fn content_ways(&self, figures: Figures, traced: Option<Traced>) -> Vec<Judgement<Point>> {
        let Figures { transaction_value, net_cost } = figures;
        let mut ways = Vec::new();
        let closed = self.closed();
        // What the producer has chosen counts where there is a choice.
        let chosen = match (transaction_value, net_cost, &closed) {
            (Some(_), Some(_), None) => self.good.method,
            _ => None,
        };
        for (method, needed) in [(Method::TransactionValue, transaction_value), (Method::NetCost, net_cost)] {
            let Some(needed) = needed else { continue };
            if chosen.is_some_and(|chosen| chosen != method) {
                continue;
            }
            match &closed {
                Some((why, is)) if method == Method::TransactionValue => {
                    let provisions = self.provisions();
                    let point = Point::MethodClosed { method, why: *why };
                    let place = match why {
                        Closed::NoPrice | Closed::OwnUse => provisions.no_price,
                        _ => provisions.methods,
                    };
                    let cite = provisions.at(place);
                    if *is {
                        ways.push(Judgement::leaf(point, Finding::No).citing(cite));
                    } else {
                        let open = tested(point, Finding::Unknown, &[Fact::RelatedSales]).citing(cite);
                        let by = self.content_by(method, needed);
                        ways.push(Judgement::all(
                            Point::ContentRequirement { figures: Some(figures) },
                            vec![open, by],
                        ));
                    }
                }
                _ => {
                    let by = self.content_by(method, needed);
                    ways.push(match traced {
                        Some(traced) => self.as_traced(traced, figures, by),
                        None => by,
                    });
                }
            }
        }
        ways
    }

    /// Why the transaction value method is closed, if it is or may be, and whether it is for certain.
    /// Source: SOR/94-14, 6(6); SOR/2020-155, 7(2), which needs a transaction value.
    fn closed(&self) -> Option<(Closed, bool)> {
        if let Some(code) = &self.good.code
            && net_cost_only(self.pack.set, code)
        {
            return Some((Closed::ByCode, true));
        }
        if self.good.sale == Sale::NoPrice {
            // Of the materials made in Canada it is those of the producer's own that have none.
            let why = if self.of.is_some() { Closed::OwnUse } else { Closed::NoPrice };
            return Some((why, true));
        }
        if !self.provisions().sale_closes_method {
            return None;
        }
        if self.accumulates(self.good) {
            return Some((Closed::Accumulated, true));
        }
        match self.good.sale {
            Sale::Related { units: None } => Some((Closed::Related, false)),
            Sale::Related { units: Some(units) } if units > RELATED_LIMIT => Some((Closed::Related, true)),
            _ => None,
        }
    }

    /// Whether the work of other producers on materials of the good is accumulated, however deep they lie in what was
    /// made for it. Source: SOR/94-14, 14(1), of materials that are incorporated in the good.
    fn accumulates(&self, good: &Good) -> bool {
        good.materials.iter().any(|material| {
            let by = material.made.as_ref().map(|made| made.by);
            by == Some(Maker::Accumulated)
                || self.inputs(material).is_some_and(|made| self.accumulates(&made.good))
        })
    }

    fn content_by(&self, method: Method, needed: Percent) -> Judgement<Point> {
        let provisions = self.provisions();
        let (base, missing, place) = match method {
            Method::TransactionValue => {
                (self.good.price(), Fact::TransactionValue, provisions.transaction_value)
            }
            Method::NetCost => (self.good.net_cost, Fact::NetCost, provisions.net_cost),
        };
        let mut vnm = self.vnm();
        let mut content = None;
        let mut finding = Finding::Unknown;
        let mut turning = None;
        let exact = vnm.most == Some(vnm.least);
        if let Some(base) = base
            && let Some(best) = Content::of(base, vnm.least)
        {
            let worst = vnm.most.and_then(|most| Content::of(base, most));
            // A range whose list is not whole has no worst.
            content = worst.filter(|_| exact || vnm.unlisted.is_empty());
            if !best.reaches(needed) {
                finding = Finding::No;
                content = Some(best);
            } else if worst.is_some_and(|worst| worst.reaches(needed)) {
                finding = Finding::Yes;
            }
            if finding == Finding::No && method == Method::NetCost {
                turning = self.listed_materials(base, needed);
            }
        } else {
            vnm.open.insert(0, missing);
        }
        let mut judged = tested(Point::ContentBy { method, needed, content, exact }, finding, &vnm.open);
        if let Some(turning) = turning {
            judged.finding = Finding::Unknown;
            judged.because.push(turning);
        }
        unless_more(judged, &vnm.unlisted).citing(provisions.at(place))
    }

    /// Whether all non-originating materials together are so small that no content is asked for.
    ///
    /// Traced values are none that the tolerance is measured by: within it, those that are have to be told. What exceeds
    /// it is taken to exceed it by these, too. Source: SOR/94-14, 5(8).
    pub(super) fn content_waived(&self, traced: Option<Traced>) -> Judgement<Point> {
        let provisions = self.provisions();
        let vnm = self.vnm();
        let percent = provisions.tolerance(self.good.code);
        let (base, mut finding, mut open) = self.within_tolerance(&vnm, percent);
        if finding == Finding::Yes && traced.is_some_and(|traced| self.answer(&traced.fact()) == Finding::Yes)
        {
            let small = Fact::Special(Special::SmallUntraced);
            finding = self.answer(&small);
            open.push(small);
        }
        // Nothing is open where it is a yes or a no.
        let point = Point::ContentWaived { all: vnm.known(), base, percent };
        let judged = unless_more(tested(point, finding, &open), &vnm.unlisted);
        judged.citing(provisions.at(provisions.content_waiver))
    }

    /// Whether the materials that fail the change, or may fail it, are small enough to be waived.
    pub(super) fn de_minimis_by_value(&self, failing: &[Counted<'_>]) -> Judgement<Point> {
        let provisions = self.provisions();
        let mut in_the_way = Vec::new();
        // What is left out for certain fails the test or originates: how much it is worth does not matter.
        let mut tolerable: Vec<Counted<'_>> = Vec::new();
        for (material, counts) in failing {
            let (kept_out, open) = self.kept_out(material);
            if kept_out != Finding::Yes {
                tolerable.push((material, *counts));
            }
            let excluded = kept_out.min(*counts);
            if excluded != Finding::No {
                let point = Point::NotTolerated { material: material.id };
                let judged = tested(point, excluded.negated(), &open);
                in_the_way.push(judged.citing(provisions.at(provisions.de_minimis_exceptions)));
            }
        }
        let percent = provisions.tolerance(self.good.code);
        let value = self.sum(&tolerable);
        let (base, within, open) = self.within_tolerance(&value, percent);
        let point = Point::DeMinimis { failing: value.known(), base, percent };
        let amount = tested(point, within, &open).citing(provisions.at(provisions.de_minimis));
        together(vec![amount], in_the_way)
    }

    /// Whether the tolerance leaves the material out, and what is missing to tell.
    fn kept_out(&self, material: &Material) -> (Finding, Vec<Fact>) {
        let Some(good) = &self.good.code else { return (Finding::Unknown, vec![Fact::GoodCode]) };
        let fact = |item: Item| match item {
            Item::OfGood(item) => Fact::GoodItem(item),
            Item::OfMaterial(item) => Fact::MaterialItem(material.id, item),
            Item::Described => self.asked_of(material.id, InputFact::NotTolerated),
        };
        let answer = |item: Item| match item {
            Item::Described => self.answer(&fact(item)),
            Item::OfGood(_) | Item::OfMaterial(_) => self.of_item(&fact(item)),
        };
        let (finding, items) = not_tolerated(self.pack.set, good, material.code.as_ref(), &answer);
        let Some(code) = &material.code else { return (finding, vec![Fact::MaterialCode(material.id)]) };
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
    pub(super) fn within_tolerance(
        &self,
        value: &Sum,
        percent: Percent,
    ) -> (Option<Money>, Finding, Vec<Fact>) {
        let good = self.good;
        let mut base = good.price();
        // Source: SOR/2020-155, 5(1)(a)(ii), at choice; SOR/94-14, 5(1)(a)(ii), only where there is no price.
        let no_price = good.sale == Sale::NoPrice;
        if self.provisions().total_cost_at_choice || no_price {
            base = base.max(good.total_cost);
        }
        let (given, missing) = match no_price {
            true => (good.total_cost, Fact::TotalCost),
            false => (good.transaction_value, Fact::TransactionValue),
        };
        let (finding, open) = within(value, percent, base, given.is_none().then_some(missing));
        (base, finding, open)
    }
}

/// Whether `value` is at most `percent` of `base`, and what is missing to tell. `missing` is what may still give a
/// base, or a larger one.
pub(super) fn within(
    value: &Sum,
    percent: Percent,
    base: Option<Money>,
    missing: Option<Fact>,
) -> (Finding, Vec<Fact>) {
    // The largest amount that fits, in the unit of the comparison below. Nothing while there is no base.
    let limit = base.map(|base| base.millionths() * percent.ten_thousandths());
    let fits = |amount: Money| limit.is_some_and(|limit| amount.millionths() * 1_000_000 <= limit);
    // With nothing failing the tolerance holds whatever the base is.
    if value.most.is_some_and(|most| most.is_zero() || fits(most)) {
        return (Finding::Yes, Vec::new());
    }
    if missing.is_none() && !fits(value.least) {
        return (Finding::No, Vec::new());
    }
    let mut open: Vec<Fact> = Vec::new();
    open.extend(missing);
    open.extend_from_slice(&value.open);
    (Finding::Unknown, open)
}
