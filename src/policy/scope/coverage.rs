//! Which agreements cover a purchase, as far as value, buyer and commodity tell.

use super::agreement::Agreement;
use super::defence_goods::outside_coverage;
use super::purchase::Value;
use super::trade::{Commodity, Entity, Threshold, threshold};
use crate::finding::Finding;
use crate::units::{Day, Money};

/// A reason for which agreements leave a purchase out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// Shipbuilding and repair. Code 01.
    Shipbuilding,
    /// A measure for Indigenous businesses. Code 07.
    Indigenous,
    /// A set-aside for small business. Code 08.
    SmallBusiness,
    /// Research and development. Code 14.
    Research,
    /// A national security exception.
    NationalSecurity,
}

impl Exclusion {
    /// All.
    pub const ALL: [Exclusion; 5] = [
        Exclusion::Indigenous,
        Exclusion::NationalSecurity,
        Exclusion::Research,
        Exclusion::Shipbuilding,
        Exclusion::SmallBusiness,
    ];

    /// Whether it takes a purchase out of an agreement. Source: PDOC, exception codes; national security: BGTA.
    pub const fn removes(self, agreement: Agreement) -> bool {
        match self {
            Exclusion::Indigenous | Exclusion::NationalSecurity => true,
            Exclusion::Research | Exclusion::Shipbuilding => !matches!(agreement, Agreement::Cfta),
            Exclusion::SmallBusiness => !matches!(agreement, Agreement::Ceta | Agreement::UnitedKingdom),
        }
    }
}

/// What coverage is asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// The estimated value with taxes, as far as it is known.
    pub value: Option<Value>,
    /// When the solicitation is published.
    pub published: Option<Day>,
    /// Who buys.
    pub entity: Entity,
    /// What is bought. Nothing: not known.
    pub commodity: Option<Commodity>,
    /// The service is on the lists of services. Of no effect for goods and construction.
    pub listed_service: Finding,
    /// It is bought by or for National Defence, the RCMP or the Coast Guard.
    pub for_the_three: Finding,
    /// The federal supply class, two or four digits; empty where it is not known.
    pub class: String,
    /// The reason for which it is left out; nothing inside where none is claimed; nothing where nobody has said.
    pub exclusion: Option<Option<Exclusion>>,
}

/// One agreement's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Which agreement.
    pub agreement: Agreement,
    /// Its threshold. Nothing where commodity or day are not known, or the day is outside the known periods.
    pub threshold: Option<Threshold>,
    /// The value reaches it.
    pub reached: Finding,
    /// It covers the purchase.
    pub covers: Finding,
}

/// Every agreement's answer, in the order of `Agreement::ALL`.
pub fn coverage(bought: &Bought) -> Vec<Covered> {
    let mut all = Vec::new();
    for agreement in Agreement::ALL {
        all.push(covered(agreement, bought));
    }
    all
}

/// Whether at least one international agreement covers the purchase.
pub fn international(all: &[Covered]) -> Finding {
    let abroad = all.iter().filter(|it| it.agreement.is_international());
    Finding::any(abroad.map(|it| it.covers))
}

fn covered(agreement: Agreement, bought: &Bought) -> Covered {
    let threshold = match (bought.commodity, bought.published) {
        (Some(commodity), Some(day)) => threshold(agreement, bought.entity, commodity, day),
        _ => None,
    };
    let reached = match (&threshold, bought.value) {
        (Some(Threshold::NotCovered), _) => Finding::No,
        (Some(Threshold::From { amount, .. }), Some(value)) => value.reaches(*amount),
        (Some(Threshold::Either { low, high, .. }), Some(value)) => {
            Finding::agreed([value.reaches(*low), value.reaches(*high)])
        }
        _ => Finding::Unknown,
    };
    let left_out = match bought.exclusion {
        None => Finding::Unknown,
        Some(None) => Finding::No,
        Some(Some(exclusion)) => exclusion.removes(agreement).into(),
    };
    let listed = match bought.commodity {
        Some(Commodity::Services) => bought.listed_service,
        Some(Commodity::Goods) if agreement.is_international() => defence_good(bought).negated(),
        Some(_) => Finding::Yes,
        None => Finding::Unknown,
    };
    let covers = Finding::all([reached, left_out.negated(), listed]);
    Covered { agreement, threshold, reached, covers }
}

/// A good that the three buyers buy outside international coverage.
fn defence_good(bought: &Bought) -> Finding {
    let outside = outside_coverage(&bought.class).unwrap_or(Finding::Unknown);
    Finding::all([bought.for_the_three, outside])
}

/// The thresholds that a value may or may not reach, as taxes are in it or not.
pub fn near(all: &[Covered], value: Value) -> Vec<(Agreement, Money)> {
    let mut found = Vec::new();
    for it in all {
        if let Some(Threshold::From { amount, .. }) = it.threshold
            && value.low < amount
            && amount <= value.high
        {
            found.push((it.agreement, amount));
        }
    }
    found
}
