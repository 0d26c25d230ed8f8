//! The instruments an answer rests on, and where in them a thing is written.

use std::borrow::Cow;

/// A text that is cited. Its title and address in both languages stand with the words of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Supply Manual, Annex 3.6, Canadian Content Policy: "the annex".
    Sm36,
    /// SACC Manual clause A3050T, Canadian Content Definition, of 2020-07-01.
    A3050t,
    /// NAFTA Rules of Origin Regulations, SOR/94-14, as last in force.
    Sor9414,
    /// CUSMA Rules of Origin Regulations, SOR/2020-155.
    Sor2020155,
    /// HTSUS General Note 11, 2025 Revision 7: the product rules of Annex 4-B in their United States publication.
    Gn11,
}

impl Source {
    /// Every source, in the order of the printed list.
    pub const ALL: [Source; 5] =
        [Source::Sm36, Source::A3050t, Source::Sor2020155, Source::Gn11, Source::Sor9414];

    /// The short name by which files and other programs know it.
    pub const fn id(self) -> &'static str {
        match self {
            Source::Sm36 => "SM36",
            Source::A3050t => "A3050T",
            Source::Sor9414 => "SOR/94-14",
            Source::Sor2020155 => "SOR/2020-155",
            Source::Gn11 => "GN11",
        }
    }
}

impl Source {
    /// Which state of the text was read: its consolidation day, revision or issue.
    pub const fn edition(self) -> &'static str {
        match self {
            Source::Sm36 => "archived 2026-01-30",
            Source::A3050t => "2020-07-01",
            Source::Sor9414 => "2019-06-17",
            Source::Sor2020155 => "2025-07-24",
            Source::Gn11 => "2025 Revision 7",
        }
    }
}

/// Where a thing is written: the instrument and the place in it, as that text numbers itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The instrument.
    pub source: Source,
    /// Section, clause or row: `5(1)`, `cusma:94-4`. The same in both languages.
    pub at: Cow<'static, str>,
}

impl Source {
    /// A place in this source.
    pub const fn at(self, place: &'static str) -> Citation {
        Citation { source: self, at: Cow::Borrowed(place) }
    }

    /// The place of a rule row.
    pub fn row(self, id: &str) -> Citation {
        Citation { source: self, at: Cow::Owned(id.to_owned()) }
    }
}
