//! Which rules of origin a solicitation quotes.

use super::pack::RuleSet;
use crate::units::{Dated, Day, Mark, Since, Source};

/// The rule set that the definition clause in force on the day of publication quotes. A solicitation may carry another
/// edition of the clause; which day governs is this program's reading.
pub static ORIGIN_RULES: Dated<RuleSet> = Dated(&[
    Since {
        from: Day::EARLIEST,
        value: RuleSet::Nafta,
        cite: Source::Sm36.whole(),
        mark: Mark::Inferred,
        checked: Day::new(2026, 11, 23),
    },
    Since {
        from: Day::new(2020, 7, 1),
        value: RuleSet::Cusma,
        cite: Source::A3050t.whole(),
        mark: Mark::Inferred,
        checked: Day::new(2026, 11, 23),
    },
]);
