//! A long grid in pieces: which rows are shown, and the way to the others.

use crate::ui::act::{self, button};
use crate::ui::node::{El, of};
use crate::ui::state::App;
use std::ops::Range;

/// The rows of the piece that is shown, of `count`. Follows the choice.
pub(in crate::ui) fn piece(app: App, count: usize, size: usize) -> Range<usize> {
    let from = app.from.get();
    let from = if from < count { from - from % size } else { 0 };
    from..(from + size).min(count)
}

/// Which rows are shown, and buttons to those before and after. Empty where one piece holds them all.
pub(in crate::ui) fn pieces(app: App, count: usize, size: usize) -> El {
    let shown = of("p", "row pieces").keyed("pieces");
    if count <= size {
        return shown;
    }
    let (words, at) = (app.words(), piece(app, count, size));
    let to = |label: String, from: Option<usize>| {
        let it = button(&act::PIECE, label).flag("disabled", from.is_none());
        it.say("data-item", from.unwrap_or_default().to_string())
    };
    let said = words.rows_shown(&(at.start + 1).to_string(), &at.end.to_string(), &count.to_string());
    shown
        .put(to(words.rows_before(), at.start.checked_sub(size)))
        .put(to(words.rows_after(), Some(at.end).filter(|end| *end < count)))
        .put(of("span", "hint").text(said))
}

/// Shows the piece with the last of `count` rows.
pub(in crate::ui) fn to_last(app: App, count: usize, size: usize) {
    app.from.set(count.saturating_sub(1) / size * size);
}
