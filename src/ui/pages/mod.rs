//! The screens.

mod bid;
mod home;
mod lines;
mod method;
mod origin;
mod privacy;
pub(super) mod sheet;
mod tools;
mod result;

pub(super) use bid::bid;
pub(super) use home::home;
pub(super) use lines::PIECE as LINES;
pub(super) use method::method;
pub(super) use origin::MATERIALS;
pub(super) use privacy::privacy;
pub(super) use sheet::sheet;
pub(super) use tools::tools;
