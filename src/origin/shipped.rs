//! The packs as compiled into native programs. The page fetches the same files instead.

use super::edition::{EditionMap, EditionProblem};
use super::notation::{self, PackProblem};
use super::pack::{Pack, RuleSet};
use std::sync::Arc;

/// The text of a pack, as it lies in `src/packs`.
pub const fn text(set: RuleSet) -> &'static str {
    match set {
        RuleSet::Cusma => include_str!("../packs/cusma.pack"),
        RuleSet::Nafta => include_str!("../packs/nafta.pack"),
        RuleSet::Annex => include_str!("../packs/annex.pack"),
    }
}

/// A pack, read, with the table of editions. Fails only if a damaged file was compiled in, which `tests/packs.rs` rules out.
pub fn pack(set: RuleSet) -> Result<Pack, PackProblem> {
    let mut pack = notation::read(text(set))?;
    // OK because a test reads the shipped map; without it today's codes would stay open.
    pack.editions = editions().ok().map(Arc::new);
    Ok(pack)
}

/// The text of the edition map.
pub const EDITIONS: &str = include_str!("../packs/editions.map");

/// The edition map, read. Fails only if a damaged file was compiled in, which `tests/packs.rs` rules out.
pub fn editions() -> Result<EditionMap, EditionProblem> {
    EditionMap::read(EDITIONS)
}
