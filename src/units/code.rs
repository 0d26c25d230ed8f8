//! Codes of the Harmonized System, and ranges of them that are compared, never expanded.

use crate::finding::Finding;
use std::fmt;

/// Which edition of the Harmonized System a code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The codes of the NAFTA rules.
    Hs2007,
    /// The codes of the CUSMA rules.
    Hs2012,
    /// Today's codes.
    Hs2022,
    /// The mixed codes that the policy's annex quotes; older than 2007.
    Annex,
}

impl Edition {
    /// `2007`, `2012`, `2022`, or `annex`.
    pub const fn id(self) -> &'static str {
        match self {
            Edition::Hs2007 => "2007",
            Edition::Hs2012 => "2012",
            Edition::Hs2022 => "2022",
            Edition::Annex => "annex",
        }
    }
}

/// How deep a code reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Two digits.
    Chapter,
    /// Four digits.
    Heading,
    /// Six digits.
    Subheading,
    /// Eight characters: an item of the rule set's own tariff, never a national code that a user typed.
    TariffItem,
}

impl Level {
    /// How many characters name a unit of this level.
    pub const fn digits(self) -> usize {
        match self {
            Level::Chapter => 2,
            Level::Heading => 4,
            Level::Subheading => 6,
            Level::TariffItem => 8,
        }
    }
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing was given.
    Empty,
    /// A character that is neither a digit nor a separating point or space.
    NotDigits,
    /// One, three, five or seven digits, or more than ten.
    OddLength {
        /// How many digits were given.
        digits: usize,
    },
    /// No such chapter: 00, 77, or above 97.
    NoSuchChapter,
}

/// A code of two, four, six or eight characters. The last two of eight may be lower-case letters (`870899aa`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HsCode {
    chars: [u8; 8],
    len: u8,
}

impl HsCode {
    /// Reads digits with or without points or spaces, as the rule sets write them: two, four, six or eight characters.
    pub fn read(text: &str) -> Result<HsCode, CodeProblem> {
        let mut chars = [0u8; 8];
        let mut len = 0usize;
        for b in text.bytes().filter(|b| !matches!(b, b'.' | b' ')) {
            let letter = len >= 6 && b.is_ascii_lowercase();
            if !b.is_ascii_digit() && !letter {
                return Err(CodeProblem::NotDigits);
            }
            if len < 8 {
                chars[len] = b;
            }
            len += 1;
        }
        match len {
            0 => return Err(CodeProblem::Empty),
            2 | 4 | 6 | 8 => {}
            digits => return Err(CodeProblem::OddLength { digits }),
        }
        let chapter = (chars[0] - b'0') * 10 + (chars[1] - b'0');
        if chapter == 0 || chapter == 77 || chapter > 97 {
            return Err(CodeProblem::NoSuchChapter);
        }
        // OK because len is one of 2, 4, 6, 8.
        Ok(HsCode { chars, len: len as u8 })
    }

    /// A number of its own for each code, to look it up by.
    pub fn key(&self) -> u64 {
        // What lies past the end is zero, and a character never is.
        u64::from_be_bytes(self.chars)
    }

    /// Reads a code that a user typed. Digits seven to ten are national and are dropped: only six are international.
    ///
    /// Two, four, six, eight or ten digits, with or without points or spaces.
    pub fn read_national(text: &str) -> Result<HsCode, CodeProblem> {
        let mut digits = String::new();
        for c in text.chars() {
            match c {
                '.' | ' ' | '\u{a0}' | '\u{202f}' => {}
                '0'..='9' => digits.push(c),
                _ => return Err(CodeProblem::NotDigits),
            }
        }
        match digits.len() {
            8 | 10 => digits.truncate(6),
            12.. => return Err(CodeProblem::OddLength { digits: digits.len() }),
            _ => {}
        }
        HsCode::read(&digits)
    }

