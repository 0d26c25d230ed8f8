//! The search for codes as a program: lines as JSON, both languages, exit status.

use serde_json::Value;
use std::process::Command;

/// Runs `canadian-content find` with these words: exit status, and what it printed.
fn find(arguments: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_canadian-content"))
        .arg("find")
        .args(arguments)
        .output()
        .expect("the command line runs");
    (done.status.code().unwrap_or(-1), String::from_utf8_lossy(&done.stdout).into_owned())
}

/// The lines that were printed, as `code label`.
fn lines(arguments: &[&str]) -> Vec<Value> {
    let (status, out) = find(arguments);
    assert_eq!(status, 0, "{arguments:?}");
    serde_json::from_str::<Vec<Value>>(&out).expect("a list as JSON")
}

#[test]
fn lines_are_printed_with_code_name_and_path_in_each_language() {
    for (lang, words, name) in [("en", "hard hat", "hat"), ("fr", "casque sécurité", "casque")] {
        let found = lines(&["--lang", lang, "--limit", "3", words]);
        assert!((1..=3).contains(&found.len()));
        let first = &found[0];
        assert!(first["code"].as_str().is_some_and(|code| code.starts_with("650610")), "{first}");
        assert!(first["label"].as_str().is_some_and(|it| it.to_lowercase().contains(name)), "{first}");
        assert_eq!(first["path"][0]["code"], "65");
        assert_eq!(first["path"][1]["code"], "6506");
    }
    assert_eq!(lines(&["hard", "hat"]), lines(&["hard hat"]));
}

#[test]
fn a_code_of_an_older_edition_gives_its_successors() {
    let found = lines(&["0306.24"]);
    let codes: Vec<&str> = found.iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(codes[..2], ["030633", "030693"]);
    assert_eq!(found[0]["successor_of"]["edition"], "2012");
}

#[test]
fn nothing_found_is_1_and_wrong_usage_64() {
    assert_eq!(find(&["qqqqqq"]), (1, "[]\n".to_owned()));
    assert_eq!(find(&[]).0, 64);
    assert_eq!(find(&["--lang", "de", "chair"]).0, 64);
}
