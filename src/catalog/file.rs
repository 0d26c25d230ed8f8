//! The file of names that the site serves, one a language. Described in docs/catalog-format.md.

use super::{Line, OldCode, Word};
use crate::i18n::Lang;
use crate::units::{Edition, HsCode, Level};

/// The first line of the file, before the language.
const FIRST_LINE: &str = "canadian-content catalog 1 ";

/// The line of a file of names that is not understood, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogProblem {
    /// The line.
    pub line: usize,
}

/// What a file holds.
pub(super) struct Read {
    pub(super) lang: Lang,
    /// In order of the code.
    pub(super) lines: Vec<Line>,
    pub(super) words: Vec<Word>,
    /// In order of the code.
    pub(super) older: Vec<OldCode>,
}

/// The part of the file that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Names,
    Older(Edition),
    Over,
}

pub(super) fn read(text: &str) -> Result<Read, CatalogProblem> {
    let mut lines = text.lines();
    let head = lines.next().and_then(|line| line.strip_prefix(FIRST_LINE)).and_then(Lang::of);
    let lang = head.ok_or(CatalogProblem { line: 1 })?;
    let mut read = Read { lang, lines: Vec::new(), words: Vec::new(), older: Vec::new() };
    let mut part = Part::Names;
    let mut count = 1;
    for line in lines {
        count += 1;
        let problem = CatalogProblem { line: count };
        match (line, part) {
            ("edition 2012", Part::Names) => part = Part::Older(Edition::Hs2012),
            ("edition 2007", Part::Older(_)) => part = Part::Older(Edition::Hs2007),
            ("end", Part::Older(_)) => part = Part::Over,
            (_, Part::Names) => name(&mut read, line).ok_or(problem)?,
            (_, Part::Older(edition)) => read.older.push(old_code(line, edition).ok_or(problem)?),
            (_, Part::Over) => return Err(problem),
        }
    }
    // A file that was cut short must not pass for a whole one.
    if part != Part::Over {
        return Err(CatalogProblem { line: count });
    }
    read.older.sort_by_key(|it| it.code);
    Ok(read)
}

/// Reads `94 Furniture`, ` 03 Furniture other than seats` or `  39 Swivel chairs|office chair=940131`: a chapter, then
/// the two digits that a heading or subheading adds, its name, and the words that lead there. The codes ascend.
fn name(read: &mut Read, line: &str) -> Option<()> {
    let own = line.trim_start_matches(' ');
    let depth = line.len() - own.len();
    let (digits, texts) = own.split_once(' ')?;
    let mut code = String::new();
    if 0 < depth {
        code.push_str(read.lines.last()?.code.as_str().get(..2 * depth)?);
    }
    code.push_str(digits);
    let code = HsCode::read(&code).ok().filter(|it| it.digits() == 2 * depth + 2 && it.digits() <= 6)?;
    let mut texts = texts.split('|');
    let label = texts.next().filter(|it| !it.is_empty())?;
    if read.lines.last().is_some_and(|last| code <= last.code) {
        return None;
    }
    read.lines.push(Line { code, label: label.into() });
    for word in texts {
        read.words.push(lead(code, word)?);
    }
    Some(())
}

/// Reads `office chair=940131 940171`: a word that leads to the code, and then to those.
fn lead(code: HsCode, word: &str) -> Option<Word> {
    let (text, others) = match word.split_once('=') {
        Some((text, others)) => (text, codes_of(others)?),
        None => (word, Vec::new()),
    };
    (!text.is_empty()).then(|| Word { text: text.into(), code, others })
}

/// Reads `851770 851771 851779`: the old code, then today's.
fn old_code(line: &str, edition: Edition) -> Option<OldCode> {
    let (code, today) = line.split_once(' ')?;
    Some(OldCode { code: HsCode::read(code).ok()?, edition, today: codes_of(today)? })
}

fn codes_of(text: &str) -> Option<Vec<HsCode>> {
    let mut codes = Vec::new();
    for code in text.split(' ') {
        codes.push(HsCode::read(code).ok().filter(|it| it.level() != Level::TariffItem)?);
    }
    Some(codes)
}

/// Writes the file of a language. Lines, old codes and, by their first codes, words stand in order of the code; old
/// codes of HS 2012 and HS 2007 only; no text holds one of `|=`.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(lang: Lang, lines: &[Line], words: &[Word], older: &[OldCode]) -> String {
    let listed = |codes: &[HsCode]| codes.iter().map(HsCode::as_str).collect::<Vec<_>>().join(" ");
    let mut out = format!("{FIRST_LINE}{}\n", lang.id());
    for line in lines {
        let digits = line.code.as_str();
        let above = digits.len().saturating_sub(2);
        out.push_str(&format!("{}{} {}", " ".repeat(above / 2), &digits[above..], line.label));
        let first = words.partition_point(|word| word.code < line.code);
        for word in words[first..].iter().take_while(|word| word.code == line.code) {
            out.push_str(&format!("|{}", word.text));
            if !word.others.is_empty() {
                out.push_str(&format!("={}", listed(&word.others)));
            }
        }
        out.push('\n');
    }
    for edition in [Edition::Hs2012, Edition::Hs2007] {
        out.push_str(&format!("edition {}\n", edition.id()));
        for old in older.iter().filter(|it| it.edition == edition) {
            out.push_str(&format!("{} {}\n", old.code.as_str(), listed(&old.today)));
        }
    }
    out.push_str("end\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "canadian-content catalog 1 en\n94 Furniture\n 01 Seats|chair\n  10 Aircraft seats\n  \
        39 Swivel chairs|office chair=940110|task chair\n 03 Desks\nedition 2012\n851770 851771 851779\nedition 2007\nend\n";

    #[test]
    fn what_is_written_is_what_is_read() {
        let read = read(FILE).expect("the file of the test");
        assert_eq!(read.lines[2].code.to_string(), "9401.10");
        assert_eq!(&*read.lines[2].label, "Aircraft seats");
        assert_eq!((read.words.len(), read.words[1].others.len(), read.older.len()), (3, 1, 1));
        assert_eq!(write(read.lang, &read.lines, &read.words, &read.older), FILE);
    }

    #[test]
    fn a_damaged_file_names_its_line() {
        let rows = [
            ("", 1),
            ("canadian-content catalog 1 de\n", 1),
            ("canadian-content catalog 1 en\n 01 Seats\n", 2),
            ("canadian-content catalog 1 en\n94 Furniture\n03 Fish\n", 3),
            ("canadian-content catalog 1 en\n94 Furniture\n  01 Seats\n", 3),
            ("canadian-content catalog 1 en\n94 \n", 2),
            ("canadian-content catalog 1 en\n94 Furniture|\n", 2),
            ("canadian-content catalog 1 en\n94 Furniture|chair=94é1\n", 2),
            ("canadian-content catalog 1 en\n94 Furniture\nedition 2012\n", 3),
        ];
        for (text, line) in rows {
            assert_eq!(read(text).err(), Some(CatalogProblem { line }), "{text}");
        }
        for cut in 0..FILE.len() - 1 {
            assert!(read(&FILE[..cut]).is_err() || FILE[cut..] == *"\n", "cut at {cut}");
        }
    }
}
