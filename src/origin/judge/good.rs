//! From a good to its judgement: which row, which alternatives, which general provisions.

use super::context::Context;
use super::open::{add_open, tested, unless_more};
use super::today::judge_today;
use super::values::within;
use crate::case::{CodeEdition, Good, Material, Obtained, Purpose, Sale};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{NameId, Row};
use crate::origin::special::{Effect, Special, special_rules};
use crate::origin::vehicle::Role;
use crate::units::{Day, HsCode, HsRange, Level};

/// Whether the good is Canadian under the rule set, with the reasons down to facts and citations.
///
/// Total and pure: unknown where a fact that matters was not given, never a guess. `day` is the day for which
/// dated rules are read. Source: SOR/2020-155, 3; SOR/94-14, 4; "Canada" read for the territory (SM36 9.3).
pub fn judge(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    if good.edition == CodeEdition::Today {
        return judge_today(pack, good, day);
    }
    judge_in(&mut Context::new(pack, good, day))
}

/// The judgement of the good of a context, which may be a material of a larger one.
pub(super) fn judge_in(context: &mut Context<'_>) -> Judgement<Point> {
    context.judge_made();
    let (good, set) = (context.good, context.pack.set);
    let made = tested(Point::MadeInCanada, Finding::from(good.made_in_canada), &[Fact::MadeInCanada]);
    let provisions = context.provisions();
    let mut ways = Vec::new();
    if let Some(way) = context.wholly_obtained() {
        ways.push(way);
    }
    let textile = context.is_textile();
    if context.is_set() {
        ways.push(context.set_tolerance());
    } else {
        // Of textiles not even a good of Canadian materials alone is known: their rule is not published.
        if !textile || good.textiles_by_agreement {
            ways.push(context.only_originating());
        }
        let rule = context.product_rule_by_use();
        ways.push(context.with_special_conditions(rule));
        context.special_ways(&mut ways);
    }
    let mut qualifies =
        Judgement::any(Point::ProductRule, ways).citing(provisions.at(provisions.product_rule));
    if textile {
        qualifies = context.as_textile(qualifies);
    }
    // Whichever way it qualifies: nothing of that is asked of a good that does not.
    let besides = (qualifies.finding != Finding::No).then(|| context.besides_content()).flatten();
    let mut parts = vec![made, qualifies];
    parts.extend(besides);
    if good.non_qualifying {
        let cite = provisions.at(provisions.non_qualifying);
        parts.push(Judgement::leaf(Point::NonQualifying, Finding::No).citing(cite));
    }
    let mut judged = Judgement::all(Point::CanadianGood { set }, parts);
    context.show_made(&mut judged);
    judged
}

impl<'a> Context<'a> {
    fn only_originating(&self) -> Judgement<Point> {
        let (mut open, mut unlisted) = (Vec::new(), Vec::new());
        let finding = self.all_originate(self.good, &mut open, &mut unlisted);
        if !self.good.all_listed {
            unlisted.push(Fact::AllListed);
        }
        let provisions = self.provisions();
        let judged = self.unless_textile(tested(Point::OnlyOriginating, finding, &open));
        unless_more(judged, &unlisted).citing(provisions.at(provisions.only_originating))
    }

    /// A good of an unknown code may be a textile: then what it comes to without its rule is no yes.
    fn unless_textile(&self, judged: Judgement<Point>) -> Judgement<Point> {
        let may_be = self.good.code.is_none() && !self.good.textiles_by_agreement;
        unless_more(judged, if may_be { &[Fact::GoodCode] } else { &[] })
    }

    /// Whether every material of the good originates; of the producer's own materials, what went into them.
    fn all_originate(&self, good: &Good, open: &mut Vec<Fact>, unlisted: &mut Vec<Fact>) -> Finding {
        let mut finding = Finding::Yes;
        for material in &good.materials {
            match self.inputs(material) {
                Some(made) => {
                    finding = finding.min(self.all_originate(&made.good, open, unlisted));
                    if !made.good.all_listed {
                        unlisted.push(Fact::AllListed.of(material.id));
                    }
                }
                None => {
                    let originates = self.originates(material);
                    finding = finding.min(originates);
                    if originates == Finding::Unknown {
                        open.extend_from_slice(&self.origin_facts(material));
                    }
                }
            }
        }
        finding
    }

