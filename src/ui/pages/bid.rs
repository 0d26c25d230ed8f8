//! The frame of a bid's workspace: its name, how it is kept, the steps with the verdict.

use super::{lines, origin, result};
use crate::i18n::Words;
use crate::present::Mark;
use crate::ui::act::{self, button};
use crate::ui::bind::{Slot, Spot};
use crate::ui::node::{El, Node, el, follow, live, nothing, of};
use crate::ui::parts::{input, mark};
use crate::ui::route::{Route, Step};
use crate::ui::rules::{self, Held};
use crate::ui::saving::Keeping;
use crate::ui::state::App;

/// The workspace of the open draft at a step.
pub(in crate::ui) fn bid(app: App, id: &str, step: Step) -> Vec<Node> {
    let words = app.words();
    let title = app.draft.with_untracked(|draft| draft.title.clone());
    let name = input(words, &Spot::of_draft(Slot::Title), &title, &None)
        .with("class", "bid-name")
        .say("aria-label", words.bid_name_label())
        .say("placeholder", words.untitled());
    let id = id.to_owned();
    let screen = match step {
        Step::Lines => lines::lines(app),
        Step::Origin(line) => origin::origin(app, line),
        Step::Result => result::result(app),
    };
    vec![
        of("div", "bid").keyed(&id).put(name).put(follow(app, kept)).into(),
        live(move || steps(app, &id, step)),
        follow(app, trouble),
        screen,
    ]
}

/// How the draft is kept, in a few words.
fn kept(app: App) -> Node {
    let words = app.words();
    let (class, text) = match app.keeping.get() {
        Keeping::Nothing => ("saved", String::new()),
        Keeping::Soon => ("saved", words.saving()),
        Keeping::Saved(time) => {
            ("saved", if time.is_empty() { String::new() } else { words.saved_at(&time) })
        }
        Keeping::InMemory => ("saved bad", words.saved_memory()),
        Keeping::Full => ("saved bad", words.saved_full()),
        Keeping::Changed | Keeping::Gone => ("saved bad", words.saved_conflict()),
    };
    of("p", class).text(text).into()
}

fn steps(app: App, id: &str, now: Step) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let judged = &*judged.0;
    let link = |step: Step, name: String, small: El| {
        let link = el("a").say("href", Route::Bid(id.to_owned(), step).address());
        let current = std::mem::discriminant(&step) == std::mem::discriminant(&now);
        let link = if current { link.with("aria-current", "step") } else { link };
        el("li").put(link.text(name).put(small))
    };
    let count = app.draft.with(|draft| draft.lines.len());
    let result = &judged.result;
    let mut seen = el("small").put(mark(result.mark, &result.word));
    // The summary begins with the word, which the mark has said.
    let figures = result.summary.strip_prefix(result.word.as_str()).unwrap_or_default();
    seen = seen.text(String::from(" ")).text(figures.trim_start_matches([',', ' ']).to_owned());
    of("nav", "step-nav")
        .say("aria-label", words.steps_label())
        .put(
            el("ol")
                .put(link(
                    Step::Lines,
                    words.step_lines(),
                    el("small").text(lines_text(words, count, &judged.lines.total)),
                ))
                .put(link(Step::Origin(None), words.step_origin(), el("small").text(origin_text(app))))
                .put(link(Step::Result, words.step_result(), seen)),
        )
        .into()
}

fn lines_text(words: &Words, count: usize, total: &str) -> String {
    let mut text = if count == 1 { words.lines_one() } else { words.lines_many(&count.to_string()) };
    if count > 0 && !total.is_empty() {
        text.push_str(", ");
        text.push_str(&words.dollars(total));
    }
    text
}

fn origin_text(app: App) -> String {
    let judged = app.judged.get();
    let count = |marks: &[Mark]| {
        let lines = judged.0.lines.lines.iter().filter(|line| !line.left_out && marks.contains(&line.mark));
        lines.count().to_string()
    };
    if judged.0.lines.lines.is_empty() {
        return String::new();
    }
    let (yes, open) = (count(&[Mark::Yes, Mark::Part]), count(&[Mark::Unknown]));
    if open == "0" {
        app.words().origin_counts(&yes, &count(&[Mark::No]))
    } else {
        app.words().origin_counts_open(&yes, &count(&[Mark::No]), &open)
    }
}

/// What is to be said about keeping the draft and loading its rules, and can be acted on.
fn trouble(app: App) -> Node {
    let words = app.words();
    let told = |title: String, text: String, buttons: Vec<El>| {
        let text = el("p").put(el("strong").text(title)).text(String::from(" ")).text(text);
        of("div", "notice bad").with("role", "alert").put(text).all(buttons)
    };
    let download = || button(&act::DOWNLOAD, words.download_draft());
    let keep = || button(&act::KEEP_COPY, words.conflict_copy());
    let mut notices = el("div");
    match app.keeping.get() {
        Keeping::InMemory => {
            notices = notices.put(told(words.memory_title(), words.memory_text(), vec![download()]));
        }
        Keeping::Full => notices = notices.put(told(words.full_title(), words.full_text(), vec![download()])),
        Keeping::Changed => {
            let load = button(&act::LOAD_THEIRS, words.conflict_load());
            notices = notices.put(told(words.conflict_title(), words.conflict_text(), vec![load, keep()]));
        }
        Keeping::Gone => notices = notices.put(told(words.gone_title(), words.conflict_text(), vec![keep()])),
        Keeping::Nothing | Keeping::Soon | Keeping::Saved(_) => {}
    }
    if app.late.get() > 0 {
        notices = notices.put(of("p", "late").with("role", "status").text(words.working()));
    }
    let texts = rules::texts_of(app.lang.get());
    let held = match app.held(texts) {
        Held::Ready => app.draft.with(|draft| rules::held_for(app, draft)),
        held => held,
    };
    match held {
        Held::Loading => notices = notices.put(of("p", "loading").text(words.rules_loading())),
        Held::Failed => {
            let retry = button(&act::RETRY_RULES, words.retry());
            notices = notices.put(told(String::new(), words.rules_missing(), vec![retry]));
        }
        Held::Not | Held::Ready => return if notices.is_empty() { nothing() } else { notices.into() },
    }
    notices.into()
}
