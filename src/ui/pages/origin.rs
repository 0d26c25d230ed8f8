//! The origin of one good or service: how it is known, the rule, the facts, the answer with its reasons.

mod good;
mod service;
mod stated;

pub(in crate::ui) use good::PIECE as MATERIALS;

use crate::case::LineId;
use crate::draft::{LineForm, LineKind, OriginBy};
use crate::i18n::Words;
use crate::present::sheet::Block;
use crate::present::{GoodView, line_name};
use crate::ui::act::{self, button};
use crate::ui::bind::{Slot, Spot};
use crate::ui::node::{El, Node, el, live, of};
use crate::ui::pages::sheet::all;
use crate::ui::parts::{choices, mark, piece, reasons};
use crate::ui::route::Step;
use crate::ui::state::App;

/// The screen. Without a line: the first one's.
pub(super) fn origin(app: App, line: Option<LineId>) -> Node {
    let mut key = app.open_id();
    key.push('/');
    key.push_str(&line.map(|line| line.0.to_string()).unwrap_or_default());
    of("div", "origin")
        .keyed(&key)
        .put(live(move || list(app, line)))
        .put(live(move || facts(app, line)))
        .put(live(move || why(app, line)))
        .into()
}

/// The line asked for, or the first.
fn line_of(app: App, line: Option<LineId>) -> Option<(LineForm, GoodView)> {
    let (form, index) = app.draft.with(|draft| {
        let index = line.map_or(Some(0), |id| draft.lines.iter().position(|line| line.id == id.0))?;
        Some((draft.lines.get(index)?.clone(), index))
    })?;
    let view = app.good(form.id, &line_name(app.words(), &form.description, index));
    Some((form, view))
}

fn list(app: App, line: Option<LineId>) -> Node {
    let (words, judged) = (app.words(), app.judged.get());
    let lines = &judged.0.lines.lines;
    let current = line.or_else(|| lines.first().map(|line| line.id));
    let item = |line: &crate::present::LineView| {
        let link = el("a").say("href", app.address(Step::Origin(Some(line.id))));
        let link = if Some(line.id) == current { link.with("aria-current", "true") } else { link };
        el("li").put(link.put(mark(line.mark, &line.status)).put(el("span").text(line.name.clone())))
    };
    of("nav", "line-list")
        .say("aria-label", words.lines_title())
        .put(el("ol").all(lines.iter().map(item)))
        .into()
}

fn facts(app: App, line: Option<LineId>) -> Node {
    let words = app.words();
    let Some((form, view)) = line_of(app, line) else {
        let to_lines = of("a", "button").say("href", app.address(Step::Lines)).text(words.to_lines());
        return of("div", "empty").put(el("p").text(words.origin_none())).put(el("p").put(to_lines)).into();
    };
    let facts = of("div", "facts")
        .put(el("h1").text(view.name.clone()))
        .put(of("div", "answer").put(mark(view.mark, &view.status)).put(el("p").text(view.sentence.clone())));
    let details = |facts: El| {
        let details = of("section", "details sheet").keyed("details");
        // Folds about materials: of those that the grid shows.
        let is_of_material = |block: &Block| matches!(block, Block::Fold(fold) if fold.item.is_some());
        let first = view.details.iter().position(is_of_material).unwrap_or(view.details.len());
        let (about, materials) = view.details.split_at(first);
        let shown = piece(app, materials.len(), MATERIALS);
        facts.put(all(app, all(app, details, about), &materials[shown])).into()
    };
    if form.kind == LineKind::Service {
        return details(facts.put(service::parts(words, &form, &view)));
    }
    let facts = if view.remedies.is_empty() {
        facts
    } else {
        let list = el("ul").all(view.remedies.iter().map(|text| el("li").text(text.clone())));
        facts.put(
            of("section", "remedies")
                .keyed("remedies")
                .put(el("h2").text(words.remedies_heading()))
                .put(list),
        )
    };
    let facts = facts.put(known(words, &form));
    details(match form.origin_by {
        OriginBy::Unknown => facts,
        OriginBy::Statement => facts.put(stated::statement(words, &form, &view)),
        OriginBy::Rules => good::facts(app, facts, &form, &view),
    })
}

/// How the origin of the good is known.
fn known(words: &Words, form: &LineForm) -> El {
    let choice = |by: OriginBy, text| (place(OriginBy::ALL, by), text, form.origin_by == by);
    choices(
        &Spot::of_line(Slot::OriginBy, form.id),
        words.how_known(),
        String::new(),
        &[
            choice(OriginBy::Rules, words.known_by_rules()),
            choice(OriginBy::Statement, words.known_stated()),
            choice(OriginBy::Unknown, words.known_not()),
        ],
    )
}

/// The place of a choice in its list.
fn place<T: PartialEq>(all: &[T], choice: T) -> usize {
    all.iter().position(|it| *it == choice).unwrap_or_default()
}

fn why(app: App, line: Option<LineId>) -> Node {
    let words = app.words();
    let Some((_, view)) = line_of(app, line) else { return crate::ui::node::nothing() };
    of("section", "why")
        .put(el("h2").text(words.why_title()))
        .put(reasons(&view.reasons))
        .put(of("p", "edition").text(view.edition))
        .into()
}

/// The last cell of the head of a small grid, for those who do not see the buttons below.
fn actions(words: &Words) -> El {
    el("th").with("scope", "col").put(of("span", "sr").text(words.column_actions()))
}

/// The cell with the button that deletes the row of this item.
fn delete(action: &act::Action, label: &str, line: u32, item: u32) -> El {
    let button = act::icon(action, "icon del", label);
    of("td", "act").put(button.say("data-line", line.to_string()).say("data-item", item.to_string()))
}

/// A button about a line.
fn about(line: u32, action: &act::Action, label: String) -> El {
    button(action, label).say("data-line", line.to_string())
}
