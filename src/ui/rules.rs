//! Files that the engine works with, rule sets and texts: fetched when a screen first needs them, never before the
//! first paint.

use super::engine;
use super::state::App;
use crate::draft::{Draft, OriginBy};
use crate::engine::Data;
use crate::i18n::{Lang, version};
use crate::platform::Fetch;
use crate::platform::browser::Site;

/// A file, as far as loaded.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Held {
    /// Nobody has asked for it.
    #[default]
    Not,
    /// On its way.
    Loading,
    /// The engine has it.
    Ready,
    /// It did not come, or the engine does not run.
    Failed,
}

/// The files, in the order of `Data::ALL`.
pub(super) type Files = [Held; Data::ALL.len()];

/// The texts of a language.
pub(super) fn texts_of(lang: Lang) -> Data {
    match lang {
        Lang::En => Data::TextsEn,
        Lang::Fr => Data::TextsFr,
    }
}

/// Loads a file unless it is here or on its way.
pub(super) fn need(app: App, what: Data) {
    let held = app.files.with_untracked(|files| files[what as usize]);
    if matches!(held, Held::Not | Held::Failed) {
        put(app, what, Held::Loading);
        wasm_bindgen_futures::spawn_local(async move {
            // A file of another build may lie in the cache.
            let whole = load(what, false).await || load(what, true).await;
            put(app, what, if whole { Held::Ready } else { Held::Failed });
        });
    }
}

/// Loads a file that nobody has asked for yet. One that did not come stays so until somebody asks again.
pub(super) fn need_once(app: App, what: Data) {
    if app.files.with_untracked(|files| files[what as usize]) == Held::Not {
        need(app, what);
    }
}

/// Loads again what did not come.
pub(super) fn retry(app: App) {
    for what in Data::ALL {
        if app.files.with_untracked(|files| files[*what as usize]) == Held::Failed {
            need(app, *what);
        }
    }
}

/// What a draft needs, where a good of it is judged by the rules: its rule set and, for codes of today, the table of
/// editions.
fn needed_by(draft: &Draft) -> Vec<Data> {
    let mut needed = Vec::new();
    if draft.lines.iter().any(|line| line.origin_by == OriginBy::Rules) {
        needed.push(Data::of_set(draft.rule_set.meaning()));
        if draft.code_edition.meaning() {
            needed.push(Data::Editions);
        }
    }
    needed
}

/// Whether what a draft needs is here: the worst of its parts. Asks for what nobody has asked for. Follows it.
pub(super) fn held_for(app: App, draft: &Draft) -> Held {
    let mut worst = Held::Ready;
    for what in needed_by(draft) {
        need_once(app, what);
        match app.held(what) {
            Held::Failed => worst = Held::Failed,
            Held::Not | Held::Loading if worst == Held::Ready => worst = Held::Loading,
            _ => {}
        }
    }
    worst
}

/// The engine has stopped, and with it all that it held is gone.
pub(super) fn lost(app: App) {
    app.files.update(|files| {
        for held in files {
            if *held != Held::Not {
                *held = Held::Failed;
            }
        }
    });
}

fn put(app: App, what: Data, held: Held) {
    app.files.update(|files| files[what as usize] = held);
}

async fn load(what: Data, fresh: bool) -> bool {
    let mut address = String::from("data/");
    address.push_str(match what {
        Data::TextsEn => "engine.en.txt",
        Data::TextsFr => "engine.fr.txt",
        Data::Cusma => "cusma.pack",
        Data::Nafta => "nafta.pack",
        Data::Annex => "annex.pack",
        Data::NamesEn => "names.en.txt",
        Data::NamesFr => "names.fr.txt",
        Data::Editions => "editions.txt",
    });
    address.push_str("?v=");
    address.push_str(&version());
    match Site.text(&address, fresh).await {
        Ok(text) => engine::load(what, text).await.unwrap_or_default(),
        Err(_) => false,
    }
}
