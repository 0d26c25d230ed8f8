//! The judgement of one good under one rule set: a pure, total function.

mod alike;
mod alternative;
mod context;
mod good;
mod kind;
mod listed;
mod made;
mod missing;
mod open;
mod row;
mod shift;
mod textile;
mod today;
mod tolerance;
mod uses;
mod values;
mod vehicle;
mod worksheet;

pub use alternative::shift_alone;
pub use good::judge;
pub use made::DEEPEST;
pub use missing::{fewest, missing, note};
pub use today::old_codes;
pub use worksheet::{Entry, entries, foreign_value};
