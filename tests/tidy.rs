//! Invariants of the tree. A message says what to do.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the library, in the order of `lib.rs`, and the modules that it may use. This table is the
/// architecture: a new entry is a decision, to be told in ARCHITECTURE.md.
const MAY_USE: &[(&str, &[&str])] = &[
    ("wire", &[]),
    ("index", &[]),
    ("finding", &[]),
    ("units", &["finding"]),
    ("judgement", &["finding", "units"]),
    ("case", &["finding", "units"]),
    ("origin", &["index", "finding", "units", "judgement", "case"]),
    ("policy", &["finding", "units", "judgement", "case"]),
    ("notice", &["finding", "units", "policy"]),
    ("share", &["units"]),
    ("decide", &["finding", "units", "judgement", "case", "origin", "policy", "share"]),
    ("diagnostic", &["units", "case", "origin", "decide"]),
    ("draft", &["units", "case", "origin", "policy", "decide", "diagnostic"]),
    ("i18n", &["finding", "units", "case", "origin", "decide", "diagnostic", "draft"]),
    ("catalog", &["units", "origin", "i18n"]),
    (
        "present",
        &[
            "wire",
            "index",
            "finding",
            "units",
            "judgement",
            "case",
            "origin",
            "policy",
            "notice",
            "share",
            "decide",
            "diagnostic",
            "draft",
            "i18n",
            "catalog",
        ],
    ),
    (
        "io",
        &[
            "finding",
            "units",
            "judgement",
            "case",
            "origin",
            "policy",
            "share",
            "decide",
            "diagnostic",
            "draft",
            "present",
        ],
    ),
    (
        "engine",
        &[
            "wire", "units", "case", "origin", "policy", "notice", "decide", "draft", "i18n", "catalog",
            "present", "io",
        ],
    ),
    ("cli", &["units", "origin", "decide", "diagnostic", "draft", "i18n", "catalog", "present", "io"]),
    ("platform", &[]),
    (
        "ui",
        &[
            "wire",
            "units",
            "case",
            "origin",
            "diagnostic",
            "draft",
            "i18n",
            "present",
            "io",
            "engine",
            "platform",
        ],
    ),
];

/// No file of Rust is longer, in bytes.
const LONGEST: usize = 24 * 1024;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the project, with its path from the root, what is built or installed left out.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let made = ["target", "dist", "node_modules", ".git", "pkg"].contains(&name.as_str());
            if path.is_dir() && !made {
                folders.push(path);
            } else if path.is_file() && !made {
                // What is no text (a picture, a wasm) has no lines to look at.
                let text = fs::read_to_string(&path).unwrap_or_default();
                found.push((from_root(&path), text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing below {folder}");
    found
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn rust(folder: &str) -> Vec<(String, String)> {
    files(folder).into_iter().filter(|(path, _)| path.ends_with(".rs")).collect()
}

/// The module that a file of `src` belongs to.
fn module(path: &str) -> &str {
    path.trim_start_matches("src/").split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The lines of a file that are code, with their numbers: no comments, and no tests beside the code.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().take_while(|line| !line.starts_with("mod tests")).enumerate();
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, line))
}

/// Fails with one line for each thing found.
#[track_caller]
fn none(found: &[String], what_to_do: &str) {
    assert!(found.is_empty(), "{what_to_do}\n  {}\n", found.join("\n  "));
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether the word stands in the line by itself.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_word) && !line[at + word.len()..].starts_with(is_word))
}

/// The string literals of a line, without their quotes.
fn literals(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    let mut escaped = false;
    let mut before = ' ';
    for c in line.chars() {
        match (&mut open, c) {
            (Some(_), '\\') if !escaped => escaped = true,
            (Some(_), '"') if !escaped => found.extend(open.take()),
            (Some(text), c) => {
                text.push(c);
                escaped = false;
            }
            // A quote in single quotes is a character, not the start of a text.
            (None, '"') if before != '\'' => open = Some(String::new()),
            (None, _) => {}
        }
        before = c;
    }
    found
}

#[test]
fn modules_use_only_those_that_the_table_allows() {
    let mut found = Vec::new();
    for (path, text) in rust("src") {
        let own = module(&path);
        if ["lib", "main", "bin"].contains(&own) {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == own) else {
            found.push(format!("{path}: the module {own} is not in the table"));
            continue;
        };
        for (at, line) in code(&text) {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| is_word(*c)).collect();
                if name.is_empty() || (name != own && !allowed.contains(&name.as_str())) {
                    found.push(format!("{path}:{at}: {own} uses crate::{name}"));
                }
            }
        }
    }
    none(
        &found,
        "Use only modules that MAY_USE in tests/tidy.rs allows, or change the architecture there and in ARCHITECTURE.md (and write one `use crate::module::...` a line):",
    );
}