    /// What is or may be foreign, of the producer's own materials what went into them.
    fn foreign_inside<'g>(&self, good: &'g Good) -> Vec<&'g Material> {
        let mut foreign = self.foreign_of(good);
        foreign.retain(|material| self.inputs(material).is_none());
        for material in &good.materials {
            if let Some(made) = self.inputs(material) {
                foreign.extend(self.foreign_inside(&made.good));
            }
        }
        foreign
    }

    /// Wholly obtained, where somebody says so. Foreign materials that are listed say otherwise.
    fn wholly_obtained(&self) -> Option<Judgement<Point>> {
        let how = self.good.obtained?;
        let provisions = self.provisions();
        // The older rules do not have these two. Source: SOR/94-14, 4(1).
        if self.pack.set == RuleSet::Nafta && matches!(how, Obtained::FromAnimal | Obtained::Aquaculture) {
            let none = Judgement::leaf(Point::NoSuchWay { how }, Finding::No);
            return Some(none.citing(provisions.at(provisions.wholly_obtained)));
        }
        let mut finding = Finding::Yes;
        let mut open: Vec<Fact> = Vec::new();
        let mut planted = false;
        for material in self.foreign_inside(self.good) {
            // Source: SOR/2020-155, 8(14)(b), 8(24)(a).
            if !matches!(material.purpose, Purpose::Packaging | Purpose::Accessory) {
                let originates = self.originates(material);
                let is_planted = self.is_planted(material);
                finding = finding.min(originates.max(is_planted));
                planted |= is_planted == Finding::Yes;
                if is_planted == Finding::Unknown {
                    open.extend_from_slice(&self.left_out_facts(material));
                }
                if originates == Finding::Unknown && is_planted != Finding::Yes {
                    open.extend_from_slice(&self.origin_facts(material));
                }
            }
        }
        let unlisted: &[Fact] = if self.good.all_listed { &[] } else { &[Fact::AllListed] };
        let judged = self.unless_textile(tested(Point::WhollyObtained { how }, finding, &open));
        let mut judged = unless_more(judged, unlisted);
        if planted && judged.finding == Finding::Yes {
            let special = Judgement::leaf(Point::Special { special: Special::Planted }, Finding::Yes);
            let place = if how == Obtained::Aquaculture { "chapter 3" } else { provisions.grown };
            judged.because.push(special.citing(self.pack.set.source().at(place)));
        }
        Some(judged.citing(provisions.at(provisions.wholly_obtained)))
    }

    /// Whether the good is a set that follows the provision for sets instead of its product rule.
    pub(super) fn is_set(&self) -> bool {
        self.good.is_set && !self.provisions().sets.is_empty()
    }

    /// A set put up for sale: the goods in it that do not originate are small enough. Source: SOR/2020-155, 6.
    fn set_tolerance(&self) -> Judgement<Point> {
        let provisions = self.provisions();
        let foreign = self.vnm();
        let percent = provisions.tolerance(None);
        // The value of the set is that of a good in section 7: what it is sold for or, where it has no price, its net
        // cost. Total cost is a base of section 5 alone. Source: SOR/2020-155, 6(4).
        let (base, missing) = match self.good.sale {
            Sale::NoPrice => (self.good.net_cost, Fact::NetCost),
            _ => (self.good.transaction_value, Fact::TransactionValue),
        };
        let (finding, open) = within(&foreign, percent, base, base.is_none().then_some(missing));
        let point = Point::SetTolerance { foreign: foreign.known(), base, percent };
        let judged = self.unless_textile(tested(point, finding, &open));
        unless_more(judged, &foreign.unlisted).citing(provisions.at(provisions.sets))
    }

    /// The product rule together with what section, chapter and automotive rules ask for besides.
    fn with_special_conditions(&self, rule: Judgement<Point>) -> Judgement<Point> {
        if rule.finding == Finding::No {
            return rule;
        }
        let mut parts = vec![rule];
        self.special(Effect::Condition, &mut parts);
        if parts.len() == 1 {
            return parts.remove(0);
        }
        let mut freed = Vec::new();
        self.add_freed(&parts[0], Finding::Yes, &mut freed);
        // What an alternative frees the good of is not asked where the good meets that alternative.
        if freed.iter().any(|way| way.finding == Finding::Yes) {
            return parts.remove(0);
        }
        let asked = Judgement::all(Point::ProductRule, parts);
        if freed.is_empty() {
            return asked;
        }
        freed.insert(0, asked);
        Judgement::any(Point::ProductRule, freed)
    }

    /// Adds the alternatives, still possible, that free the good of what its chapter asks besides.
    /// `above`: what they lie in comes to, at best.
    fn add_freed(&self, judged: &Judgement<Point>, above: Finding, freed: &mut Vec<Judgement<Point>>) {
        let finding = above.min(judged.finding);
        if finding == Finding::No {
            return;
        }
        if let Point::Alternative { row, index, .. } = &judged.point {
            let row = self.pack.rows.iter().find(|it| it.id == *row);
            let frees = |name: &NameId| self.pack.role(*name) == Some(Role::FreeOfChapter);
            let alternative = row.and_then(|row| row.alternatives.get(*index));
            if alternative.is_some_and(|it| it.conditions.iter().any(frees)) {
                freed.push(Judgement { finding, ..judged.clone() });
            }
            return;
        }
        for part in &judged.because {
            self.add_freed(part, finding, freed);
        }
    }

    /// Adds further ways to originate. A code too short to tell may be one that they leave out.
    fn special_ways(&self, ways: &mut Vec<Judgement<Point>>) {
        let product_rules = ways.len();
        self.special(Effect::Way, ways);
        if self.good.code.is_none_or(|code| code.digits() < 6) {
            for way in ways.iter_mut().skip(product_rules) {
                leave_open(way);
            }
        }
    }

    fn special(&self, effect: Effect, parts: &mut Vec<Judgement<Point>>) {
        let Some(code) = &self.good.code else { return };
        for (special, found, cite) in special_rules(self.pack.set, code, self.day) {
            if found != effect {
                continue;
            }
            let fact = Fact::Special(special);
            let mut finding = self.answer(&fact);
            if finding == Finding::Unknown && self.has_none_such(special) {
                finding = Finding::Yes;
            }
            parts.push(tested(Point::Special { special }, finding, &[fact]).citing(cite));
        }
    }

    /// The rows that may cover the code of the good on the day.
    pub(super) fn near_rows(&self) -> Vec<&'a Row> {
        let mut near: Vec<&Row> = Vec::new();
        if let Some(code) = &self.good.code {
            for row in self.pack.rows_for(code, self.day) {
                near.push(row);
            }
        }
        near
    }

    pub(super) fn product_rule(&self, near: &[&'a Row]) -> Judgement<Point> {
        let Some(code) = &self.good.code else {
            return tested(Point::ProductRule, Finding::Unknown, &[Fact::GoodCode]);
        };
        let (own, certain) = self.candidate_rows(near);
        // It may be of any of these rows, or of none: until that is settled nothing else need be asked.
        if code.digits() < 6 && !(own.len() == 1 && certain) {
            return tested(Point::ProductRule, Finding::Unknown, &[Fact::GoodCodeLonger]);
        }
        let mut judged = Vec::new();
        for row in &own {
            judged.push(self.row(row, &own));
        }
        match judged.len() {
            0 => tested(Point::ProductRule, Finding::Unknown, &[Fact::NoRule]),
            1 if certain => judged.remove(0),
            _ => self.whichever_row(code, judged, near),
        }
    }

    /// Several rows may be the good's own: only what all of them agree on is known.
    fn whichever_row(&self, code: &HsCode, judged: Vec<Judgement<Point>>, near: &[&Row]) -> Judgement<Point> {
        let mut whichever = Judgement::whichever(Point::ProductRule, judged);
        if whichever.finding == Finding::Unknown {
            for row in near {
                for range in &row.codes {
                    let fact = Fact::GoodItem(range.first());
                    if is_item_inside(range, code) && self.of_item(&fact) == Finding::Unknown {
                        add_open(&mut whichever.because, &[fact]);
                    }
                }
            }
        }
        whichever
    }

    /// Those of the rows that may be the good's own, and whether one of them is. A tariff item's row beats that of its
    /// subheading.
    fn candidate_rows(&self, near: &[&'a Row]) -> (Vec<&'a Row>, bool) {
        let mut rivals: Vec<&Row> = Vec::new();
        for row in near {
            if self.good_in(&row.codes) != Finding::No {
                rivals.push(row);
            }
        }
        let (mut rows, mut items, mut certain) = (Vec::new(), Vec::new(), false);
        for row in &rivals {
            // A row that describes only other goods is not this one's.
            let is_own = self.row_is_about(row, &rivals).min(self.good_in(&row.codes));
            if is_own == Finding::No {
                continue;
            }
            if is_own == Finding::Yes {
                certain = true;
                if row.codes.iter().any(|range| range.first().level() == Level::TariffItem) {
                    items.push(*row);
                }
            }
            rows.push(*row);
        }
        // A row for the very item, named by code or by an answer, leaves the residue of the subheading behind.
        if items.is_empty() { (rows, certain) } else { (items, true) }
    }

    /// Whether the good is in one of the ranges. A tariff item is settled by an answer, never by typed digits.
    pub(super) fn good_in(&self, ranges: &[HsRange]) -> Finding {
        let Some(code) = self.good.code else { return Finding::Unknown };
        let mut found = Finding::No;
        for range in ranges {
            let covered = if is_item_inside(range, &code) {
                self.of_item(&Fact::GoodItem(range.first()))
            } else {
                range.covers(&code)
            };
            found = found.max(covered);
        }
        found
    }
}

/// Makes the judgement unknown because the code of the good is too short to tell.
fn leave_open(judged: &mut Judgement<Point>) {
    judged.finding = Finding::Unknown;
    add_open(&mut judged.because, &[Fact::GoodCodeLonger]);
}

pub(super) fn is_item_inside(range: &HsRange, code: &HsCode) -> bool {
    range.first().level() == Level::TariffItem
        && code.level() == Level::Subheading
        && code.holds(&range.first())
}
