//! The files that belong to the site.

use std::future::Future;
use std::pin::Pin;

/// Why a file of the site did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchProblem {
    /// The site could not be reached, or there is no such file.
    Missing,
    /// It is no text.
    NotText,
}

/// A file on its way.
pub type Fetched = Pin<Box<dyn Future<Output = Result<String, FetchProblem>>>>;

/// Fetches files of the site.
pub trait Fetch {
    /// The text of the file at this relative address. `fresh`: past every cache.
    fn text(&self, address: &str, fresh: bool) -> Fetched;
}
