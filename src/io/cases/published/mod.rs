//! Published worked examples: of the two regulations, of export guides, of customs rulings.
//!
//! Each is answered from its kind and input, by the engine that judges bids. What the engine cannot take is skipped,
//! and says why.

mod costs;
mod goods;
mod quoted;
mod textiles;

use super::Case;
use serde_json::Value;

/// An answer, or why there is none.
pub(super) type Answered = Result<Value, &'static str>;

/// Kinds that are not answered, and why.
const SKIPPED: &[(&str, &str)] = &[
    (
        "schedule_2_goods",
        "needs a person: it turns on a good being imported from another country of the agreement, which has no meaning with Canada as the territory",
    ),
    (
        "no_double_count_assist",
        "a statement on bookkeeping, not a decision: values of materials and net cost are taken as entered",
    ),
    (
        "point_of_direct_shipment",
        "the answer is a place; the price is taken as already adjusted for shipment",
    ),
    (
        "traced_material_value",
        "values traced through suppliers of vehicle parts are not computed: such a good stays undetermined",
    ),
];

/// The answer to a published example; nothing where the kind is not one of these.
pub(super) fn answer(case: &Case) -> Option<Answered> {
    let input = &case.input;
    Some(match case.kind.as_str() {
        "tariff_shift" if input.get("rule").is_some() => goods::tariff_shift(input),
        "tariff_shift_ruling" => goods::ruling(input),
        "alternative_rules" => goods::alternative_rules(input),
        "remanufactured_tariff_shift" => goods::remanufactured(input),
        "self_produced_material_shift" => goods::self_produced(input),
        "de_minimis_value" => goods::de_minimis(input),
        "de_minimis_plus_rvc" => goods::de_minimis_and_content(input),
        "parts_same_subheading" => goods::parts(input),
        "textile_component"
        | "tariff_shift+de_minimis_weight"
        | "section_note_exemption"
        | "chapter_note_requirement" => textiles::textile(input),
        "rvc_net_cost" => costs::rvc_net_cost(input),
        "rvc_build_down" | "rvc_build_up" => costs::rvc_of_value(input),
        "net_cost_total" => costs::net_cost_total(input),
        "net_cost_allocation" => costs::net_cost_allocation(input),
        "fx_gain_loss" => costs::exchange(input),
        "method_restriction" => costs::method_restriction(input),
        kind => Err(SKIPPED.iter().find(|(skipped, _)| *skipped == kind)?.1),
    })
}
