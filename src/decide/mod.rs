//! The one door to the core: a bid and the rules in, a decision out. Pure and total.

mod bid;
mod service;

pub use bid::{BidAnswer, Decision, Items, LineDecision, LineStatus, Reason, decide};
pub use service::{ServiceAnswer, ServiceProblem, split};
