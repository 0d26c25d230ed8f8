//! What is stored where, how to check it, and a button that wipes it.

use crate::ui::act::{self, button};
use crate::ui::keys;
use crate::ui::node::{Node, el, live, of};
use crate::ui::state::App;

/// The privacy screen.
pub(in crate::ui) fn privacy(app: App) -> Node {
    let words = app.words();
    let count = move || -> Node {
        app.listed.track();
        let count = app.store.keys(keys::DRAFT).len();
        el("li").text(app.words().privacy_drafts(&count.to_string())).into()
    };
    of("div", "stack")
        .keyed("privacy")
        .put(el("h1").text(words.privacy_title()))
        .put(of("p", "lede").text(words.privacy_lede()))
        .put(
            el("ul")
                .put(live(count))
                .put(el("li").text(words.privacy_language()))
                .put(el("li").text(words.privacy_nothing_else())),
        )
        .put(el("p").text(words.privacy_check()))
        .put(el("h2").text(words.wipe_title()))
        .put(el("p").text(words.wipe_text()))
        .put(live(move || {
            let words = app.words();
            // Asked twice, as it cannot be undone.
            let sure = app.more.get();
            let row =
                of("p", "row").put(button(&act::MORE, if sure { words.cancel() } else { words.wipe() }));
            if !sure {
                return row.into();
            }
            row.put(button(&act::WIPE, words.wipe_sure()).with("class", "danger")).into()
        }))
        .into()
}
