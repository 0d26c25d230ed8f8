//! Plain-text tables. `#` opens a comment; columns stand two blanks or more apart; the first line names them; `-` is
//! an empty cell; lines that begin with a blank belong to the row above.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A row of a table.
pub(crate) struct Row<'t> {
    /// The first cell.
    pub(crate) id: &'t str,
    /// The lines below the row that begin with a blank, trimmed.
    pub(crate) more: Vec<&'t str>,
    cells: BTreeMap<&'t str, &'t str>,
}

impl<'t> Row<'t> {
    /// The cell of a column, empty for `-`.
    #[track_caller]
    pub(crate) fn cell(&self, column: &str) -> &'t str {
        let cell = self.cells.get(column);
        let cell = cell.unwrap_or_else(|| unreadable(self.id, &format!("has no column {column}")));
        if *cell == "-" { "" } else { cell }
    }
}

/// Stops a test: the table itself, or a draft made from it, is wrong.
#[track_caller]
pub(crate) fn unreadable(id: &str, why: &str) -> ! {
    #[allow(clippy::panic)] // A table that cannot be read is a mistake in the test.
    {
        panic!("row {id}: {why}")
    }
}

fn cells(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// The rows of a table.
#[track_caller]
pub(crate) fn rows(text: &str) -> Vec<Row<'_>> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let mut columns: Vec<&str> = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in lines {
        let found = cells(line);
        if columns.is_empty() || line.starts_with("id ") {
            columns = found;
        } else if line.starts_with(' ') {
            rows.last_mut()
                .unwrap_or_else(|| unreadable(line, "stands before any row"))
                .more
                .push(line.trim());
        } else {
            let id = found[0];
            if found.len() != columns.len() {
                unreadable(id, &format!("has {} cells for {} columns", found.len(), columns.len()));
            }
            assert!(rows.iter().all(|row| row.id != id), "the id {id} stands twice");
            rows.push(Row { id, more: Vec::new(), cells: columns.iter().copied().zip(found).collect() });
        }
    }
    assert!(!rows.is_empty(), "the table has no rows");
    rows
}

/// Compares each row's columns with what `answer` says of them, and prints every row that differs.
#[track_caller]
pub(crate) fn check(text: &str, answer: impl Fn(&Row<'_>) -> Vec<(&'static str, String)>) {
    let mut differing = String::new();
    for row in rows(text) {
        for (column, found) in answer(&row) {
            let expected = row.cell(column);
            if expected != found {
                let because = row.cell("because");
                let _ = write!(
                    differing,
                    "\n{} ({because})\n  {column}: expected {expected}\n  {column}: answered {found}",
                    row.id
                );
            }
        }
    }
    assert!(differing.is_empty(), "{differing}\n");
}
