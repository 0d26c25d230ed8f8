//! What must change, for a good that fails: by exact algebra, each remedy tried on the good before it is named.

use super::judge::{foreign_value, judge};
use super::pack::Pack;
use super::point::Point;
use crate::case::{Good, Made, Maker, Material, MaterialId, MaterialOrigin, Method};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::units::{Content, Day, Money, Percent};

/// Past so many materials, single ones are not tried in turn.
const MOST_TRIED: usize = 200;
/// Of a longer bill of materials nobody asks what to change, and trying would take long.
const MOST_MENDED: usize = 2_000;
/// One hundred percent in ten-thousandths of a percent.
const WHOLE: i128 = 1_000_000;

/// An alternative of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The row id.
    pub row: String,
    /// As printed, without brackets. Empty where the row has a single one.
    pub label: String,
}

/// A change that would mend a good that fails, all else staying as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Its last production would have to take place in Canada.
    MakeInCanada,
    /// These materials would have to originate in Canada, or come from where the alternative lets them come from.
    Replace {
        /// Under which alternative.
        way: Way,
        /// The materials that block it.
        materials: Vec<MaterialId>,
        /// Whether that alone is enough when they are made in Canada.
        enough: bool,
    },
    /// This material alone, made in Canada, would be enough.
    OneMaterial {
        /// Which.
        material: MaterialId,
    },
    /// The foreign materials would have to be worth no more than this, or the base at least that.
    Content {
        /// Under which alternative. Nothing: where good and parts share a code.
        way: Option<Way>,
        /// By which method.
        method: Method,
        /// The least content that will do.
        needed: Percent,
        /// What the foreign materials are worth, in CAD.
        foreign: Money,
        /// The most that they may be worth with the base as it is, in CAD, rounded down to the millionth.
        highest_foreign: Money,
        /// The least price or net cost with the materials as they are, in CAD, rounded up to the cent. Nothing where
        /// no amount does.
        lowest_base: Option<Money>,
    },
    /// What does not change would have to be worth no more than this to be tolerated, or the base at least that.
    Tolerance {
        /// Under which alternative.
        way: Way,
        /// What does not change is worth, in CAD.
        failing: Money,
        /// The most that is tolerated with the base as it is, in CAD, rounded down to the millionth.
        highest: Money,
        /// The least base with the materials as they are, in CAD, rounded up to the cent.
        lowest_base: Option<Money>,
    },
    /// The method that was not chosen would do, or might: with a base of at least this.
    OtherMethod {
        /// Which method.
        method: Method,
        /// The least base, in CAD, rounded up to the cent. Nothing where the base is known and does.
        lowest_base: Option<Money>,
    },
    /// The producer would have to designate this material of their own as an intermediate material.
    Designate {
        /// Which.
        material: MaterialId,
    },
}

/// What would mend the good, the smallest change first. Empty where it does not fail, and for bills of materials longer
/// than 2,000.
pub fn remedies(pack: &Pack, good: &Good, day: Day) -> Vec<Remedy> {
    let mut found = Vec::new();
    if good.materials.len() > MOST_MENDED {
        return found;
    }
    let judged = judge(pack, good, day);
    if judged.finding != Finding::No {
        return found;
    }
    let tries = Tries { pack, good, day };
    if good.made_in_canada == Some(false) {
        found.push(Remedy::MakeInCanada);
    }
    tries.method(&mut found);
    tries.designations(&mut found);
    tries.single_materials(&mut found);
    tries.walk(&judged, None, &mut found);
    found
}

/// The good that fails, on which remedies are tried.
struct Tries<'a> {
    pack: &'a Pack,
    good: &'a Good,
    day: Day,
}

