//! What would settle an unknown.

use crate::finding::Finding;
use crate::judgement::Judgement;
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
            || (judged.point == Point::ModifiedTextileRule && !matches!(part.point, Point::Missing(_)));
        if part.finding == Finding::Unknown && !shown {
            collect(part, facts);
        }
    }
}
