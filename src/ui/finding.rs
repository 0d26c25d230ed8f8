//! Finding a code while typing in its field: the list that opens below, as the combobox pattern of ARIA has it.

use super::bind::{Slot, Spot};
use super::edit;
use super::engine;
use super::node::{El, Node, el, nothing, of};
use super::route::Route;
use super::rules::{self, Held};
use super::state::App;
use crate::engine::{Data, Find, question};
use crate::present::{FindHit, FindView};
use crate::wire::Wire;
use std::sync::Arc;

/// What is being looked for.
#[derive(Clone, Default)]
pub(super) struct Finding {
    /// The field that is typed in. Nothing: no list is open.
    pub(super) spot: Option<Spot>,
    /// What was typed in it.
    typed: String,
    /// What was found, as far as an answer has come.
    found: Option<Arc<FindView>>,
    /// Which of it is marked, counted from one. Zero: none.
    active: usize,
}

impl Finding {
    /// The lines that were found, in the order of the list.
    #[inline(never)]
    fn hits(&self) -> Vec<&FindHit> {
        let groups = self.found.iter().flat_map(|view| &view.groups);
        groups.flat_map(|group| &group.hits).collect()
    }

    /// Takes an answer. The mark stays with its line: Enter must never take another one that came into its place.
    fn take(&mut self, found: Option<FindView>) {
        let marked =
            self.active.checked_sub(1).and_then(|index| Some(self.hits().get(index)?.digits.clone()));
        self.found = found.map(Arc::new);
        let kept = marked.and_then(|digits| self.hits().iter().position(|hit| hit.digits == digits));
        self.active = kept.map_or(0, |index| index + 1);
    }
}

/// The id of the list, and before the number of a line of it.
const LIST: &str = "found";

/// Something was typed in a field: if it is one of a code, what it may mean is looked up.
pub(super) fn typed(app: App, spot: &Spot, typed: &str) {
    if !matches!(spot.slot, Slot::Code | Slot::MaterialCode) {
        return;
    }
    let typed = typed.trim();
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    // A whole code says itself what it means.
    let is_code = digits >= 6 && typed.chars().all(|c| c.is_ascii_digit() || c == '.' || c.is_whitespace());
    let long_enough = typed.chars().count() > 1 && !is_code;
    app.finding.update(|finding| {
        finding.spot = long_enough.then(|| spot.clone());
        typed.clone_into(&mut finding.typed);
        finding.active = 0;
        if !long_enough {
            finding.found = None;
        }
    });
}

/// Closes the list.
pub(super) fn close(app: App) {
    if app.finding.with_untracked(|finding| finding.spot.is_some()) {
        app.finding.set(Finding::default());
    }
}

/// Takes a key that was pressed in the field. Whether it was for the list.
pub(super) fn pressed(app: App, key: &str) -> bool {
    let finding = app.finding.get_untracked();
    if finding.spot.is_none() {
        return false;
    }
    let count = finding.hits().len();
    let next = match key {
        "Escape" => {
            close(app);
            return true;
        }
        "Enter" if finding.active > 0 => {
            pick(app, finding.active);
            return true;
        }
        "ArrowDown" if count > 0 => finding.active % count + 1,
        // From the first line, or from none, up is to the last.
        "ArrowUp" if count > 0 => {
            if finding.active <= 1 {
                count
            } else {
                finding.active - 1
            }
        }
        _ => return false,
    };
    app.finding.update(|finding| finding.active = next);
    true
}

/// Puts the code of the line of this number into the field. A heading is a step on the way: its lines are shown next.
pub(super) fn pick(app: App, number: usize) {
    let finding = app.finding.get_untracked();
    let (Some(spot), Some(index)) = (&finding.spot, number.checked_sub(1)) else { return };
    let Some(hit) = finding.hits().get(index).copied() else { return };
    let code = if hit.exact { hit.code.clone() } else { hit.digits.clone() };
    edit::type_in(app, spot.clone(), &code);
    super::events::show_field(app, spot);
    if hit.exact { close(app) } else { typed(app, spot, &code) }
}

