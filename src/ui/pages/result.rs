//! The verdict: first as a sentence, then as figures, line by line, with its reasons, and under other rules.

use crate::engine::Data;
use crate::i18n::Words;
use crate::present::{self, CompareRow, CompareView, Mark, ReasonView, ResultView};
use crate::ui::act::{self, button};
use crate::ui::node::{El, Node, el, follow, nothing, of};
use crate::ui::parts::{Bar, bar, keys, mark, reasons};
use crate::ui::route::Step;
use crate::ui::rules::Held;
use crate::ui::state::App;

/// The screen.
pub(super) fn result(app: App) -> Node {
    of("div", "result")
        .keyed("result")
        .put(follow(app, verdict))
        .put(follow(app, actions))
        .put(follow(app, questions))
        .put(follow(app, other_rules))
        .put(follow(app, lines))
        .put(follow(app, why))
        .put(follow(app, edition))
        .into()
}

fn verdict(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    if !judged.are_there() {
        return of("p", "loading").text(words.rules_loading()).into();
    }
    let result = &judged.0.result;
    let sentences = result.sentences.iter().map(|text| el("p").text(text.clone()));
    let verdict = of("section", "verdict")
        .put(mark(result.mark, &result.word))
        .put(el("h1").text(result.verdict.clone()))
        .all(sentences);
    el("div").put(verdict).put(share(words, result)).into()
}

fn share(words: &Words, result: &ResultView) -> Node {
    let Some(share) = &result.share else { return nothing() };
    let drawn = Bar {
        canadian: share.canadian,
        open: share.undetermined,
        threshold: share.threshold,
        label: share.threshold_text.clone(),
    };
    of("section", "share")
        .put(of("h2", "sr").text(words.share_title()))
        .put(bar(words, &drawn))
        .put(keys(words, share))
        .into()
}

fn actions(app: App) -> Node {
    let words = app.words();
    let set = app.draft.with(|draft| draft.rule_set.meaning());
    let other = match act::other_set(set) {
        crate::origin::pack::RuleSet::Cusma => words.read_today(),
        _ => words.read_older(),
    };
    let other =
        button(&act::MORE, other).with("aria-expanded", if app.more.get() { "true" } else { "false" });
    of("p", "row no-print")
        .put(of("a", "button").with("href", "#/tools/certificate").text(words.result_next()))
        .put(other)
        .put(button(&act::PRINT, words.print()))
        .put(button(&act::DOWNLOAD, words.download_draft()))
        .into()
}

/// The open questions that bear on the answer, each with its switch.
fn questions(app: App) -> Node {
    let judged = app.judged.get();
    crate::ui::pages::sheet::all(app, of("section", "sheet"), &judged.0.result.questions).into()
}

fn lines(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let all = &*judged.0;
    let row = |row: &present::ResultRow| {
        let name = el("a").say("href", app.address(Step::Origin(Some(row.id)))).text(row.name.clone());
        el("tr")
            .put(of("th", "span").with("scope", "row").put(name))
            .put(of("td", "num").say("data-label", words.column_amount()).text(row.amount.clone()))
            .put(el("td").say("data-label", words.column_verdict()).put(mark(row.mark, &row.status)))
            .put(of("td", "span").text(row.why.clone()))
    };
    let head = el("tr")
        .th("", words.column_line())
        .th("num w-num", words.column_amount())
        .th("w-mark", words.column_verdict())
        .th("", words.column_why());
    let foot = |name: String, amount: &str| {
        el("tr")
            .put(el("th").with("scope", "row").text(name))
            .put(of("td", "num").text(if amount.is_empty() { String::new() } else { words.dollars(amount) }))
            .put(el("td").with("colspan", "2"))
    };
    if !judged.are_there() {
        return nothing();
    }
    if all.result.rows.is_empty() {
        let to_lines = of("a", "button").say("href", app.address(Step::Lines)).text(words.to_lines());
        return el("p").put(to_lines).into();
    }
    el("section")
        .put(el("h2").text(words.line_by_line()))
        .put(
            of("table", "grid")
                .put(el("thead").put(head))
                .put(el("tbody").all(all.result.rows.iter().map(row)))
                .put(
                    el("tfoot")
                        .put(foot(words.total_price(), &all.lines.total))
                        .put(foot(words.of_which_canadian(), &all.lines.canadian)),
                ),
        )
        .into()
}

