//! How many instructions it takes to judge goods and to read the packs: a figure that is all but the same on every run, so that a
//! change of a percent shows, and that a budget can fail. `make bench` runs it, under Valgrind.

#[path = "../goods/mod.rs"]
mod goods;

use canadian_content::case::Good;
use canadian_content::origin::judge::{judge, shift_alone};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::Alternative;
use canadian_content::origin::shipped;
use goods::{DAY, shifting, ten_thousand};
use gungraun::prelude::*;
use gungraun::{Callgrind, EventKind};
use std::hint::black_box;

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

#[library_benchmark]
#[bench::cusma(args = (RuleSet::Cusma), config = most(17_500_000))]
#[bench::nafta(args = (RuleSet::Nafta), config = most(22_600_000))]
fn a_pack_is_read(set: RuleSet) {
    black_box(shipped::pack(black_box(set)).is_ok());
}

library_benchmark_group!(name = origin, benchmarks = [tariff_shifts, a_thousand_goods, a_pack_is_read]);
main!(library_benchmark_groups = origin);
