//! Published textile goods, by the agreement's own rule.

use super::super::number_text;
use super::Answered;
use crate::case::{Good, Material, MaterialId, MaterialOrigin};
use crate::finding::Finding;
use crate::origin::judge::{judge, missing};
use crate::origin::pack::RuleSet;
use crate::origin::point::Fact;
use crate::origin::shipped;
use crate::origin::special::Special;
use crate::units::{Day, HsCode, Percent, Quantity};
use serde_json::{Value, json};

const FACTS: &str = "the good, its materials or their weights are missing or cannot be read";
const OPEN: &str = "a fact that the rule asks for is not given";

/// The day for which the rules are read.
const DAY: Day = Day::new(2026, 1, 15);

/// A textile good with its materials; weights in percent, what is outside the deciding component said to be so.
///
/// What the example takes for granted (that it was cut and sewn at home, that thread and elastics are) is answered as
/// it says, or yes where it says nothing. Source: SOR/2020-155, 3(9).
pub(super) fn textile(input: &Value) -> Answered {
    let tolerance = input.get("de_minimis_weight_pct").and_then(number_text);
    let older = tolerance.and_then(|it| Percent::read(&it).ok()).is_some_and(|it| it <= Percent::whole(7));
    let set = if older { RuleSet::Nafta } else { RuleSet::Cusma };
    let pack = shipped::pack(set).map_err(|_| FACTS)?;
    let mut good = good(input).ok_or(FACTS)?;
    // Each answer may bring the next question.
    for _ in 0..4 {
        for fact in missing(&judge(&pack, &good, DAY)) {
            let yes = says(input, &fact);
            if let Some(key) = fact.key(&pack) {
                good.answers.insert(key, yes);
            }
        }
    }
    match judge(&pack, &good, DAY).finding {
        Finding::Yes => Ok(json!({ "originating": true })),
        Finding::No => Ok(json!({ "originating": false })),
        Finding::Unknown => Err(OPEN),
    }
}

fn good(input: &Value) -> Option<Good> {
    let list = input.get("materials_in_component").or_else(|| input.get("materials"))?.as_array()?;
    let mut materials = Vec::new();
    for (index, entry) in list.iter().enumerate() {
        let says = |key: &str| entry.get(key).and_then(Value::as_bool);
        let originates = says("originating") == Some(true);
        let code = match entry.get("hs").and_then(Value::as_str) {
            Some(text) => Some(HsCode::read_national(text).ok()?),
            None => None,
        };
        // An originating material without a code decides nothing.
        if code.is_none() && !originates {
            return None;
        }
        let aside = entry.get("note").and_then(Value::as_str) == Some("disregarded");
        let pocket = entry.get(FORMED).is_some();
        let weight = entry.get("weight_pct").and_then(number_text);
        materials.push(Material {
            id: MaterialId(u32::try_from(index + 1).ok()?),
            code,
            origin: if originates { MaterialOrigin::Originating } else { MaterialOrigin::NonOriginating },
            in_component: Some(!aside && !pocket),
            weight: weight.and_then(|it| Quantity::read(&it).ok()),
            ..Material::default()
        });
    }
    Some(Good {
        code: HsCode::read_national(input.get("good_hs")?.as_str()?).ok(),
        made_in_canada: Some(true),
        materials,
        all_listed: true,
        weight: Quantity::read("100").ok(),
        textiles_by_agreement: true,
        ..Good::default()
    })
}

/// The key that marks the fabric of a pocket bag.
const FORMED: &str = "formed_and_finished_in_territory";

/// What the example says of a question.
fn says(input: &Value, fact: &Fact) -> bool {
    let materials = input.get("materials").and_then(Value::as_array);
    let formed = materials.and_then(|list| list.iter().find_map(|entry| entry.get(FORMED)?.as_bool()));
    match fact {
        Fact::Condition(_) => input.get("cut_and_sewn_in_territory").and_then(Value::as_bool).unwrap_or(true),
        Fact::Special(Special::PocketBags) => formed.unwrap_or(true),
        Fact::MaterialDisregarded(_) => input.get("section_XI_note_2").is_some(),
        _ => true,
    }
}
