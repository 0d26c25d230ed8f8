//! How much of the total bid price must be Canadian.

use crate::units::{Dated, Day, Mark, Percent, Since, Source};

/// The share that a solicitation asks for unless it says otherwise: 80 % of the total bid price, inclusive.
///
/// A default, not a constant: a solicitation may amend it. Source: SM36 3.3, 4.3 and 9 step 2, "no less than".
pub static SHARE_REQUIRED: Dated<Percent> = Dated(&[Since {
    from: Day::EARLIEST,
    value: Percent::whole(80),
    cite: Source::Sm36.at("4.3"),
    mark: Mark::Stated,
    checked: Day::new(2026, 11, 22),
}]);
