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
    let limited = limits(reader, rest..range.end, &mut target);
    if limited != rest {
        reader.part(range.start..limited, Role::Target);
        return (target, limited + reader.tokens.one_of(limited, &[","]));
    }
    let Some(end) = sources_begin(reader, rest..range.end) else {
        reader.trouble(rest..range.end, Missing::Source);
        return (target, range.end);
    };
    let tail = reader.tokens.trimmed_end(rest + reader.tokens.one_of(rest, &[","])..end.max(rest));
    target.good = good(reader, range.start..of.unwrap_or(range.start), tail);
    reader.part(range.start..end, Role::Target);
    (target, end)
}

/// Where the sources begin: at "from", or at the end. Where that word is open and the good has a tail after its codes,
/// only "from any ..." is sure to begin them; nothing where there is none.
fn sources_begin(reader: &Reader<'_>, range: Range<usize>) -> Option<usize> {
    let tokens = &reader.tokens;
    let first = tokens.find(range.clone(), "from");
    let next = range.start + tokens.one_of(range.start, &[","]);
    match first {
        Some(at) if at != next && tokens.is_open(at) => {
            let body = range.start..tokens.find(range.clone(), "whether or not").unwrap_or(range.end);
            let sure = |at: &usize| tokens.says(*at, "from") && tokens.says(*at + 1, "any");
            tokens.outside_brackets(body).find(sure)
        }
        _ => Some(first.unwrap_or(range.end)),
    }
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
        // A word that may be "of" ends nothing while the codes of the row have not been met.
        let open = tokens.is_open(at) && !reader.goods.is_empty();
        let met =
            |(_, list): &(usize, Codes)| !open || list.ranges.iter().all(|it| lies_in(it, reader.goods));
        if tokens.says(at, "from") && lists.iter().any(met) {
            break;
        }
        let words = tokens.one_of(at, &["of any of", "of", "within", "classified in"]);
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
        &["except for a good of", ", except for a good of", "except for", ", except for", "except"],
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

/// ", for the good described as “NAME”", ", for any other good", ", as a good “USE”" after the codes, as
/// this program says them: the place after.
fn limits(reader: &mut Reader<'_>, range: Range<usize>, target: &mut Target) -> usize {
    let mut end = range.start;
    loop {
        let at = end + reader.tokens.one_of(end, &[","]);
        let named = reader.tokens.one_of(at, &["for the good described as"]);
        let used = reader.tokens.one_of(at, &["as a good"]);
        let other = reader.tokens.one_of(at, &["for any other good"]);
        let quoted = reader.tokens.quoted(at + named.max(used)).map(str::to_owned);
        match quoted {
            Some(words) if named != 0 => {
                reader.part(at + named..at + named + 1, Role::Good);
                target.good = GoodIs::Named(reader.phrase(PhraseKind::Good, words));
                end = at + named + 1;
            }
            Some(words) if used != 0 => {
                reader.part(at + used..at + used + 1, Role::Use);
                target.usage = Some(reader.phrase(PhraseKind::Use, words));
                end = at + used + 1;
            }
            _ if other != 0 => {
                target.good = GoodIs::Residue;
                end = at + other;
            }
            _ => return end,
        }
        if range.end < end {
            return range.end;
        }
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
    // "Any other tariff item within" a subheading is any other good of it.
    let other = says(&["any other good", "any other goods", "any other tariff item"]);
    if tail.is_empty() && (any || other) {
        return if other { GoodIs::Residue } else { GoodIs::Any };
    }
    let mut words = tokens.slice(before.clone()).to_owned();
    if !tail.is_empty() {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(tokens.slice(tail.clone()));
    }
    reader.part(before, Role::Good);
    reader.part(tail, Role::Good);
    GoodIs::Named(reader.phrase(PhraseKind::Good, words))
}
