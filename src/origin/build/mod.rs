//! From the official rows to a pack. Native only: the page never sees an official text.

pub mod assemble; // readings to rows of a pack
pub mod editions; // today's codes in the editions of the rule sets
pub mod names; // our short names for the words of the official text
pub mod official; // rows as the sources print them, with the listed patches applied
pub mod parts; // tables of parts of motor vehicles
pub mod tables; // what a person settled: restated rows, reasons of corrections

use super::notation;
use super::pack::{Pack, Patch, Rows, RuleSet};
use super::rule::{Alternative, Row, Target, Way};
use super::text::{self, Reading};
use crate::units::Day;
use names::{Glossary, Names};
use official::OfficialRow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The chapters of the Harmonized System: 1 to 97 but 77.
const EVERY_CHAPTER: [u8; 96] = every_chapter();

const fn every_chapter() -> [u8; 96] {
    let mut chapters = [0; 96];
    let mut at = 0;
    while at < 96 {
        chapters[at] = at as u8 + if at < 76 { 1 } else { 2 };
        at += 1;
    }
    chapters
}

/// What a build found, for the person who runs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows in the sources, and rows in the pack.
    pub rows: (usize, usize),
    /// Alternatives in the sources, and alternatives in the pack by chapter.
    pub alternatives: (usize, BTreeMap<u8, usize>),
    /// Rows with a part that was not understood.
    pub unread: Vec<String>,
    /// Words of the pack's chapters that have no short name yet. The pack is not fit to ship while there are any.
    pub unnamed: Vec<String>,
    /// Rows restated by hand.
    pub by_hand: Vec<String>,
}

/// The pack of a set as it is shipped, from the folder of the official sources. `RuleSet::Annex` has none: its five
/// rules are data.
pub fn build(sources: &Path, set: RuleSet) -> Result<(Pack, Report), BuildProblem> {
    build_chapters(sources, set, &EVERY_CHAPTER)
}

/// The pack of a set with these chapters, in ascending order. `EVERY_CHAPTER` gives the whole rule set.
fn build_chapters(sources: &Path, set: RuleSet, chapters: &[u8]) -> Result<(Pack, Report), BuildProblem> {
    let (rows, patches) = official::rows(sources, set)?;
    let mut report = Report::default();
    let readings = readings(&rows, &mut report)?;
    report.rows.0 = rows.len();
    report.alternatives.0 = readings.iter().map(|it| it.alternatives.len()).sum();
    let (glossary, mut names) = (Glossary::of_the_project(), Names::default());
    let mut pack = empty(set, chapters);
    let mut held: Vec<Row> = Vec::new();
    for (row, reading) in rows.iter().zip(&readings) {
        let chapter = row.chapter.unwrap_or_default();
        if chapters.contains(&chapter) {
            let row = pack_row(row, assemble::alternatives(reading, &glossary, &mut names))?;
            *report.alternatives.1.entry(chapter).or_default() += row.alternatives.len();
            held.push(row);
        }
    }
    assemble::settle_last_days(&mut held);
    pack.rows = Rows::from(held);
    pack.patches = patch_list(&pack, &patches, &mut report);
    report.rows.1 = pack.rows.len();
    pack.names = names.all;
    report.unnamed.extend(names.missing);
    pack.parts = parts::parts(sources, set, &mut pack.names, &mut report.unnamed)?;
    pack.roles = parts::roles(set, &pack.names, &mut report.unnamed);
    Ok((pack, report))
}

/// How a committed pack compares with the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Building it again gives the same bytes.
    Fresh,
    /// This line, counted from one, is the first that differs.
    Stale(usize),
    /// These words of the sources have no short name or reason yet, so that no pack can be shipped.
    Unnamed(Vec<String>),
}

/// Builds the pack of a set again and compares it with the committed text.
pub fn check(sources: &Path, set: RuleSet, committed: &str) -> Result<Freshness, BuildProblem> {
    let (pack, report) = build(sources, set)?;
    if !report.unnamed.is_empty() {
        return Ok(Freshness::Unnamed(report.unnamed));
    }
    let built = notation::write(&pack);
    if built == committed {
        return Ok(Freshness::Fresh);
    }
    let same = built.lines().zip(committed.lines()).take_while(|(new, old)| new == old);
    Ok(Freshness::Stale(same.count() + 1))
}

/// The readings of all rows. Rows 28 to 37 of section 13 are one rule printed over ten rows, and are read as one.
fn readings(rows: &[OfficialRow], report: &mut Report) -> Result<Vec<Reading>, BuildProblem> {
    let mut limits = String::new();
    let mut readings = Vec::new();
    for row in rows {
        let goods = row.goods()?;
        let by_hand = tables::by_hand(&row.id);
        if let Some(it) = &by_hand {
            report.by_hand.push(row.id.clone());
            if it.hash != tables::hash(&row.text) {
                return Err(BuildProblem::Changed { row: row.id.clone() });
            }
        }
        let sentence = by_hand.map_or(row.text.as_str(), |it| it.sentence);
        let continued =
            row.id.starts_with("cusma:s13-") && row.text.starts_with('(') && !row.text.starts_with("(1)");
        let sentence = if continued { format!("{limits} {sentence}") } else { sentence.to_owned() };
        let reading = text::read_for(&sentence, &goods);
        limits = last_limits(&sentence);
        if !reading.troubles.is_empty() && !sentence.is_empty() {
            report.unread.push(row.id.clone());
        }
        readings.push(reading);
    }
    Ok(readings)
}

