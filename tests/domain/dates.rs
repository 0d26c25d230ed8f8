//! Dates and records: federal holidays, business days, how long records are kept.

use crate::table::{self, Row, unreadable};
use canadian_content::finding::Finding;
use canadian_content::policy::calendar::{Holiday, business_days_after, holidays, is_business_day};
use canadian_content::policy::certificate::{Records, keep};
use canadian_content::policy::scope::{
    Bought, Commodity, Entity, Exclusion, Taxes, Value, coverage, international,
};
use canadian_content::units::{Day, Money};

pub(crate) fn finding(text: &str) -> Finding {
    match text {
        "yes" => Finding::Yes,
        "no" => Finding::No,
        _ => Finding::Unknown,
    }
}

#[test]
fn federal_holidays_2024_to_2030() {
    let mut count = 0;
    table::check(include_str!("../data/holidays.txt"), |row| {
        let year: u16 = row.id.parse().unwrap_or_else(|_| unreadable(row.id, "no year"));
        let kept = holidays(year);
        count_kept(&kept, year);
        Holiday::ALL
            .into_iter()
            .map(|holiday| {
                let day = kept.iter().find(|(_, it)| *it == holiday).map(|(day, _)| *day);
                let (_, month, of_month) = day.map_or((0, 0, 0), Day::parts);
                (column(holiday), format!("{month:02}-{of_month:02}"))
            })
            .collect()
    });
    for row in table::rows(include_str!("../data/holidays.txt")) {
        count += usize::from(!row.id.is_empty());
    }
    assert_eq!(count, 7, "2024 to 2030");
}

/// No two holidays on one day, none on a weekend, all in their year.
fn count_kept(kept: &[(Day, Holiday)], year: u16) {
    assert!(kept.windows(2).all(|pair| pair[0].0 < pair[1].0), "{year}");
    assert!(kept.iter().all(|(day, _)| day.weekday() < 5 && !is_business_day(*day)), "{year}");
    assert!(kept.iter().all(|(day, _)| day.parts().0 == year), "{year}");
}

fn column(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "new year",
        Holiday::GoodFriday => "good friday",
        Holiday::EasterMonday => "easter monday",
        Holiday::Victoria => "victoria",
        Holiday::Canada => "canada",
        Holiday::Labour => "labour",
        Holiday::Reconciliation => "reconciliation",
        Holiday::Thanksgiving => "thanksgiving",
        Holiday::Remembrance => "remembrance",
        Holiday::Christmas => "christmas",
        Holiday::Boxing => "boxing",
    }
}

#[test]
fn business_days() {
    table::check(include_str!("../data/due.txt"), |row| {
        let from = Day::read(row.cell("from")).unwrap_or_else(|| unreadable(row.id, "no day"));
        let days = row.cell("days").parse().unwrap_or_else(|_| unreadable(row.id, "no number"));
        let due = business_days_after(from, days);
        assert!(days == 0 || is_business_day(due.day), "{}", row.id);
        vec![("due", due.day.to_string())]
    });
}

#[test]
fn how_long_records_are_kept() {
    table::check(include_str!("../data/records.txt"), |row| {
        let day = |column| Day::read(row.cell(column));
        let kept = keep(&Records {
            paid: day("paid"),
            claims: finding(row.cell("claims")),
            settled: day("settled"),
            defence: finding(row.cell("defence")),
            completed: day("completed"),
        });
        let said = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        vec![("until", said(kept.until)), ("at least", said(kept.at_least))]
    });
}

fn bought(row: &Row<'_>) -> Bought {
    Bought {
        value: Money::read(row.cell("value")).ok().map(|value| Value::of(value, Taxes::In)),
        published: Day::read(row.cell("published")),
        entity: Entity::Department,
        commodity: match row.cell("buys") {
            "goods" => Some(Commodity::Goods),
            "services" => Some(Commodity::Services),
            "construction" => Some(Commodity::Construction),
            _ => None,
        },
        listed_service: Finding::Unknown,
        for_the_three: finding(row.cell("three")),
        class: row.cell("class").to_owned(),
        exclusion: match row.cell("excluded") {
            "no" => Some(None),
            "indigenous" => Some(Some(Exclusion::Indigenous)),
            "research" => Some(Some(Exclusion::Research)),
            "small" => Some(Some(Exclusion::SmallBusiness)),
            _ => None,
        },
    }
}

#[test]
fn trade_agreements() {
    table::check(include_str!("../data/agreements.txt"), |row| {
        let all = coverage(&bought(row));
        let of = |finding| {
            let found = all.iter().filter(|it| it.covers == finding);
            found.map(|it| format!("{:?}", it.agreement)).collect::<Vec<_>>().join(" ")
        };
        let abroad = match international(&all) {
            Finding::Yes => "yes",
            Finding::No => "no",
            Finding::Unknown => "open",
        };
        vec![("covers", of(Finding::Yes)), ("open", of(Finding::Unknown)), ("abroad", abroad.to_owned())]
    });
}
