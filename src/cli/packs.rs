//! Rule packs: built from the official sources, or checked against them.

use super::{Unusable, print};
use crate::origin::build::editions::editions;
use crate::origin::build::{Freshness, build, check};
use crate::origin::notation;
use crate::origin::pack::RuleSet;
use crate::origin::shipped;
use std::path::PathBuf;

/// The sets that have official rows. The annex's five rules are data to begin with.
const BUILT: [RuleSet; 2] = [RuleSet::Cusma, RuleSet::Nafta];

#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Transcribe the official rows and write src/packs/*.pack.
    Build {
        /// The folder of the official sources.
        #[arg(long, default_value = "../shared/sources")]
        sources: PathBuf,
        /// The folder to write to.
        #[arg(long, default_value = "src/packs")]
        to: PathBuf,
    },
    /// Transcribe again and compare with the packs compiled in. Exit status 1 where one differs.
    Check {
        /// The folder of the official sources.
        #[arg(long, default_value = "../shared/sources")]
        sources: PathBuf,
    },
}

pub(super) fn run(command: &Command) -> Result<u8, Unusable> {
    match command {
        Command::Build { sources, to } => {
            for set in BUILT {
                let (pack, report) = build(sources, set).map_err(|problem| Unusable(problem.to_string()))?;
                if let Some(word) = report.unnamed.first() {
                    let count = report.unnamed.len();
                    return Err(Unusable(format!(
                        "{}: {count} names have no words yet, first: {word}",
                        set.id()
                    )));
                }
                let path = to.join(format!("{}.pack", set.id()));
                std::fs::write(&path, notation::write(&pack))
                    .map_err(|error| Unusable(format!("{}: {error}.", path.display())))?;
                let ways: usize = report.alternatives.1.values().sum();
                print(&format!("{}: {} rows, {ways} alternatives\n", path.display(), report.rows.1))?;
            }
            let map = editions(sources).map_err(|problem| Unusable(problem.to_string()))?;
            let path = to.join("editions.map");
            std::fs::write(&path, map).map_err(|error| Unusable(format!("{}: {error}.", path.display())))?;
            print(&format!("{}\n", path.display())).map(|()| 0)
        }
        Command::Check { sources } => {
            let mut status = 0;
            for set in BUILT {
                let fresh = check(sources, set, shipped::text(set))
                    .map_err(|problem| Unusable(problem.to_string()))?;
                status |= u8::from(fresh != Freshness::Fresh);
                let said = match fresh {
                    Freshness::Fresh => "fresh".to_owned(),
                    Freshness::Stale(line) => {
                        format!("differs from line {line} on: run `canadian-content pack build`")
                    }
                    Freshness::Unnamed(words) => format!("{} names have no words yet", words.len()),
                };
                print(&format!("{}: {said}\n", set.id()))?;
            }
            Ok(status)
        }
    }
}
