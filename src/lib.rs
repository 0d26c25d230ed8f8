#![doc = include_str!("../ARCHITECTURE.md")]

pub mod finding;
pub mod origin; // rule packs and the judgement of one good
pub mod units; // money, percent, share, HS codes, days, citations // yes, no, cannot tell yet, and the tree that explains it
