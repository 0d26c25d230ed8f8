//! What is decided, as meant: a bid with its lines, goods, materials and services. Nothing here is as typed.

mod answers;
mod bid;
mod good;
mod service;

pub use answers::Answers;
pub use bid::{Basis, Bid, GoodOrigin, Line, LineId, Offer, StatedBasis};
pub use good::{Good, Material, MaterialId, MaterialOrigin, Method, Relation};
pub use service::{Place, ServicePart};
