//! One alternative: its head, its good, its sources, its provisos.

use super::content::{Proviso, proviso};
use super::lost::{codes_between, codes_of};
use super::sources::sources;
use super::split::Limits;
use super::target::target;
use super::tokens::Tokens;
use super::{Missing, PhraseKind, Reader, Role};
use crate::origin::rule::{Alternative, GoodIs, Sources, Target, Term, Way};
use crate::units::Level;
use std::ops::Range;

/// How an alternative begins.
#[derive(Clone, Copy)]
pub(super) enum Head {
    /// "A change to", and how many tokens that takes.
    Shift(usize),
    /// "No required change in tariff classification to", and how many tokens that takes.
    NoShift(usize),
    /// "Production of".
    Process,
}

impl Head {
    /// The head here, if there is one.
    pub(super) fn here(tokens: &Tokens<'_>, at: usize) -> Option<Head> {
        if tokens.says(at, "a change to") {
            return Some(Head::Shift(3));
        }
        if tokens.says(at, "production of") {
            return Some(Head::Process);
        }
        let words = tokens.one_of(
            at,
            &[
                "no required change in tariff classification is required to",
                "no required change in tariff classification to",
                "no change in tariff classification is required to",
                "no change in tariff classification is needed to",
                "no change in tariff classification to",
                // The good is then the one of the limits before it.
                "no required change in tariff classification",
            ],
        );
        (words != 0).then_some(Head::NoShift(words))
    }
}

/// Reads the alternative in this range and adds it to the reading, as unread where something was not understood.
pub(super) fn alternative(
    reader: &mut Reader<'_>,
    range: Range<usize>,
    head: Head,
    label: String,
    limits: &Limits,
) {
    let troubles = reader.reading.troubles.len();
    let (body, content, conditions) = provisos(reader, range.clone());
    let (mut target, mut way) = match head {
        Head::Shift(words) => shift(reader, body.start + words..body.end),
        Head::NoShift(words) => no_shift(reader, body.start + words..body.end, limits),
        Head::Process => process(reader, body),
    };
    if target.good == GoodIs::Any {
        target.good = limits.good;
    }
    if target.usage.is_none() {
        target.usage = limits.usage;
    }
    if reader.reading.troubles.len() > troubles {
        way = Way::Unread;
    }
    let mut read = Alternative { label, target, way, content, conditions };
    let mut stated = codes_between(&reader.tokens, range.clone());
    if read.target.codes == limits.codes {
        stated.extend(limits.codes.iter().flat_map(|it| [it.first(), it.last()]));
    }
    let mut kept = codes_of(reader.reading.language, &read, &reader.reading.phrases);
    if read.way == Way::Unread {
        // What was understood beside a trouble is not kept: its codes are named with the whole alternative.
        for trouble in &reader.reading.troubles[troubles..] {
            kept.extend(codes_between(&reader.tokens, reader.tokens.inside(&trouble.span)));
        }
        if !stated.is_subset(&kept) {
            reader.trouble(range, Missing::Code);
        }
    } else if stated != kept {
        reader.trouble(range, Missing::Code);
        read.way = Way::Unread;
    }
    reader.reading.alternatives.push(read);
}

/// What a proviso begins with.
const PROVISOS: &[&str] = &[
    "provided there",
    "provided that",
    "provided the",
    ". in addition",
    "with a regional value content",
    "with a sufficient regional value content",
];

/// Cuts "provided ..." and "In addition, ..." off, and reads them.
fn provisos(
    reader: &mut Reader<'_>,
    range: Range<usize>,
) -> (Range<usize>, Option<crate::origin::rule::ContentTest>, Vec<crate::origin::rule::NameId>) {
    let tokens = &reader.tokens;
    let begins = |at: &usize| tokens.one_of(*at, PROVISOS) != 0;
    let mut cuts: Vec<usize> = range.clone().filter(begins).collect();
    let body = tokens.trimmed_end(range.start..*cuts.first().unwrap_or(&range.end));
    cuts.push(range.end);
    let (mut content, mut conditions) = (None, Vec::new());
    for pair in cuts.windows(2) {
        let piece = reader.tokens.trimmed_end(pair[0]..pair[1]);
        match proviso(reader, piece) {
            Proviso::Content(test) => content = Some(test),
            Proviso::Conditions(more) => conditions.extend(more),
            Proviso::Unread => {}
        }
    }
    (body, content, conditions)
}