#[test]
fn the_library_lists_its_modules_in_the_order_of_the_table() {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let listed: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split(';').next()).collect();
    let table: Vec<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, table, "src/lib.rs and MAY_USE in tests/tidy.rs list the modules in reading order");
    for (at, (name, uses)) in MAY_USE.iter().enumerate() {
        let later = uses.iter().find(|used| !table[..at].contains(used));
        assert_eq!(later, None, "{name} may use only modules that stand before it");
    }
}

#[test]
fn no_floats_where_money_or_percent_is() {
    let mut found = Vec::new();
    // Drawing on the page may use them; so may the clock of the browser, which gives milliseconds as one.
    for (path, text) in rust("src") {
        if path.starts_with("src/ui/") || path.starts_with("src/platform/browser/") {
            continue;
        }
        let floats = code(&text).filter(|(_, line)| has_word(line, "f32") || has_word(line, "f64"));
        found.extend(floats.map(|(at, line)| format!("{path}:{at}: {}", line.trim())));
    }
    none(&found, "Count in Money, Percent or i128; no floats outside of drawing:");
}

#[test]
fn clock_storage_and_network_stand_in_platform_and_the_command_line() {
    /// What is looked for, and the folders where it may stand.
    const KEPT: &[(&str, &[&str])] = &[
        ("SystemTime", &["src/cli/", "src/platform/"]),
        ("Instant", &["src/platform/"]),
        ("gloo_storage", &["src/platform/"]),
        ("local_storage", &["src/platform/"]),
        ("session_storage", &["src/platform/"]),
        ("fetch_with_request", &["src/platform/"]),
        ("fetch_with_str", &["src/platform/"]),
        ("XmlHttpRequest", &["src/platform/"]),
        ("WebSocket", &[]),
        ("EventSource", &[]),
        ("send_beacon", &[]),
        ("set_cookie", &[]),
        ("std::net", &[]),
        ("std::env", &["src/cli/"]),
        ("std::process", &["src/cli/", "src/bin/", "src/main.rs"]),
        // The tool that transcribes the official rows reads them from files; it is not part of the page.
        ("std::fs", &["src/cli/", "src/origin/build/"]),
        ("web_sys", &["src/platform/browser/", "src/ui/"]),
        ("js_sys", &["src/platform/browser/", "src/ui/", "src/bin/engine.rs"]),
        ("wasm_bindgen", &["src/platform/browser/", "src/ui/", "src/bin/engine.rs", "src/main.rs"]),
        ("leptos", &["src/ui/", "src/main.rs"]),
    ];
    let mut found = Vec::new();
    for (path, text) in rust("src") {
        for (at, line) in code(&text) {
            let stray = KEPT.iter().filter(|(word, homes)| {
                has_word(line, word) && !homes.iter().any(|home| path.starts_with(home))
            });
            found.extend(stray.map(|(word, _)| format!("{path}:{at}: {word}")));
        }
    }
    none(
        &found,
        "The core is told; only platform and the command line ask the machine. Pass it in as an argument:",
    );
}

#[test]
fn words_for_people_stand_in_i18n() {
    const SAID_ELSEWHERE: &[&str] = &[
        // What serde says to a programmer; a person gets i18n's sentence about the field.
        "answers by question",
    ];
    // The command line's own help is English by nature; packs, build and notation write files, not sentences.
    let checked = |path: &str| {
        let outside = ["src/i18n/", "src/cli/", "src/io/", "src/platform/", "src/bin/", "src/main.rs"];
        // The words that are looked for in notices are said to nobody.
        let files = ["src/origin/build/", "src/origin/text/", "src/origin/notation/", "src/notice/words.rs"];
        !outside.iter().chain(&files).any(|folder| path.starts_with(folder))
    };
    let mut found = Vec::new();
    for (path, text) in rust("src").into_iter().filter(|(path, _)| checked(path)) {
        for (at, line) in code(&text).filter(|(_, line)| !line.trim_start().starts_with("#[")) {
            let prose = literals(line).into_iter().filter(|it| reads_as_prose(it));
            let prose = prose.filter(|it| !SAID_ELSEWHERE.contains(&it.as_str()));
            found.extend(prose.map(|it| format!("{path}:{at}: {it:?}")));
        }
    }
    none(&found, "Put the text into a table of src/i18n/texts, in both languages, and say it from there:");
}

/// Whether a literal looks like something said to a person: three words, or two of which one is capitalized.
fn reads_as_prose(literal: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let words = || {
        literal.split_whitespace().filter(|word| 1 < letters(word) && !word.contains(['-', '_', '{', ':']))
    };
    let capitalized = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    match words().count() {
        0 | 1 => false,
        2 => words().any(capitalized) && !literal.starts_with("Schedule "),
        _ => words().count() > 2,
    }
}

