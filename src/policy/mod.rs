//! The policy's own figures, decisions and readings: facts in, a decision with its reasons and citations out.

mod threshold;
pub mod questions; // what the texts leave open, and the reading taken
pub mod scope; // does the policy apply?
pub mod clause; // clause numbers and how sure they are
pub mod bids; // who may be evaluated: the machine of bid handling
pub mod regimes; // other ideas of Canadian content, kept apart

pub use threshold::SHARE_REQUIRED;
