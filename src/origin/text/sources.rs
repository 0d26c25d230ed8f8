//! Where a material may come from, and where it may not.

use super::codes::{Codes, ListOf, code, codes};
use super::{Missing, PhraseKind, Reader, Role};
use crate::origin::rule::{Group, Sources, Term};
use crate::units::{HsCode, HsRange, Level};
use std::ops::Range;

/// SOURCES ["except from" SOURCES]. `own`: the codes of the good.
pub(super) fn sources(reader: &mut Reader<'_>, range: Range<usize>, own: &[HsRange], role: Role) -> Sources {
    let cut = reader.tokens.outside_brackets(range.clone()).find_map(|at| {
        let words = reader.tokens.one_of(at, &["except from", "excluding"]);
        // "Sauf les positions" leaves the word for "from" out.
        let bare = reader.tokens.one_of(at, &["except"]);
        let bare = if reader.tokens.level(at + bare).is_some() { bare } else { 0 };
        (words + bare != 0).then_some((at, words.max(bare)))
    });
    let (at, words) = cut.unwrap_or((range.end, 0));
    let from = reader.tokens.trimmed_end(range.start..at);
    reader.part(from.clone(), role);
    let any_of = terms(reader, from, own);
    let mut found = Sources { any_of, except: Vec::new() };
    if words != 0 {
        let except = at + words..range.end;
        reader.part(except.clone(), Role::Except);
        // "Except from parts of ..., or any other heading": that last is a source.
        let (open, except) =
            terms(reader, except, own).into_iter().partition(|term| matches!(term, Term::AnyOther { .. }));
        found.any_of.extend::<Vec<Term>>(open);
        found.except = except;
    }
    found
}

/// The terms of a list.
fn terms(reader: &mut Reader<'_>, range: Range<usize>, own: &[HsRange]) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut at = range.start;
    loop {
        at = skip(reader, at, range.end);
        if range.end <= at {
            break;
        }
        let (term, end) = term(reader, at..range.end, own);
        match (terms.last_mut(), term) {
            // Neighbouring codes are one list, whatever words part them.
            (Some(Term::Codes(before)), Some(Term::Codes(more))) => before.extend(more),
            (_, Some(term)) => terms.push(term),
            (_, None) => reader.trouble(at..end, Missing::Source),
        }
        at = end.max(at + 1);
    }
    if terms.is_empty() {
        reader.trouble(range, Missing::Source);
    }
    terms
}

/// The place after separators, labels, dashes, "from" and "the following".
fn skip(reader: &Reader<'_>, mut at: usize, end: usize) -> usize {
    const IDLE: &[&str] = &["the following :", ",", ";", "or", "and", "from", "—", "–"];
    while at < end {
        let idle = reader.tokens.one_of(at, IDLE) + usize::from(reader.tokens.label(at).is_some());
        if idle == 0 {
            break;
        }
        at += idle;
    }
    at
}

fn term(reader: &mut Reader<'_>, range: Range<usize>, own: &[HsRange]) -> (Option<Term>, usize) {
    let at = range.start;
    if let Some(found) = named(reader, range.clone()) {
        return found;
    }
    let words = reader.tokens.one_of(at, &["the good’s own"]);
    if let Some((level, n)) = reader.tokens.level(at + words).filter(|_| words != 0) {
        return (Some(Term::WithinThat(level)), at + words + n);
    }
    if let Some(found) = any_other(reader, range.clone()) {
        return found;
    }
    let own_unit =
        ["within that", "within those", "within these", "within the same", "that", "those", "these"];
    let words = reader.tokens.one_of(at, &own_unit);
    if let Some((level, n)) = reader.tokens.level(at + words).filter(|_| words != 0) {
        return (Some(Term::WithinThat(level)), at + words + n);
    }
    let words = reader.tokens.one_of(at, &["any other good", "any other goods"]);
    if words != 0
        && let Some(found) = other_good(reader, at + words..range.end, own)
    {
        return found;
    }
    let words = reader
        .tokens
        .one_of(at, &["more than one of the following", "more than one of these", "more than one of"]);
    if words != 0 {
        let entries = entries(reader, at + words..range.end, own);
        return (Some(Term::MoreThanOneOf(entries)), range.end);
    }
    let words = reader
        .tokens
        .one_of(at, &["a combination of both", "a combination of all of these", "a combination of"]);
    if words != 0 {
        let entries = entries(reader, at + words..range.end, own);
        return (Some(Term::AllOf(entries)), range.end);
    }
    // "Except from 4107" leaves the word of level out.
    if let Some(code) = bare_heading(reader, at) {
        return (Some(Term::Codes(vec![HsRange::one(code)])), at + 1);
    }
    let within = reader.tokens.one_of(at, &["within"]);
    if let Some(list) = codes(&reader.tokens, at + within, range.end, ListOf::Sources) {
        let end = list.end;
        return (Some(Term::Codes(checked(reader, list))), end);
    }
    described(reader, range, own)
}

