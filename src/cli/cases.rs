//! Case files: answered, and checked.

use super::{Unusable, print, print_json, read};
use crate::io::cases::{self, Case, CasesProblem, Checked};
use std::path::Path;

fn load(path: &Path) -> Result<Vec<Case>, Unusable> {
    cases::read(&read(path)?).map_err(|problem| {
        let name = path.display();
        Unusable(match problem {
            CasesProblem::NotJson { line, column } => {
                format!("{name}: not JSON; reading stopped at line {line}, column {column}.")
            }
            CasesProblem::NoCases => format!("{name}: there is no list called \"cases\" in it."),
        })
    })
}

pub(super) fn answer(path: &Path) -> Result<u8, Unusable> {
    print_json(&cases::answers(&load(path)?))?;
    Ok(0)
}

pub(super) fn check(path: &Path) -> Result<u8, Unusable> {
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for case in load(path)? {
        match cases::check(&case) {
            Checked::Passed => passed += 1,
            Checked::Skipped(reason) => {
                skipped += 1;
                print(&format!("{} ({}) skipped: {reason}\n", case.id, case.kind))?;
            }
            Checked::Failed { answer, expected } => {
                failed += 1;
                print(&format!(
                    "{} ({}) differs\n  answered {answer}\n  expected {expected}\n",
                    case.id, case.kind
                ))?;
            }
        }
    }
    print(&format!("{passed} passed, {failed} failed, {skipped} skipped\n"))?;
    Ok(u8::from(failed > 0))
}
