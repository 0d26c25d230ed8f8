//! The judgement of one good under one rule set: a pure, total function.

mod alternative;
mod context;
mod good;
mod missing;
mod open;
mod row;
mod shift;
mod values;

pub use alternative::shift_alone;
pub use good::judge;
pub use missing::{missing, note};
