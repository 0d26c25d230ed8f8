//! The screens that are made of questions and answers: one pure function each, from what was typed to a sheet.

mod form; // fields that read what was typed, and blocks that say what follows
mod of_bid; // the facts of a bid of this browser
mod applicability; // does the policy apply?
mod handle; // the bids received, and who may be evaluated
mod items; // the same item by item
mod timeline; // what happened to them and when
mod plan; // planning a solicitation
mod certificate; // which sentence, whether to sign, by when, what to keep
mod setasides; // Indigenous businesses: two levels
mod jcp; // the Joint Certification Program
mod regimes; // other ideas of Canadian content
mod audit; // what an auditor asks
pub(super) mod questions; // the register of open questions
mod classify; // finding the code of a good
pub mod notices; // tender notices of a file
mod rules; // rules of origin side by side
mod taken; // a sentence of a rule taken apart
mod patches; // what the packs rest on beside the official texts

use super::sheet::{Sheet, Values};
use crate::catalog::Catalog;
use crate::draft::Draft;
use crate::i18n::Words;
use crate::origin::pack::{Pack, RuleSet};
use crate::units::Day;

/// What a sheet is made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The words of the language.
    pub words: &'a Words,
    /// What was typed.
    pub values: &'a Values,
    /// The day of asking.
    pub today: Day,
    /// The rule sets that have been loaded.
    pub packs: [Option<&'a Pack>; RuleSet::ALL.len()],
    /// The names of the Harmonized System in the language, once loaded.
    pub names: Option<&'a Catalog>,
    /// The bids of this browser, for the sheets that take one's facts.
    pub bids: Bids<'a>,
}

/// The bids of this browser, and the one whose facts are taken.
#[derive(Clone, Copy, Default)]
pub struct Bids<'a> {
    /// Id and title of each, the last saved first.
    pub list: &'a [(String, String)],
    /// The id of the one that is taken. Empty: none.
    pub chosen: &'a str,
    /// It, where it can be read.
    pub draft: Option<&'a Draft>,
}

impl<'a> Context<'a> {
    /// With nothing loaded but the words.
    pub fn new(words: &'a Words, values: &'a Values, today: Day) -> Context<'a> {
        Context {
            words,
            values,
            today,
            packs: [None; RuleSet::ALL.len()],
            names: None,
            bids: Bids::default(),
        }
    }

    /// A rule set, once loaded.
    fn pack(&self, set: RuleSet) -> Option<&'a Pack> {
        self.packs.into_iter().flatten().find(|pack| pack.set == set)
    }
}

/// The names of the sheets of the procedure, in its order.
pub const NAMES: [&str; 9] =
    ["applicability", "plan", "certificate", "handle", "setasides", "audit", "regimes", "jcp", "questions"];

/// The sheets that take the facts of a bid.
pub const OF_BID: [&str; 3] = ["certificate", "audit", "regimes"];

/// The field of those sheets in which the bid is chosen: its id, or `none`.
pub const WHICH_BID: &str = "which_bid";

/// The sheet of this name. Nothing where there is none.
pub fn of(name: &str, context: &Context<'_>) -> Option<Sheet> {
    let Context { words, values, today, .. } = *context;
    Some(match name {
        "applicability" => applicability::sheet(words, values, today),
        "plan" => plan::sheet(words, values, today),
        "certificate" => certificate::sheet(context),
        "handle" => handle::sheet(words, values, today),
        "setasides" => setasides::sheet(words, values, today),
        "audit" => audit::sheet(context),
        "regimes" => regimes::sheet(context),
        "jcp" => jcp::sheet(words, values, today),
        "questions" => questions::sheet(words, values, today),
        "classify" => classify::sheet(words),
        "rules" => rules::sheet(context),
        "patches" => patches::sheet(context),
        _ => return None,
    })
}
