//! One alternative of a row: the change, the content, the conditions; and the way for good and parts of one code.

use super::context::Context;
use super::missing::missing;
use super::open::{add_open, tested, unless_more};
use super::shift::{Combined, Fared, combination, is_combination};
use super::tolerance::{count_in, together};
use super::values::Counted;
use super::vehicle::Traced;
use crate::case::{Material, Method, Relation};
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::pack::RuleSet;
use crate::origin::point::{Closed, Fact, Point};
use crate::origin::rule::{Alternative, Figures, Row, Sources, Target, Way};
use crate::units::{Citation, Level, Percent};

/// The content asked for where good and parts share a code, or more where the rule asks more.
/// Source: SOR/94-14, 4(4); SOR/2020-155, 3(4).
const PARTS_TRANSACTION_VALUE: Percent = Percent::whole(60);
const PARTS_NET_COST: Percent = Percent::whole(50);

/// The change that an alternative asks for.
struct Sought<'t> {
    target: &'t Target,
    from: &'t Sources,
    also: Option<&'t Sources>,
}

/// What does not undergo the change.
#[derive(Default)]
struct Failing<'m> {
    materials: Vec<Counted<'m>>,
    /// Those that the rule keeps out as what is never tolerated then, with whether it does.
    kept_out: Vec<Judgement<Point>>,
    /// The lists that may lack some of them.
    unlisted: Vec<Fact>,
}

