//! The engine, asked as the page asks it: in bytes.

use canadian_content::catalog;
use canadian_content::engine::{
    Bid, Compare, Data, Engine, Find, Judge, Judged, Load, PackView, Packs, Question, SheetAsk, Summaries,
    question,
};
use canadian_content::i18n::{Lang, Words};
use canadian_content::origin::pack::RuleSet;
use canadian_content::origin::shipped;
use canadian_content::present::{CompareView, Mark};
use canadian_content::wire::Wire;
use serde_json::{Value, json};

fn ask<Q: Question>(engine: &mut Engine, it: &Q) -> Q::Answer {
    let bytes = engine.answer(&question(it));
    Q::Answer::of_bytes(&bytes).expect("an answer to this question")
}

fn load(engine: &mut Engine, what: Data) -> bool {
    let text = match what {
        Data::TextsEn => Words::file(Lang::En),
        Data::TextsFr => Words::file(Lang::Fr),
        Data::NamesEn => catalog::shipped::text(Lang::En),
        Data::NamesFr => catalog::shipped::text(Lang::Fr),
        Data::Cusma => shipped::text(RuleSet::Cusma).to_owned(),
        Data::Nafta => shipped::text(RuleSet::Nafta).to_owned(),
        Data::Annex => shipped::text(RuleSet::Annex).to_owned(),
        Data::Editions => shipped::EDITIONS.to_owned(),
    };
    ask(engine, &Load { what, text })
}

fn whole() -> Engine {
    let mut engine = Engine::default();
    for what in Data::ALL {
        assert!(load(&mut engine, *what), "{what:?}");
    }
    engine
}

fn example(lang: Lang) -> Bid {
    let draft = match lang {
        Lang::En => include_str!("../data/examples/annex-bid.en.json"),
        Lang::Fr => include_str!("../data/examples/annex-bid.fr.json"),
    };
    Bid { draft: draft.to_owned(), lang, today: String::from("2026-11-23"), rules: true }
}

fn judged(engine: &mut Engine, lang: Lang) -> Judged {
    ask(engine, &Judge { bid: example(lang), line: Some(0), unfolded: Vec::new(), trees: true })
        .expect("a judgement")
}

#[test]
fn it_judges_the_annex_in_both_languages() {
    let mut engine = whole();
    let (english, french) = (judged(&mut engine, Lang::En), judged(&mut engine, Lang::Fr));
    assert_eq!(english.result.summary, "Not met, 61.85\u{a0}%");
    assert_eq!(french.result.summary, "Non satisfaite, 61,85\u{a0}%");
    let marks = |judged: &Judged| judged.lines.lines.iter().map(|line| line.mark).collect::<Vec<_>>();
    assert_eq!(marks(&english), marks(&french));
    assert_eq!(marks(&english), [Mark::No, Mark::Yes, Mark::Yes, Mark::Yes, Mark::No, Mark::No]);
    assert_eq!(english.trees.len(), english.lines.lines.len());
    assert_eq!(english.good.map(|good| good.id), english.lines.lines.first().map(|line| line.id));
}

#[test]
fn without_its_rules_a_good_is_unknown_and_without_words_there_is_no_answer() {
    let mut engine = Engine::default();
    assert!(
        ask(&mut engine, &Judge { bid: example(Lang::En), line: None, unfolded: Vec::new(), trees: false })
            .is_none()
    );
    assert!(load(&mut engine, Data::TextsEn));
    let open = judged(&mut engine, Lang::En);
    assert_eq!(open.result.mark, Mark::Unknown);
    assert!(load(&mut engine, Data::Annex));
    assert_eq!(judged(&mut engine, Lang::En).result.mark, Mark::No);
}

#[test]
fn a_file_of_another_kind_or_build_is_refused_and_changes_nothing() {
    let mut engine = whole();
    let before = judged(&mut engine, Lang::En);
    let mut other = Words::file(Lang::En);
    other.replace_range(3..4, if &other[3..4] == "1" { "2" } else { "1" });
    for (what, text) in [
        (Data::TextsEn, other),
        (Data::TextsEn, Words::file(Lang::Fr)),
        (Data::Annex, shipped::text(RuleSet::Cusma).to_owned()),
        (Data::Annex, String::from("<!DOCTYPE html><p>Welcome")),
    ] {
        assert!(!ask(&mut engine, &Load { what, text }), "{what:?}");
    }
    assert_eq!(judged(&mut engine, Lang::En), before);
}

#[test]
fn it_compares_and_sums_up() {
    let mut engine = whole();
    let view: Option<CompareView> = ask(&mut engine, &Compare { bid: example(Lang::En), other: Data::Cusma });
    assert_eq!(view.expect("both rule sets are there").rows.len(), 4);
    let drafts = vec![(String::from("a"), example(Lang::En)), (String::from("b"), example(Lang::Fr))];
    let said = ask(&mut engine, &Summaries { drafts });
    assert_eq!(
        said.iter().map(|(id, (mark, _))| (id.as_str(), *mark)).collect::<Vec<_>>(),
        [("a", Mark::No), ("b", Mark::No)]
    );
    let packs: Vec<PackView> = ask(&mut engine, &Packs { lang: Lang::Fr, count: 3 });
    assert_eq!(
        packs.iter().map(|pack| pack.what).collect::<Vec<_>>(),
        [Data::Cusma, Data::Nafta, Data::Annex]
    );
}

