//! What would settle an unknown.

use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::point::{Fact, Point};

/// The facts that keep the answer open, the one best asked first. Empty where the answer is yes or no.
///
/// Only branches that are themselves open are followed: a fact on a branch already decided would change nothing.
pub fn missing(judged: &Judgement<Point>) -> Vec<Fact> {
    let mut facts = Vec::new();
    // A yes or no may still hold open parts; they would change nothing.
    if judged.finding == Finding::Unknown {
        collect(judged, &mut facts);
    }
    facts
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
    let mut points: Vec<(&Point, Vec<Fact>)> = Vec::new();
    open_points(judged, &mut points);
    if all.len() > MOST_WEIGHED || points.len() > MOST_WEIGHED {
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

/// The open points that are computed, each once, with the facts that they wait for.
fn open_points<'t>(judged: &'t Judgement<Point>, points: &mut Vec<(&'t Point, Vec<Fact>)>) {
    if judged.finding != Finding::Unknown || is_shown(judged) {
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
            for (bit, index) in settled.iter().enumerate() {
                if is_same(points[*index].0, point) {
                    return Finding::from(outcome >> bit & 1 == 1);
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

/// Puts a fact in its place among those already there, once.
pub fn note(facts: &mut Vec<Fact>, fact: Fact) {
    // A sorted insert: the lists are short, and a general sort would cost the page three kilobytes.
    if let Err(at) = facts.binary_search(&fact) {
        facts.insert(at, fact);
    }
}

fn collect(judged: &Judgement<Point>, facts: &mut Vec<Fact>) {
    if let Point::Missing(fact) = judged.point {
        note(facts, fact);
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
