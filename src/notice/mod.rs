//! Tender notices of a CanadaBuys file that the user has downloaded: read in pieces, searched, and what each tells
//! about the policy.

pub mod csv; // rows of cells, from bytes that come in pieces
mod column; // the columns that are kept, by their names in both languages
mod plain; // text as it is searched: no case, no accents, no signs
mod words; // what is looked for in notices
mod phrase; // words of the policy, where a notice says them itself
mod record; // one notice
mod told; // what can be told from a notice, and what cannot
mod file; // a file being read
mod find; // search and filter

pub use column::{Column, Field};
pub use file::{File, Place, Problem, State};
pub use find::{Filter, filter_words};
pub use phrase::{Phrase, passage};
pub use record::{Category, Notice};
pub use told::{Kind, LimitTold, Told, told};
