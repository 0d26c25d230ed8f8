//! From a good to its judgement: which row, which alternatives, which general provisions.

use super::context::Context;
use super::open::{add_open, open_leaves, tested};
use super::values::is_foreign;
use crate::case::Good;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::Row;
use crate::origin::special::{Effect, special_rules};
use crate::units::{Day, HsCode, HsRange, Level};

/// Chapters whose goods follow a modified rule that is not published. Source: SM36 3.4.
const TEXTILE_CHAPTERS: std::ops::RangeInclusive<u8> = 50..=63;

/// Whether the good is Canadian under the rule set, with the reasons down to facts and citations.
///
/// Total and pure: unknown where a fact that matters was not given, never a guess. `day` is the day for which
/// dated rules are read. Source: SOR/2020-155, 3; SOR/94-14, 4; "Canada" read for the territory (SM36 9.3).
pub fn judge(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    let context = Context { pack, good, day };
    let made = tested(Point::MadeInCanada, Finding::from(good.made_in_canada), &[Fact::MadeInCanada]);
    let provisions = context.provisions();
    // Of textiles not even a good of Canadian materials alone is known: their rule is not published.
    let textile = context.is_textile();
    let mut ways = Vec::new();
    if !textile {
        ways.push(context.only_originating());
    }
    ways.push(context.with_special_conditions(context.product_rule()));
    if !textile {
        context.special_ways(&mut ways);
    }
    let qualifies = Judgement::any(Point::ProductRule, ways).citing(provisions.at(provisions.product_rule));
    Judgement::all(Point::CanadianGood { set: pack.set }, vec![made, qualifies])
}

impl<'a> Context<'a> {
    fn only_originating(&self) -> Judgement<Point> {
        let mut finding = Finding::Yes;
        let mut open: Vec<Fact> = Vec::new();
        for material in self.foreign() {
            let foreign = is_foreign(material);
            finding = finding.min(foreign.negated());
            if foreign == Finding::Unknown {
                open.push(Fact::MaterialOrigin(material.id));
            }
        }
        if !self.good.all_listed {
            finding = finding.min(Finding::Unknown);
            open.push(Fact::AllListed);
        }
        // A good of an unknown code may be a textile.
        if self.good.code.is_none() {
            finding = finding.min(Finding::Unknown);
            open.push(Fact::GoodCode);
        }
        let provisions = self.provisions();
        tested(Point::OnlyOriginating, finding, &open).citing(provisions.at(provisions.only_originating))
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
        Judgement::all(Point::ProductRule, parts)
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

    fn is_textile(&self) -> bool {
        self.good.code.is_some_and(|code| TEXTILE_CHAPTERS.contains(&code.chapter()))
    }

    fn special(&self, effect: Effect, parts: &mut Vec<Judgement<Point>>) {
        let Some(code) = &self.good.code else { return };
        for (special, found, cite) in special_rules(self.pack.set, code) {
            if found != effect {
                continue;
            }
            let fact = Fact::Special(special);
            let mut finding = self.answer(&fact);
            if special.open_when_denied() && finding == Finding::No {
                finding = Finding::Unknown;
            }
            parts.push(tested(Point::Special { special }, finding, &[fact]).citing(cite));
        }
    }

    fn product_rule(&self) -> Judgement<Point> {
        let Some(code) = &self.good.code else {
            return Judgement::all(Point::ProductRule, open_leaves(&[Fact::GoodCode]));
        };
        if self.is_textile() {
            return Judgement::all(Point::ModifiedTextileRule, open_leaves(&[Fact::TextileDivision]))
                .citing(crate::units::Source::Sm36.at("3.4"));
        }
        let mut near: Vec<&Row> = Vec::new();
        for row in self.pack.rows_for(code, self.day) {
            near.push(row);
        }
        let (own, certain) = self.candidate_rows(&near);
        let mut judged = Vec::new();
        for row in &own {
            judged.push(self.row(row, &own));
        }
        match judged.len() {
            0 => Judgement::all(Point::ProductRule, open_leaves(&[Fact::NoRule])),
            1 if certain => judged.remove(0),
            _ => self.whichever_row(code, judged, &near),
        }
    }

    /// Several rows may be the good's own: only what all of them agree on is known. Of a code too short to tell not
    /// even that, as the code may have no row at all.
    fn whichever_row(&self, code: &HsCode, judged: Vec<Judgement<Point>>, near: &[&Row]) -> Judgement<Point> {
        let mut whichever = Judgement::whichever(Point::ProductRule, judged);
        if code.digits() < 6 {
            leave_open(&mut whichever);
            return whichever;
        }
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
            let mut covered = range.covers(&code);
            if covered == Finding::Unknown && is_item_inside(range, &code) {
                covered = self.of_item(&Fact::GoodItem(range.first()));
            }
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

fn is_item_inside(range: &HsRange, code: &HsCode) -> bool {
    range.first().level() == Level::TariffItem && code.holds(&range.first())
}
