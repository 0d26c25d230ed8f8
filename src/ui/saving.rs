//! Keeps the open draft: a moment after a change, and when the page is hidden. Says how, and never clobbers another
//! tab's work.

use super::keys;
use super::state::{App, day_text, now, time_text};
use crate::io::draft_file;
use crate::platform::StoreProblem;
use leptos::prelude::*;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How the open draft is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// There is nothing to keep.
    Nothing,
    /// It has changed, and will be kept in a moment.
    Soon,
    /// It was kept at this time.
    Saved(String),
    /// It is kept in memory, as the browser blocks storage.
    InMemory,
    /// There is no room for it.
    Full,
    /// Another tab has changed it.
    Changed,
    /// Another tab has deleted it.
    Gone,
}

/// How long after the last change the draft is kept.
const PAUSE: Duration = Duration::from_millis(400);

/// What the store holds of the open draft, as far as this tab knows.
struct Open {
    id: String,
    stored: Option<String>,
    timer: Option<TimeoutHandle>,
    changed: bool,
}

static OPEN: Mutex<Open> = Mutex::new(Open { id: String::new(), stored: None, timer: None, changed: false });

fn open() -> MutexGuard<'static, Open> {
    // Nothing in it can be half done.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on this draft is the open one, and the store holds this file of it, unless it had no room for it.
pub(super) fn opened(app: App, id: &str, stored: Option<String>) {
    {
        let mut open = open();
        open.id = id.to_owned();
        open.changed = stored.is_none();
        open.stored = stored;
    }
    let saved = app.store.get(&keys::of(keys::SAVED, id)).unwrap_or_default();
    let time = saved.get(11..).unwrap_or_default().to_owned();
    app.keeping.set(if app.store.lasts() { Keeping::Saved(time) } else { Keeping::InMemory });
}

/// The draft has changed: keeps it in a moment.
pub(super) fn soon(app: App) {
    if matches!(app.keeping.get_untracked(), Keeping::Saved(_)) {
        app.keeping.set(Keeping::Soon);
    }
    let mut open = open();
    open.changed = true;
    if let Some(timer) = open.timer.take() {
        timer.clear();
    }
    open.timer = set_timeout_with_handle(move || save(app), PAUSE).ok();
}

/// Keeps the draft now, if it has changed.
pub(super) fn save(app: App) {
    let (id, stored) = {
        let mut open = open();
        if let Some(timer) = open.timer.take() {
            timer.clear();
        }
        if !open.changed || open.id.is_empty() {
            return;
        }
        (open.id.clone(), open.stored.clone())
    };
    let there = app.store.get(&keys::of(keys::DRAFT, &id));
    if there != stored {
        app.keeping.set(if there.is_some() { Keeping::Changed } else { Keeping::Gone });
        return;
    }
    let file = app.draft.with_untracked(draft_file::pack);
    match keep(app, &id, &file) {
        Ok(time) => {
            let mut open = open();
            open.stored = Some(file);
            open.changed = false;
            drop(open);
            app.keeping.set(if app.store.lasts() { Keeping::Saved(time) } else { Keeping::InMemory });
        }
        Err(_) => app.keeping.set(Keeping::Full),
    }
}

/// Puts the file of a draft into the store, and says at what time.
pub(super) fn keep(app: App, id: &str, file: &str) -> Result<String, StoreProblem> {
    app.store.keep(&keys::of(keys::DRAFT, id), file)?;
    let now = now();
    let (mut saved, time) = (day_text(now), time_text(now));
    saved.push(' ');
    saved.push_str(&time);
    // Without its time a draft is still whole, and said to be kept.
    let _ = app.store.keep(&keys::of(keys::SAVED, id), &saved);
    Ok(time)
}

/// Another tab has put something under this key: says so, if it is the open draft and not what this tab has put there.
pub(super) fn noticed(app: App, key: &str) {
    let there = app.store.get(key);
    let open = open();
    let is_open = !app.open_id().is_empty() && key == keys::of(keys::DRAFT, &open.id);
    if is_open && there != open.stored {
        drop(open);
        app.keeping.set(if there.is_some() { Keeping::Changed } else { Keeping::Gone });
    }
}

/// Whether this draft is the open one.
pub(super) fn is_open(id: &str) -> bool {
    open().id == id
}

/// No draft is the open one any more: what is in memory was wiped from the store.
pub(super) fn close() {
    let mut open = open();
    open.id.clear();
    open.changed = false;
}
