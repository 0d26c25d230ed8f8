//! Older codes of one material that the rules treat alike: found by judging each of them alone.
//!
//! A change in classification is a test of each material by itself. So two codes of which the judgement of a good made
//! of nothing else comes to the same, down to every test and every missing fact, come to the same beside any other
//! materials. That takes one judgement for each code, and not one for each combination of all lists.

use super::context::Context;
use super::good::judge_in;
use super::shift::is_combination;
use super::today::Places;
use crate::case::{Good, Material, MaterialId};
use crate::judgement::Judgement;
use crate::origin::pack::Pack;
use crate::origin::point::Point;
use crate::origin::rule::Way;
use crate::units::{Day, HsCode};
use std::rc::Rc;

/// The codes in groups, each of which the rules treat alike, in the order of their first codes.
///
/// `goods` are the goods whose rules look at the material, each with its code in the edition of the pack.
pub(super) fn alike(pack: &Pack, goods: &[&Good], codes: &[HsCode], day: Day) -> Vec<Vec<HsCode>> {
    let mut groups: Vec<(Vec<Judgement<Point>>, Vec<HsCode>)> = Vec::new();
    for code in codes {
        let mut judged = Vec::new();
        for good in goods {
            judged.push(alone(pack, good, *code, day));
        }
        match groups.iter_mut().find(|(of, _)| *of == judged) {
            Some((_, group)) => group.push(*code),
            None => groups.push((judged, vec![*code])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The goods whose rules look at each of so many `unsettled` materials, by their places: what it went into, what that went
/// into, and the good itself, in one list for all materials of the first. Nothing of those where one of these, or what it
/// is, is unsettled itself, has a rule of its own, or looks at all materials together.
pub(super) fn looked_at_by<'g>(
    pack: &Pack,
    good: &'g Good,
    unsettled: &Places,
    day: Day,
) -> Vec<Option<Rc<Vec<&'g Good>>>> {
    let mut walk = Walk { pack, unsettled, day, found: vec![None; unsettled.len()] };
    walk.inside(good, None, &[]);
    walk.found
}

/// Goes through a bill once, however many of its materials are unsettled.
struct Walk<'w, 'g> {
    pack: &'w Pack,
    unsettled: &'w Places,
    day: Day,
    found: Vec<Option<Rc<Vec<&'g Good>>>>,
}

impl<'g> Walk<'_, 'g> {
    fn inside(&mut self, good: &'g Good, of: Option<MaterialId>, outer: &[&'g Good]) {
        if self.unsettled.get(of).is_some() || !looks_at_each_alone(self.pack, good, self.day) {
            return;
        }
        let goods = Rc::new([&[good], outer].concat());
        for material in &good.materials {
            let of = Some(material.id);
            if let Some(made) = &material.made {
                self.inside(&made.good, of, &goods);
            } else if let Some(at) = self.unsettled.get(of) {
                self.found[at] = Some(goods.clone());
            }
        }
    }
}

/// Whether each material is tested alone, and by nothing but its code. Not in textiles, which are weighed; not in parts
/// whose listed materials count by what is inside them; and not under a rule that forbids a combination.
fn looks_at_each_alone(pack: &Pack, good: &Good, day: Day) -> bool {
    let context = Context::new(pack, good, day);
    if context.is_weighed() || context.may_count_inside() {
        return false;
    }
    for row in context.near_rows() {
        for alternative in &row.alternatives {
            if let Way::Shift { from, .. } = &alternative.way
                && from.except.iter().any(is_combination)
            {
                return false;
            }
        }
    }
    true
}

/// What a good of this code comes to that is made of one material of that code, and of which nothing else is known.
fn alone(pack: &Pack, good: &Good, code: HsCode, day: Day) -> Judgement<Point> {
    let good = Good {
        code: good.code,
        obtained: good.obtained,
        materials: vec![Material { code: Some(code), ..Material::default() }],
        ..Good::default()
    };
    let mut judged = judge_in(&mut Context::new(pack, &good, day));
    forget_code(&mut judged);
    judged
}

/// Two codes that fare the same differ in what they are called.
fn forget_code(judged: &mut Judgement<Point>) {
    if let Point::MaterialShift { code, .. } = &mut judged.point {
        *code = None;
    }
    for part in &mut judged.because {
        forget_code(part);
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, looked_at_by, looks_at_each_alone};
    use crate::case::{Good, Made, Maker, Material, MaterialId};
    use crate::origin::pack::RuleSet;
    use crate::origin::shipped;
    use crate::units::{Day, HsCode};

    /// A good of an unmade material, the first, and of one made of the third.
    fn nested(outer: &str, inner: &str) -> Good {
        let code = |text| HsCode::read(text).ok();
        let material = |id, text| Material { id: MaterialId(id), code: code(text), ..Material::default() };
        let good = Good { code: code(inner), materials: vec![material(3, "880621")], ..Good::default() };
        let made = Some(Box::new(Made { by: Maker::Supplier, good }));
        let second = Material { made, ..material(2, inner) };
        Good { code: code(outer), materials: vec![material(1, "441011"), second], ..Good::default() }
    }

    #[test]
    fn which_goods_look_at_a_material() {
        let pack = shipped::pack(RuleSet::Cusma).expect("the shipped pack");
        let day = Day::new(2026, 1, 15);
        // Of each unsettled material how many goods look at it.
        let counts = |outer: &str, inner: &str, unsettled: &[Option<u32>]| {
            let good = nested(outer, inner);
            let mut places = Places::default();
            for of in unsettled {
                places.note(of.map(MaterialId));
            }
            let found = looked_at_by(&pack, &good, &places, day);
            found.iter().map(|goods| goods.as_ref().map(|goods| goods.len())).collect::<Vec<_>>()
        };
        assert_eq!(counts("940330", "852581", &[Some(3)]), [Some(2)]);
        assert_eq!(counts("940330", "852581", &[Some(3), Some(1)]), [Some(2), Some(1)]);
        assert_eq!(counts("940330", "852581", &[Some(9)]), [None], "no such material");
        // One of them looks at all materials together.
        assert_eq!(counts("845811", "852581", &[Some(1), Some(3)]), [None, None]);
        assert_eq!(counts("940330", "845811", &[Some(1), Some(3)]), [Some(1), None]);
        // The code of one of them is open itself; one made of others has a rule of its own.
        assert_eq!(counts("940330", "852581", &[None, Some(1), Some(3)]), [None, None, None]);
        assert_eq!(counts("940330", "852581", &[Some(1), Some(2), Some(3)]), [Some(1), None, None]);
    }

    #[test]
    fn which_goods_look_at_each_material_alone() {
        let pack = shipped::pack(RuleSet::Cusma).expect("the shipped pack");
        for (code, expected) in [
            ("940330", true),
            ("852581", true),
            // Weighed.
            ("600535", false),
            ("961900", false),
            // An engine; a part whose listed materials may count by what is inside them.
            ("840734", false),
            ("870830", false),
            // A list, and a combination.
            ("845811", false),
            ("660110", false),
        ] {
            let good = Good { code: HsCode::read(code).ok(), ..Good::default() };
            assert_eq!(looks_at_each_alone(&pack, &good, Day::new(2026, 1, 15)), expected, "{code}");
        }
    }
}
