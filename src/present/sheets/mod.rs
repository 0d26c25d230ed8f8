//! The screens that are made of questions and answers: one pure function each, from what was typed to a sheet.

mod form; // fields that read what was typed, and blocks that say what follows
mod applicability; // does the policy apply?
mod handle; // the bids received, and who may be evaluated
mod items; // the same item by item
mod timeline; // what happened to them and when
mod plan; // planning a solicitation
mod certificate; // which sentence, whether to sign, by when, what to keep
mod setasides; // Indigenous businesses: two levels
mod jcp; // the Joint Certification Program
mod regimes; // other ideas of Canadian content
mod audit; // what an auditor asks
mod questions; // the register of open questions
mod classify; // finding the code of a good
pub mod notices; // tender notices of a file

use super::sheet::{Sheet, Values};
use crate::i18n::Words;
use crate::units::Day;

/// The names of the sheets of the procedure, in its order.
pub const NAMES: [&str; 9] =
    ["applicability", "plan", "certificate", "handle", "setasides", "audit", "regimes", "jcp", "questions"];

/// The sheet of this name, for what was typed and the day of asking. Nothing where there is none.
pub fn of(name: &str, words: &Words, values: &Values, today: Day) -> Option<Sheet> {
    Some(match name {
        "applicability" => applicability::sheet(words, values, today),
        "plan" => plan::sheet(words, values, today),
        "certificate" => certificate::sheet(words, values, today),
        "handle" => handle::sheet(words, values, today),
        "setasides" => setasides::sheet(words, values, today),
        "audit" => audit::sheet(words, values, today),
        "regimes" => regimes::sheet(words, values, today),
        "jcp" => jcp::sheet(words, values, today),
        "questions" => questions::sheet(words, values, today),
        "classify" => classify::sheet(words),
        _ => return None,
    })
}
