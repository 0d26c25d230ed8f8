//! The checks of origin.md 15 that no other binary makes, with its figures, where ../shared is present.
//!
//! Of the others: alternatives, unread text, lost codes, targets (2 to 5) in `official_text`; French (6) in
//! `official_french`; coverage and content figures (7, 9) in `whole_packs`; bytes and names (11, 12) in `packs`; cases
//! (13) in `cli`; laws and round trip (14) in `domain` and `round_trip`.

use canadian_content::origin::build::{official, tables};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::shipped;
use canadian_content::origin::text::{self, Language};
use canadian_content::origin::vehicle::PartTable;
use canadian_content::units::{Day, Edition, HsCode, Level};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The official sources, or nothing, said aloud, where they are not present.
fn sources() -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !path.is_dir() {
        eprintln!("skipped: {} is not present", path.display());
    }
    path.is_dir().then_some(path)
}

fn lines(path: &Path, file: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(path.join(file)).expect("a source file");
    text.lines().map(|line| serde_json::from_str(line).expect("a row is JSON")).collect()
}

fn ids(path: &Path, file: &str) -> Vec<String> {
    let rules = lines(path, file).into_iter().filter(|row| row["kind"] == "rule");
    rules.map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

/// Check 1: rows, languages, chapters, and no gap in the numbers of any chapter.
#[test]
fn rows_are_all_there() {
    let Some(path) = sources() else { return };
    let (english, french) = (ids(&path, "nafta/rows.en.jsonl"), ids(&path, "nafta/rows.fr.jsonl"));
    assert_eq!((english.len(), &english), (1364, &french));
    let nafta = shipped::pack(RuleSet::Nafta).expect("a shipped pack");
    let chapters: BTreeSet<u8> =
        nafta.rows.iter().flat_map(|row| &row.codes).map(|it| it.first().chapter()).collect();
    assert_eq!(chapters.len(), 96);

    let mut numbered: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    let mut notes = 0;
    for id in ids(&path, "cusma/rows.en.jsonl") {
        let (chapter, number) = id.rsplit_once('-').expect("chapter and number");
        match number.parse() {
            Ok(number) => {
                numbered.entry(chapter.to_owned()).or_default().insert(number);
            }
            Err(_) => notes += 1,
        }
    }
    let count: usize = numbered.values().map(BTreeSet::len).sum();
    assert_eq!((count, notes, ids(&path, "cusma/s13.en.jsonl").len()), (1053, 58, 37));
    for (chapter, numbers) in &numbered {
        assert_eq!(numbers.last().copied(), Some(numbers.len() as u32), "a gap in {chapter}: {numbers:?}");
        assert_eq!(numbers.first(), Some(&1), "{chapter}");
    }
    assert_eq!(shipped::pack(RuleSet::Cusma).expect("a shipped pack").rows.len(), 1093);
}

/// Check 3: what a person restated stands with the hash of the text that was read for it.
#[test]
fn rows_restated_by_hand_stand_for_the_text_as_it_is() {
    let Some(path) = sources() else { return };
    let mut found = 0;
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let (rows, _) = official::rows(&path, set).expect("the sources are in their format");
        for row in rows {
            if let Some(it) = tables::by_hand(&row.id) {
                assert_eq!(it.hash, tables::hash(&row.text), "{}", row.id);
                assert!(!it.why.0.is_empty() && !it.why.1.is_empty(), "{}", row.id);
                found += 1;
            }
        }
    }
    assert_eq!(found, 24);
}

