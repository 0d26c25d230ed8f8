//! Cases about the procedure: does the policy apply, which clauses, who is evaluated, Buy Canadian figures.

use super::number_text;
use crate::finding::Finding;
use crate::policy::bids::{self, Bid, Fate, Mode, Process};
use crate::policy::clause::{Instrument, Limit, Requirement, clauses};
use crate::policy::questions::Readings;
use crate::policy::regimes::buy_canadian::{
    CONTENT_WEIGHT, RatedOffer, Weights, point_rated, price_based, supplier_credit,
};
use crate::policy::scope::{Aid, Buyer, Purchase, Taxes, applies};
use crate::units::{Day, Money, Percent, read_decimal};
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Whether the policy applies: the outcome and the row that decides. An absent optional fact means no.
pub(super) fn scope(input: &Value) -> Option<Value> {
    let flag = |key: &str| match input.get(key) {
        None | Some(Value::Null) => Some(Finding::No),
        Some(value) => value.as_bool().map(Finding::from),
    };
    let published = match input.get("published") {
        None | Some(Value::Null) => None,
        Some(value) => Some(Day::read(value.as_str()?)?),
    };
    let purchase = Purchase {
        competitive: input.get("competitive")?.as_bool().into(),
        value: Some(cents(input.get("value_cents")?)?),
        taxes: Taxes::In,
        buyer: Some(match input.get("buyer")?.as_str()? {
            "pspc" => Buyer::Pspc,
            "dnd" => Buyer::Defence,
            "other" => Buyer::Other,
            _ => return None,
        }),
        defence_supplies: flag("defence_supplies")?,
        construction: flag("construction")?,
        former_category: match input.get("former_ssc_category") {
            None | Some(Value::Null) => Finding::Yes,
            Some(value) => value.as_bool()?.into(),
        },
        international: flag("ita")?,
        aid: Some(match input.get("aid").and_then(Value::as_str) {
            None | Some("no" | "none") => Aid::None,
            Some("furtherance") => Aid::Furtherance,
            Some("own_account") => Aid::OwnAccount,
            Some(_) => return None,
        }),
        office_abroad: flag("office_abroad")?,
        cabinet: flag("cabinet")?,
        // Without a day of publication no threshold of the other policy can be read.
        sector: if published.is_none() { Finding::No } else { flag("sector")? },
        exception: flag("exception")?,
        published,
    };
    let answer = applies(&purchase, Readings::DEFAULT);
    Some(json!({ "outcome": answer.outcome?.id(), "row": answer.row?.number() }))
}

/// The clause numbers of a requirement.
pub(super) fn clause(input: &Value) -> Option<Value> {
    let instrument = match input.get("instrument")?.as_str()? {
        "bid" => Instrument::Bid,
        "rfso" => Instrument::StandingOffer,
        _ => return None,
    };
    let limit = match input.get("limit")?.as_str()? {
        "solely" => Limit::Solely,
        "conditional" => Limit::Conditionally,
        "open" => Limit::Open,
        _ => return None,
    };
    let requirement = match input.get("kind")?.as_str()? {
        "good" => Requirement::OneGood,
        "goods_items" => Requirement::GoodsByItem,
        "goods_agg" => Requirement::GoodsTogether,
        "service" => Requirement::OneService,
        "mix" => Requirement::Mix,
        "other" => Requirement::Services,
        _ => return None,
    };
    let found = clauses(instrument, limit, requirement);
    Some(json!({
        "certification": found.certification.into_iter().collect::<Vec<_>>(),
        "with": found.with,
        "award": found.award,
        "number_confidence": found.pairing.id(),
    }))
}

