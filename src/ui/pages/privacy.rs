//! What is stored where, how to check it, and a button that wipes it.

use crate::ui::act::{self, button};
use crate::ui::keys;
use crate::ui::node::{Node, el, follow, live, of};
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
        .put(el("p").text(words.privacy_inside()))
        .put(el("h2").text(words.privacy_kept_title()))
        .put(follow(app, kept))
        .put(of("p", "row").put(button(&act::EXPORT_ALL, words.privacy_export())))
        .put(of("p", "hint").text(words.privacy_files()))
        .put(el("h2").text(words.privacy_check_title()))
        .put(
            el("ul")
                .put(el("li").text(words.privacy_check()))
                .put(el("li").text(words.privacy_check_cable()))
                .put(el("li").text(words.privacy_check_store()))
                .put(el("li").text(words.privacy_check_policy())),
        )
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

/// Every entry of the store with its size in bytes of UTF-8, and what it holds, to the last sign.
fn kept(app: App) -> Node {
    let words = app.words();
    app.listed.track();
    let mut list = el("div");
    let mut all = 0;
    for key in app.store.keys(keys::OURS) {
        let text = app.store.get(&key).unwrap_or_default();
        let size = key.len() + text.len();
        all += size;
        let head = el("summary").text(words.privacy_kept(&key, &size.to_string()));
        list = list.put(of("details", "fold").keyed(&key).put(head).put(el("pre").text(text)));
    }
    list.put(el("p").text(words.privacy_kept_all(&all.to_string()))).into()
}
