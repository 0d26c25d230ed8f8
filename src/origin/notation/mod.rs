//! A rule pack as a text file: one line a row, one line an alternative. The format is described in docs/pack-format.md.

mod alternative;
mod read;
mod terms;
mod write;

pub use read::read;
pub use write::write;

use crate::units::Level;
use std::fmt;

/// The first line of every pack file. The number grows when an older reader would misread a newer file.
const FIRST_LINE: &str = "canadian-content pack 1";

/// How deep a list may stand inside a list. The official texts need one.
const DEEPEST: u8 = 4;

/// Where and why a text is no pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackProblem {
    /// The line, counted from one; one past the last where the text ends too early.
    pub line: usize,
    /// What is wrong with it.
    pub fault: PackFault,
}

/// What is wrong with a line of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// Not the first line of a pack, or of a format newer than this reader.
    Version,
    /// A line of the head is missing or not in its place.
    Head,
    /// No such rule set, or an edition that is not the set's.
    Set,
    /// Not a day of the calendar.
    Day,
    /// Not a chapter number.
    Chapter,
    /// Not a code or range of codes.
    Code,
    /// A word that cannot stand where it stands.
    Word,
    /// The number of a name that the pack does not hold.
    Name,
    /// Not a percentage, or a content test without a figure.
    Percent,
    /// A list is not closed, is empty, or stands too deep in others.
    List,
    /// The text ends early: its last line does not state the number of rows that were read.
    End,
}

impl PackFault {
    /// One English word for logs; the words shown to people are in `i18n`.
    pub const fn id(self) -> &'static str {
        match self {
            PackFault::Version => "version",
            PackFault::Head => "head",
            PackFault::Set => "set",
            PackFault::Day => "day",
            PackFault::Chapter => "chapter",
            PackFault::Code => "code",
            PackFault::Word => "word",
            PackFault::Name => "name",
            PackFault::Percent => "percent",
            PackFault::List => "list",
            PackFault::End => "end",
        }
    }
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault.id())
    }
}

impl std::error::Error for PackProblem {}

/// The digit that stands for a level: the number of characters that name a unit of it.
fn level_digit(level: Level) -> char {
    match level {
        Level::Chapter => '2',
        Level::Heading => '4',
        Level::Subheading => '6',
        Level::TariffItem => '8',
    }
}

/// The level that a digit stands for.
fn level_of(digit: u8) -> Option<Level> {
    match digit {
        b'2' => Some(Level::Chapter),
        b'4' => Some(Level::Heading),
        b'6' => Some(Level::Subheading),
        b'8' => Some(Level::TariffItem),
        _ => None,
    }
}
