//! The search for a code, natively: reading the names into an index, and a pass over the quality set.

use canadian_content::catalog::{Catalog, shipped};
use canadian_content::i18n::Lang;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const SETS: [(Lang, &str); 2] = [
    (Lang::En, include_str!("../tests/data/find.en.tsv")),
    (Lang::Fr, include_str!("../tests/data/find.fr.tsv")),
];

fn find(bench: &mut Criterion) {
    for (lang, table) in SETS {
        let file = shipped::text(lang);
        let Ok(catalog) = Catalog::read(&file) else { continue };
        bench.bench_function(&format!("read the names ({})", lang.id()), |it| {
            it.iter(|| Catalog::read(black_box(&file)).is_ok())
        });
        let queries: Vec<&str> = table.lines().filter_map(|line| line.split('\t').next()).collect();
        bench.bench_function(&format!("find {} queries ({})", queries.len(), lang.id()), |it| {
            it.iter(|| {
                let mut count = 0;
                for query in &queries {
                    count += catalog.find(black_box(query), 20).count;
                }
                count
            })
        });
    }
}

criterion_group!(benches, find);
criterion_main!(benches);
