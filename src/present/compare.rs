//! The same bid under two rule sets: what differs.

use super::good::set_name;
use super::lines::{line_name, share_text, status};
use super::result::result;
use super::views::{CompareRow, CompareView, Mark, Reading};
use crate::case::{Bid, GoodOrigin, Offer};
use crate::decide::{Decision, decide};
use crate::diagnostic::Diagnostic;
use crate::draft::{Draft, check};
use crate::i18n::{self, Words};
use crate::origin::pack::Pack;
use crate::units::Day;

/// Judges the draft under both packs and says what differs. `today` is the day of asking.
pub fn compare(words: &Words, draft: &Draft, today: Day, first: &Pack, second: &Pack) -> CompareView {
    let (bid, diagnostics) = check(draft, today);
    let decisions = [decide(&bid, Some(first)), decide(&bid, Some(second))];
    let packs = [first, second];
    let seen = |index: usize| {
        let reading = reading(words, draft, &bid, &diagnostics, &decisions[index], packs[index]);
        let result = result(&reading);
        let share = share_text(words, &decisions[index].answer);
        (result.mark, if share.is_empty() { result.word } else { words.summary(&result.word, &share) })
    };
    let outcomes = [seen(0), seen(1)];
    let same = outcomes[0].0 == outcomes[1].0;
    let by_rules = draft
        .lines
        .iter()
        .enumerate()
        .filter(|(index, _)| matches!(bid.lines[*index].offer, Offer::Good(GoodOrigin::ByRules(_))));
    let rows = by_rules.map(|(index, form)| {
        let side = |which: usize| {
            let line = &decisions[which].lines[index];
            (
                (Mark::from(line.status), status(words, line)),
                rule_text(words, &bid, index, packs[which]),
                line.status,
            )
        };
        let ((first_status, first_rule, a), (second_status, second_rule, b)) = (side(0), side(1));
        CompareRow {
            name: line_name(words, form, index),
            status_differs: a != b,
            rule_differs: first_rule != second_rule,
            statuses: [first_status, second_status],
            rules: [first_rule, second_rule],
        }
    });
    CompareView {
        sets: [set_name(words, first.set), set_name(words, second.set)],
        sentence: if same { words.same_verdict() } else { words.other_verdict() },
        rows: rows.collect(),
        outcomes,
    }
}

fn reading<'a>(
    words: &'a Words,
    draft: &'a Draft,
    bid: &'a Bid,
    diagnostics: &'a [Diagnostic],
    decision: &'a Decision,
    pack: &'a Pack,
) -> Reading<'a> {
    Reading { words, draft, bid, diagnostics, decision, pack: Some(pack) }
}

/// The rule of a good in words: its alternatives, one after the other.
fn rule_text(words: &Words, bid: &Bid, index: usize, pack: &Pack) -> String {
    let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[index].offer else { return String::new() };
    let Some(code) = &good.code else { return words.no_rule_found() };
    let ways = pack.rows_for(code, bid.day).flat_map(|row| &row.alternatives);
    let said: Vec<String> = ways.map(|way| i18n::alternative(words, pack, way)).collect();
    if said.is_empty() { words.no_rule_found() } else { said.join(" ") }
}
