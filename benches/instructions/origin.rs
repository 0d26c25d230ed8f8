//! How many instructions it takes to judge goods and to read the packs: a figure that is all but the same on every run, so that a
//! change of a percent shows, and that a budget can fail. `make bench` runs it, under Valgrind.

#[path = "../goods/mod.rs"]
mod goods;

use canadian_content::case::{CodeEdition, Good, Material, MaterialId};
use canadian_content::origin::judge::{judge, shift_alone};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::Alternative;
use canadian_content::origin::shipped;
use canadian_content::units::HsCode;
use goods::{DAY, shifting, ten_thousand};
use gungraun::prelude::*;
use gungraun::{Callgrind, EventKind};
use std::hint::black_box;
use std::sync::Arc;

/// The pack, for as long as the program runs.
fn pack(set: RuleSet) -> &'static Pack {
    Box::leak(Box::new(shipped::pack(set).expect("the shipped pack reads")))
}

/// A good of five materials for each alternative that asks for a change.
fn of_five(set: RuleSet) -> (&'static Pack, Vec<(Good, &'static Alternative)>) {
    let pack = pack(set);
    (pack, shifting(pack))
}

/// A thousand goods of twenty materials.
fn of_twenty(set: RuleSet) -> (&'static Pack, Vec<Good>) {
    let pack = pack(set);
    let mut goods = ten_thousand(pack);
    goods.truncate(1_000);
    (pack, goods)
}

/// At most so many instructions: a tenth more than it took when the budget was set.
fn most(instructions: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::default();
    callgrind.hard_limits([(EventKind::Ir, instructions)]);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

#[library_benchmark(setup = of_five)]
#[bench::cusma(args = (RuleSet::Cusma), config = most(16_000_000))]
#[bench::nafta(args = (RuleSet::Nafta), config = most(12_400_000))]
fn tariff_shifts((pack, cases): (&'static Pack, Vec<(Good, &'static Alternative)>)) {
    for (good, alternative) in &cases {
        black_box(shift_alone(pack, black_box(good), alternative));
    }
}

#[library_benchmark(setup = of_twenty)]
#[bench::cusma(args = (RuleSet::Cusma), config = most(196_000_000))]
#[bench::nafta(args = (RuleSet::Nafta), config = most(119_000_000))]
fn a_thousand_goods((pack, goods): (&'static Pack, Vec<Good>)) {
    for good in &goods {
        black_box(judge(pack, black_box(good), DAY));
    }
}

/// A good of five thousand materials, as little known of each as the bench says.
fn large(code_of: &str, of_material: &str) -> (&'static Pack, Good) {
    let mut pack = shipped::pack(RuleSet::Cusma).expect("the shipped pack reads");
    pack.editions = shipped::editions().ok().map(Arc::new);
    let code = |digits: &str| HsCode::read(digits).ok();
    let material = |id| Material { id: MaterialId(id), code: code(of_material), ..Material::default() };
    let good = Good {
        code: code(code_of),
        edition: CodeEdition::Today,
        made_in_canada: Some(true),
        materials: (1..=5_000).map(material).collect(),
        all_listed: true,
        ..Good::default()
    };
    (Box::leak(Box::new(pack)), good)
}

// A step that looks through all materials for each of them takes ten times as many and more.
#[library_benchmark(setup = large)]
#[bench::nothing_known(args = ("940330", ""), config = most(440_000_000))]
#[bench::a_question_each(args = ("850110", "850300"), config = most(1_980_000_000))]
#[bench::codes_that_were_several(args = ("851762", "852411"), config = most(1_460_000_000))]
fn a_large_bill((pack, good): (&'static Pack, Good)) {
    black_box(judge(pack, black_box(&good), DAY));
}

#[library_benchmark]
#[bench::cusma(args = (RuleSet::Cusma), config = most(24_000_000))]
#[bench::nafta(args = (RuleSet::Nafta), config = most(29_000_000))]
fn a_pack_is_read(set: RuleSet) {
    black_box(shipped::pack(black_box(set)).is_ok());
}

library_benchmark_group!(
    name = origin,
    benchmarks = [tariff_shifts, a_thousand_goods, a_large_bill, a_pack_is_read]
);
main!(library_benchmark_groups = origin);
