//! The edition map from the correlation tables of the sources.

use super::BuildProblem;
use super::official::read;
use crate::origin::edition::{self, Change};
use crate::units::{Edition, HsCode, Level};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The text of `src/packs/editions.map`: every subheading of HS 2022 that is not one old subheading of the same code; and the
/// subheadings of each edition.
pub fn editions(sources: &Path) -> Result<String, BuildProblem> {
    let (newer, newer_ceased) = changes(&sources.join("hs/hs2022-to-2012.csv"))?;
    let (older, older_ceased) = changes(&sources.join("hs/hs2022-to-2007.csv"))?;
    let mut all = Vec::new();
    for (edition, file) in [
        (Edition::Hs2022, "hs/hs2022.en-fr.csv"),
        (Edition::Hs2012, "hs/hs2012.en.csv"),
        (Edition::Hs2007, "hs/hs2007.en.csv"),
    ] {
        all.push((edition, subheadings(&sources.join(file))?));
    }
    let changes = [(Edition::Hs2012, newer, newer_ceased), (Edition::Hs2007, older, older_ceased)];
    Ok(edition::write(&changes, &all))
}

/// The subheadings that a table of names begins its lines with, in ascending order. 999999 stands for goods that a country
/// does not specify.
fn subheadings(path: &Path) -> Result<Vec<HsCode>, BuildProblem> {
    let text = read(path)?;
    let first = |line: &str| line.split(',').next().and_then(|code| HsCode::read(code).ok());
    let codes = text.lines().skip(1).filter(|line| !line.starts_with("9999")).filter_map(first);
    let codes: BTreeSet<HsCode> = codes.filter(|code| code.level() == Level::Subheading).collect();
    Ok(codes.into_iter().collect())
}

/// New codes with the same old codes, in order of the first new code; and the old codes that are no longer in use.
fn changes(path: &Path) -> Result<(Vec<Change>, Vec<HsCode>), BuildProblem> {
    let mut pairs: BTreeMap<HsCode, BTreeSet<HsCode>> = BTreeMap::new();
    // 999999 stands for goods that a country does not specify.
    for line in read(path)?.lines().skip(1).filter(|it| !it.starts_with("999999")) {
        let mut codes = line.split(',').map(HsCode::read);
        let (Some(Ok(new)), Some(Ok(old))) = (codes.next(), codes.next()) else {
            return Err(BuildProblem::Codes { row: line.to_owned() });
        };
        pairs.entry(new).or_default().insert(old);
    }
    // The table names every subheading of HS 2022.
    let old: BTreeSet<HsCode> = pairs.values().flatten().copied().collect();
    let ceased = old.into_iter().filter(|code| !pairs.contains_key(code)).collect();
    pairs.retain(|new, old| old.len() != 1 || !old.contains(new));
    let mut lists: Vec<Change> = Vec::new();
    for (new, old) in pairs {
        let old: Vec<HsCode> = old.into_iter().collect();
        match lists.iter_mut().find(|(_, it)| *it == old) {
            Some((codes, _)) => codes.push(new),
            None => lists.push((vec![new], old)),
        }
    }
    Ok((lists, ceased))
}
