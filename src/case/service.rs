//! A service: which part of its price is provided by people based where.

use crate::units::Money;

/// A part of the price of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServicePart {
    /// CAD. Nothing: whatever the other parts leave of the price of the line. At most one part may say so.
    pub amount: Option<Money>,
    /// Where the individuals who provide it are based.
    pub place: Place,
}

/// Where the individuals who provide a service are based. Source: SM36 3.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Based in Canada.
    Canada,
    /// Based elsewhere.
    Elsewhere,
    /// They ordinarily work from Canada and live elsewhere: based in Canada or not, by the reading of Q9.
    WorksInCanada,
    /// They live in Canada and ordinarily work from elsewhere: the same the other way round.
    LivesInCanada,
    /// Nobody has said.
    Unknown,
}
