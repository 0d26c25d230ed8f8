//! Everything that happens to the page: typing, clicking, keys, pasting, files, other tabs, leaving.

use super::act::{self, At};
use super::bind::{self, Slot, Spot};
use super::drafts;
use super::edit;
use super::finding;
use super::import;
use super::paste;
use super::saving;
use super::sheets;
use super::state::App;
use crate::i18n::file_problem;
use crate::io::draft_file;
use crate::platform::browser::{document, window};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, Event, HtmlElement, HtmlInputElement};

/// The elements that can be typed in or chosen from.
const FIELDS: &str = "[data-field]";
/// Those of a sheet.
const VALUES: &str = "[data-value]";

/// Listens to everything, for as long as the page lives.
pub(super) fn listen(app: App) {
    on("input", Box::new(move |event| typed(app, &event)));
    on("change", Box::new(move |event| chosen(app, &event)));
    on("focusout", Box::new(move |event| left(app, &event)));
    on("click", Box::new(move |event| clicked(app, &event)));
    on("mousedown", Box::new(|event| pointed(&event)));
    on("keydown", Box::new(move |event| pressed(app, &event)));
    on("paste", Box::new(move |event| pasted(app, &event)));
    on(
        "dragover",
        Box::new(|event| {
            if takes_files() {
                event.prevent_default()
            }
        }),
    );
    on(
        "drop",
        Box::new(move |event| {
            if takes_files() {
                event.prevent_default();
                handed(app, &property(&event, "dataTransfer"));
            }
        }),
    );
    on("hashchange", Box::new(move |_| arrived(app)));
    on("pagehide", Box::new(move |_| saving::save(app)));
    on("visibilitychange", Box::new(move |_| saving::save(app)));
    on(
        "storage",
        Box::new(move |event| {
            let event: web_sys::StorageEvent = event.unchecked_into();
            if let Some(key) = event.key() {
                saving::noticed(app, &key);
            }
            app.listed.update(|count| *count += 1);
        }),
    );
}

// Not `FnMut`: what a listener does may be another event of the same name, as when a button clicks a field.
fn on(name: &str, act: Box<dyn Fn(Event)>) {
    let act = Closure::<dyn Fn(Event)>::wrap(act);
    // Adding a listener cannot fail.
    let _ = window().add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
    act.forget();
}

/// The nearest element, from the event's own outwards, that matches.
fn nearest(event: &Event, selector: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok().flatten()
}

fn number(element: &Element, name: &str) -> u32 {
    element.get_attribute(name).and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn spot(element: &Element) -> Option<Spot> {
    Some(Spot {
        slot: Slot::of(&element.get_attribute("data-field")?)?,
        line: number(element, "data-line"),
        item: number(element, "data-item"),
        key: element.get_attribute("data-key").unwrap_or_default(),
    })
}

fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}

fn set(element: &Element, name: &str, value: &JsValue) {
    // The elements asked have these properties.
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
}

fn value(element: &Element) -> String {
    property(element, "value").as_string().unwrap_or_default()
}

fn is_checkbox(element: &Element) -> bool {
    element.get_attribute("type").as_deref() == Some("checkbox")
}

fn typed(app: App, event: &Event) {
    if let Some(element) = nearest(event, VALUES) {
        typed_value(app, &element);
        return;
    }
    let Some((element, spot)) = nearest(event, FIELDS).and_then(|it| spot(&it).map(|spot| (it, spot))) else {
        return;
    };
    let text = if is_checkbox(&element) {
        String::from(if property(&element, "checked").is_truthy() { "1" } else { "0" })
    } else {
        value(&element)
    };
    app.toast.set(String::new());
    finding::typed(app, &spot, &text);
    edit::type_in(app, spot, &text);
}

/// Something was typed in or chosen on a sheet.
fn typed_value(app: App, element: &Element) {
    let name = element.get_attribute("data-value").unwrap_or_default();
    let text = if !is_checkbox(element) {
        value(element)
    } else if property(element, "checked").is_truthy() {
        String::from("yes")
    } else {
        String::new()
    };
    app.toast.set(String::new());
    app.awaiting.set(true);
    let number = element.has_attribute("data-number");
    match name.strip_prefix('@') {
        Some(place) => edit::type_detail(app, place, &text, number, is_checkbox(element)),
        None => sheets::take(app, &name, &text, number),
    }
}

/// Shows a field of a sheet as the engine has last seen it.
fn settle_value(element: &Element) {
    let shown = |name| element.get_attribute(name).unwrap_or_default();
    match element.get_attribute("type").as_deref() {
        Some("checkbox" | "radio") => {
            set(element, "checked", &JsValue::from_bool(element.has_attribute("checked")));
        }
        _ if element.tag_name() == "SELECT" => {
            if let Ok(Some(chosen)) = element.query_selector("option[selected]") {
                set(element, "value", &JsValue::from_str(&value(&chosen)));
            }
        }
        _ if element.tag_name() == "TEXTAREA" => {
            set(element, "value", &JsValue::from_str(&element.text_content().unwrap_or_default()));
        }
        _ if value(element) != shown("value") => set(element, "value", &JsValue::from_str(&shown("value"))),
        _ => {}
    }
}

