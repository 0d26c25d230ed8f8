//! Finds where the alternatives of a sentence begin and end, and which use each is for.

use super::alternative::{Head, alternative};
use super::codes::{ListOf, codes};
use super::{Missing, PhraseKind, Reader, Role};
use crate::origin::rule::{GoodIs, NameId};
use crate::units::HsRange;
use std::ops::Range;

/// The good and use that alternatives are limited to by a "For a good of ... for use in ..." before them.
#[derive(Clone, Default)]
pub(super) struct Limits {
    /// For an alternative that names no code itself.
    pub(super) codes: Vec<HsRange>,
    pub(super) good: GoodIs,
    pub(super) usage: Option<NameId>,
}

/// Reads every alternative of the sentence.
pub(super) fn rules(reader: &mut Reader<'_>) {
    let heads = heads(reader);
    let end = reader.tokens.len();
    let first = heads.first().map_or(end, |(at, _)| *at);
    before(reader, first);
    let mut limits = Limits::default();
    for (i, (at, head)) in heads.iter().enumerate() {
        let next = heads.get(i + 1).map_or(end, |(at, _)| *at);
        let range = note_cut(reader, *at..next);
        match head {
            Some(head) => alternative(reader, range, *head, label(reader, *at), &limits),
            None => limits = limited(reader, range),
        }
    }
    if !heads.iter().any(|(_, head)| head.is_some()) {
        reader.trouble(0..end, Missing::Rule);
    }
}

/// Where alternatives (`Some`) and limits (`None`) begin, in order.
fn heads(reader: &Reader<'_>) -> Vec<(usize, Option<Head>)> {
    let tokens = &reader.tokens;
    let mut heads = Vec::new();
    for at in 0..tokens.len() {
        if !may_begin(reader, at) {
            continue;
        }
        let head = if limits_here(reader, at) { Some(None) } else { Head::here(tokens, at).map(Some) };
        heads.extend(head.map(|head| (at, head)));
    }
    heads
}

/// Whether a rule may begin here: at the start, or after a label, a mark, "or" or "and".
/// "Such further production did not result in a change to" is none.
fn may_begin(reader: &Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let tokens = &reader.tokens;
    tokens.label(before).is_some() || tokens.one_of(before, &[";", ":", ".", ",", "or", "and"]) != 0
}

/// Whether "For a good of ...", "For any other good of ..." begins here. A small "for" only goes on.
fn limits_here(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens.word(at) == Some("For") && reader.tokens.one_of(at + 1, &["a", "an", "any"]) != 0
}

/// What stands before the first rule is a note, or was not understood.
fn before(reader: &mut Reader<'_>, first: usize) {
    let range = reader.tokens.trimmed_end(0..first);
    if reader.tokens.says(0, "note") {
        reader.part(range, Role::Note);
    } else if range.start < range.end && first < reader.tokens.len() {
        reader.trouble(range, Missing::Rule);
    }
}

/// The range up to a note at its end.
fn note_cut(reader: &mut Reader<'_>, range: Range<usize>) -> Range<usize> {
    let note = reader.tokens.find(range.clone(), ". note");
    let end = note.unwrap_or(range.end);
    let noted = reader.tokens.trimmed_end(end..range.end);
    reader.part(noted, Role::Note);
    reader.tokens.trimmed_end(range.start..end)
}

/// The label right before this place. Empty where there is none.
fn label(reader: &Reader<'_>, at: usize) -> String {
    let label = at.checked_sub(1).and_then(|it| reader.tokens.label(it));
    label.unwrap_or_default().to_owned()
}

/// "For a good of CODES for use in ...", "For any other good of CODES", "For a chassis of CODES for use ...".
fn limited(reader: &mut Reader<'_>, range: Range<usize>) -> Limits {
    reader.part(range.clone(), Role::Use);
    let start = range.start + 1;
    let list = reader.tokens.outside_brackets(range.clone()).find_map(|at| {
        let list = reader.tokens.says(at, "of");
        let list = list.then(|| codes(&reader.tokens, at + 1, range.end, ListOf::Target));
        list.flatten().map(|list| (at, list))
    });
    let Some((of, list)) = list else {
        reader.trouble(range, Missing::Target);
        return Limits::default();
    };
    let usage = match list.end < range.end {
        true => reader.tokens.slice(list.end..range.end).to_owned(),
        false => String::from("any other use"),
    };
    let other = reader.tokens.one_of(start, &["any other good"]) != 0;
    // "Any other good for use in any other vehicle" leaves out other uses, not other goods: those are named, if at all,
    // by the alternatives for this very use.
    let good = if other && usage.contains("any other vehicle") {
        GoodIs::Any
    } else if other {
        GoodIs::Residue
    } else if reader.tokens.one_of(start, &["a good"]) != 0 {
        GoodIs::Any
    } else {
        reader.part(start..of, Role::Good);
        let name = reader.tokens.slice(start..of).to_owned();
        GoodIs::Named(reader.phrase(PhraseKind::Good, name))
    };
    Limits { codes: list.ranges, good, usage: Some(reader.phrase(PhraseKind::Use, usage)) }
}
