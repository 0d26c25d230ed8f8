//! Puts every small mistake into the evaluator, one at a time, and tells which no test notices.
//! How it is used stands in `tests/mutants.md`.

mod edit;
mod run;
mod weave;

use run::End;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use weave::Mutant;

/// What goes into the copy beside the woven files.
const RUNTIME: &str = include_str!("runtime.rs");
const TRAITS: &str = "#[allow(unused_imports)]\nuse crate::mutant::{Each as _, Least as _, Negated as _};\n";
const PROFILE: &str = "\n[profile.mutants]\ninherits = \"dev\"\nopt-level = 1\ndebug = 0\n";

/// `mutants TREE KNOWN JOBS FILE...`: TREE is a copy of the project, which is overwritten; KNOWN a text that names the
/// survivors that are justified; the files are those that get mistakes.
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [tree, known, jobs, files @ ..] = args.as_slice() else {
        eprintln!("mutants TREE KNOWN JOBS FILE...");
        return ExitCode::from(64);
    };
    match whole(Path::new(tree), Path::new(known), jobs.parse().unwrap_or(1), files) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn whole(tree: &Path, known: &Path, jobs: usize, files: &[String]) -> Result<bool, String> {
    // In a table of Markdown a bar is written with a backslash.
    let known = std::fs::read_to_string(known).unwrap_or_default().replace("\\|", "|");
    let mutants = weave_all(tree, files)?;
    let names = names(&mutants);
    let programs = build(tree)?;
    let stages = run::stages(tree, &programs)?;
    // A text that names mistakes, or begins of their names line by line: then only those are made, for instance what an
    // earlier run printed, or those of a file that has changed.
    let only = std::env::var("ONLY").ok().map(|path| std::fs::read_to_string(path).unwrap_or_default());
    // Names stand between backticks.
    let named = |only: &String, name: &str| {
        only.contains(name) || only.lines().any(|line| !line.is_empty() && name[1..].starts_with(line))
    };
    let wanted = |it: &&Mutant| only.as_ref().is_none_or(|only| named(only, &names[it.id as usize - 1]));
    let ids: Vec<u32> = mutants.iter().filter(wanted).map(|it| it.id).collect();
    let ends: Mutex<BTreeMap<u32, End>> = Mutex::new(BTreeMap::new());
    run::run(tree, &stages, &ids, jobs, &|id, end| {
        if let Ok(mut ends) = ends.lock() {
            ends.insert(id, end);
            if ends.len() % 100 == 0 {
                eprintln!("{} of {}", ends.len(), ids.len());
            }
            if matches!(end, End::Survived | End::NotReached) {
                let mutant = &mutants[id as usize - 1];
                let new = if known.contains(&names[id as usize - 1]) { "known" } else { "NEW" };
                let reached = if end == End::NotReached { " (no test comes past it)" } else { "" };
                println!("{new} {id} line {}: {}{reached}", mutant.line, names[id as usize - 1]);
            }
        }
    })?;
    let ends = ends.into_inner().map_err(|it| it.to_string())?;
    Ok(tell(&ends, &names, &known))
}

/// Writes the mistakes into the copy.
fn weave_all(tree: &Path, files: &[String]) -> Result<Vec<Mutant>, String> {
    let mut mutants = Vec::new();
    for file in files {
        let path = tree.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{file}: {error}"))?;
        let woven = weave::weave(file, &text, &mut mutants).map_err(|error| format!("{file}: {error}"))?;
        std::fs::write(&path, woven + TRAITS).map_err(|error| format!("{file}: {error}"))?;
    }
    let put = |file: &str, change: &dyn Fn(&str) -> String| {
        let path = tree.join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(&path, change(&text)).map_err(|error| format!("{file}: {error}"))
    };
    put("src/mutant.rs", &|_| RUNTIME.to_owned())?;
    put("src/lib.rs", &|text| text.replacen("pub mod ", "pub mod mutant;\npub mod ", 1))?;
    put("Cargo.toml", &|text| text.to_owned() + PROFILE)?;
    let mut list = String::new();
    for m in &mutants {
        let _ = writeln!(list, "{}\t{}:{}\t{}\t{}\t{}", m.id, m.file, m.line, m.function, m.was, m.is);
    }
    put("mutants.tsv", &|_| list.clone())?;
    Ok(mutants)
}

/// A name for each mistake that lasts while its function stands: file, function, what was and what is.
fn names(mutants: &[Mutant]) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut names = Vec::new();
    for m in mutants {
        let file = m.file.trim_start_matches("src/origin/");
        let mut name = format!(
            "{file} {}: {} → {}",
            m.function,
            short(&m.was),
            if m.is.is_empty() { "left out".into() } else { short(&m.is) }
        );
        let times = times.entry(name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            name += &format!(" ({times})");
        }
        names.push(format!("`{name}`"));
    }
    names
}

/// The beginning and the end of a long text.
fn short(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 70 {
        return text.to_owned();
    }
    let part = |range: &[char]| range.iter().collect::<String>();
    part(&letters[..40]) + "…" + &part(&letters[letters.len() - 28..])
}

/// Builds the tests of the copy, and finds them.
fn build(tree: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--profile", "mutants", "--no-run", "--lib"]);
    for test in ["domain", "cli", "origin_checks", "origin_cli"] {
        cargo.args(["--test", test]);
    }
    cargo.env("CARGO_TARGET_DIR", tree.join("../target")).current_dir(tree);
    let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(said.into_owned());
    }
    let mut programs = Vec::new();
    for line in said.lines().filter(|line| line.contains("Executable")) {
        if let Some((_, path)) = line.trim_end_matches(')').rsplit_once('(') {
            let path = PathBuf::from(path);
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            programs.push((name.rsplit_once('-').map_or(name.clone(), |it| it.0.to_owned()), path));
        }
    }
    Ok(programs)
}

/// Says how it went; whether every survivor is justified.
fn tell(ends: &BTreeMap<u32, End>, names: &[String], known: &str) -> bool {
    let count = |what: &dyn Fn(End) -> bool| ends.values().filter(|end| what(**end)).count();
    let noticed = count(&|it| matches!(it, End::Noticed(_)));
    let endless = count(&|it| matches!(it, End::Endless(_)));
    let lived = |end: End| matches!(end, End::Survived | End::NotReached);
    let new =
        ends.iter().filter(|(id, end)| lived(**end) && !known.contains(&names[**id as usize - 1])).count();
    println!(
        "{} mistakes: {noticed} noticed by a test, {endless} that never ended, {} not noticed and justified, {new} not noticed",
        ends.len(),
        count(&lived) - new,
    );
    for (id, end) in ends {
        if !lived(*end) && known.contains(&names[*id as usize - 1]) {
            println!("noticed now, so that it needs no reason any more: {}", names[*id as usize - 1]);
        }
    }
    new == 0
}
