//! How long things take in WebAssembly, under Node. Run by `make bench`, with the profile that is shipped (before
//! wasm-opt); not a test of `make test`, and nothing fails here, because a busy machine would fail it.
#![cfg(target_arch = "wasm32")]

#[path = "../../benches/goods/mod.rs"]
mod goods; // the goods that are judged, the same as natively
mod find; // the search for a code
mod origin; // rules of origin: tariff shifts, whole goods, packs

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::console_log;

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

/// Says whether something took as long as it may, in microseconds.
fn told(what: &str, took: u32, most: u32) {
    let held = if took <= most { "within its budget of" } else { "OVER ITS BUDGET of" };
    console_log!("  {what}: {took} µs, {held} {most} µs");
}
