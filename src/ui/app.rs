//! The frame round every screen: header, the screen itself, footer, and the region that is read aloud.

use super::act::{self, button};
use super::finding;
use super::node::{El, Node, el, follow, live, nothing, of};
use super::pages;
use super::route::{Route, Step};
use super::state::App;
use crate::platform::browser::document;
use leptos::prelude::*;

/// The whole page.
pub(super) fn view(app: App) -> impl IntoView {
    Effect::new(move |_| head(app));
    // A part of another page stands in that page's own <main> (element.js marks it).
    let part = document().document_element().is_some_and(|html| html.has_attribute("data-part"));
    let main = if part { "div" } else { "main" };
    view! {
        {live(move || {
            el("a").with("class", "skip").with("href", "#main").with("data-do", "skip").text(app.words().skip_to_content()).into()
        })}
        {follow(app, header)}
        {live(move || el(main).with("id", "main").with("tabindex", "-1").all(screen(app)).into())}
        {follow(app, footer)}
        {live(move || of("div", "sr").with("id", "live").with("role", "status").text(spoken(app)).into())}
    }
}

/// The language and title of the document.
fn head(app: App) {
    let (words, document) = (app.words(), document());
    let screen = match app.route.get() {
        Route::Home => words.home_title(),
        Route::Bid(_, Step::Lines) => words.step_lines(),
        Route::Bid(_, Step::Origin(_)) => words.step_origin(),
        Route::Bid(_, Step::Result) => words.step_result(),
        Route::Privacy => words.privacy_title(),
        Route::Method => words.method_title(),
        Route::Tools => words.tools_title(),
        Route::Sheet(_) => {
            app.sheet.with(|sheet| sheet.as_ref().map_or_else(|| words.tools_title(), |it| it.title.clone()))
        }
    };
    document.set_title(&words.page_title(&screen, &words.app_name()));
    if let Some(html) = document.document_element() {
        // Setting an attribute of this name cannot fail.
        let _ = html.set_attribute("lang", words.lang().id());
    }
}

fn header(app: App) -> Node {
    let words = app.words();
    let other = words.lang().other();
    let name = match other {
        crate::i18n::Lang::En => "English",
        crate::i18n::Lang::Fr => "Français",
    };
    of("header", "top")
        .put(of("a", "brand").with("href", "#/").text(words.app_name()))
        .put(menu(app))
        .put(button(&act::LANGUAGE, name.to_owned()).with("class", "quiet").with("lang", other.id()))
        .into()
}

/// The parts of the page.
fn menu(app: App) -> El {
    let words = app.words();
    let route = app.route.get();
    let part = |to: Route, text: String, here: bool| {
        let link = el("a").say("href", to.address()).text(text);
        el("li").put(if here { link.with("aria-current", "page") } else { link })
    };
    let bids = matches!(route, Route::Home | Route::Bid(..));
    let rules = matches!(&route, Route::Sheet(name) if name == "rules");
    let tools = matches!(route, Route::Tools | Route::Sheet(_)) && !rules;
    let list = el("ul")
        .put(part(Route::Home, words.menu_bids(), bids))
        .put(part(Route::Tools, words.menu_tools(), tools))
        .put(part(Route::Sheet(String::from("rules")), words.menu_rules(), rules))
        .put(part(Route::Method, words.menu_method(), route == Route::Method));
    of("nav", "menu-bar").say("aria-label", words.menu_label()).put(list)
}

fn footer(app: App) -> Node {
    let words = app.words();
    let link = |route: Route, text| el("a").with("href", &route.address()).text(text);
    el("footer")
        .put(
            el("p")
                .text(words.footer_line())
                .text(String::from(" "))
                .put(link(Route::Privacy, words.footer_privacy()))
                .text(String::from(" · "))
                .put(link(Route::Method, words.footer_method()))
                .text(String::from(" · "))
                .put(el("a").say("href", embed_page(words.lang())).text(words.footer_embed())),
        )
        .into()
}

/// The address of the page that writes lines for other sites (src/shell/embed.html).
fn embed_page(lang: crate::i18n::Lang) -> String {
    let mut address = String::from("embed.html?lang=");
    address.push_str(lang.id());
    address
}

fn screen(app: App) -> Vec<Node> {
    let mut parts = vec![follow(app, notice)];
    match app.route.get() {
        Route::Home => parts.push(pages::home(app)),
        Route::Privacy => parts.push(pages::privacy(app)),
        Route::Method => parts.push(pages::method(app)),
        Route::Tools => parts.push(pages::tools(app)),
        Route::Sheet(name) => parts.push(pages::sheet(app, &name)),
        Route::Bid(id, step) => parts.extend(pages::bid(app, &id, step)),
    }
    parts.push(follow(app, toast));
    parts
}

fn notice(app: App) -> Node {
    let text = app.notice.get();
    if text.is_empty() {
        return nothing();
    }
    of("div", "notice")
        .with("role", "alert")
        .put(el("p").text(text))
        .put(act::icon(&act::DISMISS_NOTICE, "icon del", &app.words().dismiss()))
        .into()
}

fn toast(app: App) -> Node {
    let text = app.toast.get();
    if text.is_empty() {
        return nothing();
    }
    of("div", "toast")
        .with("role", "status")
        .put(el("p").text(text))
        .put(button(&act::BRING_BACK, app.words().undo()))
        .put(act::icon(&act::DISMISS_TOAST, "icon del", &app.words().dismiss()))
        .into()
}

/// What is read aloud: the verdict, whenever its words change.
fn spoken(app: App) -> String {
    match app.route.get() {
        Route::Bid(..) if app.finding.with(|finding| finding.spot.is_some()) => finding::spoken(app),
        Route::Bid(..) => app.words().announce_verdict(&app.judged.get().0.result.summary),
        Route::Sheet(_) => {
            app.sheet.with(|sheet| sheet.as_ref().map_or_else(String::new, |it| it.summary.clone()))
        }
        _ => String::new(),
    }
}