/// Check 6 for section 13: both languages name the same codes and alternatives once the patches are applied.
#[test]
fn section_thirteen_says_the_same_in_both_languages() {
    let Some(path) = sources() else { return };
    let (english, _) = official::rows(&path, RuleSet::Cusma).expect("the sources are in their format");
    let patches: Value = serde_json::from_str(
        &std::fs::read_to_string(path.join("patches.json")).expect("the list of patches"),
    )
    .expect("JSON");
    let mut differ = Vec::new();
    for row in lines(&path, "cusma/s13.fr.jsonl").iter().filter(|row| row["kind"] == "rule") {
        let id = row["id"].as_str().expect("an id");
        let mut said = row["text"].as_str().expect("a sentence").to_owned();
        for patch in patches.as_array().expect("patches").iter().filter(|it| it["row"] == format!("{id}@fr"))
        {
            let part = |key: &str| patch[key].as_str().unwrap_or_default();
            said = said.replace(part("find"), part("replace"));
        }
        let other = english.iter().find(|it| it.id == id).expect("an English row of the same id");
        if text::codes_of_sentence(Language::English, &other.text)
            != text::codes_of_sentence(Language::French, &said)
        {
            differ.push(id.to_owned());
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

/// The six-digit codes that a list of an edition has.
fn edition(path: &Path, file: &str) -> BTreeSet<HsCode> {
    let text = std::fs::read_to_string(path.join(file)).expect("a list of subheadings");
    let codes = text.lines().filter_map(|line| HsCode::read(line.split(',').next()?).ok());
    codes.filter(|it| it.level() == Level::Subheading).collect()
}

/// Every six-digit code that the rules of a set name, those of its left column and conditions included.
fn named(path: &Path, set: RuleSet) -> BTreeSet<HsCode> {
    let (rows, _) = official::rows(path, set).expect("the sources are in their format");
    let rows = rows.into_iter().filter(|row| !row.id.contains(":s13-"));
    let codes = rows.flat_map(|row| text::codes_of_sentence(Language::English, &row.text));
    codes.filter(|it| it.level() == Level::Subheading).collect()
}

/// Check 8: the codes of each set exist in its edition, but for the strays that the official texts kept.
#[test]
fn codes_are_of_the_edition_of_their_set() {
    let Some(path) = sources() else { return };
    for (set, file, strays) in [
        // 8542.10 stands in the note on transshipment alone, which states no rule.
        (RuleSet::Nafta, "hs/hs2007.en.csv", vec!["410310", "854210", "870860"]),
        (RuleSet::Cusma, "hs/hs2012.en.csv", vec!["410310", "550310"]),
    ] {
        let (named, list) = (named(&path, set), edition(&path, file));
        let missing: Vec<&str> = named.difference(&list).map(HsCode::as_str).collect();
        assert_eq!(missing, strays, "{set:?}, of {}", named.len());
    }
}

/// Check 10: 97.0 % and 98.4 % of the subheadings of HS 2022 lead to one set of rows without a question.
#[test]
fn most_codes_of_today_lead_to_one_rule() {
    let Some(path) = sources() else { return };
    let map = shipped::editions().expect("the shipped map reads");
    let today = edition(&path, "hs/hs2022.en-fr.csv");
    for (set, old, expected) in
        [(RuleSet::Nafta, Edition::Hs2007, 5445), (RuleSet::Cusma, Edition::Hs2012, 5524)]
    {
        let pack = shipped::pack(set).expect("a shipped pack");
        let one = |code: &&HsCode| {
            let old_codes = map.old_codes(code, old);
            let mut rows = old_codes.iter().map(|code| rows_of(&pack, code));
            let first = rows.next();
            rows.all(|it| Some(it) == first)
        };
        assert_eq!((today.len(), today.iter().filter(one).count()), (5612, expected), "{set:?}");
    }
}

fn rows_of<'a>(pack: &'a Pack, code: &'a HsCode) -> Vec<&'a str> {
    pack.rows_for(code, Day::new(2026, 11, 22)).map(|row| row.id.as_str()).collect()
}

/// origin.md 14: where old and new overlap the new one holds; in a gap there is no row, and so no answer.
#[test]
fn dated_rows_hold_one_at_a_time() {
    let pack = shipped::pack(RuleSet::Cusma).expect("a shipped pack");
    for (code, day, expected) in [
        ("731210", "2022-12-31", &["cusma:73-n13.1"][..]),
        ("731210", "2023-01-01", &["cusma:73-n14.1"]),
        ("731210", "2023-06-30", &["cusma:73-n14.1"]),
        ("860791", "2022-12-31", &["cusma:86-n05.1"]),
        ("860791", "2023-01-01", &[]),
        ("860791", "2023-06-30", &[]),
        ("860791", "2023-07-01", &["cusma:86-n06.1"]),
        ("730810", "2022-06-30", &["cusma:73-n03.1"]),
        ("730810", "2022-07-01", &["cusma:73-n04.1"]),
    ] {
        let (code, day) = (HsCode::read(code).expect("a code"), Day::read(day).expect("a day"));
        let found: Vec<&str> = pack.rows_for(&code, day).map(|row| row.id.as_str()).collect();
        assert_eq!(found, expected, "{code} {day}");
    }
}

/// Every code of Tables A.1 to F and of Schedule IV stands in its table in the pack, by its six digits; and none
/// stands there that is not printed. What is printed with "ex" carries a name, except where the use says it all.
#[test]
fn the_tables_of_parts_are_as_printed() {
    let Some(path) = sources() else { return };
    let mut printed: BTreeSet<(String, String)> = BTreeSet::new();
    let mut described: BTreeSet<(String, String)> = BTreeSet::new();
    let csv = std::fs::read_to_string(path.join("cusma/auto-tables.csv")).expect("the tables");
    let schedules = path.join("nafta/sor-94-14.en.schedules.txt");
    let schedules = std::fs::read_to_string(schedules).expect("the schedules");
    let (_, four) = schedules.split_once("## SCHEDULE IV ").expect("Schedule IV");
    let (four, _) = four.split_once("SOR/95-382").expect("its history");
    let four = four.lines().skip(1).map(|line| ("IV", line.to_owned()));
    let tables = csv.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.splitn(3, ',').collect();
        let [table, _, rest] = cells.as_slice() else { panic!("{line}") };
        let end = if rest.starts_with('"') { "\"," } else { "," };
        let cell = rest.split(end).next().unwrap_or_default().trim_matches('"');
        (*table, cell.to_owned())
    });
    for (table, cell) in tables.chain(four) {
        let ranges = cell.replace(" through ", "-");
        for word in ranges.split([' ', ',']).filter(|word| word.contains('.')) {
            let ends: Vec<String> = word
                .split('-')
                .map(|code| code.chars().filter(char::is_ascii_digit).take(6).collect())
                .collect();
            let whole = ends.join("-");
            if cell.trim().starts_with("ex ") {
                described.insert((table.to_owned(), whole.clone()));
            }
            printed.insert((table.to_owned(), whole));
        }
    }
    let mut packed: BTreeSet<(String, String)> = BTreeSet::new();
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let pack = shipped::pack(set).expect("a shipped pack");
        for part in &pack.parts {
            // Schedule V prints names and no codes.
            if part.table == PartTable::V {
                assert!(part.name.is_some(), "a part of Schedule V lacks its name");
                continue;
            }
            for range in &part.codes {
                let six = |code: HsCode| code.as_str().chars().take(6).collect::<String>();
                let (first, last) = (six(range.first()), six(range.last()));
                let word = if first == last { first } else { format!("{first}-{last}") };
                let key = (part.table.id().to_owned(), word);
                // Diesel engines for light trucks, by their use.
                let by_use = key == ("A.1".to_owned(), "840820".to_owned());
                assert!(part.name.is_some() || by_use || !described.contains(&key), "{key:?} lacks its name");
                packed.insert(key);
            }
        }
    }
    let lacking: Vec<_> = printed.difference(&packed).collect();
    let added: Vec<_> = packed.difference(&printed).collect();
    assert!(lacking.is_empty() && added.is_empty(), "not in a pack: {lacking:?}; not printed: {added:?}");
    assert_eq!(printed.len(), 273);
}
