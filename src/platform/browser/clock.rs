//! The browser's clock.

use crate::platform::{Clock, Now};

/// The browser's clock.
#[derive(Clone, Copy, Debug)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Now {
        let date = js_sys::Date::new_0();
        Now {
            // A browser's year fits until 65535, a month or day always; a float too large would stop at the largest.
            year: date.get_full_year() as u16,
            month: date.get_month() as u8 + 1,
            day: date.get_date() as u8,
            hour: date.get_hours() as u8,
            minute: date.get_minutes() as u8,
            millis: date.get_time() as u64,
        }
    }
}
