//! The catalog as compiled into native programs. The page fetches the same files instead.

use super::fold::tokens;
use super::stem::stem;
use super::{Catalog, CatalogProblem, Line, OldCode, Word, file};
use crate::i18n::Lang;
use crate::origin::edition::EditionMap;
use crate::origin::shipped;
use crate::units::{Edition, HsCode, Level};
use std::collections::BTreeMap;

/// The names, by line `CODE<TAB>English<TAB>French`.
pub const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.tsv"));

/// The everyday words, by line `en|fr<TAB>word or phrase<TAB>CODE[ CODE...]`.
pub const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.tsv"));

/// The catalog of a language. Fails only if damaged tables were compiled in, which `tests/catalog.rs` rules out.
pub fn catalog(lang: Lang) -> Result<Catalog, CatalogProblem> {
    Catalog::read(&text(lang))
}

/// The file of names of a language, as the site serves it.
pub fn text(lang: Lang) -> String {
    let lines = lines(lang);
    file::write(lang, &lines, &words(lang, &lines), &older(&lines))
}

/// The lines in order of their codes. What is no line is left out; a test finds it.
fn lines(lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in NAMES.lines() {
        let mut cells = row.split('\t');
        let (Some(code), Some(en), Some(fr)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let label = match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        if let Ok(code) = HsCode::read(code) {
            lines.push(Line { code, label: label.into() });
        }
    }
    lines.sort_by_key(|line| line.code);
    lines.dedup_by_key(|line| line.code);
    lines
}

/// The words of a language in order of their first codes, then of their letters. One that stands in two tables stands
/// twice: what is likeliest in one chapter says nothing of another. Of two forms of a word one is enough.
fn words(lang: Lang, lines: &[Line]) -> Vec<Word> {
    let mut words: BTreeMap<(Vec<HsCode>, String), &str> = BTreeMap::new();
    for row in WORDS.lines() {
        let mut cells = row.split('\t');
        let (Some(of), Some(text), Some(codes)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        if of != lang.id() {
            continue;
        }
        let mut leads = Vec::new();
        for code in codes.split(' ').filter_map(|code| HsCode::read(code).ok()) {
            let known = lines.binary_search_by(|line| line.code.cmp(&code)).is_ok();
            if known && !leads.contains(&code) {
                leads.push(code);
            }
        }
        if !leads.is_empty() {
            let stems: Vec<String> = tokens(lang, text).iter().map(|it| stem(lang, &it.text)).collect();
            let kept = words.entry((leads, stems.join(" "))).or_insert(text);
            if text.len() < kept.len() {
                *kept = text;
            }
        }
    }
    let mut found = Vec::new();
    for ((codes, _), text) in words {
        if let [code, others @ ..] = &codes[..] {
            found.push(Word { text: text.into(), code: *code, others: others.to_vec() });
        }
    }
    found.sort_by(|a, b| (a.code, &a.text).cmp(&(b.code, &b.text)));
    found
}

/// The codes of older editions that today's does not have, with what they became.
fn older(lines: &[Line]) -> Vec<OldCode> {
    let Ok(map) = shipped::editions() else { return Vec::new() };
    let mut found = BTreeMap::new();
    // The later edition first: what it had, the earlier one need not tell.
    for edition in [Edition::Hs2012, Edition::Hs2007] {
        for (code, today) in became(&map, edition, lines) {
            found.entry(code).or_insert(OldCode { code, edition, today });
        }
    }
    found.into_values().collect()
}

/// The codes of an edition that today's does not have, headings among them, each with the codes of today.
fn became(map: &EditionMap, edition: Edition, lines: &[Line]) -> BTreeMap<HsCode, Vec<HsCode>> {
    let gone = |code: &HsCode| lines.binary_search_by(|line| line.code.cmp(code)).is_err();
    // With each code of today, how many old ones it came from.
    let mut pairs: BTreeMap<HsCode, Vec<(usize, HsCode)>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.code.level() == Level::Subheading) {
        let old = map.old_codes(&line.code, edition);
        for code in &old {
            for level in [Level::Heading, Level::Subheading] {
                let (Some(code), Some(now)) = (code.unit(level), line.code.unit(level)) else { continue };
                if gone(&code) {
                    pairs.entry(code).or_default().push((old.len(), now));
                }
            }
        }
    }
    let mut became = BTreeMap::new();
    for (code, mut today) in pairs {
        // A code that took in hundreds of others, such as waste of all kinds, is a less likely successor.
        today.sort();
        let mut codes: Vec<HsCode> = Vec::new();
        for (_, now) in today {
            if !codes.contains(&now) {
                codes.push(now);
            }
        }
        became.insert(code, codes);
    }
    became
}