/// Shows the field as it is stored, in the writing of the language, once nobody types in it.
fn left(app: App, event: &Event) {
    if let Some(element) = nearest(event, FIELDS) {
        finding::close(app);
        settle(app, &element);
    } else if nearest(event, VALUES).is_some() {
        settle_soon(app);
    }
}

fn settle(app: App, element: &Element) {
    let Some(spot) = spot(element) else { return };
    let lang = app.lang.get_untracked();
    let shown = app.draft.quietly(|draft| bind::shown(draft, &spot, lang));
    let Some(shown) = shown else { return };
    match element.get_attribute("type").as_deref() {
        Some("checkbox") => set(element, "checked", &JsValue::from_bool(shown == "1")),
        Some("radio") => set(element, "checked", &JsValue::from_bool(value(element) == shown)),
        _ if value(element) != shown => set(element, "value", &JsValue::from_str(&shown)),
        _ => {}
    }
}

/// Shows every field but the one that is being typed in as it is stored, once the screen has followed the draft.
pub(super) fn settle_soon(app: App) {
    soon(Box::new(move || {
        let focused = document().active_element();
        for element in all(FIELDS) {
            if focused.as_ref() != Some(&element) {
                settle(app, &element);
            }
        }
        // As long as an answer is awaited, the fields stand for what was typed, not for what was last answered.
        if app.awaiting.get_untracked() {
            return;
        }
        for element in all(VALUES) {
            if focused.as_ref() != Some(&element) {
                settle_value(&element);
            }
        }
    }));
}

