//! Sources, editions, dates, and how the page decides.

use crate::engine::Data;
use crate::i18n;
use crate::origin::pack::RuleSet;
use crate::present::set_name;
use crate::ui::node::{Node, el, follow, of};
use crate::ui::route::Route;
use crate::ui::rules::Held;
use crate::ui::state::App;
use crate::units::Source;

/// The method screen.
pub(in crate::ui) fn method(app: App) -> Node {
    let words = app.words();
    let item = |text| el("li").text(text);
    let source = |source| item(i18n::source_title(words, source));
    of("div", "stack")
        .keyed("method")
        .put(el("h1").text(words.method_title()))
        .put(of("p", "lede").text(words.method_lede()))
        .put(el("h2").text(words.method_how()))
        .put(
            el("ul")
                .put(item(words.method_exact()))
                .put(item(words.method_three()))
                .put(item(words.method_territory()))
                .put(item(words.method_limits())),
        )
        .put(el("h2").text(words.method_sources()))
        .put(
            el("ul")
                .put(source(Source::Sm36))
                .put(source(Source::A3050t))
                .put(source(Source::Sor9414))
                .put(source(Source::Sor2020155))
                .put(source(Source::Gn11)),
        )
        .put(el("h2").text(words.method_packs()))
        .put(follow(app, packs))
        .put(el("p").put(
            el("a").say("href", Route::Sheet(String::from("patches")).address()).text(words.method_patches()),
        ))
        .into()
}

fn packs(app: App) -> Node {
    let (words, said) = (app.words(), app.packs.get());
    let mut list = of("dl", "terms");
    for set in RuleSet::ALL {
        let what = Data::of_set(set);
        list = list.put(el("dt").text(set_name(words, set)));
        list = match said.iter().find(|pack| pack.what == what) {
            Some(pack) => list.all(pack.said.iter().map(|text| el("dd").text(text.clone()))),
            None if app.held(what) == Held::Failed => list.put(el("dd").text(words.rules_missing())),
            None => list.put(el("dd").text(words.rules_loading())),
        };
    }
    list.into()
}
