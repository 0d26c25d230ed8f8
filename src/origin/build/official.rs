//! The official rows as the sources hold them, corrected by the listed patches.

use super::BuildProblem;
use crate::origin::pack::RuleSet;
use crate::units::{Day, HsCode, HsRange};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// One row of a rule set as its source prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct OfficialRow {
    /// The row id.
    pub id: String,
    /// The chapter. Absent for a note on the whole schedule.
    pub chapter: Option<u8>,
    /// What the row is; only `rule` rows hold rules.
    pub kind: String,
    /// The left column, where the source has one.
    pub codes: Option<Vec<[String; 2]>>,
    /// The left column as printed, where the source has one.
    pub code_text: Option<String>,
    /// The sentence, corrected.
    pub text: String,
    /// The first day the row holds.
    pub from: Option<String>,
    /// The day up to which the row holds.
    pub until: Option<String>,
    /// Between whom it holds: `CA-US`, `MX-US`, `other`.
    pub partners: Option<String>,
}

/// A correction that the sources list.
#[derive(Clone, Debug, Deserialize)]
pub struct OfficialPatch {
    /// The row id; ends in `@fr` for a French text.
    pub row: String,
    /// `substance`, `typo` or `glue`.
    pub kind: String,
    find: String,
    replace: String,
    times: usize,
    /// How sure.
    pub confidence: String,
}

/// The rule rows of a set, in the order of the text, with every patch applied, and the patches of substance.
pub fn rows(sources: &Path, set: RuleSet) -> Result<(Vec<OfficialRow>, Vec<OfficialPatch>), BuildProblem> {
    let mut rows: Vec<OfficialRow> = Vec::new();
    for file in files(set) {
        rows.extend(lines::<OfficialRow>(&sources.join(file))?);
    }
    rows.retain(|row| row.kind == "rule" && !superseded(&row.id));
    let patches: Vec<OfficialPatch> = whole(&sources.join("patches.json"))?;
    let mut substance = Vec::new();
    for patch in patches {
        let Some(row) = rows.iter_mut().find(|row| row.id == patch.row) else {
            continue;
        };
        if row.text.matches(&patch.find).count() != patch.times {
            return Err(BuildProblem::Patch { row: patch.row });
        }
        row.text = row.text.replace(&patch.find, &patch.replace);
        if patch.kind == "substance" {
            substance.push(patch);
        }
    }
    Ok((rows, substance))
}

fn files(set: RuleSet) -> &'static [&'static str] {
    match set {
        RuleSet::Cusma => &["cusma/rows.en.jsonl", "cusma/s13.en.jsonl"],
        RuleSet::Nafta => &["nafta/rows.en.jsonl"],
        RuleSet::Annex => &[],
    }
}

/// 87.01 to 87.08 stand in SOR/2020-155, section 13; their rows in General Note 11 serve for cross-checking only.
fn superseded(id: &str) -> bool {
    let number = id.strip_prefix("cusma:87-").and_then(|it| it.parse::<u8>().ok());
    number.is_some_and(|it| it <= 55)
}

impl OfficialRow {
    /// The first and the last day, as stated. Nothing where a date is none.
    pub fn days(&self) -> (Option<Day>, Option<Day>) {
        let read = |it: &Option<String>| it.as_deref().and_then(Day::read);
        (read(&self.from), read(&self.until))
    }
}

impl OfficialRow {
    /// The left column of the row. Empty where the source has none.
    pub fn goods(&self) -> Result<Vec<HsRange>, BuildProblem> {
        let wrong = || BuildProblem::Codes { row: self.id.clone() };
        match (&self.codes, &self.code_text) {
            (Some(codes), _) => codes.iter().map(|[a, b]| range(a, b).ok_or_else(wrong)).collect(),
            (None, Some(printed)) => {
                let (first, last) = printed.split_once(['–', '-']).unwrap_or((printed, printed));
                Ok(vec![range(first, last).ok_or_else(wrong)?])
            }
            (None, None) => Ok(Vec::new()),
        }
    }
}

fn range(first: &str, last: &str) -> Option<HsRange> {
    HsRange::new(HsCode::read(first.trim()).ok()?, HsCode::read(last.trim()).ok()?)
}

/// The text of a source file.
pub fn read(path: &Path) -> Result<String, BuildProblem> {
    let file = path.display().to_string();
    std::fs::read_to_string(path).map_err(|cause| BuildProblem::File { file, cause })
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, BuildProblem> {
    let text = read(path)?;
    let parsed = text.lines().map(serde_json::from_str).collect::<Result<Vec<T>, _>>();
    parsed.map_err(|cause| BuildProblem::Json { file: path.display().to_string(), cause })
}

fn whole<T: DeserializeOwned>(path: &Path) -> Result<T, BuildProblem> {
    let parsed = serde_json::from_str(&read(path)?);
    parsed.map_err(|cause| BuildProblem::Json { file: path.display().to_string(), cause })
}
