//! The same bid under two rule sets: what differs.

use super::good::set_name;
use super::lines::{line_name, share_text, status};
use super::result::result;
use super::views::{CompareRow, CompareView, Mark, Reading};
use crate::case::{Bid, Good, GoodOrigin, Offer};
use crate::decide::{Decision, decide_read};
use crate::diagnostic::Diagnostic;
use crate::draft::{Draft, check_with};
use crate::i18n::{self, Words};
use crate::origin::judge::old_codes;
use crate::origin::pack::Pack;
use crate::units::Day;

/// Judges the draft under both packs and says what differs. `today` is the day of asking.
pub fn compare(words: &Words, draft: &Draft, today: Day, first: &Pack, second: &Pack) -> CompareView {
    let (bid, diagnostics) = check_with(draft, today, Some(first));
    let readings = draft.readings();
    let decisions = [decide_read(&bid, Some(first), readings), decide_read(&bid, Some(second), readings)];
    let packs = [first, second];
    let seen = |index: usize| {
        let reading = reading(words, draft, &bid, &diagnostics, &decisions[index], packs[index]);
        let result = result(&reading);
        let share = share_text(words, &decisions[index].answer);
        (result.mark, if share.is_empty() { result.word } else { words.summary(&result.word, &share) })
    };
    let outcomes = [seen(0), seen(1)];
    let same = outcomes[0].0 == outcomes[1].0;
    let mut rows = Vec::new();
    for (index, form) in draft.lines.iter().enumerate() {
        let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[index].offer else { continue };
        let lines = [&decisions[0].lines[index], &decisions[1].lines[index]];
        let rules = [rule_text(words, good, bid.day, first), rule_text(words, good, bid.day, second)];
        rows.push(CompareRow {
            name: line_name(words, &form.description, index),
            status_differs: lines[0].status != lines[1].status,
            rule_differs: rules[0] != rules[1],
            statuses: lines.map(|line| (Mark::from(line.status), status(words, line))),
            rules,
        });
    }
    CompareView {
        sets: [set_name(words, first.set), set_name(words, second.set)],
        sentence: if same { words.same_verdict() } else { words.other_verdict() },
        rows,
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
fn rule_text(words: &Words, good: &Good, day: Day, pack: &Pack) -> String {
    let mut said: Vec<String> = Vec::new();
    for code in &old_codes(pack, good) {
        for row in pack.rows_for(code, day) {
            for way in &row.alternatives {
                let way = i18n::alternative(words, pack, way);
                if !said.contains(&way) {
                    said.push(way);
                }
            }
        }
    }
    if said.is_empty() { words.no_rule_found() } else { said.join(" ") }
}
