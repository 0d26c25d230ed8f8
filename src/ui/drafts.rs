//! The drafts of this browser: list, open, make, copy, rename, delete, bring back.

use super::edit;
use super::keys;
use super::route::{Route, Step};
use super::saving;
use super::state::{App, now};
use crate::diagnostic::FileProblem;
use crate::draft::Draft;
use crate::i18n::Words;
use crate::io::draft_file;
use crate::platform::browser::window;
use std::sync::{Mutex, PoisonError};

/// A draft in the store.
pub(super) struct Kept {
    /// Its id.
    pub(super) id: String,
    /// Its file, read.
    pub(super) draft: Result<Draft, FileProblem>,
    /// When it was saved, as `2026-11-22 14:32`. Empty: nobody knows.
    pub(super) saved: String,
}

/// The draft that was deleted last: its id, file and time.
static DELETED: Mutex<Option<[String; 3]>> = Mutex::new(None);

/// Every draft in the store, the last saved first.
pub(super) fn list(app: App) -> Vec<Kept> {
    let ids = app.store.keys(keys::DRAFT);
    let ids = ids.iter().filter_map(|key| key.strip_prefix(keys::DRAFT));
    let mut list: Vec<Kept> = Vec::new();
    for id in ids {
        let Some(file) = app.store.get(&keys::of(keys::DRAFT, id)) else { continue };
        let saved = app.store.get(&keys::of(keys::SAVED, id)).unwrap_or_default();
        let kept = Kept { id: id.to_owned(), draft: draft_file::read(&file), saved };
        // Put in its place one by one: the list is short, and sorting would cost more bytes than time.
        let later = |it: &Kept| (&it.saved, &it.id) > (&kept.saved, &kept.id);
        let place = list.iter().take_while(|it| later(it)).count();
        list.insert(place, kept);
    }
    list
}

/// Shows the draft of this id. Says why not, where it cannot be.
pub(super) fn open(app: App, id: &str) -> Result<(), String> {
    let words = app.words_now();
    let file = app.store.get(&keys::of(keys::DRAFT, id)).ok_or_else(|| words.no_such_draft())?;
    let draft = draft_file::read(&file).map_err(|problem| kept_problem(words, &problem))?;
    edit::open(app, draft);
    saving::opened(app, id, Some(file));
    Ok(())
}

/// Keeps a draft under a new id and shows its lines.
pub(super) fn add(app: App, draft: Draft) {
    add_at(app, draft, Step::Lines);
}

/// Keeps a draft under a new id and shows a step of it.
pub(super) fn add_at(app: App, draft: Draft, step: Step) {
    let id = new_id(app);
    let file = draft_file::pack(&draft);
    let kept = saving::keep(app, &id, &file);
    edit::open(app, draft);
    saving::opened(app, &id, kept.is_ok().then_some(file));
    if kept.is_err() {
        app.keeping.set(saving::Keeping::Full);
    }
    go(&Route::Bid(id, step));
}

/// Copies a draft of the list.
pub(super) fn copy(app: App, id: &str) {
    let file = app.store.get(&keys::of(keys::DRAFT, id)).unwrap_or_default();
    if let Ok(mut draft) = draft_file::read(&file) {
        draft.title = app.words_now().copy_of(&title(app.words_now(), &draft));
        put(app, &new_id(app), &draft);
    }
}

/// Gives a draft of the list another name.
pub(super) fn rename(app: App, id: &str, name: &str) {
    let file = app.store.get(&keys::of(keys::DRAFT, id)).unwrap_or_default();
    if let Ok(mut draft) = draft_file::read(&file)
        && draft.title != name
    {
        name.clone_into(&mut draft.title);
        put(app, id, &draft);
    }
}

fn put(app: App, id: &str, draft: &Draft) {
    if saving::keep(app, id, &draft_file::pack(draft)).is_err() {
        app.notice.set(app.words_now().saved_full());
    }
    app.listed.update(|count| *count += 1);
}

/// Takes a draft out of the store. It can be brought back until the next one is deleted.
pub(super) fn delete(app: App, id: &str) {
    let (draft, saved) = (keys::of(keys::DRAFT, id), keys::of(keys::SAVED, id));
    let Some(file) = app.store.get(&draft) else { return };
    let words = app.words_now();
    let name = draft_file::read(&file).map_or_else(|_| id.to_owned(), |draft| title(words, &draft));
    let time = app.store.get(&saved).unwrap_or_default();
    app.store.remove(&draft);
    app.store.remove(&saved);
    *DELETED.lock().unwrap_or_else(PoisonError::into_inner) = Some([id.to_owned(), file, time]);
    app.toast.set(words.draft_deleted(&name));
    app.listed.update(|count| *count += 1);
}

/// Brings back the draft that was deleted last. Whether there was one.
pub(super) fn bring_back(app: App) -> bool {
    let Some([id, file, saved]) = DELETED.lock().unwrap_or_else(PoisonError::into_inner).take() else {
        return false;
    };
    let kept = app.store.keep(&keys::of(keys::DRAFT, &id), &file);
    if kept.is_err() {
        app.notice.set(app.words_now().saved_full());
    }
    // Without its time a draft is still whole.
    let _ = app.store.keep(&keys::of(keys::SAVED, &id), &saved);
    app.listed.update(|count| *count += 1);
    true
}

/// Forgets the draft that was deleted last.
pub(super) fn forget_deleted() {
    *DELETED.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// What a draft is called.
pub(super) fn title(words: &Words, draft: &Draft) -> String {
    let title = draft.title.trim();
    if title.is_empty() { words.untitled() } else { title.to_owned() }
}

/// The name of the file that a draft is downloaded as.
pub(super) fn file_name(words: &Words, draft: &Draft) -> String {
    let title = title(words, draft);
    let mut name: String =
        title.chars().map(|c| if c < '0' || "/\\:*?\"<>|".contains(c) { '-' } else { c }).take(60).collect();
    name.push_str(".json");
    name
}

fn new_id(app: App) -> String {
    let mut number = now().millis;
    loop {
        let mut id = String::new();
        let mut rest = number;
        while rest > 0 {
            // OK because a remainder of 36 is a digit of base 36.
            id.insert(0, char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
            rest /= 36;
        }
        if app.store.get(&keys::of(keys::DRAFT, &id)).is_none() {
            return id;
        }
        number += 1;
    }
}

/// Goes to a screen.
pub(super) fn go(route: &Route) {
    // Setting the part after `#` cannot fail.
    let _ = window().location().set_hash(&route.address());
}

/// Why a draft in the store cannot be opened. It is never written over.
pub(super) fn kept_problem(words: &Words, problem: &FileProblem) -> String {
    match problem {
        FileProblem::Newer { .. } => words.draft_newer(),
        _ => words.draft_unreadable(),
    }
}
