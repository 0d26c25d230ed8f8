//! Published goods: judged under the rule that the example quotes.

use super::super::number_text;
use super::Answered;
use super::quoted::Quoted;
use crate::case::{Good, Material, MaterialId, MaterialOrigin, Relation};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::judge::judge;
use crate::origin::pack::RuleSet;
use crate::origin::point::Point;
use crate::units::{Day, HsCode, Level, Money, Percent};
use serde_json::{Map, Value, json};

const RULE: &str = "the text of the rule is missing, breaks off or is not of the official grammar";
const CODES: &str = "the codes are missing or cannot be read";
const OPEN: &str = "codes alone do not decide it";
const SHARES: &str = "the share of the materials is missing or cannot be read";

/// A code that an example prints; past six digits it is of some national tariff.
fn code(text: &str) -> Option<HsCode> {
    HsCode::read_national(text).ok()
}

fn good_code(input: &Value) -> Result<HsCode, &'static str> {
    input.get("good_hs").and_then(Value::as_str).and_then(code).ok_or(CODES)
}

/// Materials as an example lists them: codes alone, or with what is said of their origin.
fn materials(list: &Value, value: Option<Money>) -> Option<Vec<Material>> {
    let entries = list.as_array()?;
    let mut materials = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let text =
            ["hs", "code", "heading", "chapter"].iter().find_map(|key| entry.get(*key)).unwrap_or(entry);
        let originates =
            ["originating", "treated_as_originating"].iter().find_map(|key| entry.get(*key)?.as_bool());
        materials.push(Material {
            id: MaterialId(u32::try_from(index).ok()?),
            code: Some(code(text.as_str()?)?),
            value,
            origin: if originates == Some(true) {
                MaterialOrigin::Originating
            } else {
                MaterialOrigin::NonOriginating
            },
            ..Material::default()
        });
    }
    Some(materials)
}

fn good_of(code: HsCode, materials: Vec<Material>) -> Good {
    Good { code: Some(code), made_in_canada: Some(true), materials, all_listed: true, ..Good::default() }
}

fn listed(input: &Value, value: Option<Money>) -> Result<Good, &'static str> {
    let list = ["materials", "nonoriginating_materials_hs"].iter().find_map(|key| input.get(*key));
    let materials = list.and_then(|list| materials(list, value)).ok_or(CODES)?;
    Ok(good_of(good_code(input)?, materials))
}

fn settled(finding: Finding) -> Result<bool, &'static str> {
    match finding {
        Finding::Yes => Ok(true),
        Finding::No => Ok(false),
        Finding::Unknown => Err(OPEN),
    }
}

fn rule(input: &Value, key: &str, good: &HsCode, set: RuleSet) -> Result<Quoted, &'static str> {
    let text = input.get(key).and_then(Value::as_str).ok_or(RULE)?;
    Quoted::read(text, good, set).ok_or(RULE)
}

fn shift(input: &Value, key: &str) -> Result<bool, &'static str> {
    let good = listed(input, None)?;
    let quoted = rule(input, key, &good.code.ok_or(CODES)?, RuleSet::Cusma)?;
    // What the case itself says of the provisos of an exception.
    let holds = |words: &str| {
        let known = input.get("qualifiers").and_then(Value::as_object);
        let known = known.and_then(|known| {
            known.iter().find(|(said, _)| said.to_lowercase().starts_with(words)).map(|(_, it)| it)
        });
        Finding::from(known.and_then(Value::as_bool))
    };
    settled(quoted.shift(&good, &holds))
}

/// The rule and materials by code, chapter included.
pub(super) fn tariff_shift(input: &Value) -> Answered {
    shift(input, "rule").map(|met| json!({ "shift_met": met }))
}

/// A customs ruling under a rule of the same grammar.
pub(super) fn ruling(input: &Value) -> Answered {
    shift(input, "rule_text_current").map(|met| json!({ "shift_met": met }))
}

/// A remanufactured good of recovered materials. Source: SOR/2020-155, 4.
pub(super) fn remanufactured(input: &Value) -> Answered {
    shift(input, "rule").map(|met| json!({ "originating": met }))
}

/// Rules of which one is enough: each shift, and whether content is what remains to be shown.
pub(super) fn alternative_rules(input: &Value) -> Answered {
    let good = listed(input, None)?;
    let code = good.code.ok_or(CODES)?;
    let rules = input.get("rules").and_then(Value::as_array).ok_or(RULE)?;
    let mut answer = Map::new();
    let (mut met, mut needed) = (false, false);
    for (index, text) in rules.iter().enumerate() {
        let quoted = text.as_str().and_then(|text| Quoted::read(text, &code, RuleSet::Cusma)).ok_or(RULE)?;
        let content = quoted.alternatives().iter().any(|it| it.content.is_some());
        let shifts = settled(quoted.shift(&good, &|_| Finding::Unknown))?;
        let number = index + 1;
        let key = if content { format!("rule_{number}_shift") } else { format!("rule_{number}") };
        answer.insert(key, json!(shifts));
        met |= shifts && !content;
        needed |= shifts && content;
    }
    answer.insert("rvc_needed".to_owned(), json!(needed && !met));
    Ok(Value::Object(answer))
}

