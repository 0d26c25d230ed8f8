//! Changes of the open draft, each of which can be undone.

use super::bind::{self, Slot, Spot};
use super::events;
use super::saving;
use super::state::App;
use crate::draft::Draft;
use crate::io::draft_file;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many changes can be undone.
const MOST_STEPS: usize = 100;
/// How many lines and materials the drafts kept for undoing may have together.
const MOST_ROWS: usize = 200_000;

/// Drafts as they were, and as they were before undoing.
struct History {
    past: VecDeque<Draft>,
    future: Vec<Draft>,
    /// The field that is being typed in: its further changes are one with the first.
    typing: Option<Spot>,
}

static HISTORY: Mutex<History> =
    Mutex::new(History { past: VecDeque::new(), future: Vec::new(), typing: None });

fn history() -> MutexGuard<'static, History> {
    // A poisoned history is still a list of whole drafts.
    HISTORY.lock().unwrap_or_else(PoisonError::into_inner)
}

impl History {
    fn remember(&mut self, draft: Draft) {
        self.future.clear();
        self.past.push_back(draft);
        let rows =
            |draft: &Draft| draft.lines.iter().map(|line| 1 + line.good.materials.len()).sum::<usize>();
        let mut all: usize = self.past.iter().map(rows).sum();
        // The last step can always be undone.
        while self.past.len() > MOST_STEPS || (all > MOST_ROWS && self.past.len() > 1) {
            all -= self.past.pop_front().as_ref().map_or(0, rows);
        }
    }
}

/// Changes the draft as one step.
pub(super) fn change(app: App, act: impl FnOnce(&mut Draft)) {
    step(app, Box::new(act));
}

fn step(app: App, act: Box<dyn FnOnce(&mut Draft) + '_>) {
    {
        let mut history = history();
        history.typing = None;
        history.remember(app.draft.get_untracked());
    }
    app.draft.update(act);
    saving::soon(app);
    events::settle_soon(app);
}

fn remember_typing(app: App, spot: &Spot) {
    let mut history = history();
    if history.typing.as_ref() != Some(spot) {
        history.remember(app.draft.get_untracked());
    }
    history.typing = Some(spot.clone());
}

/// Takes what is typed in a field. All typing in one field, until another is typed in, is one step.
pub(super) fn type_in(app: App, spot: Spot, typed: &str) {
    remember_typing(app, &spot);
    let lang = app.lang.get_untracked();
    app.draft.update(|draft| bind::take(draft, &spot, typed, lang));
    saving::soon(app);
}

/// The material whose stock this list of records is, if it is one: `@3.stock.entries`.
pub(super) fn entries(list: &str) -> Option<u32> {
    list.strip_prefix('@')?.split_once('.')?.0.parse().ok()
}

/// Changes the draft as one step, about the line that is looked at.
pub(super) fn change_looked_at(app: App, act: impl FnOnce(&mut Draft, u32)) {
    if let Some(line) = app.looked_at() {
        change(app, |draft| act(draft, line));
    }
}

/// Takes what is typed in a field of the further facts about the good that is looked at: `3.made.by`.
pub(super) fn type_detail(app: App, place: &str, typed: &str, number: bool, check: bool) {
    let Some((item, path)) = place.split_once('.') else { return };
    // A field of the draft itself belongs to no line.
    let (line, item) = match item {
        "d" => (0, draft_file::OF_DRAFT),
        _ => {
            let Some(line) = app.looked_at() else { return };
            (line, item.parse().unwrap_or(draft_file::OF_LINE))
        }
    };
    let spot = Spot { key: path.to_owned(), ..Spot::of_item(Slot::Detail, line, item) };
    remember_typing(app, &spot);
    let raw = check || path.starts_with("goes_");
    let value = match (check, number) {
        (true, _) => String::from(if typed.is_empty() { "false" } else { "true" }),
        (_, true) => bind::stored_number(app.lang.get_untracked(), typed),
        _ => typed.to_owned(),
    };
    app.draft.update(|draft| {
        draft_file::set(draft, line, item, path, &value, raw);
    });
    saving::soon(app);
}

/// Shows another draft, which has no past yet.
pub(super) fn open(app: App, draft: Draft) {
    *history() = History { past: VecDeque::new(), future: Vec::new(), typing: None };
    app.forget_answers();
    app.draft.set(draft);
    events::settle_soon(app);
}

/// Whether there is something to undo, and to redo.
pub(super) fn steps() -> (bool, bool) {
    let history = history();
    (!history.past.is_empty(), !history.future.is_empty())
}

/// Goes one step back.
pub(super) fn undo(app: App) {
    let earlier = {
        let mut history = history();
        history.typing = None;
        let earlier = history.past.pop_back();
        if earlier.is_some() {
            history.future.push(app.draft.get_untracked());
        }
        earlier
    };
    show(app, earlier);
}

/// Goes one step forward again.
pub(super) fn redo(app: App) {
    let later = {
        let mut history = history();
        let later = history.future.pop();
        if later.is_some() {
            history.past.push_back(app.draft.get_untracked());
        }
        later
    };
    show(app, later);
}

fn show(app: App, draft: Option<Draft>) {
    if let Some(draft) = draft {
        app.draft.set(draft);
        saving::soon(app);
        events::settle_soon(app);
    }
}