const ALSO: &str = "whether or not there is also a change from";

/// TARGET "from" SOURCES ["whether or not there is also a change from" SOURCES].
fn shift(reader: &mut Reader<'_>, range: Range<usize>) -> (Target, Way) {
    let (target, end) = target(reader, range.clone());
    if !reader.tokens.says(end, "from") {
        reader.trouble(end..range.end.max(end), Missing::Source);
        return (target, Way::Unread);
    }
    let (from, also) = also_cut(reader, end + 1..range.end);
    let mut from = sources(reader, from, &target.codes, Role::From);
    let mut also = also.map(|also| sources(reader, also, &target.codes, Role::Also));
    if let Some(also) = &mut also {
        of_the_whole(&target, &mut from, also);
    }
    (target, Way::Shift { from, also })
}

/// "Whether or not there is also a change from any other chapter, except from" a code of the good's own chapter: in no
/// other chapter is there such a code, so that the exception is one of the whole change.
fn of_the_whole(target: &Target, from: &mut Sources, also: &mut Sources) {
    let chapters_alone = also.any_of.iter().all(
        |term| matches!(term, Term::AnyOther { level: Level::Chapter, within, .. } if within.is_empty()),
    );
    let Some(chapter) = target.codes.first().map(|range| range.first().chapter()) else { return };
    let is_own = |term: &Term| match term {
        Term::Codes(ranges) => {
            ranges.iter().all(|it| it.first().chapter() == chapter && it.last().chapter() == chapter)
        }
        _ => false,
    };
    if chapters_alone && !also.any_of.is_empty() {
        let (own, rest) = std::mem::take(&mut also.except).into_iter().partition(is_own);
        also.except = rest;
        from.except.extend::<Vec<Term>>(own);
    }
}

fn also_cut(reader: &Reader<'_>, range: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    match reader.tokens.find(range.clone(), ALSO) {
        Some(at) => {
            let also = at + ALSO.split(' ').count()..range.end;
            (reader.tokens.trimmed_end(range.start..at), Some(also))
        }
        None => (range, None),
    }
}

/// TARGET ["whether or not there is also a change from" SOURCES]: the sources add nothing where no change is needed.
fn no_shift(reader: &mut Reader<'_>, range: Range<usize>, limits: &Limits) -> (Target, Way) {
    if range.is_empty() && !limits.codes.is_empty() {
        let codes = limits.codes.clone();
        return (Target { codes, ..Target::default() }, Way::NoShift);
    }
    let (body, also) = also_cut(reader, range);
    let (target, end) = target(reader, body.clone());
    if end < body.end {
        reader.trouble(end..body.end, Missing::Target);
    }
    if let Some(also) = also {
        let read: Sources = sources(reader, also.clone(), &target.codes, Role::Also);
        let open = read.any_of.iter().all(super::lost::names_no_code) && read.except.is_empty();
        if !open {
            reader.trouble(also, Missing::Source);
        }
    }
    (target, Way::NoShift)
}

/// "Production of any good of" CODES "as the result of" or "by this process:" PROCESS.
fn process(reader: &mut Reader<'_>, range: Range<usize>) -> (Target, Way) {
    const RESULTS: &[&str] = &["as the result of", "by this process :"];
    let places = reader.tokens.outside_brackets(range.clone());
    let found = places.map(|at| (at, reader.tokens.one_of(at, RESULTS))).find(|(_, words)| *words != 0);
    let Some((at, words)) = found else {
        reader.trouble(range, Missing::Rule);
        return (Target::default(), Way::Unread);
    };
    let (target, end) = target(reader, range.start + 2..at);
    if end < at {
        reader.trouble(end..at, Missing::Target);
    }
    let process = at + words..range.end;
    reader.part(process.clone(), Role::Process);
    let words = reader.tokens.slice(process).to_owned();
    (target, Way::Process(reader.phrase(PhraseKind::Process, words)))
}
