//! The codes of a sentence and those of its structure: none may be lost, none may be added.

use super::codes::code;
use super::tokens::Tokens;
use super::{Language, Phrase, Reading};
use crate::origin::rule::{Alternative, GoodIs, Group, NameId, Sources, Term, Way};
use crate::units::{HsCode, HsRange, Level};
use std::collections::BTreeSet;
use std::ops::Range;

/// The codes that an alternative names, ends of ranges each, with those inside the words of its phrases.
pub fn codes_of(language: Language, alternative: &Alternative, phrases: &[Phrase]) -> BTreeSet<HsCode> {
    let mut found = Found { codes: BTreeSet::new(), language, phrases };
    let target = &alternative.target;
    found.ranges(&target.codes);
    found.ranges(&target.except);
    if let GoodIs::Named(name) = target.good {
        found.name(name);
    }
    match &alternative.way {
        Way::Shift { from, also } => {
            found.sources(from);
            also.iter().for_each(|also| found.sources(also));
        }
        Way::Process(name) => found.name(*name),
        Way::NoShift | Way::Unread => {}
    }
    alternative.conditions.iter().for_each(|it| found.name(*it));
    found.codes
}

/// The codes that a sentence names: those with points, and numbers without where a word of level stands before.
pub fn codes_of_sentence(language: Language, sentence: &str) -> BTreeSet<HsCode> {
    let tokens = Tokens::of(language, sentence);
    let all = 0..tokens.len();
    codes_between(&tokens, all)
}

/// The codes that a reading names, all alternatives together.
impl Reading {
    /// The codes that the structure names.
    pub fn codes(&self) -> BTreeSet<HsCode> {
        let each = |it| codes_of(self.language, it, &self.phrases);
        self.alternatives.iter().flat_map(each).collect()
    }
}

pub(super) fn codes_between(tokens: &Tokens<'_>, range: Range<usize>) -> BTreeSet<HsCode> {
    let mut found = BTreeSet::new();
    let mut level: Option<Level> = None;
    for at in range.clone() {
        if let Some(words) = tokens.quoted(at) {
            found.extend(codes_of_sentence(tokens.language(), words));
        }
        if let Some((new, _)) = tokens.level(at) {
            level = Some(new);
        } else if tokens.says(at, "from") && !tokens.is_open(at) && level.is_none() {
            level = Some(Level::Heading);
        } else if tokens.number(at).is_some() {
            // 35.56 cm is a size.
            let size = tokens.one_of(at + 1, &["cm", "mm"]) != 0;
            found.extend(code(tokens, at, range.end, level).filter(|_| !size));
        } else if tokens
            .one_of(at, &[",", "or", "and", "through", "to", "from", "item", "items", "no", "nos", "."])
            == 0
        {
            level = None;
        }
    }
    found
}

/// Whether a term is open-ended: it names no code and no good.
pub(super) fn names_no_code(term: &Term) -> bool {
    matches!(term, Term::AnyOther { within, .. } if within.is_empty())
}

struct Found<'p> {
    codes: BTreeSet<HsCode>,
    language: Language,
    phrases: &'p [Phrase],
}

impl Found<'_> {
    fn ranges(&mut self, ranges: &[HsRange]) {
        let ends = ranges.iter().flat_map(|it| [it.first(), it.last()]);
        self.codes.extend(ends);
    }

    fn name(&mut self, name: NameId) {
        if let Some(phrase) = self.phrases.get(usize::from(name.0)) {
            self.codes.extend(codes_of_sentence(self.language, &phrase.words));
        }
    }

    fn sources(&mut self, sources: &Sources) {
        self.terms(&sources.any_of);
        self.terms(&sources.except);
    }

    fn terms(&mut self, terms: &[Term]) {
        for term in terms {
            match term {
                Term::AnyOther { group, within, .. } => {
                    self.ranges(within);
                    if let Group::Including(codes) = group {
                        self.ranges(codes);
                    }
                }
                Term::Codes(codes) | Term::OtherGood(codes) => self.ranges(codes),
                Term::Named { name, codes } => {
                    self.ranges(codes);
                    self.name(*name);
                }
                Term::WithinThat(_) => {}
                Term::MoreThanOneOf(entries) | Term::AllOf(entries) => self.terms(entries),
            }
        }
    }
}
