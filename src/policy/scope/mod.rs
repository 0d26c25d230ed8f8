//! Does the policy apply to a purchase?

mod row; // the rows of the table
mod figures; // floor, Buy Canadian thresholds and other dated figures
mod purchase; // what is known of a purchase
mod table; // every row judged, and the headline
mod agreement; // the trade agreements and the labels that name them
mod trade; // from which value each covers
mod defence_goods; // federal supply classes outside international coverage
mod coverage; // which agreements cover a purchase
mod plausible; // what in a notice does not fit together

pub use agreement::{Agreement, Named, named};
pub use coverage::{Bought, Covered, Exclusion, coverage, international, near};
pub use defence_goods::outside_coverage;
pub use figures::{FLOOR, RECIPROCAL, SUFFICIENT, SUPERSEDED_FROM};
pub use plausible::{Notice, Oddity, oddities};
pub use purchase::{Aid, Buyer, Purchase, Taxes, Value};
pub use row::{Outcome, Row};
pub use table::{Answer, Point, applies, threshold};
pub use trade::{CHECKED, Commodity, Entity, KNOWN, Threshold, threshold as trade_threshold};
