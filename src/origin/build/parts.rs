//! The parts of motor vehicles that a pack holds, from the tables of the official sources.

use super::BuildProblem;
use super::official::read;
use crate::origin::pack::RuleSet;
use crate::origin::rule::NameId;
use crate::origin::vehicle::{Part, PartTable, Role};
use crate::units::{HsCode, HsRange};
use std::path::Path;

/// What stands in a table with only some goods of its code: table, code as printed, our name in both languages.
const DESCRIBED: &str = include_str!("../../../data/parts.tsv");

/// A good as a table prints it: table, code.
type Printed = (PartTable, String);

/// The parts of a set, with their names added to those of the pack. A code with only some of its goods and without a
/// name is added to `unnamed`.
pub fn parts(
    sources: &Path,
    set: RuleSet,
    names: &mut Vec<(String, String)>,
    unnamed: &mut Vec<String>,
) -> Result<Vec<Part>, BuildProblem> {
    let printed = match set {
        RuleSet::Cusma => tables(&read(&sources.join("cusma/auto-tables.csv"))?),
        RuleSet::Nafta => {
            let mut printed = schedule(&read(&sources.join("nafta/sor-94-14.en.schedules.txt"))?);
            printed.extend(our_codes(PartTable::V));
            printed
        }
        RuleSet::Annex => Vec::new(),
    };
    let mut parts: Vec<Part> = Vec::new();
    for (table, code) in printed {
        let described = described(table, &code);
        let some_only = code.starts_with("ex ") || code.split(' ').any(|it| it.matches('.').count() == 2);
        let (ranges, name) = match described {
            Some(("=", items)) => (items.split(',').map(range).collect(), None),
            Some(("*", _)) => (vec![subheading(&code)], None),
            Some(both) => (vec![subheading(&code)], Some(number(names, both))),
            None if some_only => {
                unnamed.push(format!("the good of {code} in table {}", table.id()));
                continue;
            }
            None => (vec![range(&code)], None),
        };
        let ranges: Option<Vec<HsRange>> = ranges.into_iter().collect();
        let ranges = ranges.ok_or(BuildProblem::Codes { row: code })?;
        let place = parts.iter().position(|part| part.table == table && part.name == name);
        let at = place.unwrap_or_else(|| {
            parts.push(Part { table, codes: Vec::new(), name });
            parts.len() - 1
        });
        for range in ranges {
            if !parts[at].codes.contains(&range) {
                parts[at].codes.push(range);
            }
        }
    }
    Ok(parts)
}

/// The rows of Tables A.1 to F, one code each.
fn tables(csv: &str) -> Vec<Printed> {
    let mut printed = Vec::new();
    for line in csv.lines().skip(1) {
        let mut cells = line.splitn(3, ',');
        let (Some(table), Some(_), Some(rest)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let codes = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split(',').next(),
        };
        if let (Some(table), Some(codes)) = (PartTable::of(table), codes) {
            printed.extend(each(table, codes));
        }
    }
    printed
}

/// The lines of Schedule IV, one code each.
fn schedule(text: &str) -> Vec<Printed> {
    let lines = text.lines().skip_while(|line| !line.starts_with("## SCHEDULE IV ")).skip(1);
    lines
        .take_while(|line| line.starts_with("    "))
        .flat_map(|line| each(PartTable::Iv, line.trim()))
        .collect()
}

/// Codes between commas and "and"; a range stays one.
fn each(table: PartTable, codes: &str) -> Vec<Printed> {
    codes.replace(" and ", ", ").split(", ").map(|code| (table, code.trim().to_owned())).collect()
}

/// The codes that our own table gives to goods of a table that names none.
fn our_codes(table: PartTable) -> Vec<Printed> {
    let mut codes = Vec::new();
    for line in DESCRIBED.lines() {
        let mut cells = line.split('\t');
        if let (Some(at), Some(code)) = (cells.next(), cells.next())
            && at == table.id()
        {
            codes.push((table, code.to_owned()));
        }
    }
    codes
}

fn described(table: PartTable, code: &str) -> Option<(&'static str, &'static str)> {
    for line in DESCRIBED.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        if let [at, printed, en, fr] = cells.as_slice()
            && *at == table.id()
            && *printed == code
        {
            return Some((en, fr));
        }
    }
    None
}

/// What names of the pack mean for vehicles. Every name is one of the rules of today; the older ones have some.
pub fn roles(set: RuleSet, names: &[(String, String)], unnamed: &mut Vec<String>) -> Vec<(Role, NameId)> {
    let mut roles = Vec::new();
    for line in DESCRIBED.lines().filter(|line| line.starts_with("role\t")) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, role, en] = cells.as_slice() else { continue };
        let at = names.iter().position(|name| name.0 == *en).and_then(|at| u16::try_from(at).ok());
        match (Role::of(role), at) {
            (Some(role), Some(at)) => roles.push((role, NameId(at))),
            _ if set == RuleSet::Cusma => unnamed.push(format!("the role {role} of {en}")),
            _ => {}
        }
    }
    roles
}

/// The six digits of a code as printed.
fn subheading(code: &str) -> Option<HsRange> {
    let code = code.trim_start_matches("ex ");
    HsCode::read(code.get(..7)?).ok().map(HsRange::one)
}

fn range(code: &str) -> Option<HsRange> {
    let (first, last) = code.split_once(" through ").unwrap_or((code, code));
    HsRange::new(HsCode::read(first).ok()?, HsCode::read(last).ok()?)
}

/// The number of a name of the pack, added if need be.
fn number(names: &mut Vec<(String, String)>, (en, fr): (&str, &str)) -> NameId {
    let at = names.iter().position(|it| it.0 == en && it.1 == fr);
    let at = at.unwrap_or_else(|| {
        names.push((en.to_owned(), fr.to_owned()));
        names.len() - 1
    });
    NameId(u16::try_from(at).unwrap_or(u16::MAX))
}
