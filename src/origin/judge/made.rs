//! Materials that were made in Canada: each judged by its own rule and its own materials, to any depth.

use super::context::{Context, MadeOut};
use super::good::judge_in;
use crate::case::{Good, Maker, Material, MaterialId, Purpose};
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::point::{Fact, Point};

/// Deeper than this, a material is not followed into what it was made of: nobody has such a bill of materials, and a
/// file that claims one is told so when it is read.
pub const DEEPEST: usize = 24;

impl<'a> Context<'a> {
    /// Judges every material of the good that was made in Canada, and those inside them, the inmost first, each once.
    pub(super) fn judge_made(&mut self) {
        for material in &self.good.materials {
            let Some(made) = material.made.as_deref() else { continue };
            let (out, inside) = self.made_of(material, &made.good);
            self.made.push(out);
            // What went into it may count in its place.
            if made.by != Maker::Supplier {
                self.made.extend(inside);
            }
        }
        self.made.sort_by_key(|made| made.id);
    }

    /// What became of a material, and of those inside it, their own designations standing.
    fn made_of(&self, material: &'a Material, good: &'a Good) -> (MadeOut, Vec<MadeOut>) {
        let mut inner = Context {
            of: Some(material.id),
            answers: self.answers,
            ..Context::new(self.pack, good, self.day)
        };
        inner.depth = self.depth + 1;
        inner.uses = self.uses_inside().narrowed(inner.uses);
        // What a supplier designated is the supplier's own matter.
        let own = material.made.as_ref().is_some_and(|made| made.by != Maker::Supplier);
        inner.no_tested_designations = self.no_tested_designations && own;
        let made = material.made.as_ref();
        let designated = made.is_some_and(|made| made.by == Maker::Own { intermediate: true });
        let mut judged = if self.depth < DEEPEST {
            judge_in(&mut inner)
        } else {
            Judgement::leaf(Point::Missing(Fact::MaterialOrigin(material.id)), Finding::Unknown)
        };
        let on_content = rests_on_content(&judged);
        let provisions = self.provisions();
        // Of two intermediate materials, one inside the other, only one may rest on content. The outer one is kept where
        // it originates without the inner ones; if not, its designation is of no use, and the producer keeps the others.
        // Source: SOR/2020-155, 8(6), (7)(b); SOR/94-14, 7(4).
        let foreign = inner.vnm().least;
        let inside = std::mem::take(&mut inner.made);
        let (mut shown, mut without_others) = (Vec::new(), None);
        if designated && on_content && !self.no_tested_designations {
            for made in &inside {
                if made.on_content && made.designated {
                    let refused =
                        Judgement::leaf(Point::DesignationRefused { material: made.id }, Finding::No);
                    shown.push(refused.citing(provisions.at(provisions.intermediate)));
                }
            }
            if !shown.is_empty() {
                inner.no_tested_designations = true;
                let mut kept = judge_in(&mut inner);
                if kept.finding == Finding::Yes {
                    // With fewer designations fewer ways hold, and each of those that do rested on content before.
                    judged = kept;
                } else {
                    rename(&mut kept, material.id);
                    let point = Point::DesignationGivenUp { material: material.id };
                    let mut given_up = Judgement::leaf(point, kept.finding);
                    given_up.because.push(kept.clone());
                    shown = vec![given_up.citing(provisions.at(provisions.intermediate))];
                    without_others = Some(kept);
                }
            }
        }
        rename(&mut judged, material.id);
        let finding = judged.finding;
        let mut parts = vec![judged];
        parts.extend(shown);
        let mut judged = Judgement::leaf(Point::MaterialMade { material: material.id }, finding);
        judged.because = parts;
        let refused = self.no_tested_designations && on_content;
        let out = MadeOut {
            id: material.id,
            judged,
            on_content,
            designated,
            refused,
            without_others,
            inside: foreign,
        };
        (out, inside)
    }

    /// Adds what became of the materials made in Canada, for show: it has entered the answer already.
    pub(super) fn show_made(&self, judged: &mut Judgement<Point>) {
        for material in &self.good.materials {
            // Of what is disregarded nobody asks where it originates. Source: SOR/2020-155, 8(13), (17).
            let counts = !matches!(material.purpose, Purpose::Indirect | Purpose::Packing);
            if let Some(made) = self.made_out(material).filter(|_| counts) {
                judged.because.push(made.judged.clone());
            }
        }
    }
}

/// Whether a yes rests on a content test that was met: without it there would be none.
fn rests_on_content(judged: &Judgement<Point>) -> bool {
    if judged.finding != Finding::Yes {
        return false;
    }
    match judged.point {
        Point::ContentBy { .. } => return true,
        Point::MaterialMade { .. } => return false,
        _ => {}
    }
    match judged.how {
        How::All => judged.because.iter().any(rests_on_content),
        How::Any | How::Test => {
            let mut ways = judged.because.iter().filter(|part| part.finding == Finding::Yes);
            let some = ways.clone().next().is_some();
            some && ways.all(rests_on_content)
        }
    }
}

/// Makes facts about the good facts about the material that it is.
fn rename(judged: &mut Judgement<Point>, material: MaterialId) {
    if let Point::Missing(fact) = &mut judged.point {
        *fact = fact.of(material);
    }
    for part in &mut judged.because {
        rename(part, material);
    }
}

#[cfg(test)]
mod tests {
    use super::rests_on_content;
    use crate::case::Method;
    use crate::finding::Finding;
    use crate::judgement::Judgement;
    use crate::origin::point::Point;
    use crate::units::Percent;

    #[test]
    fn what_does_not_originate_rests_on_nothing() {
        let needed = Percent::whole(60);
        let point = Point::ContentBy { method: Method::NetCost, needed, content: None, exact: true };
        let met = || Judgement::leaf(point.clone(), Finding::Yes);
        let besides = |finding| {
            Judgement::all(Point::ProductRule, vec![met(), Judgement::leaf(Point::NonQualifying, finding)])
        };
        assert!(rests_on_content(&besides(Finding::Yes)));
        assert!(!rests_on_content(&besides(Finding::No)));
        assert!(!rests_on_content(&besides(Finding::Unknown)));
    }
}
