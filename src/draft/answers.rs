//! Answers to the questions that a rule asks about a good, as given: in the order in which they were given.

use crate::case::Answers;

/// What was answered, by question, the oldest answer first: yes, no, or that nobody knows.
///
/// A question that is not here has not been asked yet. To a judgement that is the same as one that nobody can answer;
/// a user is not asked such a one again.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnswersForm(Vec<(String, Option<bool>)>);

impl AnswersForm {
    /// What was answered, if anything; within it nothing, where nobody knows.
    pub fn get(&self, key: &str) -> Option<Option<bool>> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, answer)| *answer)
    }

    /// Gives an answer. One given anew keeps its place.
    pub fn insert(&mut self, key: &str, answer: Option<bool>) {
        match self.0.iter().position(|(known, _)| known == key) {
            Some(at) => self.0[at].1 = answer,
            None => self.0.push((key.to_owned(), answer)),
        }
    }

    /// The questions with their answers, the oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<bool>)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), *answer))
    }

    /// What the answers tell a judgement: those that somebody could give.
    pub fn meaning(&self) -> Answers {
        let mut answers = Answers::default();
        for (key, answer) in &self.0 {
            if let Some(answer) = answer {
                answers.insert(key.clone(), *answer);
            }
        }
        answers
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod saved {
    use super::AnswersForm;
    use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
    use serde::ser::{Serialize, Serializer};
    use std::fmt;

    impl Serialize for AnswersForm {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.iter())
        }
    }

    impl<'de> Deserialize<'de> for AnswersForm {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AnswersForm, D::Error> {
            deserializer.deserialize_map(InOrder)
        }
    }

    struct InOrder;

    impl<'de> Visitor<'de> for InOrder {
        type Value = AnswersForm;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by question")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnswersForm, A::Error> {
            let mut answers = AnswersForm::default();
            while let Some((key, answer)) = map.next_entry::<String, Option<bool>>()? {
                answers.insert(&key, answer);
            }
            Ok(answers)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_given_anew_keeps_its_place_and_one_that_nobody_knows_tells_nothing() {
        let mut given = AnswersForm::default();
        for (key, answer) in [("use:b", Some(true)), ("good-is:a", None), ("use:b", Some(false))] {
            given.insert(key, answer);
        }
        assert_eq!(given.iter().collect::<Vec<_>>(), [("use:b", Some(false)), ("good-is:a", None)]);
        assert_eq!((given.get("good-is:a"), given.get("use:c")), (Some(None), None));
        let meaning = given.meaning();
        assert_eq!((meaning.get("use:b"), meaning.get("good-is:a")), (Some(false), None));
    }
}
