//! The words of sources and exceptions.

use super::alternative::checked;
use super::{DEEPEST, PackFault, level_of};
use crate::origin::rule::{Group, NameId, Sources, Term};
use crate::units::{HsCode, HsRange, Level};

/// The words of a line, one after the other.
pub(super) struct Words<'a> {
    rest: std::iter::Peekable<std::str::Split<'a, char>>,
    /// How many names the pack holds.
    pub(super) names: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str, names: usize) -> Words<'a> {
        Words { rest: line.split(' ').peekable(), names }
    }

    pub(super) fn next(&mut self) -> Option<&'a str> {
        self.rest.next()
    }

    /// Takes the next word if it is `word`.
    pub(super) fn take(&mut self, word: &str) -> bool {
        self.rest.next_if(|it| *it == word).is_some()
    }

    /// Takes the next word if it begins with `mark`, and returns what follows the mark.
    pub(super) fn take_marked(&mut self, mark: char) -> Option<&'a str> {
        let word = self.rest.next_if(|it| it.starts_with(mark))?;
        word.get(mark.len_utf8()..)
    }
}

/// Terms, then after `-` the exceptions.
pub(super) fn sources(words: &mut Words<'_>) -> Result<Sources, PackFault> {
    let any_of = terms(words, 0)?;
    let except = match words.take("-") {
        true => terms(words, 0)?,
        false => Vec::new(),
    };
    Ok(Sources { any_of, except })
}

/// As many terms as stand here: at least one.
fn terms(words: &mut Words<'_>, depth: u8) -> Result<Vec<Term>, PackFault> {
    let mut terms = Vec::new();
    while let Some(term) = term(words, depth)? {
        terms.push(term);
    }
    match terms.is_empty() {
        true => Err(PackFault::List),
        false => Ok(terms),
    }
}

fn term(words: &mut Words<'_>, depth: u8) -> Result<Option<Term>, PackFault> {
    let begins = |c: &u8| c.is_ascii_digit() || b"*#$~{[".contains(c);
    let found = |word: &&str| word.as_bytes().first().is_some_and(begins);
    let Some(word) = words.rest.next_if(found) else {
        return Ok(None);
    };
    let (mark, rest) = word.split_at(1);
    let term = match mark {
        "*" => any_other(rest)?,
        "#" => named(rest, words.names)?,
        "$" if rest.is_empty() => Term::OtherGood(Vec::new()),
        "$" => Term::OtherGood(ranges(rest)?),
        "~" => Term::WithinThat(level(rest)?),
        "{" => Term::MoreThanOneOf(list(words, rest, "}", depth)?),
        "[" => Term::AllOf(list(words, rest, "]", depth)?),
        _ => Term::Codes(ranges(word)?),
    };
    Ok(Some(term))
}

fn list(words: &mut Words<'_>, rest: &str, close: &str, depth: u8) -> Result<Vec<Term>, PackFault> {
    if !rest.is_empty() || depth == DEEPEST {
        return Err(PackFault::List);
    }
    let entries = terms(words, depth + 1)?;
    match words.take(close) {
        true => Ok(entries),
        false => Err(PackFault::List),
    }
}

/// `4`, `4o`, `6w`, `4i`, `6i(8471)`; then `/` and codes it must lie in; then `~` and the own unit it must lie in.
fn any_other(word: &str) -> Result<Term, PackFault> {
    let (word, within_own) = match word.split_once('~') {
        Some((word, own)) => (word, Some(level(own)?)),
        None => (word, None),
    };
    let (word, within) = match word.split_once('/') {
        Some((word, within)) => (word, ranges(within)?),
        None => (word, Vec::new()),
    };
    let digit = word.as_bytes().first().copied().unwrap_or_default();
    Ok(Term::AnyOther {
        level: level_of(digit).ok_or(PackFault::Word)?,
        group: group(word.get(1..).unwrap_or_default())?,
        within,
        within_own,
    })
}

fn group(word: &str) -> Result<Group, PackFault> {
    match word {
        "" => Ok(Group::Silent),
        "o" => Ok(Group::Outside),
        "w" => Ok(Group::Within),
        "i" => Ok(Group::Including(Vec::new())),
        _ => {
            let codes = word.strip_prefix("i(").and_then(|it| it.strip_suffix(')'));
            ranges(codes.ok_or(PackFault::Word)?).map(Group::Including)
        }
    }
}

fn named(word: &str, names: usize) -> Result<Term, PackFault> {
    let (name, codes) = match word.split_once(':') {
        Some((name, codes)) => (name, ranges(codes)?),
        None => (word, Vec::new()),
    };
    Ok(Term::Named { name: name_of(name, names)?, codes })
}

fn level(word: &str) -> Result<Level, PackFault> {
    match word.as_bytes() {
        [digit] => level_of(*digit).ok_or(PackFault::Word),
        _ => Err(PackFault::Word),
    }
}

/// The name of this number.
pub(super) fn name_of(word: &str, names: usize) -> Result<NameId, PackFault> {
    let id = word.parse().map_err(|_| PackFault::Name)?;
    checked(id, names)
}

/// `6504-6507,6601`: one range or more, without points.
pub(super) fn ranges(word: &str) -> Result<Vec<HsRange>, PackFault> {
    word.split(',').map(range).collect()
}

fn range(word: &str) -> Result<HsRange, PackFault> {
    let code = |text: &str| HsCode::read(text).map_err(|_| PackFault::Code);
    match word.split_once('-') {
        Some((first, last)) => HsRange::new(code(first)?, code(last)?).ok_or(PackFault::Code),
        None => code(word).map(HsRange::one),
    }
}
