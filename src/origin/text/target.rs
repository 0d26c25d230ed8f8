//! The good that an alternative is about.

use super::codes::{ListOf, codes};
use super::{Missing, PhraseKind, Reader, Role};
use crate::origin::rule::{GoodIs, Target};
use std::ops::Range;

/// The target at the start of this range, and the place after it: at "from", or at the end.
pub(super) fn target(reader: &mut Reader<'_>, range: Range<usize>) -> (Target, usize) {
    let Some((of, list)) = first_codes(reader, range.clone()) else {
        reader.trouble(range.clone(), Missing::Target);
        return (Target::default(), range.end);
    };
    if let Some((at, what)) = list.wrong {
        reader.trouble(at, what);
    }
    let mut target = Target {
        codes: list.ranges,
        ..Target::default()
    };
    let rest = except(reader, list.end..range.end, &mut target);
    let end = reader.tokens.find(rest..range.end, "from").unwrap_or(range.end);
    let tail = reader.tokens.trimmed_end(rest + reader.tokens.one_of(rest, &[","])..end.max(rest));
    target.good = good(reader, range.start..of.unwrap_or(range.start), tail);
    reader.part(range.start..end, Role::Target);
    (target, end)
}

/// The first codes, and where the "of" before them stands: none where the target begins with them.
fn first_codes(reader: &Reader<'_>, range: Range<usize>) -> Option<(Option<usize>, super::codes::Codes)> {
    let tokens = &reader.tokens;
    if let Some(list) = codes(tokens, range.start, range.end, ListOf::Target) {
        return Some((None, list));
    }
    // "A kind for use in a motor vehicle of heading 87.03 of subheading ..." : the code of the good is the first.
    tokens.outside_brackets(range.clone()).find_map(|at| {
        let words = tokens.one_of(at, &["of any of", "of", "within"]);
        let list = (words != 0).then(|| codes(tokens, at + words, range.end, ListOf::Target));
        list.flatten().map(|list| (Some(at), list))
    })
}

/// "except for [a good of] CODES" after the codes.
fn except(reader: &mut Reader<'_>, range: Range<usize>, target: &mut Target) -> usize {
    let words = reader.tokens.one_of(
        range.start,
        &[
            "except for a good of",
            ", except for a good of",
            "except for",
            ", except for",
        ],
    );
    let list = codes(&reader.tokens, range.start + words, range.end, ListOf::Target);
    match list {
        Some(list) if words != 0 => {
            target.except = list.ranges;
            list.end
        }
        _ => range.start,
    }
}

/// Which good: what stands before "of CODES", and what follows the codes.
fn good(reader: &mut Reader<'_>, before: Range<usize>, tail: Range<usize>) -> GoodIs {
    let tokens = &reader.tokens;
    let says = |phrases: &[&str]| {
        let words = tokens.one_of(before.start, phrases);
        words != 0 && before.start + words == before.end
    };
    let any = before.is_empty() || says(&["a good", "goods", "any good", "any goods"]);
    let other = says(&["any other good", "any other goods"]);
    if tail.is_empty() && (any || other) {
        return if other { GoodIs::Residue } else { GoodIs::Any };
    }
    let mut words = tokens.slice(before).to_owned();
    if !tail.is_empty() {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(tokens.slice(tail));
    }
    GoodIs::Named(reader.phrase(PhraseKind::Good, words))
}
