//! Published figures: regional value content, net cost, which method may be used.

use super::super::number_text;
use super::Answered;
use crate::units::{Content, Money, Percent, Share};
use serde_json::{Map, Value, json};

/// What an example needs to be answered, said where it lacks it.
const FIGURES: &str = "the figures that the answer is made of are not all given";

fn amount(input: &Value, keys: &[&str]) -> Option<Money> {
    let value = keys.iter().find_map(|key| input.get(*key))?;
    Money::read(&number_text(value)?).ok()
}

/// Every number in it, added up.
fn all_of(value: &Value) -> Option<Money> {
    match value {
        Value::Object(parts) => parts.values().map(all_of).try_fold(Money::ZERO, |sum, it| sum.plus(it?)),
        value => Money::read(&number_text(value)?).ok(),
    }
}

fn number(amount: Money) -> Value {
    plain(&amount.get().normalize().to_string())
}

fn plain(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

fn percent(input: &Value, key: &str) -> Option<Percent> {
    Percent::read(&number_text(input.get(key)?)?).ok()
}

/// The parts of total cost, under the names that the examples give them. Source: SOR/2020-155, 7(12).
const COSTS: [&[&str]; 5] = [
    &["vom"],
    &["vnm"],
    &["other_product_costs", "other_product"],
    &["period_costs", "period"],
    &["other_costs", "other"],
];

/// Total cost, and what the net cost method leaves out of it. Nothing where a part is missing.
fn costs(input: &Value) -> Option<(Money, Money)> {
    let mut total = Money::ZERO;
    for keys in COSTS {
        total = total.plus(amount(input, keys)?)?;
    }
    let excluded = ["excluded", "excluded_in_period"].iter().find_map(|key| input.get(*key))?;
    Some((total, all_of(excluded)?))
}

/// `net_cost` or the parts that it is made of, `vnm`, `threshold_pct`.
pub(super) fn rvc_net_cost(input: &Value) -> Answered {
    let built = |given: Option<Money>| -> Option<Value> {
        let mut answer = Map::new();
        let base = match given {
            Some(net_cost) => net_cost,
            None => {
                let (total, excluded) = costs(input)?;
                let net_cost = total.less(excluded);
                answer.insert("total_cost".to_owned(), number(total));
                answer.insert("excluded_total".to_owned(), number(excluded));
                answer.insert("net_cost".to_owned(), number(net_cost));
                net_cost
            }
        };
        content(input, base, amount(input, &["vnm"])?, &mut answer)?;
        Some(Value::Object(answer))
    };
    built(amount(input, &["net_cost"])).ok_or(FIGURES)
}

fn content(input: &Value, base: Money, vnm: Money, answer: &mut Map<String, Value>) -> Option<()> {
    let content = Content::of(base, vnm)?;
    answer.insert("rvc_pct".to_owned(), plain(&content.shown().to_string()));
    if let Some(needed) = percent(input, "threshold_pct") {
        answer.insert("originating".to_owned(), json!(content.reaches(needed)));
    }
    Some(())
}

/// The transaction value method by another name: `adjusted_value` and `vnm`, or `vom` for what is left.
pub(super) fn rvc_of_value(input: &Value) -> Answered {
    let built = || -> Option<Value> {
        let base = amount(input, &["adjusted_value", "transaction_value", "tv"])?;
        let vnm = match amount(input, &["vnm"]) {
            Some(vnm) => vnm,
            // Building up: what is not of originating materials is not counted as such.
            None => base.less(amount(input, &["vom"])?),
        };
        let mut answer = Map::new();
        content(input, base, vnm, &mut answer)?;
        Some(Value::Object(answer))
    };
    built().ok_or(FIGURES)
}

/// Net cost of all goods of a period: total cost less what is excluded. Source: SOR/2020-155, 7(11)(a).
pub(super) fn net_cost_total(input: &Value) -> Answered {
    let (total, excluded) = costs(input).ok_or(FIGURES)?;
    Ok(json!({ "total_cost": number(total), "net_cost": number(total.less(excluded)) }))
}

/// Net cost of each good: its allocated total cost less its excluded costs, or the sum of its own allocated costs.
/// Source: SOR/2020-155, 7(11)(b) and (c).
pub(super) fn net_cost_allocation(input: &Value) -> Answered {
    allocated(input).or_else(|| each(input)).ok_or(FIGURES)
}

fn allocated(input: &Value) -> Option<Value> {
    let totals = input.get("allocated_total")?.as_object()?;
    let excluded = input.get("excluded")?.as_object()?;
    let mut net = Map::new();
    for (good, total) in totals {
        let mut left = Money::read(&number_text(total)?).ok()?;
        for kind in excluded.values() {
            left = left.less(all_of(kind.get(good)?)?);
        }
        net.insert(good.clone(), number(left));
    }
    Some(json!({ "net_cost": net }))
}

fn each(input: &Value) -> Option<Value> {
    let mut answer = Map::new();
    let mut sum = Money::ZERO;
    let goods = input.as_object()?.iter().filter(|(_, it)| it.is_object());
    for (good, parts) in goods {
        let (total, excluded) = costs(parts)?;
        let net = total.less(excluded);
        sum = sum.plus(net)?;
        answer.insert(good.clone(), number(net));
    }
    if answer.len() == 2 {
        answer.insert("both".to_owned(), number(sum));
    }
    (!answer.is_empty()).then_some(Value::Object(answer))
}

/// Gains and losses of currency on the price of materials: the net gain comes off total cost, the net loss stays in
/// it; neither touches the value of materials. Source: SOR/2020-155, 7(22), examples 9 and 10.
pub(super) fn exchange(input: &Value) -> Answered {
    let built = || -> Option<Value> {
        let on_materials = input.get("fx_on_nonorig_materials")?;
        let (gain, loss) = (amount(on_materials, &["gain"])?, amount(on_materials, &["loss"])?);
        // A total that already holds the loss is left alone.
        let (total, before) = match amount(input, &["total_cost_before"]) {
            Some(total) => (total, true),
            None => (amount(input, &["total_cost_incl_loss", "total_cost"])?, false),
        };
        let net = if before { total.less(gain.less(loss)).plus(loss.less(gain))? } else { total };
        let key = if gain < loss { "net_loss_in_vnm" } else { "net_gain_in_vnm" };
        Some(json!({ "total_cost": number(net), key: false }))
    };
    built().ok_or(FIGURES)
}

/// The share of units sold to related persons, past which only net cost is allowed. Source: SOR/94-14, 6(6)(c).
pub(super) fn method_restriction(input: &Value) -> Answered {
    let built = || -> Option<Value> {
        let related = amount(input, &["sales_to_related_persons_units"])?;
        let share = Share::of(related, amount(input, &["total_units"])?)?;
        let limit = percent(input, "limit_pct")?;
        // "Over" the limit: at it the method is still free.
        let (part, whole) = (share.part().millionths(), share.whole().millionths());
        let beyond = part * 1_000_000 > whole * limit.ten_thousandths();
        Some(
            json!({ "related_pct": plain(&share.shown().normalize().to_string()), "net_cost_method_required": beyond }),
        )
    };
    built().ok_or(FIGURES)
}