/// Four digits without a word of level, right after "from".
fn bare_heading(reader: &Reader<'_>, at: usize) -> Option<HsCode> {
    let after = at.checked_sub(1).is_some_and(|it| reader.tokens.says(it, "from"));
    code(&reader.tokens, at, at + 1, Some(Level::Heading)).filter(|it| after && it.level() == Level::Heading)
}

/// The ranges of a list; a trouble where one runs backwards.
fn checked(reader: &mut Reader<'_>, list: Codes) -> Vec<HsRange> {
    if let Some((at, what)) = list.wrong {
        reader.trouble(at, what);
    }
    list.ranges
}

/// "the good described as “NAME”", with ", classified in" CODES or without, as this program says it.
fn named(reader: &mut Reader<'_>, range: Range<usize>) -> Option<(Option<Term>, usize)> {
    let at = range.start + reader.tokens.one_of(range.start, &["the good described as"]);
    let words = reader.tokens.quoted(at).filter(|_| range.start < at)?.to_owned();
    reader.part(at..at + 1, Role::Good);
    let name = reader.phrase(PhraseKind::Good, words);
    let of = reader.tokens.one_of(at + 1, &[", classified in", "classified in"]);
    let list = codes(&reader.tokens, at + 1 + of, range.end, ListOf::Target).filter(|_| of != 0);
    let Some(list) = list else {
        return Some((Some(Term::Named { name, codes: Vec::new() }), at + 1));
    };
    let end = list.end;
    Some((Some(Term::Named { name, codes: checked(reader, list) }), end))
}

/// "any other LEVEL" or "any LEVEL", and what is said of the group and of where it lies.
fn any_other(reader: &mut Reader<'_>, range: Range<usize>) -> Option<(Option<Term>, usize)> {
    let tokens = &reader.tokens;
    let words = tokens.one_of(range.start, &["any other", "another", "any"]);
    let (level, n) = tokens.level(range.start + words).filter(|_| words != 0)?;
    let mut at = range.start + words + n;
    let (mut group, mut within, mut within_own) = (Group::Silent, Vec::new(), None);
    while at < range.end {
        let comma = reader.tokens.one_of(at, &[","]);
        let next = at + comma;
        if let Some((found, end)) = including(reader, next..range.end) {
            group = found;
            at = end;
        } else if reader.tokens.one_of(next, &["outside that group", "outside the group"]) != 0 {
            group = Group::Outside;
            at = next + 3;
        } else if reader.tokens.one_of(next, &["within that group", "inside the group"]) != 0 {
            group = Group::Within;
            at = next + 3;
        } else if let Some((level, n)) = same_unit(reader, next) {
            within_own = Some(level);
            at = next + n;
        } else if let Some(list) =
            inside(reader, next..range.end).or_else(|| belonging(reader, at..range.end))
        {
            at = list.end;
            within = checked(reader, list);
        } else {
            break;
        }
    }
    // "Any heading" without "other" is another one, too: a change from a heading to itself is none.
    Some((Some(Term::AnyOther { level, group, within, within_own }), at))
}