/// Asks about what is typed.
pub(super) fn ask_always(app: App) {
    engine::follow(
        app,
        |app| {
            let (open, typed) = app.finding.with(|finding| (finding.spot.is_some(), finding.typed.clone()));
            let lang = app.lang.get();
            if !open || !matches!(app.route.get(), Route::Bid(..)) || !engine::speaks(app) {
                return None;
            }
            rules::need_once(app, Data::names(lang));
            (app.held(Data::names(lang)) == Held::Ready).then(|| question(&Find { typed, lang }))
        },
        |app, bytes| {
            let found: Option<FindView> = Wire::of_bytes(bytes).unwrap_or_default();
            let open = app.finding.with_untracked(|finding| finding.spot.is_some());
            if open {
                app.finding.update(|finding| finding.take(found));
            }
        },
    );
}

/// What is read aloud of the list. Follows it.
pub(super) fn spoken(app: App) -> String {
    app.finding.with(|finding| finding.found.as_ref().map_or_else(String::new, |view| view.summary.clone()))
}

/// Whether something was found for what stands in this field, so that what is wrong with it is not said yet.
pub(super) fn is_found(app: App, spot: &Spot) -> bool {
    app.finding.with(|finding| finding.spot.as_ref() == Some(spot) && !finding.hits().is_empty())
}

/// The input of a code, as one that opens a list.
pub(super) fn input(app: App, spot: &Spot, input: El) -> El {
    let input = input.with("role", "combobox").with("aria-autocomplete", "list");
    let finding = app.finding.get();
    if finding.spot.as_ref() != Some(spot) {
        return input.with("aria-expanded", "false");
    }
    let input = input.with("aria-expanded", "true").with("aria-controls", LIST);
    if finding.active > 0 { input.say("aria-activedescendant", id(finding.active)) } else { input }
}

fn id(number: usize) -> String {
    let mut id = String::from(LIST);
    id.push('-');
    id.push_str(&number.to_string());
    id
}

/// The list below the field, if it is this field's.
pub(super) fn list(app: App, spot: &Spot) -> Node {
    let finding = app.finding.get();
    if finding.spot.as_ref() != Some(spot) {
        return nothing();
    }
    let words = app.words();
    let box_of = |inner: El| of("div", "found").keyed("found").put(inner);
    let Some(view) = finding.found else {
        let failed = app.held(Data::names(words.lang())) == Held::Failed;
        let text = if failed { words.names_missing() } else { words.names_loading() };
        return box_of(of("p", "hint").text(text)).into();
    };
    let mut options =
        of("div", "options").with("role", "listbox").with("id", LIST).say("aria-label", words.names_label());
    if view.typed != finding.typed {
        // What stands there was found for what was typed before.
        options = options.with("aria-busy", "true");
    }
    let mut number = 0;
    for group in &view.groups {
        let mut name = group.code.clone();
        for part in [" ", &group.label] {
            name.push_str(part);
        }
        let mut shown = of("div", "group").with("role", "group").with("aria-label", &name);
        shown = shown.put(of("div", "heading").with("aria-hidden", "true").text(name));
        for hit in &group.hits {
            number += 1;
            shown = shown.put(option(hit, number, number == finding.active));
        }
        options = options.put(shown);
    }
    let mut shown = el("div").put(of("p", "hint").text(view.summary.clone()));
    for notice in &view.notices {
        shown = shown.put(el("p").text(notice.clone()));
    }
    if number > 0 {
        shown = shown.put(options);
    }
    let rules = el("a").say("href", Route::Sheet(String::from("classify")).address()).text(words.names_how());
    let answers = of("p", "hint").text(view.you_answer.clone()).text(String::from(" ")).put(rules);
    box_of(shown.put(answers)).into()
}

fn option(hit: &FindHit, number: usize, active: bool) -> El {
    let mut name = el("span");
    for part in &hit.label {
        name = if part.matched {
            name.put(el("mark").text(part.text.clone()))
        } else {
            name.text(part.text.clone())
        };
    }
    let mut option = of("div", "option")
        .with("role", "option")
        .say("id", id(number))
        .with("aria-selected", if active { "true" } else { "false" })
        .say("data-pick", number.to_string())
        .put(of("span", "digits").text(hit.code.clone()))
        .put(name);
    if !hit.by.is_empty() {
        option = option.put(of("small", "hint").text(hit.by.clone()));
    }
    option
}
