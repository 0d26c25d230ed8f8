//! What happens to my bid if so many others certify?

use super::bid::{Bid, Fate, Mode, Process};
use super::machine::{Handling, Step, handle};
use crate::policy::questions::Readings;

/// What a bidder may expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Prospect {
    /// Every bid is evaluated, and a certificate gives no preference.
    Everyone,
    /// The evaluation is limited to the certified, of which I am one.
    AmongCertified,
    /// I am out, unless every certified bid falls.
    OutUnlessAllFall,
    /// I am out.
    Out,
}

/// A row of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProspectRow {
    /// How many others certify; the last row stands for that many or more.
    pub others: u32,
    /// If I certify.
    pub certified: Prospect,
    /// If I do not.
    pub uncertified: Prospect,
}

/// One row for each number of others that certify, from none to as many as are needed. Read off the machine.
pub fn prospects(mode: Mode, needed: u32) -> Vec<ProspectRow> {
    let process = Process { mode, needed, phased: false, readings: Readings::DEFAULT };
    let mut rows = Vec::new();
    for others in 0..=needed.max(1) {
        let of = |mine: bool| prospect(&process, others, mine);
        rows.push(ProspectRow { others, certified: of(true), uncertified: of(false) });
    }
    rows
}

/// My bid stands first, then a rival without a certificate, then so many with one.
fn prospect(process: &Process, others: u32, certified: bool) -> Prospect {
    let mut bids = vec![Bid { certified, ..Bid::PLAIN }, Bid::PLAIN];
    for _ in 0..others {
        bids.push(Bid { certified: true, ..Bid::PLAIN });
    }
    let now = handle(process, &bids);
    if is_in(&now) {
        let limited = now
            .steps
            .iter()
            .any(|step| matches!(step, Step::CertifiedOnly | Step::LimitedToCertified { .. }));
        return if limited { Prospect::AmongCertified } else { Prospect::Everyone };
    }
    for bid in &mut bids {
        if bid.certified {
            bid.fate = Fate::NonResponsive;
        }
    }
    if is_in(&handle(process, &bids)) { Prospect::OutUnlessAllFall } else { Prospect::Out }
}

fn is_in(handling: &Handling) -> bool {
    handling.awardable.contains(&0)
}