fn soon(act: Box<dyn FnOnce()>) {
    set_timeout(act, Duration::ZERO);
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

fn give_focus(element: Option<&Element>) {
    if let Some(element) = element.and_then(|it| it.dyn_ref::<HtmlElement>()) {
        // An element that cannot take it leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to the element of this id.
pub(super) fn focus(id: &str) {
    give_focus(document().get_element_by_id(id).as_ref());
}

/// The same, once the screen has followed the state. Its text is selected.
pub(super) fn focus_soon(id: &'static str) {
    soon(Box::new(move || {
        focus(id);
        if let Some(input) =
            document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        {
            input.select();
        }
    }));
}

/// Gives the focus to the last field of this slot, once it is there.
pub(super) fn focus_last_soon(slot: &'static str) {
    soon(Box::new(move || give_focus(fields_of(slot).last())));
}

/// Gives the focus to the first field of the last record of this list, once it is there: it comes with an answer.
pub(super) fn focus_record_soon(list: &str) {
    let mut selector = String::from("[data-value^='");
    selector.push_str(list);
    selector.push_str(".']");
    let before = all(&selector).len();
    wait_for(selector, before, 40);
}

fn wait_for(selector: String, before: usize, tries: u32) {
    let act = move || {
        let fields = all(&selector);
        if fields.len() > before {
            // Whoever types in a field by now stays there.
            let types = document().active_element().is_some_and(|it| it.has_attribute("data-value"));
            give_focus(fields.get(before).filter(|_| !types));
        } else if tries > 0 {
            wait_for(selector, before, tries - 1);
        }
    };
    set_timeout(act, Duration::from_millis(25));
}

/// Gives the focus to the field of this slot in the row that now stands where one was deleted.
pub(super) fn focus_row_soon(slot: &'static str, index: usize) {
    soon(Box::new(move || {
        let fields = fields_of(slot);
        let row = fields.get(index).or_else(|| fields.last()).cloned();
        // Where the last row was deleted, what adds one.
        give_focus(row.or_else(|| all("[data-do^=add-]").into_iter().next()).as_ref());
    }));
}

fn fields_of(slot: &str) -> Vec<Element> {
    let mut selector = String::from("[data-field=");
    selector.push_str(slot);
    selector.push(']');
    all(&selector)
}

/// Clicks the element of this id.
pub(super) fn click(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.unchecked_ref::<HtmlElement>().click();
    }
}

/// Shows the field of this spot as it is stored, even while it is typed in.
pub(super) fn show_field(app: App, of: &Spot) {
    for element in all(FIELDS) {
        if spot(&element).as_ref() == Some(of) {
            settle(app, &element);
        }
    }
}

/// A click on a list must not take the focus from its field.
fn pointed(event: &Event) {
    if nearest(event, ".found").is_some() && nearest(event, "a").is_none() {
        event.prevent_default();
    }
}

fn clicked(app: App, event: &Event) {
    if let Some(option) = nearest(event, "[data-pick]") {
        finding::pick(app, usize::try_from(number(&option, "data-pick")).unwrap_or_default());
        return;
    }
    if let Some(fold) = nearest(event, "[data-fold] > summary").and_then(|it| it.parent_element()) {
        app.unfold(number(&fold, "data-fold"));
        return;
    }
    let Some(element) = nearest(event, "[data-do]") else { return };
    // The skip link would change the address, and with it the screen.
    event.prevent_default();
    let at = At {
        line: number(&element, "data-line"),
        item: number(&element, "data-item"),
        draft: element.get_attribute("data-draft").unwrap_or_default(),
        list: element.get_attribute("data-list").unwrap_or_default(),
    };
    act::run(app, &element.get_attribute("data-do").unwrap_or_default(), &at);
}

fn pressed(app: App, event: &Event) {
    let event: &web_sys::KeyboardEvent = event.unchecked_ref();
    let key = event.key();
    if nearest(event, "[role=combobox]").is_some() && finding::pressed(app, &key) {
        event.prevent_default();
        show_marked();
        return;
    }
    if key == "Escape" && !app.renaming.get_untracked().is_empty() {
        app.renaming.set(String::new());
        return;
    }
    let step = match key.as_str() {
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(element) = nearest(event, ".grid-lines input") else { return };
    let slot = element.get_attribute("data-field").unwrap_or_default();
    let column = fields_of(&slot);
    let Some(index) = column.iter().position(|it| *it == element) else { return };
    event.prevent_default();
    if key == "Enter" && index + 1 == column.len() {
        let kind = app.draft.with_untracked(|draft| draft.lines.last().map(|line| line.kind));
        act::run(
            app,
            if kind.is_some_and(|it| !it.meaning()) { "add-service" } else { "add-good" },
            &At::default(),
        );
        return;
    }
    give_focus(index.checked_add_signed(step).and_then(|index| column.get(index)));
}

/// Brings the marked line of an open list into view, once it is marked.
fn show_marked() {
    soon(Box::new(|| {
        for element in all("[role=option][aria-selected=true]") {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }));
}

/// Whether the screen asks for a file.
fn takes_files() -> bool {
    !all("[data-drop]").is_empty()
}

/// Reads the first file of what was dropped or pasted. Whether there is one.
fn handed(app: App, data: &JsValue) -> bool {
    let file = property(&property(data, "files"), "0").dyn_into::<Blob>();
    file.map(|file| import::read(app, file)).is_ok()
}

fn pasted(app: App, event: &Event) {
    if takes_files() && nearest(event, VALUES).is_none() {
        let data = event.unchecked_ref::<web_sys::ClipboardEvent>().clipboard_data();
        let Some(data) = data else { return };
        event.prevent_default();
        if !handed(app, &data) {
            let text = js_sys::Array::of1(&data.get_data("text/plain").unwrap_or_default().into());
            if let Ok(text) = Blob::new_with_str_sequence(&text) {
                import::read(app, text);
            }
        }
        return;
    }
    let at = "[data-field=description],[data-field=material],[data-paste]";
    let Some(element) = nearest(event, at) else { return };
    let data = event.unchecked_ref::<web_sys::ClipboardEvent>().clipboard_data();
    let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
    let lang = app.lang.get_untracked();
    let Some(pasted) = paste::read(&text, lang) else { return };
    event.prevent_default();
    let (line, item) = (number(&element, "data-line"), number(&element, "data-item"));
    edit::change(app, |draft| pasted.put(draft, line, item, lang));
    let words = app.words_now();
    let mut said = words.rows_pasted(&pasted.count().to_string());
    for (is_so, text) in
        [(pasted.has_heading, words.rows_pasted_heading()), (pasted.is_wide, words.rows_pasted_wide())]
    {
        if is_so {
            said.push(' ');
            said.push_str(&text);
        }
    }
    app.toast.set(said);
    // The field with the focus is not settled, but a pasted row may stand in it.
    settle(app, &element);
}

/// A file was chosen, or a draft of the list has a new name.
fn chosen(app: App, event: &Event) {
    let Some(input) =
        nearest(event, "#file,#rename,#import").and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    if input.id() == "rename" {
        let id = app.renaming.get_untracked();
        app.renaming.set(String::new());
        drafts::rename(app, &id, input.value().trim());
        return;
    }
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // The same file can then be chosen again.
    input.set_value("");
    if input.id() == "import" {
        import::read(app, file.into());
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
        match draft_file::read(&text) {
            Ok(draft) => drafts::add(app, draft),
            Err(problem) => app.notice.set(file_problem(app.words_now(), &problem)),
        }
    });
}

/// The address has changed: shows its screen, from the top.
fn arrived(app: App) {
    act::arrive(app, &hash());
    app.toast.set(String::new());
    soon(Box::new(|| {
        focus("main");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }));
}

/// The part of the address after `#`.
pub(super) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}
