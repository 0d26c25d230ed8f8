//! "Product of Canada" and "Made in Canada" on a good that is not food: what the Competition Bureau would generally not
//! challenge. Source: CBPC, 3.2.1 and 3.2.2, as several law firms quote them; the Bureau's own page was read only in its
//! opening, which says that the guidelines are under review since the amendments of 2022.

use crate::finding::Finding;
use crate::units::{Dated, Day, Mark, Money, Percent, Share, Since, Source};

/// The least of all direct costs that is incurred in Canada, for "Product of Canada".
pub static PRODUCT_OF_CANADA: Dated<Percent> = Dated(&[Since {
    from: Day::new(2010, 7, 1),
    value: Percent::whole(98),
    cite: Source::Cbpc.at("3.2.1"),
    mark: Mark::Inferred,
    checked: Day::new(2026, 11, 23),
}]);

/// The same for "Made in Canada".
pub static MADE_IN_CANADA: Dated<Percent> = Dated(&[Since {
    from: Day::new(2010, 7, 1),
    value: Percent::whole(51),
    cite: Source::Cbpc.at("3.2.2"),
    mark: Mark::Inferred,
    checked: Day::new(2026, 11, 23),
}]);

/// What is known of a good that bears such a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its last substantial transformation took place in Canada.
    pub last_in_canada: Finding,
    /// The part of all direct costs that was incurred in Canada.
    pub share: Option<Share>,
    /// The claim says that it contains imported parts or materials.
    pub qualified: Finding,
}

impl Claimed {
    /// The share of direct costs. Nothing while one is not known, or where the part is more than the whole.
    pub fn share_of(direct: Option<Money>, canadian: Option<Money>) -> Option<Share> {
        Share::of(canadian?, direct?)
    }

    fn reaches(&self, needed: &Dated<Percent>) -> Finding {
        match (self.share, needed.latest()) {
            (Some(share), Some(needed)) => share.reaches(needed.value).into(),
            _ => Finding::Unknown,
        }
    }

    /// Whether it may be called a product of Canada.
    pub fn product_of_canada(&self) -> Finding {
        Finding::all([self.last_in_canada, self.reaches(&PRODUCT_OF_CANADA)])
    }

    /// Whether it may be called made in Canada, with the statement that this asks for.
    pub fn made_in_canada(&self) -> Finding {
        Finding::all([self.last_in_canada, self.reaches(&MADE_IN_CANADA), self.qualified])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_claims_as_a_table() {
        use Finding::{No, Unknown, Yes};
        let rows = [
            (Yes, Some(98), Yes, Yes, Yes),
            (Yes, Some(98), No, Yes, No),
            (Yes, Some(97), Yes, No, Yes),
            (Yes, Some(51), Yes, No, Yes),
            (Yes, Some(50), Yes, No, No),
            (No, Some(100), Yes, No, No),
            (Yes, None, Yes, Unknown, Unknown),
            (Unknown, Some(50), Yes, No, No),
            (Unknown, Some(100), Yes, Unknown, Unknown),
        ];
        for (last_in_canada, percent, qualified, product, made) in rows {
            let part = percent.map(Money::dollars);
            let share = Claimed::share_of(Some(Money::dollars(100)), part);
            let claimed = Claimed { last_in_canada, share, qualified };
            assert_eq!(claimed.product_of_canada(), product, "{claimed:?}");
            assert_eq!(claimed.made_in_canada(), made, "{claimed:?}");
        }
        assert_eq!(Claimed::share_of(Some(Money::dollars(1)), Some(Money::dollars(2))), None);
    }
}
