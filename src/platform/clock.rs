//! What time it is where the user is.

/// A moment by the calendar and clock of the user's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// Milliseconds since 1970, to tell moments apart.
    pub millis: u64,
}

/// Tells the time.
pub trait Clock {
    /// The time.
    fn now(&self) -> Now;
}