#[test]
fn it_finds_a_code_from_words_in_both_languages() {
    let mut engine = whole();
    for (lang, typed, digits) in [(Lang::En, "swivel chair", "9401"), (Lang::Fr, "chaise pivotante", "9401")]
    {
        let found = ask(&mut engine, &Find { typed: typed.to_owned(), lang }).expect("the names are there");
        let first = found.groups.first().and_then(|group| group.hits.first()).expect("something");
        assert!(first.digits.starts_with(digits), "{typed}: {}", first.digits);
    }
    let mut empty = Engine::default();
    assert!(ask(&mut empty, &Find { typed: String::from("chair"), lang: Lang::En }).is_none());
}

#[test]
fn bytes_that_are_no_question_get_no_answer() {
    let mut engine = whole();
    let asked = question(&Judge { bid: example(Lang::En), line: None, unfolded: Vec::new(), trees: false });
    for end in 0..asked.len().min(200) {
        assert!(engine.answer(&asked[..end]).is_empty(), "cut off at {end}");
    }
    assert!(engine.answer(&[255, 1, 2, 3]).is_empty());
    let bad = Bid { draft: String::from("{"), ..example(Lang::En) };
    assert!(ask(&mut engine, &Judge { bid: bad, line: None, unfolded: Vec::new(), trees: false }).is_none());
    let strange = SheetAsk {
        name: String::from("?"),
        values: Vec::new(),
        lang: Lang::En,
        today: String::from("2026-11-23"),
        held: 0,
        bids: Vec::new(),
        bid: (String::new(), String::new()),
    };
    assert!(ask(&mut engine, &strange).is_none());
}

#[test]
fn a_code_of_today_is_looked_up_once_the_table_of_editions_is_there() {
    let draft = r#"{"format":"canadian-content-draft","schema":1,"draft":{"code_edition":"hs2022","rule_set":"cusma",
        "lines":[{"id":1,"quantity":"1","unit_price":"100","origin_by":"rules","good":{"code":"940330",
        "made_in_canada":"yes","all_listed":true,"materials":[{"id":1,"code":"4407.11","value":"20",
        "origin":"non_originating"}]}}]}}"#;
    let bid = Bid { draft: draft.to_owned(), ..example(Lang::En) };
    let asked = Judge { bid, line: None, unfolded: Vec::new(), trees: false };
    let mut engine = Engine::default();
    assert!(load(&mut engine, Data::TextsEn) && load(&mut engine, Data::Cusma));
    assert_eq!(ask(&mut engine, &asked).expect("a judgement").result.mark, Mark::Unknown);
    assert!(load(&mut engine, Data::Editions));
    assert_eq!(ask(&mut engine, &asked).expect("a judgement").result.mark, Mark::Yes);
}

/// A draft of one good with five thousand materials, each as `material` makes it.
fn large(code: &str, material: fn(u32) -> Value) -> String {
    let materials: Vec<Value> = (1..=5_000).map(material).collect();
    let good = json!({
        "code": code, "transaction_value": "1000", "made_in_canada": "yes", "all_listed": true, "materials": materials,
    });
    let line = json!({ "id": 1, "quantity": "1", "unit_price": "1000", "origin_by": "rules", "good": good });
    let draft = json!({ "code_edition": "hs2022", "closing_day": "2026-12-20", "lines": [line] });
    json!({ "format": "canadian-content-draft", "schema": 1, "draft": draft }).to_string()
}

/// Every second material is made of the next one.
fn in_pairs(id: u32, by: &str) -> Value {
    if id % 2 == 1 {
        json!({ "id": id, "code": "9403.91", "value": "1", "made": { "by": by, "all_listed": true } })
    } else {
        json!({ "id": id, "code": "9403.91", "value": "0.5", "goes_into": id - 1 })
    }
}