/// A material made by the producer of the good, taken as the material in place of what went into it.
/// Source: SOR/2020-155, 3(8); SOR/94-14, 4(8).
pub(super) fn self_produced(input: &Value) -> Answered {
    // The example names no codes: these stand for a heading, and others in and outside its chapter.
    const OWN: &str = "850100";
    const OTHERS: [&str; 2] = ["853600", "730100"];
    let own = code(OWN).ok_or(CODES)?;
    let quoted = rule(input, "rule", &own, RuleSet::Cusma)?;
    let elected = input.get("treat_Z_as_material").and_then(Value::as_bool).unwrap_or(false);
    let list = |key: &str| input.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    for other in OTHERS {
        let mut materials = Vec::new();
        let mut add = |is_own: bool, foreign: bool| {
            let origin = if foreign { MaterialOrigin::NonOriginating } else { MaterialOrigin::Originating };
            let id = MaterialId(u32::try_from(materials.len()).unwrap_or(u32::MAX));
            let code = if is_own { Some(own) } else { code(other) };
            materials.push(Material { id, code, value: None, origin, ..Material::default() });
        };
        let says = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_bool);
        for entry in list("materials") {
            let used = elected && entry.get("used_to_make").is_some();
            if !used {
                let foreign = says(entry, "originating") != Some(true);
                add(says(entry, "same_heading_as_good") == Some(true), foreign);
            }
        }
        for entry in list("self_produced").iter().filter(|_| elected) {
            let differs = entry.get("heading").and_then(Value::as_str);
            let differs = differs.is_some_and(|it| it.to_lowercase().starts_with("differ"));
            add(!differs, says(entry, "originating") != Some(true));
        }
        found.push(quoted.shift(&good_of(own, materials), &|_| Finding::Unknown));
    }
    settled(Finding::agreed(found)).map(|originates| json!({ "originating": originates }))
}

/// The base of shares that an example states without amounts.
fn hundred() -> Option<Money> {
    Money::from_cents(10_000).ok()
}

/// A share as an example states it (`<= 7%`, `> 10%`, `7%`), in dollars of a price of 100: the most that it allows.
fn share(text: &str) -> Option<(Percent, Money)> {
    let over = text.trim_start().starts_with('>') && !text.contains('=');
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let percent = Percent::read(&digits).ok()?;
    let millionths = percent.ten_thousandths() * 100 + i128::from(over);
    Some((percent, Money::from_millionths(millionths).ok()?))
}

/// The rule set whose tolerance the example is about: by the figure that it names or, where it names none, the
/// smaller one if that is enough.
fn set_of(input: &Value, share: Percent) -> RuleSet {
    let named = input.get("de_minimis_pct").and_then(number_text).and_then(|it| Percent::read(&it).ok());
    if named.unwrap_or(share) <= Percent::whole(7) { RuleSet::Nafta } else { RuleSet::Cusma }
}

/// A good of the price of 100 whose materials are worth their shares of it, judged under the quoted rule.
fn judged(input: &Value) -> Result<(Judgement<Point>, bool), &'static str> {
    let mut good = listed(input, None)?;
    good.transaction_value = hundred();
    let entries = input.get("materials").and_then(Value::as_array).ok_or(CODES)?;
    let mut set = RuleSet::Nafta;
    for (material, entry) in good.materials.iter_mut().zip(entries) {
        let stated = entry.get("share").and_then(Value::as_str).and_then(share);
        if let Some((percent, value)) = stated {
            material.value = Some(value);
            set = set_of(input, percent);
        }
    }
    let quoted = rule(input, "rule", &good.code.ok_or(CODES)?, set)?;
    let content = quoted.alternatives().iter().any(|it| it.content.is_some());
    Ok((judge(&quoted.pack, &good, Day::EARLIEST), content))
}

/// The finding on the change of classification, tolerated materials included.
fn change(judged: &Judgement<Point>) -> Finding {
    let mut found = Finding::No;
    judged.walk(&mut |part| {
        if matches!(part.point, Point::ChangeRequirement | Point::NoChangeAsked) {
            found = found.max(part.finding);
        }
    });
    found
}

/// A small material that does not shift. Source: 5(1) of both regulations.
pub(super) fn de_minimis(input: &Value) -> Answered {
    let (judged, _) = judged(input)?;
    settled(judged.finding).map(|originates| json!({ "originating": originates }))
}

/// The same under a rule with a content test, which is not waived with the shift. Source: SOR/94-14, 5(1)(c).
pub(super) fn de_minimis_and_content(input: &Value) -> Answered {
    let (judged, content) = judged(input)?;
    let waived = settled(change(&judged))?;
    Ok(json!({ "ctc_waived": waived, "rvc_still_required": content }))
}

/// Parts under the code of the good itself: tolerated if they are small, else a matter of content.
/// Source: SOR/94-14, 4(4)(b), 5(1).
pub(super) fn parts(input: &Value) -> Answered {
    let good = good_code(input)?;
    let good = good.unit(Level::Subheading).unwrap_or(good);
    let stated = input.get("parts_share").and_then(Value::as_str).and_then(share);
    let (percent, value) = stated.ok_or(SHARES)?;
    let part = Material {
        id: MaterialId(1),
        code: Some(good),
        value: Some(value),
        origin: MaterialOrigin::NonOriginating,
        relation: Some(Relation::Part),
        ..Material::default()
    };
    let mut facts = good_of(good, vec![part]);
    facts.transaction_value = hundred();
    let quoted = rule(input, "rule", &good, set_of(input, percent))?;
    let judged = judge(&quoted.pack, &facts, Day::EARLIEST);
    let tolerated = settled(change(&judged))?;
    let originates = settled(judged.finding)?;
    Ok(json!({ "rvc_required": !tolerated, "originating": originates }))
}
