//! The Result screen: the verdict in sentences, the share as figures, the lines with their reasons in short.

use super::good::{codes_of, edition_name, main_reason, reasons, set_name};
use super::lines::{line_name, mark, share_text, status, threshold_text};
use super::readings::{flips, switches};
use super::views::{Mark, Reading, ReasonView, ResultRow, ResultView, ShareView};
use crate::decide::{BidAnswer, Counts, Items};
use crate::i18n::{self, Words};
use crate::policy::questions::Question;
use crate::share::{Outcome, ShareAnswer, WhyNot};
use crate::units::{Citation, Money};

/// The result of the bid, ready to be shown, printed or read aloud.
pub fn result(reading: &Reading<'_>) -> ResultView {
    let words = reading.words;
    let mut view = ResultView {
        mark: Mark::Unknown,
        word: String::new(),
        verdict: String::new(),
        sentences: Vec::new(),
        share: None,
        rows: rows(reading),
        edition: edition(reading),
        questions: switches(reading),
        summary: String::new(),
    };
    let figures = match &reading.decision.answer {
        BidAnswer::Aggregate { share, other_reading } => {
            view.mark = Mark::from(share.outcome);
            view.word = outcome_word(words, share.outcome);
            view.verdict = verdict_text(words, share.outcome);
            share_sentences(reading, share, &mut view.sentences);
            if let Some(other) = other_reading {
                let verdict = verdict_text(words, other.outcome);
                view.sentences.push(if reading.decision.readings.other(Question::SplitService) {
                    words.other_reading_back(&verdict)
                } else {
                    words.other_reading(&verdict)
                });
            }
            view.share = share_view(words, share);
            share_text(words, &reading.decision.answer)
        }
        BidAnswer::ItemByItem(items) => items_texts(words, items, &mut view),
    };
    view.sentences.extend(flips(reading));
    view.summary = if figures.is_empty() { view.word.clone() } else { words.summary(&view.word, &figures) };
    view
}

fn rows(reading: &Reading<'_>) -> Vec<ResultRow> {
    let words = reading.words;
    let mut rows = Vec::with_capacity(reading.decision.lines.len());
    for (index, line) in reading.decision.lines.iter().enumerate() {
        let Some(form) = reading.draft.lines.get(index) else { break };
        rows.push(ResultRow {
            id: line.id,
            name: line_name(words, &form.description, index),
            amount: line.part.map_or_else(String::new, |part| money(words, part.price())),
            mark: mark(line),
            status: status(words, line),
            why: main_reason(reading, form, line),
        });
    }
    rows
}

/// The reasons of each line, as trees.
pub fn trees(reading: &Reading<'_>) -> Vec<Vec<ReasonView>> {
    let mut trees = Vec::with_capacity(reading.decision.lines.len());
    for (index, line) in reading.decision.lines.iter().enumerate() {
        let Some(form) = reading.draft.lines.get(index) else { break };
        trees.push(reasons(reading, form, line));
    }
    trees
}

// The result says so many amounts that the call alone, written out at each, would cost the page a kilobyte.
#[inline(never)]
fn money(words: &Words, amount: Money) -> String {
    i18n::money(words.lang(), amount)
}

fn outcome_word(words: &Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Met => words.outcome_met(),
        Outcome::NotMet => words.outcome_not_met(),
        Outcome::Undetermined | Outcome::NotComputable(_) => words.cannot_tell(),
    }
}

/// What an answer comes to, as the end of a sentence.
pub(super) fn verdict_of(words: &Words, answer: &BidAnswer) -> String {
    match answer {
        BidAnswer::Aggregate { share, .. } => {
            let figures = share_text(words, answer);
            let word = outcome_word(words, share.outcome);
            if figures.is_empty() { word } else { words.summary(&word, &figures) }
        }
        BidAnswer::ItemByItem(items) => {
            let total = items.canadian.len() + items.not_canadian.len() + items.undetermined.len();
            words.items_count(&items.canadian.len().to_string(), &total.to_string())
        }
    }
}

fn verdict_text(words: &Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Met => words.verdict_met(),
        Outcome::NotMet => words.verdict_not_met(),
        Outcome::Undetermined => words.verdict_open(),
        Outcome::NotComputable(WhyNot::NoLines) => words.verdict_no_lines(),
        Outcome::NotComputable(WhyNot::ZeroTotal) => words.verdict_zero_total(),
        Outcome::NotComputable(WhyNot::Unpriced) => words.verdict_unpriced(),
        Outcome::NotComputable(WhyNot::TooLarge) => words.verdict_too_large(),
    }
}

