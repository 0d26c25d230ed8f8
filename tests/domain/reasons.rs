//! Why, in full: the tree of reasons of a good as it is read, with every mark and every place in the law.
//!
//! `data/reasons.txt` names goods of the other tables; below each stand its cells, so that it can be read by itself, and
//! what the page says of it. The goods are the fewest whose trees tell apart what small mistakes confuse: see mutants.md.

use crate::bids::{TODAY, pack};
use crate::goods::draft;
use crate::table::{self, Row, rows};
use canadian_content::decide::decide;
use canadian_content::draft::check;
use canadian_content::i18n::{Lang, Words};
use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::present::{Mark, Reading, ReasonView, trees};
use std::fmt::Write;
use std::sync::LazyLock;

/// The rows made up for single forms of a rule.
static EDGES: LazyLock<Pack> =
    LazyLock::new(|| notation::read(include_str!("../data/edges.pack")).expect("the pack of edges"));
static MADE_UP: LazyLock<Pack> =
    LazyLock::new(|| notation::read(include_str!("../data/made-up.pack")).expect("the made-up pack"));

/// The tables that a good may stand in, and the pack that it is judged under there.
fn tables() -> [(&'static str, &'static str, &'static Pack); 11] {
    [
        ("cusma", include_str!("../data/goods.cusma.txt"), pack(RuleSet::Cusma)),
        ("nafta", include_str!("../data/goods.nafta.txt"), pack(RuleSet::Nafta)),
        ("annex", include_str!("../data/goods.annex.txt"), pack(RuleSet::Annex)),
        ("made-up", include_str!("../data/goods.made-up.txt"), &MADE_UP),
        ("made", include_str!("../data/goods.made.txt"), pack(RuleSet::Cusma)),
        ("older", include_str!("../data/goods.older.txt"), pack(RuleSet::Nafta)),
        ("textiles", include_str!("../data/goods.textiles.txt"), pack(RuleSet::Cusma)),
        ("today", include_str!("../data/goods.today.txt"), pack(RuleSet::Cusma)),
        ("edges", include_str!("../data/goods.edges.txt"), &EDGES),
        ("vehicles", include_str!("../data/vehicles.cusma.txt"), pack(RuleSet::Cusma)),
        ("older vehicles", include_str!("../data/vehicles.nafta.txt"), pack(RuleSet::Nafta)),
    ]
}

/// The tree as lines, each with the sign of its finding, indented below what it is a reason for.
fn told(row: &Row<'_>, pack: &Pack) -> String {
    let draft = draft(row);
    let (bid, diagnostics) = check(&draft, TODAY);
    crate::bids::understood(row.id, &diagnostics);
    let decision = decide(&bid, Some(pack));
    let words = Words::native(Lang::En);
    let seen = trees(&Reading {
        words: &words,
        draft: &draft,
        bid: &bid,
        diagnostics: &diagnostics,
        decision: &decision,
        pack: Some(pack),
    });
    let cells = [row.cell("good"), row.cell("facts"), row.cell("materials")];
    let mut out = cells.map(|cell| if cell.is_empty() { "-" } else { cell }).join(" | ") + "\n";
    for answer in &row.more {
        let _ = writeln!(out, "{answer}");
    }
    for reason in seen.iter().flatten() {
        tell(reason, 0, &mut out);
    }
    out
}

fn tell(reason: &ReasonView, depth: usize, out: &mut String) {
    let sign = match reason.mark {
        _ if reason.word.is_empty() => '·',
        Mark::Yes => '+',
        Mark::No => '-',
        Mark::Unknown => '?',
        Mark::Part => '~',
    };
    let cite = if reason.cite.is_empty() { String::new() } else { format!("  [{}]", reason.cite) };
    let _ = writeln!(out, "{:indent$}{sign} {}{cite}", "", reason.text, indent = depth * 2);
    reason.because.iter().for_each(|part| tell(part, depth + 1, out));
}

/// `REASONS=write cargo test --test domain reasons` writes the file anew, for somebody who reads what changed.
#[test]
fn every_reason_is_as_an_expert_can_read_it() {
    let tables = tables();
    let mut blocks = include_str!("../data/reasons.txt").split("\n== ");
    let mut anew = blocks.next().unwrap_or_default().to_owned();
    let (mut differing, mut count) = (String::new(), 0);
    for block in blocks {
        let (head, expected) = block.split_once('\n').unwrap_or((block, ""));
        let (name, id) = head.rsplit_once(' ').unwrap_or_else(|| table::unreadable(head, "names no row"));
        let found = tables.iter().find(|(table, ..)| *table == name);
        let (_, text, pack) = found.unwrap_or_else(|| table::unreadable(head, "is of no table"));
        let rows = rows(text);
        let row = rows.iter().find(|row| row.id == id);
        let row = row.unwrap_or_else(|| table::unreadable(head, "is in no row of its table"));
        let answered = told(row, pack);
        if answered.trim_end() != expected.trim_end() {
            let _ = write!(differing, "\n== {head}\n{answered}");
        }
        let _ = write!(anew, "\n== {head}\n{answered}");
        count += 1;
    }
    if std::env::var("REASONS").is_ok_and(|word| word == "write") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reasons.txt");
        std::fs::write(path, &anew).expect("the file is written");
    }
    assert!(count > 100, "{count} goods are read");
    assert!(differing.is_empty(), "told otherwise now:{differing}");
}
