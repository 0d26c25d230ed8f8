//! Rows pasted from a spreadsheet: description, quantity, unit price.

use super::bind;
use crate::draft::{Draft, LineForm, canonical};
use crate::i18n::Lang;

/// The cells of a pasted text with more than one cell. Nothing for a plain text, which is pasted as such.
pub(super) fn rows(text: &str) -> Option<Vec<Vec<&str>>> {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n']) {
        return None;
    }
    let rows = text.lines().map(|line| line.split('\t').map(str::trim).collect());
    Some(rows.filter(|row: &Vec<&str>| row.iter().any(|cell| !cell.is_empty())).collect())
}

/// Puts rows into the draft, from this line on, and says how many. A blank line takes the first; a header is left out.
pub(super) fn insert(draft: &mut Draft, at: u32, rows: &[Vec<&str>], lang: Lang) -> usize {
    let cell = |row: &[&str], index: usize| row.get(index).copied().unwrap_or_default().to_owned();
    let is_number = |text: String| canonical(&text, lang.number_style()).is_ok_and(|it| !it.is_empty());
    let is_header = |row: &[&str]| row.len() > 1 && !is_number(cell(row, 1)) && !is_number(cell(row, 2));
    let rows = match rows {
        [first, rest @ ..] if is_header(first) && !rest.is_empty() => rest,
        rows => rows,
    };
    let index = draft.lines.iter().position(|line| line.id == at);
    let is_blank = |line: &LineForm| {
        line.description.is_empty() && line.quantity.is_empty() && line.unit_price.is_empty()
    };
    let blank = index.filter(|index| is_blank(&draft.lines[*index]));
    let kind = index.map(|index| draft.lines[index].kind).unwrap_or_default();
    let first = draft.next_line_id();
    let lines = rows.iter().zip(first..).map(|(row, id)| LineForm {
        id,
        kind,
        description: cell(row, 0),
        quantity: bind::stored_number(lang, &cell(row, 1)),
        unit_price: bind::stored_number(lang, &cell(row, 2)),
        ..LineForm::default()
    });
    let mut lines: Vec<LineForm> = lines.collect();
    if let (Some(blank), Some(line)) = (blank, lines.first_mut()) {
        // Its origin may have been filled in already.
        let was = draft.lines[blank].clone();
        let LineForm { description, quantity, unit_price, .. } = std::mem::take(line);
        *line = LineForm { description, quantity, unit_price, ..was };
    }
    let place = index.map_or(draft.lines.len(), |index| index + 1);
    draft.lines.splice(blank.unwrap_or(place)..place, lines);
    rows.len()
}
