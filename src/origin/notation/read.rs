//! From the text of a pack file to the pack.

use super::alternative::alternative;
use super::terms::{name_of, ranges};
use super::{FIRST_LINE, PackFault, PackProblem};
use crate::origin::pack::{Pack, Patch, Rows, RuleSet};
use crate::origin::rule::{Partners, Row};
use crate::origin::vehicle::{Part, PartTable, Role};
use crate::units::Day;

/// The pack that a text holds, or the first line that is not understood and why. Never panics, on any text.
pub fn read(text: &str) -> Result<Pack, PackProblem> {
    let mut lines = Lines { rest: text.lines(), at: 0 };
    let pack = head(&mut lines).and_then(|pack| body(&mut lines, pack));
    pack.map_err(|fault| PackProblem { line: lines.at, fault })
}

struct Lines<'a> {
    rest: std::str::Lines<'a>,
    at: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.at += 1;
        self.rest.next()
    }

    /// What follows `key` on the next line of the head.
    fn after(&mut self, key: &str) -> Result<&'a str, PackFault> {
        let line = self.next().and_then(|line| line.strip_prefix(key));
        line.ok_or(PackFault::Head)
    }
}

fn head(lines: &mut Lines<'_>) -> Result<Pack, PackFault> {
    if lines.next() != Some(FIRST_LINE) {
        return Err(PackFault::Version);
    }
    let set = RuleSet::of(lines.after("set ")?).ok_or(PackFault::Set)?;
    if lines.after("edition ")? != set.edition().id() {
        return Err(PackFault::Set);
    }
    Ok(Pack {
        set,
        as_of: day(lines.after("as-of ")?)?,
        source: both(lines.after("source ")?)?,
        licence: both(lines.after("licence ")?)?,
        chapters: chapters(lines.after("chapters")?)?,
        rows: Rows::default(),
        names: Vec::new(),
        parts: Vec::new(),
        roles: Vec::new(),
        patches: Vec::new(),
        editions: None,
    })
}

/// Patches, names and rows, up to the line that counts the rows.
fn body(lines: &mut Lines<'_>, mut pack: Pack) -> Result<Pack, PackFault> {
    let mut rows: Vec<Row> = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix(' ') {
            let row = rows.last_mut().ok_or(PackFault::Word)?;
            let read = alternative(words, &row.codes, pack.names.len())?;
            row.alternatives.push(read);
        } else if let Some(words) = line.strip_prefix("row ") {
            let read = row(words, pack.set)?;
            rows.push(read);
        } else if let Some(words) = line.strip_prefix("name ") {
            pack.names.push(both(words)?);
        } else if let Some(words) = line.strip_prefix("part ") {
            let read = part(words, pack.names.len())?;
            pack.parts.push(read);
        } else if let Some(words) = line.strip_prefix("role ") {
            let (role, name) = words.split_once(' ').ok_or(PackFault::Word)?;
            let role = Role::of(role).ok_or(PackFault::Word)?;
            pack.roles.push((role, name_of(name, pack.names.len())?));
        } else if let Some(words) = line.strip_prefix("patch ") {
            pack.patches.push(patch(words, pack.set)?);
        } else if line.strip_prefix("end ") == Some(rows.len().to_string().as_str()) {
            pack.rows = Rows::from(rows);
            return Ok(pack);
        } else {
            return Err(PackFault::Word);
        }
    }
    Err(PackFault::End)
}

fn row(words: &str, set: RuleSet) -> Result<Row, PackFault> {
    let mut words = words.split(' ');
    let mut row = Row {
        id: id(words.next().unwrap_or_default(), set)?,
        codes: ranges(words.next().unwrap_or_default())?,
        from: None,
        until: None,
        partners: Partners::All,
        alternatives: Vec::new(),
    };
    for word in words {
        match word {
            "other" => row.partners = Partners::OtherTrade,
            "pair" => row.partners = Partners::Pair,
            _ => match word.split_once(':') {
                Some(("from", first)) => row.from = Some(day(first)?),
                Some(("until", last)) => row.until = Some(day(last)?),
                _ => return Err(PackFault::Word),
            },
        }
    }
    Ok(row)
}

/// A table of parts of vehicles, codes and, where only some goods of these codes are meant, a name.
fn part(words: &str, names: usize) -> Result<Part, PackFault> {
    let mut words = words.split(' ');
    let table = PartTable::of(words.next().unwrap_or_default()).ok_or(PackFault::Word)?;
    let codes = ranges(words.next().unwrap_or_default())?;
    let name = match words.next() {
        None => None,
        Some(word) => Some(name_of(word.strip_prefix('#').ok_or(PackFault::Word)?, names)?),
    };
    if words.next().is_some() { Err(PackFault::Word) } else { Ok(Part { table, codes, name }) }
}

fn patch(words: &str, set: RuleSet) -> Result<Patch, PackFault> {
    let (row, rest) = words.split_once(' ').ok_or(PackFault::Word)?;
    let (confidence, why) = rest.split_once(' ').ok_or(PackFault::Word)?;
    Ok(Patch { row: id(row, set)?, confidence: confidence.to_owned(), why: both(why)? })
}

/// A row id, completed by the rule set where the file leaves that out.
fn id(word: &str, set: RuleSet) -> Result<String, PackFault> {
    if word.is_empty() {
        return Err(PackFault::Word);
    }
    let mut id = String::new();
    if !word.contains(':') {
        id.push_str(set.id());
        id.push(':');
    }
    id.push_str(word);
    Ok(id)
}

/// Words in English and French.
fn both(words: &str) -> Result<(String, String), PackFault> {
    let (en, fr) = words.split_once('|').ok_or(PackFault::Word)?;
    if en.is_empty() || fr.is_empty() || fr.contains('|') {
        return Err(PackFault::Word);
    }
    Ok((en.to_owned(), fr.to_owned()))
}

fn day(word: &str) -> Result<Day, PackFault> {
    Day::read(word).ok_or(PackFault::Day)
}

fn chapters(words: &str) -> Result<Vec<u8>, PackFault> {
    let mut chapters = Vec::new();
    for word in words.split(' ').skip(1) {
        let chapter = word.parse().map_err(|_| PackFault::Chapter)?;
        if !(1..=97).contains(&chapter) {
            return Err(PackFault::Chapter);
        }
        chapters.push(chapter);
    }
    Ok(chapters)
}
