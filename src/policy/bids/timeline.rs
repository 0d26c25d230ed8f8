//! Bid handling as it happened: events in order of their days, and the state after each.

use super::bid::{Bid, Fate, Mode, Process};
use super::machine::{Handling, handle};
use crate::units::Day;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A valid certificate came.
    Certificate,
    /// The bid was found non-responsive.
    NonResponsive,
    /// It was withdrawn.
    Withdrawn,
    /// Its certificate was found untrue.
    Untrue,
    /// It was awarded.
    Awarded,
}

/// An event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub day: Day,
    /// To which bid, by its place in the list.
    pub bid: usize,
    /// What.
    pub what: What,
}

/// The days of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Closing.
    pub closing: Day,
    /// The last day for certificates that were asked for.
    pub deadline: Option<Day>,
}

/// Something that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The deadline lies before closing.
    DeadlineBeforeClosing,
    /// Something happened before closing that can only happen after it. The place of the event.
    BeforeClosing(usize),
    /// No such bid. The place of the event.
    NoSuchBid(usize),
    /// A bid that had fallen was awarded. The place of the event.
    AwardedAfterFall(usize),
    /// A bid was awarded that could not be. The place of the event.
    NotAwardable(usize),
    /// A second award. The place of the event.
    SecondAward(usize),
    /// The bid that was awarded is withdrawn, or found non-responsive, afterwards. The place of the event.
    FellAfterAward(usize),
    /// A certificate came too late to count. The place of the event.
    TooLate(usize),
}

/// The state after an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The place of the event; nothing for the day of closing itself.
    pub event: Option<usize>,
    /// Who is in, who is out.
    pub handling: Handling,
}

/// Replays the events over a number of bids. Misfits are told, and their events change nothing.
pub fn replay(process: &Process, days: Days, bids: &[Bid], events: &[Event]) -> (Vec<Moment>, Vec<Misfit>) {
    let mut bids = bids.to_vec();
    let mut misfits = Vec::new();
    if days.deadline.is_some_and(|deadline| deadline < days.closing) {
        misfits.push(Misfit::DeadlineBeforeClosing);
    }
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|at| events[*at].day);
    let mut moments: Vec<Moment> = Vec::new();
    let mut awarded: Option<usize> = None;
    let mut closed = false;
    for at in order {
        let event = events[at];
        if !closed && days.closing < event.day {
            closed = true;
            moments.push(Moment { day: days.closing, event: None, handling: handle(process, &bids) });
        }
        let fate = bids.get(event.bid).map(|bid| bid.fate);
        let misfit = match (event.what, fate) {
            (_, None) => Some(Misfit::NoSuchBid(at)),
            (What::Certificate | What::Withdrawn, _) if event.day <= days.closing => None,
            (What::Certificate, _) => too_late(process, days, event.day).then_some(Misfit::TooLate(at)),
            _ if event.day < days.closing => Some(Misfit::BeforeClosing(at)),
            // What becomes of a contract is no longer the handling of bids; an untrue certificate is found then, too.
            (What::Withdrawn | What::NonResponsive, _) if awarded == Some(event.bid) => {
                Some(Misfit::FellAfterAward(at))
            }
            (What::Awarded, _) if awarded.is_some() => Some(Misfit::SecondAward(at)),
            (What::Awarded, Some(fate)) if fate != Fate::Stands => Some(Misfit::AwardedAfterFall(at)),
            (What::Awarded, _) if !handle(process, &bids).awardable.contains(&event.bid) => {
                Some(Misfit::NotAwardable(at))
            }
            _ => None,
        };
        if let Some(misfit) = misfit {
            misfits.push(misfit);
            continue;
        }
        let Some(bid) = bids.get_mut(event.bid) else { continue };
        match event.what {
            What::Certificate if event.day <= days.closing => bid.certified = true,
            What::Certificate => bid.late = true,
            What::NonResponsive => bid.fate = Fate::NonResponsive,
            What::Withdrawn => {
                bid.fate = Fate::Withdrawn;
                // Withdrawn by closing, its certificate was never among those counted.
                bid.certified &= days.closing < event.day;
            }
            What::Untrue => bid.fate = Fate::Untrue,
            What::Awarded => awarded = Some(event.bid),
        }
        moments.push(Moment { day: event.day, event: Some(at), handling: handle(process, &bids) });
    }
    if !closed {
        moments.push(Moment { day: days.closing, event: None, handling: handle(process, &bids) });
    }
    (moments, misfits)
}

/// After closing a certificate counts only where it may be asked for, and by the deadline.
fn too_late(process: &Process, days: Days, day: Day) -> bool {
    process.mode != Mode::SolelyOnRequest || days.deadline.is_none_or(|deadline| deadline < day)
}
