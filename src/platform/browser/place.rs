//! The window that the page stands in: the browser's own, or, in the page of another site, the part of that page which
//! `shell/element.js` has made and which looks like a window to whoever asks it for no more than the page does.

use js_sys::{Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Window};

/// The window.
pub fn window() -> Window {
    let made = Reflect::get(&global(), &JsValue::from_str("calculatorWindow")).unwrap_or_default();
    if made.is_object() { made } else { global().into() }.unchecked_into()
}

/// What stands in it.
pub fn document() -> Document {
    // OK because a window that shows a page has one.
    window().document().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}
