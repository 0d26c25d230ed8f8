//! The parser against the official rows and an independent reading of some of them, where ../shared is present.

use canadian_content::finding::Finding;
use canadian_content::origin::build::{official, tables};
use canadian_content::origin::pack::RuleSet;
use canadian_content::origin::rule::*;
use canadian_content::origin::text::{self, Language, Phrase, Reading, Role};
use canadian_content::units::HsRange;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A folder of ../shared, or nothing, said aloud, where it is not there.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    if !path.exists() {
        eprintln!("skipped: {} is not present", path.display());
    }
    path.exists().then_some(path)
}

/// Alternatives in the official texts: 2,197 and 1,448 stand in origin.md 15; section 13 of SOR/2020-155 adds 150.
/// Each row that holds a trouble is restated by hand, or states no rule at all.
#[test]
fn every_official_sentence_is_read_or_restated_by_hand() {
    let Some(path) = shared("sources") else { return };
    for (set, rows_expected, alternatives, troubled) in
        [(RuleSet::Nafta, 1364, 2197, 7), (RuleSet::Cusma, 1093, 1598, 6)]
    {
        let (rows, _) = official::rows(&path, set).expect("the sources are in their format");
        let readings: Vec<Reading> = rows.iter().map(|row| text::read(&row.text)).collect();
        assert_eq!(rows.len(), rows_expected);
        assert_eq!(readings.iter().map(|it| it.alternatives.len()).sum::<usize>(), alternatives);
        let found: Vec<&str> = rows
            .iter()
            .zip(&readings)
            .filter(|(_, reading)| !reading.troubles.is_empty())
            .map(|(row, _)| row.id.as_str())
            .collect();
        assert_eq!(found.len(), troubled, "{found:?}");
        for id in found {
            let it = tables::by_hand(id).expect(id);
            let reading = text::read(it.sentence);
            assert!(it.sentence.is_empty() || reading.troubles.is_empty(), "{id}: {:?}", reading.troubles);
        }
    }
}

/// origin.md 15, check 5: the good of every alternative lies in the left column of its row.
#[test]
fn every_target_lies_in_its_row() {
    let Some(path) = shared("sources") else { return };
    for set in [RuleSet::Nafta, RuleSet::Cusma] {
        let (rows, _) = official::rows(&path, set).expect("the sources are in their format");
        for row in &rows {
            let goods = row.goods().expect("codes in the left column");
            let inside = |it: &HsRange| match goods.as_slice() {
                [] => Some(it.first().chapter()) == row.chapter,
                goods => goods.iter().any(|good| {
                    good.covers(&it.first()) == Finding::Yes && good.covers(&it.last()) == Finding::Yes
                }),
            };
            let reading = text::read_for(&row.text, &goods);
            let targets = reading.alternatives.iter().flat_map(|it| &it.target.codes);
            let outside: Vec<&HsRange> = targets.filter(|it| !inside(it)).collect();
            assert!(outside.is_empty(), "{}: {outside:?}", row.id);
        }
    }
}

#[test]
fn an_independent_reading_of_the_open_rows_agrees() {
    let Some(path) = shared("cases/origin-open.json") else { return };
    let (Some(sources), Ok(file)) = (shared("sources"), std::fs::read_to_string(path)) else { return };
    let file: Value = serde_json::from_str(&file).expect("the cases are JSON");
    let both = [RuleSet::Nafta, RuleSet::Cusma];
    let official: Vec<_> =
        both.iter().flat_map(|set| official::rows(&sources, *set).expect("the sources").0).collect();
    let mut wrong = Vec::new();
    for row in file["rows"].as_array().expect("rows") {
        let id = row["id"].as_str().expect("an id");
        let found = official.iter().find(|it| it.id == id).expect("a row of that id");
        let ours = Value::from(plain(&text::read(&found.text)));
        let theirs: Vec<Value> = row["alternatives"].as_array().expect("some").iter().map(expected).collect();
        if !agree(&ours, &Value::from(theirs.clone())) {
            wrong.push(format!("{id}\n  ours   {ours}\n  theirs {}", Value::from(theirs)));
        }
    }
    assert!(wrong.is_empty(), "{} rows differ\n{}", wrong.len(), wrong.join("\n"));
}

/// Equal but for words left out of a description by the other reading.
fn agree(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, it)| b.get(key).is_some_and(|other| agree(it, other)))
        }
        (Value::String(a), Value::String(b)) => {
            let letters = |text: &str| text.replace([',', ';'], "");
            let mut ours = letters(a).split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter();
            letters(b).split(' ').all(|word| ours.any(|it| it == word))
        }
        _ => ours == theirs,
    }
}

/// The independent reading without its labels and numbers, its own words for conditions counted only.
fn expected(alternative: &Value) -> Value {
    // Where no change is needed, sources after "whether or not" add nothing, and the model leaves them out.
    let none = alternative["kind"] == "no_shift";
    let list = |key: &str| match &alternative[key] {
        _ if none => json!([]),
        Value::Null => json!([]),
        found => found.clone(),
    };
    json!({
        "kind": alternative["kind"], "target": alternative["target"],
        "good_is": alternative["good_is"], "rvc": alternative["rvc"],
        "from": list("from"), "except": list("except"),
        "also_from": list("also_from"), "also_except": list("also_except"),
        "conditions": alternative["conditions"].as_array().map_or(0, Vec::len),
    })
}

fn plain(reading: &Reading) -> Vec<Value> {
    reading.alternatives.iter().map(|it| alternative(it, &reading.phrases)).collect()
}

