//! The frame round every screen: header, the screen itself, footer, and the region that is read aloud.

use super::act::{self, button};
use super::node::{Node, el, follow, live, nothing, of};
use super::pages;
use super::route::{Route, Step};
use super::state::App;
use leptos::prelude::*;

/// The whole page.
pub(super) fn view(app: App) -> impl IntoView {
    Effect::new(move |_| head(app));
    view! {
        {live(move || {
            el("a").with("class", "skip").with("href", "#main").with("data-do", "skip").text(app.words().skip_to_content()).into()
        })}
        {follow(app, header)}
        {live(move || el("main").with("id", "main").with("tabindex", "-1").all(screen(app)).into())}
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
        .put(button(&act::LANGUAGE, name.to_owned()).with("class", "quiet").with("lang", other.id()))
        .into()
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
                .put(link(Route::Method, words.footer_method())),
        )
        .into()
}

fn screen(app: App) -> Vec<Node> {
    let mut parts = vec![follow(app, notice)];
    match app.route.get() {
        Route::Home => parts.push(pages::home(app)),
        Route::Privacy => parts.push(pages::privacy(app)),
        Route::Method => parts.push(pages::method(app)),
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
    if matches!(app.route.get(), Route::Bid(..)) {
        app.words().announce_verdict(&app.judged.get().0.result.summary)
    } else {
        String::new()
    }
}
