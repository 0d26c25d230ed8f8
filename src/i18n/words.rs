//! The words of one language, ready to be said.

use super::lang::Lang;
use super::texts;
use std::sync::Arc;

/// The words of one language. Cheap to copy.
///
/// Each text is a method of its own, declared by the tables: `words.short_by("8,800.00")`.
#[derive(Clone, Debug)]
pub struct Words {
    lang: Lang,
    lines: Arc<[Box<str>]>,
}

/// Why a file of texts cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsProblem {
    /// It is no file of texts.
    NotTexts,
    /// It belongs to another build of the program.
    OtherVersion,
}

/// Ties the files of texts and the rule packs to the program that was built with them: a hash of all of them, taken
/// while compiling. A file's address carries it, so that a cache never hands out one of another build.
#[allow(long_running_const_eval)] // It runs once, in the compiler.
pub const VERSION: u64 = texts::hash();

/// The version as it stands in an address: sixteen digits of base 16.
pub fn version() -> String {
    let mut written = String::with_capacity(16);
    for shift in (0..16).rev() {
        // OK because four bits are a digit of base 16.
        written.push(char::from_digit((VERSION >> (shift * 4) & 15) as u32, 16).unwrap_or('0'));
    }
    written
}

impl Words {
    /// Reads a file of texts: a line with language and version, then one line a text. The page's file has the texts
    /// that the page says itself, the engine's has all.
    pub fn read(file: &str) -> Result<Words, WordsProblem> {
        let mut lines = file.lines();
        let mut head = lines.next().unwrap_or_default().split(' ');
        let lang = head.next().and_then(Lang::of).ok_or(WordsProblem::NotTexts)?;
        let version =
            head.next().and_then(|hex| u64::from_str_radix(hex, 16).ok()).ok_or(WordsProblem::NotTexts)?;
        let lines: Arc<[Box<str>]> = lines.map(Box::from).collect();
        let whole = lines.len() == texts::COUNT || lines.len() == texts::PAGE;
        if version != VERSION || !whole {
            return Err(WordsProblem::OtherVersion);
        }
        Ok(Words { lang, lines })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of this number, its blanks filled in order: `{0}`, `{1}` and so on.
    pub(super) fn say(&self, number: usize, blanks: &[&str]) -> String {
        let Some(text) = self.lines.get(number) else { return String::new() };
        let mut said = String::with_capacity(text.len());
        let mut rest: &str = text;
        while let Some((before, blank)) = rest.find('{').and_then(|open| rest.split_at_checked(open)) {
            said.push_str(before);
            // A blank is a brace, one digit, a brace; the writer of the file makes no others.
            let index = usize::from(blank.as_bytes().get(1).copied().unwrap_or(b'0').wrapping_sub(b'0'));
            said.push_str(blanks.get(index).copied().unwrap_or_default());
            rest = blank.get(3..).unwrap_or_default();
        }
        said.push_str(rest);
        said
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Words {
    /// The texts of a language that the page says itself, as the site serves them.
    pub fn page_file(lang: Lang) -> String {
        Words::first(lang, texts::PAGE)
    }

    /// Every text of a language, as the site serves them to the engine.
    pub fn file(lang: Lang) -> String {
        Words::first(lang, texts::COUNT)
    }

    fn first(lang: Lang, count: usize) -> String {
        let mut file = format!("{} {VERSION:x}\n", lang.id());
        for text in texts::all().take(count) {
            let mut line = match lang {
                Lang::En => text.en,
                Lang::Fr => text.fr,
            }
            .to_owned();
            for (index, blank) in text.blanks.iter().enumerate() {
                line = line.replace(&format!("{{{blank}}}"), &format!("{{{index}}}"));
            }
            file.push_str(&line);
            file.push('\n');
        }
        file
    }

    /// The words of a language, from the tables compiled in.
    pub fn native(lang: Lang) -> Words {
        let file = Words::file(lang);
        let lines = file.lines().skip(1).map(Box::from).collect();
        Words { lang, lines }
    }
}
