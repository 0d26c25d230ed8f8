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
    /// Nobody has said.
    Unknown,
}
