//! The packs: their file format, and that each one shipped can be read and says what its source says.

use canadian_content::finding::Finding;
use canadian_content::origin::build::{self, Freshness};
use canadian_content::origin::notation::{self, PackFault};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::Way;
use canadian_content::origin::shipped;
use canadian_content::units::{Day, Edition, HsCode};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

mod pack_strategy;

fn shipped(set: RuleSet) -> Pack {
    shipped::pack(set).expect("a shipped pack reads")
}

#[test]
fn every_shipped_pack_reads_and_writes_back_the_same_bytes() {
    for set in RuleSet::ALL {
        assert_eq!(notation::write(&shipped(set)), shipped::text(set), "{set:?}");
    }
}

#[test]
fn the_annex_holds_its_five_rules() {
    let pack = shipped(RuleSet::Annex);
    let rows: Vec<(&str, String, usize)> = pack
        .rows
        .iter()
        .map(|row| (row.id.as_str(), row.codes[0].to_string(), row.alternatives.len()))
        .collect();
    let expected = [
        ("annex:1", "65.03-65.07", 1),
        ("annex:2", "9403.30", 2),
        ("annex:3", "8516.21", 1),
        ("annex:4", "8517.11", 1),
        ("annex:5", "9401.30", 1),
    ];
    assert_eq!(rows, expected.map(|(id, codes, n)| (id, codes.to_owned(), n)));
}

#[test]
fn a_damaged_pack_names_its_line() {
    let good = shipped::text(RuleSet::Annex);
    let rows = [
        ("pack 1", "pack 2", 1, PackFault::Version),
        ("set annex", "set other", 2, PackFault::Set),
        ("edition annex", "edition 2012", 3, PackFault::Set),
        ("as-of 2", "as-of 3-", 4, PackFault::Day),
        ("source ", "sauce ", 5, PackFault::Head),
        ("chapters 65", "chapters 650", 7, PackFault::Chapter),
        ("row 1 6503-6507", "row 1 6507-6503", 9, PackFault::Code),
        ("< *4o", "< *4x", 10, PackFault::Word),
        ("< *4o", "< *4o & ", 10, PackFault::Name),
        ("< *4o", "< #0", 10, PackFault::Name),
        ("%60/50", "%-/-", 15, PackFault::Percent),
        ("< *4o", "< { *4o", 10, PackFault::List),
        ("end 5\n", "", 20, PackFault::End),
        ("end 5", "end 6", 20, PackFault::Word),
    ];
    for (find, put, line, fault) in rows {
        let problem = notation::read(&good.replacen(find, put, 1)).expect_err(put);
        assert_eq!((problem.line, problem.fault), (line, fault), "{find} -> {put}");
    }
}

/// The official sources, or nothing, said aloud, where they are not present.
fn sources() -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !path.is_dir() {
        eprintln!("skipped: {} is not present", path.display());
    }
    path.is_dir().then_some(path)
}

#[test]
fn building_the_packs_again_gives_the_committed_bytes() {
    let Some(sources) = sources() else { return };
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let found = build::check(&sources, set, shipped::text(set)).expect("the sources are in their format");
        assert_eq!(found, Freshness::Fresh, "{set:?}: run `canadian-content pack build`");
    }
}

#[test]
fn nothing_of_a_pack_is_unread_or_unnamed_but_what_states_no_rule() {
    for set in RuleSet::ALL {
        let pack = shipped(set);
        let unread = pack.rows.iter().filter(|row| row.alternatives.iter().any(|it| it.way == Way::Unread));
        let unread: Vec<&str> = unread.map(|row| row.id.as_str()).collect();
        assert_eq!(unread, if set == RuleSet::Nafta { vec!["nafta:1037", "nafta:1249"] } else { vec![] });
        for (en, fr) in &pack.names {
            // Some words are the same in both languages, so only their absence can be told.
            assert!(!en.is_empty() && !fr.is_empty(), "{en} | {fr}");
        }
    }
}

#[test]
fn building_the_edition_map_again_gives_the_committed_bytes() {
    let Some(sources) = sources() else { return };
    let built = build::editions::editions(&sources).expect("the sources are in their format");
    assert!(built == shipped::EDITIONS, "run `canadian-content pack build`");
}

/// origin.md 2: of 5,612 subheadings of HS 2022, 5,327 have one code in HS 2007 and 5,431 in HS 2012.
#[test]
fn subheadings_of_today_lead_to_their_old_codes() {
    let Some(sources) = sources() else { return };
    let map = shipped::editions().expect("the shipped map reads");
    let list = std::fs::read_to_string(sources.join("hs/hs2022.en-fr.csv")).expect("the list of subheadings");
    let codes: Vec<HsCode> =
        list.lines().skip(1).filter_map(|line| HsCode::read(line.split(',').next()?).ok()).collect();
    let subheadings: Vec<&HsCode> = codes.iter().filter(|it| it.digits() == 6).collect();
    let single = |edition| subheadings.iter().filter(|it| map.old_codes(it, edition).len() == 1).count();
    assert_eq!((subheadings.len(), single(Edition::Hs2007), single(Edition::Hs2012)), (5612, 5327, 5431));
}

/// A code of today, its old codes and their rows, as the open cases expect them, for the chapters of the packs.
#[test]
fn the_open_look_ups_are_answered() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/origin-open.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not present", path.display());
        return;
    };
    let file: Value = serde_json::from_str(&text).expect("the cases are JSON");
    let map = shipped::editions().expect("the shipped map reads");
    let mut rows_checked = 0;
    for case in file["cases"].as_array().expect("cases").iter().filter(|it| it["kind"] == "code_lookup") {
        let (input, expected) = (&case["input"], &case["expected"]);
        let set = input["set"].as_str().and_then(RuleSet::of).expect("a rule set");
        let pack = shipped(set);
        let code = HsCode::read(input["hs2022"].as_str().expect("a code")).expect("a code");
        let day = Day::read(input["date"].as_str().expect("a day")).expect("a day");
        let old = map.old_codes(&code, set.edition());
        same(case, &expected["old_codes"], old.iter().map(|it| it.as_str().to_owned()).collect());
        if !old.iter().all(|it| pack.chapters.contains(&it.chapter())) {
            continue;
        }
        let (mut whole, mut items) = (BTreeSet::new(), BTreeSet::new());
        for code in &old {
            for row in pack.rows_for(code, day) {
                let covers = row.codes.iter().any(|range| range.covers(code) == Finding::Yes);
                if covers { &mut whole } else { &mut items }.insert(row.id.clone());
            }
        }
        same(case, &expected["rows"], whole);
        same(case, &expected["tariff_item_rows"], items);
        rows_checked += 1;
    }
    assert_eq!(rows_checked, ROWS_CHECKED);
}

/// How many open look-ups there are.
const ROWS_CHECKED: usize = 30;

/// A list of a case: in full, or its length and some of it.
#[track_caller]
fn same(case: &Value, expected: &Value, found: BTreeSet<String>) {
    let words = |list: &Value| -> BTreeSet<String> {
        list.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
    };
    match &expected["count"] {
        Value::Null => assert_eq!(found, words(expected), "{case}"),
        count => {
            assert_eq!(Some(found.len() as u64), count.as_u64(), "{case}");
            assert!(words(&expected["some"]).is_subset(&found), "{case}");
        }
    }
}
