//! Text in and out, no browser: draft files, decisions as JSON, case files.

mod json; // JSON, as much of it as a draft needs
mod draft_json; // the fields of a draft in it
pub mod values_file; // what was typed in a sheet
pub mod draft_file; // the draft file, with its schema number
pub mod kept_file; // everything that the page keeps, as one file
#[cfg(not(target_arch = "wasm32"))]
pub mod good_file; // one good as a file
#[cfg(not(target_arch = "wasm32"))]
pub mod report_json; // a decision as JSON: ids, exact decimals, citations, no prose
#[cfg(not(target_arch = "wasm32"))]
pub mod rule_json; // a rule of origin as JSON
#[cfg(not(target_arch = "wasm32"))]
pub mod cases; // case files: answered from their input alone, and checked
