//! "Provided ...": a regional value content with its figures and days, or a condition in words.

use super::{Missing, PhraseKind, Reader, Role};
use crate::origin::rule::{ContentTest, Figures, NameId};
use crate::units::{Day, Percent};
use std::ops::Range;

pub(super) enum Proviso {
    Content(ContentTest),
    Conditions(Vec<NameId>),
    Unread,
}

/// Reads one proviso.
pub(super) fn proviso(reader: &mut Reader<'_>, range: Range<usize>) -> Proviso {
    let says = |words| reader.tokens.find(range.clone(), words).is_some();
    if says("sufficient regional value content") || says("regional value content is sufficient") {
        reader.part(range, Role::Content);
        return Proviso::Content(ContentTest::Unstated);
    }
    let is_content = says("regional value content") || says("rvc");
    if !is_content {
        return Proviso::Conditions(conditions(reader, range));
    }
    reader.part(range.clone(), Role::Content);
    match content(reader, range.clone()) {
        Some(test) => Proviso::Content(test),
        None => {
            reader.trouble(range, Missing::Content);
            Proviso::Unread
        }
    }
}

/// The words after "provided that"; each labelled point of a list at its start is a condition of its own.
fn conditions(reader: &mut Reader<'_>, range: Range<usize>) -> Vec<NameId> {
    let tokens = &reader.tokens;
    let at = range.start + tokens.one_of(range.start, &["provided that", "provided"]);
    let at = at + tokens.one_of(at, &[":"]);
    let mut cuts = match tokens.label(at) {
        Some(_) => (at..range.end).filter(|it| opens_point(reader, *it)).collect(),
        None => vec![at],
    };
    cuts.push(range.end);
    let mut found = Vec::new();
    for pair in cuts.windows(2) {
        let labelled = usize::from(reader.tokens.label(pair[0]).is_some());
        let piece = reader.tokens.trimmed_end(pair[0] + labelled..pair[1]);
        reader.part(piece.clone(), Role::Condition);
        let words = reader.tokens.slice(piece).to_owned();
        found.push(reader.phrase(PhraseKind::Condition, words));
    }
    found
}

/// Whether a label here opens a point, rather than naming one: "paragraph 4(1)(i)", "subparagraph (B)".
fn opens_point(reader: &Reader<'_>, at: usize) -> bool {
    let tokens = &reader.tokens;
    let before = at.wrapping_sub(1);
    tokens.label(at).is_some() && (tokens.one_of(before, &["that", ":", ",", ";", "and", "or"]) != 0)
}

/// Words that may stand in a content test beside its figures, methods and days.
const WORDS: &[&str] = &[
    "provided",
    "with",
    "at",
    "least",
    "by",
    "from",
    "that",
    "there",
    "is",
    "also",
    "a",
    "an",
    "in",
    "addition",
    "the",
    "must",
    "be",
    "regional",
    "value",
    "content",
    "rvc",
    "of",
    "not",
    "less",
    "than",
    "where",
    "transaction",
    "net",
    "cost",
    "method",
    "used",
    "under",
    "per",
    "cent",
    "percent",
    "or",
    "and",
    "beginning",
    "on",
    "ending",
    "until",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[derive(Clone, Copy, Default)]
struct Method {
    transaction_value: bool,
    net_cost: bool,
}

fn content(reader: &Reader<'_>, range: Range<usize>) -> Option<ContentTest> {
    let tokens = &reader.tokens;
    let known = |at| {
        tokens
            .word(at)
            .is_none_or(|it| WORDS.contains(&it.to_ascii_lowercase().as_str()) || Day::read(it).is_some())
    };
    if !range.clone().all(known) {
        return None;
    }
    let percents: Vec<usize> = range.clone().filter(|at| is_percent(reader, *at)).collect();
    let first = *percents.first()?;
    let common = method(reader, range.start..first);
    let mut stages: Vec<(Option<Day>, Figures)> = Vec::new();
    for (i, at) in percents.iter().enumerate() {
        let end = percents.get(i + 1).copied().unwrap_or(range.end);
        let least = Percent::read(&tokens.number(*at)?.replace(',', ".")).ok()?;
        let own = method(reader, *at..end);
        let by = Method {
            transaction_value: common.transaction_value || own.transaction_value,
            net_cost: common.net_cost || own.net_cost,
        };
        stage(&mut stages, first_day(reader, *at..end), by, least)?;
    }
    match stages.as_slice() {
        [(None, figures)] => Some(ContentTest::Fixed(*figures)),
        _ => {
            let dated = stages.into_iter().map(|(day, figures)| Some((day?, figures)));
            dated.collect::<Option<Vec<_>>>().map(ContentTest::Staged)
        }
    }
}

/// Adds a figure to the stage of its day. Nothing where its method is not settled or was given before.
fn stage(
    stages: &mut Vec<(Option<Day>, Figures)>,
    day: Option<Day>,
    by: Method,
    least: Percent,
) -> Option<()> {
    let at = stages.iter().position(|(it, _)| *it == day);
    let at = at.unwrap_or_else(|| {
        stages.push((day, Figures { transaction_value: None, net_cost: None }));
        stages.len() - 1
    });
    let figures = &mut stages.get_mut(at)?.1;
    let figure = match (by.transaction_value, by.net_cost) {
        (true, false) => &mut figures.transaction_value,
        (false, true) => &mut figures.net_cost,
        _ => return None,
    };
    figure.replace(least).is_none().then_some(())
}

fn is_percent(reader: &Reader<'_>, at: usize) -> bool {
    let tokens = &reader.tokens;
    tokens.number(at).is_some() && tokens.one_of(at + 1, &["per cent", "percent", "%"]) != 0
}

fn method(reader: &Reader<'_>, range: Range<usize>) -> Method {
    let says = |words| reader.tokens.find(range.clone(), words).is_some();
    Method { transaction_value: says("transaction value"), net_cost: says("net cost") }
}

/// The day after "beginning on", or after "from" as this program writes it: 2024-07-01.
fn first_day(reader: &Reader<'_>, range: Range<usize>) -> Option<Day> {
    let tokens = &reader.tokens;
    let written = range.clone().find_map(|at| Day::read(tokens.word(at)?));
    if written.is_some() {
        return written;
    }
    let at = tokens.find(range, "beginning on")? + 2;
    let month = month(tokens.word(at)?)?;
    let day = tokens.number(at + 1)?;
    let year = tokens.number(at + 2 + tokens.one_of(at + 2, &[","]))?;
    Day::read(&format!("{year}-{month:02}-{day:0>2}"))
}

fn month(name: &str) -> Option<usize> {
    let months = &WORDS[WORDS.len() - 12..];
    let at = months.iter().position(|it| it.eq_ignore_ascii_case(name))?;
    Some(at + 1)
}