#[test]
fn the_search_for_prose_finds_it() {
    for text in ["Not Canadian", "a change from any other chapter", "Ce bien est canadien.", "Cannot tell"] {
        assert!(reads_as_prose(text), "{text}");
    }
    for text in ["num w-num", "7(2)", "15 1501-1508 1512", "canadian-content editions 1", "end {}", "Canada"]
    {
        assert!(!reads_as_prose(text), "{text}");
    }
    assert_eq!(literals(r#"f("a \" b", '"', "c")"#), ["a \" b", "c"]);
    assert!(has_word("x: f64,", "f64") && !has_word("of64", "f64"));
}

#[test]
fn every_text_is_said_somewhere() {
    let elsewhere: String = rust("src")
        .into_iter()
        .filter(|(path, _)| !path.starts_with("src/i18n/texts/"))
        .map(|(_, text)| text)
        .collect();
    let mut found = Vec::new();
    let mut count = 0;
    for (path, text) in rust("src/i18n/texts") {
        for line in text.lines().filter_map(|line| line.strip_prefix("    ")) {
            let Some((name, rest)) = line.split_once('(') else { continue };
            let is_entry = !name.is_empty() && name.chars().all(is_word) && rest.contains(") \"");
            if is_entry {
                count += 1;
                let said =
                    elsewhere.contains(&format!(".{name}(")) || elsewhere.contains(&format!("Words::{name}"));
                if !said {
                    found.push(format!("{path}: {name}"));
                }
            }
        }
    }
    assert!(count > 200, "only {count} texts were found: the tables are written in another way now");
    none(&found, "Nobody says these texts. Take them out, or say them:");
}

#[test]
fn every_file_opens_with_what_it_is() {
    let mut found = Vec::new();
    for (path, text) in rust("src").into_iter().chain(rust("tests")) {
        let first = text.lines().next().unwrap_or_default();
        let told = first.starts_with("//! ") || first.starts_with("#![doc = include_str!");
        if !told {
            found.push(path);
        }
    }
    none(&found, "Begin the file with a line `//! ` that says what it is:");
}

#[test]
fn no_file_grows_past_reading() {
    let long = |(path, text): (String, String)| {
        (LONGEST < text.len()).then(|| format!("{path}: {} bytes", text.len()))
    };
    let found: Vec<String> = rust("src").into_iter().chain(rust("tests")).filter_map(long).collect();
    none(&found, "Part the file by what it is about; no file of Rust is longer than 24 kB:");
}

#[test]
fn nothing_is_left_to_do_in_silence() {
    // Written in two pieces, so that this list does not find itself.
    let left: Vec<String> =
        [("to", "do!("), ("unimpl", "emented!("), ("db", "g!("), ("FIX", "ME"), ("XX", "X")]
            .iter()
            .map(|(a, b)| [*a, *b].concat())
            .collect();
    let mut found = Vec::new();
    for (path, text) in rust("src").into_iter().chain(rust("tests")) {
        for (at, line) in text.lines().enumerate() {
            let stray = left.iter().filter(|word| line.contains(*word));
            found.extend(stray.map(|word| format!("{path}:{}: {word}", at + 1)));
        }
    }
    none(&found, "Do it, or open an issue:");
}

#[test]
fn tests_neither_hide_nor_expect_to_panic() {
    let marks: Vec<String> =
        [("#[ig", "nore"), ("#[should", "_panic")].iter().map(|(a, b)| [*a, *b].concat()).collect();
    let mut found = Vec::new();
    for (path, text) in rust("src").into_iter().chain(rust("tests")) {
        for (at, line) in text.lines().enumerate() {
            let numbered = line
                .trim_start()
                .strip_prefix("fn test_")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if numbered || marks.iter().any(|mark| line.contains(mark)) {
                found.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(&found, "A test says in its name what holds, and always runs:");
}

#[test]
fn the_tree_names_no_machine_and_none_of_its_tools() {
    // Written in two pieces, so that this list does not find itself.
    let strange: Vec<String> = [
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/Us", "ers/"),
        ("C:\\", "Users"),
        ("cla", "ude"),
        ("anth", "ropic"),
        ("open", "ai"),
        ("chat", "gpt"),
        ("copi", "lot"),
        ("issues", " show"),
    ]
    .iter()
    .map(|(a, b)| [*a, *b].concat())
    .collect();
    let mut found = Vec::new();
    for (path, text) in files("") {
        for (at, line) in text.lines().enumerate() {
            let small = line.to_lowercase();
            let stray = strange.iter().filter(|word| small.contains(&word.to_lowercase()));
            found.extend(stray.map(|word| format!("{path}:{}: {word}", at + 1)));
        }
    }
    none(&found, "Say it without naming the machine or the tools of the workplace:");
}

#[test]
fn every_table_of_the_tests_is_read_and_explained() {
    let readme = fs::read_to_string(root().join("tests/README.md")).expect("tests/README.md");
    let sources: String = rust("tests").into_iter().map(|(_, text)| text).collect();
    let mut found = Vec::new();
    for (path, _) in files("tests/data") {
        let name = path.rsplit('/').next().unwrap_or_default();
        if !sources.contains(name) {
            found.push(format!("{path}: no test reads it"));
        }
        if !readme.contains(name) {
            found.push(format!("{path}: tests/README.md does not name it"));
        }
    }
    none(&found, "Read and explain the file, or take it out:");
}
