//! How fast goods are judged, natively and on one core.
//!
//! `cargo bench --bench origin`. The aim: a million tariff-shift decisions a second for goods of five materials.

mod goods;

use canadian_content::origin::judge::{judge, shift_alone};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::shipped;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use goods::{DAY, shifting, ten_thousand};
use std::hint::black_box;

fn pack(set: RuleSet) -> Pack {
    shipped::pack(set).expect("the shipped pack reads")
}

fn shifts(bench: &mut Criterion) {
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let pack = pack(set);
        let cases = shifting(&pack);
        let mut group = bench.benchmark_group("tariff shift, five materials");
        group.throughput(Throughput::Elements(cases.len() as u64));
        group.bench_function(set.id(), |run| {
            run.iter(|| {
                for (good, alternative) in &cases {
                    black_box(shift_alone(&pack, black_box(good), alternative));
                }
            });
        });
        group.finish();
    }
}

fn goods_of_twenty(bench: &mut Criterion) {
    let pack = pack(RuleSet::Cusma);
    let goods = ten_thousand(&pack);
    let mut group = bench.benchmark_group("whole goods, twenty materials");
    group.sample_size(10);
    group.throughput(Throughput::Elements(goods.len() as u64));
    group.bench_function("ten thousand under cusma", |run| {
        run.iter(|| {
            for good in &goods {
                black_box(judge(&pack, black_box(good), DAY));
            }
        });
    });
    group.finish();
}

fn packs(bench: &mut Criterion) {
    bench.bench_function("both packs read", |run| {
        run.iter(|| (pack(RuleSet::Cusma), pack(RuleSet::Nafta)));
    });
}

criterion_group!(benches, shifts, goods_of_twenty, packs);
criterion_main!(benches);
