//! The state of the page: what was typed and chosen, and everything that follows from it.

use super::act;
use super::drafts;
use super::engine;
use super::finding::{self, Finding};
use super::route::{Route, Step};
use super::rules::{self, Files, Held};
use super::saving::Keeping;
use super::sheets;
use super::var::Var;
use crate::case::LineId;
use crate::draft::Draft;
use crate::engine::{Bid, Compare, Data, Judge, Judged, PackView, Packs, Summaries, question};
use crate::i18n::{Lang, Words};
use crate::io::draft_file;
use crate::origin::pack::RuleSet;
use crate::platform::browser::BrowserClock;
use crate::platform::{Clock, Now, Store};
use crate::present::sheet::{Sheet, Values};
use crate::present::{CompareView, GoodView, LineView, LinesView, Mark, ResultView};
use crate::wire::Wire;
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
    pub(super) lang: Var<Lang>,
    /// The screen.
    pub(super) route: Var<Route>,
    /// The open draft.
    pub(super) draft: Var<Draft>,
    /// The files of the engine, as far as loaded.
    pub(super) files: Var<Files>,
    /// What the engine last said of the open draft.
    pub(super) judged: Var<Answers>,
    /// What it last said of the open draft under other rules.
    pub(super) compared: Var<Option<Arc<CompareView>>>,
    /// What it last said of the drafts of the list: id, sign and summary.
    pub(super) outcomes: Var<Vec<(String, (Mark, String))>>,
    /// What it last said of its rule sets.
    pub(super) packs: Var<Vec<PackView>>,
    /// The code that is being looked for.
    pub(super) finding: Var<Finding>,
    /// The id of the one whose facts are taken: the one that was open last, unless another is chosen.
    pub(super) bid: Var<String>,
    /// What was typed in the sheet that is shown.
    pub(super) values: Var<Values>,
    /// The sheet that is shown, as the engine last made it.
    pub(super) sheet: Var<Option<Arc<Sheet>>>,
    /// Whether something was typed on a sheet of which the engine has not said anything yet.
    pub(super) awaiting: Var<bool>,
    /// How many answers take so long that it must be said that earlier ones still stand.
    pub(super) late: Var<u32>,
    /// Counts the drafts and sheets that were opened, so that an answer about another is known as such.
    pub(super) epoch: Var<u32>,
    /// How the open draft is kept.
    pub(super) keeping: Var<Keeping>,
    /// What is to be said above the screen. Empty: nothing.
    pub(super) notice: Var<String>,
    /// What has just been done and can be undone. Empty: nothing.
    pub(super) toast: Var<String>,
    /// Which draft of the list is being renamed. Empty: none.
    pub(super) renaming: Var<String>,
    /// Whether a further step is asked for on the screen: the other rules on Result, wiping on Privacy.
    pub(super) more: Var<bool>,
    /// The folds about materials that were opened, by the material.
    pub(super) unfolded: Var<Vec<u32>>,
    /// The first row shown of a grid that is shown in pieces.
    pub(super) from: Var<usize>,
    /// Counts the pieces of a file that the engine was handed.
    pub(super) imported: Var<u32>,
    /// Counts changes of the list of drafts.
    pub(super) listed: Var<u32>,
}

/// What the engine last said of the open draft. Cheap to copy.
#[derive(Clone)]
pub(super) struct Answers(pub(super) Arc<Judged>);

impl Answers {
    /// Before it has said anything.
    pub(super) fn none() -> Answers {
        Answers(Arc::new(Judged {
            lines: LinesView {
                lines: Vec::new(),
                total: String::new(),
                canadian: String::new(),
                share: String::new(),
            },
            result: ResultView {
                mark: Mark::Unknown,
                word: String::new(),
                verdict: String::new(),
                sentences: Vec::new(),
                share: None,
                rows: Vec::new(),
                edition: Vec::new(),
                questions: Vec::new(),
                summary: String::new(),
            },
            solicitation: (String::new(), Vec::new()),
            good: None,
            trees: Vec::new(),
        }))
    }

    /// Whether it has said anything: there always is a sentence for the verdict.
    pub(super) fn are_there(&self) -> bool {
        !self.0.result.verdict.is_empty()
    }

    /// What it said of a line.
    pub(super) fn line(&self, id: u32) -> Option<&LineView> {
        self.0.lines.lines.iter().find(|line| line.id.0 == id)
    }
}