impl Context<'_> {
    /// Whether the good meets this alternative, taken as the good and for the use that the alternative names.
    pub(super) fn alternative(&self, row: &Row, index: usize, alternative: &Alternative) -> Judgement<Point> {
        let mut parts = vec![match &alternative.way {
            Way::Shift { from, also } => self.change_requirement(&alternative.target, from, also.as_ref()),
            Way::NoShift => Judgement::leaf(Point::NoChangeAsked, Finding::Yes),
            Way::Process(name) => self.condition(Point::Process { name: *name }, Fact::Condition(*name)),
            Way::Unread => Judgement::leaf(Point::Missing(Fact::UnreadText), Finding::Unknown),
        }];
        match &alternative.content {
            Some(test) => parts.push(self.content_requirement(row, alternative.target.good, test)),
            None => parts.extend(self.content_of_gear_box()),
        }
        self.conditions(alternative, &mut parts);
        let judged = Judgement::all(named(row, index, alternative), parts).citing(self.written(row));
        if judged.finding != Finding::Yes
            && let Way::Shift { from, also } = &alternative.way
            && let Some(provision) = self.parts_provision(row, alternative, from, also.as_ref())
        {
            let either = Judgement::any(named(row, index, alternative), vec![judged, provision]);
            return either.citing(self.written(row));
        }
        judged
    }

    /// Where the row is written.
    pub(super) fn written(&self, row: &Row) -> Citation {
        self.pack.set.cite(&row.id)
    }

    fn conditions(&self, alternative: &Alternative, parts: &mut Vec<Judgement<Point>>) {
        for name in &alternative.conditions {
            parts.push(self.condition(Point::Condition { name: *name }, Fact::Condition(*name)));
        }
    }

    fn condition(&self, point: Point, fact: Fact) -> Judgement<Point> {
        tested(point, self.answer(&fact), &[fact])
    }

    /// Every non-originating material undergoes the change, or those that do not are small enough.
    fn change_requirement(
        &self,
        target: &Target,
        from: &Sources,
        also: Option<&Sources>,
    ) -> Judgement<Point> {
        let mut each: Vec<Judgement<Point>> = Vec::new();
        let mut failing = Failing::default();
        let sought = Sought { target, from, also };
        for material in self.changing() {
            each.push(self.change_of(&sought, material, Finding::Yes, &mut failing));
        }
        if !self.good.all_listed {
            failing.unlisted.push(Fact::AllListed);
            add_open(&mut each, &[Fact::AllListed]);
        }
        let combined = self.combinations(target, from, also, &mut each);
        let mut every = Judgement::all(Point::EveryMaterial, each);
        let provisions = self.provisions();
        let place = provisions.at(provisions.product_rule);
        let mut all = Vec::new();
        for (material, counts) in &failing.materials {
            count_in(&mut all, material, *counts);
        }
        for list in &combined {
            // What the list keeps out together fails, as what an exception keeps out alone does.
            for (material, falls) in list.entries.iter().flatten() {
                count_in(&mut all, material, list.finding.negated().min(*falls));
            }
        }
        if all.is_empty() || !provisions.has_general {
            every.point = Point::ChangeRequirement;
            return every.citing(place);
        }
        let mut small = self.tolerated(&all);
        if small.finding == Finding::Unknown
            && let Some(none) = self.none_tolerated(&all)
        {
            small = none;
        }
        if small.finding == Finding::No
            && let Some(mut open) = self.may_be_cleared(&combined, &failing.materials)
        {
            open.push(Fact::UnsettledList);
            let refused = std::mem::replace(&mut small, tested(Point::Tolerated, Finding::Unknown, &open));
            small.because.insert(0, refused);
        }
        small = together(vec![small], failing.kept_out);
        if small.finding == Finding::Unknown {
            // Whether a material fails at all may decide whether those that fail are small enough.
            small.how = How::Test;
            let mut open = open_in(&every);
            for list in &combined {
                open.extend_from_slice(&list.unsure);
            }
            add_open(&mut small.because, &open);
        }
        let small = unless_more(small, &failing.unlisted);
        Judgement::any(Point::ChangeRequirement, vec![every, small]).citing(place)
    }

    /// Whether one material undergoes the change or, in its place, all that went into it.
    ///
    /// What fails is added to `failing`, with whether it counts there for certain: at best as `weight` says.
    /// Source: SOR/2020-155, 3(8), 9; SOR/94-14, 4(8), 14.
    fn change_of<'m>(
        &self,
        sought: &Sought<'_>,
        material: &'m Material,
        weight: Finding,
        failing: &mut Failing<'m>,
    ) -> Judgement<Point> {
        let fared = self.shifts(sought.target, sought.from, sought.also, material);
        let weight = weight.min(fared.finding.negated()).min(self.is_foreign(material));
        let own = self.material_shift(material, &fared);
        if fared.finding == Finding::Yes {
            return own;
        }
        let Some(made) = self.inputs(material) else {
            self.keep_out_circuits(sought, material, weight, failing);
            failing.materials.push((material, weight));
            return own;
        };
        let mut parts = Vec::new();
        for input in self.changing_of(&made.good) {
            parts.push(self.change_of(sought, input, weight, failing));
        }
        if !made.good.all_listed {
            let listed = Fact::AllListed.of(material.id);
            failing.unlisted.push(listed);
            add_open(&mut parts, &[listed]);
        }
        let inputs = Judgement::all(Point::InputsOf { material: material.id }, parts);
        let provisions = self.provisions();
        let inputs = inputs.citing(provisions.at(provisions.own_material));
        let point = own.point.clone();
        Judgement::any(point, vec![own, inputs])
    }

    /// Adds the material to what is not tolerated if the rule keeps it out as a printed circuit assembly.
    /// Source: SOR/94-14, 5(4)(j).
    fn keep_out_circuits(
        &self,
        sought: &Sought<'_>,
        material: &Material,
        weight: Finding,
        failing: &mut Failing<'_>,
    ) {
        let provisions = self.provisions();
        for sources in std::iter::once(sought.from).chain(sought.also) {
            let (kept_out, open) = self.circuit_kept_out(sought.target, sources, material);
            let kept_out = kept_out.min(weight);
            if provisions.circuits_not_tolerated && kept_out != Finding::No {
                let point = Point::NotTolerated { material: material.id };
                let judged = tested(point, kept_out.negated(), &open);
                failing.kept_out.push(judged.citing(provisions.at(provisions.de_minimis_exceptions)));
            }
        }
    }

    /// Adds, for each exception that looks at all materials together, whether they stay clear of it; and gives those
    /// of which they do not, or may not.
    fn combinations(
        &self,
        target: &Target,
        from: &Sources,
        also: Option<&Sources>,
        parts: &mut Vec<Judgement<Point>>,
    ) -> Vec<Combined<'_>> {
        let mut biting = Vec::new();
        if !from.except.iter().any(is_combination) {
            return biting;
        }
        let mut bound: Vec<Counted<'_>> = Vec::new();
        for material in self.changing() {
            self.bind(&Sought { target, from, also }, material, Finding::Yes, &mut bound);
        }
        for exception in &from.except {
            if let Some(entries) = combination(exception) {
                let combined = self.clear_of_combination(target, entries, &bound);
                let point = Point::Combination { exception: Box::new(exception.clone()) };
                parts.push(tested(point, combined.finding, &combined.open));
                if combined.finding != Finding::Yes {
                    biting.push(combined);
                }
            }
        }
        biting
    }

    /// Adds what an exception that looks at all materials together may hold against the good: the material or, where it
    /// does not undergo the change itself, what went into it. `weight`: whether that is what counts.
    fn bind<'m>(
        &self,
        sought: &Sought<'_>,
        material: &'m Material,
        weight: Finding,
        bound: &mut Vec<Counted<'m>>,
    ) {
        // A material that the other list of sources lets in is not held against this one.
        if sought.also.is_some_and(|also| self.fare(sought.target, also, material).finding == Finding::Yes) {
            return;
        }
        let changes = match self.inputs(material) {
            Some(_) => self.shifts(sought.target, sought.from, sought.also, material).finding,
            None => Finding::Yes,
        };
        if changes != Finding::No {
            bound.push((material, weight.min(changes)));
        }
        if changes != Finding::Yes
            && let Some(made) = self.inputs(material)
        {
            for input in self.changing_of(&made.good) {
                self.bind(sought, input, weight.min(changes.negated()), bound);
            }
        }
    }

    /// The alternative met because good and parts share a code and enough content was added. Nothing where no
    /// material could be such a part: then the provision has nothing to say and is not shown.
    ///
    /// Source: SOR/94-14, 4(4); SOR/2020-155, 3(4), (5). Not for chapters 61 to 63.
    fn parts_provision(
        &self,
        row: &Row,
        alternative: &Alternative,
        from: &Sources,
        also: Option<&Sources>,
    ) -> Option<Judgement<Point>> {
        let provisions = self.provisions();
        if self.is_apparel() || !provisions.has_general {
            return None;
        }
        let mut parts = Vec::new();
        let mut concerned = false;
        let sought = Sought { target: &alternative.target, from, also };
        for material in self.changing() {
            parts.extend(self.change_or_part(&sought, material, &mut concerned));
        }
        if !concerned {
            return None;
        }
        // "... and the good satisfies all other applicable requirements."
        self.combinations(&alternative.target, from, also, &mut parts);
        parts.push(self.parts_content(row, alternative));
        self.conditions(alternative, &mut parts);
        Some(Judgement::all(Point::PartsProvision, parts).citing(provisions.at(provisions.parts)))
    }

    /// Whether the material undergoes the change, or is such a part; or, in its place, all that went into it. Nothing where
    /// it changes. `concerned`: whether something may be such a part.
    fn change_or_part(
        &self,
        sought: &Sought<'_>,
        material: &Material,
        concerned: &mut bool,
    ) -> Option<Judgement<Point>> {
        let fared = self.shifts(sought.target, sought.from, sought.also, material);
        if fared.finding == Finding::Yes {
            return None;
        }
        // Where it only might originate the provision is not needed for it.
        *concerned |= self.may_be_such_a_part(material) != Finding::No;
        let mut ways = vec![self.material_shift(material, &fared), self.part_of_same_code(material)];
        if let Some(made) = self.inputs(material) {
            let mut inside = Vec::new();
            for input in self.changing_of(&made.good) {
                inside.extend(self.change_or_part(sought, input, concerned));
            }
            if !made.good.all_listed {
                add_open(&mut inside, &[Fact::AllListed.of(material.id)]);
            }
            let provisions = self.provisions();
            let inputs = Judgement::all(Point::InputsOf { material: material.id }, inside);
            ways.push(inputs.citing(provisions.at(provisions.own_material)));
        }
        Some(Judgement::any(Point::ChangeOrPart { material: material.id }, ways))
    }

    /// Whether the material is of the subheading of the good, and a part of it or the good itself unassembled.
    fn may_be_such_a_part(&self, m: &Material) -> Finding {
        self.of_same_subheading(m).0.min(stands_as_part(m))
    }

    /// Whether the material is of the subheading of the good, and what would tell.
    fn of_same_subheading(&self, m: &Material) -> (Finding, Fact) {
        match self.both_codes(m) {
            Ok((good, code)) => {
                let longer =
                    if good.digits() < 6 { Fact::GoodCodeLonger } else { Fact::MaterialCodeLonger(m.id) };
                (good.same_unit(code, Level::Subheading), longer)
            }
            Err(missing) => (Finding::Unknown, missing),
        }
    }

    fn part_of_same_code(&self, m: &Material) -> Judgement<Point> {
        let (same, longer) = self.of_same_subheading(m);
        let part = stands_as_part(m);
        let foreign = self.is_foreign(m);
        let facts = [(same, longer), (part, Fact::MaterialRelation(m.id))];
        let mut open = Vec::new();
        for (known, fact) in facts {
            // Of a material of another subheading nobody needs to say how it stands to the good.
            if known == Finding::Unknown && same != Finding::No {
                open.push(fact);
            }
        }
        if foreign == Finding::Unknown {
            open.extend_from_slice(&self.origin_facts(m));
        }
        let finding = same.min(part).max(foreign.negated());
        tested(Point::PartOfSameCode { material: m.id }, finding, &open)
    }

    /// How one material fared, with a material of unknown origin never a certain failure.
    fn material_shift(&self, m: &Material, fared: &Fared<'_>) -> Judgement<Point> {
        // While it is open nothing has let the material in or kept it out.
        let by = fared.by.filter(|_| fared.finding != Finding::Unknown);
        let by = by.map(|term| Box::new(term.clone()));
        let point = Point::MaterialShift { material: m.id, code: m.code, today: None, by };
        let finding = fared.finding.max(self.originates(m));
        match fared.finding {
            Finding::No => tested(point, finding, &self.origin_facts(m)),
            _ => tested(point, finding, &fared.open),
        }
    }

    fn parts_content(&self, row: &Row, alternative: &Alternative) -> Judgement<Point> {
        const PARTS: Figures =
            Figures { transaction_value: Some(PARTS_TRANSACTION_VALUE), net_cost: Some(PARTS_NET_COST) };
        let provisions = self.provisions();
        let content = |figures: Figures, traced: Option<Traced>| {
            let mut ways = self.content_ways(figures, traced);
            if figures.transaction_value.is_none() {
                let point = Point::MethodClosed { method: Method::TransactionValue, why: Closed::ByRule };
                ways.push(Judgement::leaf(point, Finding::No).citing(provisions.at(provisions.methods)));
            }
            Judgement::any(Point::ContentRequirement { figures: Some(figures) }, ways)
        };
        // The larger of the two; a method that the rule does not offer is closed here, too.
        let at_least = |asked: Figures, traced: Option<Traced>| {
            let figures = Figures {
                transaction_value: asked.transaction_value.map(|asked| asked.max(PARTS_TRANSACTION_VALUE)),
                net_cost: asked.net_cost.map(|asked| asked.max(PARTS_NET_COST)),
            };
            content(figures, traced)
        };
        let test = alternative.content.as_ref();
        let own = match test.and_then(|test| self.figures(test)) {
            Some(own) => own,
            // What the older rules ask of parts of vehicles, they ask here, too. Source: SOR/94-14, 4(4)(b)(vi), 6(6)(d)(ii).
            None if self.pack.set == RuleSet::Nafta => PARTS,
            None => return content(PARTS, None),
        };
        match self.vehicle_change(row, alternative.target.good, own) {
            Some(change) => self.changed(&change, own, &at_least),
            None => at_least(own, None),
        }
    }
}

