//! The browser as platform.

mod clock;
mod fetch;
mod files;
mod place;
mod store;

pub use clock::BrowserClock;
pub use fetch::Site;
pub use files::Downloads;
pub use place::{document, window};
pub use store::{LocalStore, store};
