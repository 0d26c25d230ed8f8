//! How long a search for a code takes, over the quality sets.

use crate::{site, timed, told};
use canadian_content::catalog::Catalog;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Microseconds that nineteen of twenty searches may take at most, and that reading the names may take.
const MOST_FOR_A_QUERY: u32 = 5_000;
const MOST_FOR_READING: u32 = 100_000;

const SETS: [(&str, &str); 2] =
    [("en", include_str!("../data/find.en.tsv")), ("fr", include_str!("../data/find.fr.tsv"))];

#[wasm_bindgen_test]
fn a_query_is_answered_in_the_time_of_a_keystroke() {
    for (lang, table) in SETS {
        let file = site(&["names.", lang, ".txt"].concat());
        let reading = timed(|| Catalog::read(&file).is_ok());
        let catalog = Catalog::read(&file).expect("the names can be read");
        let mut took = Vec::new();
        for query in table.lines().filter_map(|line| line.split('\t').next()) {
            // As it is typed: a search after each letter.
            for (end, _) in query.char_indices().skip(1) {
                took.push(timed(|| catalog.find(&query[..end], 20)));
            }
            took.push(timed(|| catalog.find(query, 20)));
        }
        took.sort_unstable();
        let at = |percent: usize| took[(took.len() - 1) * percent / 100];
        console_log!(
            "{lang}: {} lines read in {} ms of processor time; {} searches: median {} µs, 95th percentile {} µs, longest {} µs",
            catalog.lines().len(),
            reading / 1000,
            took.len(),
            at(50),
            at(95),
            at(100)
        );
        told("the 95th percentile", at(95), MOST_FOR_A_QUERY);
        told("reading the names", reading, MOST_FOR_READING);
    }
}