/// What the open parts of a judgement wait for, be it decided or not: a material that fails may be made of one that
/// only might.
fn open_in(judged: &Judgement<Point>) -> Vec<Fact> {
    let mut open = Vec::new();
    for part in &judged.because {
        if part.finding == Finding::Unknown {
            open.extend_from_slice(&missing(part));
        } else {
            open.extend_from_slice(&open_in(part));
        }
    }
    open
}

/// Whether somebody said that the material is a part of the good, or the good itself unassembled.
fn stands_as_part(m: &Material) -> Finding {
    match m.relation {
        Some(Relation::Part | Relation::Unassembled) => Finding::Yes,
        Some(Relation::Neither) => Finding::No,
        None => Finding::Unknown,
    }
}

/// The point that names an alternative.
pub(super) fn named(row: &Row, index: usize, alternative: &Alternative) -> Point {
    Point::Alternative { row: row.id.clone(), index, label: alternative.label.clone() }
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
    let context = Context::new(pack, good, crate::units::Day::EARLIEST);
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
    let mut finding = Finding::Yes;
    for material in context.changing() {
        let fared = context.shifts(target, from, also.as_ref(), material);
        finding = finding.min(fared.finding.max(context.originates(material)));
    }
    let mut combinations = Vec::new();
    context.combinations(target, from, also.as_ref(), &mut combinations);
    for judged in combinations {
        finding = finding.min(judged.finding);
    }
    Some(finding)
}