/// "including another LEVEL within" "that group" or CODES.
fn including(reader: &Reader<'_>, range: Range<usize>) -> Option<(Group, usize)> {
    let tokens = &reader.tokens;
    let whole = tokens.one_of(range.start, &["another one inside the group included"]);
    if whole != 0 {
        return Some((Group::Including(Vec::new()), range.start + whole));
    }
    let some = tokens.one_of(range.start, &["another one inside"]);
    if let Some(list) = codes(tokens, range.start + some, range.end, ListOf::Target).filter(|_| some != 0) {
        let end = list.end + tokens.one_of(list.end, &["included"]);
        return Some((Group::Including(list.ranges), end));
    }
    if !tokens.says(range.start, "including another") {
        return None;
    }
    let (_, n) = tokens.level(range.start + 2)?;
    let at = range.start + 2 + n;
    if tokens.says(at, "within that group") {
        return Some((Group::Including(Vec::new()), at + 3));
    }
    let list = inside(reader, at..range.end)?;
    Some((Group::Including(list.ranges), list.end))
}

/// "within that LEVEL": the level, and how many tokens say it.
fn same_unit(reader: &Reader<'_>, at: usize) -> Option<(Level, usize)> {
    let words = reader.tokens.one_of(at, &["within that", "within those", "inside the good’s own"]);
    let (level, n) = reader.tokens.level(at + words).filter(|_| words != 0)?;
    Some((level, words + n))
}

/// "within" or "inside" CODES.
fn inside(reader: &Reader<'_>, range: Range<usize>) -> Option<Codes> {
    let tokens = &reader.tokens;
    if tokens.says(range.start, "within") {
        return codes(tokens, range.start + 1, range.end, ListOf::Described);
    }
    let inside = tokens.says(range.start, "inside");
    inside.then(|| codes(tokens, range.start + 1, range.end, ListOf::Target)).flatten()
}

/// "of CODES" right after the level, where the word for it is open: "toute autre sous-position de la position 85.18".
fn belonging(reader: &Reader<'_>, range: Range<usize>) -> Option<Codes> {
    let tokens = &reader.tokens;
    let open = tokens.is_open(range.start);
    open.then(|| codes(tokens, range.start + 1, range.end, ListOf::Described)).flatten()
}

/// "any other good" "of" or "within" CODES, "that subheading", "those headings".
fn other_good(
    reader: &mut Reader<'_>,
    range: Range<usize>,
    own: &[HsRange],
) -> Option<(Option<Term>, usize)> {
    let tokens = &reader.tokens;
    let (levels, end) = own_units(reader, range.start);
    match levels {
        Some(Level::Subheading) => return Some((Some(Term::OtherGood(Vec::new())), end)),
        Some(_) => return Some((Some(Term::OtherGood(own.to_vec())), end)),
        None => {}
    }
    let inside = tokens.one_of(range.start, &["classified in", ", classified in"]);
    let words = inside + tokens.one_of(range.start, &["of any of", "from within", "of", "within"]);
    let of = if inside == 0 { ListOf::Described } else { ListOf::Target };
    let list = codes(tokens, range.start + words, range.end, of)?;
    let end = list.end;
    (words != 0).then(|| (Some(Term::OtherGood(checked(reader, list))), end))
}

/// "of that subheading", "within the same heading": the level, and the place after.
fn own_units(reader: &Reader<'_>, at: usize) -> (Option<Level>, usize) {
    let prepositions = ["from within", "within", "of"];
    let words = reader.tokens.one_of(at, &prepositions);
    let that = reader.tokens.one_of(at + words, &["that", "those", "these", "the same"]);
    match reader.tokens.level(at + words + that) {
        Some((level, n)) if words != 0 && that != 0 => (Some(level), at + words + that + n),
        _ => (None, at),
    }
}

/// The entries of a list: each begins with a label or a dash.
fn entries(reader: &mut Reader<'_>, range: Range<usize>, own: &[HsRange]) -> Vec<Term> {
    let tokens = &reader.tokens;
    let begins = |at: &usize| tokens.label(*at).is_some() || tokens.one_of(*at, &["—", "–"]) != 0;
    let mut cuts: Vec<usize> = range.clone().filter(begins).collect();
    if cuts.is_empty() {
        reader.trouble(range, Missing::Source);
        return Vec::new();
    }
    cuts.push(range.end);
    let mut entries = Vec::new();
    for pair in cuts.windows(2) {
        let piece = reader.tokens.trimmed_end(pair[0] + 1..pair[1]);
        let found = terms(reader, piece.clone(), own);
        if found.len() > 1 {
            reader.trouble(piece, Missing::Source);
        }
        entries.extend(found);
    }
    entries
}

