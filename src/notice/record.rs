//! One notice: what its row holds, without anything about persons.

use super::column::{Column, Field};
use super::told::Kind;
use crate::units::Day;

/// A notice as read. Texts stand as written.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The number of its row in the file, as a spreadsheet counts.
    pub row: u32,
    /// Its texts one after the other, in the order of the places of columns.
    pub(super) text: Box<str>,
    /// Where each of them ends.
    pub(super) ends: [u32; Column::PLACES],
    /// The words of the policy that stand in it: one bit each.
    pub(super) phrases: u16,
    /// What can be told, in a word.
    pub kind: Kind,
    /// Which of the list of agreements that the file holds.
    pub(super) agreements: u32,
}

/// What is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Goods.
    Goods,
    /// Services.
    Services,
    /// Construction.
    Construction,
    /// Services that go with goods.
    ServicesWithGoods,
}

impl Category {
    /// Every one, with the code of the file.
    pub const ALL: [(Category, &'static str); 4] = [
        (Category::Goods, "GD"),
        (Category::Services, "SRV"),
        (Category::Construction, "CNST"),
        (Category::ServicesWithGoods, "SRVTGD"),
    ];
}

impl Notice {
    /// A text in a language, or in the other where there is none in this one. May be empty.
    pub fn text(&self, field: Field, french: bool) -> &str {
        let own = self.place(Column { field, french });
        if own.is_empty() { self.place(Column { field, french: !french }) } else { own }
    }

    fn place(&self, column: Column) -> &str {
        let at = column.place();
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        self.text.get(from as usize..self.ends[at] as usize).unwrap_or_default().trim()
    }

    /// The parts of a text that is a list: one a line, or parted by semicolons, with or without a leading `*`.
    pub fn list(&self, field: Field, french: bool) -> Vec<String> {
        let mut parts = Vec::new();
        for part in self.text(field, french).split(['\n', ';', '*']) {
            if !part.trim().is_empty() {
                parts.push(part.trim().to_owned());
            }
        }
        parts
    }

    /// What is bought, as far as the codes are known.
    pub fn categories(&self) -> Vec<Category> {
        let mut found = Vec::new();
        for part in self.list(Field::Category, false) {
            for (category, code) in Category::ALL {
                if part.eq_ignore_ascii_case(code) {
                    found.push(category);
                }
            }
        }
        found
    }

    /// The day in a field, where it begins with one.
    pub fn day(&self, field: Field) -> Option<Day> {
        let text = self.text(field, false);
        Day::read(text.get(..10)?)
    }

    /// The time of closing, as `14:00`, where the file gives one.
    pub fn closing_time(&self) -> Option<&str> {
        let time = self.text(Field::Closes, false).get(11..16)?;
        let digits = time
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 2 { byte == b':' } else { byte.is_ascii_digit() });
        (digits && time != "00:00").then_some(time)
    }

    /// What it is known by: its reference, or else the number of its solicitation.
    pub fn number(&self) -> &str {
        let reference = self.text(Field::Reference, false);
        if reference.is_empty() { self.text(Field::Solicitation, false) } else { reference }
    }
}
