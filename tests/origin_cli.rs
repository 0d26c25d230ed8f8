//! `canadian-content origin`: one good in, its origin out; and large or broken bills of materials.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// What a run left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &str) -> Run {
    let piped = || Stdio::piped();
    let mut command = Command::new(env!("CARGO_BIN_EXE_canadian-content"));
    let mut child =
        command.args(arguments).stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // A program that does not read its input closes the pipe; that is no fault of the test.
    let writer = std::thread::spawn(move || {
        let _ = pipe.write_all(input.as_bytes());
    });
    let done = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Run { status: done.status.code().expect("it exits"), out: text(done.stdout), err: text(done.stderr) }
}

fn json_of(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or(Value::Null)
}

#[test]
fn one_good_is_judged_and_told_what_would_have_to_change() {
    let desk = |value: &str| {
        json!({ "good": {
            "code": "9403.30", "made_in_canada": "yes", "transaction_value": "150.00", "net_cost": "100.00",
            "materials": [{ "id": 1, "code": "9403.91", "value": value }], "all_listed": true,
        } })
    };
    let run_on = |file: &Value, more: &[&str]| {
        let arguments = [&["origin", "-", "--as-of", "2026-01-15"], more].concat();
        run(&arguments, &file.to_string())
    };
    for (value, status, origin) in
        [("60.00", 0, "canadian"), ("60.01", 1, "not_canadian"), ("", 2, "undetermined")]
    {
        let done = run_on(&desk(value), &[]);
        assert_eq!(done.status, status, "{value}: {}", done.err);
        assert_eq!(json_of(&done)["origin"], origin, "{value}");
    }
    let changes = json_of(&run_on(&desk("60.01"), &[]))["would_have_to_change"].clone();
    let content = changes.as_array().and_then(|list| list.iter().find(|it| it["change"] == "content"));
    assert_eq!(content.map(|it| &it["highest_foreign"]), Some(&json!("60.00")), "{changes}");
    for lang in ["en", "fr"] {
        let said = run_on(&desk("60.01"), &["--text", "--lang", lang]);
        assert!(said.out.contains("60") && said.status == 1, "{}", said.out);
    }
    // Nothing that is not understood is passed over.
    let cycle =
        json!({ "good": { "materials": [{ "id": 1, "goes_into": 2 }, { "id": 2, "goes_into": 1 }] } });
    for (file, says) in [
        (json!({ "good": { "code": "94O3" } }), "9403.30"),
        (json!({ "good": { "code": "940" } }), "3"),
        (json!({ "good": { "code": "9903" } }), "97"),
        (json!({ "good": { "materials": [{ "id": 1, "value": "-1" }] } }), "zero"),
        (cycle, "into itself"),
        (json!({ "good": { "materials": [{ "id": 1, "goes_into": 9 }] } }), "no material"),
        (json!({ "god": {} }), "not a draft"),
        (json!({ "good": { "color": "red" } }), "color"),
    ] {
        let done = run_on(&file, &[]);
        assert_eq!(done.status, 64, "{file}: {}", done.out);
        assert!(done.err.contains(says), "{file}: {}", done.err);
    }
}

/// A hundred thousand materials in the good, or two thousand 20 deep: decided, in time that grows with their number.
#[test]
fn a_bill_of_a_hundred_thousand_materials_is_decided() {
    for (count, deep, more) in
        [(100_000_u32, false, &[][..]), (2_000, true, &[][..]), (2_000, true, &["--text"][..])]
    {
        let mut materials = Vec::new();
        for id in 1..=count {
            let mut material = json!({ "id": id, "code": "4410.11", "value": "0.000001" });
            if deep && id % 20 != 1 {
                material["goes_into"] = json!(id - 1);
            }
            if deep && id % 20 != 0 {
                material["made"] = json!({ "by": "supplier", "all_listed": true, "transaction_value": "1" });
            }
            materials.push(material);
        }
        let file = json!({ "good": {
            "code": "9403.30", "made_in_canada": "yes", "transaction_value": "100", "materials": materials,
            "all_listed": true,
        } });
        let done = run(&[&["origin", "-"], more].concat(), &file.to_string());
        assert_eq!(done.status, 0, "{}", done.err);
    }
}

/// What `parse-rule` prints of a sentence, less the places of its words.
fn structure(lang: &str, sentence: &str) -> (i32, Value, Value) {
    let done = run(&["parse-rule", "--set", "cusma", "--lang", lang], sentence);
    let told = json_of(&done);
    (done.status, told["alternatives"].clone(), told["not_understood"].clone())
}

#[test]
fn a_sentence_is_taken_apart_alike_in_both_languages() {
    let rows = [
        (
            "A change to heading 65.04 from any other heading.",
            "Un changement à la position 65.04 de toute autre position.",
        ),
        (
            "A change to subheading 8413.91 from any other subheading, except from heading 73.18.",
            "Un changement à la sous-position 8413.91 de toute autre sous-position, sauf de la position 73.18.",
        ),
        (
            "A change to heading 94.03 from any other chapter, provided there is a regional value content of not less \
             than: (a) 60 percent where the transaction value method is used, or (b) 50 percent where the net cost \
             method is used.",
            "Un changement à la position 94.03 de tout autre chapitre, à la condition que la teneur en valeur \
             régionale ne soit pas inférieure à : a) 60 p. 100, lorsque la méthode de la valeur transactionnelle est \
             utilisée, ou b) 50 p. 100, lorsque la méthode du coût net est utilisée.",
        ),
    ];
    for (english, french) in rows {
        let (status, alternatives, lost) = structure("fr", french);
        assert_eq!((status, &lost), (0, &json!([])), "{french}");
        assert_eq!(structure("en", english), (0, alternatives, lost), "{english}");
    }
    // A French sentence taken for an English one, and words that no rule has, are said not to be understood.
    for (lang, sentence) in [("en", rows[0].1), ("fr", "Le chat dort sur la position 65.04.")] {
        let (status, _, lost) = structure(lang, sentence);
        assert_eq!(status, 1, "{lang}: {sentence}");
        assert!(lost.as_array().is_some_and(|lost| !lost.is_empty()), "{lang}: {sentence}");
    }
    let unknown = run(&["parse-rule", "--set", "cusma", "--lang", "de"], "");
    assert_eq!(unknown.status, 64, "{}", unknown.err);
}
