//! Answers to the questions that a rule asks about a good.

/// Answers by question, in the order of the keys. A question without an answer is open: nobody has said, or nobody
/// knows.
///
/// A key is language-neutral and outlives a rebuilt pack: `good-is:housings`, `material-in:3:85389010`. A sorted list,
/// because a good has a handful of them and a tree would cost the page ten kilobytes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers(Vec<(String, bool)>);

impl Answers {
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// What was answered, if anything.
    pub fn get(&self, key: &str) -> Option<bool> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, answer)| *answer)
    }

    /// Gives an answer, in place of an earlier one.
    pub fn insert(&mut self, key: String, answer: bool) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = answer,
            Err(at) => self.0.insert(at, (key, answer)),
        }
    }

    /// Takes an answer back.
    pub fn remove(&mut self, key: &str) {
        if let Ok(at) = self.place(key) {
            self.0.remove(at);
        }
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The questions that were answered, with their answers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), *answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_answer_stands_and_order_is_that_of_the_keys() {
        let mut answers = Answers::default();
        for (key, answer) in [("use:b", true), ("good-is:a", false), ("use:b", false)] {
            answers.insert(key.to_owned(), answer);
        }
        assert_eq!(answers.iter().collect::<Vec<_>>(), [("good-is:a", false), ("use:b", false)]);
        answers.remove("use:b");
        assert_eq!((answers.get("use:b"), answers.get("good-is:a")), (None, Some(false)));
    }
}
