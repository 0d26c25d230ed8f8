//! Numbers for words, in the order in which they first came.

/// A table of words. Own, because a map of the standard library is slower to fill here and larger in the browser.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Every word, one after the other.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// The number of a word plus one, at the place its hash leads to or the next free one. Zero is free.
    slots: Vec<u32>,
}

impl Table {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word of a number; empty where there is none.
    pub(super) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends.get(number - 1).copied().unwrap_or_default() };
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }

    /// How long the word of a number is, in bytes.
    pub(super) fn length(&self, number: u32) -> usize {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends.get(number - 1).copied().unwrap_or_default() };
        (self.ends.get(number).copied().unwrap_or_default().saturating_sub(start)) as usize
    }

    /// The number of a word that is in the table.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        match self.slots[self.slot(word)] {
            0 => None,
            found => Some(found - 1),
        }
    }

    /// The number of a word, which is put into the table where it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        // At most half full, so that a free slot is never far.
        if self.slots.len() <= 2 * self.ends.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.letters.push_str(word);
            // OK because a file of names holds a few hundred thousand letters.
            self.ends.push(self.letters.len() as u32);
            self.slots[slot] = self.ends.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// Where the word is, or where it would go. There is always a free slot.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut hash = 0x811c_9dc5_u32;
        for byte in word.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut slot = (hash ^ (hash >> 15)) as usize & mask;
        while self.slots[slot] != 0 && self.word(self.slots[slot] - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots = vec![0; size];
        for number in 0..self.ends.len() as u32 {
            let slot = self.slot(self.word(number));
            self.slots[slot] = number + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_word_keeps_its_number() {
        let mut table = Table::default();
        assert_eq!(table.find("w1"), None);
        for round in 0..2 {
            for number in 0..5000_u32 {
                assert_eq!(table.number(&format!("w{number}")), number, "{round}");
            }
        }
        assert_eq!((table.len(), table.word(4711), table.find("w4999")), (5000, "w4711", Some(4999)));
        assert_eq!((table.length(4711), table.length(0), table.length(5000)), (5, 2, 0));
        assert_eq!((table.word(5000), table.find("w5000")), ("", None));
    }
}
