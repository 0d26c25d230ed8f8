//! From a good to its judgement: which row, which alternatives, which general provisions.

use super::context::Context;
use super::values::{is_foreign, open_leaves};
use crate::case::Good;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::Row;
use crate::origin::special::{Effect, Special, special_rules};
use crate::units::{Citation, Day, HsCode, HsRange, Level};

/// Chapters whose goods follow a modified rule that is not published. Source: SM36 3.4.
const TEXTILE_CHAPTERS: std::ops::RangeInclusive<u8> = 50..=63;

/// Whether the good is Canadian under the rule set, with the reasons down to facts and citations.
///
/// Total and pure: unknown where a fact that matters was not given, never a guess. `day` is the day for which
/// dated rules are read. Source: SOR/2020-155, 3; SOR/94-14, 4; "Canada" read for the territory (SM36 9.3).
pub fn judge(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    let context = Context { pack, good, day };
    let made = context.fact(Point::MadeInCanada, good.made_in_canada, Fact::MadeInCanada);
    let provisions = context.provisions();
    let mut ways = vec![context.with_special_conditions(context.product_rule())];
    // Of textiles not even a good of Canadian materials alone is known: their rule is not published.
    if !context.is_textile() {
        ways.insert(0, context.only_originating());
        ways.extend(context.special_ways());
    }
    let qualifies = Judgement::any(Point::ProductRule, ways).citing(provisions.at(provisions.product_rule));
    Judgement::all(Point::CanadianGood { set: pack.set }, vec![made, qualifies])
}

impl<'a> Context<'a> {
    fn fact(&self, point: Point, answer: Option<bool>, missing: Fact) -> Judgement<Point> {
        let finding = Finding::from(answer);
        let because = if answer.is_none() { open_leaves(vec![missing]) } else { Vec::new() };
        Judgement { because, ..Judgement::leaf(point, finding) }
    }

    fn only_originating(&self) -> Judgement<Point> {
        let foreign: Vec<Finding> = self.foreign().map(is_foreign).collect();
        let none_listed = Finding::any(foreign).negated();
        let listed = if self.good.all_listed { Finding::Yes } else { Finding::Unknown };
        let mut open: Vec<Fact> = Vec::new();
        if none_listed != Finding::No {
            let unsure = self.foreign().filter(|m| is_foreign(m) == Finding::Unknown);
            open.extend(unsure.map(|m| Fact::MaterialOrigin(m.id)));
            open.extend((!self.good.all_listed).then_some(Fact::AllListed));
        }
        let mut finding = none_listed.min(listed);
        // A good of an unknown code may be a textile.
        if self.good.code.is_none() && finding != Finding::No {
            finding = Finding::Unknown;
            open.push(Fact::GoodCode);
        }
        let provisions = self.provisions();
        let judged = Judgement::leaf(Point::OnlyOriginating, finding);
        Judgement { because: open_leaves(open), ..judged }.citing(provisions.at(provisions.only_originating))
    }

    /// The product rule together with what section, chapter and automotive rules ask for besides.
    fn with_special_conditions(&self, rule: Judgement<Point>) -> Judgement<Point> {
        let conditions = self.special(Effect::Condition);
        if conditions.is_empty() || rule.finding == Finding::No {
            return rule;
        }
        Judgement::all(Point::ProductRule, std::iter::once(rule).chain(conditions).collect())
    }

    /// Further ways to originate. A code too short to tell may be one that they leave out.
    fn special_ways(&self) -> Vec<Judgement<Point>> {
        let ways = self.special(Effect::Way).into_iter();
        if self.good.code.is_none_or(|code| code.digits() < 6) {
            ways.map(code_too_short).collect()
        } else {
            ways.collect()
        }
    }

    fn is_textile(&self) -> bool {
        self.good.code.is_some_and(|code| TEXTILE_CHAPTERS.contains(&code.chapter()))
    }

    fn special(&self, effect: Effect) -> Vec<Judgement<Point>> {
        let rules = self.good.code.map(|code| special_rules(self.pack.set, &code)).unwrap_or_default();
        let of_effect = rules.into_iter().filter(|(_, found, _)| *found == effect);
        let judge = |(special, _, cite): (Special, Effect, Citation)| {
            let fact = Fact::Special(special);
            let answer = self.answer(&fact);
            let finding =
                if special.open_when_denied() && answer == Finding::No { Finding::Unknown } else { answer };
            let because = if finding == Finding::Unknown { open_leaves(vec![fact]) } else { Vec::new() };
            Judgement { because, ..Judgement::leaf(Point::Special { special }, finding) }.citing(cite)
        };
        of_effect.map(judge).collect()
    }