fn alternative(it: &Alternative, phrases: &[Phrase]) -> Value {
    let nothing = Sources::default();
    let (kind, from, also) = match &it.way {
        Way::Shift { from, also } => ("shift", from, also.as_ref().unwrap_or(&nothing)),
        Way::NoShift => ("no_shift", &nothing, &nothing),
        Way::Process(_) => ("process", &nothing, &nothing),
        Way::Unread => ("unread", &nothing, &nothing),
    };
    let good = match it.target.good {
        GoodIs::Any => Value::Null,
        GoodIs::Named(name) => words(name, phrases),
        GoodIs::Residue => json!("any other good"),
    };
    let terms = |terms: &[Term]| terms.iter().map(|it| term(it, phrases)).collect::<Vec<_>>();
    json!({
        "kind": kind, "target": ranges(&it.target.codes), "good_is": good,
        "rvc": content(it.content.as_ref()),
        "from": terms(&from.any_of), "except": terms(&from.except),
        "also_from": terms(&also.any_of), "also_except": terms(&also.except),
        "conditions": it.conditions.len(),
    })
}

fn words(name: NameId, phrases: &[Phrase]) -> Value {
    json!(phrases[usize::from(name.0)].words)
}

fn ranges(ranges: &[HsRange]) -> Vec<Value> {
    ranges.iter().map(|it| json!([it.first().as_str(), it.last().as_str()])).collect()
}

fn term(term: &Term, phrases: &[Phrase]) -> Value {
    let entries =
        |terms: &[Term]| terms.iter().map(|it| json!([self::term(it, phrases)])).collect::<Vec<_>>();
    match term {
        Term::AnyOther { level, group, within, within_own } => {
            let mut found = json!({"t": "any_other", "level": level_word(*level)});
            match group {
                Group::Silent => {}
                Group::Including(codes) if codes.is_empty() => found["including_within_group"] = json!(true),
                Group::Including(codes) => found["including_within"] = json!(ranges(codes)),
                Group::Outside => found["outside_group"] = json!(true),
                Group::Within => found["within_group"] = json!(true),
            }
            if !within.is_empty() {
                found["within"] = json!(ranges(within));
            }
            if let Some(own) = within_own {
                found["within_that"] = json!(level_word(*own));
            }
            found
        }
        Term::Codes(codes) => json!({"t": "codes", "codes": ranges(codes)}),
        Term::Named { name, codes } => {
            let codes = if codes.is_empty() { Value::Null } else { json!(ranges(codes)) };
            json!({"t": "described", "codes": codes, "desc": words(*name, phrases)})
        }
        Term::OtherGood(codes) if codes.is_empty() => json!({"t": "other_good", "codes": "same"}),
        Term::OtherGood(codes) => json!({"t": "other_good", "codes": ranges(codes)}),
        Term::WithinThat(level) => json!({"t": "within_that", "level": level_word(*level)}),
        Term::MoreThanOneOf(list) => json!({"t": "more_than_one_of", "items": entries(list)}),
        Term::AllOf(list) => json!({"t": "all_of", "items": entries(list)}),
    }
}

fn level_word(level: canadian_content::units::Level) -> &'static str {
    use canadian_content::units::Level;
    match level {
        Level::Chapter => "chapter",
        Level::Heading => "heading",
        Level::Subheading => "subheading",
        Level::TariffItem => "tariff item",
    }
}

fn content(test: Option<&ContentTest>) -> Value {
    match test {
        None | Some(ContentTest::Unstated) => Value::Null,
        Some(ContentTest::Fixed(figures)) => {
            let mut found = json!({});
            if let Some(tv) = figures.transaction_value {
                found["tv"] = json!(tv.to_string());
            }
            if let Some(nc) = figures.net_cost {
                found["nc"] = json!(nc.to_string());
            }
            found
        }
        Some(ContentTest::Staged(stages)) => {
            let stage = |(day, figures): &(canadian_content::units::Day, Figures)| {
                let percent = figures.net_cost.map(|it| it.to_string());
                json!({"from": day.to_string(), "percent": percent})
            };
            json!({"nc": stages.iter().map(stage).collect::<Vec<_>>()})
        }
    }
}

/// No code of an official sentence goes lost in silence: it is in the structure, in a note or a use, or where it stands
/// is named as not understood. English and French, both sets, section 13 included.
#[test]
fn every_code_of_every_official_sentence_is_accounted_for() {
    let Some(path) = shared("sources") else { return };
    let files = [
        (Language::English, "nafta/rows.en.jsonl", 1364),
        (Language::French, "nafta/rows.fr.jsonl", 1364),
        (Language::English, "cusma/rows.en.jsonl", 1111),
        (Language::English, "cusma/s13.en.jsonl", 37),
        (Language::French, "cusma/s13.fr.jsonl", 37),
    ];
    for (language, file, expected) in files {
        let text = std::fs::read_to_string(path.join(file)).expect("a source file");
        let mut sentences = 0;
        for line in text.lines() {
            let row: Value = serde_json::from_str(line).expect("a row is JSON");
            if row["kind"] != "rule" {
                continue;
            }
            sentences += 1;
            let sentence = row["text"].as_str().expect("a sentence");
            let reading = text::read_in(language, sentence, &[]);
            let told = reading.troubles.iter().map(|it| &it.span);
            let noted = reading.parts.iter().filter(|it| matches!(it.role, Role::Note | Role::Use));
            let mut found = reading.codes();
            for span in told.chain(noted.map(|it| &it.span)) {
                found.extend(text::codes_of_sentence(language, &sentence[span.clone()]));
            }
            let codes = text::codes_of_sentence(language, sentence);
            let lost: Vec<_> = codes.difference(&found).collect();
            assert!(lost.is_empty(), "{}: {lost:?} of {sentence}", row["id"]);
        }
        assert_eq!(sentences, expected, "{file}");
    }
}
