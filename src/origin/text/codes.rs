//! Lists of codes: "headings 39.20 through 39.21, 50.07 or subheading 6603.20".

use super::tokens::Tokens;
use super::{Language, Missing};
use crate::units::{HsCode, HsRange, Level};
use std::ops::Range;

/// What a list of codes belongs to, which settles where it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListOf {
    /// The good, and what "inside" and "classified in" name: "from" ends it.
    Target,
    /// Plain sources: "or from" goes on.
    Sources,
    /// Sources of a description: a new word of level begins a plain source.
    Described,
}

/// A list of codes, and the place after it.
pub(super) struct Codes {
    pub(super) ranges: Vec<HsRange>,
    pub(super) end: usize,
    /// Where a range runs backwards or mixes lengths.
    pub(super) wrong: Option<(Range<usize>, Missing)>,
}

/// The list that begins here, if one does.
pub(super) fn codes(tokens: &Tokens<'_>, at: usize, end: usize, of: ListOf) -> Option<Codes> {
    let (level, words) = tokens.level(at).map_or((None, 0), |(l, n)| (Some(l), n));
    let mut list = Codes { ranges: Vec::new(), end: at, wrong: None };
    item(tokens, at + words, end, level, &mut list)?;
    let mut level = level;
    loop {
        let mut next = tokens.after_separators(list.end, end);
        if next == list.end {
            return Some(list);
        }
        if of == ListOf::Sources {
            next += tokens.one_of(next, &["from"]);
        }
        if let Some((new, words)) = tokens.level(next) {
            if of == ListOf::Described {
                return Some(list);
            }
            level = Some(new);
            next += words;
        }
        if item(tokens, next, end, level, &mut list).is_none() {
            return Some(list);
        }
    }
}

/// One code or range.
fn item(tokens: &Tokens<'_>, at: usize, end: usize, level: Option<Level>, list: &mut Codes) -> Option<()> {
    let first = code(tokens, at, end, level)?;
    let through = tokens.one_of(at + 1, &["through", "to", "–", "-"]);
    let last = match through {
        0 => None,
        _ => code(tokens, at + 1 + through, end, level),
    };
    if let Some(next) = neighbour(tokens, at, end, level, &first) {
        list.end = at + 3;
        list.ranges.extend(HsRange::new(first, next));
        return Some(());
    }
    list.end = at + 1 + last.map_or(0, |_| through + 1);
    match HsRange::new(first, last.unwrap_or(first)) {
        Some(range) => list.ranges.push(range),
        None => list.wrong = Some((at..list.end, Missing::Range)),
    }
    Some(())
}

/// The French texts join two neighbours by "and" where the English ones say "through": 22.08 et 22.09.
fn neighbour(
    tokens: &Tokens<'_>,
    at: usize,
    end: usize,
    level: Option<Level>,
    first: &HsCode,
) -> Option<HsCode> {
    let and = tokens.language() == Language::French && tokens.says(at + 1, "and");
    let second = code(tokens, at + 2, end, level).filter(|_| and)?;
    let number = |code: &HsCode| code.as_str().parse::<u32>().ok();
    let next = number(first)?.checked_add(1);
    (first.level() == second.level() && number(&second) == next).then_some(second)
}

/// The code here. A number without points is one only where the word of level before it fits its length.
pub(super) fn code(tokens: &Tokens<'_>, at: usize, end: usize, level: Option<Level>) -> Option<HsCode> {
    let text = tokens.number(at).filter(|_| at < end)?;
    if text.contains('.') {
        return HsCode::read(text).ok().filter(|_| is_dotted(text));
    }
    match (level?, text.len()) {
        (Level::Chapter, 1) => HsCode::read(&format!("0{text}")).ok(),
        (level, length) if level.digits() == length => HsCode::read(text).ok(),
        _ => None,
    }
}

/// Whether points stand where codes have them: dd.dd, dddd.dd, dddd.dd.dd.
fn is_dotted(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('.').map(str::len).collect();
    matches!(lengths.as_slice(), [2, 2] | [4, 2] | [4, 2, 2])
}
