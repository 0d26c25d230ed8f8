//! What only a browser can show of the page's parts. Run by `make test`; alone by
//! `scripts/wasm cargo test --target wasm32-unknown-unknown --test web`.
#![cfg(target_arch = "wasm32")]

use canadian_content::platform::browser::{BrowserClock, Site, store};
use canadian_content::platform::{Clock, Fetch, FetchProblem, StoreProblem};
use js_sys::{Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_store_is_local_storage_where_the_browser_allows_it() {
    let store = store();
    assert!(store.lasts());
    assert_eq!(store.keep("test:a", "Größe: 1 200,50 $ \u{1f341}"), Ok(()));
    assert_eq!(store.get("test:a").as_deref(), Some("Größe: 1 200,50 $ \u{1f341}"));
    assert_eq!(store.set("other:a", "1"), Ok(()));
    assert_eq!(store.keys("test:"), ["test:a"]);
    store.remove("test:a");
    store.remove("other:a");
    assert_eq!(store.get("test:a"), None);
    assert!(store.keys("test:").is_empty());
}

#[wasm_bindgen_test]
fn a_text_that_finds_no_room_leaves_the_one_that_was_there() {
    let store = store();
    assert_eq!(store.keep("test:big", "small"), Ok(()));
    // Browsers allow five million characters or so.
    assert_eq!(store.keep("test:big", &"x".repeat(12_000_000)), Err(StoreProblem::Full));
    assert_eq!(store.get("test:big").as_deref(), Some("small"));
    store.remove("test:big");
}

/// Runs with a `localStorage` whose getter has this body, and puts the browser's own back.
fn with_local_storage(getter: &str, act: impl FnOnce()) {
    let window = web_sys::window().expect("a browser has a window");
    let name = JsValue::from_str("localStorage");
    let own = Reflect::get_own_property_descriptor(&window, &name).expect("a window is an object");
    let replaced = Object::new();
    for (key, value) in
        [("get", JsValue::from(Function::new_no_args(getter))), ("configurable", JsValue::TRUE)]
    {
        assert_eq!(Reflect::set(&replaced, &JsValue::from_str(key), &value), Ok(true));
    }
    assert_eq!(Reflect::define_property(&window, &name, &replaced), Ok(true));
    act();
    if own.is_undefined() {
        assert_eq!(Reflect::delete_property(&window, &name), Ok(true));
    } else {
        assert_eq!(Reflect::define_property(&window, &name, &own.into()), Ok(true));
    }
}

#[wasm_bindgen_test]
fn blocked_or_missing_storage_gives_a_store_that_forgets_with_the_page() {
    for getter in ["throw new DOMException('The operation is insecure.', 'SecurityError')", "return null"] {
        with_local_storage(getter, || {
            let store = store();
            assert!(!store.lasts(), "{getter}");
            assert_eq!(store.keep("test:a", "1"), Ok(()));
            assert_eq!(store.get("test:a").as_deref(), Some("1"));
        });
    }
    assert_eq!(store().get("test:a"), None, "nothing of it reached the browser's own");
    assert!(store().lasts());
}

#[wasm_bindgen_test]
fn the_clock_tells_the_day_of_the_user() {
    let (before, now, after) = (Date::new_0(), BrowserClock.now(), Date::new_0());
    let read = |date: &Date| {
        (date.get_full_year(), date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes())
    };
    let told = (
        u32::from(now.year),
        u32::from(now.month),
        u32::from(now.day),
        u32::from(now.hour),
        u32::from(now.minute),
    );
    // The minute may turn between two readings.
    assert!(told == read(&before) || told == read(&after), "{told:?}");
    assert!(before.get_time() as u64 <= now.millis && now.millis <= after.get_time() as u64);
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_missing() {
    assert_eq!(Site.text("data/no-such-file.pack", false).await, Err(FetchProblem::Missing));
}
