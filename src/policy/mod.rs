//! The policy's own figures, decisions and readings: facts in, a decision with its reasons and citations out.

mod threshold;
pub mod questions; // what the texts leave open, and the reading taken
pub mod calendar; // business days and federal holidays
pub mod scope; // does the policy apply?
pub mod clause; // clause numbers and how sure they are
pub mod plan; // how a solicitation is limited, and what it carries
pub mod certificate; // whether to sign, by when, and what to keep
pub mod bids; // who may be evaluated: the machine of bid handling
pub mod set_aside; // Indigenous businesses: two levels
pub mod audit; // what an auditor asks
pub mod regimes; // other ideas of Canadian content, kept apart
pub mod jcp; // the Joint Certification Program: a self-check

pub use threshold::SHARE_REQUIRED;