    /// The characters without points.
    pub fn as_str(&self) -> &str {
        // OK because the constructor keeps ASCII only.
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    fn bytes(&self) -> &[u8] {
        &self.chars[..usize::from(self.len)]
    }

    /// Two, four, six or eight.
    pub fn digits(&self) -> usize {
        usize::from(self.len)
    }

    /// How deep this code reaches.
    pub fn level(&self) -> Level {
        match self.len {
            2 => Level::Chapter,
            4 => Level::Heading,
            6 => Level::Subheading,
            _ => Level::TariffItem,
        }
    }

    /// The chapter, heading, subheading or item that this code lies in. Nothing where the code is too short to tell.
    pub fn unit(&self, level: Level) -> Option<HsCode> {
        let digits = level.digits();
        if digits > self.digits() {
            return None;
        }
        let mut chars = [0u8; 8];
        chars[..digits].copy_from_slice(&self.chars[..digits]);
        // OK because digits is at most 8.
        Some(HsCode { chars, len: digits as u8 })
    }

    /// Whether `other` is this code or lies inside it.
    pub fn holds(&self, other: &HsCode) -> bool {
        other.bytes().starts_with(self.bytes())
    }

    /// Whether both lie in the same unit of `level`; unknown where one is too short to tell.
    pub fn same_unit(&self, other: &HsCode, level: Level) -> Finding {
        match (self.unit(level), other.unit(level)) {
            (Some(a), Some(b)) => Finding::from(a == b),
            _ => {
                let shared = self.digits().min(other.digits()).min(level.digits());
                if self.chars[..shared] == other.chars[..shared] { Finding::Unknown } else { Finding::No }
            }
        }
    }

    /// The two digits of the chapter as a number.
    pub fn chapter(&self) -> u8 {
        (self.chars[0] - b'0') * 10 + (self.chars[1] - b'0')
    }
}

impl fmt::Display for HsCode {
    /// With points, as the Harmonized System prints it: `94`, `94.03`, `9403.30`, `9403.30.10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for (index, b) in self.bytes().iter().enumerate() {
            // A point stands behind the heading and the subheading, and within a heading that stands alone.
            if index == 4 || index == 6 || (index == 2 && self.len == 4) {
                text.push('.');
            }
            text.push(char::from(*b));
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for HsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// From a first code to a last one of the same length, both included. Invariant: `first <= last`, equal length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HsRange {
    first: HsCode,
    last: HsCode,
}

impl HsRange {
    /// The range, or nothing where the ends differ in length or stand the wrong way round.
    pub fn new(first: HsCode, last: HsCode) -> Option<HsRange> {
        (first.len == last.len && first <= last).then_some(HsRange { first, last })
    }

    /// One code alone.
    pub fn one(code: HsCode) -> HsRange {
        HsRange { first: code, last: code }
    }

    /// The first code.
    pub fn first(&self) -> HsCode {
        self.first
    }

    /// The last code, of the same length.
    pub fn last(&self) -> HsCode {
        self.last
    }

    /// Whether `code` lies inside; unknown where it is too short and its span overlaps the range only in part.
    pub fn covers(&self, code: &HsCode) -> Finding {
        let digits = code.digits().min(self.first.digits());
        // As one number each, because this is asked a thousand times for a good.
        let head = |code: &HsCode| u64::from_be_bytes(code.chars) >> (64 - 8 * digits);
        let (head, first, last) = (head(code), head(&self.first), head(&self.last));
        if head < first || last < head {
            return Finding::No;
        }
        // A shorter code stands for everything below it. Strictly between the ends all of that lies inside;
        // on an end we would have to know the missing digits.
        let short = code.digits() < self.first.digits();
        if short && (head == first || head == last) { Finding::Unknown } else { Finding::Yes }
    }
}

impl fmt::Display for HsRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Finding::{No, Unknown, Yes};

    fn code(text: &str) -> HsCode {
        HsCode::read(text).expect("a code of the table")
    }

    #[test]
    fn a_range_answers_yes_no_or_unknown() {
        let rows = [
            ("940310", "940389", "940330", Yes),
            ("940310", "940389", "940390", No),
            ("940310", "940389", "9403", Unknown),
            ("940310", "940389", "94", Unknown),
            ("940310", "940389", "9404", No),
            ("6504", "6507", "650400", Yes),
            ("6504", "6507", "6506", Yes),
            ("6504", "6507", "65", Unknown),
            ("400911", "401700", "4012", Yes),
            ("85169070", "85169070", "851690", Unknown),
            ("87089910", "87089999", "870899aa", No),
        ];
        for (first, last, given, expected) in rows {
            let range = HsRange::new(code(first), code(last)).expect("a range of the table");
            assert_eq!(range.covers(&code(given)), expected, "{first}-{last} {given}");
        }
    }

    #[test]
    fn codes_are_read_with_and_without_points() {
        assert_eq!(code("9403.30").to_string(), "9403.30");
        assert_eq!(code("94.03").as_str(), "9403");
        assert_eq!(HsCode::read("940"), Err(CodeProblem::OddLength { digits: 3 }));
        assert_eq!(HsCode::read("94O3"), Err(CodeProblem::NotDigits));
        assert_eq!(HsCode::read("9901"), Err(CodeProblem::NoSuchChapter));
        assert_eq!(HsCode::read(""), Err(CodeProblem::Empty));
        assert_eq!(HsCode::read_national("9403.30.00.10").map(|c| c.to_string()).as_deref(), Ok("9403.30"));
        assert_eq!(HsCode::read_national("éé.é"), Err(CodeProblem::NotDigits));
    }

    #[test]
    fn the_same_unit_is_unknown_for_a_code_too_short() {
        assert_eq!(code("9403").same_unit(&code("940330"), Level::Subheading), Unknown);
        assert_eq!(code("9401").same_unit(&code("940330"), Level::Subheading), No);
        assert_eq!(code("940390").same_unit(&code("940330"), Level::Heading), Yes);
    }
}
