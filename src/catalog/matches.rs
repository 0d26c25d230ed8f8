//! What the words of a query match, word by word.

use super::fold::{Stand, Token, tokens};
use super::index::{Index, WHOLE};
use crate::i18n::Lang;

/// More words than this say no more about a good.
const MOST_WORDS: usize = 10;

/// A word of a query with the terms that answer it.
pub(super) struct Asked {
    /// The terms, each with how well it answers; a term stands once.
    pub(super) terms: Vec<(u32, u32)>,
    /// How telling the word is.
    pub(super) weight: u32,
    /// Whether the query excludes it.
    pub(super) negated: bool,
    /// Whether it names the thing that is looked for, rather than a kind of it.
    pub(super) head: bool,
    /// The digits of a heading or subheading, where the word is one.
    pub(super) code: Option<String>,
}

impl Asked {
    /// Adds terms, each of which stands once among them. Of two answers of a term the first is kept.
    fn add(&mut self, terms: Vec<(u32, u32)>) {
        // Only what was there before can stand twice: a first letter begins thousands of terms.
        let there = self.terms.len();
        for (term, quality) in terms {
            if !self.terms[..there].iter().any(|(it, _)| *it == term) {
                self.terms.push((term, quality));
            }
        }
    }
}

/// The words of a query. `typing` says that the last one may go on.
pub(super) fn asked(index: &Index, lang: Lang, typed: &str) -> Vec<Asked> {
    let typing = typed.ends_with(|c: char| c.is_alphanumeric());
    let all = tokens(lang, typed);
    let mut words: Vec<&Token> = Vec::new();
    for token in all.iter().filter(|it| !it.joined) {
        if words.len() < MOST_WORDS && !words.iter().any(|it| it.text == token.text) {
            words.push(token);
        }
    }
    let mut found = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let last = typing && at + 1 == words.len();
        let mut one = answer(index, word, last);
        // Written as two here and as one there: "lap top".
        let pairs = [at.checked_sub(1).map(|before| (before, at)), Some((at, at + 1))];
        for (first, second) in pairs.into_iter().flatten() {
            if let (Some(first), Some(second)) = (words.get(first), words.get(second)) {
                let both = [first.text.as_str(), second.text.as_str()].concat();
                one.add(index.same(&both));
            }
        }
        found.push(one);
    }
    weigh(index, &mut found);
    found
}

fn answer(index: &Index, word: &Token, last: bool) -> Asked {
    let digits = word.text.bytes().all(|b| b.is_ascii_digit()) && matches!(word.text.len(), 4 | 6);
    let code = digits.then(|| word.text.clone());
    let mut one = Asked {
        terms: index.same(&word.text),
        weight: 0,
        negated: word.negated,
        head: word.stand == Stand::Head,
        code,
    };
    let known = !one.terms.is_empty();
    if !known || last {
        let mut longer = index.beginning_with(&word.text);
        if known {
            // A word that is whole already is more likely meant than one that it begins.
            for (_, quality) in &mut longer {
                *quality /= 3;
            }
        }
        one.add(longer);
    }
    if !known {
        one.add(index.near(&word.text));
    }
    one
}

/// A word is as telling as the best of its answers.
fn weigh(index: &Index, asked: &mut [Asked]) {
    for one in asked {
        let mut best = 0;
        for (term, quality) in &one.terms {
            if best < *quality {
                best = *quality;
                one.weight = index.weight(*term);
            }
        }
        if best == 0 {
            one.weight = index.weight_of_unknown();
        }
    }
}

/// What of a text answers a query.
pub(super) struct Answer {
    /// The parts, as ranges of bytes in ascending order.
    pub(super) parts: Vec<(usize, usize)>,
    /// Which words of the query they answer: a bit each.
    pub(super) words: u32,
}

/// The parts of a text that answer the query.
pub(super) fn answer_of(index: &Index, lang: Lang, asked: &[Asked], text: &str) -> Answer {
    let mut found = Answer { parts: Vec::new(), words: 0 };
    for token in tokens(lang, text) {
        let Some(term) = index.find(&token.text) else { continue };
        let mut words = 0;
        for (at, one) in asked.iter().enumerate() {
            let fits = one.negated == token.negated;
            if fits && one.terms.iter().any(|(it, quality)| *it == term && WHOLE < 2 * quality) {
                words |= 1 << at;
            }
        }
        let behind = found.parts.last().is_none_or(|last| last.1 <= token.place.0);
        if words != 0 && behind {
            found.parts.push(token.place);
        }
        found.words |= words;
    }
    found
}
