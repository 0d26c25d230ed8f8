//! Rules of origin one at a time: a code's rule in words, and a sentence taken apart.

use super::{Unusable, print, print_json, read};
use crate::diagnostic::Problem;
use crate::i18n::{self, Lang, Words};
use crate::io::rule_json;
use crate::origin::pack::RuleSet;
use crate::origin::{shipped, text};
use crate::units::{Day, HsCode};
use std::path::Path;

fn rule_set(id: &str) -> Result<RuleSet, Unusable> {
    RuleSet::of(id).ok_or_else(|| Unusable(format!("--set {id}: there is cusma, nafta and annex.")))
}

/// Prints the rules that cover a code of the set's edition on the day, in words.
pub(super) fn rule(set: &str, code: &str, lang: Lang, day: Day) -> Result<u8, Unusable> {
    let words = Words::native(lang);
    let pack = shipped::pack(rule_set(set)?).map_err(|problem| Unusable(format!("{problem:?}")))?;
    let code = HsCode::read(code)
        .map_err(|found| Unusable(format!("{code}: {}", i18n::problem(&words, &Problem::Code(found)))))?;
    let mut out = String::new();
    for row in pack.rows_for(&code, day) {
        let cite = i18n::citation(&words, &pack.set.cite(&row.id));
        out.push_str(&words.labelled(&i18n::row_codes(&words, row), &cite));
        out.push('\n');
        for way in &row.alternatives {
            let label = if way.label.is_empty() { String::new() } else { format!("({}) ", way.label) };
            out.push_str(&format!("  {label}{}\n", i18n::alternative(&words, &pack, way)));
        }
    }
    if out.is_empty() {
        out = words.no_rule_found() + "\n";
    }
    print(&out).map(|()| 0)
}

/// Prints the structure of the sentence on standard input, as JSON. Exit status 1 where a part was not understood.
pub(super) fn parse(set: &str, lang: Lang) -> Result<u8, Unusable> {
    // Both official sets are written in one grammar; the set is asked for so that this can change without new usage.
    rule_set(set)?;
    let language = match lang {
        Lang::En => text::Language::English,
        Lang::Fr => text::Language::French,
    };
    let sentence = read(Path::new("-"))?;
    let sentence = sentence.trim();
    let reading = text::read_in(language, sentence, &[]);
    print_json(&rule_json::reading(sentence, &reading))?;
    Ok(u8::from(!reading.troubles.is_empty()))
}
