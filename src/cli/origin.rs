//! One good in, its origin out.

use super::told::Telling;
use crate::io::{good_file, report_json};
use crate::present::good_text;

/// Exit status: 0 Canadian, 1 not Canadian, 2 cannot be told yet.
pub(super) const TELLING: Telling = Telling {
    read: good_file::read,
    for_people: good_text,
    as_json: report_json::one_good,
    status: report_json::origin_status,
};
