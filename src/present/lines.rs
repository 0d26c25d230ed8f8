//! The lines as a grid.

use super::views::{FieldView, LineView, LinesView, Mark, Reading};
use crate::case::LineId;
use crate::decide::{BidAnswer, Counts, LineDecision, LineStatus};
use crate::diagnostic::{Diagnostic, Severity};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::share::Outcome;
use crate::units::{Money, Percent};

/// The grid of lines with its totals.
pub fn lines(reading: &Reading<'_>) -> LinesView {
    let (words, decision) = (reading.words, reading.decision);
    let (mut total, mut canadian, mut unpriced) = (Some(Money::ZERO), Some(Money::ZERO), false);
    let mut lines = Vec::with_capacity(decision.lines.len());
    for (index, line) in decision.lines.iter().enumerate() {
        let Some(form) = reading.draft.lines.get(index) else { break };
        if line.counts != Counts::LeftOut {
            if let Some(part) = &line.part {
                total = total.and_then(|sum| sum.plus(part.price()));
                canadian = canadian.and_then(|sum| sum.plus(part.canadian()));
            } else {
                unpriced = true;
            }
        }
        lines.push(LineView {
            id: line.id,
            name: line_name(words, &form.description, index),
            amount: plain(words, line.part.as_ref().map(|part| part.price())),
            mark: mark(line),
            left_out: line.counts == Counts::LeftOut,
            status: status(words, line),
            fields: fields(words, reading.diagnostics, line.id),
        });
    }
    // Of lines that have no price yet nothing is known.
    if unpriced && total.is_some_and(Money::is_zero) {
        (total, canadian) = (None, None);
    }
    LinesView {
        lines,
        total: sum(words, total, unpriced),
        canadian: sum(words, canadian, unpriced),
        share: share_text(words, &decision.answer),
    }
}

/// The share in figures: one percentage, or an interval. Empty where there is none.
pub(super) fn share_text(words: &Words, answer: &BidAnswer) -> String {
    let BidAnswer::Aggregate { share, .. } = answer else { return String::new() };
    let lang = words.lang();
    let (Some(low), Some(high)) = (&share.low, &share.high) else { return String::new() };
    let mut text = i18n::percent(lang, low.shown());
    if low != high {
        text.push_str("\u{a0}– ");
        text.push_str(&i18n::percent(lang, high.shown()));
    }
    text
}

/// An amount without its dollar sign. Empty where there is none.
fn plain(words: &Words, amount: Option<Money>) -> String {
    let Some(amount) = amount else { return String::new() };
    let text = i18n::money(words.lang(), amount);
    let bare = text.strip_prefix("$").or_else(|| text.strip_suffix("\u{a0}$"));
    bare.unwrap_or(&text).to_owned()
}

/// A sum without its dollar sign. While a line has no price, it is what the others come to, and more: "80.00 + ?".
fn sum(words: &Words, amount: Option<Money>, more: bool) -> String {
    let mut text = plain(words, amount);
    if more && !text.is_empty() {
        text.push_str("\u{a0}+\u{a0}?");
    }
    text
}

/// What a line is called: its description, or its number.
pub fn line_name(words: &Words, description: &str, index: usize) -> String {
    let description = description.trim();
    if description.is_empty() { words.line_number(&(index + 1).to_string()) } else { description.to_owned() }
}

/// The sign of a line.
pub(super) fn mark(line: &LineDecision) -> Mark {
    if line.counts == Counts::LeftOut { Mark::Unknown } else { Mark::from(line.status) }
}

pub(super) fn status(words: &Words, line: &LineDecision) -> String {
    if line.counts == Counts::LeftOut {
        return words.line_out();
    }
    match line.status {
        LineStatus::Canadian => words.canadian(),
        LineStatus::NotCanadian => words.not_canadian(),
        LineStatus::Partly => words.partly_canadian(),
        LineStatus::Undetermined => words.cannot_tell(),
    }
}

/// What is to be said about the fields of a line. What is merely not filled in yet goes without saying.
pub(super) fn fields(words: &Words, diagnostics: &[Diagnostic], id: LineId) -> Vec<FieldView> {
    said(words, diagnostics, Some(id))
}

pub(super) fn said(words: &Words, diagnostics: &[Diagnostic], of: Option<LineId>) -> Vec<FieldView> {
    let mut fields = Vec::new();
    for found in diagnostics {
        if found.at.line == of && found.severity != Severity::Missing {
            fields.push(FieldView {
                field: found.at.field,
                item: found.at.item,
                error: found.severity == Severity::Error,
                text: i18n::problem(words, &found.problem),
            });
        }
    }
    fields
}

impl From<LineStatus> for Mark {
    fn from(status: LineStatus) -> Mark {
        match status {
            LineStatus::Canadian => Mark::Yes,
            LineStatus::NotCanadian => Mark::No,
            LineStatus::Partly => Mark::Part,
            LineStatus::Undetermined => Mark::Unknown,
        }
    }
}

impl From<Finding> for Mark {
    fn from(finding: Finding) -> Mark {
        match finding {
            Finding::Yes => Mark::Yes,
            Finding::No => Mark::No,
            Finding::Unknown => Mark::Unknown,
        }
    }
}

impl From<Outcome> for Mark {
    fn from(outcome: Outcome) -> Mark {
        match outcome {
            Outcome::Met => Mark::Yes,
            Outcome::NotMet => Mark::No,
            Outcome::Undetermined | Outcome::NotComputable(_) => Mark::Unknown,
        }
    }
}

/// A finding in one word.
pub(super) fn finding_word(words: &Words, finding: Finding) -> String {
    match finding {
        Finding::Yes => words.yes(),
        Finding::No => words.no(),
        Finding::Unknown => words.cannot_tell(),
    }
}

/// A threshold with its sign.
pub(super) fn threshold_text(words: &Words, threshold: Percent) -> String {
    i18n::percent(words.lang(), threshold.get())
}
