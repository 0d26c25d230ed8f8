//! Lines of the Harmonized System from everyday words, in the same order as on the page.

use super::{Unusable, print_json};
use crate::catalog::{Catalog, Line, OldCode, shipped};
use crate::i18n::Lang;
use crate::units::HsCode;
use serde_json::{Value, json};

pub(super) fn run(words: &[String], lang: Lang, limit: usize) -> Result<u8, Unusable> {
    let catalog =
        shipped::catalog(lang).map_err(|problem| Unusable(format!("names: line {}.", problem.line)))?;
    let found = catalog.find(&words.join(" "), limit);
    let mut lines = Vec::new();
    for hit in &found.hits {
        lines.push(line(&catalog, &hit.code, found.older.as_ref()));
    }
    print_json(&Value::Array(lines))?;
    Ok(u8::from(found.hits.is_empty()))
}

/// A line that was found: its code, its name, and the names above it, the chapter's first.
fn line(catalog: &Catalog, code: &HsCode, older: Option<&OldCode>) -> Value {
    let above = |it: &&Line| json!({ "code": it.code.as_str(), "label": &*it.label });
    let path: Vec<Value> = catalog.path(code).iter().map(above).collect();
    let mut line =
        json!({ "code": code.as_str(), "label": catalog.label(code).unwrap_or_default(), "path": path });
    if let Some(old) = older {
        // A code of an older edition was typed; this is what became of it.
        line["successor_of"] = json!({ "code": old.code.as_str(), "edition": old.edition.id() });
    }
    line
}
