//! The state of the page: what was typed and chosen, and everything that follows from it.

use super::route::{Route, Step};
use super::rules::{Held, Sets};
use super::saving::Keeping;
use crate::case::{Bid, LineId};
use crate::decide::{Decision, decide};
use crate::diagnostic::Diagnostic;
use crate::draft::{Draft, check};
use crate::i18n::{Lang, Words};
use crate::origin::pack::Pack;
use crate::platform::browser::BrowserClock;
use crate::platform::{Clock, Now, Store};
use crate::present::{self, GoodView, LinesView, Reading, ResultView};
use crate::units::Day;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// The state of the page. Cheap to copy; all copies are one.
#[derive(Clone, Copy)]
pub(super) struct App(&'static State);

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// The state of the page. It lives as long as the page.
pub(super) struct State {
    /// English and French.
    pub(super) texts: &'static [Words; 2],
    /// Where drafts are kept.
    pub(super) store: &'static dyn Store,
    /// The language.
    pub(super) lang: RwSignal<Lang>,
    /// The screen.
    pub(super) route: RwSignal<Route>,
    /// The open draft.
    pub(super) draft: RwSignal<Draft>,
    /// The rule sets, as far as loaded.
    pub(super) sets: RwSignal<Sets>,
    /// What follows from the open draft.
    pub(super) judged: Memo<Judged>,
    /// How the open draft is kept.
    pub(super) keeping: RwSignal<Keeping>,
    /// What is to be said above the screen. Empty: nothing.
    pub(super) notice: RwSignal<String>,
    /// What has just been done and can be undone. Empty: nothing.
    pub(super) toast: RwSignal<String>,
    /// Which draft of the list is being renamed. Empty: none.
    pub(super) renaming: RwSignal<String>,
    /// Whether a further step is asked for on the screen: the other rules on Result, wiping on Privacy.
    pub(super) more: RwSignal<bool>,
    /// Counts changes of the list of drafts.
    pub(super) listed: RwSignal<u32>,
}

/// What follows from a draft, in a language.
#[derive(Clone)]
pub(super) struct Judged(pub(super) Arc<Everything>);

/// What follows from a draft, in a language.
pub(super) struct Everything {
    /// What it means.
    pub(super) bid: Bid,
    /// What is wrong or missing in it.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What was decided.
    pub(super) decision: Decision,
    /// The grid.
    pub(super) lines: LinesView,
    /// The result.
    pub(super) result: ResultView,
}

// Made anew only when something has changed, so comparing the contents would be work for nothing.
impl PartialEq for Judged {
    fn eq(&self, other: &Judged) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Checks, decides and presents a draft.
pub(super) fn judge(words: &Words, draft: &Draft, pack: Option<&Pack>) -> Judged {
    let (bid, diagnostics) = check(draft, today());
    let decision = decide(&bid, pack);
    let reading = Reading { words, draft, bid: &bid, diagnostics: &diagnostics, decision: &decision, pack };
    let (lines, result) = (present::lines(&reading), present::result(&reading));
    Judged(Arc::new(Everything { bid, diagnostics, decision, lines, result }))
}

impl App {
    /// A page that shows nothing yet.
    pub(super) fn new(texts: &'static [Words; 2], store: &'static dyn Store, lang: Lang) -> App {
        let (lang, draft, sets) =
            (RwSignal::new(lang), RwSignal::new(Draft::default()), RwSignal::new(Sets::default()));
        let judged = Memo::new(move |_| {
            let words = &texts[usize::from(lang.get() == Lang::Fr)];
            draft.with(|draft| {
                let held = sets.with(|sets| sets.held(draft.rule_set.meaning()));
                judge(words, draft, held.pack())
            })
        });
        App(Box::leak(Box::new(State {
            texts,
            store,
            lang,
            route: RwSignal::new(Route::Home),
            draft,
            sets,
            judged,
            keeping: RwSignal::new(Keeping::Nothing),
            notice: RwSignal::new(String::new()),
            toast: RwSignal::new(String::new()),
            renaming: RwSignal::new(String::new()),
            more: RwSignal::new(false),
            listed: RwSignal::new(0),
        })))
    }

    /// The words of the language. Follows it.
    pub(super) fn words(self) -> &'static Words {
        &self.texts[usize::from(self.lang.get() == Lang::Fr)]
    }

    /// The words of the language, as it is now.
    pub(super) fn words_now(self) -> &'static Words {
        &self.texts[usize::from(self.lang.get_untracked() == Lang::Fr)]
    }

    /// The id of the open draft. Empty outside the workspace.
    pub(super) fn open_id(self) -> String {
        self.route.with_untracked(|route| match route {
            Route::Bid(id, _) => id.clone(),
            _ => String::new(),
        })
    }

    /// The address of a step of the open draft.
    pub(super) fn address(self, step: Step) -> String {
        Route::Bid(self.open_id(), step).address()
    }

    /// The rule set of the open draft, as far as loaded. Follows it.
    pub(super) fn held(self) -> Held {
        let set = self.draft.with(|draft| draft.rule_set.meaning());
        self.sets.with(|sets| sets.held(set))
    }

    /// One line on the Origin screen. Follows the draft.
    pub(super) fn good(self, id: LineId) -> Option<GoodView> {
        let (words, judged, held) = (self.words(), self.judged.get(), self.held());
        self.draft.with(|draft| {
            let all = &*judged.0;
            present::good(
                &Reading {
                    words,
                    draft,
                    bid: &all.bid,
                    diagnostics: &all.diagnostics,
                    decision: &all.decision,
                    pack: held.pack(),
                },
                id,
            )
        })
    }
}

/// What time it is.
pub(super) fn now() -> Now {
    BrowserClock.now()
}

/// The day of asking.
pub(super) fn today() -> Day {
    Day::read(&day_text(now())).unwrap_or(Day::EARLIEST)
}

/// A day as 2026-11-22.
pub(super) fn day_text(now: Now) -> String {
    let mut text = now.year.to_string();
    for part in [now.month, now.day] {
        text.push('-');
        two_digits(&mut text, part);
    }
    text
}

/// A time as 14:32.
pub(super) fn time_text(now: Now) -> String {
    let mut text = String::new();
    two_digits(&mut text, now.hour);
    text.push(':');
    two_digits(&mut text, now.minute);
    text
}

fn two_digits(text: &mut String, part: u8) {
    text.push(char::from(b'0' + part / 10 % 10));
    text.push(char::from(b'0' + part % 10));
}
