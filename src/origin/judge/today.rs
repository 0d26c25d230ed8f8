//! Codes of today: each good and material in the edition of the rule set, before it is judged.
//!
//! One older code is used. Several are tried: where the rules treat them alike nobody is asked, else it is a question.
//! Those of a material are tried alone first (`alike`), so that long lists need not be tried in every combination.
//! Source of the readings: the correlation tables; the method page.

use super::alike::{alike, looked_at_by};
use super::context::Context;
use super::good::judge_in;
use super::missing::missing;
use super::open::{add_open, open_leaves};
use crate::case::{Answers, CodeEdition, Good, Material, MaterialId};
use crate::finding::Finding;
use crate::index::Index;
use crate::judgement::Judgement;
use crate::origin::edition::EditionMap;
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::units::{Day, Edition, HsCode, Level, Source};

/// So many combinations of older codes that the rules do not treat alike are tried; past it, what the codes have in common stands for them.
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
    /// The same, those together that make no difference.
    groups: Vec<Vec<HsCode>>,
    /// What took its place, where it is no longer in use.
    successors: Vec<HsCode>,
    /// Whether each of them was denied: then all are open again, since it was one of them.
    denied: bool,
}

impl Open {
    /// The codes that are asked about: the same digits, until that is answered; then all but the largest group, which
    /// remains when the others are denied.
    fn asked(&self) -> Vec<HsCode> {
        if self.candidates.first() == Some(&self.typed) {
            return vec![self.typed];
        }
        // The largest group may have a hundred codes; those in the others are few.
        let (mut others, mut largest): (Vec<HsCode>, &[HsCode]) = (Vec::new(), &[]);
        for group in &self.groups {
            if group.len() >= largest.len() {
                others.extend_from_slice(largest);
                largest = group;
            } else {
                others.extend_from_slice(group);
            }
        }
        let asked = self.candidates.iter().copied().filter(|code| others.contains(code));
        asked.take(MOST_ASKED).collect()
    }
}

/// Where in the list stands what became several: the good itself, or a material.
#[derive(Default)]
pub(super) struct Places {
    index: Index,
    count: usize,
}

impl Places {
    /// Notes the next one.
    pub(super) fn note(&mut self, of: Option<MaterialId>) {
        self.index.note(key(of), self.count);
        self.count += 1;
    }

    pub(super) const fn len(&self) -> usize {
        self.count
    }

    pub(super) fn get(&self, of: Option<MaterialId>) -> Option<usize> {
        self.index.get(key(of))
    }
}

fn key(of: Option<MaterialId>) -> u128 {
    of.map_or(0, |id| u128::from(id.0) + 1)
}

/// The codes that the good may have in the edition of the pack: one, several, or none where that is not known.
pub fn old_codes(pack: &Pack, good: &Good) -> Vec<HsCode> {
    let Some(code) = good.code else { return Vec::new() };
    if good.edition == CodeEdition::RuleSet || pack.set.edition() == Edition::Annex {
        return vec![code];
    }
    match &pack.editions {
        Some(map) => Mapping::new(map, pack, &good.answers).candidates(None, &code).0,
        None => Vec::new(),
    }
}

/// Judges a good whose codes are today's.
pub(super) fn judge_today(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    let mut older = good.clone();
    if pack.set.edition() == Edition::Annex {
        return judge_as(pack, &older, day);
    }
    let Some(map) = &pack.editions else {
        return Judgement::all(Point::CanadianGood { set: pack.set }, open_leaves(&[Fact::Editions]));
    };
    let mut mapping = Mapping::new(map, pack, &good.answers);
    mapping.good(None, &mut older);
    let (mut open, moved) = (mapping.open, mapping.moved);
    let mut places = Places::default();
    for one in &open {
        places.note(one.of);
    }
    group(pack, &older, day, &places, &mut open);
    let mut tried = 1_usize;
    for one in &open {
        tried = tried.saturating_mul(one.groups.len());
    }
    let agreed = if tried <= MOST_TRIED {
        try_all(pack, &mut older, day, (&mut open, &places), tried)
    } else {
        // Each has what its older codes have in common.
        Some(judge_as(pack, &older, day)).filter(|judged| judged.finding != Finding::Unknown)
    };
    match agreed {
        Some(mut judged) => {
            show_as_typed(&mut judged, &open, &places, &moved);
            let several = places.get(None).map(|at| (open[at].typed, None));
            let one = moved.get(None).map(|typed| (typed, older.code));
            if let Some((code, older)) = several.or(one) {
                let at = judged.because.len().min(1);
                let read = Judgement::leaf(Point::ReadAs { code, older }, Finding::Yes);
                judged.because.insert(at, read.citing(Source::Unsd.whole()));
            }
            judged
        }
        None => ask(pack, &open),
    }
}

