//! Files of the site, over the network or from the browser's cache.

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
            let window = web_sys::window().ok_or(FetchProblem::Missing)?;
            let options = web_sys::RequestInit::new();
            if fresh {
                options.set_cache(web_sys::RequestCache::Reload);
            }
            let asked = window.fetch_with_str_and_init(&address, &options);
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
