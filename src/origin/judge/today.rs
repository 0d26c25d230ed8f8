//! Codes of today: each good and material in the edition of the rule set, before it is judged.
//!
//! One older code is used. Several are tried: where the rules treat them alike nobody is asked, else it is a question.
//! Source of the readings: the correlation tables; the method page.

use super::context::Context;
use super::good::judge_in;
use super::missing::missing;
use super::open::{add_open, open_leaves};
use crate::case::{Answers, CodeEdition, Good, Material, MaterialId};
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::origin::edition::EditionMap;
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::units::{Day, Edition, HsCode, Level};

/// So many combinations of older codes are tried, as many as the longest list has; past it, what the codes have in common stands for them.
const MOST_TRIED: usize = 1_100;
/// So many older codes of one good are asked about, the same six digits first. An answer may name any other.
const MOST_ASKED: usize = 12;

/// A code that became several.
struct Open {
    /// The material. Nothing: the good itself.
    of: Option<MaterialId>,
    typed: HsCode,
    /// What it may have been, the likeliest first.
    candidates: Vec<HsCode>,
    /// What took its place, where it is no longer in use.
    successors: Vec<HsCode>,
}

/// The codes that the good may have in the edition of the pack: one, several, or none where that is not known.
pub fn old_codes(pack: &Pack, good: &Good) -> Vec<HsCode> {
    let Some(code) = good.code else { return Vec::new() };
    if good.edition == CodeEdition::RuleSet || pack.set.edition() == Edition::Annex {
        return vec![code];
    }
    match &pack.editions {
        Some(map) => candidates(map, pack.set.edition(), &good.answers, None, &code).0,
        None => Vec::new(),
    }
}

/// Judges a good whose codes are today's.
pub(super) fn judge_today(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    let mut older = good.clone();
    older.edition = CodeEdition::RuleSet;
    if pack.set.edition() == Edition::Annex {
        return judge_as(pack, &older, day);
    }
    let Some(map) = &pack.editions else {
        return Judgement::all(Point::CanadianGood { set: pack.set }, open_leaves(&[Fact::Editions]));
    };
    let mut open = Vec::new();
    map_good(map, pack.set.edition(), &good.answers, None, &mut older, &mut open);
    let mut tried = 1_usize;
    for one in &open {
        tried = tried.saturating_mul(one.candidates.len());
    }
    let former = open.iter().any(|one| !one.successors.is_empty());
    if !former && tried <= MOST_TRIED {
        if let Some(agreed) = try_all(pack, &mut older, day, &open, tried) {
            return agreed;
        }
    } else {
        for one in &open {
            set(&mut older, one.of, shared(&one.candidates).filter(|_| one.successors.is_empty()));
        }
        let judged = judge_as(pack, &older, day);
        if judged.finding != Finding::Unknown {
            return judged;
        }
    }
    ask(pack, &open)
}

/// The good with its codes in the edition of the pack: of those that became several, what these have in common.
/// Nothing where the table of editions is not at hand.
pub(super) fn in_older_codes(pack: &Pack, good: &Good) -> Option<Good> {
    let mut older = good.clone();
    older.edition = CodeEdition::RuleSet;
    if pack.set.edition() != Edition::Annex {
        let map = pack.editions.as_ref()?;
        map_good(map, pack.set.edition(), &good.answers, None, &mut older, &mut Vec::new());
    }
    Some(older)
}

fn judge_as(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    judge_in(&mut Context::new(pack, good, day))
}

/// What every combination of the older codes comes to, if they agree on it: on the answer or, where all are open, on
/// what is missing.
fn try_all(pack: &Pack, good: &mut Good, day: Day, open: &[Open], count: usize) -> Option<Judgement<Point>> {
    let mut first: Option<(Judgement<Point>, Vec<Fact>)> = None;
    for number in 0..count {
        let mut rest = number;
        for one in open {
            let code = one.candidates[rest % one.candidates.len()];
            rest /= one.candidates.len();
            set(good, one.of, Some(code));
        }
        let judged = judge_as(pack, good, day);
        let facts = missing(&judged);
        match &first {
            None => first = Some((judged, facts)),
            Some((before, wanted)) if before.finding == judged.finding && *wanted == facts => {}
            Some(_) => return None,
        }
    }
    first.map(|(judged, _)| judged)
}

