//! The command line as a program: arguments and files in, text and an exit status out.

use canadian_content::io::draft_file;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

fn start(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_canadian-content"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(arguments: &[&str], input: &str) -> Run {
    let piped = || Stdio::piped();
    let mut child =
        start(arguments).stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("it starts");
    // A program that does not read its input closes the pipe; that is no fault of the test.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Run { status: done.status.code().expect("it exits"), out: text(done.stdout), err: text(done.stderr) }
}

fn json_of(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| {
        assert!(run.out.is_empty() && !run.out.is_empty(), "{error}: {}\n{}", run.out, run.err);
        Value::Null
    })
}

fn evaluated(draft: &Value) -> Run {
    let file = json!({ "format": "canadian-content-draft", "schema": 1, "draft": draft });
    run(&["evaluate", "-", "--as-of", "2026-11-22"], &file.to_string())
}

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples").join(name);
    std::fs::read_to_string(path).expect("the example")
}

/// The reference cases, where they lie beside the project.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases").join(name);
    if !path.exists() {
        println!("{} is not there: its cases were not run", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn the_exit_status_is_the_verdict() {
    let unknown_desks = {
        let mut file: Value = serde_json::from_str(&example("annex-bid.en.json")).expect("JSON");
        file["draft"]["lines"][0]["origin_by"] = json!("unknown");
        file.to_string()
    };
    let canadian_desks = {
        let mut file: Value = serde_json::from_str(&example("annex-bid.en.json")).expect("JSON");
        file["draft"]["lines"][0]["origin_by"] = json!("statement");
        file["draft"]["lines"][0]["statement"] = json!({ "canadian": "yes", "note": "told by the test" });
        file.to_string()
    };
    let rows = [
        ("the annex's bid", example("annex-bid.en.json"), 1, "not_met"),
        ("the same in French", example("annex-bid.fr.json"), 1, "not_met"),
        ("the hats", example("annex-hats.en.json"), 0, "met"),
        ("Canadian desks", canadian_desks, 0, "met"),
        ("unknown desks", unknown_desks, 2, "undetermined"),
        (
            "no lines",
            r#"{"format":"canadian-content-draft","schema":1,"draft":{}}"#.to_owned(),
            2,
            "not_computable",
        ),
    ];
    for (name, input, status, verdict) in rows {
        let done = run(&["evaluate", "-"], &input);
        assert_eq!(
            (done.status, json_of(&done)["verdict"].as_str()),
            (status, Some(verdict)),
            "{name}: {}",
            done.err
        );
        assert_eq!(done.err, "", "{name}");
        let text = run(&["evaluate", "-", "--text"], &input);
        assert_eq!(text.status, status, "{name} as text");
    }
}

#[test]
fn a_file_is_read_by_its_name() {
    let done = run(&["evaluate", "data/examples/annex-bid.en.json"], "");
    assert_eq!(json_of(&done), json_of(&run(&["evaluate", "-"], &example("annex-bid.en.json"))));
}

#[test]
fn the_report_has_its_shape() {
    let report = json_of(&run(&["evaluate", "-", "--as-of", "2026-11-22"], &example("annex-bid.en.json")));
    assert_eq!(report["schema"], 1);
    assert_eq!(report["basis"], "aggregate");
    assert_eq!(report["threshold_percent"], "80");
    assert_eq!(report["diagnostics"], json!([]));
    let share = json!({
        "outcome": "not_met", "why_not_computable": null,
        "total": "48500.00", "canadian": "30000.00", "undetermined": "0.00",
        "low_percent": "61.85", "high_percent": "61.85", "shortfall": "8800.00", "slack": "0.00",
    });
    assert_eq!(report["share"], share);
    assert_eq!(report["other_reading"], Value::Null);
    let rules = &report["rules"];
    for (key, expected) in
        [("set", "annex"), ("edition", "annex"), ("territory", "Canada"), ("read_for", "2026-11-22")]
    {
        assert_eq!(rules[key], expected, "rules.{key}");
    }
    assert!(
        rules["as_of"].is_string()
            && rules["source"].is_string()
            && rules["share_default"]["cite"].is_object()
    );
    let lines = report["lines"].as_array().expect("lines");
    let statuses: Vec<&str> = lines.iter().filter_map(|line| line["status"].as_str()).collect();
    let expected = ["not_canadian", "canadian", "canadian", "canadian", "not_canadian", "not_canadian"];
    assert_eq!(statuses, expected);
    for line in lines {
        for key in ["id", "kind", "description", "amount", "canadian", "undetermined", "reason"] {
            assert!(!line[key].is_null(), "{key} of {line}");
        }
        if line["kind"] == "good" {
            let tree = &line["reason"]["tree"];
            assert_eq!(tree["point"], "canadian_good");
            assert_eq!((&tree["set"], &tree["edition"]), (&json!("annex"), &json!("annex")));
            assert_eq!(tree["finding"] == "yes", line["status"] == "canadian");
            assert_eq!(line["reason"]["missing"], json!([]));
            let mut cited = 0;
            walk(tree, &mut |node| {
                assert!(node["point"].is_string(), "{node}");
                assert!(["yes", "no", "unknown"].iter().any(|word| node["finding"] == *word), "{node}");
                if node.get("cite").is_some() {
                    assert!(node["cite"]["source"].is_string() && node["cite"]["at"].is_string(), "{node}");
                    cited += 1;
                }
            });
            assert!(cited > 2, "a good cites its rules: {tree}");
        }
    }
}

fn walk(node: &Value, visit: &mut dyn FnMut(&Value)) {
    visit(node);
    for part in node["because"].as_array().into_iter().flatten() {
        walk(part, visit);
    }
}

#[test]
fn what_is_missing_is_named_with_its_key() {
    let draft = json!({ "rule_set": "cusma", "lines": [{
        "quantity": "1", "unit_price": "1", "origin_by": "rules",
        "good": { "code": "8504.40", "made_in_canada": "yes", "transaction_value": "100", "all_listed": true,
            "materials": [{ "id": 1, "code": "8471.49", "value": "20" }] },
    }] });
    let done = evaluated(&draft);
    assert_eq!(done.status, 2);
    let missing = &json_of(&done)["lines"][0]["reason"]["missing"];
    let item =
        |item: &str| json!({ "fact": "good_item", "material": null, "key": format!("good-in:{item}") });
    assert_eq!(*missing, json!([item("85044040"), item("85044060")]));
}

#[test]
fn dated_rules_are_read_for_the_day_asked_for_unless_the_bid_says_another() {
    let draft = |day: &str| {
        json!({ "rule_set": "cusma", "closing_day": day, "lines": [{
        "quantity": "1", "unit_price": "1", "origin_by": "rules",
        "good": { "code": "8504.21", "made_in_canada": "yes", "transaction_value": "100", "net_cost": "60",
            "all_listed": true, "materials": [{ "id": 1, "code": "7225.11", "value": "50" }] },
    }] })
    };
    let file = |day: &str| {
        json!({ "format": "canadian-content-draft", "schema": 1, "draft": draft(day) }).to_string()
    };
    let status =
        |asked: &str, closing: &str| run(&["evaluate", "-", "--as-of", asked], &file(closing)).status;
    assert_eq!(status("2025-06-30", ""), 0, "the older row");
    assert_eq!(status("2025-07-01", ""), 1, "the newer row");
    assert_eq!(status("2025-07-01", "2025-06-30"), 0, "the closing day comes first");
}

#[test]
fn the_text_says_verdict_share_and_reasons_in_both_languages() {
    let rows = [
        (
            "en",
            [
                "does not meet",
                "61.85",
                "$30,000.00",
                "$8,800.00",
                "[-] Wooden office desks",
                "[+] Telephone sets",
                "37.00",
            ],
        ),
        (
            "fr",
            [
                "ne satisfait pas",
                "61,85",
                "30\u{a0}000,00",
                "8\u{a0}800,00",
                "[-] Bureaux en bois",
                "[+] ",
                "37,00",
            ],
        ),
    ];
    for (lang, expected) in rows {
        let text =
            run(&["evaluate", "-", "--text", "--lang", lang], &example(&format!("annex-bid.{lang}.json")))
                .out;
        for words in expected {
            let plain = text.replace('\u{202f}', "\u{a0}");
            assert!(plain.contains(words), "{words:?} is not in the {lang} text:\n{text}");
        }
    }
}

#[test]
fn unusable_input_is_told_in_a_sentence_that_names_the_field() {
    let line = |fields: &str| format!(r#"{{"lines":[{{"quantity":"1","unit_price":"1",{fields}}}]}}"#);
    let rows = [
        (r#"{"lines":[{"quantity":"-1","unit_price":"1"}]}"#.to_owned(), "lines[0].quantity"),
        (r#"{"lines":[{},{"quantity":"2","unit_price":"-1"}]}"#.to_owned(), "lines[1].unit_price"),
        (
            r#"{"lines":[{"quantity":"999999999999","unit_price":"999999999999"}]}"#.to_owned(),
            "lines[0].amount",
        ),
        (r#"{"lines":[{"colour":"red"}]}"#.to_owned(), "draft.lines[0].colour"),
        (r#"{"lines":[{"quantity":5}]}"#.to_owned(), "draft.lines[0].quantity"),
        (r#"{"lines":[{"kind":"gift"}]}"#.to_owned(), "draft.lines[0].kind"),
        (r#"{"lines":{}}"#.to_owned(), "draft.lines"),
        (r#"{"colour":"red"}"#.to_owned(), "draft.colour"),
        (r#"{"closing_day":"2026-13-01"}"#.to_owned(), "closing_day"),
        (r#"{"threshold_percent":"100.01"}"#.to_owned(), "threshold_percent"),
        (line(r#""origin_by":"rules","good":{"code":"94O3"}"#), "lines[0].good.code"),
        (
            line(r#""origin_by":"rules","good":{"transaction_value":"a lot"}"#),
            "lines[0].good.transaction_value",
        ),
        (
            line(r#""origin_by":"rules","good":{"materials":[{},{"value":"1,5"}]}"#),
            "lines[0].good.materials[1].value",
        ),
        (
            line(r#""origin_by":"rules","good":{"materials":[{"code":"1"}]}"#),
            "lines[0].good.materials[0].code",
        ),
        (line(r#""kind":"service","parts":[{},{"amount":"-2"}]"#), "lines[0].parts[1].amount"),
        (line(r#""kind":"service","parts":[{"amount":"2"}]"#), "lines[0].parts"),
    ];
    for (draft, field) in rows {
        let file = format!(r#"{{"format":"canadian-content-draft","schema":1,"draft":{draft}}}"#);
        for lang in ["en", "fr"] {
            told(&run(&["evaluate", "-", "--lang", lang], &file), field, &file);
        }
    }
}

/// Checks that a run ended as unusable, with one sentence that holds the words.
#[track_caller]
fn told(done: &Run, words: &str, what: &str) {
    assert_eq!(done.status, 64, "{what}\n{}", done.out);
    assert_eq!(done.out, "", "{what}");
    assert!(done.err.contains(words), "{words} is not named for {what}: {}", done.err);
    let sentence = done.err.trim_end();
    assert!(sentence.starts_with("canadian-content: ") && sentence.ends_with('.'), "no sentence: {sentence}");
    assert_eq!(sentence.lines().count(), 1, "more than a sentence: {sentence}");
    assert!(!sentence.contains('{') && !sentence.contains("Err"), "no sentence for people: {sentence}");
}

#[test]
fn what_is_no_draft_is_told_apart() {
    let rows = [
        ("not json", "line 1"),
        ("", "line 1"),
        ("[1]", "not a draft"),
        ("{}", "not a draft"),
        (r#"{"format":"something else","schema":1,"draft":{}}"#, "not a draft"),
        (r#"{"format":"canadian-content-draft","schema":9,"draft":{"future":1}}"#, "newer"),
        (r#"{"format":"canadian-content-draft","schema":1,"draft":{}} {}"#, "line 1"),
        (r#"{"format":"canadian-content-draft","schema":1,"draft":{"lines":["#, "line 1"),
    ];
    for (input, words) in rows {
        told(&run(&["evaluate", "-"], input), words, input);
    }
    told(&run(&["evaluate", "nowhere.json"], ""), "nowhere.json", "a file that is not there");
    told(
        &run(&["evaluate", "-", "--as-of", "tomorrow"], &example("annex-bid.en.json")),
        "--as-of tomorrow",
        "no day",
    );
    let deep = "[".repeat(100_000);
    assert_eq!(run(&["evaluate", "-"], &deep).status, 64, "a text nested without end");
}

#[test]
fn wrong_usage_is_64_and_help_is_not() {
    for arguments in [&["frobnicate"][..], &["evaluate"], &["evaluate", "-", "--lang", "de"], &[], &["check"]]
    {
        let done = run(arguments, "");
        assert_eq!(done.status, 64, "{arguments:?}");
        assert!(done.err.contains("--help"), "{arguments:?}: {}", done.err);
    }
    for arguments in [&["--help"][..], &["--version"], &["evaluate", "--help"]] {
        assert_eq!(run(arguments, "").status, 0, "{arguments:?}");
    }
}

/// The numbers of `N passed, N failed, N skipped`, the last line of what `check` prints.
fn summary(done: &Run) -> [usize; 3] {
    let last = done.out.lines().last().unwrap_or_default();
    let words = ["passed", "failed", "skipped"];
    let parts: Vec<&str> = last.split(", ").collect();
    assert_eq!(parts.len(), 3, "no summary: {last:?} {}", done.err);
    [0, 1, 2].map(|at| {
        let (number, word) = parts[at].split_once(' ').unwrap_or_default();
        assert_eq!(word, words[at], "{last}");
        number.parse().expect("a number of cases")
    })
}

#[test]
fn our_own_cases_pass() {
    let done = run(&["check", "tests/data/cases.json"], "");
    let [passed, failed, skipped] = summary(&done);
    assert_eq!((failed, skipped, done.status), (0, 0, 0), "{}", done.out);
    assert!(passed >= 50, "only {passed} cases of our own were run");
}

#[test]
fn the_reference_cases_pass() {
    if let Some(path) = shared("policy.json") {
        let done = run(&["check", &path.display().to_string()], "");
        let [passed, failed, skipped] = summary(&done);
        assert_eq!((failed, skipped, done.status), (0, 0, 0), "{}", done.out);
        assert!(passed >= 71, "{passed} passed");
    }
    if let Some(path) = shared("worked-examples.json") {
        let done = run(&["check", &path.display().to_string()], "");
        let [passed, failed, skipped] = summary(&done);
        assert_eq!((failed, done.status), (0, 0), "{}", done.out);
        assert!(passed >= 44, "{}", done.out);
        // Each one that is skipped says why.
        let reasons = done.out.lines().filter(|line| line.contains(" skipped: ") && line.len() > 60).count();
        assert_eq!(reasons, skipped, "{}", done.out);
    }
    if let Some(path) = shared("origin-open.json") {
        let done = run(&["check", &path.display().to_string()], "");
        let [passed, failed, _] = summary(&done);
        assert_eq!((failed, done.status), (0, 0), "{}", done.out);
        assert!(passed > 0);
    }
}

#[test]
fn a_case_that_differs_is_printed_and_fails_the_run() {
    let lines = json!([{ "price_cents": 80, "canadian": true }, { "price_cents": 20, "canadian": false }]);
    let input = json!({ "lines": lines, "threshold_percent": "80" });
    let expected =
        json!({ "outcome": "not_met", "canadian_cents": 80, "undetermined_cents": 0, "total_cents": 100 });
    let cases = json!({ "cases": [
        { "id": "wrong", "kind": "share", "input": input, "expected": expected },
        { "id": "strange", "kind": "of another kind", "input": {}, "expected": {} },
        { "id": "open", "kind": "share", "input": input },
    ] });
    let done = run(&["check", "-"], &cases.to_string());
    assert_eq!((summary(&done), done.status), ([0, 1, 2], 1), "{}", done.out);
    assert!(done.out.contains("wrong") && done.out.contains("\"outcome\":\"met\""), "{}", done.out);
    // An answer that is missing a figure, or has one too many, is not the one expected.
    for (expected, passes) in [
        (
            json!({ "outcome": "met", "canadian_cents": 80, "undetermined_cents": 0, "total_cents": 100 }),
            true,
        ),
        (json!({ "outcome": "met", "canadian_cents": 80, "undetermined_cents": 0 }), false),
        (
            json!({ "outcome": "met", "canadian_cents": 80, "undetermined_cents": 0, "total_cents": 100, "x": 1 }),
            false,
        ),
        (
            json!({ "outcome": "met", "canadian_cents": 81, "undetermined_cents": 0, "total_cents": 100 }),
            false,
        ),
    ] {
        let cases = json!({ "cases": [{ "id": 1, "kind": "share", "input": input, "expected": expected }] });
        assert_eq!(run(&["check", "-"], &cases.to_string()).status == 0, passes, "{expected}");
    }
}

#[test]
fn cases_are_answered_from_their_input_alone() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cases.json"))
        .expect("our own cases");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let with = json_of(&run(&["answer", "-"], &text));
    for case in file["cases"].as_array_mut().into_iter().flatten() {
        case.as_object_mut()
            .expect("a case")
            .retain(|key, _| ["kind", "input", "id"].contains(&key.as_str()));
    }
    let bare = run(&["answer", "-"], &file.to_string());
    assert_eq!(bare.status, 0);
    assert_eq!(json_of(&bare), with);
    let answers = with.as_array().expect("a list");
    assert_eq!(answers.len(), file["cases"].as_array().map_or(0, Vec::len));
    assert!(
        answers.iter().all(|it| it["id"].is_string() && it.get("answer").is_some_and(|it| it.is_object()))
    );
    let unknown = run(&["answer", "-"], r#"{"cases":[{"id":7,"kind":"prophecy","input":{"tea":"leaves"}}]}"#);
    let unknown = json_of(&unknown);
    assert_eq!((&unknown[0]["id"], &unknown[0]["answer"]), (&json!(7), &json!("unsupported")));
    assert!(unknown[0]["reason"].as_str().is_some_and(|it| it.len() > 20), "{unknown}");
}

#[test]
fn a_case_with_senseless_input_is_unsupported_or_refused() {
    let kinds = [
        "share",
        "aggregate_80_percent",
        "service",
        "tariff_shift",
        "rule_shift",
        "good_origin",
        "code_lookup",
    ];
    let inputs = [
        json!(null),
        json!({}),
        json!([]),
        json!({ "lines": 5 }),
        json!({ "lines": [{ "price_cents": "x", "qty": -1, "unit_price": {} }], "threshold_percent": [] }),
        json!({ "set": "cusma", "row": "cusma:94-4", "good": "x", "materials": [null] }),
        json!({ "rule_set": "cusma", "good": "940330", "materials": [{ "value": -1 }] }),
        json!({ "set": "nafta", "code": "", "hs2022": "", "performed_by": 3, "good_hs": "é", "materials": [] }),
    ];
    let cases: Vec<Value> = kinds
        .iter()
        .flat_map(|kind| inputs.iter().map(move |input| json!({ "id": kind, "kind": kind, "input": input })))
        .collect();
    let done = run(&["answer", "-"], &json!({ "cases": cases }).to_string());
    assert_eq!(done.status, 0, "{}", done.err);
    for (case, answer) in cases.iter().zip(json_of(&done).as_array().expect("answers")) {
        let said = &answer["answer"];
        let decided = ["met", "not_met"].iter().any(|word| said["outcome"] == *word)
            || ["canadian", "not_canadian"].iter().any(|word| said["origin"] == *word);
        assert!(!decided, "{case} was answered {answer}");
    }
}

#[test]
fn the_schema_is_the_one_in_the_documentation() {
    let done = run(&["schema"], "");
    assert_eq!(done.status, 0);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/draft.schema.json");
    let written = std::fs::read_to_string(path).expect("docs/draft.schema.json");
    let stale =
        "docs/draft.schema.json is not what the types say: cargo run -q -- schema > docs/draft.schema.json";
    assert!(written == done.out, "{stale}");
}

#[test]
fn the_examples_and_what_is_written_fit_the_schema() {
    let schema: Value = serde_json::from_str(&run(&["schema"], "").out).expect("a schema");
    for name in ["annex-bid.en.json", "annex-bid.fr.json", "annex-hats.en.json", "annex-hats.fr.json"] {
        let text = example(name);
        let draft = draft_file::read(&text).expect("an example is a draft");
        for text in [text, draft_file::write(&draft)] {
            let file: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(unfit(&schema, &schema, &file, name), None);
        }
    }
    let wrong = json!({ "format": "canadian-content-draft", "schema": 1, "draft": { "lines": [{ "kind": "gift" }] } });
    assert_eq!(unfit(&schema, &schema, &wrong, "it").as_deref(), Some("it.draft.lines[0].kind"));
    let strange = json!({ "format": "canadian-content-draft", "schema": 1, "draft": { "tea": 1 } });
    assert_eq!(unfit(&schema, &schema, &strange, "it").as_deref(), Some("it.draft.tea"));
}

/// Where a value does not fit its schema, by the few words that our schema uses. An unknown word stops the test.
fn unfit(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    const UNDERSTOOD: &[&str] = &[
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "default",
        "type",
        "properties",
        "additionalProperties",
        "required",
        "items",
        "oneOf",
        "enum",
        "const",
        "format",
        "minimum",
    ];
    let words = schema.as_object().expect("a schema is an object");
    for word in words.keys() {
        assert!(UNDERSTOOD.contains(&word.as_str()), "the schema says {word}; teach the test what it means");
    }
    let here = || Some(at.to_owned());
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).expect("a definition");
        if let Some(place) = unfit(root, target, value, at) {
            return Some(place);
        }
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fitting = choices.iter().filter(|choice| unfit(root, choice, value, at).is_none()).count();
        if fitting != 1 {
            return here();
        }
    }
    let listed = schema["enum"].as_array().is_none_or(|all| all.contains(value));
    let equal = schema.get("const").is_none_or(|one| one == value);
    let large = schema["minimum"].as_u64().is_none_or(|least| value.as_u64().is_some_and(|it| least <= it));
    let typed = schema["type"].as_str().is_none_or(|name| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        _ => false,
    });
    if !(listed && equal && large && typed) {
        return here();
    }
    let required = schema["required"].as_array().into_iter().flatten();
    if let Some(name) = required.filter_map(Value::as_str).find(|name| value.get(name).is_none()) {
        return Some(format!("{at}.{name}"));
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let place = format!("{at}.{name}");
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, Value::Bool(false)) => return Some(place),
            (Value::Null, Value::Null | Value::Bool(true)) => {}
            (Value::Null, other) | (other, _) => {
                if let Some(place) = unfit(root, other, field, &place) {
                    return Some(place);
                }
            }
        }
    }
    let items = value.as_array().into_iter().flatten().enumerate();
    items
        .filter(|_| schema.get("items").is_some())
        .find_map(|(index, item)| unfit(root, &schema["items"], item, &format!("{at}[{index}]")))
}
