//! The program that judges: it holds the rules and the words, is asked in bytes, and answers in bytes.
//!
//! The page is another program, small enough to be there at once, which shows and asks. It runs this one beside
//! itself, in a worker, so that no judgement keeps the page from painting.

mod ask;
mod answer;

pub use answer::Engine;
pub use ask::{
    Bid, Compare, Data, Feed, Find, Judge, Judged, Load, PackView, Packs, Question, SheetAsk, Summaries,
    question,
};
