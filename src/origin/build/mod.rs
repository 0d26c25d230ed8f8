//! From the official rows to a pack. Native only: the page never sees an official text.

pub mod names; // our short names for the words of the official text
pub mod official; // rows as the sources print them, with the listed patches applied

use std::fmt;

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
}

impl fmt::Display for BuildProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildProblem::File { file, cause } => write!(f, "{file} could not be read: {cause}"),
            BuildProblem::Json { file, cause } => write!(f, "{file} is not in its format: {cause}"),
            BuildProblem::Patch { row } => write!(f, "the patch of {row} does not fit its text"),
        }
    }
}

impl std::error::Error for BuildProblem {}
