//! What would settle an unknown.

use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::point::{Fact, OwnFact, Point};
use std::collections::BinaryHeap;

/// The facts that keep the answer open, the one best asked first. Empty where the answer is yes or no.
///
/// Only branches that are themselves open are followed: a fact on a branch already decided would change nothing.
pub fn missing(judged: &Judgement<Point>) -> Vec<Fact> {
    let mut facts = Vec::new();
    // A yes or no may still hold open parts; they would change nothing.
    if judged.finding == Finding::Unknown {
        collect(judged, &mut facts);
    }
    in_order(facts).into_iter().map(|(fact, _)| fact).collect()
}

/// The facts in order, each once, with the first of its places.
///
/// A large bill of which little is known lacks more than can be looked through for each of them. A heap, because a
/// general sort would cost the page three kilobytes.
#[inline(never)]
pub(super) fn in_order(facts: Vec<(Fact, usize)>) -> Vec<(Fact, usize)> {
    let mut sorted = BinaryHeap::from(facts).into_sorted_vec();
    sorted.dedup_by_key(|(fact, _)| *fact);
    sorted
}

/// Past so many facts or points, the list is given whole: nobody answers that many to save one.
const MOST_WEIGHED: usize = 10;

/// The fewest facts that settle the answer whatever they turn out to be: none of the list can be left out. The one
/// best asked first. Empty where the answer is yes or no.
///
/// Exact on the tree: every combination of what the open points may come to is tried. A point counts as open until all
/// the facts that it waits for are given.
pub fn fewest(judged: &Judgement<Point>) -> Vec<Fact> {
    let all = missing(judged);
    if all.len() > MOST_WEIGHED {
        return all;
    }
    let mut points: Vec<(&Point, Vec<Fact>)> = Vec::new();
    open_points(judged, &mut points);
    if points.len() > MOST_WEIGHED {
        return all;
    }
    let mut kept = all;
    // The least useful question is dropped first, if it can be.
    for at in (0..kept.len()).rev() {
        let mut without = kept.clone();
        without.remove(at);
        if settles(judged, &points, &without) {
            kept = without;
        }
    }
    kept
}

/// The open points that are computed, each once, with the facts that they wait for. No more than are weighed, and one.
fn open_points<'t>(judged: &'t Judgement<Point>, points: &mut Vec<(&'t Point, Vec<Fact>)>) {
    if judged.finding != Finding::Unknown || is_shown(judged) || points.len() > MOST_WEIGHED {
        return;
    }
    if judged.how == How::Test {
        if !points.iter().any(|(point, _)| is_same(point, &judged.point)) {
            points.push((&judged.point, missing(judged)));
        }
        return;
    }
    for part in &judged.because {
        open_points(part, points);
    }
}

/// Whether the answer is yes or no for every outcome of the points whose facts are all given.
fn settles(judged: &Judgement<Point>, points: &[(&Point, Vec<Fact>)], given: &[Fact]) -> bool {
    let mut settled: Vec<usize> = Vec::new();
    for (index, (_, wants)) in points.iter().enumerate() {
        // A point that waits for nothing that could be given stays open.
        if !wants.is_empty() && wants.iter().all(|fact| given.contains(fact)) {
            settled.push(index);
        }
    }
    for outcome in 0..1_u32 << settled.len() {
        let finding = |point: &Point| {
            for index in &settled {
                if is_same(points[*index].0, point) {
                    let wants = &points[*index].1;
                    let first =
                        settled.iter().position(|it| it == index || one_origin(&points[*it].1, wants));
                    return Finding::from(first.map(|bit| outcome >> bit & 1 == 1 || is_a_list(point)));
                }
            }
            Finding::Unknown
        };
        if under(judged, &finding) == Finding::Unknown {
            return false;
        }
    }
    true
}

/// Whether it is the word that a list is whole. There is no other answer to that: who denies it adds what is missing.
fn is_a_list(point: &Point) -> bool {
    matches!(point, Point::Missing(Fact::AllListed | Fact::Of(_, OwnFact::AllListed)))
}

