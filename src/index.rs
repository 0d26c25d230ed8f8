//! Where in a list something stands, found by a key instead of by looking through the list: a bill may have a hundred
//! thousand materials.

use std::collections::BTreeMap;

/// Places by key. Keys are numbers, so that everything that is looked up shares one piece of machine code.
#[derive(Default)]
pub struct Index(BTreeMap<u128, usize>);

impl Index {
    /// Notes where the key stands, and gives the place that was noted first.
    #[inline(never)]
    pub fn note(&mut self, key: u128, at: usize) -> usize {
        *self.0.entry(key).or_insert(at)
    }

    /// The place of the key, if it was noted.
    #[inline(never)]
    pub fn get(&self, key: u128) -> Option<usize> {
        self.0.get(&key).copied()
    }
}
