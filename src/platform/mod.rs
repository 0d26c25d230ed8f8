//! What the page needs of the machine it runs on: a store, a clock, files of the site, files of the user.
//!
//! Nothing here knows the domain. `browser` is the real thing; `memory` stands in for a store that is refused, and
//! for all four in tests.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod memory;
mod clock;
mod fetch;
mod files;
mod store;

pub use clock::{Clock, Now};
pub use fetch::{Fetch, FetchProblem, Fetched};
pub use files::Files;
pub use store::{Store, StoreProblem};
