//! One good as a file: `canadian-content origin GOOD.json`. It is a draft of one line, without the bid round it.
//!
//! The format is documented in docs/draft-format.md.

use super::draft_file;
use crate::diagnostic::FileProblem;
use crate::draft::Draft;
use serde_json::{Map, Value, json};

/// What a file of one good says it is. It may be left out.
const FORMAT: &str = "canadian-content-good";

/// Fields that stand beside the good, and are those of a draft.
const BESIDE: [&str; 5] = ["rule_set", "closing_day", "code_edition", "textile_rule", "title"];

/// Reads one good, as a draft of one line. Its codes are today's where the file does not say otherwise.
pub fn read(text: &str) -> Result<Draft, FileProblem> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| FileProblem::NotJson { line: error.line(), column: error.column() })?;
    let Value::Object(file) = value else { return Err(FileProblem::NotADraft) };
    if file.get("format").is_some_and(|format| format != FORMAT) {
        return Err(FileProblem::NotADraft);
    }
    let Some(good) = file.get("good") else { return Err(FileProblem::NotADraft) };
    let mut draft = Map::new();
    draft.insert("code_edition".to_owned(), json!("hs2022"));
    for (name, value) in &file {
        match name.as_str() {
            "format" | "good" | "description" => {}
            name if BESIDE.contains(&name) => {
                draft.insert(name.to_owned(), value.clone());
            }
            _ => return Err(FileProblem::Field { path: name.clone(), line: 1, column: 1 }),
        }
    }
    let description = file.get("description").cloned().unwrap_or_else(|| json!(""));
    draft.insert(
        "lines".to_owned(),
        json!([{
            "id": 1,
            "kind": "good",
            "description": description,
            "quantity": "1",
            "unit_price": "0",
            "origin_by": "rules",
            "good": good,
        }]),
    );
    let whole = json!({ "format": "canadian-content-draft", "schema": 1, "draft": draft });
    draft_file::read(&whole.to_string())
}