/// Whether both wait for the origin of one material and for nothing else: then both are a yes if it originates, and a
/// no if it does not, since a material that originates never harms.
fn one_origin(one: &[Fact], other: &[Fact]) -> bool {
    matches!((one, other), ([Fact::MaterialOrigin(one)], [Fact::MaterialOrigin(other)]) if one == other)
}

/// Whether two nodes of one tree come to the same whatever the facts are. A material that shifts under one alternative
/// need not under another, though the points look alike: there only the node itself is the same.
fn is_same(one: &Point, other: &Point) -> bool {
    let alike = matches!(
        one,
        Point::Condition { .. }
            | Point::Process { .. }
            | Point::Special { .. }
            | Point::ContentBy { .. }
            | Point::ContentWaived { .. }
            | Point::OnlyOriginating
            | Point::MadeInCanada
            // The same amount of the same base.
            | Point::DeMinimis { failing: Some(_), .. }
            | Point::Missing(_)
    );
    std::ptr::eq(one, other) || (alike && one == other)
}

/// What the judgement comes to where the open points are as given.
fn under(judged: &Judgement<Point>, given: &dyn Fn(&Point) -> Finding) -> Finding {
    if judged.finding != Finding::Unknown {
        return judged.finding;
    }
    let mut finding = match judged.how {
        How::Test => return given(&judged.point),
        How::All => Finding::Yes,
        How::Any => Finding::No,
    };
    for part in judged.because.iter().filter(|part| !is_shown(part)) {
        let part = under(part, given);
        finding = if judged.how == How::All { finding.min(part) } else { finding.max(part) };
    }
    finding
}

/// Whether the node stands in the tree for show, its answer having entered elsewhere.
fn is_shown(judged: &Judgement<Point>) -> bool {
    matches!(judged.point, Point::MaterialMade { .. })
}

/// Puts a fact in its place among the few already there, once.
pub fn note(facts: &mut Vec<Fact>, fact: Fact) {
    if let Err(at) = facts.binary_search(&fact) {
        facts.insert(at, fact);
    }
}

