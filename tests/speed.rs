//! How long a search for a code takes in WebAssembly, under Node, over the quality sets. Run by `make bench`, as the
//! program is shipped; not a test of `make test`, because a busy machine would fail it.
#![cfg(target_arch = "wasm32")]

use canadian_content::catalog::Catalog;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Microseconds that nineteen of twenty searches may take at most, and that reading the names may take.
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

/// Microseconds of processor time that Node has taken, those of its compiler and collector included. Not those of the
/// clock: other programs of a busy machine are not ours.
fn now() -> u32 {
    let read = Function::new_no_args("const t = process.cpuUsage(); return t.user + t.system");
    let now = read.call0(&JsValue::NULL).ok().and_then(|it| it.as_f64());
    now.expect("Node tells the time it took") as u32
}

/// How long something takes, in microseconds: the best of three.
fn timed<T>(act: impl Fn() -> T) -> u32 {
    let mut best = u32::MAX;
    for _ in 0..3 {
        let start = now();
        let done = act();
        best = best.min(now().wrapping_sub(start));
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
            "{lang}: {} lines read in {} ms of processor time; {} searches: median {} µs, 95th percentile {} µs, longest {} µs",
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
