//! The parser against the official French rows, where ../shared is present: each says what its English row says.

use canadian_content::origin::build::official;
use canadian_content::origin::pack::RuleSet;
use canadian_content::origin::rule::{Alternative, NameId, Term, Way};
use canadian_content::origin::text::{self, Language, Reading};
use canadian_content::units::{HsCode, HsRange};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The official sources, or nothing, said aloud, where they are not present.
fn sources() -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !path.is_dir() {
        eprintln!("skipped: {} is not present", path.display());
    }
    path.is_dir().then_some(path)
}

fn terms(terms: &mut [Term]) {
    for term in terms {
        match term {
            Term::Codes(codes) | Term::OtherGood(codes) | Term::Named { codes, .. } => joined(codes),
            Term::MoreThanOneOf(list) | Term::AllOf(list) => self::terms(list),
            Term::AnyOther { .. } | Term::WithinThat(_) => {}
        }
    }
}

/// Neighbours as one range: one text says "22.08 et 22.09", the other "22.08 through 22.09".
fn joined(codes: &mut Vec<HsRange>) {
    let number = |code: HsCode| code.as_str().parse::<u32>().unwrap_or_default();
    let mut all: Vec<HsRange> = Vec::new();
    for range in codes.iter() {
        match all.last_mut() {
            Some(last)
                if last.first().level() == range.first().level()
                    && number(last.last()) + 1 == number(range.first()) =>
            {
                *last = HsRange::new(last.first(), range.last()).expect("it runs upwards");
            }
            _ => all.push(*range),
        }
    }
    *codes = all;
}

/// The structure without the words of its descriptions, which differ between the languages.
fn bare(reading: &Reading) -> Vec<Alternative> {
    let mut found = text::named(reading, &mut |_, _| NameId(0));
    for way in &mut found {
        way.label.clear();
        joined(&mut way.target.codes);
        if let Way::Shift { from, also } = &mut way.way {
            for sources in [Some(from), also.as_mut()].into_iter().flatten() {
                terms(&mut sources.any_of);
                terms(&mut sources.except);
            }
        }
    }
    found
}

#[test]
fn explore() {
    let Some(path) = sources() else { return };
    let (rows, _) = official::rows(&path, RuleSet::Nafta).expect("the sources are in their format");
    let french = std::fs::read_to_string(path.join("nafta/rows.fr.jsonl")).expect("the French rows");
    let french: BTreeMap<String, String> = french
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).expect("JSON");
            (
                row["id"].as_str().unwrap_or_default().to_owned(),
                row["text"].as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let mut same = 0;
    for row in &rows {
        let goods = row.goods().expect("codes");
        let english = text::read_for(&row.text, &goods);
        let said = &french[&row.id];
        let reading = text::read_in(Language::French, said, &goods);
        if bare(&english) == bare(&reading) {
            same += 1;
        } else {
            let first = english.alternatives.len();
            println!(
                "## {} {}/{} {:?}\nFR {said}\nEN {}",
                row.id,
                first,
                reading.alternatives.len(),
                reading
                    .troubles
                    .iter()
                    .map(|t| (t.what, said.get(t.span.clone()).unwrap_or("")))
                    .take(3)
                    .collect::<Vec<_>>(),
                row.text
            );
            for (a, b) in bare(&english).iter().zip(bare(&reading).iter()) {
                if a != b {
                    println!("  en {a:?}\n  fr {b:?}");
                    break;
                }
            }
        }
    }
    println!("same {same} of {}", rows.len());
}
