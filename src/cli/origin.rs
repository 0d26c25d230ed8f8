//! One good in, its origin out.

use super::{Unusable, day, print, print_json, read};
use crate::decide::decide;
use crate::diagnostic::Severity;
use crate::draft::check;
use crate::i18n::{Lang, Words, field, file_problem, problem};
use crate::io::{good_file, report_json};
use crate::origin::shipped;
use crate::present::{Reading, good_text};
use std::path::Path;

/// Exit status: 0 Canadian, 1 not Canadian, 2 cannot be told yet.
pub(super) fn run(path: &Path, text: bool, lang: Lang, as_of: Option<&str>) -> Result<u8, Unusable> {
    let words = Words::native(lang);
    let draft = good_file::read(&read(path)?)
        .map_err(|problem| Unusable(format!("{}: {}", path.display(), file_problem(&words, &problem))))?;
    let today = day(as_of, &words)?;
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
        print(&good_text(&reading))?;
    } else {
        print_json(&report_json::one_good(&reading))?;
    }
    Ok(report_json::origin_status(&decision))
}
