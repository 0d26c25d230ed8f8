//! The corrections that the rule packs rest on, each with its reason; and where one official text is followed.

use super::Context;
use super::form::{Form, cell};
use crate::i18n::{self, Lang, Words};
use crate::origin::pack::RuleSet;
use crate::present::set_name;
use crate::present::sheet::{Block, Sheet};

/// The screen.
pub(super) fn sheet(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let mut form = Form::new(words, context.values, context.today);
    form.text(words.patches_lede());
    let mut count = 0;
    for set in RuleSet::ALL {
        form.heading(set_name(words, set));
        let Some(pack) = context.pack(set) else {
            form.put(Block::Hint(words.rules_loading_set()));
            continue;
        };
        let mut rows = Vec::new();
        for patch in &pack.patches {
            let why = match words.lang() {
                Lang::En => &patch.why.0,
                Lang::Fr => &patch.why.1,
            };
            let row = i18n::citation(words, &set.cite(&patch.row));
            rows.push(vec![cell(row), cell(why.clone()), cell(sureness(words, &patch.confidence))]);
        }
        count += rows.len();
        let head = vec![words.patches_row(), words.patches_why(), words.patches_kind()];
        form.table(set_name(words, set), head, rows);
    }
    let mut sheet = form.finish(words.patches_title(), words.patches_count(&count.to_string()));
    sheet.needs = RuleSet::ALL.map(|set| set.id().to_owned()).to_vec();
    sheet
}

fn sureness(words: &Words, confidence: &str) -> String {
    match confidence {
        "high" => words.patches_high(),
        "medium" => words.patches_medium(),
        "hand" => words.patches_hand(),
        "english" => words.patches_followed(),
        _ => words.patches_low(),
    }
}
