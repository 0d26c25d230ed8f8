//! Downloads: a text becomes a file in the browser itself, and goes nowhere else.

use crate::platform::Files;
use wasm_bindgen::{JsCast, JsValue};

/// The browser's downloads.
#[derive(Clone, Copy, Debug)]
pub struct Downloads;

impl Files for Downloads {
    fn save(&self, name: &str, text: &str) {
        // Nothing to be done where a browser cannot make a file; none is known that has WebAssembly and cannot.
        let _ = offer(name, text);
    }
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}
