//! Goods as cells. Values are CAD for one unit of the good.
//!
//! Facts: `tv=150` transaction value, `nc=` net cost, `tc=` total cost, `by=tv` or `by=nc` the method chosen,
//! `made=no` or `made=?` in Canada, `listed=no` not every foreign material listed, `day=2026-01-15` the day of the
//! rules. Left out: made in Canada, all listed, nothing chosen, no value known.
//! Materials stand between `;`, each with its code and value (`?` not known), then any of `canadian`, `maybe` (origin
//! not known), `part`, `unassembled`, `neither` (how it stands to the good). Answers stand below the row, one a line:
//! `answer use:heavy truck = yes`.
//!
//! Further facts: `sale=related` or `sale=no_price`, `units=90`, `off=` shipment in the price, `on=` transport not in
//! it, `excluded=1/2/3/4` what net cost leaves out, `obtained=plant`, `diluted=yes`, `set=yes`, `weight=`,
//! `use=light` of a part of vehicles, `textiles=agreement`, `edition=hs2022`. Of a material: `purpose:packaging`, `by:own` who made it in Canada, `all`
//! everything in it is listed, `use:` what it is for, `into:2` it went into the second material, `tv:` `nc:` of a material that was made,
//! `weight:`, `elastic`, `component` or `elsewhere`, `freight:` `duty:` `waste:` with `included` or `not-included`,
//! `documented` or `undocumented`, `imported` or `domestic`, and a stock that it was taken from: `fifo:c100/f50/o20`.

use crate::bids::TODAY;
use crate::table::{Row, unreadable};
use canadian_content::decide::{Reason, decide};
use canadian_content::draft::{
    CostsForm, Draft, FactAnswer, GoodForm, LineForm, MaterialForm, MethodForm, OriginBy, OriginForm,
    RelationForm, StockEntryForm, StockEntryKind, check,
};
use canadian_content::finding::Finding;
use canadian_content::judgement::Judgement;
use canadian_content::origin::judge::fewest;
use canadian_content::origin::pack::Pack;
use canadian_content::origin::point::{Fact, Point};

/// The draft with one line that a row describes.
#[track_caller]
pub(crate) fn draft(row: &Row<'_>) -> Draft {
    let mut draft = Draft::default();
    let mut good = GoodForm {
        code: row.cell("good").replace('?', ""),
        made_in_canada: FactAnswer::Yes,
        all_listed: true,
        ..GoodForm::default()
    };
    for fact in row.cell("facts").split_whitespace() {
        let (name, value) =
            fact.split_once('=').unwrap_or_else(|| unreadable(row.id, &format!("{fact} is no fact")));
        let value = value.to_owned();
        match name {
            "tv" => good.transaction_value = value,
            "nc" => good.net_cost = value,
            "tc" => good.total_cost = value,
            "day" => draft.closing_day = value,
            "by" => {
                good.method = if value == "tv" { MethodForm::TransactionValue } else { MethodForm::NetCost };
            }
            "made" => good.made_in_canada = if value == "no" { FactAnswer::No } else { FactAnswer::Unknown },
            "listed" => good.all_listed = false,
            "sale" => chosen(row, good.sale.choose(&value), fact),
            "units" => good.related_units_percent = value,
            "off" => good.shipment_included = value,
            "on" => good.inland_not_included = value,
            "obtained" => chosen(row, good.obtained.choose(&value), fact),
            "diluted" => good.non_qualifying = true,
            "set" => good.is_set = true,
            "weight" => good.weight = value,
            "use" => chosen(row, good.vehicle_use.choose(&value), fact),
            "textiles" => chosen(row, draft.textile_rule.choose(&value), fact),
            "edition" => chosen(row, draft.code_edition.choose(&value), fact),
            "excluded" => {
                let parts: Vec<String> = value.split('/').map(str::to_owned).collect();
                let [sales_promotion, royalties, shipping_packing, interest] = parts
                    .try_into()
                    .unwrap_or_else(|_| unreadable(row.id, "excluded costs are four: excluded=1/2/3/4"));
                good.costs = CostsForm { sales_promotion, royalties, shipping_packing, interest };
            }
            _ => unreadable(row.id, &format!("{fact} is no fact")),
        }
    }
    let cells = row.cell("materials").split(';').map(str::trim).filter(|cell| !cell.is_empty());
    good.materials = cells.zip(1..).map(|(cell, id)| material(row, id, cell)).collect();
    for answer in &row.more {
        let answer = answer.strip_prefix("answer ").and_then(|answer| answer.rsplit_once(" = "));
        let (key, said) =
            answer.unwrap_or_else(|| unreadable(row.id, "below a row stand answers: answer KEY = yes"));
        good.answers.insert(key, Some(said == "yes"));
    }
    draft.lines = vec![LineForm {
        id: 1,
        description: row.cell("because").to_owned(),
        quantity: "1".to_owned(),
        unit_price: "1".to_owned(),
        origin_by: OriginBy::Rules,
        good,
        ..LineForm::default()
    }];
    draft
}

