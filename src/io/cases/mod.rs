//! Case files: each case answered from its kind and input alone, and compared with what was expected.
//!
//! The formats are those of the project's reference cases: `{"cases": [{"id", "kind", "input", "expected"}]}`.

mod annex;
mod compare;
mod lookup;
mod origin;
mod procedure;
mod published;
mod share;

pub use compare::{Checked, check};

use serde_json::{Value, json};

/// Why a file is no case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CasesProblem {
    /// Not JSON; where reading stopped, from 1.
    NotJson {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// There is no list called `cases`.
    NoCases,
}

/// One case as read.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id; null where it has none.
    pub id: Value,
    /// What kind of question it asks.
    pub kind: String,
    /// The question.
    pub input: Value,
    /// The answer to compare with, where it has one.
    pub expected: Option<Value>,
}

/// Reads a case file.
pub fn read(text: &str) -> Result<Vec<Case>, CasesProblem> {
    let file: Value = serde_json::from_str(text)
        .map_err(|error| CasesProblem::NotJson { line: error.line(), column: error.column() })?;
    let cases = file.get("cases").unwrap_or(&file).as_array().ok_or(CasesProblem::NoCases)?;
    let case = |case: &Value| Case {
        id: case.get("id").cloned().unwrap_or(Value::Null),
        kind: case.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned(),
        input: case.get("input").cloned().unwrap_or(Value::Null),
        expected: case.get("expected").cloned(),
    };
    Ok(cases.iter().map(case).collect())
}

/// What is said of a case that has no answer and no reason of its own.
const UNSUPPORTED: &str = "this kind of case, or an input of this shape, is not answered";

/// The answer to a case, in the shape of its `expected`; or why there is none.
pub fn answer(case: &Case) -> Result<Value, &'static str> {
    if let Some(answered) = published::answer(case) {
        return answered;
    }
    let answered = match case.kind.as_str() {
        "share" => share::share(&case.input),
        "aggregate_80_percent" => share::published_bid(&case.input),
        "service" => annex::service(&case.input),
        "tariff_shift" | "tariff_shift+rvc" | "rvc_threshold" => annex::good(&case.input),
        "rule_shift" => origin::rule_shift(&case.input),
        "code_lookup" => lookup::code_lookup(&case.input),
        "scope" => procedure::scope(&case.input),
        "clause" => procedure::clause(&case.input),
        "bid_handling" => procedure::bid_handling(&case.input),
        "buy_canadian" => procedure::buy_canadian(&case.input),
        "good_origin" => origin::good_origin(&case.input),
        _ => None,
    };
    answered.ok_or(UNSUPPORTED)
}

/// The answers to all cases: `[{"id": ..., "answer": ...}]`, with `"unsupported"` and a reason where there is none.
pub fn answers(cases: &[Case]) -> Value {
    let entry = |case: &Case| match answer(case) {
        Ok(answer) => json!({ "id": case.id, "answer": answer }),
        Err(reason) => json!({ "id": case.id, "answer": "unsupported", "reason": reason }),
    };
    Value::Array(cases.iter().map(entry).collect())
}

/// A number written as JSON number or as text, as canonical text.
fn number_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
