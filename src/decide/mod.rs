//! The one door to the core: a bid and the rules in, a decision out. Pure and total.

mod added;
mod answer;
mod bid;
mod service;
mod support;

pub use added::{Added, added, all_added};
pub use answer::BEARING;
pub use bid::{
    BidAnswer, Counts, Decision, Items, LineDecision, LineStatus, Reason, decide, decide_read, other_answers,
};
pub use service::{ServiceAnswer, ServiceProblem, split};
pub use support::{Support, fitting, may_award_part, met, share_of, support};
