//! From which value a trade agreement covers a purchase. Figures are CAD, taxes and options in; "equal or more" is in.

use super::agreement::Agreement;
use crate::units::{Citation, Day, Mark, Money, Source};

/// What kind of body buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A department or agency.
    Department,
    /// A Crown corporation.
    Crown,
}

/// What is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commodity {
    /// Goods.
    Goods,
    /// Services.
    Services,
    /// Construction.
    Construction,
}

/// A threshold of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// It covers from this value.
    From {
        /// The value, in CAD.
        amount: Money,
        /// How sure we are.
        mark: Mark,
        /// Where it is written.
        cite: Citation,
    },
    /// From one of two values, as the list decides in which the buyer stands.
    Either {
        /// The lower one, in CAD.
        low: Money,
        /// The higher one, in CAD.
        high: Money,
        /// Where both are written.
        cite: Citation,
    },
    /// It does not cover such buyers.
    NotCovered,
    /// The figure was not seen.
    NotSeen,
}

/// The first and last days of the figures here, and the last day on which somebody compared them with the sources.
pub const KNOWN: (Day, Day) = (Day::new(2024, 1, 1), Day::new(2027, 12, 31));
/// The day of the last comparison.
pub const CHECKED: Day = Day::new(2026, 11, 23);
const SECOND_PERIOD: Day = Day::new(2026, 1, 1);

/// One cell: whole dollars and mark; zero dollars are a figure that was not seen.
type Cell = (u32, Mark);
/// Goods, services, construction.
type Cells = [Cell; 3];

const S: Mark = Mark::Stated;
const I: Mark = Mark::Inferred;
const NONE: Cell = (0, I);

const fn cells(goods: u32, services: u32, construction: u32, mark: Mark) -> Cells {
    [(goods, mark), (services, mark), (construction, mark)]
}

/// An agreement whose departments buy from 95,000 special drawing rights on: the marks of the second period differ.
const fn of_ninety_five(second: Mark) -> [Cells; 4] {
    [
        cells(134_300, 134_300, 8_800_000, S),
        cells(145_900, 145_900, 9_200_000, second),
        cells(671_500, 671_500, 21_400_000, S),
        cells(729_700, 729_700, 23_300_000, second),
    ]
}

/// An agreement whose departments buy from 130,000 special drawing rights on, with its Crown corporations.
const fn of_hundred_thirty(marks: [Mark; 2], crown: [Cells; 2]) -> [Cells; 4] {
    let [first, second] = marks;
    let [crown_first, crown_second] = crown;
    [
        cells(229_600, 229_600, 8_800_000, first),
        cells(239_200, 239_200, 9_200_000, second),
        crown_first,
        crown_second,
    ]
}

/// The cells of an agreement: departments in the first and second period, Crown corporations in both.
const fn row(agreement: Agreement) -> [Cells; 4] {
    match agreement {
        Agreement::Cfta => [
            cells(33_400, 133_800, 133_800, S),
            cells(34_700, 139_000, 139_000, S),
            cells(668_800, 668_800, 6_685_000, S),
            cells(694_700, 694_700, 6_943_900, S),
        ],
        Agreement::Korea => [
            cells(100_000, 100_000, 8_800_000, S),
            cells(100_000, 100_000, 9_200_000, S),
            [NONE; 3],
            [NONE; 3],
        ],
        Agreement::Chile | Agreement::Colombia => of_ninety_five(S),
        Agreement::Honduras | Agreement::Panama => of_ninety_five(I),
        Agreement::Peru => [
            cells(167_800, 167_800, 8_800_000, S),
            [(174_800, S), (174_800, S), (9_200_000, I)],
            cells(671_500, 671_500, 21_400_000, S),
            [NONE; 3],
        ],
        Agreement::Cptpp => of_hundred_thirty(
            [S, S],
            [cells(627_200, 627_200, 8_800_000, S), cells(653_200, 653_200, 9_200_000, S)],
        ),
        Agreement::Ceta => {
            of_hundred_thirty([S, S], [cells(627_200, 627_200, 8_800_000, S), [NONE, NONE, (9_200_000, S)]])
        }
        Agreement::Ukraine => of_hundred_thirty([S, I], [[NONE; 3]; 2]),
        Agreement::UnitedKingdom | Agreement::Wto => of_hundred_thirty([I, I], [[NONE; 3]; 2]),
        Agreement::Cusma => [[NONE; 3]; 4],
    }
}

/// The threshold for a solicitation published on `day`. Nothing outside the two periods that are known.
pub fn threshold(agreement: Agreement, entity: Entity, commodity: Commodity, day: Day) -> Option<Threshold> {
    if day < KNOWN.0 || KNOWN.1 < day {
        return None;
    }
    let second = SECOND_PERIOD <= day;
    let at = usize::from(second) + if entity == Entity::Crown { 2 } else { 0 };
    let (dollars, mark) = row(agreement)[at][commodity as usize];
    let cite = match (second, agreement) {
        (false, _) => Source::Cpn20236,
        // The stored copy of the notice still prints the older figures for these; a broker's digest gives the new ones.
        (true, Agreement::Chile | Agreement::Colombia) => Source::Cole,
        (true, _) => Source::Cpn20258,
    }
    .whole();
    if agreement == Agreement::Cusma || (agreement == Agreement::Korea && entity == Entity::Crown) {
        return Some(Threshold::NotCovered);
    }
    if dollars == 0 {
        return Some(Threshold::NotSeen);
    }
    let amount = Money::dollars(dollars);
    let two_lists = agreement == Agreement::Ceta
        && entity == Entity::Crown
        && !second
        && commodity != Commodity::Construction;
    if two_lists {
        return Some(Threshold::Either { low: amount, high: Money::dollars(706_700), cite });
    }
    Some(Threshold::From { amount, mark, cite })
}
