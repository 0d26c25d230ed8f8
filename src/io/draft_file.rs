//! The draft file: what the browser saves and exports, and what the command line reads.
//!
//! The format is documented in docs/draft-format.md; docs/draft.schema.json is generated from the types here.

use super::{draft_json, json};
use crate::diagnostic::FileProblem;
use crate::draft::Draft;
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

/// The schema that this program writes.
pub const SCHEMA: u32 = 1;

/// What a draft file says it is.
const FORMAT: &str = "canadian-content-draft";

/// Longer files are refused before they are read. Ten thousand lines with materials take a fifth of it.
const LONGEST_FILE: usize = 20_000_000;

/// The file as written, for its schema.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct File {
    /// Always `canadian-content-draft`.
    format: String,
    /// The version of the format.
    schema: u32,
    /// The bid as typed.
    draft: Draft,
}

/// Reads a draft file. Ids that are missing or used twice are given anew, so that every line can be told apart.
pub fn read(text: &str) -> Result<Draft, FileProblem> {
    if text.len() > LONGEST_FILE {
        return Err(FileProblem::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    check_head(text)?;
    let mut draft = Draft::default();
    let read = json::read(text, &mut |reader, name| match name {
        "format" | "schema" => reader.skip(),
        "draft" => draft_json::read(reader, &mut draft),
        _ => Err(json::Kind::Field),
    });
    read.map_err(|fault| FileProblem::Field { path: fault.path, line: fault.line, column: fault.column })?;
    number_anew(&mut draft);
    Ok(draft)
}

/// Whether the text is a draft file that this program can read, whatever its draft looks like.
fn check_head(text: &str) -> Result<(), FileProblem> {
    let (mut format, mut schema, mut has_draft) = (String::new(), 0, false);
    let read = json::read(text, &mut |reader, name| match name {
        "format" => reader.text(&mut format),
        "schema" => reader.number(&mut schema),
        _ => {
            has_draft |= name == "draft";
            reader.skip()
        }
    });
    read.map_err(|fault| match fault.kind {
        json::Kind::Field => FileProblem::NotADraft,
        json::Kind::Syntax => FileProblem::NotJson { line: fault.line, column: fault.column },
    })?;
    if schema > SCHEMA && format == FORMAT {
        return Err(FileProblem::Newer { schema });
    }
    if format != FORMAT || schema == 0 || !has_draft {
        return Err(FileProblem::NotADraft);
    }
    Ok(())
}

/// Writes a draft file.
pub fn write(draft: &Draft) -> String {
    let mut writer = json::Writer::default();
    writer.object(&mut |to| {
        to.name("format").text(FORMAT);
        to.name("schema").number(SCHEMA);
        draft_json::write(to.name("draft"), draft);
    });
    writer.into_text()
}

/// The JSON Schema of the file.
#[cfg(not(target_arch = "wasm32"))]
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(File);
    // OK because a schema is JSON to begin with.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn number_anew(draft: &mut Draft) {
    unique(draft.lines.iter_mut().map(|line| &mut line.id));
    for line in &mut draft.lines {
        unique(line.good.materials.iter_mut().map(|material| &mut material.id));
        unique(line.parts.iter_mut().map(|part| &mut part.id));
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a mut u32>) {
    let mut seen: Vec<u32> = Vec::new();
    for id in ids {
        if *id == 0 || seen.binary_search(id).is_ok() {
            *id = free(&seen);
        }
        if let Err(at) = seen.binary_search(id) {
            seen.insert(at, *id);
        }
    }
}

/// A number that is not among these, which stand in order: the one after the last or, past the end, the first left.
fn free(seen: &[u32]) -> u32 {
    let next = seen.last().map_or(Some(1), |last| last.checked_add(1));
    // OK because no file has as many lines as there are numbers.
    next.or_else(|| (1..).zip(seen).find(|(free, id)| free != *id).map(|(free, _)| free)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_and_loading_is_the_identity() {
        let text = include_str!("../../data/examples/annex-bid.en.json");
        let draft = read(text).expect("the example");
        assert_eq!(read(&write(&draft)), Ok(draft));
    }

    #[test]
    fn what_is_no_draft_is_told_apart() {
        let rows = [
            ("", FileProblem::NotJson { line: 1, column: 0 }),
            ("{", FileProblem::NotJson { line: 1, column: 1 }),
            ("[1]", FileProblem::NotADraft),
            (r#"{"format":"x","schema":1}"#, FileProblem::NotADraft),
            (
                r#"{"format":"canadian-content-draft","schema":9,"draft":{"future":1}}"#,
                FileProblem::Newer { schema: 9 },
            ),
            (
                r#"{"format":"canadian-content-draft","schema":1,"draft":{"lines":[{"quantity":5}]}}"#,
                FileProblem::Field { path: "draft.lines[0].quantity".to_owned(), line: 1, column: 77 },
            ),
        ];
        for (text, problem) in rows {
            assert_eq!(read(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn ids_used_twice_are_given_anew() {
        let text =
            r#"{"format":"canadian-content-draft","schema":1,"draft":{"lines":[{"id":3},{"id":3},{}]}}"#;
        let ids: Vec<u32> = read(text).expect("a draft").lines.iter().map(|line| line.id).collect();
        assert_eq!(ids, [3, 4, 5]);
    }
}
