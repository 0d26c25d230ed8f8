//! The figures of applicability.

use crate::units::{Dated, Day, Mark, Money, Since, Source};

/// The day on which the figures here were last compared with the reference.
const CHECKED: Day = Day::new(2026, 11, 23);

/// Below this estimated value the policy is off; the value itself is in. Source: SM36 2.2.
pub static FLOOR: Dated<Money> = Dated(&[Since {
    from: Day::EARLIEST,
    value: Money::dollars(25_000),
    cite: Source::Sm36.at("2.2"),
    mark: Mark::Stated,
    checked: CHECKED,
}]);

/// The value, taxes in, from which the Buy Canadian policy on suppliers and content takes over in its sectors.
/// Nothing: it did not exist. Source: BCSC 4.4.1, 4.4.2.
pub static SUPERSEDED_FROM: Dated<Option<Money>> = Dated(&[
    Since {
        from: Day::EARLIEST,
        value: None,
        cite: Source::Bcsc.at("1.2"),
        mark: Mark::Stated,
        checked: CHECKED,
    },
    Since {
        from: Day::new(2025, 12, 16),
        value: Some(Money::dollars(25_000_000)),
        cite: Source::Bcsc.at("4.4.1"),
        mark: Mark::Stated,
        checked: CHECKED,
    },
    Since {
        from: Day::new(2026, 6, 15),
        value: Some(Money::dollars(5_000_000)),
        cite: Source::Bcsc.at("4.4.2"),
        mark: Mark::Stated,
        checked: CHECKED,
    },
]);

/// From this day the interim policy on reciprocal procurement decides who may bid in competitive purchases that are
/// not for defence. Source: RECF, BGREC.
pub static RECIPROCAL: Dated<bool> = Dated(&[
    Since {
        from: Day::EARLIEST,
        value: false,
        cite: Source::Bgrec.whole(),
        mark: Mark::Stated,
        checked: CHECKED,
    },
    Since {
        from: Day::new(2025, 7, 14),
        value: true,
        cite: Source::Bgrec.whole(),
        mark: Mark::Stated,
        checked: CHECKED,
    },
]);

/// How many suppliers are sufficient competition. Source: PN-109U2.
pub static SUFFICIENT: Dated<u32> = Dated(&[
    Since {
        from: Day::EARLIEST,
        value: 3,
        cite: Source::Pn109.whole(),
        mark: Mark::Stated,
        checked: CHECKED,
    },
    Since {
        from: Day::new(2014, 3, 13),
        value: 2,
        cite: Source::Pn109.whole(),
        mark: Mark::Stated,
        checked: CHECKED,
    },
]);
