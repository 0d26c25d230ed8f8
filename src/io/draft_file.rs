//! The draft file: what the browser saves and exports, and what the command line reads.
//!
//! The format is documented in docs/draft-format.md; docs/draft.schema.json is generated from the types here.

use super::{draft_json, json};
use crate::diagnostic::FileProblem;
use crate::draft::{Draft, StockEntryForm};
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

/// The schema that this program writes.
pub const SCHEMA: u32 = 1;

/// What a draft file says it is.
const FORMAT: &str = "canadian-content-draft";

/// Longer files are refused before they are read. What this program writes must be shorter, or it could be saved and never
/// opened again: a good of a hundred thousand materials, in long words, takes some thirty million bytes.
const LONGEST_FILE: usize = 40_000_000;

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

/// Stands for the line itself, where its good (0) or a material could stand.
pub const OF_LINE: u32 = u32::MAX;

/// Stands for the draft itself.
pub const OF_DRAFT: u32 = OF_LINE - 1;

/// Sets one field of the draft (`OF_DRAFT`), of a good of it (`item` 0), of its line (`OF_LINE`) or of one of its materials, by its path in the file:
/// `costs.royalties`, `made.by`, `stock.entries.0.quantity`. A value that is no text (a number, true or false) is `raw`.
/// Whether there is such a field that can hold it.
pub fn set(draft: &mut Draft, line: u32, item: u32, path: &str, value: &str, raw: bool) -> bool {
    if let Some(rest) = path.strip_prefix("stock.entries.") {
        return set_entry(draft, line, item, rest, value).is_some();
    }
    let mut fields = if raw {
        value.to_owned()
    } else {
        let mut writer = json::Writer::default();
        writer.text(value);
        writer.into_text()
    };
    for name in path.rsplit('.') {
        fields = ["{\"", name, "\":", &fields, "}"].concat();
    }
    draft_json::set(draft, line, item, &fields)
}

fn entries(draft: &mut Draft, line: u32, item: u32) -> Option<&mut Vec<StockEntryForm>> {
    let line = draft.lines.iter_mut().find(|it| it.id == line)?;
    let material = line.good.materials.iter_mut().find(|it| it.id == item)?;
    Some(&mut material.stock.entries)
}

fn set_entry(draft: &mut Draft, line: u32, item: u32, path: &str, value: &str) -> Option<()> {
    let (index, name) = path.split_once('.')?;
    let entry = entries(draft, line, item)?.get_mut(index.parse::<usize>().ok()?)?;
    match name {
        "quantity" => value.clone_into(&mut entry.quantity),
        "kind" if entry.kind.choose(value) => {}
        _ => return None,
    }
    Some(())
}

/// Adds an entry to the stock of a material.
pub fn add_entry(draft: &mut Draft, line: u32, item: u32) {
    if let Some(entries) = entries(draft, line, item) {
        entries.push(StockEntryForm::default());
    }
}

/// Takes an entry out of the stock of a material.
pub fn remove_entry(draft: &mut Draft, line: u32, item: u32, index: usize) {
    if let Some(entries) = entries(draft, line, item).filter(|entries| index < entries.len()) {
        entries.remove(index);
    }
}

/// Writes a draft file.
pub fn write(draft: &Draft) -> String {
    write_with(json::Writer::default(), draft)
}

/// The same file without blanks, half as long: what a browser keeps, which is five million signs, and what the engine
/// is asked about.
pub fn pack(draft: &Draft) -> String {
    write_with(json::Writer::packed(), draft)
}

