//! A service: which part of its price is provided by whom, and from where.

use super::{about, actions, delete, place};
use crate::draft::{LineForm, PlaceForm};
use crate::i18n::Words;
use crate::present::GoodView;
use crate::ui::act;
use crate::ui::bind::{Slot, Spot};
use crate::ui::node::{El, el, of};
use crate::ui::parts::{cell, input, select, tell};

/// The parts of the service.
pub(super) fn parts(words: &Words, form: &LineForm, view: &GoodView) -> El {
    let rows = form.parts.iter().enumerate().map(|(index, part)| {
        let number = (index + 1).to_string();
        let at = |slot: Slot| Spot::of_item(slot, form.id, part.id);
        let typed = |slot: Slot, class: &str, column: String, stored: &str| {
            let (spot, label) = (at(slot), words.of_part(&column, &number));
            let told = tell(words, &view.fields, &spot, stored);
            let input = input(words, &spot, stored, &told);
            let input =
                if slot == Slot::PartAmount { input.say("placeholder", words.the_rest()) } else { input };
            cell(class, &column, &label, &spot, input, &told)
        };
        let places = PlaceForm::ALL.iter().map(|place| match place {
            PlaceForm::Unknown => words.from_unknown(),
            PlaceForm::Canada => words.from_canada(),
            PlaceForm::Elsewhere => words.from_elsewhere(),
            PlaceForm::WorksInCanada => words.from_works(),
            PlaceForm::LivesInCanada => words.from_lives(),
        });
        let (spot, based) = (at(Slot::Place), words.column_based());
        let places = select(&spot, &places.collect::<Vec<_>>(), place(PlaceForm::ALL, part.place));
        el("tr")
            .keyed(&part.id.to_string())
            .put(typed(Slot::Who, "span", words.column_who(), &part.who))
            .put(cell("", &based, &words.of_part(&based, &number), &spot, places, &None))
            .put(typed(Slot::PartAmount, "num", words.column_amount(), &part.amount))
            .put(delete(&act::DELETE_PART, &words.delete_part(&number), form.id, part.id))
    });
    let none = form.parts.is_empty();
    let section = el("section").put(el("h2").text(words.parts_title())).put(of("p", "hint").text(if none {
        words.parts_none()
    } else {
        words.parts_hint()
    }));
    let section = if none {
        section
    } else {
        let head = el("tr")
            .th("", words.column_who())
            .th("w-place", words.column_based())
            .th("num w-num", words.column_amount())
            .put(actions(words));
        section.put(of("table", "grid").put(el("thead").put(head)).put(el("tbody").all(rows)))
    };
    section.put(el("p").keyed("add").put(about(form.id, &act::ADD_PART, words.add_part())))
}
