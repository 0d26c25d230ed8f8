//! How long a search for a code takes in WebAssembly, under Node, over the quality sets. Run by `make bench`, as the
//! program is shipped; not a test of `make test`, because a busy machine would fail it.
#![cfg(target_arch = "wasm32")]
// Node tells the time in milliseconds as a float.
#![allow(clippy::float_arithmetic)]

use canadian_content::catalog::Catalog;
use js_sys::{Function, Reflect, global};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Microseconds that the slowest twentieth of the queries may take at least, and that reading the names may take.
const MOST_FOR_A_QUERY: u32 = 5_000;
const MOST_FOR_READING: u32 = 100_000;

const SETS: [(&str, &str); 2] =
    [("en", include_str!("data/find.en.tsv")), ("fr", include_str!("data/find.fr.tsv"))];

/// A file that `scripts/site.sh` wrote.
fn site(name: &str) -> String {
    let path = [env!("CARGO_MANIFEST_DIR"), "/target/site/", name].concat();
    let read =
        Function::new_with_args("path", "return process.getBuiltinModule('fs').readFileSync(path, 'utf8')");
    let text = read.call1(&JsValue::NULL, &JsValue::from_str(&path)).ok();
    text.and_then(|it| it.as_string()).expect("scripts/site.sh has written the file")
}

/// Microseconds since Node started.
fn now() -> f64 {
    let clock = Reflect::get(&global(), &JsValue::from_str("performance")).expect("Node has a clock");
    let now = Reflect::get(&clock, &JsValue::from_str("now")).map(Function::from).expect("it tells the time");
    now.call0(&clock).ok().and_then(|it| it.as_f64()).expect("a number") * 1000.0
}

/// How long something takes, in microseconds: the best of three, since a busy machine interrupts.
fn timed<T>(act: impl Fn() -> T) -> u32 {
    let mut best = u32::MAX;
    for _ in 0..3 {
        let start = now();
        let done = act();
        best = best.min((now() - start) as u32);
        drop(done);
    }
    best
}

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
            "{lang}: {} lines read in {} ms; {} searches, best of three: median {} µs, 95th percentile {} µs, longest {} µs",
            catalog.lines().len(),
            reading / 1000,
            took.len(),
            at(50),
            at(95),
            at(100)
        );
        assert!(at(95) <= MOST_FOR_A_QUERY, "{lang}: the 95th percentile is over its budget");
        assert!(reading <= MOST_FOR_READING, "{lang}: reading the names is over its budget");
    }
}