/// The last "For ... for use in ..." of a sentence, which goes on to hold in the next row of section 13.
fn last_limits(sentence: &str) -> String {
    let Some(at) = sentence.rfind("For a") else {
        return String::new();
    };
    let end = sentence[at..].find(" (").map_or(sentence.len(), |end| at + end);
    format!("(0) {}", &sentence[at..end])
}

/// A row of the pack. One that states no rule gets an unread alternative, so that no good of it is ever a "no".
fn pack_row(row: &OfficialRow, mut alternatives: Vec<Alternative>) -> Result<Row, BuildProblem> {
    let mut codes = row.goods()?;
    if codes.is_empty() {
        codes = assemble::goods(&alternatives);
    }
    if alternatives.is_empty() {
        alternatives.push(Alternative {
            label: String::new(),
            target: Target { codes: codes.clone(), ..Target::default() },
            way: Way::Unread,
            content: None,
            conditions: Vec::new(),
        });
    }
    let (from, until) = row.days();
    let partners = assemble::partners(row.partners.as_deref());
    Ok(Row { id: row.id.clone(), codes, from, until, partners, alternatives })
}

/// The corrections of substance and the restated rows that the pack rests on, in the order of its rows.
fn patch_list(pack: &Pack, patches: &[official::OfficialPatch], report: &mut Report) -> Vec<Patch> {
    let mut list = Vec::new();
    for row in &pack.rows {
        let mut reasons = tables::reasons(&row.id).into_iter();
        for patch in patches.iter().filter(|it| it.row == row.id) {
            let Some(why) = reasons.next() else {
                report.unnamed.push(format!("the reason of the patch of {}", row.id));
                continue;
            };
            list.push(Patch {
                row: row.id.clone(),
                confidence: patch.confidence.split(':').next().unwrap_or_default().to_owned(),
                why,
            });
        }
        // What this project reads otherwise by itself: by a short name, or by the grammar.
        list.extend(reasons.map(|why| Patch { row: row.id.clone(), confidence: "medium".to_owned(), why }));
        if let Some(it) = tables::by_hand(&row.id) {
            list.push(Patch { row: row.id.clone(), confidence: "hand".to_owned(), why: it.why });
        }
        if let Some(why) = tables::followed(&row.id) {
            list.push(Patch { row: row.id.clone(), confidence: "english".to_owned(), why });
        }
    }
    list
}

/// The head of a pack, in our own words. The licence lines are those that the sources ask for.
fn empty(set: RuleSet, chapters: &[u8]) -> Pack {
    let both = |en: &str, fr: &str| (en.to_owned(), fr.to_owned());
    let ogl = both(
        "Contains information licensed under the Open Government Licence – Canada. Not an official version of the law.",
        "Contient de l’information visée par la Licence du gouvernement ouvert – Canada. N’est pas une version officielle de la loi.",
    );
    let (as_of, source, licence) = match set {
        RuleSet::Cusma => (
            Day::new(2025, 7, 24),
            both(
                "HTSUS General Note 11, 2025 Revision 7, with the patches listed; for 87.01 to 87.08, SOR/2020-155, section 13",
                "HTSUS, note générale 11, révision 7 de 2025, avec les corrections énumérées; pour 87.01 à 87.08, DORS/2020-155, article 13",
            ),
            ogl,
        ),
        RuleSet::Nafta | RuleSet::Annex => (
            Day::new(2019, 6, 17),
            both(
                "NAFTA Rules of Origin Regulations, SOR/94-14, Schedule I, as last in force",
                "Règlement sur les règles d’origine (ALÉNA), DORS/94-14, annexe I, dans sa dernière version en vigueur",
            ),
            ogl,
        ),
    };
    Pack {
        set,
        as_of,
        source,
        licence,
        chapters: chapters.to_vec(),
        rows: Rows::default(),
        names: Vec::new(),
        parts: Vec::new(),
        roles: Vec::new(),
        patches: Vec::new(),
        editions: None,
    }
}

/// Why no pack could be made.
#[derive(Debug)]
pub enum BuildProblem {
    /// A source file could not be read.
    File {
        /// Its path.
        file: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A source file is not in its format.
    Json {
        /// Its path.
        file: String,
        /// What the reader said.
        cause: serde_json::Error,
    },
    /// The text that a patch corrects does not stand in its row as often as the patch says.
    Patch {
        /// The row id.
        row: String,
    },
    /// The text of a row that a person restated has changed since.
    Changed {
        /// The row id.
        row: String,
    },
    /// The left column of a row holds no codes.
    Codes {
        /// The row id.
        row: String,
    },
}

impl fmt::Display for BuildProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildProblem::File { file, cause } => write!(f, "{file} could not be read: {cause}"),
            BuildProblem::Json { file, cause } => write!(f, "{file} is not in its format: {cause}"),
            BuildProblem::Changed { row } => {
                write!(f, "the text of {row} is not the one that was restated by hand")
            }
            BuildProblem::Codes { row } => write!(f, "the left column of {row} holds no codes"),
            BuildProblem::Patch { row } => write!(f, "the patch of {row} does not fit its text"),
        }
    }
}

impl std::error::Error for BuildProblem {}