/// The reasons of each line, folded.
fn why(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let line = |(line, tree): (&present::ResultRow, &Vec<ReasonView>)| {
        let summary = of("summary", "reason").put(mark(line.mark, &line.status));
        let summary = summary.text(words.reasons_of(&line.name, &line.status));
        el("li").put(el("details").put(summary).put(reasons(tree)))
    };
    let (rows, trees) = (&judged.0.result.rows, &judged.0.trees);
    if trees.is_empty() {
        return nothing();
    }
    of("section", "why")
        .put(el("h2").text(words.why_title()))
        .put(of("ul", "reasons").all(rows.iter().zip(trees).map(line)))
        .into()
}

fn other_rules(app: App) -> Node {
    if !app.more.get() {
        return nothing();
    }
    let words = app.words();
    let set = app.draft.with(|draft| draft.rule_set.meaning());
    let section = of("section", "other").put(el("h2").text(words.compare_title()));
    let Some(view) = app.compared.get() else {
        let held = [set, act::other_set(set)].map(|set| app.held(Data::of_set(set)));
        let text = if held.contains(&Held::Failed) { words.rules_missing() } else { words.rules_loading() };
        return section.put(el("p").text(text)).into();
    };
    compared(section, words, &view).into()
}

fn compared(section: El, words: &Words, view: &CompareView) -> El {
    if view.rows.is_empty() {
        return section.put(el("p").text(words.compare_none()));
    }
    let [first, second] = &view.sets;
    let seen = |set: &String, (found, text): &(Mark, String)| {
        el("td").with("data-label", set).put(mark(*found, text))
    };
    let row = |row: &CompareRow| {
        let mut differs = of("td", "span");
        for (is, text) in
            [(row.status_differs, words.compare_status()), (row.rule_differs, words.compare_rule())]
        {
            if is {
                differs = differs.put(of("span", "tag").text(text)).text(String::from(" "));
            }
        }
        if row.rule_differs {
            let rule = |set: &String, rule: &String| {
                el("p").put(of("span", "hint").text(set.clone())).put(el("br")).text(rule.clone())
            };
            differs = differs.put(rule(first, &row.rules[0])).put(rule(second, &row.rules[1]));
        } else if !row.status_differs {
            differs = differs.text(words.compare_nothing());
        }
        let tr = if row.status_differs || row.rule_differs { of("tr", "differs") } else { el("tr") };
        tr.put(of("th", "span").with("scope", "row").text(row.name.clone()))
            .put(seen(first, &row.statuses[0]))
            .put(seen(second, &row.statuses[1]))
            .put(differs)
    };
    let columns = el("tr")
        .th("", words.column_line())
        .th("w-compare", first.clone())
        .th("w-compare", second.clone())
        .th("", words.compare_differs());
    let foot = el("tr")
        .put(of("th", "span").with("scope", "row").text(words.compare_bid()))
        .put(seen(first, &view.outcomes[0]))
        .put(seen(second, &view.outcomes[1]))
        .put(el("td"));
    section.put(el("p").text(view.sentence.clone())).put(
        of("table", "grid compare")
            .put(el("thead").put(columns))
            .put(el("tbody").all(view.rows.iter().map(row)))
            .put(el("tfoot").put(foot)),
    )
}

fn edition(app: App) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let mut list = el("dl");
    for (term, text) in &judged.0.result.edition {
        list = list.pair(term.clone(), text.clone());
    }
    of("section", "edition").put(el("h2").text(words.rules_used())).put(list).into()
}
