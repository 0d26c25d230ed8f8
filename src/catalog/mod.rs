//! The Harmonized System at one's fingertips: a name for each line in one language, and the search in them.
//!
//! A file of the site holds the names, everyday words and the codes of older editions (`file`). It is read once into
//! an index; a query is folded, stemmed and looked up in it word by word. Nothing here decides a classification.

mod fold;
mod stem;
mod typo;
mod table;
mod file;
mod index;
mod code;
mod matches;
mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod shipped;

pub use file::CatalogProblem;
#[cfg(not(target_arch = "wasm32"))]
pub use file::write;

use crate::i18n::Lang;
use crate::units::{Edition, HsCode, Level};
use index::Index;

/// The lines of the Harmonized System with their names in one language, and what finds them.
#[derive(Clone, Debug)]
pub struct Catalog {
    lang: Lang,
    /// In order of the code, so that a heading stands before its subheadings.
    lines: Vec<Line>,
    /// In order of the code.
    older: Vec<OldCode>,
    index: Index,
}

/// A chapter, heading or subheading of HS 2022.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Two, four or six digits.
    pub code: HsCode,
    /// Its name in the language of the catalog.
    pub label: Box<str>,
}

/// An everyday word or phrase, and the headings and subheadings of HS 2022 that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it was written.
    pub text: Box<str>,
    /// The likeliest.
    pub code: HsCode,
    /// The others, the likelier first.
    pub others: Vec<HsCode>,
}

/// A heading or subheading of an older edition that HS 2022 does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldCode {
    /// As it was.
    pub code: HsCode,
    /// The last edition that had it.
    pub edition: Edition,
    /// The codes of HS 2022 that hold its goods, the likeliest first. At least one.
    pub today: Vec<HsCode>,
}

/// What a query led to, the best first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Found {
    /// The lines, the best match first.
    pub hits: Vec<Hit>,
    /// The code of an older edition that was typed. The hits are then its successors.
    pub older: Option<OldCode>,
    /// Whether a code was typed, or its beginning. Words otherwise.
    pub by_code: bool,
    /// How many lines matched, those beyond the limit included.
    pub count: usize,
}

/// A line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its code.
    pub code: HsCode,
    /// The parts of its name that match, as ranges of bytes in ascending order.
    pub parts: Vec<(usize, usize)>,
    /// The everyday word that led to it, where the name alone does not show why.
    pub word: Option<Box<str>>,
}

impl Catalog {
    /// The catalog of a file of the site. Never panics, on any text.
    pub fn read(text: &str) -> Result<Catalog, CatalogProblem> {
        let read = file::read(text)?;
        let index = Index::new(read.lang, &read.lines, read.words);
        Ok(Catalog { lang: read.lang, lines: read.lines, older: read.older, index })
    }

    /// The language of the names.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Every line, in order of the code.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The name of a code of HS 2022.
    pub fn label(&self, code: &HsCode) -> Option<&str> {
        Some(&self.lines.get(self.place(code)?)?.label)
    }

    /// The names above a code, the chapter's first; of a chapter, none.
    pub fn path(&self, code: &HsCode) -> Vec<&Line> {
        let mut path = Vec::new();
        for level in [Level::Chapter, Level::Heading] {
            if level < code.level() {
                let above = code.unit(level).and_then(|code| self.place(&code));
                path.extend(above.and_then(|place| self.lines.get(place)));
            }
        }
        path
    }

    /// The lines below a heading or chapter, itself left out, in order of the code.
    pub fn below(&self, code: &HsCode) -> &[Line] {
        let Some(place) = self.place(code) else { return &[] };
        let after = &self.lines[place + 1..];
        &after[..after.partition_point(|line| code.holds(&line.code))]
    }

    /// What a code of an older edition has become, if HS 2022 does not have it.
    pub fn older(&self, code: &HsCode) -> Option<&OldCode> {
        let place = self.older.binary_search_by(|it| it.code.cmp(code)).ok()?;
        self.older.get(place)
    }

    fn place(&self, code: &HsCode) -> Option<usize> {
        self.lines.binary_search_by(|line| line.code.cmp(code)).ok()
    }
}
