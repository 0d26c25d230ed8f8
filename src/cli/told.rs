//! A draft in a file, decided and told: what the commands for a bid and for one good share.

use super::{Unusable, day, print, print_json, read};
use crate::decide::{Decision, decide_read};
use crate::diagnostic::{FileProblem, Severity};
use crate::draft::{Draft, check_with};
use crate::i18n::{Lang, Words, field, file_problem, problem};
use crate::io::report_json;
use crate::origin::shipped;
use crate::present::Reading;
use serde_json::Value;
use std::path::Path;

/// How a command reads its file, and what it says once the draft is decided.
pub(super) struct Telling {
    pub(super) read: fn(&str) -> Result<Draft, FileProblem>,
    pub(super) for_people: fn(&Reading<'_>) -> String,
    pub(super) as_json: fn(&Reading<'_>) -> Value,
    pub(super) status: fn(&Decision) -> u8,
}

/// What was asked for besides the file.
pub(super) struct Asked<'a> {
    pub(super) text: bool,
    pub(super) lang: Lang,
    pub(super) as_of: Option<&'a str>,
}

/// Decides the draft of the file and prints what is to be said of it. A draft with an error is not decided.
pub(super) fn run(path: &Path, asked: &Asked<'_>, telling: &Telling) -> Result<u8, Unusable> {
    let words = Words::native(asked.lang);
    let draft = (telling.read)(&read(path)?)
        .map_err(|problem| Unusable(format!("{}: {}", path.display(), file_problem(&words, &problem))))?;
    let today = day(asked.as_of, &words)?;
    let pack = shipped::pack(draft.rule_set.meaning()).map_err(|problem| Unusable(format!("{problem:?}")))?;
    let (bid, diagnostics) = check_with(&draft, today, Some(&pack));
    let decision = decide_read(&bid, Some(&pack), draft.readings());
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
    if asked.text {
        print(&(telling.for_people)(&reading))?;
    } else {
        print_json(&(telling.as_json)(&reading))?;
    }
    Ok((telling.status)(&decision))
}
