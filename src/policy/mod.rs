//! The policy's own figures and readings. This issue holds the share rule's; the procedure grows here.

mod threshold;

pub use threshold::SHARE_REQUIRED;
