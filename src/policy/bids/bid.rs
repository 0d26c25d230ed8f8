//! A bid as bid handling sees it, and the process it is in.

use crate::policy::questions::Readings;
use crate::units::Money;

/// How the solicitation is limited, and when the certificate is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Open to all; no certificate.
    Open,
    /// Solely limited; the certificate comes with the bid.
    SolelyWithBid,
    /// Solely limited; a missing certificate is asked for.
    SolelyOnRequest,
    /// Conditionally limited; the certificate comes with the bid.
    Conditional,
}

impl Mode {
    /// All four.
    pub const ALL: [Mode; 4] = [Mode::Open, Mode::SolelyWithBid, Mode::SolelyOnRequest, Mode::Conditional];
}

/// What becomes of a bid after the certificates were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It stands.
    Stands,
    /// It is found non-responsive.
    NonResponsive,
    /// It is withdrawn.
    Withdrawn,
    /// Its certificate is found untrue on verification.
    Untrue,
    /// Its certificate turns out not to be what was asked for; nothing untrue was said.
    Defective,
}

impl Fate {
    /// Whether the bid is gone whatever its certificate says.
    pub const fn is_gone(self) -> bool {
        matches!(self, Fate::NonResponsive | Fate::Withdrawn)
    }

    /// Whether its certificate no longer counts.
    pub const fn uncertified(self) -> bool {
        matches!(self, Fate::Untrue | Fate::Defective)
    }
}

/// A bid. Which one is meant is its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bid {
    /// A valid certificate came by closing.
    pub certified: bool,
    /// A valid certificate came in time after being asked for.
    pub late: bool,
    /// What became of it later.
    pub fate: Fate,
    /// It fell in the second phase of the phased offer compliance process, which comes before the count.
    pub fell_in_phases: bool,
    /// Which supplier bids, where bids of the same supplier are to be told.
    pub supplier: Option<u32>,
    /// The evaluated price in CAD, where price decides.
    pub price: Option<Money>,
}

impl Bid {
    /// A bid that stands, without a certificate.
    pub const PLAIN: Bid = Bid {
        certified: false,
        late: false,
        fate: Fate::Stands,
        fell_in_phases: false,
        supplier: None,
        price: None,
    };
}

/// The rules by which the bids are handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    /// How it is limited.
    pub mode: Mode,
    /// How many certified bids limit a conditional process: two, three before 2014-03-13.
    pub needed: u32,
    /// The phased offer compliance process is used.
    pub phased: bool,
    /// The readings of the open questions.
    pub readings: Readings,
}
