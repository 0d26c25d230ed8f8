//! Other ideas of Canadian content, each with its own words and figures: never mixed with the 80 %.

pub mod buy_canadian; // the evaluation figures of the Buy Canadian policy
pub mod ideas; // which ideas there are, and what each asks
pub mod claims;