/// Who is evaluated, who may be awarded, and what it ends in.
pub(super) fn bid_handling(input: &Value) -> Option<Value> {
    let with_bid = input.get("certification_with_bid").and_then(Value::as_bool);
    let mode = match (input.get("mode")?.as_str()?, with_bid) {
        ("open", _) => Mode::Open,
        ("solely", Some(true)) => Mode::SolelyWithBid,
        ("solely", _) => Mode::SolelyOnRequest,
        ("conditional", _) => Mode::Conditional,
        _ => return None,
    };
    let needed = match input.get("min_certified") {
        None | Some(Value::Null) => 2,
        Some(value) => u32::try_from(value.as_u64()?).ok()?,
    };
    let mut bids = Vec::new();
    let mut ids = Vec::new();
    for bid in input.get("bids")?.as_array()? {
        ids.push(bid.get("id").cloned().unwrap_or(Value::Null));
        bids.push(Bid {
            certified: yes_or_no(bid.get("cert"))?,
            late: yes_or_no(bid.get("late"))?,
            fate: match bid.get("fate").and_then(Value::as_str) {
                None | Some("ok") => Fate::Stands,
                Some("out" | "non_responsive") => Fate::NonResponsive,
                Some("withdrawn") => Fate::Withdrawn,
                Some(_) => return None,
            },
            ..Bid::PLAIN
        });
    }
    let process = Process { mode, needed, phased: false, readings: Readings::DEFAULT };
    let handled = bids::handle(&process, &bids);
    let named = |places: &[usize]| places.iter().map(|at| ids[*at].clone()).collect::<Vec<_>>();
    Some(json!({
        "outcome": handled.outcome.id(),
        "evaluated": named(&handled.evaluated),
        "awardable": named(&handled.awardable),
    }))
}

fn yes_or_no(value: Option<&Value>) -> Option<bool> {
    match value {
        None | Some(Value::Null) => Some(false),
        Some(Value::Bool(answer)) => Some(*answer),
        Some(value) => match value.as_str()? {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
    }
}

/// The Buy Canadian figures: point-rated where there are offers, price-based where there is value-added, and else the
/// supplier credit. `{"outcome": "refused"}` where the figures contradict each other.
pub(super) fn buy_canadian(input: &Value) -> Option<Value> {
    let refused = || json!({ "outcome": "refused" });
    if let Some(offers) = input.get("offers") {
        return rated(offers.as_array()?, input).or_else(|| Some(refused()));
    }
    let offer = cents(input.get("offer")?)?;
    let Some(value_added) = input.get("cva") else {
        return Some(json!({ "evaluated": whole_cents(supplier_credit(offer))? }));
    };
    let weight = match input.get("weight") {
        None | Some(Value::Null) => CONTENT_WEIGHT,
        Some(weight) => Percent::read(&number_text(weight)?).ok()?,
    };
    let Some(found) = price_based(offer, cents(value_added)?, weight) else { return Some(refused()) };
    Some(json!({ "factor": number(found.factor)?, "evaluated": whole_cents(found.evaluated)? }))
}

fn rated(offers: &[Value], input: &Value) -> Option<Value> {
    let decimal = |value: Option<&Value>| read_decimal(&number_text(value?)?).ok();
    let weight = |key: &str| Percent::new(decimal(input.get("weights")?.get(key))?).ok();
    let weights = Weights {
        price: weight("price")?,
        technical: weight("tech")?,
        content: weight("cva")?,
        most_technical: decimal(input.get("max_tech"))?,
    };
    let mut read = Vec::new();
    for offer in offers {
        let amount = |key: &str| Money::new(decimal(offer.get(key))?).ok();
        read.push(RatedOffer {
            price: amount("price")?,
            value_added: amount("cva")?,
            technical: decimal(offer.get("tech"))?,
        });
    }
    let mut rows = Vec::new();
    let mut rank = Vec::new();
    for points in point_rated(&read, &weights)? {
        let row: Option<Vec<Value>> =
            [points.price, points.technical, points.content, points.total].into_iter().map(number).collect();
        rows.push(Value::Array(row?));
        rank.push(points.rank);
    }
    Some(json!({ "rows": rows, "rank": rank }))
}

fn cents(value: &Value) -> Option<Money> {
    let cents = read_decimal(&number_text(value)?).ok().filter(Decimal::is_integer)?;
    Money::from_cents(i128::try_from(cents).ok()?).ok()
}

fn whole_cents(amount: Money) -> Option<Value> {
    serde_json::from_str(&(amount.millionths() / 10_000).to_string()).ok()
}

fn number(value: Decimal) -> Option<Value> {
    serde_json::from_str(&value.normalize().to_string()).ok()
}