#[track_caller]
fn material(row: &Row<'_>, id: u32, cell: &str) -> MaterialForm {
    let mut words = cell.split_whitespace();
    let mut known = || words.next().unwrap_or_default().replace('?', "");
    let (code, value) = (known(), known());
    let mut material = MaterialForm { id, code, value, ..MaterialForm::default() };
    for word in words {
        match word {
            "canadian" => material.origin = OriginForm::Originating,
            "maybe" => material.origin = OriginForm::Unknown,
            "part" => material.relation = RelationForm::Part,
            "unassembled" => material.relation = RelationForm::Unassembled,
            "neither" => material.relation = RelationForm::Neither,
            "elastic" => material.elastomeric = true,
            "component" => material.in_component = FactAnswer::Yes,
            "elsewhere" => material.in_component = FactAnswer::No,
            "included" => material.charges.included = FactAnswer::Yes,
            "not-included" => material.charges.included = FactAnswer::No,
            "documented" => material.charges.documented = FactAnswer::Yes,
            "undocumented" => material.charges.documented = FactAnswer::No,
            "imported" => material.charges.imported = FactAnswer::Yes,
            "domestic" => material.charges.imported = FactAnswer::No,
            "all" => material.made.all_listed = true,
            _ => stated(row, &mut material, word),
        }
    }
    material
}

#[track_caller]
fn chosen(row: &Row<'_>, known: bool, word: &str) {
    if !known {
        unreadable(row.id, &format!("{word} is no choice"));
    }
}

/// A word with a value: `by:own`, `into:2`, `weight:5`.
#[track_caller]
fn stated(row: &Row<'_>, material: &mut MaterialForm, word: &str) {
    let (name, value) = word
        .split_once(':')
        .unwrap_or_else(|| unreadable(row.id, &format!("{word} says nothing of a material")));
    let text = value.to_owned();
    match name {
        "purpose" => chosen(row, material.purpose.choose(value), word),
        "by" => chosen(row, material.made.by.choose(value), word),
        "use" => chosen(row, material.made.vehicle_use.choose(value), word),
        "into" => material.goes_into = value.parse().unwrap_or_default(),
        "tv" => material.made.transaction_value = text,
        "nc" => material.made.net_cost = text,
        "weight" => material.weight = text,
        "freight" => material.charges.freight = text,
        "duty" => material.charges.duty = text,
        "waste" => material.charges.waste = text,
        // c100/f50/o20: a hundred Canadian in, fifty foreign in, twenty out.
        "fifo" | "lifo" | "average" => {
            chosen(row, material.stock.method.choose(name), word);
            for entry in value.split('/') {
                let (kind, quantity) = entry.split_at(1);
                let kind = match kind {
                    "c" => StockEntryKind::Canadian,
                    "f" => StockEntryKind::Foreign,
                    _ => StockEntryKind::Used,
                };
                material.stock.entries.push(StockEntryForm { kind, quantity: quantity.to_owned() });
            }
        }
        _ => unreadable(row.id, &format!("{word} says nothing of a material")),
    }
}

/// The judgement of the good that a row describes, through the one door.
#[track_caller]
pub(crate) fn judged(pack: &Pack, row: &Row<'_>) -> Judgement<Point> {
    let (bid, found) = check(&draft(row), TODAY);
    crate::bids::understood(row.id, &found);
    let decision = decide(&bid, Some(pack));
    match &decision.lines[0].reason {
        Reason::ByRules(judged) => (**judged).clone(),
        _ => unreadable(row.id, "the good is not judged by the rules"),
    }
}

/// What a row says of a good: the finding, and what is missing where it is open.
pub(crate) fn answer(pack: &Pack, row: &Row<'_>) -> Vec<(&'static str, String)> {
    let judged = judged(pack, row);
    let open = fewest(&judged);
    let facts: Vec<String> = open.iter().map(|fact| said(pack, fact)).collect();
    let word = match judged.finding {
        Finding::Yes => "yes",
        Finding::No => "no",
        Finding::Unknown => "?",
    };
    vec![("finding", word.to_owned()), ("missing", facts.join(", "))]
}

/// A missing fact in short: `net_cost`, `material_code_longer 2`, `good_item 85044060`.
fn said(pack: &Pack, fact: &Fact) -> String {
    if let Fact::Of(material, own) = fact {
        return format!("of {} {}", material.0, said(pack, &own.of_good()));
    }
    if let Fact::OfInput(material, of, asked) = fact {
        return format!("input {} {}", of.0, said(pack, &asked.of_material(*material)));
    }
    let mut text = fact.id().to_owned();
    if let Some(material) = fact.material() {
        text += &format!(" {}", material.0);
    }
    match fact {
        Fact::GoodItem(item)
        | Fact::MaterialItem(_, item)
        | Fact::GoodOldCode(item)
        | Fact::MaterialOldCode(_, item) => text += &format!(" {}", item.as_str()),
        Fact::GoodNamed(name) | Fact::MaterialNamed(_, name) | Fact::Usage(name) | Fact::Condition(name) => {
            text += &format!(" \"{}\"", pack.name(*name).0);
        }
        _ => {}
    }
    text
}
