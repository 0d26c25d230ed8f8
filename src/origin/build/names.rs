//! The short names that stand in a pack for the words of the official text, from data/names.tsv.

use super::tables::hash;
use crate::origin::rule::NameId;
use std::collections::HashMap;

/// Words of an official text (or `@` and the hash of long ones), our short name in English, our short name in French; one line each, parted by tabs.
const GLOSSARY: &str = include_str!("../../../data/names.tsv");

/// Our names by the words of the official text.
pub struct Glossary<'g>(HashMap<&'g str, (&'g str, &'g str)>);

impl Glossary<'static> {
    /// The glossary of the project. A line that is not of three parts is left out, and a test says so.
    pub fn of_the_project() -> Glossary<'static> {
        Glossary(lines().filter_map(entry).collect())
    }
}

impl Glossary<'_> {
    /// The names of these words in English and French.
    pub fn of(&self, words: &str) -> Option<(&str, &str)> {
        self.0.get(words).or_else(|| self.0.get(format!("@{}", hash(words)).as_str())).copied()
    }
}

fn lines() -> impl Iterator<Item = &'static str> {
    GLOSSARY.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn entry(line: &str) -> Option<(&str, (&str, &str))> {
    let mut parts = line.split('\t');
    let entry = (parts.next()?, (parts.next()?, parts.next()?));
    parts.next().is_none().then_some(entry)
}

/// The names of a pack, numbered in order of first use. Two phrases with the same short names are one.
#[derive(Default)]
pub struct Names {
    /// English, French.
    pub all: Vec<(String, String)>,
    /// Words without a short name, in order of first use.
    pub missing: Vec<String>,
}

impl Names {
    /// The number of the short name of these words. Zero, and a note of it, where there is none.
    pub fn number(&mut self, glossary: &Glossary<'_>, words: &str) -> NameId {
        let Some((en, fr)) = glossary.of(words) else {
            if !self.missing.iter().any(|it| it == words) {
                self.missing.push(words.to_owned());
            }
            return NameId(0);
        };
        let at = self.all.iter().position(|it| it.0 == en && it.1 == fr);
        let at = at.unwrap_or_else(|| {
            self.all.push((en.to_owned(), fr.to_owned()));
            self.all.len() - 1
        });
        NameId(u16::try_from(at).unwrap_or(u16::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::{entry, lines};
    use std::collections::HashSet;

    #[test]
    fn every_line_of_the_glossary_has_three_parts_and_stands_once() {
        let mut seen = HashSet::new();
        for line in lines() {
            let (words, (en, fr)) = entry(line).expect(line);
            assert!(!en.is_empty() && !fr.is_empty() && !(en.to_owned() + fr).contains('|'), "{line}");
            assert!(seen.insert(words), "twice: {words}");
        }
    }
}