    fn product_rule(&self) -> Judgement<Point> {
        let Some(code) = &self.good.code else {
            return Judgement::all(Point::ProductRule, open_leaves(vec![Fact::GoodCode]));
        };
        if self.is_textile() {
            let division = open_leaves(vec![Fact::TextileDivision]);
            return Judgement::all(Point::ModifiedTextileRule, division)
                .citing(crate::units::Source::Sm36.at("3.4"));
        }
        let own = self.candidate_rows(code);
        let rows: Vec<&Row> = own.iter().map(|(row, _)| *row).collect();
        let mut judged: Vec<Judgement<Point>> = rows.iter().map(|row| self.row(row, &rows)).collect();
        let certain = own.iter().any(|(_, is_own)| *is_own == Finding::Yes);
        match judged.len() {
            0 => Judgement::all(Point::ProductRule, open_leaves(vec![Fact::NoRule])),
            1 if certain => judged.remove(0),
            _ => self.whichever_row(code, judged),
        }
    }

    /// Several rows may be the good's own: only what all of them agree on is known. Of a code too short to tell not
    /// even that, as the code may have no row at all.
    fn whichever_row(&self, code: &'a HsCode, rows: Vec<Judgement<Point>>) -> Judgement<Point> {
        let mut whichever = Judgement::whichever(Point::ProductRule, rows);
        if code.digits() < 6 {
            return code_too_short(whichever);
        }
        if whichever.finding == Finding::Unknown {
            let items = self.pack.rows_for(code, self.day).flat_map(|row| items_inside(row, code));
            let open = items.map(Fact::GoodItem).filter(|fact| self.of_item(fact) == Finding::Unknown);
            whichever.because.extend(open_leaves(open.collect()));
        }
        whichever
    }

    /// The rows that may be the good's own, and whether they are. A tariff item's row beats that of its subheading.
    fn candidate_rows(&self, code: &'a HsCode) -> Vec<(&'a Row, Finding)> {
        let mut rows: Vec<(&Row, Finding)> = Vec::new();
        for row in self.pack.rows_for(code, self.day) {
            let is_own = self.good_in(&row.codes);
            if is_own != Finding::No {
                rows.push((row, is_own));
            }
        }
        // A row that describes only other goods is not this one's.
        let rivals: Vec<&Row> = rows.iter().map(|(row, _)| *row).collect();
        for (row, is_own) in &mut rows {
            *is_own = self.row_is_about(row, &rivals).min(*is_own);
        }
        rows.retain(|(_, is_own)| *is_own != Finding::No);
        // A row for the very item, named by code or by an answer, leaves the residue of the subheading behind.
        let of_item = |row: &Row| row.codes.iter().any(|range| range.first().level() == Level::TariffItem);
        if rows.iter().any(|(row, own)| *own == Finding::Yes && of_item(row)) {
            rows.retain(|(row, own)| *own == Finding::Yes && of_item(row));
        }
        rows
    }

    /// Whether the good is in one of the ranges. A tariff item is settled by an answer, never by typed digits.
    pub(super) fn good_in(&self, ranges: &[HsRange]) -> Finding {
        let Some(code) = self.good.code else { return Finding::Unknown };
        Finding::any(ranges.iter().map(|range| match range.covers(&code) {
            Finding::Unknown if is_item_inside(range, &code) => self.of_item(&Fact::GoodItem(range.first())),
            covered => covered,
        }))
    }
}

/// The judgement, unknown because the code of the good is too short to tell.
fn code_too_short(mut judged: Judgement<Point>) -> Judgement<Point> {
    judged.finding = Finding::Unknown;
    judged.because.extend(open_leaves(vec![Fact::GoodCodeLonger]));
    judged
}

/// The tariff items that a row is about, where they lie inside the good's code.
fn items_inside<'r>(row: &'r Row, code: &'r HsCode) -> impl Iterator<Item = HsCode> + 'r {
    row.codes.iter().filter(|range| is_item_inside(range, code)).map(HsRange::first)
}

fn is_item_inside(range: &HsRange, code: &HsCode) -> bool {
    range.first().level() == Level::TariffItem && code.holds(&range.first())
}
