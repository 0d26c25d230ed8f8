//! What buttons do: a list of actions, each with the name its buttons carry (`data-do`).

use super::drafts;
use super::edit;
use super::events;
use super::import;
use super::keys;
use super::node::{El, el};
use super::pages::{LINES, MATERIALS};
use super::parts::to_last;
use super::route::{Route, Step};
use super::rules;
use super::saving::{self, Keeping};
use super::sheets;
use super::state::App;
use crate::draft::{Draft, LineForm, LineKind, MaterialForm, OriginBy, PartForm};
use crate::io::{draft_file, kept_file};
use crate::origin::pack::RuleSet;
use crate::platform::browser::{Downloads, Site, window};
use crate::platform::{Fetch, Files};

/// Something a button does.
pub(super) struct Action {
    name: &'static str,
    run: fn(App, &At),
}

/// What a button is about, where it is about one thing of many.
#[derive(Default)]
pub(super) struct At {
    /// A line.
    pub(super) line: u32,
    /// A material or part of it.
    pub(super) item: u32,
    /// A draft.
    pub(super) draft: String,
    /// A list of records of a sheet.
    pub(super) list: String,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $constant:ident $name:literal $run:expr;)*) => {
        $($(#[$doc])* pub(super) const $constant: Action = Action { name: $name, run: $run };)*
        const ALL: &[Action] = &[$($constant),*];
    };
}

actions! {
    LANGUAGE "language" |app, _| {
        let lang = app.lang.get_untracked().other();
        app.lang.set(lang);
        // Where the store refuses, the next visit begins in the browser's language.
        let _ = app.store.set(keys::LANGUAGE, lang.id());
        events::settle_soon(app);
    };
    SKIP "skip" |_, _| events::focus("main");
    NEW_BID "new" |app, _| drafts::add(app, Draft::fresh());
    ONE_GOOD "one-good" |app, _| {
        let line = LineForm { id: 1, quantity: String::from("1"), origin_by: OriginBy::Rules, ..LineForm::default() };
        let title = app.words_now().one_good();
        drafts::add_at(app, Draft { title, lines: vec![line], ..Draft::fresh() }, Step::Origin(None));
    };
    OPEN_FILE "open-file" |_, _| events::click("file");
    EXAMPLE "example" |app, _| open_example(app, "data/examples/annex-bid.");
    HATS "hats" |app, _| open_example(app, "data/examples/annex-hats.");
    RENAME "rename" |app, at| {
        app.renaming.set(at.draft.clone());
        events::focus_soon("rename");
    };
    COPY_DRAFT "copy-draft" |app, at| drafts::copy(app, &at.draft);
    DELETE_DRAFT "delete-draft" |app, at| drafts::delete(app, &at.draft);
    DOWNLOAD_KEPT "download-kept" |app, at| {
        let file = app.store.get(&keys::of(keys::DRAFT, &at.draft)).unwrap_or_default();
        let mut name = at.draft.clone();
        name.push_str(".json");
        Downloads.save(&name, &file);
    };
    DOWNLOAD "download" |app, _| app.draft.with_untracked(|draft| {
        Downloads.save(&drafts::file_name(app.words_now(), draft), &draft_file::write(draft));
    });
    ADD_GOOD "add-good" |app, _| add_line(app, LineKind::Good);
    ADD_SERVICE "add-service" |app, _| add_line(app, LineKind::Service);
    COPY_LINE "copy-line" |app, at| edit::change(app, |draft| {
        let id = draft.next_line_id();
        if let Some(index) = draft.lines.iter().position(|line| line.id == at.line) {
            let copy = LineForm { id, ..draft.lines[index].clone() };
            draft.lines.insert(index + 1, copy);
        }
    });
    DELETE_LINE "delete-line" |app, at| delete_line(app, at.line);
    UNDO "undo" |app, _| edit::undo(app);
    REDO "redo" |app, _| edit::redo(app);
    ADD_MATERIAL "add-material" |app, at| {
        on_line(app, at, |line, _| {
            let id = next(line.good.materials.iter().map(|it| it.id));
            line.good.materials.push(MaterialForm { id, ..MaterialForm::default() });
        });
        let count = find(app, at.line, |line| Some(line.good.materials.len()));
        to_last(app, count.unwrap_or_default(), MATERIALS);
        events::focus_last_soon("material");
    };
    DELETE_MATERIAL "delete-material" |app, at| {
        let index = find(app, at.line, |line| line.good.materials.iter().position(|it| it.id == at.item));
        let Some(index) = index else { return };
        let name = find(app, at.line, |line| Some(line.good.materials[index].description.clone()));
        on_line(app, at, |line, item| {
            line.good.materials.retain(|it| it.id != item);
            // What was said of a list is not said of none.
            line.good.all_listed &= !line.good.materials.is_empty();
        });
        let number = app.words_now().material_number(&(index + 1).to_string());
        deleted(app, name, number, "material", index % MATERIALS);
    };
    ADD_PART "add-part" |app, at| {
        on_line(app, at, |line, _| {
            let id = next(line.parts.iter().map(|it| it.id));
            line.parts.push(PartForm { id, ..PartForm::default() });
        });
        events::focus_last_soon("who");
    };
    DELETE_PART "delete-part" |app, at| {
        let index = find(app, at.line, |line| line.parts.iter().position(|it| it.id == at.item));
        let Some(index) = index else { return };
        let name = find(app, at.line, |line| Some(line.parts[index].who.clone()));
        on_line(app, at, |line, item| line.parts.retain(|it| it.id != item));
        let number = app.words_now().part_number(&(index + 1).to_string());
        deleted(app, name, number, "who", index);
    };
    UNIT_PRICE "unit-price" |app, at| {
        on_line(app, at, |line, _| line.good.transaction_value = line.unit_price.clone());
    };
    ADD_RECORD "add-record" |app, at| match edit::entries(&at.list) {
        Some(item) => edit::change_looked_at(app, |draft, line| draft_file::add_entry(draft, line, item)),
        None => sheets::add(app, &at.list),
    };
    REMOVE_RECORD "remove-record" |app, at| match edit::entries(&at.list) {
        Some(item) => edit::change_looked_at(app, |draft, line| {
            draft_file::remove_entry(draft, line, item, usize::try_from(at.item).unwrap_or_default());
        }),
        None => sheets::remove(app, &at.list, at.item),
    };
    SET "set" |app, at| {
        sheets::take(app, &at.list, &at.draft, false);
        // What was clicked goes away with what it leads to.
        events::focus("main");
    };
    STOP_FILE "stop-file" |app, _| import::stop(app);
    OPEN_DRAFT "open-draft" |app, at| {
        if let Ok(draft) = draft_file::read(&at.draft) {
            drafts::add(app, draft);
        }
    };
    CLEAR_SHEET "clear-sheet" |app, _| sheets::clear(app);
    MORE "more" |app, _| app.more.update(|more| *more = !*more);
    /// To another piece of a grid.
    PIECE "piece" |app, at| {
        app.from.set(usize::try_from(at.item).unwrap_or_default());
        // What was clicked may be gone.
        events::focus("main");
    };
    PRINT "print" |_, _| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    RETRY_RULES "retry-rules" |app, _| rules::retry(app);
    LOAD_THEIRS "load-theirs" |app, _| {
        if let Err(problem) = drafts::open(app, &app.open_id()) {
            app.notice.set(problem);
        }
    };
    KEEP_COPY "keep-copy" |app, _| {
        let mut draft = app.draft.get_untracked();
        if app.keeping.get_untracked() == Keeping::Changed {
            draft.title = app.words_now().copy_of(&drafts::title(app.words_now(), &draft));
        }
        drafts::add(app, draft);
    };
    DISMISS_NOTICE "dismiss-notice" |app, _| app.notice.set(String::new());
    DISMISS_TOAST "dismiss-toast" |app, _| {
        drafts::forget_deleted();
        app.toast.set(String::new());
    };
    BRING_BACK "bring-back" |app, _| {
        app.toast.set(String::new());
        if !sheets::bring_back(app) && !drafts::bring_back(app) {
            edit::undo(app);
        }
        // What was clicked goes away.
        events::focus("main");
    };
    EXPORT_ALL "export-all" |app, _| {
        let mut entries = Vec::new();
        for key in app.store.keys(keys::OURS) {
            let text = app.store.get(&key).unwrap_or_default();
            entries.push((key, text));
        }
        Downloads.save("storage.json", &kept_file::write(&entries));
    };
    WIPE "wipe" |app, _| {
        for key in app.store.keys(keys::OURS) {
            app.store.remove(&key);
        }
        drafts::forget_deleted();
        saving::close();
        app.listed.update(|count| *count += 1);
        app.more.set(false);
        app.notice.set(app.words_now().wiped());
    };
}

/// Does what the action of this name does.
pub(super) fn run(app: App, name: &str, at: &At) {
    if let Some(action) = ALL.iter().find(|action| action.name == name) {
        (action.run)(app, at);
    }
}

/// A button that does something.
pub(super) fn button(action: &Action, label: String) -> El {
    bare(action).text(label)
}

/// A small button with a sign, and a label for those who do not see it.
pub(super) fn icon(action: &Action, class: &str, label: &str) -> El {
    bare(action).with("class", class).with("aria-label", label).with("title", label)
}

fn bare(action: &Action) -> El {
    el("button").with("type", "button").with("data-do", action.name)
}

fn add_line(app: App, kind: LineKind) {
    edit::change(app, |draft| {
        let id = draft.next_line_id();
        draft.lines.push(LineForm { id, kind, ..LineForm::default() });
    });
    to_last(app, app.draft.with_untracked(|draft| draft.lines.len()), LINES);
    events::focus_last_soon("description");
}

fn delete_line(app: App, id: u32) {
    let found = app.draft.with_untracked(|draft| draft.lines.iter().position(|line| line.id == id));
    let Some(index) = found else { return };
    let name = find(app, id, |line| Some(line.description.clone()));
    edit::change(app, |draft| draft.lines.retain(|line| line.id != id));
    let number = app.words_now().line_number(&(index + 1).to_string());
    deleted(app, name, number, "description", index % LINES);
}

/// Something about the line of this number, if it is there.
fn find<T>(app: App, line: u32, read: impl FnOnce(&LineForm) -> Option<T>) -> Option<T> {
    app.draft.with_untracked(|draft| draft.lines.iter().find(|it| it.id == line).and_then(read))
}

/// Says that a row was deleted, which can be undone, and gives the focus to the one that now stands in its place.
fn deleted(app: App, name: Option<String>, number: String, slot: &'static str, index: usize) {
    let name = name.filter(|name| !name.trim().is_empty()).unwrap_or(number);
    drafts::forget_deleted();
    app.toast.set(app.words_now().line_deleted(name.trim()));
    events::focus_row_soon(slot, index);
}

fn on_line(app: App, at: &At, act: fn(&mut LineForm, u32)) {
    let (id, item) = (at.line, at.item);
    edit::change(app, |draft| {
        if let Some(line) = draft.lines.iter_mut().find(|line| line.id == id) {
            act(line, item);
        }
    });
}

fn next(ids: impl Iterator<Item = u32>) -> u32 {
    ids.max().map_or(1, |id| id.saturating_add(1))
}

fn open_example(app: App, address: &str) {
    let mut address = address.to_owned();
    address.push_str(app.lang.get_untracked().id());
    address.push_str(".json");
    wasm_bindgen_futures::spawn_local(async move {
        let mut text = Site.text(&address, false).await;
        if text.is_err() {
            text = Site.text(&address, true).await;
        }
        match text.ok().and_then(|text| draft_file::read(&text).ok()) {
            Some(draft) => drafts::add(app, draft),
            None => app.notice.set(app.words_now().example_missing()),
        }
    });
}

/// The rule set to compare the open draft with.
pub(super) fn other_set(set: RuleSet) -> RuleSet {
    match set {
        RuleSet::Cusma => RuleSet::Nafta,
        RuleSet::Nafta | RuleSet::Annex => RuleSet::Cusma,
    }
}

/// Opens what the address says. Leaves the workspace's draft kept.
pub(super) fn arrive(app: App, hash: &str) {
    saving::save(app);
    let words = app.words_now();
    let was = app.open_id();
    app.notice.set(String::new());
    app.more.set(false);
    app.from.set(0);
    app.compared.set(None);
    let mut route = Route::read(hash).unwrap_or_else(|| {
        app.notice.set(words.no_such_page());
        Route::Home
    });
    if let Route::Bid(id, _) = &route
        && *id != was
        && !saving::is_open(id)
        && let Err(problem) = drafts::open(app, id)
    {
        app.notice.set(problem);
        route = Route::Home;
    }
    match &route {
        Route::Sheet(name) => sheets::open(app, name),
        // The bid that was open last is the one whose facts the sheets take.
        Route::Bid(id, _) => app.bid.set(id.clone()),
        _ => {}
    }
    app.route.set(route);
}
