//! One alternative of a row: the change, the content, the conditions; and the way for good and parts of one code.

use super::context::Context;
use super::shift::{Fared, is_combination};
use super::values::{is_foreign, open_leaves};
use crate::case::{Material, Relation};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{Alternative, ContentTest, Figures, Row, Sources, Target, Term, Way};
use crate::units::{Level, Percent};

/// The content asked for where good and parts share a code, or more where the rule asks more.
/// Source: SOR/94-14, 4(4); SOR/2020-155, 3(4).
const PARTS_TRANSACTION_VALUE: Percent = Percent::whole(60);
const PARTS_NET_COST: Percent = Percent::whole(50);

impl Context<'_> {
    /// Whether the good meets this alternative, taken as the good and for the use that the alternative names.
    pub(super) fn alternative(&self, row: &Row, index: usize, alternative: &Alternative) -> Judgement<Point> {
        let mut parts = vec![match &alternative.way {
            Way::Shift { from, also } => self.change_requirement(&alternative.target, from, also.as_ref()),
            Way::NoShift => Judgement::leaf(Point::ChangeRequirement, Finding::Yes),
            Way::Process(name) => self.condition(Point::Process { name: *name }, Fact::Condition(*name)),
            Way::Unread => Judgement::leaf(Point::Missing(Fact::UnreadText), Finding::Unknown),
        }];
        parts.extend(alternative.content.iter().map(|test| self.content_requirement(test)));
        parts.extend(self.conditions(alternative));
        let point = Point::Alternative { row: row.id.clone(), index, label: alternative.label.clone() };
        let judged = Judgement::all(point, parts).citing(self.pack.set.source().row(&row.id));
        match &alternative.way {
            Way::Shift { from, also } => self.or_as_parts(judged, alternative, from, also.as_ref()),
            _ => judged,
        }
    }

    fn conditions(&self, alternative: &Alternative) -> Vec<Judgement<Point>> {
        let condition = |name| self.condition(Point::Condition { name }, Fact::Condition(name));
        alternative.conditions.iter().map(|name| condition(*name)).collect()
    }

    fn condition(&self, point: Point, fact: Fact) -> Judgement<Point> {
        let finding = self.answer(&fact);
        let mut judged = Judgement::leaf(point, finding);
        if finding == Finding::Unknown {
            judged.because = open_leaves(vec![fact]);
        }
        judged
    }

    /// Every non-originating material undergoes the change, or those that do not are small enough.
    fn change_requirement(
        &self,
        target: &Target,
        from: &Sources,
        also: Option<&Sources>,
    ) -> Judgement<Point> {
        let mut each: Vec<Judgement<Point>> = Vec::new();
        let mut failing: Vec<(&Material, Finding)> = Vec::new();
        for material in self.changing() {
            let fared = self.shifts(target, from, also, material);
            if fared.finding != Finding::Yes {
                failing.push((material, fared.finding.negated().min(is_foreign(material))));
            }
            each.push(material_shift(material, fared));
        }
        if !self.good.all_listed {
            each.push(Judgement::leaf(Point::Missing(Fact::AllListed), Finding::Unknown));
        }
        each.extend(self.combinations(target, from, also));
        let every = Judgement::all(Point::EveryMaterial, each);
        let provisions = self.provisions();
        let place = provisions.at(provisions.product_rule);
        if every.finding == Finding::Yes || failing.is_empty() || !provisions.has_general {
            return Judgement { point: Point::ChangeRequirement, ..every }.citing(place);
        }
        let mut small = self.de_minimis(&failing);
        if small.finding == Finding::Unknown {
            // Whether a material fails at all may decide whether those that fail are small enough.
            let unsure = every.because.iter().filter(|part| part.finding == Finding::Unknown);
            small.because.extend(unsure.flat_map(|part| part.because.clone()));
        }
        let combination = every.because.iter().filter(|part| matches!(part.point, Point::Combination { .. }));
        // What is waived is the change of single materials, not a forbidden combination of them.
        small.finding = small.finding.min(Finding::all(combination.map(|part| part.finding)));
        if !self.good.all_listed && small.finding == Finding::Yes {
            small.finding = Finding::Unknown;
            small.because.extend(open_leaves(vec![Fact::AllListed]));
        }
        Judgement::any(Point::ChangeRequirement, vec![every, small]).citing(place)
    }

    fn combinations(&self, target: &Target, from: &Sources, also: Option<&Sources>) -> Vec<Judgement<Point>> {
        // A material that the other list of sources lets in is not held against this one.
        let bound: Vec<&Material> = self
            .changing()
            .filter(|m| also.is_none_or(|also| self.fare(target, also, m).finding != Finding::Yes))
            .collect();
        let judge = |exception: &Term| {
            let (finding, open) = self.clear_of_combination(target, exception, &bound);
            let point = Point::Combination { exception: Box::new(exception.clone()) };
            Judgement { because: open_leaves(open), ..Judgement::leaf(point, finding) }
        };
        from.except.iter().filter(|term| is_combination(term)).map(judge).collect()
    }

    /// The alternative as judged, or met because good and parts share a code and enough content was added.
    ///
    /// Source: SOR/94-14, 4(4); SOR/2020-155, 3(4), (5). Not for chapters 61 to 63.
    fn or_as_parts(
        &self,
        judged: Judgement<Point>,
        alternative: &Alternative,
        from: &Sources,
        also: Option<&Sources>,
    ) -> Judgement<Point> {
        let apparel = self.good.code.is_some_and(|code| (61..=63).contains(&code.chapter()));
        if judged.finding == Finding::Yes || apparel || !self.provisions().has_general {
            return judged;
        }
        let mut parts = Vec::new();
        let mut concerned = false;
        for material in self.changing() {
            let fared = self.shifts(&alternative.target, from, also, material);
            if fared.finding == Finding::Yes {
                continue;
            }
            let same = self.part_of_same_code(material);
            concerned |= same.finding != Finding::No;
            parts.push(Judgement::any(same.point.clone(), vec![material_shift(material, fared), same]));
        }
        // Where no material could be such a part, the provision has nothing to say and is not shown.
        if !concerned {
            return judged;
        }
        // "... and the good satisfies all other applicable requirements."
        parts.extend(self.combinations(&alternative.target, from, also));
        parts.push(self.parts_content(alternative.content.as_ref()));
        parts.extend(self.conditions(alternative));
        let provisions = self.provisions();
        let rescue = Judgement::all(Point::PartsProvision, parts).citing(provisions.at(provisions.parts));
        let cite = judged.cite.clone();
        Judgement { cite, ..Judgement::any(judged.point.clone(), vec![judged, rescue]) }
    }

    fn part_of_same_code(&self, m: &Material) -> Judgement<Point> {
        let same = match (self.good.code, m.code) {
            (Some(good), Some(code)) => good.same_unit(&code, Level::Subheading),
            _ => Finding::Unknown,
        };
        let part = match m.relation {
            Some(Relation::Part | Relation::Unassembled) => Finding::Yes,
            Some(Relation::Neither) => Finding::No,
            None => Finding::Unknown,
        };
        let finding = same.min(part).max(is_foreign(m).negated());
        let mut judged = Judgement::leaf(Point::PartOfSameCode { material: m.id }, finding);
        if finding == Finding::Unknown {
            let short = self.good.code.is_some_and(|code| code.digits() < 6);
            let longer = if short { Fact::GoodCodeLonger } else { Fact::MaterialCodeLonger(m.id) };
            let code = m.code.map_or(Fact::MaterialCode(m.id), |_| longer);
            let facts = [
                (same, code),
                (part, Fact::MaterialRelation(m.id)),
                (is_foreign(m), Fact::MaterialOrigin(m.id)),
            ];
            let open =
                facts.into_iter().filter(|(known, _)| *known == Finding::Unknown).map(|(_, fact)| fact);
            judged.because = open_leaves(open.collect());
        }
        judged
    }

    fn parts_content(&self, test: Option<&ContentTest>) -> Judgement<Point> {
        let asked = match test {
            Some(ContentTest::Fixed(figures)) => Some(*figures),
            Some(ContentTest::Staged(stages)) => {
                stages.iter().rev().find(|(from, _)| *from <= self.day).map(|(_, figures)| *figures)
            }
            _ => None,
        };
        // A method that the rule does not offer is closed here, too.
        let more = |own: Percent, of: fn(Figures) -> Option<Percent>| match asked {
            Some(asked) => of(asked).map(|asked| asked.max(own)),
            None => Some(own),
        };
        let figures = Figures {
            transaction_value: more(PARTS_TRANSACTION_VALUE, |asked| asked.transaction_value),
            net_cost: more(PARTS_NET_COST, |asked| asked.net_cost),
        };
        Judgement::any(Point::ContentRequirement { figures: Some(figures) }, self.content_ways(figures))
    }
}