/// Little of a large bill is known while it is being filled in. It is judged then, too, and what the page is told stays
/// small: nothing is said of each pair of materials.
#[test]
fn a_large_bill_is_judged_whatever_is_known_of_it() {
    let mut engine = whole();
    // What is known of each material, the code of the good, and a material.
    type Row = (&'static str, &'static str, fn(u32) -> Value);
    let rows: [Row; 10] = [
        ("nothing", "9403.30", |id| json!({ "id": id })),
        ("values", "8501.10", |id| json!({ "id": id, "value": "0.09" })),
        ("codes too short", "8501.10", |id| json!({ "id": id, "code": "85", "value": "0.09" })),
        ("a question each", "8501.10", |id| json!({ "id": id, "code": "8503.00", "value": "0.09" })),
        ("perhaps parts", "8414.59", |id| json!({ "id": id, "code": "8414.90", "value": "0.09" })),
        ("codes that were several", "8517.62", |id| json!({ "id": id, "code": "8524.11", "value": "0.09" })),
        (
            "charges",
            "9403.30",
            |id| json!({ "id": id, "code": "9403.91", "value": "0.09", "charges": { "freight": "0.01" } }),
        ),
        (
            "a question each, answered",
            "9403.30",
            |id| json!({ "id": id, "code": "9403.91", "value": "0.18", "relation": "neither" }),
        ),
        ("made by suppliers", "9403.30", |id| in_pairs(id, "supplier")),
        ("made by the producer", "9403.30", |id| in_pairs(id, "own")),
    ];
    for (known, code, material) in rows {
        let draft = large(code, material);
        let bid = Bid { draft, lang: Lang::En, today: String::from("2026-11-23"), rules: true };
        let asked = Judge { bid, line: Some(0), unfolded: Vec::new(), trees: true };
        let bytes = engine.answer(&question(&asked));
        let judged = Option::<Judged>::of_bytes(&bytes).flatten();
        assert!(judged.is_some_and(|it| it.good.is_some()), "{known}");
        assert!(bytes.len() < 1_800_000, "{known}: {} bytes", bytes.len());
    }
}

/// What stands at the codes of a good and of its one material, and the sign of its line.
fn told_of_codes(lang: Lang, edition: &str, set: &str, good: &str, material: &str) -> (Mark, Vec<String>) {
    let draft = json!({"format": "canadian-content-draft", "schema": 1, "draft": {
        "code_edition": edition, "rule_set": set,
        "lines": [{"id": 1, "description": "Chairs", "quantity": "1", "unit_price": "100", "origin_by": "rules",
            "good": {"code": good, "made_in_canada": "yes", "all_listed": true, "transaction_value": "100",
                "materials": [{"id": 1, "description": "Steel", "code": material, "value": "50",
                    "origin": "non_originating"}]}}]}});
    let bid = Bid { draft: draft.to_string(), ..example(lang) };
    let judged = ask(&mut whole(), &Judge { bid, line: Some(1), unfolded: Vec::new(), trees: false });
    let judged = judged.expect("a judgement");
    let good = judged.good.expect("the line that is looked at");
    (judged.result.mark, good.fields.into_iter().map(|field| field.text).collect())
}

#[test]
fn a_code_that_is_not_there_is_told_and_nothing_is_answered_by_it() {
    let none = "is not a code of HS";
    let rows = [
        // Good, material, edition, rule set; the sign, and what is said.
        ("9401.39", "7326.90", "hs2022", "cusma", Mark::Yes, ""),
        ("9401.77", "7326.90", "hs2022", "cusma", Mark::Unknown, "9401.77 is not a code of HS 2022"),
        ("9401.39", "7326.77", "hs2022", "cusma", Mark::Unknown, "7326.77 is not a code of HS 2022"),
        ("94.99", "7326.90", "hs2022", "cusma", Mark::Unknown, "94.99 is not a code of HS 2022"),
        // National digits behind a code that is there, and one that is not.
        ("9401.39.0010", "7326.90", "hs2022", "cusma", Mark::Yes, "first six"),
        ("9401.77.0010", "7326.90", "hs2022", "cusma", Mark::Unknown, "9401.77 is not a code of HS 2022"),
        // Of an older edition: told, and judged where it makes no difference what it became.
        (
            "9401.30",
            "7326.90",
            "hs2022",
            "cusma",
            Mark::Yes,
            "9401.30 is a code of HS 2012. In HS 2022 it became 9401.31, 9401.39",
        ),
        ("9401.30", "7326.90", "rule_set", "cusma", Mark::Yes, ""),
        ("9401.39", "7326.90", "rule_set", "cusma", Mark::Unknown, "9401.39 is not a code of HS 2012"),
        ("9401.39", "7326.90", "rule_set", "nafta", Mark::Unknown, "9401.39 is not a code of HS 2007"),
        // The codes that the annex quotes are of no one edition.
        ("9403.30", "9403.77", "rule_set", "annex", Mark::No, ""),
        ("9401.30", "9401.90", "hs2022", "annex", Mark::Unknown, ""),
    ];
    for (good, material, edition, set, mark, said) in rows {
        let (seen, told) = told_of_codes(Lang::En, edition, set, good, material);
        let row = format!("{good} of {material}, {edition}, {set}: {told:?}");
        assert_eq!(seen, mark, "{row}");
        assert_eq!(told.iter().any(|text| text.contains(none)), said.contains(none), "{row}");
        assert!(said.is_empty() || told.iter().any(|text| text.contains(said)), "{row}");
        assert_eq!(told_of_codes(Lang::Fr, edition, set, good, material).0, seen, "{row}");
    }
}
