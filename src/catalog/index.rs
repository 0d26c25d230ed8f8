//! The index: which names and everyday words hold which words.

use super::fold::{Stand, tokens};
use super::stem::stem;
use super::table::Table;
use super::typo::one_error;
use super::{Line, Word};
use crate::i18n::Lang;
use crate::units::{HsCode, Level};

/// A place where a term stands. Texts are the names, then the everyday words, counted in one row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting {
    /// The text.
    pub(super) text: u32,
    /// Whether the text excludes what the term says.
    pub(super) negated: bool,
    /// How much the term says what the text is about.
    pub(super) stand: Stand,
}

/// An everyday word, and the lines that it leads to, the likeliest first.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) text: Box<str>,
    pub(super) lines: Vec<u32>,
}

/// How well a term answers a word of a query, of `WHOLE`.
pub(super) const WHOLE: u32 = 100;
/// Another form of the same word.
const FORM: u32 = 96;
/// One typing error away.
const SLIP: u32 = 62;

/// The index of a catalog. A term is a folded word; terms are numbered as they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    lang: Option<Lang>,
    terms: Table,
    stems: Table,
    /// The stem of each term.
    stem_of: Vec<u32>,
    /// The terms of each stem, one stem after the other, and where they start.
    by_stem: Vec<u32>,
    stem_starts: Vec<u32>,
    /// Every term, in order of its letters.
    by_name: Vec<u32>,
    /// Where each term stands, one term after the other, and where they start.
    postings: Vec<Posting>,
    starts: Vec<u32>,
    /// How telling a term is: 16 for each halving of the texts that hold its stem.
    weights: Vec<u32>,
    /// The weights of the terms of each text, added up; what a name says behind its first comma counts less.
    totals: Vec<u32>,
    leads: Vec<Lead>,
    /// For each line: the place of its chapter and of its heading, itself where it is one.
    above: Vec<(u32, u32)>,
    /// For each line: whether it is a subheading of parts or accessories.
    parts: Vec<bool>,
    /// The terms that mean parts or accessories.
    part_words: Vec<u32>,
    /// For each line, how many everyday words lead to it: one for each doubling.
    popularity: Vec<u8>,
}

impl Index {
    pub(super) fn new(lang: Lang, lines: &[Line], words: Vec<Word>) -> Index {
        let mut index = Index { lang: Some(lang), ..Index::default() };
        let mut placed: Vec<(u32, Posting, bool)> = Vec::with_capacity(16 * lines.len());
        let mut above = (0, 0);
        for (at, line) in lines.iter().enumerate() {
            let place = at as u32;
            match line.code.level() {
                Level::Chapter => above = (place, place),
                Level::Heading => above.1 = place,
                _ => {}
            }
            index.above.push(above);
            index.add(lang, place, &line.label, &mut placed);
        }
        for word in words {
            let place = (lines.len() + index.leads.len()) as u32;
            index.add(lang, place, &word.text, &mut placed);
            index.pair(place, &mut placed);
            let mut targets = Vec::with_capacity(1 + word.others.len());
            targets.extend(line_of(lines, &word.code));
            targets.extend(word.others.iter().filter_map(|code| line_of(lines, code)));
            index.leads.push(Lead { text: word.text, lines: targets });
        }
        index.arrange(&placed, lines.len());
        index.count_leads(lines.len());
        index.mark_parts(lang, lines);
        index
    }

    fn add(&mut self, lang: Lang, text: u32, words: &str, placed: &mut Vec<(u32, Posting, bool)>) {
        for token in tokens(lang, words) {
            let term = self.term(lang, &token.text);
            let posting = Posting { text, negated: token.negated, stand: token.stand };
            placed.push((term, posting, token.joined));
        }
    }

    fn term(&mut self, lang: Lang, word: &str) -> u32 {
        let term = self.terms.number(word);
        if term as usize == self.stem_of.len() {
            let stem = self.stems.number(&stem(lang, word));
            self.stem_of.push(stem);
        }
        term
    }

