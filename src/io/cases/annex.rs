//! Published examples: goods under the rules that the annex quotes, and services.

use super::number_text;
use crate::case::{Good, Material, MaterialId, MaterialOrigin, Method, Place, Relation};
use crate::finding::Finding;
use crate::origin::judge::judge;
use crate::origin::pack::RuleSet;
use crate::origin::shipped;
use crate::units::{Day, HsCode, Money, Percent};
use serde_json::{Value, json};

/// A good with its code, the codes of its imported materials and, where published, a content figure.
pub(super) fn good(input: &Value) -> Option<Value> {
    let pack = shipped::pack(RuleSet::Annex).ok()?;
    let code = HsCode::read(input.get("good_hs")?.as_str()?).ok()?;
    // The annex prints eight digits of its own day; six decide.
    let code = code.unit(crate::units::Level::Subheading).unwrap_or(code);
    pack.rows_for(&code, Day::EARLIEST).next()?;
    let materials = input.get("materials")?.as_array()?;
    let (price, each) = amounts(input, materials.len())?;
    let material = |(index, material): (usize, &Value)| {
        Some(Material {
            id: MaterialId(u32::try_from(index).ok()?),
            code: Some(HsCode::read(material.get("hs")?.as_str()?).ok()?),
            value: each,
            origin: match material.get("origin").and_then(Value::as_str) {
                Some("imported" | "foreign" | "non_originating") => MaterialOrigin::NonOriginating,
                Some("Canada" | "canada" | "domestic" | "originating") => MaterialOrigin::Originating,
                _ => MaterialOrigin::Unknown,
            },
            // The example's desks are imported unfinished: the good itself, not a part of it.
            relation: Some(Relation::Neither),
            ..Material::default()
        })
    };
    let good = Good {
        code: Some(code),
        made_in_canada: Some(true),
        transaction_value: price,
        method: method(input),
        materials: materials.iter().enumerate().map(material).collect::<Option<_>>()?,
        all_listed: true,
        ..Good::default()
    };
    Some(json!({ "canadian_good": verdict(judge(&pack, &good, Day::EARLIEST).finding) }))
}

/// A price and a value of each material with the published content: any amounts with that ratio judge alike.
///
/// Both are nothing where no figure is published.
fn amounts(input: &Value, materials: usize) -> Option<(Option<Money>, Option<Money>)> {
    let Some(given) = input.get("rvc_pct_given") else { return Some((None, None)) };
    let percent = Percent::read(&number_text(given)?).ok()?;
    let count = i128::try_from(materials).ok().filter(|count| *count > 0)?;
    let one = 1_000_000_i128;
    let price = Money::from_millionths(100 * one * count).ok()?;
    let foreign = (1_000_000 - percent.ten_thousandths()) * 100;
    Some((Some(price), Money::from_millionths(foreign).ok()))
}

fn method(input: &Value) -> Option<Method> {
    match input.get("rvc_method").and_then(Value::as_str) {
        Some("transaction_value") => Some(Method::TransactionValue),
        Some("net_cost") => Some(Method::NetCost),
        _ => None,
    }
}

/// A service, by where the published example says its people are based.
pub(super) fn service(input: &Value) -> Option<Value> {
    let based = input.get("performed_by")?.as_str()?.to_lowercase();
    let place = match based.split("based in ").nth(1).map(str::trim) {
        Some("canada") => Place::Canada,
        Some(elsewhere) if !elsewhere.is_empty() => Place::Elsewhere,
        _ => Place::Unknown,
    };
    Some(json!({ "canadian_service": verdict(match place {
        Place::Canada => Finding::Yes,
        Place::Elsewhere => Finding::No,
        Place::Unknown | Place::WorksInCanada | Place::LivesInCanada => Finding::Unknown,
    }) }))
}

fn verdict(finding: Finding) -> Value {
    match finding {
        Finding::Yes => json!(true),
        Finding::No => json!(false),
        Finding::Unknown => Value::Null,
    }
}
