//! How long it takes to judge goods, and to read the packs that they are judged by.

use crate::goods::{DAY, shifting, ten_thousand};
use crate::{site, timed, told};
use canadian_content::origin::edition::EditionMap;
use canadian_content::origin::judge::{judge, shift_alone};
use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use std::hint::black_box;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Tariff shifts that are decided in a second, at least.
const SHIFTS_A_SECOND: u32 = 300_000;
/// Microseconds that ten thousand goods of twenty materials, and reading both packs, may take.
const MOST_FOR_GOODS: u32 = 500_000;
const MOST_FOR_PACKS: u32 = 30_000;

fn pack(set: RuleSet) -> Pack {
    notation::read(&site(&[set.id(), ".pack"].concat())).expect("the pack can be read")
}

#[wasm_bindgen_test]
fn tariff_shifts_of_goods_with_five_materials() {
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let pack = pack(set);
        let cases = shifting(&pack);
        // Ten times over, so that what is measured is longer than the clock's grain.
        let took = timed(|| {
            for _ in 0..10 {
                for (good, alternative) in &cases {
                    black_box(shift_alone(&pack, black_box(good), alternative));
                }
            }
        });
        let count = u32::try_from(cases.len() * 10).unwrap_or(u32::MAX);
        let a_second = u64::from(count) * 1_000_000 / u64::from(took.max(1));
        console_log!("{}: {count} tariff shifts, {a_second} a second", set.id());
        let most = u64::from(count) * 1_000_000 / u64::from(SHIFTS_A_SECOND);
        told("all of them", took, u32::try_from(most).unwrap_or(u32::MAX));
    }
}

#[wasm_bindgen_test]
fn whole_goods_of_twenty_materials() {
    let pack = pack(RuleSet::Cusma);
    let goods = ten_thousand(&pack);
    let took = timed(|| {
        for good in &goods {
            black_box(judge(&pack, black_box(good), DAY));
        }
    });
    console_log!("cusma: {} goods of twenty materials judged", goods.len());
    told("all of them", took, MOST_FOR_GOODS);
}

#[wasm_bindgen_test]
fn both_packs_are_read() {
    let files = ["cusma.pack", "nafta.pack"].map(site);
    let editions = site("editions.txt");
    let took = timed(|| (notation::read(&files[0]).is_ok(), notation::read(&files[1]).is_ok()));
    console_log!("both packs");
    told("reading them", took, MOST_FOR_PACKS);
    let took = timed(|| EditionMap::read(&editions).is_ok());
    console_log!("the table of editions");
    told("reading it", took, MOST_FOR_PACKS);
}
