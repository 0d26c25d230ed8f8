//! The browser as platform.

mod clock;
mod fetch;
mod files;
mod store;

pub use clock::BrowserClock;
pub use fetch::Site;
pub use files::Downloads;
pub use store::{LocalStore, store};
