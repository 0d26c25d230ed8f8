//! The screens that are made of questions and answers: one pure function each, from what was typed to a sheet.

mod classify;

use super::sheet::{Sheet, Values};
use crate::i18n::Words;
use crate::units::Day;

/// The sheet of this name, for what was typed and the day of asking. Nothing where there is none.
pub fn of(name: &str, words: &Words, _values: &Values, _today: Day) -> Option<Sheet> {
    match name {
        "classify" => Some(classify::sheet(words)),
        _ => None,
    }
}