/// The good with its codes in the edition of the pack: of those that became several, what these have in common.
/// Nothing where the table of editions is not at hand.
pub(super) fn in_older_codes(pack: &Pack, good: &Good) -> Option<Good> {
    let mut older = good.clone();
    if pack.set.edition() != Edition::Annex {
        let map = pack.editions.as_ref()?;
        Mapping::new(map, pack, &good.answers).good(None, &mut older);
    }
    Some(older)
}

fn judge_as(pack: &Pack, good: &Good, day: Day) -> Judgement<Point> {
    judge_in(&mut Context::new(pack, good, day))
}

/// Puts together the candidates that the rules treat alike, where that shows without trying combinations.
fn group(pack: &Pack, good: &Good, day: Day, places: &Places, open: &mut [Open]) {
    let found = looked_at_by(pack, good, places, day);
    // Of two materials of one code in one good the same holds, unless something was answered about one of them.
    let mut known = Index::default();
    for at in 0..open.len() {
        let Some(goods) = &found[at] else { continue };
        let nearest = std::rc::Rc::as_ptr(goods) as usize;
        let twin = known.note((nearest as u128) << 64 | u128::from(open[at].typed.key()), at);
        open[at].groups = if twin < at && open[twin].candidates == open[at].candidates {
            open[twin].groups.clone()
        } else {
            alike(pack, goods, &open[at].candidates, day)
        };
    }
}

/// What every combination of the older codes comes to, if they agree on it: on the answer or, where all are open, on
/// what is missing. If not, the groups of codes that never made a difference are put together.
fn try_all(
    pack: &Pack,
    good: &mut Good,
    day: Day,
    (open, places): (&mut [Open], &Places),
    count: usize,
) -> Option<Judgement<Point>> {
    let mut first = None;
    let mut results: Vec<(Finding, Vec<Fact>)> = Vec::new();
    for number in 0..count {
        let mut rest = number;
        let mut codes = Vec::with_capacity(open.len());
        for one in open.iter() {
            codes.push(one.groups[rest % one.groups.len()][0]);
            rest /= one.groups.len();
        }
        if let Some(at) = places.get(None) {
            good.code = Some(codes[at]);
        }
        set(&mut good.materials, places, &codes);
        let judged = judge_as(pack, good, day);
        results.push((judged.finding, missing(&judged)));
        first = first.or(Some(judged));
    }
    if results.iter().all(|result| Some(result) == results.first()) {
        return first;
    }
    put_together(open, &results);
    None
}

/// Puts together the groups of each code that never made a difference. The results stand in the order of the
/// combinations: the groups of the first code change fastest.
fn put_together<R: PartialEq>(open: &mut [Open], results: &[R]) {
    let mut stride = 1;
    for one in open {
        let length = one.groups.len();
        let mut groups: Vec<(usize, Vec<HsCode>)> = Vec::new();
        for (at, group) in one.groups.iter().enumerate() {
            let same = |other: usize| {
                let mut numbers = (0..results.len()).filter(|number| number / stride % length == at);
                numbers.all(|number| results[number] == results[number - at * stride + other * stride])
            };
            match groups.iter_mut().find(|(other, _)| same(*other)) {
                Some((_, codes)) => codes.extend_from_slice(group),
                None => groups.push((at, group.clone())),
            }
        }
        one.groups = groups.into_iter().map(|(_, codes)| codes).collect();
        stride *= length;
    }
}