fn collect(judged: &Judgement<Point>, facts: &mut Vec<(Fact, usize)>) {
    if let Point::Missing(fact) = judged.point {
        facts.push((fact, 0));
    }
    // An unknown may rest on branches that disagree; then the fact that picks the branch is what is missing.
    for part in &judged.because {
        // What became of a material made in Canada is named where it counts; what the unpublished rule for textiles
        // leaves open, no fact about the good settles.
        let shown = matches!(part.point, Point::MaterialMade { .. })
            // What only some uses of a part of vehicles ask for waits until the use is known.
            || (judged.how == How::Test && matches!(part.point, Point::ForVehicleUse { .. }))
            || (judged.point == Point::ModifiedTextileRule && !matches!(part.point, Point::Missing(_)));
        if part.finding == Finding::Unknown && !shown {
            collect(part, facts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_WEIGHED, fewest, missing};
    use crate::case::{MaterialId, Method};
    use crate::finding::Finding;
    use crate::judgement::{How, Judgement};
    use crate::origin::judge::open::tested;
    use crate::origin::point::{Fact, Point};
    use crate::origin::rule::NameId;
    use crate::origin::special::Special;
    use crate::units::{Money, Percent};

    type Node = Judgement<Point>;

    fn any(parts: Vec<Node>) -> Node {
        Judgement::any(Point::ProductRule, parts)
    }

    fn all(parts: Vec<Node>) -> Node {
        Judgement::all(Point::ProductRule, parts)
    }

    /// A test that waits for a fact, unlike every other one.
    fn open(number: u32) -> Node {
        tested(Point::PartOfSameCode { material: MaterialId(number) }, Finding::Unknown, &[value(number)])
    }

    fn value(number: u32) -> Fact {
        Fact::MaterialValue(MaterialId(number))
    }

    fn values(numbers: std::ops::RangeInclusive<u32>) -> Vec<Fact> {
        numbers.map(value).collect()
    }

    /// A point that may stand in two places of a tree, waiting for the first value.
    fn twice(point: Point) -> Node {
        tested(point, Finding::Unknown, &[value(1)])
    }

    fn made(number: u32) -> Node {
        tested(Point::MaterialMade { material: MaterialId(number) }, Finding::Unknown, &[value(number)])
    }

    #[test]
    fn what_cannot_change_the_answer_is_not_asked() {
        // "a, or a and b": b never matters. A fact that is asked first can be the one that does not.
        let point = || Point::OnlyOriginating;
        let a = || tested(point(), Finding::Unknown, &[value(2)]);
        assert_eq!(fewest(&any(vec![a(), all(vec![a(), open(3)])])), [value(2)]);
        assert_eq!(fewest(&any(vec![a(), all(vec![a(), open(1)])])), [value(2)]);
        assert_eq!(fewest(&all(vec![a(), any(vec![a(), open(1)])])), [value(2)]);
        assert_eq!(fewest(&all(vec![open(1), open(2)])), [value(1), value(2)]);
        // Decided parts open nothing, and a decided answer asks for nothing.
        let mut decided = any(vec![open(1)]);
        decided.finding = Finding::No;
        assert_eq!(missing(&decided), []);
        let no = Judgement::any(Point::MadeInCanada, vec![]);
        assert_eq!(fewest(&any(vec![no, open(1)])), [value(1)]);
        assert_eq!(fewest(&any(vec![Judgement::leaf(Point::MadeInCanada, Finding::Yes), open(1)])), []);
    }

    #[test]
    fn which_points_are_the_same_wherever_they_stand() {
        let percent = Percent::whole(10);
        let small = |failing| Point::DeMinimis { failing, base: None, percent };
        let same = [
            Point::Condition { name: NameId(1) },
            Point::Process { name: NameId(1) },
            Point::Special { special: Special::Mixing },
            Point::ContentBy { method: Method::NetCost, needed: percent, content: None, exact: false },
            Point::ContentWaived { all: None, base: None, percent },
            Point::OnlyOriginating,
            Point::MadeInCanada,
            small(Some(Money::ZERO)),
        ];
        for point in same {
            let tree = any(vec![twice(point.clone()), all(vec![twice(point.clone()), open(2)])]);
            assert_eq!(fewest(&tree), [value(1)], "{point:?}");
        }
        // A material that shifts under one alternative need not under the other; nor are amounts not known the same.
        let shift = Point::MaterialShift { material: MaterialId(1), code: None, today: None, by: None };
        for point in [shift, small(None)] {
            let tree = any(vec![twice(point.clone()), all(vec![twice(point.clone()), open(2)])]);
            assert_eq!(fewest(&tree), [value(1), value(2)], "{point:?}");
        }
        let missing = || Judgement::leaf(Point::Missing(value(1)), Finding::Unknown);
        assert_eq!(fewest(&any(vec![missing(), all(vec![missing(), open(2)])])), [value(1)]);
    }

    #[test]
    fn what_hangs_on_the_origin_of_one_material_alone_is_one_question() {
        let origin = |of| Fact::MaterialOrigin(MaterialId(of));
        let shift = |of, wants: &[Fact]| {
            let point = Point::MaterialShift { material: MaterialId(of), code: None, today: None, by: None };
            tested(point, Finding::Unknown, wants)
        };
        let by = |first, second| {
            any(vec![shift(1, &[origin(first)]), all(vec![shift(1, &[origin(second)]), open(9)])])
        };
        assert_eq!(fewest(&by(1, 1)), [origin(1)]);
        let all_three = fewest(&by(1, 2));
        assert_eq!(all_three.len(), 3, "{all_three:?}");
        // Not where anything else is waited for.
        let wants = [origin(1), value(1)];
        let tree = any(vec![shift(1, &wants), all(vec![shift(1, &wants), open(9)])]);
        assert_eq!(fewest(&tree).len(), 3);
    }

    #[test]
    fn a_point_that_no_fact_settles_stays_open() {
        let never = || tested(Point::MadeInCanada, Finding::Unknown, &[]);
        assert_eq!(fewest(&any(vec![never(), all(vec![never(), open(1)])])), [value(1)]);
        // Points unlike every other one are settled each by itself.
        let a = || twice(Point::OnlyOriginating);
        let tree = all(vec![open(3), any(vec![a(), all(vec![a(), open(2)])])]);
        assert_eq!(fewest(&tree), [value(1), value(3)]);
    }

    #[test]
    fn materials_that_are_shown_ask_for_nothing() {
        assert_eq!(missing(&all(vec![open(1), made(2)])), [value(1)]);
        assert_eq!(missing(&made(2)), [value(2)]);
    }

    /// "a, or a and b" with as many b as make up the number of facts, and the number of points.
    fn idle(facts: u32) -> Node {
        let a = || twice(Point::OnlyOriginating);
        let mut parts = vec![a()];
        parts.extend((2..=facts).map(open));
        any(vec![a(), all(parts)])
    }

    #[test]
    fn past_so_many_facts_or_points_the_list_is_given_whole() {
        let most = u32::try_from(MOST_WEIGHED).expect("a small number");
        assert_eq!(most, 10);
        assert_eq!(fewest(&idle(most)), [value(1)]);
        assert_eq!(fewest(&idle(most + 1)), values(1..=most + 1));
        // As many points that wait for one fact more.
        let wide = |facts: u32| {
            let b = |number: u32| {
                let point = Point::PartOfSameCode { material: MaterialId(number) };
                tested(point, Finding::Unknown, &[value(number), value(facts)])
            };
            let mut parts = vec![twice(Point::OnlyOriginating)];
            parts.extend((2..facts).map(b));
            any(vec![twice(Point::OnlyOriginating), all(parts)])
        };
        assert_eq!(fewest(&wide(most)), [value(1)]);
        assert_eq!(fewest(&wide(most + 1)), values(1..=most + 1));
        // So many points that wait for few facts.
        let a = || twice(Point::OnlyOriginating);
        let tree = |points: u32| {
            let other = |material: u32| {
                let point = Point::PartOfSameCode { material: MaterialId(material) };
                tested(point, Finding::Unknown, &[value(2)])
            };
            any(vec![a(), all((0..points - 1).map(other).chain([a()]).collect())])
        };
        assert_eq!(fewest(&tree(most)), [value(1)]);
        assert_eq!(fewest(&tree(most + 1)), values(1..=2));
    }

    #[test]
    fn what_does_not_count_as_an_open_point() {
        let most = u32::try_from(MOST_WEIGHED).expect("a small number");
        let with = |more: Vec<Node>| {
            let mut parts = vec![idle(2)];
            parts.extend(more);
            all(parts)
        };
        let decided =
            |number| Judgement::leaf(Point::PartOfSameCode { material: MaterialId(number) }, Finding::Yes);
        let a = || twice(Point::OnlyOriginating);
        let b = || tested(Point::MadeInCanada, Finding::Unknown, &[value(2)]);
        let again = |_| any(vec![a(), all(vec![a(), b()])]);
        assert_eq!(fewest(&with((2..most + 3).map(decided).collect())), [value(1)]);
        assert_eq!(fewest(&with((2..most + 3).map(made).collect())), [value(1)]);
        assert_eq!(fewest(&all((0..most).map(again).collect())), [value(1)]);
        // Nor do the facts that a point waits for.
        let point = Point::MaterialShift { material: MaterialId(1), code: None, today: None, by: None };
        let wide = tested(point, Finding::Unknown, &values(3..=most));
        assert_eq!(wide.how, How::Test);
        assert_eq!(fewest(&with(vec![wide])).len(), usize::try_from(most).expect("small") - 1);
    }
}
