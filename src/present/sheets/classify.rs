//! How goods are classified, to read beside the search for a code.

use crate::i18n::Words;
use crate::present::classify;
use crate::present::sheet::{Block, Sheet};

/// The general rules for the interpretation of the Harmonized System, in our own words.
pub(super) fn sheet(words: &Words) -> Sheet {
    let view = classify(words);
    Sheet {
        title: view.title,
        blocks: vec![Block::Text(view.lede), Block::Facts(view.rules), Block::Text(view.end)],
        summary: String::new(),
        needs: Vec::new(),
    }
}
