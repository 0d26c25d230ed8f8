//! Yes, no, cannot tell yet; and the tree of reasons that carries one.

mod answer;
mod tree;

pub use answer::Finding;
pub use tree::Judgement;