fn write_with(mut writer: json::Writer, draft: &Draft) -> String {
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
        assert_eq!(read(&write(&draft)).as_ref(), Ok(&draft));
        let pairs: serde_json::Value = serde_json::from_str(&write(&draft)).expect("JSON");
        assert_eq!(pack(&draft).len(), pairs.to_string().len());
        assert_eq!(read(&pack(&draft)), Ok(draft));
    }

    #[test]
    fn a_thousand_lines_with_twenty_materials_each_are_read_and_can_be_kept() {
        use crate::draft::{LineForm, MaterialForm};
        let material = MaterialForm {
            id: 1,
            description: String::from(
                "Particle board, coated on both faces, 18 mm, from the mill's own stock",
            ),
            code: String::from("4410.11.00"),
            value: String::from("1234.567891"),
            ..MaterialForm::default()
        };
        let mut line = LineForm {
            id: 1,
            description: String::from("Desk with two pedestals and a modesty panel, assembled on delivery"),
            ..LineForm::default()
        };
        line.good.materials = vec![material; 20];
        let draft = Draft { lines: vec![line; 1000], ..Draft::default() };
        assert!(read(&write(&draft)).is_ok());
        // All of them in one good, and five times as many.
        let mut one = draft.lines[0].clone();
        one.good.materials = vec![one.good.materials[0].clone(); 100_000];
        let large = write(&Draft { lines: vec![one], ..Draft::default() });
        assert!(large.len() > 25_000_000 && read(&large).is_ok(), "{}", large.len());
        assert!(pack(&draft).len() < 5_000_000, "{}", pack(&draft).len());
        assert_eq!(read(&" ".repeat(LONGEST_FILE + 1)), Err(FileProblem::TooLarge));
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

#[cfg(test)]
mod set_tests {
    use super::*;
    use crate::draft::{LineForm, MakerForm, MaterialForm, StockEntryKind};

    fn draft() -> Draft {
        let mut line = LineForm { id: 7, ..LineForm::default() };
        line.good.materials.push(MaterialForm {
            id: 3,
            description: String::from("Steel"),
            ..MaterialForm::default()
        });
        Draft { lines: vec![line], ..Draft::default() }
    }

    #[test]
    fn one_field_is_set_and_the_others_stay() {
        let mut it = draft();
        assert!(set(&mut it, 7, 0, "costs.royalties", "12.\"5\"", false));
        assert!(set(&mut it, 7, 0, "costs.interest", "1", false));
        assert!(set(&mut it, 7, 0, "is_set", "true", true));
        assert!(set(&mut it, 7, 3, "made.by", "intermediate", false));
        assert!(set(&mut it, 7, 3, "goes_into", "4", true));
        let good = &it.lines[0].good;
        assert_eq!((good.costs.royalties.as_str(), good.costs.interest.as_str()), ("12.\"5\"", "1"));
        assert!(good.is_set);
        let steel = &good.materials[0];
        assert_eq!(
            (steel.made.by, steel.goes_into, steel.description.as_str()),
            (MakerForm::Intermediate, 4, "Steel")
        );
    }

    #[test]
    fn what_is_not_there_or_does_not_fit_is_refused() {
        let mut it = draft();
        for (line, item, path, value, raw) in [
            (8, 0, "is_set", "true", true),
            (7, 4, "purpose", "packing", false),
            (7, 0, "nothing", "x", false),
            (7, 0, "sale", "x", false),
            (7, 0, "is_set", "yes", false),
            (7, 3, "goes_into", "x", true),
            (7, 3, "stock.entries.0.quantity", "1", false),
        ] {
            assert!(!set(&mut it, line, item, path, value, raw), "{path}");
        }
        assert_eq!(it, draft());
    }

    #[test]
    fn entries_of_a_stock_come_and_go() {
        let mut it = draft();
        add_entry(&mut it, 7, 3);
        add_entry(&mut it, 7, 3);
        assert!(set(&mut it, 7, 3, "stock.entries.1.kind", "foreign", false));
        assert!(set(&mut it, 7, 3, "stock.entries.1.quantity", "40", false));
        remove_entry(&mut it, 7, 3, 0);
        remove_entry(&mut it, 7, 3, 9);
        let entries = &it.lines[0].good.materials[0].stock.entries;
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].kind, entries[0].quantity.as_str()), (StockEntryKind::Foreign, "40"));
    }
}
