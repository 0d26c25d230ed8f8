//! From the sentence of a rule of origin, English or French, to its structure, with whatever was not understood.
//!
//! Reads the wording of NAFTA Annex 401 (as SOR/94-14 prints it) and of CUSMA Annex 4-B (as General Note 11 prints it).

mod alternative;
mod codes;
mod content;
mod lost;
mod names;
mod pieces;
mod sources;
mod split;
mod target;
mod token;
mod tokens;
mod vocabulary;

pub use lost::{codes_of, codes_of_sentence};
pub use names::named;
pub use pieces::{Piece, PieceKind, pieces};
pub use vocabulary::Language;

use super::rule::{Alternative, NameId};
use crate::units::HsRange;
use std::ops::Range;
use tokens::Tokens;

/// How many bytes of a sentence are read at most.
const LONGEST: usize = 50_000;

/// What a sentence says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reading {
    /// The language it was read in.
    pub language: Language,
    /// The alternatives, in the order of the sentence. One that was not understood stands in its place as unread.
    pub alternatives: Vec<Alternative>,
    /// The words that stand for goods, uses, conditions and processes. The `NameId`s of `alternatives` count in here.
    pub phrases: Vec<Phrase>,
    /// Which part of the sentence says what, in order of its beginning.
    pub parts: Vec<Part>,
    /// What was not understood. Empty: nothing of the sentence was left out.
    pub troubles: Vec<Trouble>,
}

/// Words of the sentence that describe something no code does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What they describe.
    pub kind: PhraseKind,
    /// The words as they stand; a tail after the code follows a comma.
    pub words: String,
}

/// What a phrase describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseKind {
    /// A good or a material.
    Good,
    /// What the good is for.
    Use,
    /// Something that must hold in addition.
    Condition,
    /// What the good results from.
    Process,
}

/// A part of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The bytes of the sentence.
    pub span: Range<usize>,
    /// What they say.
    pub role: Role,
}

/// What a part of the sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A note that is no rule.
    Note,
    /// The use that the rules after it are for.
    Use,
    /// A good described by words.
    Good,
    /// The good.
    Target,
    /// Where materials may come from.
    From,
    /// Where they may not.
    Except,
    /// Where they may come from besides.
    Also,
    /// The regional value content.
    Content,
    /// A further condition.
    Condition,
    /// The process that makes the good.
    Process,
}

/// A part of the sentence that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The bytes of the sentence.
    pub span: Range<usize>,
    /// What was looked for there.
    pub what: Missing,
}

/// What was looked for and not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A rule: "A change to ..." or "No change ...".
    Rule,
    /// The good: codes, or a description with its codes.
    Target,
    /// A source: "any other heading", codes, or a description.
    Source,
    /// A range of codes that runs upwards.
    Range,
    /// The figures of a regional value content.
    Content,
    /// A code that stands in the sentence but not in the structure.
    Code,
}

/// Reads an English sentence. Never fails: what is not understood is a trouble, and an alternative that holds one is
/// unread.
pub fn read(sentence: &str) -> Reading {
    read_in(Language::English, sentence, &[])
}

/// Reads the sentence of a row that stands beside these codes. They settle which of several codes is the good's:
/// "monitors with a tube of tariff item 8540.12.91, of subheading 8528.49".
pub fn read_for(sentence: &str, goods: &[HsRange]) -> Reading {
    read_in(Language::English, sentence, goods)
}

/// Reads a sentence in a language, of a row that stands beside these codes, or of none.
pub fn read_in(language: Language, sentence: &str, goods: &[HsRange]) -> Reading {
    // The longest official row takes 9,000 bytes; what is far longer is no rule and would only cost time.
    if LONGEST < sentence.len() {
        let trouble = Trouble { span: 0..sentence.len(), what: Missing::Rule };
        return Reading { language, troubles: vec![trouble], ..Reading::default() };
    }
    let reading = Reading { language, ..Reading::default() };
    let mut reader = Reader { tokens: Tokens::of(language, sentence), goods, reading };
    split::rules(&mut reader);
    reader.reading.parts.sort_by_key(|part| part.span.start);
    reader.reading
}

/// What the parts of the parser share: the tokens and what has been read of them so far.
struct Reader<'t> {
    tokens: Tokens<'t>,
    /// The codes of the row, where they are known.
    goods: &'t [HsRange],
    reading: Reading,
}

impl Reader<'_> {
    fn part(&mut self, tokens: Range<usize>, role: Role) {
        if tokens.start < tokens.end {
            let span = self.tokens.span(tokens);
            self.reading.parts.push(Part { span, role });
        }
    }

    fn trouble(&mut self, tokens: Range<usize>, what: Missing) {
        let span = self.tokens.span(tokens);
        self.reading.troubles.push(Trouble { span, what });
    }

    /// The name of these words; the same words of the same kind are the same name.
    fn phrase(&mut self, kind: PhraseKind, words: String) -> NameId {
        let phrases = &mut self.reading.phrases;
        let words = words.trim_matches([',', ' ']).to_owned();
        let phrase = Phrase { kind, words };
        let at = phrases.iter().position(|it| *it == phrase);
        let at = at.unwrap_or_else(|| {
            phrases.push(phrase);
            phrases.len() - 1
        });
        // A sentence of more than 65,535 phrases is no rule; they would share the last name.
        NameId(u16::try_from(at).unwrap_or(u16::MAX))
    }
}
