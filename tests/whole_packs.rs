//! Both rule sets with every chapter, as they are shipped: origin.md 3, 6 and 15.

use canadian_content::finding::Finding;
use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::{ContentTest, Figures, Partners, Row, Way};
use canadian_content::origin::shipped;
use canadian_content::units::{Day, HsCode, Percent};
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

fn whole(set: RuleSet) -> Pack {
    shipped::pack(set).expect("the shipped pack reads")
}

/// The official texts hold 2,197 and 1,448 alternatives, and section 13 of SOR/2020-155 another 150. In the pack NAFTA
/// has five more: 38.08 has two tiers, two notes on fabrics are alternatives, and two rows state no rule and are unread.
#[test]
fn every_row_and_alternative_is_there() {
    for (set, rows, alternatives, unread) in
        [(RuleSet::Nafta, 1364, 2197 + 6, 2), (RuleSet::Cusma, 998 + 58 + 37, 1448 + 150, 0)]
    {
        let pack = whole(set);
        let all = || pack.rows.iter().flat_map(|row| &row.alternatives);
        assert_eq!((pack.rows.len(), all().count()), (rows, alternatives), "{set:?}");
        assert_eq!(all().filter(|it| it.way == Way::Unread).count(), unread, "{set:?}");
        // The table of editions is a file of its own.
        let read = notation::read(&notation::write(&pack));
        assert!(read == Ok(Pack { editions: None, ..pack }), "{set:?}");
    }
}

/// NAFTA: 5,052 of 5,052 subheadings have one row, three of them by rows for their tariff items alone. CUSMA: all but
/// 8471.49, whose units are judged alone; more than one row only by use, or for the two kinds of good of 8523.52.
#[test]
fn every_subheading_has_its_row() {
    let Some(sources) = sources() else { return };
    let several_allowed =
        ["840731", "840732", "840733", "840734", "840820", "840991", "840999", "852352", "870899"];
    for (set, file, expected) in [
        (RuleSet::Nafta, "hs/hs2007.en.csv", (5052, vec!["870210", "870290", "870600"], vec![])),
        (RuleSet::Cusma, "hs/hs2012.en.csv", (5205, vec!["847149"], several_allowed.to_vec())),
    ] {
        let pack = whole(set);
        let list = std::fs::read_to_string(sources.join(file)).expect("the list of subheadings");
        let codes = list.lines().filter_map(|line| HsCode::read(line.split(',').next()?).ok());
        let codes: Vec<HsCode> = codes.filter(|it| it.digits() == 6).collect();
        let covering = |code: &HsCode| {
            let whole = |row: &&Row| row.codes.iter().any(|range| range.covers(code) == Finding::Yes);
            pack.rows_for(code, Day::new(2026, 11, 22)).filter(whole).count()
        };
        let of = |test: fn(usize) -> bool| -> Vec<&str> {
            codes.iter().filter(|code| test(covering(code))).map(HsCode::as_str).collect()
        };
        assert_eq!((codes.len(), of(|rows| rows == 0), of(|rows| 1 < rows)), expected, "{set:?}");
    }
}

/// The figures of content tests, transaction value and net cost, as origin.md 6 counts them (section 13 apart).
/// It counts 483 of 60/50 in NAFTA, and two tiers once; 38.08 adds its two tiers, 3204.17 its second half.
#[test]
fn content_figures_are_those_of_the_texts() {
    let nafta = "-/50 44, -/55 2, 30/25 2, 45/35 5, 60/50 486, 65/50 11, 80/70 1";
    let cusma = "-/50 2, -/55 2, -/65 1, -/70 3, -/75 3, 30/25 1, 35/25 1, 40/30 9, 45/35 7, 50/40 1, 60/50 252, \
                 65/50 2, 65/55 4, 70/60 4, 75/65 9, 80/70 1, 85/75 2";
    for (set, expected) in [(RuleSet::Nafta, nafta), (RuleSet::Cusma, cusma)] {
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for row in whole(set).rows.iter().filter(|row| !row.id.contains(":s13-")) {
            for test in row.alternatives.iter().filter_map(|it| it.content.as_ref()) {
                *found.entry(figures(test)).or_default() += 1;
            }
        }
        let found: Vec<String> = found.iter().map(|(figures, count)| format!("{figures} {count}")).collect();
        assert_eq!(found.join(", "), expected, "{set:?}");
    }
}

fn figures(test: &ContentTest) -> String {
    let word = |it: Option<Percent>| it.map_or("-".to_owned(), |percent| percent.to_string());
    match test {
        ContentTest::Fixed(Figures { transaction_value, net_cost }) => {
            format!("{}/{}", word(*transaction_value), word(*net_cost))
        }
        other => format!("{other:?}"),
    }
}

/// Ten rows are for a pair of countries, ten more for all other trade; the dated ones never leave two on one day.
#[test]
fn partners_and_days_are_kept() {
    let pack = whole(RuleSet::Cusma);
    let count = |partners| pack.rows.iter().filter(|row| row.partners == partners).count();
    assert_eq!((count(Partners::Pair), count(Partners::OtherTrade)), (10, 10));
    let last_day = |id: &str| {
        let row = pack.rows.iter().find(|row| row.id == id).expect("a row of that id");
        row.until.map(|day| day.to_string())
    };
    for (id, expected) in [
        ("cusma:73-n01.1", Some("2023-06-30")),
        ("cusma:73-n13.1", Some("2022-12-31")),
        ("cusma:85-n10.1", Some("2025-06-30")),
        ("cusma:86-n05.1", Some("2022-12-31")),
        ("cusma:85-n11.1", None),
    ] {
        assert_eq!(last_day(id).as_deref(), expected, "{id}");
    }
}
