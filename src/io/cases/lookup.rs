//! Cases about codes: an HS 2022 code, the codes of a rule set's edition, and the rows that cover them.

use crate::finding::Finding;
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::rule::Row;
use crate::origin::shipped;
use crate::units::{Day, HsCode, Level};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Longer lists are answered by their length and first entries.
const LONGEST_LIST: usize = 10;
const FIRST_ENTRIES: usize = 3;

/// The old codes, their rows and tariff-item rows. Nothing where the pack does not hold a chapter that is needed.
pub(super) fn code_lookup(input: &Value) -> Option<Value> {
    let set = RuleSet::of(input.get("set")?.as_str()?)?;
    let pack = shipped::pack(set).ok()?;
    let code = HsCode::read(input.get("hs2022")?.as_str()?).ok()?;
    let day = input.get("date").and_then(Value::as_str).and_then(Day::read)?;
    let old = shipped::editions().ok()?.old_codes(&code, set.edition());
    if old.iter().any(|code| !pack.chapters.contains(&code.chapter())) {
        return None;
    }
    let by_code: Vec<BTreeSet<&str>> = old.iter().map(|code| covering(&pack, code, day)).collect();
    let rows: BTreeSet<&str> = by_code.iter().flatten().copied().collect();
    let items: BTreeSet<&str> = old.iter().flat_map(|code| items_inside(&pack, code, day)).collect();
    let alike = by_code.windows(2).all(|pair| pair[0] == pair[1]);
    Some(json!({
        "old_codes": list(&old.iter().map(HsCode::as_str).collect()),
        "rows": list(&rows),
        "tariff_item_rows": list(&items),
        "one_old_code": old.len() == 1,
        "old_codes_share_one_rule": alike,
    }))
}

fn is_item_row(row: &Row) -> bool {
    row.codes.iter().all(|range| range.first().level() == Level::TariffItem)
}

fn covering<'p>(pack: &'p Pack, code: &'p HsCode, day: Day) -> BTreeSet<&'p str> {
    let covers = |row: &&Row| row.codes.iter().any(|range| range.covers(code) == Finding::Yes);
    pack.rows_for(code, day).filter(covers).map(|row| row.id.as_str()).collect()
}

fn items_inside<'p>(pack: &'p Pack, code: &'p HsCode, day: Day) -> Vec<&'p str> {
    pack.rows_for(code, day).filter(|row| is_item_row(row)).map(|row| row.id.as_str()).collect()
}

fn list(entries: &BTreeSet<&str>) -> Value {
    if entries.len() <= LONGEST_LIST {
        return json!(entries);
    }
    json!({ "count": entries.len(), "some": entries.iter().take(FIRST_ENTRIES).collect::<Vec<_>>() })
}
