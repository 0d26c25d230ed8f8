//! Fields: an input or choice bound to a slot of the draft, with its label, hint, and what is wrong with it.

use crate::case::MaterialId;
use crate::i18n::Words;
use crate::present::FieldView;
use crate::ui::bind::{Slot, Spot, is_ambiguous, shown_number};
use crate::ui::node::{El, el, of};

/// What is to be said about a field: whether it is an error, and the sentence.
pub(in crate::ui) type Told = Option<(bool, String)>;

/// What is to be said about the field at this spot, which holds this text.
pub(in crate::ui) fn tell(words: &Words, said: &[FieldView], spot: &Spot, stored: &str) -> Told {
    if spot.slot.is_number() && is_ambiguous(stored) {
        return Some((true, words.problem_ambiguous()));
    }
    let item = if spot.item == 0 { None } else { Some(MaterialId(spot.item)) };
    // What is wrong with the parts of a service together is told beside each.
    let here = |it: &&FieldView| it.item == item || (it.item.is_none() && spot.slot == Slot::PartAmount);
    let found = said.iter().find(|it| here(it) && spot.slot.is_told(it.field))?;
    Some((found.error, found.text.clone()))
}

/// The id of the field at this spot; of what is said about it, with `suffix`.
fn id(spot: &Spot, suffix: &str) -> String {
    let mut id = String::from(spot.slot.name());
    for part in [spot.line, spot.item] {
        if part != 0 {
            id.push('-');
            id.push_str(&part.to_string());
        }
    }
    id.push_str(suffix);
    id
}

/// Marks an element as the field of this spot.
fn bound(element: El, spot: &Spot) -> El {
    let mut element = element.with("data-field", spot.slot.name());
    if spot.line != 0 {
        element = element.say("data-line", spot.line.to_string());
    }
    if spot.item != 0 {
        element = element.say("data-item", spot.item.to_string());
    }
    if spot.key.is_empty() { element } else { element.with("data-key", &spot.key) }
}

/// An input that holds this stored text.
pub(in crate::ui) fn input(words: &Words, spot: &Spot, stored: &str, told: &Told) -> El {
    let number = spot.slot.is_number();
    let shown = if number { shown_number(words.lang(), stored) } else { stored.to_owned() };
    let mut input = bound(el("input"), spot).with("value", &shown).with("autocomplete", "off");
    if number {
        input = input.with("inputmode", "decimal");
    }
    described(input, spot, told)
}

fn described(element: El, spot: &Spot, told: &Told) -> El {
    match told {
        Some((error, _)) => {
            let element = element.say("aria-describedby", id(spot, "-said"));
            if *error { element.with("aria-invalid", "true") } else { element }
        }
        None => element,
    }
}

/// An input of several lines that holds this text.
pub(in crate::ui) fn area(spot: &Spot, stored: &str, told: &Told) -> El {
    described(bound(el("textarea"), spot), spot, told).text(stored.to_owned())
}

/// What is said about the field, to stand after it.
pub(in crate::ui) fn note(spot: &Spot, told: &Told) -> Option<El> {
    let (error, text) = told.as_ref()?;
    Some(of("p", if *error { "field-error" } else { "hint" }).say("id", id(spot, "-said")).text(text.clone()))
}

/// A cell of a grid with an input, labelled for those who do not see the column.
pub(in crate::ui) fn cell(class: &str, column: &str, label: &str, spot: &Spot, input: El, told: &Told) -> El {
    let cell = of("td", class).with("data-label", column).put(input.with("aria-label", label));
    match note(spot, told) {
        Some(note) => cell.put(note),
        None => cell,
    }
}

/// A choice from a list, by the place in the list.
pub(in crate::ui) fn select(spot: &Spot, options: &[String], chosen: usize) -> El {
    let option = |(index, text): (usize, &String)| {
        let option = el("option").say("value", index.to_string()).flag("selected", index == chosen);
        option.text(text.clone())
    };
    bound(el("select"), spot).all(options.iter().enumerate().map(option))
}

/// A field on its own, with its label above and a hint below.
pub(in crate::ui) fn field(spot: &Spot, label: String, control: El, hint: String, told: &Told) -> El {
    let name = id(spot, "");
    let mut field =
        of("div", "field").put(el("label").with("for", &name).text(label)).put(control.with("id", &name));
    if let Some(note) = note(spot, told) {
        field = field.put(note);
    }
    if hint.is_empty() { field } else { field.put(of("p", "hint").text(hint)) }
}

/// A question with its choices side by side: value, text, whether it is the one.
pub(in crate::ui) fn choices(
    spot: &Spot,
    question: String,
    hint: String,
    options: &[(usize, String, bool)],
) -> El {
    let mut name = id(spot, "");
    name.push_str(&spot.key);
    let option = |(value, text, chosen): &(usize, String, bool)| {
        let radio = bound(el("input"), spot)
            .with("type", "radio")
            .with("name", &name)
            .say("value", value.to_string())
            .flag("checked", *chosen);
        el("label").put(radio).text(text.clone())
    };
    let mut ask = of("fieldset", "ask").keyed(&name).put(el("legend").text(question));
    if !hint.is_empty() {
        ask = ask.put(of("p", "hint").text(hint));
    }
    ask.put(of("div", "choices").all(options.iter().map(option)))
}

/// Something that is so or not.
pub(in crate::ui) fn check(spot: &Spot, label: String, is: bool) -> El {
    let check = bound(el("input"), spot).with("type", "checkbox").flag("checked", is);
    of("p", "choices").put(el("label").put(check).text(label))
}
