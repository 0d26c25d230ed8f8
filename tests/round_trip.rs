//! A rule said in words and read again is the same rule, in both languages, for every rule that is shipped.

use canadian_content::i18n::{self, Lang, Words};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::{Alternative, NameId, Way};
use canadian_content::origin::shipped;
use canadian_content::origin::text::{self, Language};

const BOTH: [(Lang, Language); 2] = [(Lang::En, Language::English), (Lang::Fr, Language::French)];

/// The sentence read again, its short names looked up in the pack; or what was not understood.
fn read_again(pack: &Pack, language: Language, sentence: &str) -> Result<Vec<Alternative>, String> {
    let reading = text::read_in(language, sentence, &[]);
    if !reading.troubles.is_empty() {
        return Err(format!("{:?}", reading.troubles));
    }
    let mut unknown = Vec::new();
    let found = text::named(&reading, &mut |_, words| {
        let at = pack.names.iter().position(|(en, fr)| match language {
            Language::English => en == words,
            Language::French => fr == words,
        });
        if at.is_none() {
            unknown.push(words.to_owned());
        }
        NameId(at.unwrap_or_default() as u16)
    });
    if unknown.is_empty() { Ok(found) } else { Err(format!("unknown: {unknown:?}")) }
}

#[test]
fn every_shipped_rule_said_in_words_is_read_as_itself() {
    let mut read = 0;
    let mut wrong = Vec::new();
    for (lang, language) in BOTH {
        let words = Words::native(lang);
        for set in RuleSet::ALL {
            let pack = shipped::pack(set).expect("a shipped pack reads");
            for row in &pack.rows {
                for way in row.alternatives.iter().filter(|it| it.way != Way::Unread) {
                    let said = i18n::alternative(&words, &pack, way);
                    let expected = Alternative { label: String::new(), ..way.clone() };
                    read += 1;
                    let found = read_again(&pack, language, &said);
                    if found != Ok(vec![expected.clone()]) {
                        wrong.push(format!("{} ({}) {said}\n  {found:?}\n  {expected:?}", row.id, way.label));
                    }
                }
            }
        }
    }
    let first: Vec<&str> = wrong.iter().take(12).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {read} differ\n{}", wrong.len(), first.join("\n"));
    assert_eq!(read, 2 * (2203 - 2 + 1598 + 6));
}

/// A row is its alternatives with their labels, one after the other; it is read as all of them.
#[test]
fn every_shipped_row_said_in_words_is_read_as_itself() {
    for (lang, language) in BOTH {
        let words = Words::native(lang);
        for set in RuleSet::ALL {
            let pack = shipped::pack(set).expect("a shipped pack reads");
            for row in &pack.rows {
                let unread = row.alternatives.iter().any(|it| it.way == Way::Unread);
                let labelled = row.alternatives.iter().all(|it| !it.label.is_empty());
                if unread || (!labelled && row.alternatives.len() != 1) {
                    continue;
                }
                let said = row.alternatives.iter().map(|way| {
                    let label =
                        if way.label.is_empty() { String::new() } else { format!("({}) ", way.label) };
                    format!("{label}{}", i18n::alternative(&words, &pack, way))
                });
                let said: Vec<String> = said.collect();
                let found = read_again(&pack, language, &said.join(" "));
                assert_eq!(found.as_ref(), Ok(&row.alternatives), "{}: {said:?}", row.id);
            }
        }
    }
}
