//! Business days: the federal holidays, computed for any year.
//!
//! Source: Interpretation Act, sections 26, 27(5) and 35, for the statutory list; Boxing Day and the days on which a
//! holiday of the weekend is kept are those of federal offices (an inference). Provincial and municipal days are not
//! counted: an office that keeps one may allow a day more, never one less.

use crate::units::{Day, Mark};

/// A federal holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// The Monday after Easter.
    EasterMonday,
    /// The Monday before 25 May.
    Victoria,
    /// 1 July; 2 July where that is a Sunday.
    Canada,
    /// The first Monday of September.
    Labour,
    /// 30 September, since 2021.
    Reconciliation,
    /// The second Monday of October.
    Thanksgiving,
    /// 11 November.
    Remembrance,
    /// 25 December.
    Christmas,
    /// 26 December, in federal offices.
    Boxing,
}

impl Holiday {
    /// All, in the order of the year.
    pub const ALL: [Holiday; 11] = [
        Holiday::NewYear,
        Holiday::GoodFriday,
        Holiday::EasterMonday,
        Holiday::Victoria,
        Holiday::Canada,
        Holiday::Labour,
        Holiday::Reconciliation,
        Holiday::Thanksgiving,
        Holiday::Remembrance,
        Holiday::Christmas,
        Holiday::Boxing,
    ];

    /// How sure it is that nobody works: the statutory list, or the custom of federal offices.
    pub const fn mark(self) -> Mark {
        match self {
            Holiday::Boxing => Mark::Inferred,
            _ => Mark::Stated,
        }
    }

    /// The day itself in a year. Nothing before it existed.
    pub fn day(self, year: u16) -> Option<Day> {
        let fixed = |month, day| Some(Day::new(year, month, day));
        match self {
            Holiday::NewYear => fixed(1, 1),
            Holiday::GoodFriday => Some(easter(year).plus_days(-2)),
            Holiday::EasterMonday => Some(easter(year).plus_days(1)),
            Holiday::Victoria => {
                let last = Day::new(year, 5, 24);
                Some(last.plus_days(-i64::from(last.weekday())))
            }
            Holiday::Canada => fixed(7, 1),
            Holiday::Labour => Some(monday(year, 9, 1)),
            Holiday::Reconciliation if year < 2021 => None,
            Holiday::Reconciliation => fixed(9, 30),
            Holiday::Thanksgiving => Some(monday(year, 10, 8)),
            Holiday::Remembrance => fixed(11, 11),
            Holiday::Christmas => fixed(12, 25),
            Holiday::Boxing => fixed(12, 26),
        }
    }
}

/// The first Monday on or after a day of a month.
fn monday(year: u16, month: u8, from: u8) -> Day {
    let first = Day::new(year, month, from);
    first.plus_days((7 - i64::from(first.weekday())) % 7)
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus; the letters are those it is printed with).
#[allow(clippy::many_single_char_names)]
fn easter(year: u16) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b + 1 - f) / 3;
    let h = (19 * a + b + 15 - d - g) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l + 114 - 7 * m;
    // OK because a month is 3 or 4 and a day at most 31.
    Day::new(year, (n / 31) as u8, (n % 31) as u8 + 1)
}

/// The days on which federal offices keep their holidays in a year, in order: a holiday of the weekend moves to the
/// next day of work that is not one itself.
pub fn holidays(year: u16) -> Vec<(Day, Holiday)> {
    let mut kept: Vec<(Day, Holiday)> = Vec::new();
    for holiday in Holiday::ALL {
        let Some(mut day) = holiday.day(year) else { continue };
        while day.weekday() > 4 || kept.iter().any(|(other, _)| *other == day) {
            day = day.plus_days(1);
        }
        kept.push((day, holiday));
    }
    kept.sort();
    kept
}

/// The holiday that federal offices keep on a day.
pub fn holiday(day: Day) -> Option<Holiday> {
    holidays(day.parts().0).into_iter().find(|(kept, _)| *kept == day).map(|(_, holiday)| holiday)
}

/// Whether federal offices work on a day.
pub fn is_business_day(day: Day) -> bool {
    day.weekday() < 5 && holiday(day).is_none()
}

/// A day that is so many business days after another, and the holidays passed on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day.
    pub day: Day,
    /// The holidays of working weekdays that were not counted.
    pub passed: Vec<(Day, Holiday)>,
}

/// So many business days after a day, which itself does not count.
pub fn business_days_after(day: Day, count: u32) -> Due {
    let mut due = Due { day, passed: Vec::new() };
    let mut left = count;
    while left > 0 {
        due.day = due.day.plus_days(1);
        if due.day.weekday() > 4 {
            continue;
        }
        match holiday(due.day) {
            Some(holiday) => due.passed.push((due.day, holiday)),
            None => left -= 1,
        }
        // Past the end of the calendar no day comes any more.
        if due.day.parts() == (9999, 12, 31) {
            break;
        }
    }
    due
}
