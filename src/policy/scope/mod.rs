//! Does the policy apply to a purchase?

mod row; // the rows of the table
mod figures; // floor, Buy Canadian thresholds and other dated figures
mod purchase; // what is known of a purchase
mod table; // every row judged, and the headline

pub use figures::{FLOOR, RECIPROCAL, SUFFICIENT, SUPERSEDED_FROM};
pub use purchase::{Aid, Buyer, Purchase, Taxes, Value};
pub use row::{Outcome, Row};
pub use table::{Answer, Point, applies, threshold};
