//! Sources, editions, dates, and how the page decides.

use crate::i18n::{self, Lang};
use crate::origin::pack::RuleSet;
use crate::present::set_name;
use crate::ui::node::{Node, el, follow, of};
use crate::ui::rules;
use crate::ui::state::App;
use crate::units::Source;

/// The method screen.
pub(in crate::ui) fn method(app: App) -> Node {
    let words = app.words();
    let sources = [Source::Sm36, Source::A3050t, Source::Sor9414, Source::Sor2020155, Source::Gn11];
    let sources = sources.map(|source| el("li").text(i18n::source_title(words, source)).into());
    let how = [words.method_exact(), words.method_three(), words.method_territory(), words.method_limits()];
    let how = how.map(|text| el("li").text(text).into());
    for set in RuleSet::ALL {
        rules::need_once(app, set);
    }
    of("div", "stack")
        .keyed("method")
        .put(el("h1").text(words.method_title()))
        .put(of("p", "lede").text(words.method_lede()))
        .put(el("h2").text(words.method_how()))
        .put(el("ul").all(how.into()))
        .put(el("h2").text(words.method_sources()))
        .put(el("ul").all(sources.into()))
        .put(el("h2").text(words.method_packs()))
        .put(follow(app, packs))
        .into()
}

fn packs(app: App) -> Node {
    use leptos::prelude::*;
    let words = app.words();
    let said = |pair: &(String, String)| {
        if words.lang() == Lang::En { pair.0.clone() } else { pair.1.clone() }
    };
    let mut list = of("dl", "terms");
    for set in RuleSet::ALL {
        let held = app.sets.with(|sets| sets.held(set));
        list = list.put(el("dt").text(set_name(words, set)));
        list = match held.pack() {
            Some(pack) => list
                .put(el("dd").text(words.method_current_to(&i18n::day(pack.as_of))))
                .put(el("dd").text(said(&pack.source)))
                .put(el("dd").text(said(&pack.licence))),
            None => list.put(el("dd").text(words.rules_loading())),
        };
    }
    list.into()
}
