//! Bid handling: which bids may be evaluated, and what becomes of the solicitation.

mod bid; // a bid and the process it is in
mod machine; // the transitions
mod prospect; // what a bidder may expect
mod next; // what happens if the next one falls, and under the other readings
mod items; // item by item
mod timeline; // events in order of their days

pub use bid::{Bid, Fate, Mode, Process};
pub use items::{ItemBid, ItemHandling, by_item};
pub use machine::{Handling, Outcome, Step, WhyOut, handle};
pub use next::{BEARING, IfFalls, if_next_falls, other_readings};
pub use prospect::{Prospect, ProspectRow, prospects};
pub use timeline::{Days, Event, Misfit, Moment, What, replay};
