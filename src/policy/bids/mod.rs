//! Bid handling: which bids may be evaluated, and what becomes of the solicitation.

mod bid; // a bid and the process it is in
mod machine; // the transitions
mod prospect; // what a bidder may expect

pub use bid::{Bid, Fate, Mode, Process};
pub use machine::{Handling, Outcome, Step, WhyOut, handle};
pub use prospect::{Prospect, ProspectRow, prospects};