impl Tries<'_> {
    /// What becomes of the good with a change.
    fn with(&self, change: &dyn Fn(&mut Good)) -> Finding {
        let mut good = self.good.clone();
        change(&mut good);
        judge(self.pack, &good, self.day).finding
    }

    /// The method that was ruled out by choice.
    fn method(&self, found: &mut Vec<Remedy>) {
        let other = match self.good.method {
            None => return,
            Some(Method::TransactionValue) => Method::NetCost,
            Some(Method::NetCost) => Method::TransactionValue,
        };
        let mut good = self.good.clone();
        good.method = Some(other);
        let judged = judge(self.pack, &good, self.day);
        let lowest_base = match judged.finding {
            Finding::No => return,
            Finding::Yes => None,
            Finding::Unknown => lowest_open_base(&judged, foreign_value(self.pack, self.good, self.day)),
        };
        if judged.finding == Finding::Yes || lowest_base.is_some() {
            found.push(Remedy::OtherMethod { method: other, lowest_base });
        }
    }

    fn designations(&self, found: &mut Vec<Remedy>) {
        for material in &self.good.materials {
            let own = material.made.as_ref().is_some_and(|it| it.by == Maker::Own { intermediate: false });
            let id = material.id;
            if own && self.with(&|good| designate(&mut good.materials, id)) == Finding::Yes {
                found.push(Remedy::Designate { material: id });
            }
        }
    }

    fn single_materials(&self, found: &mut Vec<Remedy>) {
        let materials = &self.good.materials;
        if materials.len() < 2 || materials.len() > MOST_TRIED {
            return;
        }
        for material in materials {
            let id = material.id;
            if self.with(&|good| make_canadian(&mut good.materials, &[id])) == Finding::Yes {
                found.push(Remedy::OneMaterial { material: id });
            }
        }
    }

    /// Looks for what stands in the way, in the alternatives that fail.
    fn walk(&self, judged: &Judgement<Point>, way: Option<&Way>, found: &mut Vec<Remedy>) {
        if judged.finding != Finding::No || matches!(judged.point, Point::MaterialMade { .. }) {
            return;
        }
        let here = match &judged.point {
            Point::Alternative { row, label, .. } => Some(Way { row: row.clone(), label: label.clone() }),
            _ => None,
        };
        let way = here.as_ref().or(way);
        match &judged.point {
            Point::ContentBy { method, needed, content: Some(content), .. } => {
                push(found, self.content(way.cloned(), *method, *needed, *content));
            }
            Point::EveryMaterial | Point::ChangeRequirement => {
                let mut materials = Vec::new();
                for part in &judged.because {
                    if let Point::MaterialShift { material, .. } = &part.point
                        && part.finding == Finding::No
                    {
                        materials.push(*material);
                    }
                }
                if let Some(way) = way
                    && !materials.is_empty()
                {
                    let canadian = |good: &mut Good| make_canadian(&mut good.materials, &materials);
                    let enough = self.with(&canadian) == Finding::Yes;
                    push(found, Remedy::Replace { way: way.clone(), materials: materials.clone(), enough });
                }
            }
            Point::DeMinimis { failing: Some(failing), base: Some(base), percent } => {
                // Only where it is the amount that stands in the way.
                let highest = part_of(*base, percent.ten_thousandths());
                if let (Some(way), Some(highest)) = (way, highest) {
                    push(
                        found,
                        Remedy::Tolerance {
                            way: way.clone(),
                            failing: *failing,
                            highest,
                            lowest_base: whole_of(*failing, percent.ten_thousandths()),
                        },
                    );
                }
            }
            _ => {}
        }
        for part in &judged.because {
            self.walk(part, way, found);
        }
    }

    fn content(&self, way: Option<Way>, method: Method, needed: Percent, content: Content) -> Remedy {
        let rest = WHOLE - needed.ten_thousandths();
        Remedy::Content {
            way,
            method,
            needed,
            foreign: content.vnm(),
            highest_foreign: part_of(content.base(), rest).unwrap_or(Money::ZERO),
            lowest_base: whole_of(content.vnm(), rest),
        }
    }
}

fn push(found: &mut Vec<Remedy>, remedy: Remedy) {
    if !found.contains(&remedy) {
        found.push(remedy);
    }
}

/// The part of an amount, rounded down to the millionth.
fn part_of(amount: Money, ten_thousandths: i128) -> Option<Money> {
    Money::from_millionths(amount.millionths() * ten_thousandths / WHOLE).ok()
}

/// The least amount of which `part` is no more than so much, rounded up to the cent. Nothing where none is.
fn whole_of(part: Money, ten_thousandths: i128) -> Option<Money> {
    if ten_thousandths == 0 {
        return None;
    }
    let millionths = (part.millionths() * WHOLE + ten_thousandths - 1) / ten_thousandths;
    Money::from_millionths(millionths).ok().map(Money::ceil_cents)
}

/// The least base that would do where content is open for want of it, over all alternatives.
fn lowest_open_base(judged: &Judgement<Point>, foreign: Option<Money>) -> Option<Money> {
    let mut lowest: Option<Money> = None;
    judged.walk(&mut |part| {
        if let Point::ContentBy { needed, content: None, .. } = &part.point {
            let base = foreign.and_then(|foreign| whole_of(foreign, WHOLE - needed.ten_thousandths()));
            lowest = match (lowest, base) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    });
    lowest
}

/// Takes these materials, however deep, as made in Canada and originating.
pub fn make_canadian(materials: &mut [Material], ids: &[MaterialId]) {
    for material in materials {
        if ids.contains(&material.id) {
            material.made = None;
            material.origin = MaterialOrigin::Originating;
        } else if let Some(made) = &mut material.made {
            make_canadian(&mut made.good.materials, ids);
        }
    }
}

fn designate(materials: &mut [Material], id: MaterialId) {
    for material in materials {
        if material.id == id
            && let Some(made) = &mut material.made
        {
            let Made { by, .. } = made.as_mut();
            *by = Maker::Own { intermediate: true };
        }
    }
}
