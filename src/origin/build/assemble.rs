//! Rows of a pack from readings: the parser's own names become names of the pack.

use super::names::{Glossary, Names};
use crate::origin::rule::{Alternative, Partners, Row};
use crate::origin::text::{self, Reading};
use crate::units::{Day, HsRange};

/// The alternatives of a reading, with the names of the pack in place of the reading's own.
pub fn alternatives(reading: &Reading, glossary: &Glossary<'_>, names: &mut Names) -> Vec<Alternative> {
    text::named(reading, &mut |_, words| names.number(glossary, words))
}

/// The goods of all alternatives, each range once, in order: what a row without a left column covers.
pub fn goods(alternatives: &[Alternative]) -> Vec<HsRange> {
    let mut goods: Vec<HsRange> = Vec::new();
    for range in alternatives.iter().flat_map(|it| &it.target.codes) {
        if !goods.contains(range) {
            goods.push(*range);
        }
    }
    goods
}

/// Between whom a row holds, from the sources' word for it.
pub fn partners(word: Option<&str>) -> Partners {
    match word {
        None => Partners::All,
        Some("other") => Partners::OtherTrade,
        Some(_) => Partners::Pair,
    }
}

/// Turns "until" as printed into the last day. "Until July 1" ends the day before; and a row that a later one follows
/// ends the day before that one begins, since on a day that both claim the new one holds.
pub fn settle_last_days(rows: &mut [Row]) {
    let begins: Vec<(Vec<HsRange>, Option<Day>)> =
        rows.iter().map(|it| (it.codes.clone(), it.from)).collect();
    for row in rows {
        let Some(until) = row.until else { continue };
        let first_of_month = until.parts().2 == 1;
        let ended = if first_of_month { before(until) } else { until };
        let next = begins.iter().filter(|(codes, _)| *codes == row.codes).filter_map(|(_, from)| *from);
        let next = next.filter(|from| row.from < Some(*from) && *from <= ended).min();
        row.until = Some(next.map_or(ended, before));
    }
}

/// The day before.
fn before(day: Day) -> Day {
    let (year, month, of_month) = day.parts();
    let earlier = |year: u16, month: u8, from: u8| {
        (1..=from).rev().find_map(|it| Day::read(&format!("{year:04}-{month:02}-{it:02}")))
    };
    let found = match (month, of_month) {
        (1, 1) => earlier(year - 1, 12, 31),
        (_, 1) => earlier(year, month - 1, 31),
        _ => earlier(year, month, of_month - 1),
    };
    found.unwrap_or(day)
}
