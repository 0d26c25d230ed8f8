//! A service: how much of its price is provided by individuals based in Canada.

use crate::case::{Place, ServicePart};
use crate::finding::Finding;
use crate::policy::questions::{Question, Readings};
use crate::share::Part;
use crate::units::{Money, Percent, Share};

/// Why the parts of a service do not add up to its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceProblem {
    /// The parts together are more than the price of the line.
    MoreThanPrice,
    /// More than one part claims whatever is left of the price.
    TwoRemainders,
}

/// The parts of a service, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceAnswer {
    /// Price, Canadian part and undecided part.
    pub part: Part,
    /// What keeps the parts from adding up. The whole price is undecided then.
    pub problem: Option<ServiceProblem>,
}

/// Adds up the parts. What no part claims is undecided, never silently Canadian or not.
pub fn split(price: Money, parts: &[ServicePart]) -> ServiceAnswer {
    split_read(price, parts, Readings::DEFAULT)
}

/// The same under these readings of the open questions.
pub(super) fn split_read(price: Money, parts: &[ServicePart], readings: Readings) -> ServiceAnswer {
    match add_up(price, parts, readings) {
        Ok(part) => ServiceAnswer { part, problem: None },
        Err(problem) => ServiceAnswer { part: Part::whole(price, None), problem: Some(problem) },
    }
}

/// Whether people of this place are based in Canada: those who ordinarily work from there or, read the other way, those
/// who live there (Q9).
pub(super) fn based(place: Place, readings: Readings) -> Finding {
    let by_residence = readings.other(Question::BasedInCanada);
    match place {
        Place::Canada => Finding::Yes,
        Place::Elsewhere => Finding::No,
        Place::Unknown => Finding::Unknown,
        Place::WorksInCanada => (!by_residence).into(),
        Place::LivesInCanada => by_residence.into(),
    }
}

fn add_up(price: Money, parts: &[ServicePart], readings: Readings) -> Result<Part, ServiceProblem> {
    let mut remainders = 0;
    let mut stated = Some(Money::ZERO);
    for part in parts {
        match part.amount {
            Some(amount) => stated = stated.and_then(|stated| stated.plus(amount)),
            None => remainders += 1,
        }
    }
    if remainders > 1 {
        return Err(ServiceProblem::TwoRemainders);
    }
    let stated = stated.filter(|stated| *stated <= price).ok_or(ServiceProblem::MoreThanPrice)?;
    let rest = price.less(stated);
    let mut canadian = Money::ZERO;
    let mut unknown = if remainders == 0 { rest } else { Money::ZERO };
    for part in parts {
        let sum = match based(part.place, readings) {
            Finding::Yes => &mut canadian,
            Finding::Unknown => &mut unknown,
            Finding::No => continue,
        };
        // OK because the amounts together are no more than the price.
        *sum = sum.plus(part.amount.unwrap_or(rest)).unwrap_or(price);
    }
    Part::new(price, canadian, unknown).ok_or(ServiceProblem::MoreThanPrice)
}

impl ServiceAnswer {
    /// Whether the service as a whole is Canadian: no less than `threshold` of its price. Source: SM36 3.3.
    ///
    /// Unknown for a price of zero, which has no share.
    pub fn as_one_service(&self, threshold: Percent) -> Finding {
        let part = self.part;
        let reaches = |amount| Share::of(amount, part.price()).map(|share| share.reaches(threshold));
        let highest = part.canadian().plus(part.undetermined()).unwrap_or(part.price());
        match (reaches(part.canadian()), reaches(highest)) {
            (Some(true), _) => Finding::Yes,
            (_, Some(false)) => Finding::No,
            _ => Finding::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_claims_is_undecided() {
        fn money(text: &str) -> Money {
            Money::read(text).expect("an amount of the table")
        }
        let part = |amount: Option<&'static str>, place| ServicePart { amount: amount.map(money), place };
        let rows: [(&[ServicePart], &str, &str, Option<ServiceProblem>); 6] = [
            (&[], "0.00", "100.00", None),
            (&[part(None, Place::Canada)], "100.00", "0.00", None),
            (&[part(Some("30"), Place::Elsewhere), part(None, Place::Canada)], "70.00", "0.00", None),
            (&[part(Some("30"), Place::Canada), part(Some("50"), Place::Elsewhere)], "30.00", "20.00", None),
            (&[part(Some("101"), Place::Canada)], "0.00", "100.00", Some(ServiceProblem::MoreThanPrice)),
            (
                &[part(None, Place::Canada), part(None, Place::Canada)],
                "0.00",
                "100.00",
                Some(ServiceProblem::TwoRemainders),
            ),
        ];
        for (parts, canadian, undetermined, problem) in rows {
            let got = split(money("100"), parts);
            assert_eq!(got.part.canadian(), money(canadian), "{parts:?}");
            assert_eq!(got.part.undetermined(), money(undetermined), "{parts:?}");
            assert_eq!(got.problem, problem, "{parts:?}");
        }
    }
}