/// The questions which of its older codes each good or material had.
fn ask(pack: &Pack, open: &[Open]) -> Judgement<Point> {
    let mut parts = Vec::new();
    for one in open {
        let point = Point::OldCodes { material: one.of, code: one.typed, successors: one.successors.clone() };
        let mut judged = Judgement::leaf(point, Finding::Unknown);
        for code in one.candidates.iter().take(MOST_ASKED) {
            let fact = match one.of {
                Some(material) => Fact::MaterialOldCode(material, *code),
                None => Fact::GoodOldCode(*code),
            };
            add_open(&mut judged.because, &[fact]);
        }
        parts.push(judged);
    }
    let mut judged = Judgement::all(Point::CanadianGood { set: pack.set }, parts);
    judged.how = How::Test;
    judged
}

/// Gives the good, or a material of it however deep, a code.
fn set(good: &mut Good, of: Option<MaterialId>, code: Option<HsCode>) {
    match of {
        None => good.code = code,
        Some(id) => {
            set_material(&mut good.materials, id, code);
        }
    }
}

fn set_material(materials: &mut [Material], id: MaterialId, code: Option<HsCode>) -> bool {
    for material in materials {
        if material.id == id {
            material.code = code;
            if let Some(made) = &mut material.made {
                made.good.code = code;
            }
            return true;
        }
        if let Some(made) = &mut material.made
            && set_material(&mut made.good.materials, id, code)
        {
            return true;
        }
    }
    false
}

/// Maps the code of a good and those of its materials; adds what became several.
fn map_good(
    map: &EditionMap,
    edition: Edition,
    answers: &Answers,
    of: Option<MaterialId>,
    good: &mut Good,
    open: &mut Vec<Open>,
) {
    // The code of a good that is a material has been mapped as that of the material.
    if of.is_none() {
        good.code = map_code(map, edition, answers, of, good.code, open);
    }
    for material in &mut good.materials {
        let id = Some(material.id);
        material.code = map_code(map, edition, answers, id, material.code, open);
        if let Some(made) = &mut material.made {
            made.good.code = material.code;
            map_good(map, edition, answers, id, &mut made.good, open);
        }
    }
}

fn map_code(
    map: &EditionMap,
    edition: Edition,
    answers: &Answers,
    of: Option<MaterialId>,
    code: Option<HsCode>,
    open: &mut Vec<Open>,
) -> Option<HsCode> {
    let typed = code?;
    let (candidates, successors) = candidates(map, edition, answers, of, &typed);
    if candidates.len() == 1 && successors.is_empty() {
        return candidates.first().copied();
    }
    let shared = shared(&candidates);
    open.push(Open { of, typed, candidates, successors });
    shared
}

/// What a code of today may have been, by what was answered; and what took its place, if it is no longer in use and
/// nobody said that an older code is meant.
fn candidates(
    map: &EditionMap,
    edition: Edition,
    answers: &Answers,
    of: Option<MaterialId>,
    typed: &HsCode,
) -> (Vec<HsCode>, Vec<HsCode>) {
    let said = |code: &HsCode| {
        let mut key = match of {
            Some(material) => ["material-old-code:", &material.0.to_string(), ":"].concat(),
            None => String::from("good-old-code:"),
        };
        key.push_str(code.as_str());
        answers.get(&key)
    };
    if map.has_ceased(typed, edition) {
        return match said(typed) {
            Some(true) => (vec![*typed], Vec::new()),
            _ => (vec![*typed], map.successors(typed, edition)),
        };
    }
    let all = map.old_codes(typed, edition);
    let mut left = Vec::new();
    for code in &all {
        match said(code) {
            Some(true) => return (vec![*code], Vec::new()),
            Some(false) => {}
            // The same digits are the likeliest.
            None if code == typed => left.insert(0, *code),
            None => left.push(*code),
        }
    }
    // Every one of them denied: then all are open again, since it was one of them.
    (if left.is_empty() { all } else { left }, Vec::new())
}

/// The longest code that holds all of these. Nothing where they lie in several chapters.
fn shared(codes: &[HsCode]) -> Option<HsCode> {
    let first = codes.first()?;
    for level in [Level::Subheading, Level::Heading, Level::Chapter] {
        if let Some(unit) = first.unit(level)
            && codes.iter().all(|code| unit.holds(code))
        {
            return Some(unit);
        }
    }
    None
}
