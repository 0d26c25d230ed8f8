//! Every word that a user reads, English and French side by side, and how numbers are written in each.
//!
//! The texts stand in tables (`texts/`), one entry with both languages; an entry without one of them does not
//! compile. A native build writes the tables as files of the site, one a language; the page fetches those, so that
//! its program carries no prose. `VERSION` ties the two together.

#[macro_use]
mod table;
mod lang;
mod words;
mod texts;
mod format;
mod rule;
mod reason;
mod remedy;
mod problem;
mod source;

pub use format::{code_list, day, money, number, percent, percent_of, quantity, written};
pub use lang::Lang;
pub use problem::{field, file_problem, problem};
pub use reason::{MaterialName, fact, point, vehicle_use};
pub use remedy::remedy;
pub use rule::{alternative, content, good_of, row_codes, term};
pub use source::{citation, source_title};
pub use table::Text;
pub use words::{VERSION, Words, WordsProblem, version};
