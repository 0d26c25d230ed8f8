//! One line of a pack: label, target, what has to happen, content, conditions.

use super::PackFault;
use super::terms::{Words, name_of, ranges, sources};
use crate::origin::rule::{Alternative, ContentTest, Figures, GoodIs, NameId, Target, Way};
use crate::units::{Day, HsRange, Percent};

/// The alternative that `line` states, in a row of these codes and a pack with this many names.
pub(super) fn alternative(line: &str, row: &[HsRange], names: usize) -> Result<Alternative, PackFault> {
    let mut words = Words::of(line, names);
    let label = match words.next().unwrap_or_default() {
        "" => return Err(PackFault::Word),
        "." => String::new(),
        label => label.to_owned(),
    };
    let target = target(&mut words, row)?;
    let way = way(&mut words)?;
    let content = match words.take_marked('%') {
        Some(word) => Some(content(word)?),
        None => None,
    };
    let mut conditions = Vec::new();
    while let Some(word) = words.take_marked('&') {
        conditions.push(name_of(word, names)?);
    }
    if words.next().is_some() {
        return Err(PackFault::Word);
    }
    Ok(Alternative { label, target, way, content, conditions })
}

fn target(words: &mut Words<'_>, row: &[HsRange]) -> Result<Target, PackFault> {
    let codes = match words.take_marked('=') {
        Some(word) => ranges(word)?,
        None => row.to_vec(),
    };
    let except = match words.take_marked('!') {
        Some(word) => ranges(word)?,
        None => Vec::new(),
    };
    let good = match words.take_marked('#') {
        Some("*") => GoodIs::Residue,
        Some(word) => GoodIs::Named(name_of(word, words.names)?),
        None => GoodIs::Any,
    };
    let usage = match words.take_marked('@') {
        Some(word) => Some(name_of(word, words.names)?),
        None => None,
    };
    Ok(Target { codes, except, good, usage })
}

fn way(words: &mut Words<'_>) -> Result<Way, PackFault> {
    let word = words.next().ok_or(PackFault::Word)?;
    match word {
        "<" => {
            let from = sources(words)?;
            let also = match words.take("+") {
                true => Some(sources(words)?),
                false => None,
            };
            Ok(Way::Shift { from, also })
        }
        "0" => Ok(Way::NoShift),
        "?" => Ok(Way::Unread),
        _ => {
            let process = word.strip_prefix('^').ok_or(PackFault::Word)?;
            name_of(process, words.names).map(Way::Process)
        }
    }
}

fn content(word: &str) -> Result<ContentTest, PackFault> {
    if word == "?" {
        return Ok(ContentTest::Unstated);
    }
    if !word.contains(':') {
        return figures(word).map(ContentTest::Fixed);
    }
    let mut stages = Vec::new();
    for stage in word.split(',') {
        let (first, least) = stage.split_once(':').ok_or(PackFault::Percent)?;
        stages.push((Day::read(first).ok_or(PackFault::Day)?, figures(least)?));
    }
    Ok(ContentTest::Staged(stages))
}

/// `60/50`: by transaction value, by net cost; `-` where the text states none.
fn figures(word: &str) -> Result<Figures, PackFault> {
    let (tv, nc) = word.split_once('/').ok_or(PackFault::Percent)?;
    let figures = Figures { transaction_value: figure(tv)?, net_cost: figure(nc)? };
    match figures.transaction_value.or(figures.net_cost) {
        Some(_) => Ok(figures),
        None => Err(PackFault::Percent),
    }
}

fn figure(word: &str) -> Result<Option<Percent>, PackFault> {
    match word {
        "-" => Ok(None),
        _ => Percent::read(word).map(Some).map_err(|_| PackFault::Percent),
    }
}

/// Whether the number of a name is one that the pack holds.
pub(super) fn checked(id: u16, names: usize) -> Result<NameId, PackFault> {
    match usize::from(id) < names {
        true => Ok(NameId(id)),
        false => Err(PackFault::Name),
    }
}
