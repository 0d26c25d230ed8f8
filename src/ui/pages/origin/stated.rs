//! A good whose origin the user states: what, on what basis, with a note.

use super::place;
use crate::draft::{FactAnswer, LineForm, StatementBasis};
use crate::i18n::Words;
use crate::present::GoodView;
use crate::ui::bind::{Slot, Spot};
use crate::ui::node::{El, el};
use crate::ui::parts::{area, choices, field, tell};

/// The statement.
pub(super) fn statement(words: &Words, form: &LineForm, view: &GoodView) -> El {
    let stated = &form.statement;
    let answer = |is: FactAnswer, text| (place(FactAnswer::ALL, is), text, stated.canadian == is);
    let basis = |is: StatementBasis, text| (place(StatementBasis::ALL, is), text, stated.basis == is);
    let spot = Spot::of_line(Slot::Note, form.id);
    let told = tell(words, &view.fields, &spot, &stated.note);
    el("div")
        .put(choices(
            &Spot::of_line(Slot::Canadian, form.id),
            words.stated_question(),
            String::new(),
            &[
                answer(FactAnswer::Yes, words.stated_yes()),
                answer(FactAnswer::No, words.stated_no()),
                answer(FactAnswer::Unknown, words.stated_unknown()),
            ],
        ))
        .put(choices(
            &Spot::of_line(Slot::StatedBasis, form.id),
            words.stated_basis(),
            String::new(),
            &[
                basis(StatementBasis::WhollyProduced, words.stated_wholly()),
                basis(StatementBasis::SupplierStatement, words.stated_supplier()),
                basis(StatementBasis::Other, words.stated_other()),
            ],
        ))
        .put(field(
            &spot,
            words.stated_note(),
            area(&spot, &stated.note, &told),
            words.stated_note_hint(),
            &told,
        ))
}
