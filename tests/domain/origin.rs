//! One good under one rule set: yes, no, or what is missing.

use crate::bids::pack;
use crate::goods::answer;
use crate::table;
use canadian_content::origin::notation;
use canadian_content::origin::pack::RuleSet;

#[test]
fn goods_under_todays_rules() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.cusma.txt"), |row| answer(pack, row));
}

#[test]
fn goods_under_the_older_rules() {
    let pack = pack(RuleSet::Nafta);
    table::check(include_str!("../data/goods.nafta.txt"), |row| answer(pack, row));
}

#[test]
fn vehicles_and_their_parts_under_todays_rules() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/vehicles.cusma.txt"), |row| answer(pack, row));
}

#[test]
fn vehicles_and_their_parts_under_the_older_rules() {
    let pack = pack(RuleSet::Nafta);
    table::check(include_str!("../data/vehicles.nafta.txt"), |row| answer(pack, row));
}

#[test]
fn goods_under_the_rules_that_the_annex_quotes() {
    let pack = pack(RuleSet::Annex);
    table::check(include_str!("../data/goods.annex.txt"), |row| answer(pack, row));
}

/// Forms of a rule that the loaded chapters do not have, or not alone: rows made up for the purpose.
#[test]
fn goods_under_made_up_rules() {
    let pack = notation::read(include_str!("../data/made-up.pack")).expect("the made-up pack");
    table::check(include_str!("../data/goods.made-up.txt"), |row| answer(&pack, row));
}
