//! The packs: their file format, and that each one shipped can be read and says what its source says.

use canadian_content::origin::notation::{self, PackFault};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::shipped;

mod pack_strategy;

fn shipped(set: RuleSet) -> Pack {
    shipped::pack(set).expect("a shipped pack reads")
}

#[test]
fn every_shipped_pack_reads_and_writes_back_the_same_bytes() {
    for set in RuleSet::ALL {
        assert_eq!(
            notation::write(&shipped(set)),
            shipped::text(set),
            "{set:?}"
        );
    }
}

#[test]
fn the_annex_holds_its_five_rules() {
    let pack = shipped(RuleSet::Annex);
    let rows: Vec<(&str, String, usize)> = pack
        .rows
        .iter()
        .map(|row| {
            (
                row.id.as_str(),
                row.codes[0].to_string(),
                row.alternatives.len(),
            )
        })
        .collect();
    let expected = [
        ("annex:1", "65.03-65.07", 1),
        ("annex:2", "9403.30", 2),
        ("annex:3", "8516.21", 1),
        ("annex:4", "8517.11", 1),
        ("annex:5", "9401.30", 1),
    ];
    assert_eq!(
        rows,
        expected.map(|(id, codes, n)| (id, codes.to_owned(), n))
    );
}

#[test]
fn a_damaged_pack_names_its_line() {
    let good = shipped::text(RuleSet::Annex);
    let rows = [
        ("pack 1", "pack 2", 1, PackFault::Version),
        ("set annex", "set other", 2, PackFault::Set),
        ("edition annex", "edition 2012", 3, PackFault::Set),
        ("as-of 2", "as-of 3-", 4, PackFault::Day),
        ("source ", "sauce ", 5, PackFault::Head),
        ("chapters 65", "chapters 650", 7, PackFault::Chapter),
        ("row 1 6503-6507", "row 1 6507-6503", 9, PackFault::Code),
        ("< *4o", "< *4x", 10, PackFault::Word),
        ("< *4o", "< *4o & ", 10, PackFault::Name),
        ("< *4o", "< #0", 10, PackFault::Name),
        ("%60/50", "%-/-", 15, PackFault::Percent),
        ("< *4o", "< { *4o", 10, PackFault::List),
        ("end 5\n", "", 20, PackFault::End),
        ("end 5", "end 6", 20, PackFault::Word),
    ];
    for (find, put, line, fault) in rows {
        let problem = notation::read(&good.replacen(find, put, 1)).expect_err(put);
        assert_eq!(
            (problem.line, problem.fault),
            (line, fault),
            "{find} -> {put}"
        );
    }
}
