//! What fails the change taken together: whether it is small enough to be tolerated, whatever it is measured by.

use super::context::Context;
use super::missing::missing;
use super::shift::Combined;
use super::values::Counted;
use crate::case::Material;
use crate::finding::Finding;
use crate::index::Index;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::units::{Money, Quantity};

impl Context<'_> {
    /// That no material is tolerated, where each alone would be too much: then either no material fails, or what fails
    /// is not tolerated.
    pub(super) fn none_tolerated(&self, failing: &[Counted<'_>]) -> Option<Judgement<Point>> {
        let mut each = Vec::new();
        let mut known = Index::default();
        for (material, _) in failing {
            let alone = self.tolerated(&[(material, Finding::Yes)]);
            if alone.finding != Finding::No {
                return None;
            }
            // Of the same amount it is said once.
            let at = each.len();
            if amount(&alone).is_none_or(|amount| known.note(amount, at) == at) {
                each.push(alone);
            }
        }
        Some(if each.len() == 1 { each.remove(0) } else { Judgement::all(Point::Tolerated, each) })
    }

    /// Whether the lists that bite would be clear of all materials if the fewest that it takes were not there, and
    /// these are or may be tolerated together with what fails by itself; with what is missing to tell. The text does not
    /// say which of the materials in such a list fail the change. Nothing where they are not, or no list bites.
    pub(super) fn may_be_cleared(
        &self,
        combined: &[Combined<'_>],
        failing: &[Counted<'_>],
    ) -> Option<Vec<Fact>> {
        let mut found: Option<Vec<Fact>> = None;
        for list in combined {
            if list.finding != Finding::No {
                continue;
            }
            let (mut best, mut open) = (Finding::No, Vec::new());
            for at in 0..list.entries.len() {
                let mut gone = Vec::new();
                for (material, counts) in failing {
                    count_in(&mut gone, material, *counts);
                }
                for (index, entry) in list.entries.iter().enumerate() {
                    // A combination is broken where one part is missing, a list where one entry is left.
                    if (index == at) == list.needs_all {
                        for (material, falls) in entry {
                            count_in(&mut gone, material, *falls);
                        }
                    }
                }
                let judged = self.tolerated(&gone);
                best = best.max(judged.finding);
                open.extend_from_slice(&missing(&judged));
            }
            match best {
                Finding::No => return None,
                Finding::Unknown => found.get_or_insert_default().extend_from_slice(&open),
                Finding::Yes => _ = found.get_or_insert_default(),
            }
        }
        found
    }
}

/// Of one material, a number for how much of it has to be small. Nothing where it is kept out for what it is.
fn amount(judged: &Judgement<Point>) -> Option<u128> {
    // In one good they are all values, or all weights.
    let number = |millionths: Option<i128>| millionths.map_or(u128::MAX, i128::unsigned_abs);
    match &judged.point {
        Point::DeMinimis { failing, .. } => Some(number(failing.map(Money::millionths))),
        Point::DeMinimisByWeight { weight, .. } => Some(number(weight.map(Quantity::millionths))),
        _ => None,
    }
}

/// Counts a material in, once. They stand in the order of their ids, so that one of thousands is soon found.
pub(super) fn count_in<'m>(all: &mut Vec<Counted<'m>>, material: &'m Material, counts: Finding) {
    match all.binary_search_by_key(&material.id, |(known, _)| known.id) {
        Ok(at) => all[at].1 = all[at].1.max(counts),
        Err(at) => all.insert(at, (material, counts)),
    }
}

/// The amounts that have to be small, and what is not tolerated however small it is. Where that is certain no amount
/// matters.
pub(super) fn together(
    mut amounts: Vec<Judgement<Point>>,
    in_the_way: Vec<Judgement<Point>>,
) -> Judgement<Point> {
    if in_the_way.iter().any(|part| part.finding == Finding::No) {
        amounts.clear();
    }
    amounts.extend(in_the_way);
    match amounts.len() {
        1 => amounts.remove(0),
        _ => Judgement::all(Point::Tolerated, amounts),
    }
}
