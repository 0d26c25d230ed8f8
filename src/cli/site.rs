//! The data files of the site, as the page fetches them.

use super::Unusable;
use crate::catalog;
use crate::i18n::{Lang, Words};
use crate::origin::pack::RuleSet;
use crate::origin::shipped;
use std::path::Path;

/// The examples that the home screen opens, in each language.
const EXAMPLES: &[(&str, &str)] = &[
    ("annex-bid.en.json", include_str!("../../data/examples/annex-bid.en.json")),
    ("annex-bid.fr.json", include_str!("../../data/examples/annex-bid.fr.json")),
    ("annex-hats.en.json", include_str!("../../data/examples/annex-hats.en.json")),
    ("annex-hats.fr.json", include_str!("../../data/examples/annex-hats.fr.json")),
];

pub(super) fn run(folder: &Path) -> Result<u8, Unusable> {
    let failed = |path: &Path, error: std::io::Error| Unusable(format!("{}: {error}.", path.display()));
    let examples = folder.join("examples");
    std::fs::create_dir_all(&examples).map_err(|error| failed(&examples, error))?;
    let texts = Lang::ALL.into_iter().flat_map(|lang| {
        let id = lang.id();
        [(format!("texts.{id}.txt"), Words::page_file(lang)), (format!("engine.{id}.txt"), Words::file(lang))]
    });
    let packs =
        RuleSet::ALL.into_iter().map(|set| (format!("{}.pack", set.id()), shipped::text(set).to_owned()));
    let drafts = EXAMPLES.iter().map(|(name, text)| (format!("examples/{name}"), (*text).to_owned()));
    let names = Lang::ALL.into_iter().map(|lang| (catalog_file(lang), catalog::shipped::text(lang)));
    let editions = std::iter::once((String::from("editions.txt"), shipped::EDITIONS.to_owned()));
    for (name, text) in texts.chain(packs).chain(editions).chain(drafts).chain(names) {
        let path = folder.join(name);
        // A file that is already right keeps its time, so that a watching server does not build again for nothing.
        if std::fs::read_to_string(&path).is_ok_and(|there| there == text) {
            continue;
        }
        std::fs::write(&path, text).map_err(|error| failed(&path, error))?;
    }
    Ok(0)
}

/// The name of the file that holds the names of the Harmonized System in a language.
fn catalog_file(lang: Lang) -> String {
    format!("names.{}.txt", lang.id())
}
