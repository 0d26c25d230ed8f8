//! Rule sets: fetched when a screen first needs them, never before the first paint.

use super::state::App;
use crate::draft::OriginBy;
use crate::i18n::version;
use crate::origin::notation;
use crate::origin::pack::{Pack, RuleSet};
use crate::platform::Fetch;
use crate::platform::browser::Site;
use leptos::prelude::*;
use std::sync::Arc;

/// A rule set, as far as loaded.
#[derive(Clone, Default)]
pub(super) enum Held {
    /// Nobody has asked for it.
    #[default]
    Not,
    /// On its way.
    Loading,
    /// Here.
    Ready(Arc<Pack>),
    /// It did not come.
    Failed,
}

impl Held {
    /// The pack, if it is here.
    pub(super) fn pack(&self) -> Option<&Pack> {
        match self {
            Held::Ready(pack) => Some(pack),
            _ => None,
        }
    }
}

/// The rule sets, in the order of `RuleSet::ALL`.
#[derive(Clone, Default)]
pub(super) struct Sets([Held; 3]);

fn index(set: RuleSet) -> usize {
    RuleSet::ALL.iter().position(|it| *it == set).unwrap_or_default()
}

impl Sets {
    /// A rule set, as far as loaded.
    pub(super) fn held(&self, set: RuleSet) -> Held {
        self.0[index(set)].clone()
    }
}

/// Loads a rule set unless it is here or on its way.
pub(super) fn need(app: App, set: RuleSet) {
    let held = app.sets.with_untracked(|sets| sets.held(set));
    if matches!(held, Held::Not | Held::Failed) {
        put(app, set, Held::Loading);
        wasm_bindgen_futures::spawn_local(async move {
            let held = match load(set, false).await {
                Some(pack) => Some(pack),
                // A pack of another build may lie in the cache.
                None => load(set, true).await,
            };
            put(app, set, held.map_or(Held::Failed, |pack| Held::Ready(Arc::new(pack))));
        });
    }
}

/// Loads a rule set that nobody has asked for yet. One that did not come stays so until somebody asks again.
pub(super) fn need_once(app: App, set: RuleSet) {
    if matches!(app.sets.with_untracked(|sets| sets.held(set)), Held::Not) {
        need(app, set);
    }
}

/// Loads what the open draft needs: nothing, as long as no good of it is judged by the rules.
pub(super) fn need_for_draft(app: App) {
    let (set, by_rules) = app.draft.with_untracked(|draft| {
        (draft.rule_set.meaning(), draft.lines.iter().any(|line| line.origin_by == OriginBy::Rules))
    });
    if by_rules {
        need_once(app, set);
    }
}

fn put(app: App, set: RuleSet, held: Held) {
    app.sets.update(|sets| sets.0[index(set)] = held);
}

async fn load(set: RuleSet, fresh: bool) -> Option<Pack> {
    let mut address = String::from("data/");
    address.push_str(set.id());
    address.push_str(".pack?v=");
    address.push_str(&version());
    let text = Site.text(&address, fresh).await.ok()?;
    notation::read(&text).ok().filter(|pack| pack.set == set)
}
