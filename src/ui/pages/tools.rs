//! The procedure round the share: a list of its screens, and the way from one to another.

use crate::i18n::Words;
use crate::ui::node::{El, Node, el, of};
use crate::ui::route::Route;
use crate::ui::state::App;

/// A screen: its name, its title, and what one does there.
type Tool = (&'static str, String, String);

/// The groups of screens: the title of each, and its screens with name, title and what one does there.
fn groups(words: &Words) -> Vec<(String, Vec<Tool>)> {
    vec![
        (
            words.tools_bidder(),
            vec![
                ("notices", words.tool_notices(), words.tool_notices_text()),
                ("applicability", words.tool_applicability(), words.tool_applicability_text()),
                ("certificate", words.tool_certificate(), words.tool_certificate_text()),
                ("audit", words.tool_audit(), words.tool_audit_text()),
                ("regimes", words.tool_regimes(), words.tool_regimes_text()),
            ],
        ),
        (
            words.tools_officer(),
            vec![
                ("plan", words.tool_plan(), words.tool_plan_text()),
                ("handle", words.tool_handle(), words.tool_handle_text()),
                ("setasides", words.tool_setasides(), words.tool_setasides_text()),
            ],
        ),
        (words.tools_defence(), vec![("jcp", words.tool_jcp(), words.tool_jcp_text())]),
        (
            words.tools_reference(),
            vec![
                ("rules", words.tool_rules(), words.tool_rules_text()),
                ("questions", words.tool_questions(), words.tool_questions_text()),
            ],
        ),
    ]
}

/// The list of screens.
pub(in crate::ui) fn tools(app: App) -> Node {
    let words = app.words();
    let mut shown = of("div", "stack")
        .keyed("tools")
        .put(el("h1").text(words.tools_title()))
        .put(of("p", "lede").text(words.tools_lede()));
    let mut all = of("div", "tools");
    for (title, screens) in groups(words) {
        let mut list = of("dl", "terms");
        for (name, title, text) in screens {
            list = list.put(el("dt").put(link(name, title))).put(el("dd").text(text));
        }
        all = all.put(el("section").put(el("h2").text(title)).put(list));
    }
    shown = shown.put(all);
    shown.into()
}

fn link(name: &str, title: String) -> El {
    el("a").say("href", Route::Sheet(name.to_owned()).address()).text(title)
}

/// The screens of the group that this one stands in.
pub(super) fn nav(app: App, name: &str) -> El {
    let words = app.words();
    let mut list = el("ul");
    list = list.put(el("li").put(el("a").say("href", Route::Tools.address()).text(words.tools_title())));
    for (_, screens) in groups(words) {
        if screens.iter().any(|(it, _, _)| *it == name) {
            for (it, title, _) in screens {
                let link = link(it, title);
                let link = if it == name { link.with("aria-current", "page") } else { link };
                list = list.put(el("li").put(link));
            }
        }
    }
    of("nav", "siblings no-print").say("aria-label", words.tools_title()).put(list)
}
