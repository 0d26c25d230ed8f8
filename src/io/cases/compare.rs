//! Comparing an answer with what was expected.

use super::{Case, answer};
use rust_decimal::Decimal;
use serde_json::Value;
use std::str::FromStr;

/// How a case fared.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// The answer is the one expected.
    Passed,
    /// It is another.
    Failed {
        /// What was answered.
        answer: Value,
        /// What was expected.
        expected: Value,
    },
    /// There is no answer, or nothing was expected; and why.
    Skipped(&'static str),
}

/// Keys that explain an expected answer and are not part of it.
const EXPLANATIONS: &[&str] =
    &["why", "note", "via", "missing", "pct_exact", "rule_quoted", "if_Z_not_elected", "cbp_country"];

/// Answers the case and compares.
pub fn check(case: &Case) -> Checked {
    let Some(expected) = &case.expected else { return Checked::Skipped("nothing was expected") };
    let answer = match answer(case) {
        Ok(answer) => answer,
        Err(reason) => return Checked::Skipped(reason),
    };
    if agrees(&answer, expected, "") {
        return Checked::Passed;
    }
    Checked::Failed { answer, expected: expected.clone() }
}

/// Whether every figure and fact that was expected is in the answer, and nothing was answered that was not expected.
fn agrees(answer: &Value, expected: &Value, key: &str) -> bool {
    match (answer, expected) {
        (Value::Object(answer), Value::Object(expected)) => {
            let facts = |key: &&String| !EXPLANATIONS.contains(&key.as_str());
            let wanted = expected
                .keys()
                .filter(facts)
                .all(|key| answer.get(key).is_some_and(|value| agrees(value, &expected[key], key)));
            wanted && answer.keys().filter(facts).all(|key| expected.contains_key(key))
        }
        (Value::Array(answer), Value::Array(expected)) => {
            answer.len() == expected.len() && answer.iter().zip(expected).all(|(a, e)| agrees(a, e, key))
        }
        (Value::Number(answer), Value::Number(expected)) => {
            let read = |number: &serde_json::Number| Decimal::from_str(&number.to_string()).ok();
            match (read(answer), read(expected)) {
                (Some(answer), Some(expected)) if key.split('_').any(|word| word == "pct") => {
                    within_last_digit(answer, expected)
                }
                (answer, expected) => answer.is_some() && answer == expected,
            }
        }
        _ => answer == expected,
    }
}

/// Published percentages are rounded or truncated: they agree within one unit of their last printed digit.
fn within_last_digit(answer: Decimal, printed: Decimal) -> bool {
    (answer - printed).abs() < Decimal::new(1, printed.scale())
}
