//! The page's parts, tried in a browser. Run by `make test`; alone by
//! `scripts/wasm cargo test --target wasm32-unknown-unknown --test web`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const KEY: &str = "canadian-content.test";

/// The runner is a browser, with the storage the page relies on.
#[wasm_bindgen_test]
fn runs_in_a_browser_with_storage() {
    let window = web_sys::window().expect("a browser has a window");
    let storage = window.local_storage().ok().flatten();
    let storage = storage.expect("storage is there and not blocked");
    assert_eq!(storage.set_item(KEY, "1"), Ok(()));
    assert_eq!(storage.get_item(KEY), Ok(Some("1".to_owned())));
    assert_eq!(storage.remove_item(KEY), Ok(()));
}
