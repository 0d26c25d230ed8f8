//! The table of regional value content: one line a case where cases are open, one a method where none is.

use crate::bids::{TODAY, pack};
use crate::goods::draft;
use crate::table::{self, rows};
use canadian_content::decide::decide;
use canadian_content::draft::check;
use canadian_content::i18n::{Lang, Words};
use canadian_content::origin::pack::RuleSet;
use canadian_content::present::sheet::{Block, TableBlock};
use canadian_content::present::{self, Reading};
use std::fmt::Write;

/// What the blocks say, a line a row; the worksheets by their last rows alone, those that name a figure.
fn told(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Table(table) => {
                let _ = writeln!(out, "{}", table.head.join(" | "));
                lines(table, out);
            }
            Block::Hint(text) => {
                let _ = writeln!(out, "{text}");
            }
            Block::Fold(fold) => {
                let _ = writeln!(out, "> {}", fold.summary);
                for block in &fold.blocks {
                    if let Block::Table(table) = block {
                        let needed = table.rows.iter().filter(|row| row[2].mark.is_some());
                        let rows = needed.cloned().collect();
                        lines(&TableBlock { rows, ..table.clone() }, out);
                    }
                }
            }
            _ => {}
        }
    }
}

fn lines(table: &TableBlock, out: &mut String) {
    for row in &table.rows {
        let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        let _ = writeln!(out, "{}", cells.join(" | "));
    }
}

#[test]
fn content_by_case_is_as_an_expert_can_read_it() {
    let vehicles = include_str!("../data/vehicles.cusma.txt");
    let goods = rows(vehicles);
    let mut differing = String::new();
    for block in include_str!("../data/contents.txt").split("\n== ").skip(1) {
        let (head, expected) = block.split_once('\n').unwrap_or((block, ""));
        let (lang, id) = head.split_once(' ').unwrap_or_else(|| table::unreadable(head, "names no row"));
        let row = goods.iter().find(|row| row.id == id);
        let row = row.unwrap_or_else(|| table::unreadable(head, "is in no row of its table"));
        let draft = draft(row);
        let (bid, diagnostics) = check(&draft, TODAY);
        let decision = decide(&bid, Some(pack(RuleSet::Cusma)));
        let words = Words::native(if lang == "fr" { Lang::Fr } else { Lang::En });
        let reading = Reading {
            words: &words,
            draft: &draft,
            bid: &bid,
            diagnostics: &diagnostics,
            decision: &decision,
            pack: Some(pack(RuleSet::Cusma)),
        };
        let seen = present::good(&reading, bid.lines[0].id, &[]);
        let mut answered = String::new();
        told(&seen.map(|view| view.contents).unwrap_or_default(), &mut answered);
        if answered.trim_end() != expected.trim_end() {
            let _ = write!(differing, "\n== {head}\n{answered}");
        }
    }
    assert!(
        differing.is_empty(),
        "told otherwise now, if that is right paste it into contents.txt:{differing}"
    );
}
