//! A state as shape, then word, then colour.

use crate::present::Mark;
use crate::ui::node::{El, of};

/// The class of a mark.
fn mark_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Yes => "yes",
        Mark::No => "no",
        Mark::Unknown => "unknown",
        Mark::Part => "part",
    }
}

/// A mark with its word.
pub(in crate::ui) fn mark(mark: Mark, word: &str) -> El {
    let mut class = String::from("mark ");
    class.push_str(mark_of(mark));
    of("b", &class).text(word.to_owned())
}
