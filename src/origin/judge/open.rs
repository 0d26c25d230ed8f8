//! Facts that nobody has given, as leaves of a judgement.

use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};

/// A test. Where it is open, with the facts that would settle it.
#[inline(never)]
pub(super) fn tested(point: Point, finding: Finding, open: &[Fact]) -> Judgement<Point> {
    let mut judged = Judgement::leaf(point, finding);
    if finding == Finding::Unknown {
        judged.because = open_leaves(open);
    }
    judged
}

/// Missing facts as leaves of a judgement.
pub(super) fn open_leaves(facts: &[Fact]) -> Vec<Judgement<Point>> {
    let mut leaves = Vec::new();
    add_open(&mut leaves, facts);
    leaves
}

/// Adds missing facts to the reasons of a judgement, each once.
#[inline(never)]
pub(super) fn add_open(because: &mut Vec<Judgement<Point>>, facts: &[Fact]) {
    for fact in facts {
        let missing = Judgement::leaf(Point::Missing(*fact), Finding::Unknown);
        if !because.contains(&missing) {
            because.push(missing);
        }
    }
}
