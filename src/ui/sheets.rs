//! Sheets, as the page handles them: what was typed is kept under the name of the sheet, and asked about.

use super::bind::{shown_number, stored_number};
use super::drafts;
use super::engine;
use super::events;
use super::keys;
use super::route::Route;
use super::rules::{self, Held};
use super::state::{App, today};
use crate::engine::{Data, SheetAsk, question};
use crate::io::values_file;
use crate::present::sheet::{Sheet, Values};
use crate::present::sheets::WHICH_BID;
use crate::wire::Wire;
use std::sync::{Arc, Mutex, PoisonError};

/// The values that were cleared last, and of which sheet.
static CLEARED: Mutex<Option<(String, Values)>> = Mutex::new(None);

/// The drafts of this browser, where the sheet that is shown takes the facts of one: id and title.
static BIDS: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// Shows the sheet of this name with what the store holds of it.
pub(super) fn open(app: App, name: &str) {
    let kept = app.store.get(&keys::of(keys::SHEET, name));
    let values = kept.and_then(|text| values_file::read(&text)).unwrap_or_default();
    let mut bids = Vec::new();
    if matches!(name, "certificate" | "audit" | "regimes") {
        let mut chosen = app.bid.get_untracked();
        for kept in drafts::list(app) {
            if let Ok(draft) = &kept.draft {
                bids.push((kept.id, drafts::title(app.words_now(), draft)));
            }
        }
        // One that is no longer there gives way to the one saved last.
        if chosen != "none" && bids.iter().all(|(id, _)| *id != chosen) {
            chosen = bids.first().map(|(id, _)| id.clone()).unwrap_or_default();
            app.bid.set(chosen);
        }
    }
    *BIDS.lock().unwrap_or_else(PoisonError::into_inner) = bids;
    app.sheet.set(None);
    app.epoch.update(|epoch| *epoch += 1);
    app.values.set(values);
}

/// The name of the sheet that is shown. Empty: none.
fn name(app: App) -> String {
    app.route.with_untracked(|route| match route {
        Route::Sheet(name) => name.clone(),
        _ => String::new(),
    })
}

/// Takes what was typed or chosen in a field.
pub(super) fn take(app: App, field: &str, typed: &str, number: bool) {
    if field == WHICH_BID {
        return app.bid.set(typed.to_owned());
    }
    let stored = if number { stored_number(app.lang.get_untracked(), typed) } else { typed.to_owned() };
    // `code/chapter` is another way to fill in `code`.
    let field = field.split('/').next().unwrap_or_default();
    change(app, |values| values.set(field, stored));
}

/// How a stored number is shown in the language of the page.
pub(super) fn shown(app: App, stored: &str) -> String {
    shown_number(app.lang.get_untracked(), stored)
}

fn change(app: App, act: impl FnOnce(&mut Values)) {
    app.values.update(act);
    let name = name(app);
    if !name.is_empty() {
        let text = app.values.with_untracked(values_file::write);
        let told = match app.store.keep(&keys::of(keys::SHEET, &name), &text) {
            Err(_) => app.words_now().saved_full(),
            Ok(()) if !app.store.lasts() => app.words_now().saved_memory(),
            Ok(()) => String::new(),
        };
        if app.notice.get_untracked() != told {
            app.notice.set(told);
        }
    }
}

/// Adds a record to a list.
pub(super) fn add(app: App, list: &str) {
    change(app, |values| {
        let mut ids = values.ids(list);
        let last: u32 = ids.iter().filter_map(|id| id.parse().ok()).max().unwrap_or_default();
        ids.push(last.saturating_add(1).to_string());
        values.set(list, ids.join(","));
    });
    events::focus_record_soon(list);
}

/// Takes a record off a list, with everything in it.
pub(super) fn remove(app: App, list: &str, id: u32) {
    let before = app.values.get_untracked();
    let id = id.to_string();
    change(app, |values| {
        let mut ids = values.ids(list);
        ids.retain(|it| *it != id);
        values.set(list, ids.join(","));
        let mut head = list.to_owned();
        for part in [".", &id, "."] {
            head.push_str(part);
        }
        values.clear(&head);
    });
    undoable(app, before, app.words_now().record_deleted());
}

/// Empties the sheet.
pub(super) fn clear(app: App) {
    let before = app.values.get_untracked();
    change(app, |values| values.clear(""));
    undoable(app, before, app.words_now().sheet_cleared());
}

fn undoable(app: App, before: Values, said: String) {
    *CLEARED.lock().unwrap_or_else(PoisonError::into_inner) = Some((name(app), before));
    app.toast.set(said);
    events::settle_soon(app);
}

/// Brings back what was cleared last on the sheet that is shown. Whether there was something.
pub(super) fn bring_back(app: App) -> bool {
    let cleared = CLEARED.lock().unwrap_or_else(PoisonError::into_inner).take();
    match cleared {
        Some((of, values)) if of == name(app) && !of.is_empty() => {
            change(app, |now| *now = values);
            events::settle_soon(app);
            true
        }
        _ => false,
    }
}

/// Asks for the sheet that is shown, whenever it may have become another.
pub(super) fn ask_always(app: App) {
    engine::follow(app, made, |app, bytes| {
        let sheet: Option<Sheet> = Wire::of_bytes(bytes).unwrap_or_default();
        if sheet.is_none() {
            app.notice.set(app.words_now().no_such_page());
        }
        app.sheet.set(sheet.map(Arc::new));
        events::settle_soon(app);
    });
}

fn made(app: App) -> Option<Vec<u8>> {
    let Route::Sheet(name) = app.route.get() else { return None };
    if !engine::speaks(app) {
        return None;
    }
    let mut held = app.imported.get();
    if let Some(sheet) = app.sheet.get() {
        for need in &sheet.needs {
            let Some(what) = Data::ALL.iter().find(|it| it.id() == need) else { continue };
            rules::need_once(app, *what);
            held += u32::from(app.held(*what) == Held::Ready);
        }
    }
    let values = app.values.with(|values| values.pairs().to_vec());
    let bids = BIDS.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let id = app.bid.get();
    let file = if bids.is_empty() { None } else { app.store.get(&keys::of(keys::DRAFT, &id)) };
    let bid = (id, file.unwrap_or_default());
    Some(question(&SheetAsk { name, values, lang: app.lang.get(), today: today(), held, bids, bid }))
}
