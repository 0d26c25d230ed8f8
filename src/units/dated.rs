//! Figures of the law as data: each value with its first day, where it is written and how sure we are.

use super::day::Day;
use super::source::Citation;

/// How well a figure or reading is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Stated by the source named.
    Stated,
    /// Inferred from sources, or a choice of this product.
    Inferred,
    /// From memory, not checked against a source.
    Memory,
}

/// A value from a day on, until the next entry of its list.
#[derive(Clone, Debug)]
pub struct Since<T: 'static> {
    /// The first day on which the value holds.
    pub from: Day,
    /// The value.
    pub value: T,
    /// Where it is written.
    pub cite: Citation,
    /// How sure we are.
    pub mark: Mark,
    /// The last day on which somebody compared it with the source.
    pub checked: Day,
}

/// A figure with its history, earliest first, never empty.
pub struct Dated<T: 'static>(pub &'static [Since<T>]);

impl<T> Dated<T> {
    /// The entry in force on `day`. Nothing only before the first entry.
    pub fn on(&self, day: Day) -> Option<&'static Since<T>> {
        self.0.iter().rev().find(|entry| entry.from <= day)
    }

    /// The entry that holds now, as far as this list knows.
    pub fn latest(&self) -> Option<&'static Since<T>> {
        self.0.last()
    }
}
