//! The command line: arguments in, text and an exit status out. Decides nothing itself.

mod cases;
mod evaluate;
mod origin;
mod find;
mod packs;
mod rules;
mod seal;
mod site;
mod told;

use clap::{Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use told::Asked;

/// The exit status for input that cannot be used, and for wrong usage.
const UNUSABLE: u8 = 64;

/// Checks whether a bid to the Government of Canada is Canadian content, and says why.
#[derive(Parser)]
#[command(name = "canadian-content", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Decide one draft. Exit status: 0 met, 1 not met, 2 cannot be determined, 64 unusable input.
    Evaluate {
        /// A draft file, or - for standard input.
        draft: PathBuf,
        /// Print it for people instead of as JSON.
        #[arg(long)]
        text: bool,
        /// The language of --text and of error messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: Language,
        /// The day for which dated rules are read where the draft has no closing day (2026-11-22). Default: today.
        #[arg(long)]
        as_of: Option<String>,
    },
    /// Judge one good by the rules of origin. Exit status: 0 Canadian, 1 not Canadian, 2 cannot be told, 64 unusable.
    Origin {
        /// A file of one good, or - for standard input.
        good: PathBuf,
        /// Print it for people instead of as JSON.
        #[arg(long)]
        text: bool,
        /// The language of --text and of error messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: Language,
        /// The day for which dated rules are read where the file has no closing day (2026-11-22). Default: today.
        #[arg(long)]
        as_of: Option<String>,
    },
    /// Answer the cases of a file from their input alone, as JSON.
    Answer {
        /// A case file.
        cases: PathBuf,
    },
    /// Answer the cases of a file and compare with what they expect. Exit status 1 where one differs.
    Check {
        /// A case file.
        cases: PathBuf,
    },
    /// Print the rules of origin for a code, in words.
    Rule {
        /// The rule set: cusma, nafta or annex.
        #[arg(long)]
        set: String,
        /// A code of the set's edition of the Harmonized System.
        code: String,
        /// The language.
        #[arg(long, value_enum, default_value = "en")]
        lang: Language,
        /// The day for which dated rules are read (2026-11-22). Default: today.
        #[arg(long)]
        as_of: Option<String>,
    },
    /// Take apart the sentence of a rule, read from standard input; prints JSON. Exit status 1 where a part was not
    /// understood.
    ParseRule {
        /// The rule set whose wording it is: cusma or nafta.
        #[arg(long)]
        set: String,
        /// The language of the sentence.
        #[arg(long, value_enum, default_value = "en")]
        lang: Language,
    },
    /// Find the lines of the Harmonized System that everyday words or a code lead to, the best first, as JSON.
    /// Exit status 1 where there is none.
    Find {
        /// The language of the words and of the names.
        #[arg(long, value_enum, default_value = "en")]
        lang: Language,
        /// How many lines at most.
        #[arg(long, default_value_t = 20)]
        limit: usize,
        /// Words, or a code or its beginning, with or without points.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Build or check the rule packs from the official sources.
    #[command(subcommand)]
    Pack(packs::Command),
    /// Write the data files of the site (texts, rule packs, examples) into a folder.
    Site {
        /// The folder; it is made where it does not exist.
        folder: PathBuf,
    },
    /// Finish a built site: names that carry the hash of what they name. For the build.
    #[command(hide = true)]
    Seal {
        /// The folder of the site.
        folder: PathBuf,
    },
    /// Print the JSON Schema of the draft file.
    Schema,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// English.
    En,
    /// French.
    Fr,
}

impl Language {
    fn meaning(self) -> crate::i18n::Lang {
        match self {
            Language::En => crate::i18n::Lang::En,
            Language::Fr => crate::i18n::Lang::Fr,
        }
    }
}

/// Input that cannot be used: one sentence for the person who gave it.
struct Unusable(String);

/// Runs the command line on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers, not mistakes. A closed pipe leaves nobody to tell.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(UNUSABLE) } else { ExitCode::SUCCESS };
        }
    };
    let done = match arguments.command {
        Command::Evaluate { draft, text, lang, as_of } => {
            let asked = Asked { text, lang: lang.meaning(), as_of: as_of.as_deref() };
            told::run(&draft, &asked, &evaluate::TELLING)
        }
        Command::Origin { good, text, lang, as_of } => {
            let asked = Asked { text, lang: lang.meaning(), as_of: as_of.as_deref() };
            told::run(&good, &asked, &origin::TELLING)
        }
        Command::Answer { cases } => cases::answer(&cases),
        Command::Check { cases } => cases::check(&cases),
        Command::Rule { set, code, lang, as_of } => {
            day(as_of.as_deref(), &crate::i18n::Words::native(lang.meaning()))
                .and_then(|day| rules::rule(&set, &code, lang.meaning(), day))
        }
        Command::Find { lang, limit, words } => find::run(&words, lang.meaning(), limit),
        Command::ParseRule { set, lang } => rules::parse(&set, lang.meaning()),
        Command::Pack(command) => packs::run(&command),
        Command::Site { folder } => site::run(&folder),
        Command::Seal { folder } => seal::run(&folder),
        Command::Schema => print(&crate::io::draft_file::json_schema()).map(|()| 0),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(Unusable(sentence)) => {
            eprintln!("canadian-content: {sentence}");
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Reads a text file, or standard input for `-`.
fn read(path: &Path) -> Result<String, Unusable> {
    let text = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    text.map_err(|error| Unusable(format!("{}: {error}.", path.display())))
}

/// The day that was given, or today.
fn day(given: Option<&str>, words: &crate::i18n::Words) -> Result<crate::units::Day, Unusable> {
    match given {
        Some(text) => crate::units::Day::read(text)
            .ok_or_else(|| Unusable(format!("--as-of {text}: {}", words.problem_not_a_day()))),
        None => Ok(today()),
    }
}

/// The day it is, in UTC. Only the command line and the page ask; the core is told.
#[allow(clippy::disallowed_methods)] // This is the native clock; the ban is for the core, and for wasm, where it panics.
fn today() -> crate::units::Day {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    crate::units::Day::of_unix_days(since.as_secs() / 86_400)
}

/// Prints to standard output. A reader that has closed its end is no fault of ours.
fn print(text: &str) -> Result<(), Unusable> {
    use std::io::Write;
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Unusable(format!("standard output: {error}.")))
        }
        _ => Ok(()),
    }
}

fn print_json(value: &serde_json::Value) -> Result<(), Unusable> {
    print(&format!("{value:#}\n"))
}
