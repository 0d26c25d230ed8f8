//! One draft in, one decision out.

use super::{Unusable, print, print_json, read};
use crate::decide::decide;
use crate::diagnostic::Severity;
use crate::draft::check;
use crate::i18n::{Lang, Words, field, file_problem, problem};
use crate::io::{draft_file, report_json};
use crate::origin::shipped;
use crate::present::{Reading, report};
use crate::units::Day;
use std::path::Path;

pub(super) fn run(path: &Path, text: bool, lang: Lang, as_of: Option<&str>) -> Result<u8, Unusable> {
    let words = Words::native(lang);
    let draft = draft_file::read(&read(path)?)
        .map_err(|problem| Unusable(format!("{}: {}", path.display(), file_problem(&words, &problem))))?;
    let today = match as_of {
        Some(text) => Day::read(text)
            .ok_or_else(|| Unusable(format!("--as-of {text}: {}", words.problem_not_a_day())))?,
        None => today(),
    };
    let pack = shipped::pack(draft.rule_set.meaning()).map_err(|problem| Unusable(format!("{problem:?}")))?;
    let (bid, diagnostics) = check(&draft, today);
    let decision = decide(&bid, Some(&pack));
    let reading = Reading {
        words: &words,
        draft: &draft,
        bid: &bid,
        diagnostics: &diagnostics,
        decision: &decision,
        pack: Some(&pack),
    };
    if let Some(found) = diagnostics.iter().find(|found| found.severity == Severity::Error) {
        let place = report_json::place(&reading, found);
        let label = field(&words, found.at.field);
        return Err(Unusable(format!("{place} ({label}): {}", problem(&words, &found.problem))));
    }
    if text {
        print(&report(&reading))?;
    } else {
        print_json(&report_json::report(&reading))?;
    }
    Ok(match report_json::verdict(&decision.answer) {
        "met" => 0,
        "not_met" => 1,
        _ => 2,
    })
}

/// The day it is, in UTC. Only the command line and the page ask; the core is told.
#[allow(clippy::disallowed_methods)] // This is the native clock; the ban is for the core, and for wasm, where it panics.
fn today() -> Day {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Day::of_unix_days(since.as_secs() / 86_400)
}