fn share_sentences(reading: &Reading<'_>, share: &ShareAnswer, sentences: &mut Vec<String>) {
    let (words, lang) = (reading.words, reading.words.lang());
    if let (Some(low), Some(high)) = (&share.low, &share.high) {
        let least = i18n::percent(lang, low.shown());
        sentences.push(if low == high {
            let canadian = money(words, share.tally.canadian.floor_cents());
            words.share_is(&least, &canadian, &money(words, share.tally.total))
        } else {
            words.share_between(&least, &i18n::percent(lang, high.shown()))
        });
        let (short, spare) = (money(words, share.shortfall), money(words, share.slack));
        match share.outcome {
            Outcome::NotMet if low == high => sentences.push(words.short_by(&short)),
            Outcome::NotMet => sentences.push(words.short_by_at_worst(&short)),
            Outcome::Undetermined => {
                sentences.push(words.short_by_at_worst(&short));
                sentences.push(words.lines_decide(&undecided_names(reading)));
            }
            Outcome::Met => sentences.push(words.to_spare(&spare)),
            Outcome::NotComputable(_) => {}
        }
    }
    sentences.push(words.share_needed(&threshold_text(words, share.threshold)));
}

fn undecided_names(reading: &Reading<'_>) -> String {
    let mut names = Vec::new();
    for (index, form) in reading.draft.lines.iter().enumerate() {
        let line = reading.decision.lines.get(index).filter(|line| line.counts != Counts::LeftOut);
        let part = line.and_then(|line| line.part.as_ref());
        if part.is_some_and(|part| !part.undetermined().is_zero()) {
            names.push(line_name(reading.words, &form.description, index));
        }
    }
    names.join(", ")
}

/// The verdict item by item, put into the view; how many items are Canadian, in figures.
fn items_texts(words: &Words, items: &Items, view: &mut ResultView) -> String {
    let (yes, no, open) = (items.canadian.len(), items.not_canadian.len(), items.undetermined.len());
    let total = yes + no + open;
    let (count, of) = (yes.to_string(), total.to_string());
    view.sentences.push(words.items_no_share());
    if open > 0 {
        view.sentences.push(words.items_open(&open.to_string()));
    }
    let outcome = if total > 0 && yes == total {
        Outcome::Met
    } else if no > 0 {
        Outcome::NotMet
    } else {
        Outcome::Undetermined
    };
    view.mark = Mark::from(outcome);
    view.word = outcome_word(words, outcome);
    view.verdict = if total == 0 {
        words.verdict_no_lines()
    } else if yes == total {
        words.items_all()
    } else if no == total {
        words.items_none()
    } else {
        words.items_some(&count, &of)
    };
    words.items_count(&count, &of)
}

fn share_view(words: &Words, share: &ShareAnswer) -> Option<ShareView> {
    let (low, high) = (share.low?, share.high?);
    Some(ShareView {
        canadian: drawn(low.hundredths()),
        undetermined: drawn(high.hundredths().saturating_sub(low.hundredths())),
        threshold: drawn(share.threshold.ten_thousandths() / 100),
        threshold_text: threshold_text(words, share.threshold),
        amounts: [
            money(words, share.tally.canadian.floor_cents()),
            money(words, share.tally.undetermined.ceil_cents()),
            money(words, share.tally.other()),
            money(words, share.tally.total),
        ],
    })
}

/// Hundredths of a percent, as they are drawn. A share has at most ten thousand.
fn drawn(hundredths: i128) -> u32 {
    u32::try_from(hundredths.clamp(0, 10_000)).unwrap_or_default()
}

/// What the answer rests on.
pub(super) fn edition(reading: &Reading<'_>) -> Vec<(String, String)> {
    let words = reading.words;
    let set = reading.draft.rule_set.meaning();
    let cite = |cite: &Citation| i18n::citation(words, cite);
    let usual = crate::policy::SHARE_REQUIRED.on(reading.bid.day);
    let mut rule = words.share_rule_is(&threshold_text(words, reading.bid.threshold));
    if let Some(entry) = usual {
        rule.push_str(" (");
        rule.push_str(&cite(&entry.cite));
        rule.push(')');
    }
    vec![
        (words.label_origin_rules(), set_name(words, set)),
        (words.label_codes(), edition_name(words, codes_of(reading.draft))),
        (words.label_share_rule(), rule),
        (words.label_read_for(), i18n::day(reading.bid.day)),
    ]
}