/// How one material fared, with a material of unknown origin never a certain failure.
fn material_shift(m: &Material, fared: Fared<'_>) -> Judgement<Point> {
    let Fared { finding, by, open } = fared;
    let by = by.map(|term| Box::new(term.clone()));
    let point = Point::MaterialShift { material: m.id, code: m.code, by };
    let mut judged = Judgement::leaf(point, finding.max(is_foreign(m).negated()));
    if judged.finding == Finding::Unknown {
        let facts = if finding == Finding::No { vec![Fact::MaterialOrigin(m.id)] } else { open };
        judged.because = open_leaves(facts);
    }
    judged
}

/// What the tariff shift alone says of all non-originating materials, supposing that the good is the one that the
/// alternative describes and leaving out content, conditions, tolerances and every general provision.
///
/// Nothing where the alternative is not about this good's code, or names a process instead of a change.
pub fn shift_alone(
    pack: &crate::origin::pack::Pack,
    good: &crate::case::Good,
    alternative: &Alternative,
) -> Option<Finding> {
    let context = Context { pack, good, day: crate::units::Day::EARLIEST };
    let target = &alternative.target;
    let code = good.code?;
    let about =
        super::shift::covers(&target.codes, &code).min(super::shift::covers(&target.except, &code).negated());
    if about == Finding::No {
        return None;
    }
    let (from, also) = match &alternative.way {
        Way::Shift { from, also } => (from, also),
        Way::NoShift => return Some(Finding::Yes),
        Way::Process(_) | Way::Unread => return None,
    };
    let each = context.changing().map(|material| {
        context.shifts(target, from, also.as_ref(), material).finding.max(is_foreign(material).negated())
    });
    let combinations = context.combinations(target, from, also.as_ref());
    Some(Finding::all(each.chain(combinations.into_iter().map(|judged| judged.finding))))
}
