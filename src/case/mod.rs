//! What is decided, as meant: a bid with its lines, goods, materials and services. Nothing here is as typed.

mod answers;
mod bid;
mod good;
mod material;
mod service;

pub use answers::Answers;
pub use bid::{Basis, Bid, GoodOrigin, Line, LineId, Offer, Role, StatedBasis};
pub use good::{CodeEdition, Good, Method, Obtained, Sale, VehicleUse};
pub use material::{Charges, Made, Maker, Material, MaterialId, MaterialOrigin, Purpose, Relation};
pub use service::{Place, ServicePart};
