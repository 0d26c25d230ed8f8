//! The names of phrases: from a reading's own to those of a pack, or of anything else that numbers them.

use super::{PhraseKind, Reading};
use crate::origin::rule::{Alternative, GoodIs, NameId, Sources, Term, Way};

/// The alternatives of a reading, each phrase under the name that `number` gives for its kind and words.
pub fn named(reading: &Reading, number: &mut dyn FnMut(PhraseKind, &str) -> NameId) -> Vec<Alternative> {
    let mut of = |id: NameId| match reading.phrases.get(usize::from(id.0)) {
        Some(phrase) => number(phrase.kind, &phrase.words),
        None => id,
    };
    let mut alternatives = reading.alternatives.clone();
    for alternative in &mut alternatives {
        rename(alternative, &mut of);
    }
    alternatives
}

type Number<'n> = &'n mut dyn FnMut(NameId) -> NameId;

fn rename(alternative: &mut Alternative, number: Number<'_>) {
    if let GoodIs::Named(name) = &mut alternative.target.good {
        *name = number(*name);
    }
    if let Some(name) = &mut alternative.target.usage {
        *name = number(*name);
    }
    match &mut alternative.way {
        Way::Shift { from, also } => {
            rename_sources(from, number);
            if let Some(also) = also {
                rename_sources(also, number);
            }
        }
        Way::Process(name) => *name = number(*name),
        Way::NoShift | Way::Unread => {}
    }
    for name in &mut alternative.conditions {
        *name = number(*name);
    }
}

fn rename_sources(sources: &mut Sources, number: Number<'_>) {
    rename_terms(&mut sources.any_of, number);
    rename_terms(&mut sources.except, number);
}

fn rename_terms(terms: &mut [Term], number: Number<'_>) {
    for term in terms {
        match term {
            Term::Named { name, .. } => *name = number(*name),
            Term::MoreThanOneOf(entries) | Term::AllOf(entries) => rename_terms(entries, number),
            Term::AnyOther { .. } | Term::Codes(_) | Term::OtherGood(_) | Term::WithinThat(_) => {}
        }
    }
}
