//! Cases about rules of origin: the shift alone, and one good as a whole.

use super::number_text;
use crate::case::{Good, Material, MaterialId, MaterialOrigin, Relation};
use crate::finding::Finding;
use crate::origin::judge::{judge, shift_alone};
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::rule::{ContentTest, Figures};
use crate::origin::shipped;
use crate::units::{Day, HsCode, Money};
use serde_json::{Value, json};

/// The day for which dated figures are read where a case names none.
const DAY: Day = Day::new(2026, 1, 15);

fn pack(input: &Value, key: &str) -> Option<Pack> {
    RuleSet::of(input.get(key)?.as_str()?).and_then(|set| shipped::pack(set).ok())
}

fn day(input: &Value) -> Day {
    input.get("date").and_then(Value::as_str).and_then(Day::read).unwrap_or(DAY)
}

/// What each alternative of a row says of the tariff shift alone, and the content it then asks for.
pub(super) fn rule_shift(input: &Value) -> Option<Value> {
    let pack = pack(input, "set")?;
    let id = input.get("row")?.as_str()?;
    let row = pack.rows.iter().find(|row| row.id == id)?;
    let code = HsCode::read(input.get("good")?.as_str()?).ok()?;
    let materials = input.get("materials")?.as_array()?.iter().enumerate();
    let materials: Option<Vec<Material>> =
        materials.map(|(index, code)| material(index, code.as_str()?)).collect();
    let good = Good { code: Some(code), materials: materials?, all_listed: true, ..Good::default() };
    let day = day(input);
    let found = row.alternatives.iter().map(|way| match shift_alone(&pack, &good, way) {
        None => "n/a",
        Some(Finding::Yes) => "pass",
        Some(Finding::No) => "fail",
        Some(Finding::Unknown) => "unknown",
    });
    let figures = row
        .alternatives
        .iter()
        .map(|way| way.content.as_ref().map_or(Value::Null, |test| content(test, day)));
    Some(json!({ "shift": found.collect::<Vec<_>>(), "rvc": figures.collect::<Vec<_>>() }))
}

fn content(test: &ContentTest, day: Day) -> Value {
    let json = |figures: &Figures| {
        let mut out = serde_json::Map::new();
        for (key, percent) in [("tv", figures.transaction_value), ("nc", figures.net_cost)] {
            out.extend(percent.map(|percent| (key.to_owned(), json!(percent.to_string()))));
        }
        Value::Object(out)
    };
    match test {
        ContentTest::Fixed(figures) => json(figures),
        ContentTest::Staged(stages) => stages
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .map_or(Value::Null, |(_, figures)| json(figures)),
        ContentTest::Unstated => Value::Null,
    }
}

fn material(index: usize, code: &str) -> Option<Material> {
    Some(Material {
        id: MaterialId(u32::try_from(index).ok()?),
        code: Some(HsCode::read(code).ok()?),
        value: None,
        origin: MaterialOrigin::NonOriginating,
        ..Material::default()
    })
}

/// The whole decision on one good. Nothing where the pack does not hold the good's chapter.
pub(super) fn good_origin(input: &Value) -> Option<Value> {
    let pack = pack(input, "rule_set")?;
    let code = HsCode::read(&number_text(input.get("good")?)?).ok()?;
    if !pack.chapters.contains(&code.chapter()) {
        return None;
    }
    let amount = |value: Option<&Value>| match value {
        None | Some(Value::Null) => Some(None),
        Some(value) => number_text(value).and_then(|text| Money::read(&text).ok()).map(Some),
    };
    let materials = input.get("materials")?.as_array()?.iter().enumerate().map(|(index, given)| {
        let code = given.get("code").and_then(Value::as_str);
        Some(Material {
            id: MaterialId(u32::try_from(index).ok()?),
            code: code.and_then(|code| HsCode::read(code).ok()),
            value: amount(given.get("value"))?,
            origin: match given.get("originating").and_then(Value::as_bool) {
                Some(true) => MaterialOrigin::Originating,
                _ => MaterialOrigin::NonOriginating,
            },
            relation: given
                .get("is_part_of_the_good")
                .and_then(Value::as_bool)
                .map(|part| if part { Relation::Part } else { Relation::Neither }),
            ..Material::default()
        })
    });
    let good = Good {
        code: Some(code),
        // The cases are about goods made in Canada.
        made_in_canada: Some(true),
        transaction_value: amount(input.get("tv"))?,
        net_cost: amount(input.get("nc"))?,
        total_cost: amount(input.get("total_cost"))?,
        method: None,
        materials: materials.collect::<Option<_>>()?,
        all_listed: true,
        ..Good::default()
    };
    let origin = match judge(&pack, &good, day(input)).finding {
        Finding::Yes => "canadian",
        Finding::No => "not_canadian",
        Finding::Unknown => "undetermined",
    };
    Some(json!({ "origin": origin }))
}