    /// An everyday word of two parts is found written as one too: "fire truck" by "firetruck".
    fn pair(&mut self, text: u32, placed: &mut Vec<(u32, Posting, bool)>) {
        let own = placed.iter().rev().take_while(|(_, posting, _)| posting.text == text);
        let own: Vec<(u32, bool)> =
            own.map(|(term, posting, joined)| (*term, *joined || posting.negated)).collect();
        if let ([(second, false), (first, false)], Some(lang)) = (&own[..], self.lang) {
            let word = [self.terms.word(*first), self.terms.word(*second)].concat();
            let term = self.term(lang, &word);
            placed.push((term, Posting { text, negated: false, stand: Stand::Head }, true));
        }
    }

    /// Puts what was placed in order of the terms, and weighs them.
    fn arrange(&mut self, placed: &[(u32, Posting, bool)], lines: usize) {
        let terms = self.terms.len();
        (self.starts, self.postings) =
            grouped(terms, placed.iter().map(|(term, posting, _)| (*term, *posting)), Posting::default());
        let stems = self.stem_of.iter().enumerate().map(|(term, stem)| (*stem, term as u32));
        (self.stem_starts, self.by_stem) = grouped(self.stems.len(), stems, 0);
        self.by_name = (0..terms as u32).collect();
        let names = &self.terms;
        self.by_name.sort_unstable_by(|a, b| names.word(*a).cmp(names.word(*b)));
        let texts = lines + self.leads.len();
        for term in 0..terms {
            let mut held = 0;
            for form in self.forms(self.stem_of[term]) {
                held += self.postings_of(*form).len();
            }
            self.weights.push(weight(texts, held));
        }
        self.totals = vec![0; texts];
        for (term, posting, joined) in placed {
            // What a name says behind its first comma need not be asked for.
            let behind = (posting.text as usize) < lines && posting.stand == Stand::Back;
            if *joined || (behind && posting.negated) {
                continue;
            }
            let share = if behind { 3 } else { 1 };
            self.totals[posting.text as usize] += self.weights[*term as usize] / share;
        }
    }

    fn count_leads(&mut self, lines: usize) {
        let mut counts = vec![0_u32; lines];
        for lead in &self.leads {
            for line in &lead.lines {
                counts[*line as usize] += 1;
            }
        }
        // OK because the logarithm is at most 32.
        self.popularity = counts.iter().map(|count| (count + 1).ilog2() as u8).collect();
    }

    fn mark_parts(&mut self, lang: Lang, lines: &[Line]) {
        let words: &[&str] = match lang {
            Lang::En => &["part", "parts", "accessories"],
            Lang::Fr => &["partie", "parties", "accessoires", "pieces"],
        };
        self.parts = vec![false; lines.len()];
        for word in words {
            let Some(term) = self.terms.find(word) else { continue };
            self.part_words.push(term);
            let (from, to) = span(&self.starts, term);
            for posting in &self.postings[from..to] {
                let line = posting.text as usize;
                let alone = posting.stand == Stand::Head && !posting.negated;
                if alone && lines.get(line).is_some_and(|it| it.code.level() == Level::Subheading) {
                    self.parts[line] = true;
                }
            }
        }
    }

    /// Whether a term means parts or accessories.
    pub(super) fn is_part_word(&self, term: u32) -> bool {
        self.part_words.contains(&term)
    }

    /// Whether a line names parts or accessories, which are seldom meant where the query does not say so.
    pub(super) fn is_parts(&self, line: usize) -> bool {
        self.parts.get(line).copied().unwrap_or_default()
    }

    /// How many everyday words lead to a line: one for each doubling.
    pub(super) fn popularity(&self, line: usize) -> u32 {
        self.popularity.get(line).copied().unwrap_or_default().into()
    }

    /// How many lines and everyday words there are.
    pub(super) fn texts(&self) -> usize {
        self.totals.len()
    }

    /// For each line, the places of its chapter and heading.
    pub(super) fn above(&self) -> &[(u32, u32)] {
        &self.above
    }

    /// The everyday word that is this text.
    pub(super) fn lead(&self, text: usize) -> Option<&Lead> {
        self.leads.get(text.checked_sub(self.above.len())?)
    }

    /// The weights of the terms of a text, added up.
    pub(super) fn total(&self, text: usize) -> u32 {
        self.totals.get(text).copied().unwrap_or_default()
    }

    /// How telling a term is.
    pub(super) fn weight(&self, term: u32) -> u32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// How telling a word is that stands nowhere.
    pub(super) fn weight_of_unknown(&self) -> u32 {
        weight(self.texts(), 1)
    }

