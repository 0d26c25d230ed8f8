//! The good that an alternative is about.

use super::codes::{Codes, ListOf, codes};
use super::{Missing, PhraseKind, Reader, Role};
use crate::finding::Finding;
use crate::origin::rule::{GoodIs, Target};
use crate::units::HsRange;
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
    let mut target = Target { codes: list.ranges, ..Target::default() };
    let rest = except(reader, list.end..range.end, &mut target);
    let end = reader.tokens.find(rest..range.end, "from").unwrap_or(range.end);
    let tail = reader.tokens.trimmed_end(rest + reader.tokens.one_of(rest, &[","])..end.max(rest));
    target.good = good(reader, range.start..of.unwrap_or(range.start), tail);
    reader.part(range.start..end, Role::Target);
    (target, end)
}

/// The codes of the good, and where the "of" before them stands: none where the target begins with them.
fn first_codes(reader: &Reader<'_>, range: Range<usize>) -> Option<(Option<usize>, Codes)> {
    if let Some(list) = codes(&reader.tokens, range.start, range.end, ListOf::Target) {
        return Some((None, list));
    }
    let mut lists = all_codes(reader, range);
    // Without the codes of the row, ", of CODES" right before "from" is the good's, and else the first.
    let is_of_row = |(_, list): &(usize, Codes)| match reader.goods {
        [] => false,
        goods => list.ranges.iter().all(|it| lies_in(it, goods)),
    };
    let last = |(at, list): &(usize, Codes)| {
        reader.tokens.says(at - 1, ", of") && reader.tokens.says(list.end, "from")
    };
    let at = lists.iter().position(is_of_row).or_else(|| lists.iter().position(last));
    match lists.is_empty() {
        true => None,
        false => {
            let (of, list) = lists.swap_remove(at.unwrap_or(0));
            Some((Some(of), list))
        }
    }
}

/// Every "of CODES" up to the "from" that ends the target.
fn all_codes(reader: &Reader<'_>, range: Range<usize>) -> Vec<(usize, Codes)> {
    let tokens = &reader.tokens;
    let mut lists: Vec<(usize, Codes)> = Vec::new();
    for at in tokens.outside_brackets(range.clone()) {
        if tokens.says(at, "from") && !lists.is_empty() {
            break;
        }
        let words = tokens.one_of(at, &["of any of", "of", "within"]);
        let list = codes(tokens, at + words, range.end, ListOf::Target);
        lists.extend(list.filter(|_| words != 0).map(|list| (at, list)));
    }
    lists
}

fn lies_in(range: &HsRange, goods: &[HsRange]) -> bool {
    let inside =
        |it: &HsRange| it.covers(&range.first()) == Finding::Yes && it.covers(&range.last()) == Finding::Yes;
    goods.iter().any(inside)
}

/// "except for [a good of] CODES" after the codes.
fn except(reader: &mut Reader<'_>, range: Range<usize>, target: &mut Target) -> usize {
    let words = reader.tokens.one_of(
        range.start,
        &["except for a good of", ", except for a good of", "except for", ", except for"],
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
    let any = before.is_empty() || says(&["a good", "goods", "any good", "any goods", "any"]);
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
