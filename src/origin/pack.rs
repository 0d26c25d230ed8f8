//! A rule set as loaded: its rows, its names, its edition, and where all of it comes from.

use super::edition::EditionMap;
use super::rule::{NameId, Row};
use super::vehicle::{Part, Role};
use crate::finding::Finding;
use crate::units::{Citation, Day, Edition, HsCode, Source};
use std::sync::Arc;

/// Which rule set a good is judged under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleSet {
    /// Clause A3050T of 2020-07-01 and later: the CUSMA rules, read with Canada as the territory.
    Cusma,
    /// The older clause and the annex: the NAFTA rules, read with Canada as the territory.
    Nafta,
    /// The five rules as the annex itself quotes them. History, not law of today.
    Annex,
}

impl RuleSet {
    /// Every rule set, today's first.
    pub const ALL: [RuleSet; 3] = [RuleSet::Cusma, RuleSet::Nafta, RuleSet::Annex];

    /// `cusma`, `nafta` or `annex`.
    pub const fn id(self) -> &'static str {
        match self {
            RuleSet::Cusma => "cusma",
            RuleSet::Nafta => "nafta",
            RuleSet::Annex => "annex",
        }
    }

    /// The rule set of this id.
    pub fn of(id: &str) -> Option<RuleSet> {
        RuleSet::ALL.into_iter().find(|set| set.id() == id)
    }

    /// The edition of the Harmonized System in which its codes are written.
    pub const fn edition(self) -> Edition {
        match self {
            RuleSet::Cusma => Edition::Hs2012,
            RuleSet::Nafta => Edition::Hs2007,
            RuleSet::Annex => Edition::Annex,
        }
    }

    /// Where a row of it is written: 87.01 to 87.08 of CUSMA in section 13 of the regulations, not in the note.
    pub fn cite(self, row: &str) -> Citation {
        let regulations = row.starts_with("cusma:s13-");
        if regulations { Source::Sor2020155.row(row) } else { self.source().row(row) }
    }

    /// Where its product rules are written.
    pub const fn source(self) -> Source {
        match self {
            RuleSet::Cusma => Source::Gn11,
            RuleSet::Nafta => Source::Sor9414,
            RuleSet::Annex => Source::Sm36,
        }
    }
}

/// The rows of a rule set, in the order of the official text, and which of them may be about a code of a chapter: every
/// good asks for those, and most rows are far from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    all: Vec<Row>,
    /// Places in `all`, by chapter.
    of_chapter: Vec<Vec<u16>>,
}

impl From<Vec<Row>> for Rows {
    fn from(all: Vec<Row>) -> Rows {
        let mut of_chapter = vec![Vec::new(); 100];
        for (at, row) in (0..).zip(&all) {
            for range in &row.codes {
                for chapter in range.first().chapter()..=range.last().chapter() {
                    let list: &mut Vec<u16> = &mut of_chapter[usize::from(chapter)];
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        Rows { all, of_chapter }
    }
}

impl std::ops::Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.all
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Row;
    type IntoIter = std::slice::Iter<'a, Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// A rule set as loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Which rule set.
    pub set: RuleSet,
    /// The day the official text was current to.
    pub as_of: Day,
    /// What it was made from, to be shown wherever a rule of it is: English, French.
    pub source: (String, String),
    /// The line that the licence of that source asks for: English, French.
    pub licence: (String, String),
    /// The chapters it holds. A good of another chapter has no rule here, which is not a no.
    pub chapters: Vec<u8>,
    /// The rows, in the order of the official text.
    pub rows: Rows,
    /// Short names of described goods, uses and conditions: English, French. `NameId` counts from zero.
    pub names: Vec<(String, String)>,
    /// Parts of motor vehicles, for which other figures of content hold.
    pub parts: Vec<Part>,
    /// What names mean for vehicles.
    pub roles: Vec<(Role, NameId)>,
    /// Rows whose text was corrected before it was read: row, reason, confidence.
    pub patches: Vec<Patch>,
    /// Today's codes in the edition of this set, where that table has been loaded.
    pub editions: Option<Arc<EditionMap>>,
}

/// A correction of substance that a row rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The row id.
    pub row: String,
    /// How sure the correction is: `high`, `medium` or `low`; `hand` where a person restated the whole row.
    pub confidence: String,
    /// What was wrong and what was read instead: English, French.
    pub why: (String, String),
}

impl Pack {
    /// The short name in English and French. Empty where the pack has no such name.
    pub fn name(&self, id: NameId) -> (&str, &str) {
        self.names.get(usize::from(id.0)).map_or(("", ""), |(en, fr)| (en, fr))
    }

    /// What the name means for vehicles, if anything.
    pub fn role(&self, name: NameId) -> Option<Role> {
        self.roles.iter().find(|(_, named)| *named == name).map(|(role, _)| *role)
    }

    /// The rows that may cover `code` on `day`, in the order of the text, rows of a pair of partners left out.
    pub fn rows_for<'a>(&'a self, code: &'a HsCode, day: Day) -> impl Iterator<Item = &'a Row> {
        let near = self.rows.of_chapter.get(usize::from(code.chapter())).map_or(&[][..], Vec::as_slice);
        near.iter().map(|at| &self.rows[usize::from(*at)]).filter(move |row| {
            row.partners != super::rule::Partners::Pair
                && row.from.is_none_or(|from| from <= day)
                && row.until.is_none_or(|until| day <= until)
                && row.codes.iter().any(|range| range.covers(code) != Finding::No)
        })
    }
}
