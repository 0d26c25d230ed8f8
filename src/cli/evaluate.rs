//! One draft in, one decision out.

use super::told::Telling;
use crate::decide::Decision;
use crate::io::{draft_file, report_json};
use crate::present::report;

/// Exit status: 0 met, 1 not met, 2 cannot be determined.
pub(super) const TELLING: Telling =
    Telling { read: draft_file::read, for_people: report, as_json: report_json::report, status };

fn status(decision: &Decision) -> u8 {
    match report_json::verdict(&decision.answer) {
        "met" => 0,
        "not_met" => 1,
        _ => 2,
    }
}
