//! The names of the Harmonized System and the search in them: the quality set.

use canadian_content::catalog::{Catalog, shipped};
use canadian_content::i18n::Lang;
use canadian_content::units::{HsCode, Level};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file of the sources, where they are present.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if !path.exists() {
        println!("left out: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// A query as a customer types it, and the codes that a customs broker would start from.
struct Query {
    typed: &'static str,
    codes: Vec<HsCode>,
}

/// The quality set of a language: `query<TAB>code[ code...]`.
fn queries(table: &'static str) -> Vec<Query> {
    let mut found = Vec::new();
    for line in table.lines() {
        let (typed, codes) = line.split_once('\t').expect("a query, a tab, codes");
        let codes = codes.split(' ').map(|code| HsCode::read(code).expect("a code")).collect();
        found.push(Query { typed, codes });
    }
    found
}

/// The chapters, headings and subheadings of HS 2022, and a hash (FNV-1a) of their codes, a line each: what the
/// official list has, for those who do not have it.
const CODES: [usize; 3] = [96, 1_228, 5_612];
const CODES_HASH: u64 = 14_592_236_014_700_642_213;

const ENGLISH: &str = include_str!("data/find.en.tsv");
const FRENCH: &str = include_str!("data/find.fr.tsv");

/// The cells of the lines of a table.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().map(|line| line.split('\t').collect()).collect()
}

/// Fails with one line for each thing found.
#[track_caller]
fn none(found: &[String], what_to_do: &str) {
    assert!(found.is_empty(), "{what_to_do}\n  {}\n", found.join("\n  "));
}

#[test]
fn the_names_tell_each_line_from_its_neighbours_in_both_languages() {
    let mut found = Vec::new();
    // The names among which one must be the only one: those of the headings of a chapter, of the subheadings of a
    // heading.
    let mut sisters: BTreeMap<(String, usize), Vec<String>> = BTreeMap::new();
    for row in rows(shipped::NAMES) {
        let [code, names @ ..] = &row[..] else { continue };
        if names.len() != 2 || HsCode::read(code).is_err() {
            found.push(format!("{row:?}: a code, a tab, English, a tab, French"));
            continue;
        }
        for (at, name) in names.iter().enumerate() {
            let length = name.chars().count();
            if length == 0 || 90 < length || name.trim() != *name || name.contains("  ") {
                found.push(format!("{code}: {length} characters, or stray blanks: {name:?}"));
            }
            if says_nothing(name) {
                found.push(format!("{code}: says nothing: {name}"));
            }
            if name.contains(['\'', '|', '=']) {
                found.push(format!("{code}: one of ' | = in {name}"));
            }
            let above = code.get(..code.len() - 2).unwrap_or_default().to_owned();
            let names = sisters.entry((above, at)).or_default();
            let small = name.to_lowercase();
            if names.contains(&small) {
                found.push(format!("{code}: a sister has the same name: {name}"));
            }
            names.push(small);
        }
        let plain = [" :", " ;", " !", " ?", " »", "« ", " %", " $"];
        if let Some(sign) = plain.iter().find(|sign| names[1].contains(*sign)) {
            found.push(format!("{code}: French has a no-break space beside {sign:?}: {}", names[1]));
        }
    }
    none(&found, "Mend data/hs:");
}

/// Whether a name leaves its line as open as the official "Other" does.
fn says_nothing(name: &str) -> bool {
    let small = name.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    const EMPTY: &[&str] = &[
        "the",
        "other",
        "others",
        "autre",
        "autres",
        "les",
        "des",
        "nes",
        "n",
        "e",
        "s",
        "nda",
        "d",
        "a",
        "not",
        "elsewhere",
        "specified",
        "goods",
        "articles",
        "produits",
        "non",
        "ailleurs",
        "dénommés",
    ];
    words.iter().all(|word| EMPTY.contains(word))
}

#[test]
fn every_code_is_named_once() {
    let codes: Vec<&str> = rows(shipped::NAMES).iter().map(|row| row[0]).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    let twice: Vec<String> =
        sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect();
    none(&twice, "Name these codes once:");
    for (level, count) in [2, 4, 6].into_iter().zip(CODES) {
        assert_eq!(
            sorted.iter().filter(|code| code.len() == level).count(),
            count,
            "codes of {level} digits"
        );
    }
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in sorted.iter().flat_map(|code| code.bytes().chain([b'\n'])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    assert_eq!(hash, CODES_HASH, "some code is not one of HS 2022");
    let Some(path) = shared("sources/hs/hs2022.en-fr.csv") else { return };
    let text = std::fs::read_to_string(path).expect("the official list");
    let mut official: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    official.sort_unstable();
    assert!(sorted == official, "name the codes of the official list, and no others");
}

#[test]
fn every_word_leads_to_lines_that_there_are() {
    let mut sorted: Vec<&str> = rows(shipped::NAMES).iter().map(|row| row[0]).collect();
    sorted.sort_unstable();
    let mut found = Vec::new();
    let mut counts = [0, 0];
    for row in rows(shipped::WORDS) {
        let [lang, word, leads] = row[..] else {
            found.push(format!("{row:?}: a language, a tab, a word, a tab, codes"));
            continue;
        };
        if Lang::of(lang).is_none()
            || word.trim() != word
            || word.is_empty()
            || word.contains(['\'', '|', '='])
        {
            found.push(format!("{row:?}: no language, stray blanks, or one of ' | ="));
        }
        for code in leads.split(' ') {
            if code.len() < 4 || sorted.binary_search(&code).is_err() {
                found.push(format!("{word}: {code} is no heading or subheading"));
            }
        }
        counts[usize::from(lang == "fr")] += 1;
    }
    none(&found, "Mend data/hs/words:");
    println!("everyday words: {} English, {} French", counts[0], counts[1]);
    assert!(counts.iter().all(|count| 3_000 <= *count), "at least 3,000 in each language: {counts:?}");
}

#[test]
fn the_quality_set_has_two_hundred_queries_in_each_language() {
    for table in [ENGLISH, FRENCH] {
        let queries = queries(table);
        assert!(200 <= queries.len(), "only {} queries", queries.len());
        for query in &queries {
            assert!(!query.typed.trim().is_empty() && !query.codes.is_empty(), "{}", query.typed);
        }
    }
}

/// The catalog of a language, read once.
fn catalog(lang: Lang) -> &'static Catalog {
    static READ: [OnceLock<Catalog>; 2] = [OnceLock::new(), OnceLock::new()];
    READ[usize::from(lang == Lang::Fr)]
        .get_or_init(|| shipped::catalog(lang).expect("the names compiled in can be read"))
}

/// The place of the first right line, counted from one; of a heading, any line in it is right.
fn place(catalog: &Catalog, query: &Query) -> Option<usize> {
    let found = catalog.find(query.typed, 5);
    found.hits.iter().position(|hit| query.codes.iter().any(|code| code.holds(&hit.code))).map(|at| at + 1)
}

/// Runs a quality set and prints what is not first.
fn measure(lang: Lang, table: &'static str) {
    let catalog = catalog(lang);
    let queries = queries(table);
    let (mut first, mut among) = (0, 0);
    for query in &queries {
        let place = place(catalog, query);
        first += usize::from(place == Some(1));
        among += usize::from(place.is_some());
        if place != Some(1) {
            let hits = catalog.find(query.typed, 5).hits;
            let hits: Vec<String> = hits
                .iter()
                .map(|hit| {
                    let label = catalog.label(&hit.code).unwrap_or_default();
                    format!("{} {label} {:?}", hit.code.as_str(), hit.word.as_deref().unwrap_or_default())
                })
                .collect();
            println!("{}: {:?}, wanted {:?}\n    {}", query.typed, place, query.codes, hits.join("\n    "));
        }
    }
    println!("{}: {} queries, first {first}, among the first five {among}", lang.id(), queries.len());
    assert!(queries.len() * 60 <= first * 100, "{}: first in {first}", lang.id());
    assert!(queries.len() * 90 <= among * 100, "{}: among the first five in {among}", lang.id());
}

#[test]
fn everyday_english_words_lead_to_the_right_line() {
    measure(Lang::En, ENGLISH);
}

#[test]
fn everyday_french_words_lead_to_the_right_line() {
    measure(Lang::Fr, FRENCH);
}

#[test]
fn codes_of_older_editions_lead_to_todays() {
    let catalog = catalog(Lang::En);
    let rows = [
        ("8517.70", "2012", "851771 851779"),
        ("940540", "2012", "940541 940542 940549"),
        ("010110", "2007", "010121 010130"),
        // A heading that is no more.
        ("8803", "2012", "8807"),
    ];
    for (typed, edition, expected) in rows {
        let found = catalog.find(typed, 20);
        let old = found.older.unwrap_or_else(|| panic!("{typed} is a code of an older edition"));
        let today: Vec<&str> = old.today.iter().map(HsCode::as_str).collect();
        assert_eq!(old.edition.id(), edition, "{typed}");
        assert!(today.join(" ").starts_with(expected), "{typed}: {today:?}");
        assert_eq!(found.hits.len(), today.len().min(20), "{typed}");
    }
    // What never was a code is none of an older edition.
    assert_eq!(catalog.find("999999", 20).count, 0);
    assert_eq!(catalog.find("8517.13", 20).older, None);
}

#[test]
fn a_query_may_be_anything() {
    let catalog = catalog(Lang::Fr);
    let long = "chaise ".repeat(2_000);
    for typed in [
        "",
        " ",
        "-",
        "é",
        "\u{301}",
        "日本",
        "0",
        "00",
        "99",
        "1.2.3.4.5.6.7.8.9",
        "a b c d e f g h i j k l",
        &long,
    ] {
        let found = catalog.find(typed, 3);
        assert!(found.hits.len() <= 3 && found.hits.len() <= found.count, "{typed}");
    }
    assert_eq!(catalog.find("chaise", 0).hits, []);
}

#[test]
fn words_may_come_in_any_order_and_half_typed() {
    let rows = [
        (Lang::En, "chair swivel", "swivel chair"),
        (Lang::En, "Chairs, SWIVEL", "swivel chair"),
        (Lang::En, "swivel chiar", "swivel chair"),
        (Lang::En, "swiv chair", "swivel chair"),
        (Lang::En, "swivel cha", "swivel chair"),
        (Lang::Fr, "pivotantes chaises", "chaise pivotante"),
        (Lang::Fr, "CHAISE PIVOTENTE", "chaise pivotante"),
        (Lang::Fr, "chaise pivot", "chaise pivotante"),
        (Lang::Fr, "telephone", "téléphone"),
    ];
    for (lang, typed, whole) in rows {
        let catalog = catalog(lang);
        let first =
            |typed: &str| catalog.find(typed, 1).hits.first().and_then(|hit| hit.code.unit(Level::Heading));
        assert_eq!(first(typed), first(whole), "{typed}");
        assert!(first(typed).is_some(), "{typed}");
    }
}
