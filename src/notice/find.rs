//! Search and filter: any text that is kept, what is bought, when it closes, and what can be told.

use super::column::Field;
use super::plain::{holds, plain};
use super::record::{Category, Notice};
use super::told::Kind;
use crate::units::Day;

/// What is looked for. Nothing: anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, each of which must stand somewhere in the notice; as `filter_words` makes them.
    pub words: Vec<Vec<u8>>,
    /// What is bought.
    pub category: Option<Category>,
    /// It closes on this day or later. A notice without a closing day is left out.
    pub closes_from: Option<Day>,
    /// What can be told.
    pub kind: Option<Kind>,
}

/// Words as they are searched. What is typed without a space, such as a number with hyphens, stays together.
pub fn filter_words(typed: &str) -> Vec<Vec<u8>> {
    typed.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect()
}

impl Filter {
    /// Whether the notice fits. `room` is lent for its text as it is searched.
    pub(super) fn fits(&self, notice: &Notice, room: &mut Vec<u8>) -> bool {
        if self.kind.is_some_and(|kind| kind != notice.kind) {
            return false;
        }
        if let Some(category) = self.category
            && !notice.categories().contains(&category)
        {
            return false;
        }
        if let Some(day) = self.closes_from
            && notice.day(Field::Closes).is_none_or(|closes| closes < day)
        {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        room.clear();
        notice.plain_into(room);
        self.words.iter().all(|word| holds(room, word))
    }
}