/// NAME "of" CODES, NAME "within that LEVEL", or a NAME that runs up to the next source.
fn described(reader: &mut Reader<'_>, range: Range<usize>, own: &[HsRange]) -> (Option<Term>, usize) {
    let places: Vec<usize> = reader.tokens.outside_brackets(range.clone()).collect();
    let mut end = range.end;
    let mut found = (range.end, Vec::new());
    for at in places {
        if let (Some(_), after) = own_units(reader, at) {
            (end, found) = (at, (after, own.to_vec()));
            break;
        }
        let words = reader.tokens.one_of(at, &["of any of", "of", "within"]);
        let list = codes(&reader.tokens, at + words, range.end, ListOf::Described);
        if let Some(list) = list.filter(|_| words != 0 && note(reader, at) == 0) {
            let after = list.end;
            if reader.tokens.says(after, "specified in note") {
                // "Parts of printers of subheading 8443.31 specified in Note 3": the code is that of the printers.
                (end, found) = (after, (after, Vec::new()));
                break;
            }
            (end, found) = (at, (after, checked(reader, list)));
            break;
        }
        if range.start < at && source_follows(reader, at..range.end) {
            (end, found) = (at, (at, Vec::new()));
            break;
        }
    }
    if end <= range.start {
        return (None, range.end);
    }
    let (mut after, codes) = found;
    let mut words = reader.tokens.slice(range.start..end).to_owned();
    if let Some(close) = remark(reader, after..range.end) {
        words.push(' ');
        words.push_str(reader.tokens.slice(after..close));
        reader.part(after..close, Role::Good);
        after = close;
    }
    if !describes(reader, range.start) {
        return (None, after);
    }
    reader.part(range.start..end, Role::Good);
    let name = reader.phrase(PhraseKind::Good, words);
    (Some(Term::Named { name, codes }), after)
}

/// Whether words that begin here can describe a good: they stand for something, and limit nothing before them.
fn describes(reader: &Reader<'_>, at: usize) -> bool {
    const LIMITS: &[&str] =
        &["which", "that", "specified", "except", "other than", "the following", "in", "of", ":"];
    reader.tokens.word(at).is_some() && reader.tokens.one_of(at, LIMITS) == 0
}

/// The place after a remark on a described good: in brackets, or "specified in Note 3 of Chapter 84".
fn remark(reader: &Reader<'_>, range: Range<usize>) -> Option<usize> {
    let tokens = &reader.tokens;
    if tokens.says(range.start, "specified in note") {
        let of = range.start + 4;
        let named = note(reader, of);
        return (named != 0).then_some(of + named);
    }
    let mut outside = tokens.outside_brackets(range.clone());
    tokens.says(range.start, "(").then(|| outside.next().unwrap_or(range.end))
}

/// How many tokens "of Chapter 84" takes where it stands after "Note 3": it names a note, not a source.
fn note(reader: &Reader<'_>, at: usize) -> usize {
    let tokens = &reader.tokens;
    let numbered =
        at.checked_sub(2).is_some_and(|it| tokens.says(it, "note") && tokens.number(it + 1).is_some());
    let chapter = tokens.one_of(at, &["of chapter", "to chapter"]);
    if numbered && chapter != 0 && tokens.number(at + chapter).is_some() { chapter + 1 } else { 0 }
}

/// Whether separators stand here with a source after them that is no description.
fn source_follows(reader: &Reader<'_>, range: Range<usize>) -> bool {
    let tokens = &reader.tokens;
    let next = tokens.after_separators(range.start, range.end);
    if next == range.start {
        return false;
    }
    let other = tokens.one_of(next, &["any other", "any"]);
    (tokens.says(next, "from") && !tokens.is_open(next))
        || tokens.says(next, "any other good")
        || (other != 0 && tokens.level(next + other).is_some())
        || codes(tokens, next, range.end, ListOf::Sources).is_some()
}
