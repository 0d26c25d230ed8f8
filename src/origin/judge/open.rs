//! Facts that nobody has given, as leaves of a judgement.

use super::missing::in_order;
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
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
    // Of a bill of a hundred thousand materials that nobody has filled in, there are as many: none is looked for twice.
    let mut all = Vec::new();
    for part in because.iter() {
        if let Point::Missing(fact) = part.point {
            all.push((fact, 0));
        }
    }
    for (at, fact) in facts.iter().enumerate() {
        all.push((*fact, at + 1));
    }
    let mut first = vec![false; facts.len() + 1];
    for (_, at) in in_order(all) {
        first[at] = true;
    }
    for (fact, first) in facts.iter().zip(&first[1..]) {
        if *first {
            because.push(Judgement::leaf(Point::Missing(*fact), Finding::Unknown));
        }
    }
}

/// What was judged of the materials that are listed: no yes before the lists are whole that may lack some of them.
pub(super) fn unless_more(mut judged: Judgement<Point>, unlisted: &[Fact]) -> Judgement<Point> {
    if judged.finding == Finding::Yes && !unlisted.is_empty() {
        judged.finding = Finding::Unknown;
        // Then nothing else is missing. Of several ways one may have failed.
        let all = judged.because.iter().all(|part| part.finding == Finding::Yes);
        judged.how = if all { How::All } else { How::Test };
    }
    if judged.finding == Finding::Unknown {
        add_open(&mut judged.because, unlisted);
    }
    judged
}

#[cfg(test)]
mod tests {
    use super::{tested, unless_more};
    use crate::case::MaterialId;
    use crate::finding::Finding;
    use crate::judgement::Judgement;
    use crate::origin::judge::fewest;
    use crate::origin::point::{Fact, Point};

    #[test]
    fn where_all_else_holds_only_the_list_is_missing() {
        let leaf = |finding| Judgement::leaf(Point::MadeInCanada, finding);
        let value = Fact::MaterialValue(MaterialId(1));
        let or_more = |parts| {
            let judged = unless_more(Judgement::any(Point::Tolerated, parts), &[Fact::AllListed]);
            assert_eq!(judged.finding, Finding::Unknown);
            let otherwise = tested(Point::OnlyOriginating, Finding::Unknown, &[value]);
            fewest(&Judgement::any(Point::ProductRule, vec![judged, otherwise]))
        };
        // Nobody denies that a list is whole: who does adds what is missing, and asks again.
        assert_eq!(or_more(vec![leaf(Finding::Yes)]), [Fact::AllListed]);
        // Of two ways one has failed: more materials may leave none.
        let both = or_more(vec![leaf(Finding::Yes), leaf(Finding::No)]);
        assert!(both.contains(&value) && both.contains(&Fact::AllListed), "{both:?}");
    }
}