/// The questions which of its older codes the good had or, once that is settled, each material: of the codes that make
/// a difference.
fn ask(pack: &Pack, open: &[Open]) -> Judgement<Point> {
    let mut parts = Vec::new();
    for one in open {
        if one.groups.len() == 1 {
            continue;
        }
        let point = Point::OldCodes {
            material: one.of,
            code: one.typed,
            successors: one.successors.clone(),
            denied: one.denied,
        };
        let mut judged = Judgement::leaf(point, Finding::Unknown);
        for code in one.asked() {
            let fact = match one.of {
                Some(material) => Fact::MaterialOldCode(material, code),
                None => Fact::GoodOldCode(code),
            };
            add_open(&mut judged.because, &[fact]);
        }
        parts.push(judged);
        if one.of.is_none() {
            break;
        }
    }
    let mut judged = Judgement::leaf(Point::CanadianGood { set: pack.set }, Finding::Unknown);
    judged.because = parts;
    judged
}

/// A code that stood for several in the judgement is shown as it was typed: nobody said which it was. One that stood for
/// another is shown beside it.
fn show_as_typed(judged: &mut Judgement<Point>, open: &[Open], places: &Places, moved: &Moved) {
    if let Point::MaterialShift { material, code, today, .. } = &mut judged.point {
        match places.get(Some(*material)) {
            Some(at) => *code = Some(open[at].typed),
            None => *today = moved.get(Some(*material)),
        }
    }
    for part in &mut judged.because {
        show_as_typed(part, open, places, moved);
    }
}

/// What was typed where the older code is a single one, and another.
#[derive(Default)]
struct Moved {
    places: Places,
    typed: Vec<HsCode>,
}

impl Moved {
    fn note(&mut self, of: Option<MaterialId>, typed: HsCode) {
        self.places.note(of);
        self.typed.push(typed);
    }

    fn get(&self, of: Option<MaterialId>) -> Option<HsCode> {
        self.places.get(of).map(|at| self.typed[at])
    }
}

/// Gives those of the materials, however deep, that became several one code each.
fn set(materials: &mut [Material], places: &Places, codes: &[HsCode]) {
    for material in materials {
        if let Some(at) = places.get(Some(material.id)) {
            material.code = Some(codes[at]);
        }
        if let Some(made) = &mut material.made {
            made.good.code = material.code;
            set(&mut made.good.materials, places, codes);
        }
    }
}

/// Maps the code of a good and those of its materials; keeps what became several.
struct Mapping<'m> {
    map: &'m EditionMap,
    edition: Edition,
    answers: &'m Answers,
    /// What each code that was met may have been. A large bill repeats its codes, and short ones may have been many.
    known: Vec<Vec<HsCode>>,
    places: Index,
    open: Vec<Open>,
    moved: Moved,
}

