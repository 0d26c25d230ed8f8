//! A state as shape, then word, then colour.

use crate::present::Mark;
use crate::ui::node::{El, of};

/// A mark with its word.
pub(in crate::ui) fn mark(mark: Mark, word: &str) -> El {
    let class = match mark {
        Mark::Yes => "mark yes",
        Mark::No => "mark no",
        Mark::Unknown => "mark unknown",
        Mark::Part => "mark part",
    };
    of("b", class).text(word.to_owned())
}
