//! The tokens of a sentence, and the questions the grammar asks of them.

use super::token::{Kind, Token, tokens};
use super::vocabulary::{Language, alike, in_grammar};
use crate::units::Level;
use std::ops::Range;

/// The tokens of a sentence. Indices past the end answer no to every question.
pub(super) struct Tokens<'t> {
    sentence: &'t str,
    language: Language,
    all: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(language: Language, sentence: &'t str) -> Tokens<'t> {
        Tokens { sentence, language, all: in_grammar(language, tokens(sentence)) }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    fn get(&self, at: usize) -> Option<&Token<'t>> {
        self.all.get(at)
    }

    /// Whether this word or mark stands here. Never for a label or a number, nor past the end.
    fn is(&self, at: usize, word: &str) -> bool {
        match self.get(at) {
            Some(token) if matches!(token.kind, Kind::Word | Kind::Mark) => {
                alike(token.text, word) || (!token.also.is_empty() && token.also == word)
            }
            _ => false,
        }
    }

    /// Whether what stands here might as well be another word of the grammar.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.also.is_empty())
    }

    /// What stands between quotation marks here.
    pub(super) fn quoted(&self, at: usize) -> Option<&'t str> {
        let text = self.of_kind(at, Kind::Word)?;
        let inside = text.strip_prefix('“').and_then(|it| it.strip_suffix('”'));
        let inside = inside.or_else(|| text.strip_prefix('«').and_then(|it| it.strip_suffix('»')));
        inside.map(str::trim)
    }

    /// Whether these words and marks, parted by spaces, stand here. Case does not matter.
    pub(super) fn says(&self, at: usize, words: &str) -> bool {
        words.split(' ').enumerate().all(|(i, word)| self.is(at + i, word))
    }

    /// How many tokens the first of these phrases takes that stands here. Zero: none of them does.
    pub(super) fn one_of(&self, at: usize, phrases: &[&str]) -> usize {
        let found = phrases.iter().find(|phrase| self.says(at, phrase));
        found.map_or(0, |phrase| phrase.split(' ').count())
    }

    /// The first place in `range` where these words stand outside brackets.
    pub(super) fn find(&self, range: Range<usize>, words: &str) -> Option<usize> {
        let end = range.end;
        self.outside_brackets(range).find(|at| *at + words.split(' ').count() <= end && self.says(*at, words))
    }

    /// The places of `range` that are not inside brackets.
    pub(super) fn outside_brackets(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut depth = 0usize;
        range.filter(move |at| {
            if self.says(*at, "(") {
                depth += 1;
                return false;
            }
            if self.says(*at, ")") {
                depth = depth.saturating_sub(1);
                return false;
            }
            depth == 0
        })
    }

    pub(super) fn number(&self, at: usize) -> Option<&'t str> {
        self.of_kind(at, Kind::Number)
    }

    pub(super) fn label(&self, at: usize) -> Option<&'t str> {
        self.of_kind(at, Kind::Label)
    }

    pub(super) fn word(&self, at: usize) -> Option<&'t str> {
        self.of_kind(at, Kind::Word)
    }

    fn of_kind(&self, at: usize, kind: Kind) -> Option<&'t str> {
        let token = self.get(at)?;
        (token.kind == kind).then_some(token.text)
    }

    /// "Chapter", "headings", "tariff item No." and the like: the level, and how many tokens say it.
    pub(super) fn level(&self, at: usize) -> Option<(Level, usize)> {
        let is = |words: &[&str]| self.one_of(at, words);
        if is(&["chapter", "chapters"]) != 0 {
            return Some((Level::Chapter, 1));
        }
        if is(&["heading", "headings"]) != 0 {
            return Some((Level::Heading, 1));
        }
        if is(&["subheading", "subheadings"]) != 0 {
            return Some((Level::Subheading, 1));
        }
        let words = is(&["tariff item", "tariff items"]);
        let number = self.one_of(at + words, &["no .", "nos .", "no", "nos"]);
        (words != 0).then_some((Level::TariffItem, words + number))
    }

    /// The first place from `at` on that is no comma, semicolon, dash, "or", "and"; at most `end`.
    pub(super) fn after_separators(&self, at: usize, end: usize) -> usize {
        let separators = [",", ";", "or", "and"];
        (at..end).find(|it| self.one_of(*it, &separators) == 0).unwrap_or(end)
    }

    /// `range` without separators and full stops at its end, and without the label of what comes next.
    pub(super) fn trimmed_end(&self, range: Range<usize>) -> Range<usize> {
        let separates = |at: usize| self.one_of(at, &[",", ";", ":", ".", "or", "and"]) != 0;
        let mut end = range.end;
        while range.start < end {
            let labels = (range.start..end).rev().take_while(|at| self.label(*at).is_some()).count();
            let before = end - labels;
            // "Paragraph 4(1)i)": these labels follow a number without a space and belong to it.
            if labels != 0 && range.start < before && self.adjoin(before - 1) {
                break;
            }
            end = before;
            if end == range.start || !separates(end - 1) {
                break;
            }
            end -= 1;
        }
        range.start..end
    }

    /// The tokens that lie in these bytes.
    pub(super) fn inside(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.all.partition_point(|it| it.start < span.start);
        start..self.all.partition_point(|it| it.end <= span.end).max(start)
    }

    /// Whether a number stands here, and the next token right after it.
    fn adjoin(&self, at: usize) -> bool {
        let next = self.get(at + 1).map(|it| it.start);
        self.get(at).is_some_and(|it| it.kind == Kind::Number && Some(it.end) == next)
    }

    /// The bytes of the sentence that these tokens take.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.get(range.start).map_or(self.sentence.len(), |it| it.start);
        let last = range.end.checked_sub(1).and_then(|at| self.get(at));
        start..last.map_or(start, |it| it.end).max(start)
    }

    /// The words of the sentence that these tokens take.
    pub(super) fn slice(&self, range: Range<usize>) -> &'t str {
        let sentence = self.sentence;
        &sentence[self.span(range)]
    }
}
