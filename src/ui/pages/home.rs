//! The start: a new bid, the policy's examples, the drafts of this browser, and what the page does.

use crate::i18n::{Words, percent_of};
use crate::present::Mark;
use crate::ui::act::{self, button};
use crate::ui::drafts::{self, Kept};
use crate::ui::node::{El, Node, el, follow, of};
use crate::ui::parts::{Bar, bar, mark};
use crate::ui::route::{Route, Step};
use crate::ui::state::{App, day_text, now};

/// The home screen.
pub(in crate::ui) fn home(app: App) -> Node {
    let words = app.words();
    of("div", "home")
        .keyed("home")
        .put(hero(words))
        .put(example(words))
        .put(of("section", "wide").put(el("h2").text(words.drafts_title())).put(follow(app, kept)))
        .put(does(words))
        .put(stored(words))
        .into()
}

fn hero(words: &Words) -> El {
    let file = el("input").with("type", "file").with("id", "file").flag("hidden", true);
    let file = file.with("accept", ".json,application/json").say("aria-label", words.open_file());
    of("section", "hero")
        .put(el("h1").text(words.hero_title()))
        .put(of("p", "lede").text(words.hero_lede()))
        .put(
            of("p", "row")
                .put(button(&act::NEW_BID, words.new_bid()).with("class", "primary"))
                .put(button(&act::ONE_GOOD, words.check_one_good()))
                .put(button(&act::OPEN_FILE, words.open_file()))
                .put(file),
        )
}

fn example(words: &Words) -> El {
    // The annex's own figures: 30,000.00 of 48,500.00, against 80 percent.
    let share = Bar { canadian: 6185, open: 0, threshold: 8000, label: percent_of(words.lang(), "80") };
    of("section", "stack")
        .put(el("h2").text(words.example_title()))
        .put(el("p").text(words.example_text()))
        .put(bar(words, &share))
        .put(
            of("p", "row")
                .put(button(&act::EXAMPLE, words.open_example()))
                .put(button(&act::HATS, words.open_hats()).with("class", "quiet")),
        )
}

fn kept(app: App) -> Node {
    let words = app.words();
    app.listed.track();
    let list = drafts::list(app);
    if list.is_empty() {
        return of("p", "hint").text(words.drafts_none()).into();
    }
    let head = el("tr")
        .th("", words.column_name())
        .th("w-verdict", words.column_verdict())
        .th("w-num", words.column_saved())
        .put(el("th").with("scope", "col").put(of("span", "sr").text(words.column_actions())));
    of("table", "grid drafts")
        .put(el("thead").put(head))
        .put(el("tbody").all(list.iter().map(|kept| row(app, words, kept))))
        .into()
}

fn row(app: App, words: &Words, kept: &Kept) -> El {
    let saved = of("td", "span").say("data-label", words.column_saved()).text(when(words, &kept.saved));
    let about = |button: El, label: String| {
        button.with("class", "quiet").with("data-draft", &kept.id).with("aria-label", &label)
    };
    let delete = |name: &str| about(button(&act::DELETE_DRAFT, words.delete()), words.delete_named(name));
    let row = el("tr").keyed(&kept.id);
    let draft = match &kept.draft {
        Ok(draft) => draft,
        Err(problem) => {
            let download =
                about(button(&act::DOWNLOAD_KEPT, words.download()), words.download_named(&kept.id));
            return row
                .put(of("th", "span").with("scope", "row").text(kept.id.clone()))
                .put(
                    of("td", "span")
                        .say("data-label", words.column_verdict())
                        .text(drafts::kept_problem(words, problem)),
                )
                .put(saved)
                .put(of("td", "menu span").put(download).put(delete(&kept.id)));
        }
    };
    let name = drafts::title(words, draft);
    let said = app.outcomes.with(|said| said.iter().find(|(id, _)| *id == kept.id).map(|(_, it)| it.clone()));
    let (shown, summary) = said.unwrap_or((Mark::Unknown, words.cannot_tell()));
    let title = if app.renaming.get() == kept.id {
        el("input")
            .with("id", "rename")
            .with("value", draft.title.trim())
            .say("aria-label", words.new_name_label(&name))
    } else {
        el("a").say("href", Route::Bid(kept.id.clone(), Step::Lines).address()).text(name.clone())
    };
    row.put(of("th", "span").with("scope", "row").put(title))
        .put(of("td", "span").say("data-label", words.column_verdict()).put(mark(shown, &summary)))
        .put(saved)
        .put(
            of("td", "menu span")
                .put(about(button(&act::RENAME, words.rename()), words.rename_named(&name)))
                .put(about(button(&act::COPY_DRAFT, words.duplicate()), words.duplicate_named(&name)))
                .put(delete(&name)),
        )
}

/// When a draft was saved, as people say it.
fn when(words: &Words, saved: &str) -> String {
    match saved.strip_prefix(day_text(now()).as_str()) {
        Some(time) => words.saved_today(time.trim()),
        None => saved.to_owned(),
    }
}

fn does(words: &Words) -> El {
    let item = |text| el("li").text(text);
    let list = of("ol", "tasks")
        .put(item(words.does_origin()))
        .put(item(words.does_services()))
        .put(item(words.does_sum()))
        .put(item(words.does_gap()))
        .put(item(words.does_cite()));
    el("section").put(el("h2").text(words.does_title())).put(list)
}

fn stored(words: &Words) -> El {
    let list = of("dl", "terms")
        .pair(words.stored_drafts(), words.stored_drafts_text())
        .pair(words.stored_rules(), words.stored_rules_text())
        .pair(words.stored_files(), words.stored_files_text());
    el("section").put(el("h2").text(words.stored_title())).put(list)
}