impl App {
    /// A page that shows nothing yet.
    pub(super) fn new(texts: &'static [Words; 2], store: &'static dyn Store, lang: Lang) -> App {
        App(Box::leak(Box::new(State {
            texts,
            store,
            lang: Var::new(lang),
            route: Var::new(Route::Home),
            draft: Var::new(Draft::default()),
            files: Var::new(Files::default()),
            judged: Var::new(Answers::none()),
            compared: Var::new(None),
            outcomes: Var::new(Vec::new()),
            packs: Var::new(Vec::new()),
            finding: Var::new(Finding::default()),
            bid: Var::new(String::new()),
            values: Var::new(Values::default()),
            sheet: Var::new(None),
            awaiting: Var::new(false),
            late: Var::new(0),
            epoch: Var::new(0),
            keeping: Var::new(Keeping::Nothing),
            notice: Var::new(String::new()),
            toast: Var::new(String::new()),
            renaming: Var::new(String::new()),
            more: Var::new(false),
            unfolded: Var::new(Vec::new()),
            from: Var::new(0),
            imported: Var::new(0),
            listed: Var::new(0),
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

    /// A file of the engine, as far as loaded. Follows it.
    pub(super) fn held(self, what: Data) -> Held {
        self.files.with(|files| files[what as usize])
    }

    /// The line that is looked at; without an answer, as long as none about it has come. Follows the answers.
    pub(super) fn good(self, id: u32, name: &str) -> GoodView {
        let said = self.judged.with(|judged| judged.0.good.clone()).filter(|good| good.id.0 == id);
        said.unwrap_or_else(|| GoodView {
            id: LineId(id),
            name: name.to_owned(),
            mark: Mark::Unknown,
            status: String::new(),
            sentence: String::new(),
            rules: Vec::new(),
            asks: Vec::new(),
            asks_more: String::new(),
            asked: Vec::new(),
            contents: Vec::new(),
            missing: String::new(),
            reasons: Vec::new(),
            fields: Vec::new(),
            edition: String::new(),
            codes_of: String::new(),
            details: Vec::new(),
            remedies: Vec::new(),
        })
    }

    /// The line that is looked at, if one is. As it is now.
    pub(super) fn looked_at(self) -> Option<u32> {
        self.judged.with_untracked(|judged| judged.0.good.as_ref().map(|good| good.id.0))
    }

    /// A fold about a material was opened: from now on the engine is asked what is in it.
    pub(super) fn unfold(self, item: u32) {
        self.unfolded.update(|items| {
            if !items.contains(&item) {
                items.push(item);
            }
        });
    }

    /// Another draft is open: what was said of the last one is not about it.
    pub(super) fn forget_answers(self) {
        self.epoch.update(|epoch| *epoch += 1);
        self.judged.set(Answers::none());
        self.compared.set(None);
    }
}

/// Asks the engine for what the screens show, whenever it may have become something else.
pub(super) fn ask_always(app: App) {
    engine::follow(app, judge, |app, bytes| {
        // Where it cannot be judged, no earlier answer may stand.
        let judged: Option<Judged> = Wire::of_bytes(bytes).flatten();
        app.judged.set(judged.map_or_else(Answers::none, |judged| Answers(Arc::new(judged))));
    });
    engine::follow(app, compare, |app, bytes| {
        app.compared.set(Wire::of_bytes(bytes).and_then(|view: Option<CompareView>| view).map(Arc::new));
    });
    engine::follow(app, outcomes, |app, bytes| app.outcomes.set(Wire::of_bytes(bytes).unwrap_or_default()));
    sheets::ask_always(app);
    finding::ask_always(app);
    engine::follow(app, packs, |app, bytes| app.packs.set(Wire::of_bytes(bytes).unwrap_or_default()));
}

/// A draft as the engine is asked about it. Asks for the rule set that it needs.
fn bid_of(app: App, draft: &Draft) -> Bid {
    let rules = rules::held_for(app, draft) == Held::Ready;
    Bid { draft: draft_file::pack(draft), lang: app.lang.get(), today: today(), rules }
}

fn judge(app: App) -> Option<Vec<u8>> {
    let Route::Bid(_, step) = app.route.get() else { return None };
    if !engine::speaks(app) {
        return None;
    }
    let line = match step {
        Step::Origin(line) => Some(line.map_or(0, |line| line.0)),
        Step::Lines | Step::Result => None,
    };
    let (bid, count) = app.draft.with(|draft| (bid_of(app, draft), draft.lines.len()));
    let unfolded = app.unfolded.get();
    Some(question(&Judge { bid, line, unfolded, trees: step == Step::Result && count <= MOST_TREES }))
}

/// With more lines than this their reasons stand on the Origin screen alone.
const MOST_TREES: usize = 200;

fn compare(app: App) -> Option<Vec<u8>> {
    let at_result = matches!(app.route.get(), Route::Bid(_, Step::Result));
    if !app.more.get() || !at_result || !engine::speaks(app) {
        return None;
    }
    let set = app.draft.with(|draft| draft.rule_set.meaning());
    let (first, other) = (Data::of_set(set), Data::of_set(act::other_set(set)));
    rules::need_once(app, first);
    rules::need_once(app, other);
    if app.held(first) != Held::Ready || app.held(other) != Held::Ready {
        return None;
    }
    let bid = app.draft.with(|draft| bid_of(app, draft));
    Some(question(&Compare { bid, other }))
}

fn outcomes(app: App) -> Option<Vec<u8>> {
    app.listed.track();
    if app.route.get() != Route::Home {
        return None;
    }
    let mut drafts = Vec::new();
    for kept in drafts::list(app) {
        if let Ok(draft) = &kept.draft {
            drafts.push((kept.id.clone(), bid_of(app, draft)));
        }
    }
    if drafts.is_empty() || !engine::speaks(app) {
        return None;
    }
    Some(question(&Summaries { drafts }))
}

fn packs(app: App) -> Option<Vec<u8>> {
    if app.route.get() != Route::Method || !engine::speaks(app) {
        return None;
    }
    let mut count = 0;
    for set in RuleSet::ALL {
        rules::need_once(app, Data::of_set(set));
        count += u8::from(app.held(Data::of_set(set)) == Held::Ready);
    }
    Some(question(&Packs { lang: app.lang.get(), count }))
}

/// What time it is.
pub(super) fn now() -> Now {
    BrowserClock.now()
}

/// The day of asking.
pub(super) fn today() -> String {
    day_text(now())
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
