//! The search by code: the beginning of one, with or without points, of today or of an older edition.

use super::{Catalog, Found, Hit, Line};
use crate::units::{HsCode, Level};

/// The digits of what was typed, where it is a code or its beginning. Digits behind the sixth are national: cut.
pub(super) fn digits(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            '.' | ' ' | '-' | '\u{a0}' | '\u{202f}' => {}
            _ => return None,
        }
    }
    digits.truncate(6);
    (!digits.is_empty()).then_some(digits)
}

/// The lines whose codes begin with the digits. Where there are none, those that a code of an older edition became.
pub(super) fn find(catalog: &Catalog, digits: &str, limit: usize) -> Found {
    let mut lines: Vec<&Line> =
        catalog.lines.iter().filter(|line| line.code.as_str().starts_with(digits)).collect();
    let mut older = None;
    if lines.is_empty() {
        older = HsCode::read(digits).ok().and_then(|code| catalog.older(&code)).cloned();
        for code in older.iter().flat_map(|it| &it.today) {
            lines.extend(catalog.place(code).and_then(|place| catalog.lines.get(place)));
        }
    } else if digits.len() < 4 {
        // Chapters and headings first, so that one sees where to go on.
        lines.sort_by_key(|line| (line.code.level() == Level::Subheading, line.code));
    }
    let count = lines.len();
    lines.truncate(limit);
    let hits = lines.iter().map(|line| Hit { code: line.code, parts: Vec::new(), word: None }).collect();
    Found { hits, older, by_code: true, count }
}
