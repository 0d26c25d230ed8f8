//! The Result screen: the verdict in sentences, the share as figures, the lines with their reasons in short.

use super::good::{edition_name, main_reason, set_name};
use super::lines::{line_name, share_text, status, threshold_text};
use super::views::{Mark, Reading, ResultRow, ResultView, ShareView};
use crate::decide::{BidAnswer, Items};
use crate::i18n::{self, Words};
use crate::share::{Outcome, ShareAnswer, WhyNot};
use crate::units::{Citation, Money};
use rust_decimal::Decimal;

/// The result of the bid, ready to be shown, printed or read aloud.
pub fn result(reading: &Reading<'_>) -> ResultView {
    let words = reading.words;
    let (mark, word, verdict, sentences) = match &reading.decision.answer {
        BidAnswer::Aggregate { share, other_reading } => {
            let mut sentences = share_sentences(reading, share);
            if let Some(other) = other_reading {
                sentences.push(words.other_reading(&verdict_text(words, other.outcome)));
            }
            (
                Mark::from(share.outcome),
                outcome_word(words, share.outcome),
                verdict_text(words, share.outcome),
                sentences,
            )
        }
        BidAnswer::ItemByItem(items) => items_texts(words, items),
    };
    let rows =
        reading.draft.lines.iter().enumerate().zip(&reading.decision.lines).map(|((index, form), line)| {
            ResultRow {
                id: line.id,
                name: line_name(words, form, index),
                amount: line.part.map(|part| i18n::money(words.lang(), part.price())).unwrap_or_default(),
                mark: Mark::from(line.status),
                status: status(words, line),
                why: main_reason(reading, form, line),
            }
        });
    let figures = match &reading.decision.answer {
        BidAnswer::ItemByItem(items) => {
            let total = items.canadian.len() + items.not_canadian.len() + items.undetermined.len();
            words.items_count(&items.canadian.len().to_string(), &total.to_string())
        }
        answer => share_text(words, answer),
    };
    ResultView {
        mark,
        summary: if figures.is_empty() { word.clone() } else { words.summary(&word, &figures) },
        word,
        verdict,
        sentences,
        share: share_view(reading),
        rows: rows.collect(),
        edition: edition(reading),
    }
}

fn outcome_word(words: &Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Met => words.outcome_met(),
        Outcome::NotMet => words.outcome_not_met(),
        Outcome::Undetermined | Outcome::NotComputable(_) => words.cannot_tell(),
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

fn share_sentences(reading: &Reading<'_>, share: &ShareAnswer) -> Vec<String> {
    let (words, lang) = (reading.words, reading.words.lang());
    let money = |amount: Money| i18n::money(lang, amount);
    let mut sentences = vec![words.share_needed(&threshold_text(words, share.threshold))];
    let Some((low, high)) = share.low.zip(share.high) else { return sentences };
    let percent = |value| i18n::percent(lang, value);
    sentences.insert(
        0,
        if low == high {
            words.share_is(
                &percent(low.shown()),
                &money(share.tally.canadian.floor_cents()),
                &money(share.tally.total),
            )
        } else {
            words.share_between(&percent(low.shown()), &percent(high.shown()))
        },
    );
    match share.outcome {
        Outcome::NotMet if low == high => sentences.insert(1, words.short_by(&money(share.shortfall))),
        Outcome::NotMet => sentences.insert(1, words.short_by_at_worst(&money(share.shortfall))),
        Outcome::Undetermined => {
            sentences.insert(1, words.short_by_at_worst(&money(share.shortfall)));
            sentences.insert(2, words.lines_decide(&undecided_names(reading)));
        }
        Outcome::Met => sentences.insert(1, words.to_spare(&money(share.slack))),
        Outcome::NotComputable(_) => {}
    }
    sentences
}

fn undecided_names(reading: &Reading<'_>) -> String {
    let lines = reading.draft.lines.iter().enumerate().zip(&reading.decision.lines);
    let open = lines.filter(|(_, line)| line.part.is_some_and(|part| !part.undetermined().is_zero()));
    open.map(|((index, form), _)| line_name(reading.words, form, index)).collect::<Vec<_>>().join(", ")
}

fn items_texts(words: &Words, items: &Items) -> (Mark, String, String, Vec<String>) {
    let (yes, no, open) = (items.canadian.len(), items.not_canadian.len(), items.undetermined.len());
    let total = yes + no + open;
    let mut sentences = vec![words.items_no_share()];
    if open > 0 {
        sentences.push(words.items_open(&open.to_string()));
    }
    let (mark, word, verdict) = if total == 0 {
        (Mark::Unknown, words.cannot_tell(), words.verdict_no_lines())
    } else if yes == total {
        (Mark::Yes, words.outcome_met(), words.items_all())
    } else if yes == 0 && open == 0 {
        (Mark::No, words.outcome_not_met(), words.items_none())
    } else {
        let mark = if no > 0 { Mark::No } else { Mark::Unknown };
        let word = if no > 0 { words.outcome_not_met() } else { words.cannot_tell() };
        (mark, word, words.items_some(&yes.to_string(), &total.to_string()))
    };
    (mark, word, verdict, sentences)
}

fn share_view(reading: &Reading<'_>) -> Option<ShareView> {
    let BidAnswer::Aggregate { share, .. } = &reading.decision.answer else { return None };
    let (low, high) = share.low.zip(share.high)?;
    let money = |amount| i18n::money(reading.words.lang(), amount);
    Some(ShareView {
        canadian: low.shown(),
        undetermined: (high.shown() - low.shown()).max(Decimal::ZERO),
        threshold: share.threshold.get(),
        threshold_text: threshold_text(reading.words, share.threshold),
        amounts: [
            money(share.tally.canadian.floor_cents()),
            money(share.tally.undetermined.ceil_cents()),
            money(share.tally.other()),
            money(share.tally.total),
        ],
    })
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
        (words.label_codes(), edition_name(words, set.edition())),
        (words.label_share_rule(), rule),
        (words.label_read_for(), i18n::day(reading.bid.day)),
    ]
}