impl<'m> Mapping<'m> {
    fn new(map: &'m EditionMap, pack: &Pack, answers: &'m Answers) -> Mapping<'m> {
        Mapping {
            map,
            edition: pack.set.edition(),
            answers,
            known: Vec::new(),
            places: Index::default(),
            open: Vec::new(),
            moved: Moved::default(),
        }
    }

    fn good(&mut self, of: Option<MaterialId>, good: &mut Good) {
        // The code of a good that is a material has been mapped as that of the material.
        if of.is_none() {
            good.code = self.code(of, good.code);
        }
        for material in &mut good.materials {
            let id = Some(material.id);
            material.code = self.code(id, material.code);
            if let Some(made) = &mut material.made {
                made.good.code = material.code;
                self.good(id, &mut made.good);
            }
        }
    }

    fn code(&mut self, of: Option<MaterialId>, code: Option<HsCode>) -> Option<HsCode> {
        let typed = code?;
        let (mut candidates, successors, denied) = self.candidates(of, &typed);
        // What is no longer in use may stand for itself, or for what took its place.
        for successor in &successors {
            for code in self.map.old_codes(successor, self.edition) {
                if !candidates.contains(&code) {
                    candidates.push(code);
                }
            }
        }
        let shared = shared(&candidates);
        if candidates.len() > 1 {
            let groups = candidates.iter().map(|code| vec![*code]).collect();
            self.open.push(Open { of, typed, candidates, groups, successors, denied });
        } else if shared.is_some_and(|older| older != typed) {
            self.moved.note(of, typed);
        }
        shared
    }

    /// What a code of today may have been, by what was answered; and what took its place, if it is no longer in use and
    /// nobody said that an older code is meant; and whether each was denied.
    fn candidates(&mut self, of: Option<MaterialId>, typed: &HsCode) -> (Vec<HsCode>, Vec<HsCode>, bool) {
        let said = |code: &HsCode| {
            // Of most bills nothing was answered; the keys need not be built.
            if self.answers.is_empty() {
                return None;
            }
            let mut key = match of {
                Some(material) => ["material-old-code:", &material.0.to_string(), ":"].concat(),
                None => String::from("good-old-code:"),
            };
            key.push_str(code.as_str());
            self.answers.get(&key)
        };
        if self.map.has_ceased(typed, self.edition) {
            return match said(typed) {
                Some(true) => (vec![*typed], Vec::new(), false),
                _ => (vec![*typed], self.map.successors(typed, self.edition), false),
            };
        }
        let at = self.places.note(typed.key().into(), self.known.len());
        if at == self.known.len() {
            self.known.push(self.map.old_codes(typed, self.edition));
        }
        let all = &self.known[at];
        let mut left = Vec::new();
        for code in all.iter() {
            match said(code) {
                Some(true) => return (vec![*code], Vec::new(), false),
                Some(false) => {}
                // The same digits are the likeliest.
                None if code == typed => left.insert(0, *code),
                None => left.push(*code),
            }
        }
        let denied = left.is_empty();
        (if denied { all.clone() } else { left }, Vec::new(), denied)
    }
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

#[cfg(test)]
mod tests {
    use super::{Open, put_together};
    use crate::units::HsCode;

    fn open(codes: &str) -> Open {
        let codes: Vec<HsCode> = codes.split(' ').map(|code| HsCode::read(code).expect("a code")).collect();
        Open {
            of: None,
            typed: codes[0],
            groups: codes.iter().map(|code| vec![*code]).collect(),
            candidates: codes,
            successors: Vec::new(),
            denied: false,
        }
    }

    fn sizes(open: &[Open]) -> Vec<Vec<usize>> {
        open.iter().map(|one| one.groups.iter().map(Vec::len).collect()).collect()
    }

    #[test]
    fn groups_that_never_made_a_difference_are_put_together() {
        let lists = || [open("8407.10 8407.21"), open("8501.10 8501.20 8501.31"), open("9401.20 9401.30")];
        // What each combination comes to, the first code changing fastest: two rows of three, one for each of the last.
        let rows = [
            // Nothing matters.
            ("aa aa aa, aa aa aa", [vec![2], vec![3], vec![2]]),
            // The first alone.
            ("ab ab ab, ab ab ab", [vec![1, 1], vec![3], vec![2]]),
            // The second alone: its first code is unlike the two others.
            ("aa bb bb, aa bb bb", [vec![2], vec![1, 2], vec![2]]),
            // The last two of the second differ beside one code of the first, and of the third.
            ("aa bb bb, aa bb bc", [vec![1, 1], vec![1, 1, 1], vec![1, 1]]),
            // The third alone.
            ("aa aa aa, bb bb bb", [vec![2], vec![3], vec![1, 1]]),
            // The first and the third of the second are alike.
            ("ab cc ab, ab dd ab", [vec![1, 1], vec![2, 1], vec![1, 1]]),
        ];
        for (results, expected) in rows {
            let results: Vec<char> = results.chars().filter(|it| it.is_alphabetic()).collect();
            let mut lists = lists();
            put_together(&mut lists, &results);
            assert_eq!(sizes(&lists), expected, "{results:?}");
        }
    }
}
