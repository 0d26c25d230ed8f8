//! The evaluation figures of the Buy Canadian policy on suppliers and content. The price itself never changes.
//!
//! Amounts may be in any unit of money, the same throughout. Source: BCSC, appendices D, E and F.

use crate::units::{Money, Percent};
use rust_decimal::Decimal;

/// The notional reduction of a Canadian supplier's price. Source: BCSC, appendix D.
pub const SUPPLIER_CREDIT: Percent = Percent::whole(10);

/// The weight of Canadian content unless the solicitation says otherwise. Source: BCSC, appendices E and F.
pub const CONTENT_WEIGHT: Percent = Percent::whole(25);

/// Ten-thousandths of a percent in a whole.
const WHOLE: i128 = 1_000_000;

/// The price at which a Canadian supplier's offer is evaluated, rounded to the cent, halves up.
pub fn supplier_credit(offer: Money) -> Money {
    less_percent(offer, offer, SUPPLIER_CREDIT)
}

/// What the content of an offer does to its evaluated price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceBased {
    /// Value-added over offer, times the weight: the reduction in percent, two decimals, halves up.
    pub factor: Decimal,
    /// The evaluated price, rounded to the cent, halves up. Computed from the exact factor.
    pub evaluated: Money,
}

/// The price-based method. Nothing where the offer is zero or the value-added is more than it.
pub fn price_based(offer: Money, value_added: Money, weight: Percent) -> Option<PriceBased> {
    if offer.is_zero() || offer < value_added {
        return None;
    }
    let product = value_added.millionths() * weight.ten_thousandths();
    let factor = hundredths(product, offer.millionths() * 10_000)?;
    // Offer times value-added over offer is the value-added: the reduction is exact without dividing.
    Some(PriceBased { factor, evaluated: less_percent(offer, value_added, weight) })
}

/// An offer in a point-rated evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatedOffer {
    /// The price.
    pub price: Money,
    /// The Canadian value-added in it.
    pub value_added: Money,
    /// The technical score.
    pub technical: Decimal,
}

/// The weights of a point-rated evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Of the price.
    pub price: Percent,
    /// Of the technical score.
    pub technical: Percent,
    /// Of the Canadian content.
    pub content: Percent,
    /// The highest technical score.
    pub most_technical: Decimal,
}

/// The points of an offer, each part rounded to two decimals, halves up; the total is the sum of the rounded parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// For the price: the lowest price over this one, times the weight.
    pub price: Decimal,
    /// For the technical score.
    pub technical: Decimal,
    /// For Canadian content: value-added over price, times the weight.
    pub content: Decimal,
    /// All three.
    pub total: Decimal,
    /// The place, from 1; offers with the same total share one.
    pub rank: usize,
}

/// The point-rated method, in the order of the offers.
///
/// Nothing where there is no offer, a price or the highest score is zero, a value-added is more than its price, or a
/// score is below zero or above the highest.
pub fn point_rated(offers: &[RatedOffer], weights: &Weights) -> Option<Vec<Points>> {
    let lowest = offers.iter().map(|offer| offer.price).min()?;
    let most = millionths(weights.most_technical)?;
    let mut rated = Vec::new();
    for offer in offers {
        let score = millionths(offer.technical)?;
        if offer.price.is_zero() || offer.price < offer.value_added || score < 0 || most < score || most == 0
        {
            return None;
        }
        let price = share_of(lowest.millionths(), offer.price.millionths(), weights.price)?;
        let technical = share_of(score, most, weights.technical)?;
        let content = share_of(offer.value_added.millionths(), offer.price.millionths(), weights.content)?;
        rated.push(Points { price, technical, content, total: price + technical + content, rank: 0 });
    }
    let totals: Vec<Decimal> = rated.iter().map(|points| points.total).collect();
    for points in &mut rated {
        points.rank = 1 + totals.iter().filter(|total| points.total < **total).count();
    }
    Some(rated)
}

fn millionths(value: Decimal) -> Option<i128> {
    let mut value = value.normalize();
    if value.scale() > 6 || value.is_sign_negative() {
        return None;
    }
    value.rescale(6);
    Some(value.mantissa()).filter(|it| *it < 1_000_000_000_000_000_000_000)
}

/// `part / whole * weight` as points, two decimals, halves up.
fn share_of(part: i128, whole: i128, weight: Percent) -> Option<Decimal> {
    hundredths(part * weight.ten_thousandths(), whole * 10_000)
}

/// A quotient with two decimals, halves up. Both are zero or more.
fn hundredths(dividend: i128, divisor: i128) -> Option<Decimal> {
    if divisor == 0 {
        return None;
    }
    let rounded = dividend.checked_mul(200)?.checked_add(divisor)? / divisor.checked_mul(2)?;
    Decimal::try_from_i128_with_scale(rounded, 2).ok()
}

/// `offer - base * percent`, to the cent, halves up.
fn less_percent(offer: Money, base: Money, percent: Percent) -> Money {
    // Millionths of a dollar times ten-thousandths of a percent; a cent is 10^4 of the one, a whole 10^6 of the other.
    let cent = 10_000 * WHOLE;
    let exact = offer.millionths() * WHOLE - base.millionths() * percent.ten_thousandths();
    // OK because what is left is no less than zero and no more than the offer rounded up to a cent.
    Money::from_cents((exact * 2 + cent) / (cent * 2)).unwrap_or(offer)
}
