//! Set-asides for Indigenous businesses: two levels, with two denominators that are never added up.

use super::scope::FLOOR;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::units::{Money, Percent, Share, Source};

/// Indigenous ownership and control that is asked for. Source: BGIND.
pub const OWNERSHIP: Percent = Percent::whole(51);
/// The part of the work that an Indigenous business does, where work is subcontracted. Source: BGIND.
pub const WORK: Percent = Percent::whole(33);

/// What is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The estimated value, CAD.
    pub value: Option<Money>,
    /// The Indigenous-business certificate comes with the bid.
    pub certificate: Finding,
    /// Indigenous ownership, percent; zero is possible.
    pub owned: Option<Percent>,
    /// Nobody Indigenous owns any of it.
    pub owned_nothing: bool,
    /// Indigenous people control it.
    pub controlled: Finding,
    /// Work is subcontracted.
    pub subcontracted: Finding,
    /// The contract total, CAD.
    pub total: Option<Money>,
    /// Materials that the contractor buys directly, CAD.
    pub materials: Option<Money>,
    /// Work done by an Indigenous business, CAD.
    pub indigenous: Option<Money>,
    /// The bid meets the 80 % of the Canadian Content Policy.
    pub canadian: Finding,
}

/// A point of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Level one is passed.
    LevelOne,
    /// The certificate comes with the bid.
    Certificate,
    /// Ownership and control.
    Ownership,
    /// Owned to at least 51 %.
    Owned,
    /// Controlled.
    Controlled,
    /// At least 33 % of the work less materials, or nothing is subcontracted.
    Work,
    /// Nothing is subcontracted.
    NothingSubcontracted,
    /// The work done reaches the figure needed.
    WorkDone {
        /// What an Indigenous business does, CAD.
        done: Money,
        /// The work less materials, CAD.
        base: Money,
        /// The least that is needed, CAD.
        needed: Money,
    },
    /// The work and who does it are known.
    WorkKnown,
    /// Level two: the Canadian Content Policy applies within the Indigenous community.
    LevelTwo,
    /// The value reaches the policy's floor.
    Floor,
    /// The bid is Canadian as that policy asks.
    Canadian,
}

/// Both levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The Indigenous-business tests.
    pub one: Judgement<Point>,
    /// The policy applies on top.
    pub two_applies: Finding,
    /// The policy's own test.
    pub two: Judgement<Point>,
}

/// Judges both levels. Source: SM36 7.1 to 7.4; BGIND; SM9.4 for the work less materials.
pub fn levels(facts: &Facts) -> Levels {
    let owned = if facts.owned_nothing {
        Finding::No
    } else {
        facts.owned.map_or(Finding::Unknown, |owned| (OWNERSHIP <= owned).into())
    };
    let ownership = Judgement::all(
        Point::Ownership,
        vec![Judgement::leaf(Point::Owned, owned), Judgement::leaf(Point::Controlled, facts.controlled)],
    )
    .citing(Source::Bgind.whole());
    let one = Judgement::all(
        Point::LevelOne,
        vec![
            Judgement::leaf(Point::Certificate, facts.certificate).citing(Source::Sm36.at("7.2")),
            ownership,
            work(facts),
        ],
    )
    .citing(Source::Sm36.at("7"));
    let two_applies = match (facts.value, FLOOR.latest()) {
        (Some(value), Some(floor)) => (floor.value <= value).into(),
        _ => Finding::Unknown,
    };
    let two = Judgement::all(
        Point::LevelTwo,
        vec![
            Judgement::leaf(Point::Floor, two_applies).citing(Source::Sm36.at("2.2")),
            Judgement::leaf(Point::Canadian, facts.canadian).citing(Source::Sm36.at("7.3")),
        ],
    )
    .citing(Source::Sm36.at("7.3"));
    Levels { one, two_applies, two }
}

fn work(facts: &Facts) -> Judgement<Point> {
    let base = match (facts.total, facts.materials) {
        (Some(total), Some(materials)) if materials <= total => Some(total.less(materials)),
        _ => None,
    };
    let done = match (base, facts.indigenous) {
        (Some(base), Some(done)) if done <= base => {
            let finding = Share::of(done, base).map_or(Finding::Unknown, |share| share.reaches(WORK).into());
            Judgement::leaf(Point::WorkDone { done, base, needed: needed(base) }, finding)
        }
        _ => Judgement::leaf(Point::WorkKnown, Finding::Unknown),
    };
    Judgement::any(
        Point::Work,
        vec![
            Judgement::leaf(Point::NothingSubcontracted, facts.subcontracted.negated()),
            done.citing(Source::Sm94.whole()),
        ],
    )
    .citing(Source::Bgind.whole())
}

/// The least of the work that must be done, in CAD, rounded up to the cent. 100,000 with 40,000 materials: 19,800.
pub fn needed(base: Money) -> Money {
    let exact = base.millionths() * WORK.ten_thousandths();
    let millionths = (exact + 999_999) / 1_000_000;
    Money::from_millionths(millionths).map_or(base, Money::ceil_cents)
}