    /// Where a term stands.
    pub(super) fn postings_of(&self, term: u32) -> &[Posting] {
        let (from, to) = span(&self.starts, term);
        &self.postings[from..to]
    }

    fn forms(&self, stem: u32) -> &[u32] {
        let (from, to) = span(&self.stem_starts, stem);
        &self.by_stem[from..to]
    }

    /// The number of a folded word that stands somewhere.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.terms.find(word)
    }

    /// The terms that are this word or a form of it, each with how well it answers.
    pub(super) fn same(&self, word: &str) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        let Some(lang) = self.lang else { return found };
        let exact = self.terms.find(word);
        if let Some(stem) = self.stems.find(&stem(lang, word)) {
            for form in self.forms(stem) {
                found.push((*form, if Some(*form) == exact { WHOLE } else { FORM }));
            }
        }
        found
    }

    /// The terms that begin with this word, those that are it left out.
    pub(super) fn beginning_with(&self, word: &str) -> Vec<(u32, u32)> {
        let first = self.by_name.partition_point(|term| self.terms.word(*term) <= word);
        let mut found = Vec::new();
        for term in &self.by_name[first..] {
            let name = self.terms.word(*term);
            if !name.starts_with(word) {
                break;
            }
            found.push((*term, 40 + 45 * word.len() as u32 / name.len() as u32));
        }
        found
    }

    /// The terms one typing error away from this word, or from a form of it.
    pub(super) fn near(&self, word: &str) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        // In a shorter word an error leaves too little to know it by; a figure is meant as it stands.
        if word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) {
            return found;
        }
        for term in 0..self.terms.len() as u32 {
            if !near_in_length(self.terms.length(term), word) {
                continue;
            }
            let name = self.terms.word(term);
            if one_error(word.as_bytes(), name.as_bytes()) {
                found.push((term, SLIP + u32::from(name.as_bytes()[0] == word.as_bytes()[0]) * 8));
            }
        }
        let Some(lang) = self.lang else { return found };
        let own = stem(lang, word);
        if own.len() < 4 {
            return found;
        }
        for number in 0..self.stems.len() as u32 {
            if !near_in_length(self.stems.length(number), &own) {
                continue;
            }
            if one_error(own.as_bytes(), self.stems.word(number).as_bytes()) {
                for form in self.forms(number) {
                    if !found.iter().any(|(term, _)| term == form) {
                        found.push((*form, SLIP));
                    }
                }
            }
        }
        found
    }
}

/// Whether a word of this length may be one typing error away.
fn near_in_length(length: usize, word: &str) -> bool {
    2 < length && length <= word.len() + 1 && word.len() <= length + 1
}

fn line_of(lines: &[Line], code: &HsCode) -> Option<u32> {
    lines.binary_search_by(|line| line.code.cmp(code)).ok().map(|place| place as u32)
}

/// Sixteen for each halving: of all texts down to those held. At least one.
fn weight(texts: usize, held: usize) -> u32 {
    // The logarithm in sixteenths, from the place of the first bit and the four bits behind it.
    let ratio = ((texts.max(1) as u64) << 16) / held.max(1) as u64;
    let whole = ratio.max(1).ilog2();
    let fraction = if whole < 4 { 0 } else { (ratio >> (whole - 4)) & 15 };
    ((16 * whole + fraction as u32).saturating_sub(16 * 16)).max(8)
}

/// Values in order of their keys `0..count`: where those of each key start (one more start than keys), and the values.
fn grouped<T: Copy>(
    count: usize,
    pairs: impl Iterator<Item = (u32, T)> + Clone,
    none: T,
) -> (Vec<u32>, Vec<T>) {
    let mut starts = vec![0_u32; count + 1];
    for (key, _) in pairs.clone() {
        starts[key as usize + 1] += 1;
    }
    for key in 0..count {
        starts[key + 1] += starts[key];
    }
    let mut next = starts.clone();
    let mut values = vec![none; starts[count] as usize];
    for (key, value) in pairs {
        let place = &mut next[key as usize];
        values[*place as usize] = value;
        *place += 1;
    }
    (starts, values)
}

fn span(starts: &[u32], key: u32) -> (usize, usize) {
    let start = starts.get(key as usize).copied().unwrap_or_default();
    let end = starts.get(key as usize + 1).copied().unwrap_or(start);
    (start as usize, end as usize)
}
