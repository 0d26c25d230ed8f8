//! How much of the total bid price is Canadian, and whether that is enough.

mod answer;
mod tally;

pub use answer::{Outcome, ShareAnswer, WhyNot, weigh};
pub use tally::{Part, Tally};
