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

    /// Days since 1970-01-01; below zero before it.
    pub fn unix_days(self) -> i64 {
        // Years are counted from March, so that the leap day stands last (the usual civil-calendar arithmetic).
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468
    }

    /// So many days later. Before 1970 or past the year 9999 it stays at the edge.
    pub fn plus_days(self, days: i64) -> Day {
        Day::of_unix_days(u64::try_from(self.unix_days() + days).unwrap_or(0))
    }

    /// The same day so many years later; 29 February becomes 28 February where there is none.
    pub fn plus_years(self, years: u16) -> Day {
        let year = self.year.saturating_add(years).min(9999);
        Day { year, day: self.day.min(days_in(year, self.month)), ..self }
    }

    /// The same day so many months earlier, or the last of that month where there is none. Not before the year 1.
    pub fn less_months(self, months: u16) -> Day {
        let all = (u32::from(self.year) * 12 + u32::from(self.month) - 1).saturating_sub(u32::from(months));
        // OK because a month is below 12 and a year was one before.
        let (year, month) = ((all / 12).max(1) as u16, (all % 12) as u8 + 1);
        Day { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// From 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday. OK because a remainder by seven fits.
        (self.unix_days() + 3).rem_euclid(7) as u8
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
    fn days_are_counted_back_and_forth() {
        for days in (0..25_000).step_by(13) {
            assert_eq!(Day::of_unix_days(days).unix_days(), i64::try_from(days).expect("small"));
        }
        // (day, weekday, six years later, three months earlier)
        for (day, weekday, later, earlier) in [
            ("2026-11-23", 0, "2032-11-23", "2026-08-23"),
            ("2024-02-29", 3, "2030-02-28", "2023-11-29"),
            ("2026-05-31", 6, "2032-05-31", "2026-02-28"),
            ("2026-01-15", 3, "2032-01-15", "2025-10-15"),
        ] {
            let day = Day::read(day).expect("a day");
            assert_eq!(
                (day.weekday(), day.plus_years(6).to_string(), day.less_months(3).to_string()),
                (weekday, later.to_owned(), earlier.to_owned()),
                "{day}"
            );
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
