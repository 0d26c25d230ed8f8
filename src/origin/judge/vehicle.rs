//! Motor vehicles and their parts: what a use makes of the rule, and of the content that it asks for.

use super::context::Context;
use super::missing::{missing, note};
use super::open::{add_open, tested};
use super::uses::Uses;
use crate::case::VehicleUse;
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::pack::RuleSet;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{Figures, GoodIs, Row};
use crate::origin::special::{Special, covers};
use crate::origin::vehicle::{
    BUSES, CHASSIS, ENGINES, HEAVIER, KEEPING_THEIR_OWN, LIGHTER, NAFTA_HEAVY, NAFTA_LIGHT, NEW_MODEL,
    PartTable, Role,
};
use crate::units::{Citation, HsCode, Source};

/// Figures that may do in place of stricter ones.
pub(super) struct Mild {
    figures: Figures,
    /// What they wait for: an answer or, where the texts differ, a better text.
    ask: Fact,
    /// Where they are written.
    cite: Citation,
}

/// The figures that hold in place of a rule's own.
pub(super) struct Change {
    /// Whether they do: unknown while nobody has said if the good is the one that a table describes.
    is: Finding,
    /// What would tell first.
    open: Option<Fact>,
    figures: Figures,
    mild: Option<Mild>,
    cite: Citation,
    /// How the values of materials are traced, by rules of their own which this program does not compute. Nothing: they
    /// are not.
    traced: Option<Traced>,
}

/// How the values of materials are traced.
#[derive(Clone, Copy)]
pub(super) struct Traced {
    special: Special,
    place: &'static str,
}

/// Of light vehicles and of what goes into new ones.
const TRACED_LIGHT: Traced = Traced { special: Special::TracedValues, place: "9" };
/// Of heavy vehicles, and of engines and gear boxes for new ones.
const TRACED_HEAVY: Traced = Traced { special: Special::HeavyValues, place: "10" };

impl Traced {
    /// Whether the values that were given are those.
    pub(super) const fn fact(self) -> Fact {
        Fact::Special(self.special)
    }
}

impl Mild {
    /// Figures that another reading of the texts would let do.
    fn unsettled(figures: Figures, cite: Citation) -> Mild {
        Mild { figures, ask: Fact::UnsettledFigure, cite }
    }

    /// Figures that hold where a special rule does.
    pub(super) fn asked(figures: Figures, special: Special, cite: Citation) -> Mild {
        Mild { figures, ask: Fact::Special(special), cite }
    }
}

impl Change {
    /// The rule's own figures, written at a place, or milder ones.
    pub(super) fn milder(own: Figures, mild: Mild, cite: Citation) -> Change {
        Change { is: Finding::Yes, open: None, figures: own, mild: Some(mild), cite, traced: None }
    }
}

