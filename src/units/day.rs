//! A calendar day, without a clock.

use std::fmt;

/// A day of the Gregorian calendar. Days compare in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Before any day of these rules.
    pub const EARLIEST: Day = Day { year: 1, month: 1, day: 1 };

    /// A day known when the program is written. Use `read` for anything typed.
    pub const fn new(year: u16, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    /// Reads `2026-11-22`. Nothing where that is not a day of the calendar.
    pub fn read(text: &str) -> Option<Day> {
        let bytes = text.trim().as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .try_fold(0u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
        };
        let (year, month, day) =
            (number(0, 4)?, u8::try_from(number(5, 7)?).ok()?, u8::try_from(number(8, 10)?).ok()?);
        (year > 0 && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month)).then_some(Day {
            year,
            month,
            day,
        })
    }

    /// The day that is so many days after 1970-01-01. Past the year 9999 it stays there.
    pub fn of_unix_days(days: u64) -> Day {
        let mut left = days;
        let mut day = Day::new(1970, 1, 1);
        while day.year < 9999 {
            let year = if days_in(day.year, 2) == 29 { 366 } else { 365 };
            if left < year {
                break;
            }
            left -= year;
            day.year += 1;
        }
        while day.month < 12 && left >= u64::from(days_in(day.year, day.month)) {
            left -= u64::from(days_in(day.year, day.month));
            day.month += 1;
        }
        let last = days_in(day.year, day.month);
        Day { day: u8::try_from(left + 1).unwrap_or(last).min(last), ..day }
    }

    /// Year, month (from 1) and day of the month.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let rows = [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_779, "2026-11-22"),
            (u64::MAX, "9999-12-31"),
        ];
        for (days, expected) in rows {
            assert_eq!(Day::of_unix_days(days).to_string(), expected);
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for (text, is_day) in [
            ("2026-11-22", true),
            ("2024-02-29", true),
            ("2026-02-29", false),
            ("2026-13-01", false),
            ("26-1-1", false),
            ("2026-00-10", false),
        ] {
            assert_eq!(Day::read(text).map(|d| d.to_string()).as_deref(), is_day.then_some(text));
        }
    }
}
