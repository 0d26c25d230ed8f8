//! Cases about the share of a bid.

use super::number_text;
use crate::case::{Basis, Bid, GoodOrigin, Line, LineId, Offer, Role, StatedBasis};
use crate::decide::{BidAnswer, decide};
use crate::io::report_json::outcome_id;
use crate::policy::SHARE_REQUIRED;
use crate::share::{Outcome, ShareAnswer};
use crate::units::{Day, Money, Percent, Quantity, read_decimal};
use serde_json::{Map, Value, json};

/// `lines[{price_cents, canadian}]` with `threshold_percent`: the outcome and the sums in cents.
///
/// A price below zero, or one that is not whole cents, is refused: `{"outcome": "refused"}`.
pub(super) fn share(input: &Value) -> Option<Value> {
    let threshold = match input.get("threshold_percent") {
        Some(value) => Percent::read(&number_text(value)?).ok(),
        None => default_threshold(),
    };
    let lines = input.get("lines")?.as_array()?;
    let priced: Option<Vec<Line>> =
        lines.iter().enumerate().map(|(index, line)| stated_line(index, line)).collect();
    let (Some(threshold), Some(priced)) = (threshold, priced) else {
        return Some(json!({ "outcome": "refused" }));
    };
    let share = weighed(priced, threshold)?;
    let mut answer = Map::new();
    answer.insert("outcome".to_owned(), json!(outcome_id(share.outcome)));
    for (key, amount) in [
        ("canadian_cents", share.tally.canadian),
        ("undetermined_cents", share.tally.undetermined),
        ("total_cents", share.tally.total),
    ] {
        answer.insert(key.to_owned(), cents(amount)?);
    }
    if share.outcome == Outcome::NotMet && share.tally.undetermined.is_zero() {
        answer.insert("shortfall_cents".to_owned(), cents(share.shortfall)?);
    }
    Some(Value::Object(answer))
}

/// A published bid: `lines[{qty, unit_price, canadian}]` in dollars.
pub(super) fn published_bid(input: &Value) -> Option<Value> {
    let threshold = match input.get("threshold_pct") {
        Some(value) => Percent::read(&number_text(value)?).ok()?,
        None => default_threshold()?,
    };
    let lines = input.get("lines")?.as_array()?;
    let line = |(index, line): (usize, &Value)| {
        let quantity = Quantity::read(&number_text(line.get("qty")?)?).ok()?;
        let price = Money::read(&number_text(line.get("unit_price")?)?).ok()?;
        let canadian = line.get("canadian").and_then(Value::as_bool);
        Some(stated(index, price.extended(quantity).ok()?, canadian))
    };
    let share = weighed(lines.iter().enumerate().map(line).collect::<Option<_>>()?, threshold)?;
    let percent = share.low.map(|low| low.shown());
    Some(json!({
        "total_bid_price": dollars(share.tally.total),
        "canadian": dollars(share.tally.canadian),
        "non_canadian": dollars(share.tally.other()),
        "pct_published": percent.map(|percent| number(&percent.to_string())),
        "meets": match share.outcome {
            Outcome::Met => json!(true),
            Outcome::NotMet => json!(false),
            _ => Value::Null,
        },
    }))
}

fn default_threshold() -> Option<Percent> {
    SHARE_REQUIRED.latest().map(|entry| entry.value)
}

fn stated_line(index: usize, line: &Value) -> Option<Line> {
    let cents = read_decimal(&number_text(line.get("price_cents")?)?).ok()?;
    let whole = i128::try_from(cents).ok().filter(|_| cents.is_integer())?;
    let amount = Money::from_cents(whole).ok()?;
    Some(stated(index, amount, line.get("canadian").and_then(Value::as_bool)))
}

fn stated(index: usize, amount: Money, canadian: Option<bool>) -> Line {
    let origin = match canadian {
        Some(canadian) => GoodOrigin::Stated { canadian, basis: StatedBasis::Other },
        None => GoodOrigin::Unknown,
    };
    // OK because no case file has more lines than fit; past it the id is only less telling.
    let id = LineId(u32::try_from(index + 1).unwrap_or(u32::MAX));
    Line { id, amount: Some(amount), offer: Offer::Good(origin), role: Role::Offered }
}

fn weighed(lines: Vec<Line>, threshold: Percent) -> Option<ShareAnswer> {
    let bid = Bid { lines, basis: Basis::Aggregate, threshold, day: Day::EARLIEST };
    match decide(&bid, None).answer {
        BidAnswer::Aggregate { share, .. } => Some(*share),
        BidAnswer::ItemByItem(_) => None,
    }
}

fn cents(amount: Money) -> Option<Value> {
    serde_json::from_str(&(amount.millionths() / 10_000).to_string()).ok()
}

fn dollars(amount: Money) -> Value {
    number(&amount.get().normalize().to_string())
}

fn number(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}
