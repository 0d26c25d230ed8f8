//! What must change, in words.

use super::format::{asked, money};
use super::reason::MaterialName;
use super::words::Words;
use crate::case::{MaterialId, Method};
use crate::origin::remedy::{Remedy, Way};

/// A remedy as a sentence without its full stop.
pub fn remedy(w: &Words, material: MaterialName<'_>, remedy: &Remedy) -> String {
    let lang = w.lang();
    match remedy {
        Remedy::MakeInCanada => w.remedy_make_in_canada(),
        Remedy::Replace { way, materials, enough } => {
            let (way, materials) = (called(w, Some(way)), list(materials, material));
            match enough {
                true => w.remedy_replace(&way, &materials),
                false => w.remedy_replace_more(&way, &materials),
            }
        }
        Remedy::OneMaterial { material: id } => w.remedy_one_material(&material(*id)),
        Remedy::Content { way, method, needed, foreign, highest_foreign, lowest_base } => {
            let method = match method {
                Method::TransactionValue => w.method_transaction_value(),
                Method::NetCost => w.method_net_cost(),
            };
            let way = w.remedy_by(&called(w, way.as_ref()), &method, &asked(lang, *needed));
            // Rounded down to the cent, so that what is shown is never more than the rule would bear.
            let highest = money(lang, highest_foreign.floor_cents());
            let foreign = money(lang, *foreign);
            match lowest_base {
                Some(lowest) => w.remedy_content(&way, &highest, &foreign, &money(lang, *lowest)),
                None => w.remedy_content_no_base(&way, &highest, &foreign),
            }
        }
        Remedy::Tolerance { way, failing, highest, lowest_base } => {
            let lowest = lowest_base.map(|lowest| money(lang, lowest)).unwrap_or_default();
            let highest = money(lang, highest.floor_cents());
            w.remedy_tolerance(&called(w, Some(way)), &highest, &money(lang, *failing), &lowest)
        }
        Remedy::OtherMethod { method: Method::NetCost, lowest_base } => match lowest_base {
            Some(lowest) => w.remedy_net_cost(&money(lang, *lowest)),
            None => w.remedy_net_cost_now(),
        },
        Remedy::OtherMethod { method: Method::TransactionValue, lowest_base } => match lowest_base {
            Some(lowest) => w.remedy_transaction_value(&money(lang, *lowest)),
            None => w.remedy_transaction_value_now(),
        },
        Remedy::Designate { material: id } => w.remedy_designate(&material(*id)),
    }
}

fn called(w: &Words, way: Option<&Way>) -> String {
    match way {
        None => w.remedy_way_parts(),
        Some(way) if way.label.is_empty() => w.remedy_way_only(),
        Some(way) => w.remedy_way(&["(", &way.label, ")"].concat()),
    }
}

fn list(ids: &[MaterialId], material: MaterialName<'_>) -> String {
    let mut named = Vec::new();
    for id in ids {
        named.push(material(*id));
    }
    named.join("; ")
}
