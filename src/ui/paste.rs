//! Rows pasted from a spreadsheet, three cells each: description, quantity and unit price of lines; name, code and value
//! of the materials of a good.

use super::bind;
use crate::draft::{Draft, LineForm, MaterialForm, canonical};
use crate::i18n::Lang;

/// What was pasted.
pub(super) struct Pasted<'a> {
    rows: Vec<[&'a str; 3]>,
    /// Whether something stands in a column after the third.
    pub(super) is_wide: bool,
    /// Whether the first row was read as a heading, and left out.
    pub(super) has_heading: bool,
}

/// The cells of a pasted text with more than one cell. Nothing for a plain text, which is pasted as such.
pub(super) fn read(text: &str, lang: Lang) -> Option<Pasted<'_>> {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n']) {
        return None;
    }
    let mut pasted = Pasted { rows: Vec::new(), is_wide: false, has_heading: false };
    for line in text.lines() {
        let mut cells = line.split('\t').map(str::trim);
        let row = [(); 3].map(|()| cells.next().unwrap_or_default());
        let more = cells.any(|cell| !cell.is_empty());
        pasted.is_wide |= more;
        if more || row.iter().any(|cell| !cell.is_empty()) {
            pasted.rows.push(row);
        }
    }
    if let [first, _, ..] = &pasted.rows[..] {
        let names = &first[1..];
        let is_figure = |cell: &str| {
            cell.starts_with(|c: char| c.is_ascii_digit()) || canonical(cell, lang.number_style()).is_ok()
        };
        pasted.has_heading = names.iter().any(|cell| !cell.is_empty())
            && names.iter().all(|cell| cell.is_empty() || !is_figure(cell));
    }
    if pasted.has_heading {
        pasted.rows.remove(0);
    }
    Some(pasted)
}

impl Pasted<'_> {
    /// How many rows there are, the heading left out.
    pub(super) fn count(&self) -> usize {
        self.rows.len()
    }

    /// Puts the rows into the draft as lines, from this line on; with an item, as materials of it, from this material
    /// on. A blank one takes the first row.
    pub(super) fn put(&self, draft: &mut Draft, line: u32, item: u32, lang: Lang) {
        let number = |cell: &str| bind::stored_number(lang, cell);
        if item > 0 {
            let Some(line) = draft.lines.iter_mut().find(|it| it.id == line) else { return };
            let list = &mut line.good.materials;
            let first = list.iter().map(|it| it.id).max().unwrap_or_default().saturating_add(1);
            self.fill(
                list,
                &|it| it.id == item,
                &|it| it.description.is_empty() && it.code.is_empty() && it.value.is_empty(),
                &|place| MaterialForm { id: first.saturating_add(place), ..MaterialForm::default() },
                &|it, [name, code, value]| {
                    (it.description, it.code, it.value) = ((*name).into(), (*code).into(), number(value));
                },
            );
            return;
        }
        let first = draft.next_line_id();
        let kind = draft.lines.iter().find(|it| it.id == line).map(|it| it.kind).unwrap_or_default();
        self.fill(
            &mut draft.lines,
            &|it| it.id == line,
            &|it| it.description.is_empty() && it.quantity.is_empty() && it.unit_price.is_empty(),
            &|place| LineForm { id: first.saturating_add(place), kind, ..LineForm::default() },
            &|it, [name, quantity, price]| {
                it.description = (*name).into();
                (it.quantity, it.unit_price) = (number(quantity), number(price));
            },
        );
    }

    /// Puts the rows behind the one that is pasted at, or at the end. A blank one keeps what else is known of it.
    fn fill<T>(
        &self,
        list: &mut Vec<T>,
        is_at: &dyn Fn(&T) -> bool,
        is_blank: &dyn Fn(&T) -> bool,
        new: &dyn Fn(u32) -> T,
        take: &dyn Fn(&mut T, &[&str; 3]),
    ) {
        let mut rows = &self.rows[..];
        let at = list.iter().position(is_at);
        if let Some(blank) = at.and_then(|at| list.get_mut(at)).filter(|it| is_blank(it))
            && let [first, rest @ ..] = rows
        {
            take(blank, first);
            rows = rest;
        }
        let behind = list.split_off(at.map_or(list.len(), |at| at + 1));
        for (row, place) in rows.iter().zip(0..) {
            let mut it = new(place);
            take(&mut it, row);
            list.push(it);
        }
        list.extend(behind);
    }
}
