//! Files of the site, over the network or from the browser's cache, checked by the browser against the hashes that the
//! page holds.

use super::place::{document, window};
use crate::platform::{Fetch, FetchProblem, Fetched};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The site that the page came from.
#[derive(Clone, Copy, Debug)]
pub struct Site;

impl Fetch for Site {
    fn text(&self, address: &str, fresh: bool) -> Fetched {
        let address = address.to_owned();
        Box::pin(async move {
            let options = web_sys::RequestInit::new();
            if fresh {
                options.set_cache(web_sys::RequestCache::Reload);
            }
            // What the built page says of the file; a page that was not sealed says nothing.
            let plain = address.split('?').next().unwrap_or_default();
            if let Some(sum) = sum(plain) {
                options.set_integrity(&sum);
            }
            let asked = window().fetch_with_str_and_init(&address, &options);
            let answer = JsFuture::from(asked).await.map_err(|_| FetchProblem::Missing)?;
            let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchProblem::Missing)?;
            if !answer.ok() {
                return Err(FetchProblem::Missing);
            }
            let text = answer.text().map_err(|_| FetchProblem::NotText)?;
            let text = JsFuture::from(text).await.map_err(|_| FetchProblem::Missing)?;
            text.as_string().ok_or(FetchProblem::NotText)
        })
    }
}

/// The hash of a file of the site, as the page's head holds it.
fn sum(name: &str) -> Option<String> {
    let mut selector = String::from("meta[name='");
    selector.push_str(name);
    selector.push_str("']");
    document().query_selector(&selector).ok()??.get_attribute("content")
}