impl Context<'_> {
    /// The product rule; of a part of vehicles, for the use that was named or, while none was, what all uses agree on.
    pub(super) fn product_rule_by_use(&mut self) -> Judgement<Point> {
        let near = self.near_rows();
        // Where no row names a use or asks for content, none changes anything.
        let changes =
            |row: &&Row| row.alternatives.iter().any(|it| it.content.is_some() || it.target.usage.is_some());
        if !self.may_be_part() || !near.iter().any(changes) {
            return self.product_rule(&near);
        }
        let mut cases: Vec<Judgement<Point>> = Vec::new();
        // What only some uses ask for waits until the use is known.
        let mut open: Vec<Fact> = Vec::new();
        let uses = self.uses;
        for usage in VehicleUse::ALL {
            if !uses.has(usage) {
                continue;
            }
            self.part_use = Some(usage);
            let judged = self.product_rule(&near);
            let mut shared = Vec::new();
            for fact in missing(&judged) {
                if cases.is_empty() || open.binary_search(&fact).is_ok() {
                    shared.push(fact);
                }
            }
            open = shared;
            // Uses that come to the same are one case.
            let meant = Uses::one(usage).0;
            let mut known = false;
            for case in &mut cases {
                if let Point::ForVehicleUse { uses } = &mut case.point
                    && case.because[0] == judged
                {
                    *uses |= meant;
                    known = true;
                }
            }
            if !known {
                cases.push(Judgement::any(Point::ForVehicleUse { uses: meant }, vec![judged]));
            }
        }
        self.part_use = None;
        // Where no use changes anything, none is asked for.
        if cases.len() == 1 && !uses.is_known() {
            return cases.remove(0).because.remove(0);
        }
        let cite = match self.pack.set {
            RuleSet::Nafta => Source::Sor9414.at("6(6)(d), 9, 10, 13"),
            RuleSet::Cusma | RuleSet::Annex => Source::Sor2020155.at(if !uses.is_known() {
                "14, 15, 20"
            } else if uses.has(VehicleUse::Light) {
                "14"
            } else if uses.has(VehicleUse::Heavy) {
                "15"
            } else if uses.has(VehicleUse::OtherLight) || uses.has(VehicleUse::OtherHeavy) {
                "20"
            } else {
                "12, 14(18)"
            }),
        };
        if uses.is_known() {
            return Judgement::any(Point::ProductRule, cases).citing(cite);
        }
        let mut whichever = Judgement::whichever(Point::ProductRule, cases);
        if whichever.finding == Finding::Unknown {
            // What goes into a vehicle that is not yet known is asked of the vehicle.
            if uses == Uses::ALL {
                note(&mut open, Fact::VehicleUse);
            }
            add_open(&mut whichever.because, &open);
        }
        whichever.citing(cite)
    }

    /// Whether the good is an engine or a gear box.
    pub(super) fn is_engine(&self) -> Finding {
        self.good.code.as_ref().map_or(Finding::No, |code| covers(ENGINES, code))
    }

    /// Whether the code of the good may be one of a part of vehicles, so that it matters what it is for.
    pub(super) fn may_be_part(&self) -> bool {
        let Some(code) = &self.good.code else { return false };
        // Asked of every good, so that most are told by their chapter. The older rules have 87.06 among the vehicles.
        let vehicle = self.pack.set == RuleSet::Nafta && code.as_str().starts_with("8706");
        if !matches!(code.chapter(), 40 | 70 | 83..=85 | 87 | 90 | 94) || vehicle {
            return false;
        }
        for part in &self.pack.parts {
            for range in &part.codes {
                if range.covers(code) != Finding::No {
                    return true;
                }
            }
        }
        false
    }

    /// The table of the use that the good stands in, whether it does, and what would tell first.
    pub(super) fn table_of(&self, usage: VehicleUse) -> (Finding, Option<Fact>, Option<PartTable>) {
        let mut found = (Finding::No, None, None);
        for part in &self.pack.parts {
            if !part.table.is_for(usage) {
                continue;
            }
            for range in &part.codes {
                let mut inside = self.good_in(std::slice::from_ref(range));
                let longer = self.good.code.is_none_or(|code| code.digits() < 6);
                let mut open = if longer { Fact::GoodCodeLonger } else { Fact::GoodItem(range.first()) };
                if let Some(name) = part.name {
                    let named = Fact::GoodNamed(name);
                    // Its name tells once its code does.
                    if inside == Finding::Yes {
                        open = named;
                    }
                    inside = inside.min(self.answer(&named));
                }
                if inside > found.0 {
                    found = (inside, Some(open), Some(part.table));
                }
            }
        }
        found
    }

    /// What holds in place of the figures that a row asks for. Nothing: they stay.
    pub(super) fn vehicle_change(&self, row: &Row, good: GoodIs, own: Figures) -> Option<Change> {
        let code = self.good.code.as_ref()?;
        let change = match (self.pack.set, self.part_use) {
            (RuleSet::Cusma, Some(usage)) => self.cusma_change(row, code, usage, own),
            (RuleSet::Nafta, Some(usage)) => self.nafta_change(code, usage, own),
            (RuleSet::Cusma, None) => self.cusma_vehicle(good, code, own),
            (RuleSet::Nafta, None) => self.nafta_vehicle(row, code),
            _ => None,
        };
        // Where a table holds the rule's own figures, it is still the table that asks for them.
        change.filter(|it| it.figures != own || it.is == Finding::Yes)
    }

    /// Source: SOR/2020-155, 14(13), (15), (17), 15(2), (3), 20(2), (3).
    fn cusma_change(&self, row: &Row, code: &HsCode, usage: VehicleUse, own: Figures) -> Option<Change> {
        let engine = self.is_engine();
        let other = matches!(usage, VehicleUse::OtherLight | VehicleUse::OtherHeavy);
        if other && engine != Finding::No {
            let light = usage == VehicleUse::OtherLight;
            return Some(special_change(engine, light, of_engines(light)));
        }
        if other && covers(KEEPING_THEIR_OWN, code) != Finding::No {
            return None;
        }
        if covers(CHASSIS, code) == Finding::Yes
            && matches!(usage, VehicleUse::None | VehicleUse::OtherLight | VehicleUse::OtherHeavy)
        {
            // Whether a chassis is a motor vehicle that may be a new model, no text says.
            let mild = Mild::unsettled(NEW_MODEL, Source::Sor2020155.at("20(8)"));
            return Some(Change::milder(own, mild, Source::Sor2020155.at("20(3)(a)(vi)")));
        }
        let (mut is, open, table) = self.table_of(usage);
        let (of_table, cite) = table?.figures(self.day)?;
        let mut figures = own;
        let mut mild = None;
        // The rules of 87.06 to 87.08 hold the figures of tables A.1 to E themselves.
        if row.id.starts_with("cusma:s13-") && !other {
            is = Finding::Yes;
            // Of one part, the strut, the rule of heavy trucks holds less than their table.
            figures.net_cost = own.net_cost.max(of_table.net_cost);
            mild = Some(Mild::unsettled(own, Source::Sor2020155.at("13")));
        } else {
            figures.transaction_value = own.transaction_value.and(of_table.transaction_value);
            figures.net_cost = own.net_cost.and(of_table.net_cost);
        }
        // Section 14 gives a figure by transaction value to all its tables, ten points more; rules that offer net cost
        // alone do not.
        if usage == VehicleUse::Light && own.transaction_value.is_none() {
            mild = figures
                .net_cost
                .map(|net_cost| Figures { transaction_value: Some(net_cost.more(10)), net_cost: None })
                .map(|figures| Mild::unsettled(figures, cite.clone()));
        }
        // A chassis for a heavy truck is one itself.
        if usage == VehicleUse::Heavy && covers(CHASSIS, code) == Finding::Yes {
            mild = self.credit();
        }
        Some(Change { is, open, figures, mild, cite, traced: None })
    }

    /// Source: SOR/94-14, 6(6)(d)(ii), 9(1), 10(1), 13(1).
    fn nafta_change(&self, code: &HsCode, usage: VehicleUse, own: Figures) -> Option<Change> {
        let engine = self.is_engine();
        let (inside, open, table) = self.table_of(usage);
        // What stands in Schedule V alone keeps its own figure, and nothing is traced.
        let of_five = table? == PartTable::V;
        let is = inside.max(engine);
        let light = matches!(usage, VehicleUse::Light | VehicleUse::OtherLight);
        let aftermarket = usage == VehicleUse::Aftermarket;
        let own = Figures { transaction_value: None, ..own };
        let figures = if of_five || covers(KEEPING_THEIR_OWN, code) == Finding::Yes {
            own
        } else if engine == Finding::Yes && (light || aftermarket) {
            LIGHTER
        } else {
            HEAVIER
        };
        // Whether a replacement part is "for use in" a vehicle where only original equipment is traced, no text says.
        let mild = aftermarket.then_some(Mild {
            figures: own,
            ask: Fact::UnsettledUse,
            cite: Source::Sor9414.at("Schedule I"),
        });
        let mut traced = None;
        if light && !of_five {
            traced = Some(TRACED_LIGHT);
        } else if engine == Finding::Yes && !aftermarket {
            traced = Some(TRACED_HEAVY);
        }
        let place = if of_five { "6(6)(d)" } else { "13(1)" };
        Some(Change { is, open, figures, mild, cite: Source::Sor9414.at(place), traced })
    }

    /// Source: SOR/94-14, 2(1), 9(1), 10(1), 13(1)(a)(i), (b)(i).
    fn nafta_vehicle(&self, row: &Row, code: &HsCode) -> Option<Change> {
        let bus = covers(BUSES, code) == Finding::Yes;
        let light = if bus {
            // Each row of 87.02 is of one item: those that end in 20 are the smaller ones.
            row.codes.first().is_some_and(|range| range.first().as_str().ends_with("20"))
        } else {
            covers(NAFTA_LIGHT, code) == Finding::Yes
        };
        if !bus && !light && covers(NAFTA_HEAVY, code) == Finding::No {
            return None;
        }
        let traced = if light { TRACED_LIGHT } else { TRACED_HEAVY };
        // Source: SOR/94-14, 13(2).
        let mild = Mild::asked(NEW_MODEL, Special::NewModel, Source::Sor9414.at("13(2)"));
        let change = special_change(Finding::Yes, light, Source::Sor9414.at("13(1)"));
        Some(Change { traced: Some(traced), mild: Some(mild), ..change })
    }

    /// The content that holds in place of a rule's own; `by` judges figures, by traced values or not. While nobody has
    /// said whether it does, only what both come to is known.
    #[inline(never)]
    pub(super) fn changed(
        &self,
        change: &Change,
        own: Figures,
        by: &dyn Fn(Figures, Option<Traced>) -> Judgement<Point>,
    ) -> Judgement<Point> {
        let mut changed = by(change.figures, change.traced);
        if let Some(mild) = &change.mild {
            changed = self.or_milder(mild, changed, &|figures| by(figures, change.traced));
        }
        // Milder figures that hold are written elsewhere.
        let cite = changed.cite.clone().unwrap_or_else(|| change.cite.clone());
        if change.is == Finding::Yes {
            return changed.citing(cite);
        }
        let mut whichever = Judgement::whichever(changed.point.clone(), vec![by(own, None), changed]);
        if let (Finding::Unknown, Some(fact)) = (whichever.finding, change.open) {
            add_open(&mut whichever.because, &[fact]);
        }
        whichever.citing(cite)
    }

    /// The content, or milder figures where these would do: by another reading of the texts, or where a special rule
    /// holds.
    fn or_milder(
        &self,
        mild: &Mild,
        strict: Judgement<Point>,
        by: &dyn Fn(Figures) -> Judgement<Point>,
    ) -> Judgement<Point> {
        let said = self.answer(&mild.ask);
        // While the content itself is open, nobody is asked for more.
        let wanted =
            strict.finding == Finding::No || (strict.finding == Finding::Unknown && said == Finding::Yes);
        let mut other = by(mild.figures);
        if !wanted || other.finding == Finding::No {
            return strict;
        }
        match mild.ask {
            Fact::Special(special) => {
                let rule = tested(Point::Special { special }, said, &[mild.ask]);
                other = Judgement::all(other.point.clone(), vec![rule.citing(mild.cite.clone()), other]);
                // Then the rule's own figure holds no longer.
                if said == Finding::Yes {
                    return other.citing(mild.cite.clone());
                }
            }
            _ => {
                other.finding = Finding::Unknown;
                other.how = How::Test;
                add_open(&mut other.because, &[mild.ask]);
            }
        }
        Judgement::any(strict.point.clone(), vec![strict, other.citing(mild.cite.clone())])
    }

    /// Content counts only by values that were traced. Whether these were, somebody has to say; if not, it is open.
    pub(super) fn as_traced(
        &self,
        traced: Traced,
        figures: Figures,
        content: Judgement<Point>,
    ) -> Judgement<Point> {
        let cite = Source::Sor9414.at(traced.place);
        let point = Point::Special { special: traced.special };
        if self.answer(&traced.fact()) != Finding::Yes {
            return tested(point, Finding::Unknown, &[traced.fact()]).citing(cite);
        }
        let by_these = Judgement::leaf(point, Finding::Yes).citing(cite);
        Judgement::all(Point::ContentRequirement { figures: Some(figures) }, vec![by_these, content])
    }

    /// Content that the rule of 8708.40 does not ask for, and another section does: in a heavy truck of gear boxes alone;
    /// in other vehicles perhaps of all goods, as that section names figures and not what they are asked of.
    /// Source: SOR/2020-155, 15(4), 20(2)(h), (3)(b).
    pub(super) fn content_of_gear_box(&self) -> Option<Judgement<Point>> {
        let code = self.good.code.as_ref()?;
        if self.pack.set != RuleSet::Cusma || covers("870840", code) == Finding::No {
            return None;
        }
        match self.part_use? {
            VehicleUse::Heavy => {
                let (figures, _) = PartTable::D.figures(self.day)?;
                let figures = Figures { transaction_value: None, ..figures };
                let asked = Fact::GoodNamed(self.named(Role::GearBox)?);
                let none = tested(Point::NoGearBox, self.answer(&asked).negated(), &[asked]);
                let content = self.plain_content(Some(figures), None);
                let judged = match none.finding {
                    Finding::Yes => none,
                    Finding::No => content,
                    Finding::Unknown => Judgement::any(content.point.clone(), vec![content, none]),
                };
                Some(judged.citing(Source::Sor2020155.at("15(4)")))
            }
            VehicleUse::OtherLight | VehicleUse::OtherHeavy => {
                let light = self.part_use == Some(VehicleUse::OtherLight);
                let figures = if light { LIGHTER } else { HEAVIER };
                let mut content = self.plain_content(Some(figures), None);
                if content.finding != Finding::Yes {
                    let open = Judgement::leaf(Point::Missing(Fact::UnsettledFigure), Finding::Unknown);
                    content = Judgement::any(content.point.clone(), vec![content, open]);
                }
                Some(content.citing(of_engines(light)))
            }
            _ => None,
        }
    }
}

/// Where the figures of engines and gear boxes for other vehicles are written.
fn of_engines(light: bool) -> Citation {
    Source::Sor2020155.at(if light { "20(2)(h)" } else { "20(3)(b)" })
}

/// The figures for light or heavy vehicles, their engines and gear boxes outside the dated tables.
fn special_change(is: Finding, light: bool, cite: Citation) -> Change {
    let figures = if light { LIGHTER } else { HEAVIER };
    let open = Some(Fact::GoodCodeLonger);
    Change { is, open, figures, mild: None, cite, traced: None }
}
