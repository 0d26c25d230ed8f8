//! How fast goods are judged, natively and on one core.
//!
//! `cargo bench --bench origin`. The aim: a million tariff-shift decisions a second for goods of five materials.

use canadian_content::case::{Good, Material, MaterialId};
use canadian_content::origin::judge::{judge, shift_alone};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::{Alternative, Way};
use canadian_content::origin::shipped;
use canadian_content::units::{Day, HsCode, HsRange, Money};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// The day for which dated rules are read.
const DAY: Day = Day::new(2026, 1, 15);

fn pack(set: RuleSet) -> Pack {
    shipped::pack(set).expect("the shipped pack reads")
}

/// A good of the codes with as many materials from all over the Harmonized System.
fn good(code: HsCode, count: usize, seed: usize) -> Good {
    const CODES: [&str; 12] = [
        "410712", "441011", "732690", "940390", "392190", "853690", "701090", "848180", "760429", "854231",
        "390110", "831000",
    ];
    let materials = (0..count)
        .map(|index| Material {
            id: MaterialId(u32::try_from(index + 1).unwrap_or(u32::MAX)),
            code: HsCode::read(CODES[(index * 5 + seed) % CODES.len()]).ok(),
            value: Money::from_cents(100 + 7 * i128::try_from(index).unwrap_or_default()).ok(),
            ..Material::default()
        })
        .collect();
    Good {
        code: Some(code),
        made_in_canada: Some(true),
        transaction_value: Money::from_cents(10_000).ok(),
        materials,
        all_listed: true,
        ..Good::default()
    }
}

/// A subheading inside the range.
fn inside(range: &HsRange) -> Option<HsCode> {
    let digits = format!("{:0<6}", range.first().as_str());
    HsCode::read(&digits[..6]).ok()
}

fn shifts(bench: &mut Criterion) {
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        let pack = pack(set);
        let mut cases: Vec<(Good, &Alternative)> = Vec::new();
        for (seed, row) in pack.rows.iter().enumerate() {
            for alternative in row.alternatives.iter().filter(|it| matches!(it.way, Way::Shift { .. })) {
                if let Some(code) = alternative.target.codes.first().and_then(inside) {
                    cases.push((good(code, 5, seed), alternative));
                }
            }
        }
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

fn goods(bench: &mut Criterion) {
    let pack = pack(RuleSet::Cusma);
    let codes: Vec<HsCode> =
        pack.rows.iter().filter_map(|row| row.codes.first()).filter_map(inside).collect();
    let goods: Vec<Good> =
        codes.iter().cycle().take(10_000).enumerate().map(|(seed, code)| good(*code, 20, seed)).collect();
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

criterion_group!(benches, shifts, goods, packs);
criterion_main!(benches);
