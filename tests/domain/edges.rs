//! Rows that tell apart what one small mistake would confuse: see mutants.md.

use crate::bids::{TODAY, pack};
use crate::goods::{answer, draft};
use crate::table;
use canadian_content::case::{GoodOrigin, Offer};
use canadian_content::draft::check;
use canadian_content::origin::judge::foreign_value;
use canadian_content::origin::pack::RuleSet;

#[test]
fn goods_of_materials_made_in_canada() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.made.txt"), |row| {
        let mut said = answer(pack, row);
        let (bid, _) = check(&draft(row), TODAY);
        if let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[0].offer {
            let foreign = foreign_value(pack, good, bid.day);
            said.push(("foreign", foreign.map(|it| it.to_string()).unwrap_or_default()));
        }
        said
    });
}

#[test]
fn goods_under_the_older_rules() {
    let pack = pack(RuleSet::Nafta);
    table::check(include_str!("../data/goods.older.txt"), |row| answer(pack, row));
}

#[test]
fn textiles_by_the_rule_of_the_agreement() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.textiles.txt"), |row| answer(pack, row));
}
