//! What several screens show: marks, fields, reasons, the bar.

mod bar;
mod field;
mod mark;
mod pieces;
mod reasons;

pub(super) use bar::{Bar, bar, keys};
pub(super) use field::{Told, area, cell, check, choices, field, input, select, tell};
pub(super) use mark::mark;
pub(super) use pieces::{piece, pieces, to_last};
pub(super) use reasons::reasons;
