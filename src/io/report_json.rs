//! A decision as JSON for other programs: ids, exact decimals as text, citations, no prose.

use super::rule_json::term;
use crate::case::{GoodOrigin, Offer, VehicleUse};
use crate::decide::{BEARING, BidAnswer, Counts, Decision, LineDecision, LineStatus, Reason, other_answers};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::draft::{LineForm, LineKind};
use crate::judgement::Judgement;
use crate::origin::judge::fewest;
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::origin::remedy::{Remedy, Way, remedies};
use crate::policy::SHARE_REQUIRED;
use crate::policy::questions::Question;
use crate::present::Reading;
use crate::share::{Outcome, ShareAnswer, WhyNot};
use crate::units::{Citation, Content, Money, Share};
use serde_json::{Map, Value, json};

/// The version of this report.
pub const SCHEMA: u32 = 1;

/// The whole report: verdict, share or items, lines with their reasons, what it rests on, what is wrong in the draft.
pub fn report(reading: &Reading<'_>) -> Value {
    let lines = reading.draft.lines.iter().zip(&reading.decision.lines);
    let mut out = json!({
        "schema": SCHEMA,
        "verdict": verdict(&reading.decision.answer),
        "threshold_percent": reading.bid.threshold.to_string(),
        "lines": lines.map(|(form, line)| line_json(reading, form, line)).collect::<Vec<_>>(),
        "rules": rules(reading),
        "diagnostics": reading.diagnostics.iter().map(|found| diagnostic(reading, found)).collect::<Vec<_>>(),
    });
    let id = |question: Question| question.id();
    out["readings"] = json!({
        "other_way": BEARING.into_iter().filter(|it| reading.decision.readings.other(*it)).map(id).collect::<Vec<_>>(),
        "would_turn": other_answers(reading.bid, reading.decision)
            .iter()
            .map(|(question, answer)| json!({ "question": question.id(), "verdict": verdict(answer) }))
            .collect::<Vec<_>>(),
    });
    match &reading.decision.answer {
        BidAnswer::Aggregate { share, other_reading } => {
            out["basis"] = json!("aggregate");
            out["share"] = share_json(share);
            out["other_reading"] = other_reading.as_ref().map_or(Value::Null, |other| share_json(other));
        }
        BidAnswer::ItemByItem(items) => {
            let ids = |list: &[crate::case::LineId]| list.iter().map(|id| id.0).collect::<Vec<_>>();
            out["basis"] = json!("item_by_item");
            out["items"] = json!({
                "canadian": ids(&items.canadian),
                "not_canadian": ids(&items.not_canadian),
                "undetermined": ids(&items.undetermined),
            });
        }
    }
    out
}

/// One good: whether it is Canadian, why, what is missing, what would have to change.
pub fn one_good(reading: &Reading<'_>) -> Value {
    let line = reading.decision.lines.first();
    let status = line.map(|line| status_id(line.status));
    let good = reading.bid.lines.first().map(|line| &line.offer);
    let changes = match (reading.pack, good) {
        (Some(pack), Some(Offer::Good(GoodOrigin::ByRules(good)))) => remedies(pack, good, reading.bid.day),
        _ => Vec::new(),
    };
    json!({
        "schema": SCHEMA,
        "origin": status,
        "reason": line.map(|line| reason(reading, line)),
        "would_have_to_change": changes.iter().map(remedy_json).collect::<Vec<_>>(),
        "rules": rules(reading),
        "diagnostics": reading.diagnostics.iter().map(|found| diagnostic(reading, found)).collect::<Vec<_>>(),
    })
}

/// The exit status for one good: 0 Canadian, 1 not Canadian, 2 cannot be told yet.
pub fn origin_status(decision: &Decision) -> u8 {
    match decision.lines.first().map(|line| line.status) {
        Some(LineStatus::Canadian) => 0,
        Some(LineStatus::NotCanadian) => 1,
        _ => 2,
    }
}

fn status_id(status: LineStatus) -> &'static str {
    match status {
        LineStatus::Canadian => "canadian",
        LineStatus::NotCanadian => "not_canadian",
        LineStatus::Partly => "partly_canadian",
        LineStatus::Undetermined => "undetermined",
    }
}

fn remedy_json(remedy: &Remedy) -> Value {
    let way = |way: &Way| json!({ "row": way.row, "label": way.label });
    let money = |amount: &Option<Money>| amount.map(|amount| amount.to_string());
    let ids = |list: &[crate::case::MaterialId]| list.iter().map(|id| id.0).collect::<Vec<_>>();
    match remedy {
        Remedy::MakeInCanada => json!({ "change": "make_in_canada" }),
        Remedy::Replace { way: under, materials, enough } => {
            json!({ "change": "replace_materials", "under": way(under), "materials": ids(materials), "enough": enough })
        }
        Remedy::OneMaterial { material } => json!({ "change": "one_material", "material": material.0 }),
        Remedy::Content { way: under, method, needed, foreign, highest_foreign, lowest_base } => json!({
            "change": "content",
            "under": under.as_ref().map(way),
            "method": format!("{method:?}"),
            "needed_percent": needed.to_string(),
            "foreign": foreign.to_string(),
            "highest_foreign": highest_foreign.to_string(),
            "lowest_base": money(lowest_base),
        }),
        Remedy::Tolerance { way: under, failing, highest, lowest_base } => json!({
            "change": "tolerance",
            "under": way(under),
            "failing": failing.to_string(),
            "highest": highest.to_string(),
            "lowest_base": money(lowest_base),
        }),
        Remedy::OtherMethod { method, lowest_base } => {
            json!({ "change": "other_method", "method": format!("{method:?}"), "lowest_base": money(lowest_base) })
        }
        Remedy::Designate { material } => json!({ "change": "designate", "material": material.0 }),
    }
}

/// The verdict in one word: `met`, `not_met`, `undetermined` or `not_computable`.
///
/// Item by item: met when every item can be certified, not met when at least one cannot, undetermined otherwise.
pub fn verdict(answer: &BidAnswer) -> &'static str {
    match answer {
        BidAnswer::Aggregate { share, .. } => outcome_id(share.outcome),
        BidAnswer::ItemByItem(items) if !items.not_canadian.is_empty() => "not_met",
        BidAnswer::ItemByItem(items) if !items.undetermined.is_empty() => "undetermined",
        BidAnswer::ItemByItem(items) if items.canadian.is_empty() => "not_computable",
        BidAnswer::ItemByItem(_) => "met",
    }
}

/// An outcome in one word.
pub fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not_met",
        Outcome::Undetermined => "undetermined",
        Outcome::NotComputable(_) => "not_computable",
    }
}

fn share_json(share: &ShareAnswer) -> Value {
    let shown = |share: Option<Share>| share.map(|share| share.shown().to_string());
    let why = match share.outcome {
        Outcome::NotComputable(WhyNot::NoLines) => Some("no_lines"),
        Outcome::NotComputable(WhyNot::ZeroTotal) => Some("zero_total"),
        Outcome::NotComputable(WhyNot::Unpriced) => Some("unpriced_line"),
        Outcome::NotComputable(WhyNot::TooLarge) => Some("too_large"),
        _ => None,
    };
    json!({
        "outcome": outcome_id(share.outcome),
        "why_not_computable": why,
        "total": share.tally.total.to_string(),
        "canadian": share.tally.canadian.to_string(),
        "undetermined": share.tally.undetermined.to_string(),
        "low_percent": shown(share.low),
        "high_percent": shown(share.high),
        "shortfall": share.shortfall.to_string(),
        "slack": share.slack.to_string(),
    })
}

fn line_json(reading: &Reading<'_>, form: &LineForm, line: &LineDecision) -> Value {
    let kind = if form.kind == LineKind::Good { "good" } else { "service" };
    let status = status_id(line.status);
    let money = |amount: Option<Money>| amount.map(|amount| amount.to_string());
    json!({
        "id": line.id.0,
        "kind": kind,
        "description": form.description,
        "status": status,
        "amount": money(line.part.map(|part| part.price())),
        "canadian": money(line.part.map(|part| part.canadian())),
        "undetermined": money(line.part.map(|part| part.undetermined())),
        "counts": counts_id(line.counts),
        "reason": reason(reading, line),
    })
}

fn counts_id(counts: Counts) -> &'static str {
    match counts {
        Counts::AsItself => "as_itself",
        Counts::LeftOut => "left_out",
        Counts::With(_) => "with_its_good",
        Counts::Charge => "as_a_charge",
    }
}

fn reason(reading: &Reading<'_>, line: &LineDecision) -> Value {
    match (&line.reason, reading.pack) {
        (Reason::ByRules(judged), Some(pack)) => json!({
            "by": "rules",
            "missing": fewest(judged).iter().map(|fact| fact_json(pack, fact)).collect::<Vec<_>>(),
            "tree": judgement(pack, judged),
        }),
        (Reason::ByRules(_) | Reason::PackMissing, _) => {
            json!({ "by": "rules", "missing": [{ "fact": "rule_pack" }] })
        }
        (Reason::Stated(basis), _) => {
            json!({ "by": "statement", "basis": format!("{basis:?}"), "cite": cite(&crate::units::Source::Sm36.at("3.2")) })
        }
        (Reason::NotStated, _) => json!({ "by": "unknown", "missing": [{ "fact": "origin" }] }),
        (Reason::Service(answer), _) => json!({
            "by": "service",
            "problem": answer.and_then(|answer| answer.problem).map(|problem| format!("{problem:?}")),
            "cite": cite(&crate::units::Source::Sm36.at("3.3")),
        }),
    }
}

/// A judgement as a tree: point, finding, citation, facts, reasons.
pub fn judgement(pack: &Pack, judged: &Judgement<Point>) -> Value {
    let mut node = point(pack, &judged.point);
    node.insert("finding".to_owned(), json!(judged.finding.id()));
    if let Some(place) = &judged.cite {
        node.insert("cite".to_owned(), cite(place));
    }
    if !judged.because.is_empty() {
        let because: Vec<Value> = judged.because.iter().map(|part| judgement(pack, part)).collect();
        node.insert("because".to_owned(), Value::Array(because));
    }
    Value::Object(node)
}

fn cite(place: &Citation) -> Value {
    json!({ "source": place.source.id(), "edition": place.source.edition(), "at": place.at })
}

fn point(pack: &Pack, point: &Point) -> Map<String, Value> {
    let name = |id| pack.name(id).0.to_owned();
    let percent = |percent: &crate::units::Percent| percent.to_string();
    let money = |amount: &Option<Money>| amount.map(|amount| amount.to_string());
    let content = |content: &Content| json!({ "base": content.base().to_string(), "vnm": content.vnm().to_string(), "percent": content.shown().to_string() });
    let value = match point {
        Point::CanadianGood { set } => {
            json!({ "point": "canadian_good", "set": set.id(), "edition": set.edition().id() })
        }
        Point::MadeInCanada => json!({ "point": "made_in_canada" }),
        Point::OnlyOriginating => json!({ "point": "only_originating_materials" }),
        Point::ProductRule => json!({ "point": "qualifies" }),
        Point::Row { row } => json!({ "point": "row", "row": row }),
        Point::Described { good, usage } => json!({
            "point": "described",
            "good": match good {
                crate::origin::rule::GoodIs::Any => "any",
                crate::origin::rule::GoodIs::Residue => "any other",
                crate::origin::rule::GoodIs::Named(name) => pack.name(*name).0,
            },
            "use": usage.map(|usage| pack.name(usage).0),
        }),
        Point::Alternative { row, index, label } => {
            json!({ "point": "alternative", "row": row, "number": index + 1, "label": label })
        }
        Point::AboutThisGood => json!({ "point": "about_this_good" }),
        Point::NoChangeAsked => json!({ "point": "no_tariff_change" }),
        Point::NoGearBox => json!({ "point": "no_gear_box" }),
        Point::ChangeRequirement => json!({ "point": "tariff_change" }),
        Point::EveryMaterial => json!({ "point": "every_material" }),
        Point::MaterialShift { material, code, today, by } => json!({
            "point": "material",
            "material": material.0,
            "code": code.map(|code| code.to_string()),
            "code_today": today.map(|code| code.to_string()),
            "by": by.as_ref().map(|found| term(&name, found)),
        }),
        Point::Combination { .. } => json!({ "point": "combination" }),
        Point::DeMinimis { failing, base, percent: p } => {
            json!({ "point": "de_minimis", "failing": money(failing), "base": money(base), "percent": percent(p) })
        }
        Point::NotTolerated { material } => json!({ "point": "not_tolerated", "material": material.0 }),
        Point::ContentRequirement { figures } => json!({
            "point": "content",
            "transaction_value_percent": figures.and_then(|f| f.transaction_value).as_ref().map(percent),
            "net_cost_percent": figures.and_then(|f| f.net_cost).as_ref().map(percent),
        }),
        Point::ContentBy { method, needed, content: reached, .. } => json!({
            "point": "content_by",
            "method": match method { crate::case::Method::TransactionValue => "transaction_value", crate::case::Method::NetCost => "net_cost" },
            "needed_percent": percent(needed),
            "content": reached.as_ref().map(content),
        }),
        Point::ContentWaived { all, base, percent: p } => {
            json!({ "point": "content_waived", "all": money(all), "base": money(base), "percent": percent(p) })
        }
        Point::PartsProvision => json!({ "point": "parts_provision" }),
        Point::PartOfSameCode { material } => json!({ "point": "part_of_same_code", "material": material.0 }),
        Point::ChangeOrPart { material } => json!({ "point": "change_or_part", "material": material.0 }),
        Point::Condition { name } => json!({ "point": "condition", "name": pack.name(*name).0 }),
        Point::Process { name } => json!({ "point": "process", "name": pack.name(*name).0 }),
        Point::Special { special } => json!({ "point": "special", "special": special.id() }),
        Point::ForVehicleUse { uses } => {
            let meant = VehicleUse::ALL.into_iter().filter(|usage| uses >> *usage as u8 & 1 == 1);
            let uses: Vec<&str> = meant.map(VehicleUse::id).collect();
            json!({ "point": "for_vehicle_use", "uses": uses })
        }
        Point::ModifiedTextileRule => json!({ "point": "modified_textile_rule" }),
        Point::TextileByChoice => json!({ "point": "textile_by_choice" }),
        Point::NoSuchWay { how } => json!({ "point": "no_such_way", "how": format!("{how:?}") }),
        Point::WhollyObtained { how } => json!({ "point": "wholly_obtained", "how": format!("{how:?}") }),
        Point::NonQualifying => json!({ "point": "non_qualifying" }),
        Point::SetTolerance { foreign, base, percent: p } => {
            json!({ "point": "set_tolerance", "foreign": money(foreign), "base": money(base), "percent": percent(p) })
        }
        Point::DeMinimisByWeight { weight, base, by } => json!({
            "point": "de_minimis_by_weight",
            "weight": weight.map(|it| it.get().to_string()),
            "base": base.map(|it| it.get().to_string()),
            "percent": percent(&by.percent),
            "elastomers": by.elastomers,
        }),
        Point::FibreOrYarn { material } => json!({ "point": "fibre_or_yarn", "material": material.0 }),
        Point::Tolerated => json!({ "point": "tolerated" }),
        Point::MaterialMade { material } => json!({ "point": "material_made", "material": material.0 }),
        Point::InputsOf { material } => json!({ "point": "inputs_of", "material": material.0 }),
        Point::DesignationRefused { material } => {
            json!({ "point": "designation_refused", "material": material.0 })
        }
        Point::DesignationGivenUp { material } => {
            json!({ "point": "designation_given_up", "material": material.0 })
        }
        Point::MethodClosed { method, why } => {
            json!({ "point": "method_closed", "method": format!("{method:?}"), "why": format!("{why:?}") })
        }
        Point::ReadAs { code, older } => json!({
            "point": "read_as",
            "code": code.to_string(),
            "older": older.map(|code| code.to_string()),
        }),
        Point::OldCodes { material, code, successors, denied } => json!({
            "point": "old_codes",
            "material": material.map(|id| id.0),
            "code": code.to_string(),
            "successors": successors.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "denied": denied,
        }),
        Point::Missing(fact) => json!({ "point": "missing", "missing": fact_json(pack, fact) }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn fact_json(pack: &Pack, fact: &Fact) -> Value {
    json!({ "fact": fact.id(), "material": fact.material().map(|id| id.0), "key": fact.key(pack) })
}

fn rules(reading: &Reading<'_>) -> Value {
    let set = reading.draft.rule_set.meaning();
    let share = SHARE_REQUIRED.on(reading.bid.day);
    json!({
        "set": set.id(),
        "edition": set.edition().id(),
        "source": set.source().id(),
        "as_of": reading.pack.map(|pack| pack.as_of.to_string()),
        "chapters": reading.pack.map(|pack| pack.chapters.clone()),
        "territory": "Canada",
        "read_for": reading.bid.day.to_string(),
        "share_default": share.map(|entry| json!({
            "percent": entry.value.to_string(),
            "cite": cite(&entry.cite),
            "checked": entry.checked.to_string(),
        })),
    })
}

fn diagnostic(reading: &Reading<'_>, found: &Diagnostic) -> Value {
    json!({
        "severity": match found.severity { Severity::Error => "error", Severity::Note => "note", Severity::Missing => "missing" },
        "at": place(reading, found),
        "problem": problem_id(&found.problem),
    })
}

/// The field of the draft file that a diagnostic is about: `lines[2].good.materials[0].value`.
pub fn place(reading: &Reading<'_>, found: &Diagnostic) -> String {
    use crate::diagnostic::Field;
    let field = found.at.field;
    let Some(id) = found.at.line else { return field.id().to_owned() };
    let index = reading.draft.lines.iter().position(|line| line.id == id.0).unwrap_or_default();
    let line = &reading.draft.lines[index];
    let item = found.at.item.map(|item| item.0);
    let within = match field {
        Field::Code | Field::TransactionValue | Field::NetCost | Field::TotalCost => "good.".to_owned(),
        Field::Note => "statement.".to_owned(),
        Field::MaterialCode | Field::MaterialDescription | Field::MaterialValue => {
            let index = line.good.materials.iter().position(|material| Some(material.id) == item);
            format!("good.materials[{}].", index.unwrap_or_default())
        }
        Field::PartAmount | Field::PartWho => {
            match line.parts.iter().position(|part| Some(part.id) == item) {
                Some(index) => format!("parts[{index}]."),
                None => "parts.".to_owned(),
            }
        }
        _ => String::new(),
    };
    format!("lines[{index}].{within}{}", field.id())
}

fn problem_id(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "empty".to_owned(),
        Problem::Number(problem) => format!("number_{problem:?}"),
        Problem::Code(_) => "code".to_owned(),
        Problem::NationalDigits => "national_digits".to_owned(),
        Problem::NotADay => "not_a_day".to_owned(),
        Problem::NoSuchReading => "no_such_reading".to_owned(),
        Problem::TooLong { .. } => "too_long".to_owned(),
        Problem::Parts(problem) => format!("parts_{problem:?}"),
        Problem::MaterialsExceedPrice => "materials_exceed_price".to_owned(),
        Problem::NoteMissing => "note_missing".to_owned(),
        Problem::ObtainedOfMaterials => "obtained_of_materials".to_owned(),
        Problem::MoreThanWhole => "more_than_whole".to_owned(),
        Problem::ExcludedExceedTotal => "excluded_exceed_total".to_owned(),
        Problem::InclusionMissing => "inclusion_missing".to_owned(),
        Problem::NoSuchCode { .. } => "no_such_code".to_owned(),
        Problem::OlderCode { .. } => "older_code".to_owned(),
        Problem::NoSuchMaterial => "no_such_material".to_owned(),
        Problem::Cycle => "cycle".to_owned(),
        Problem::TooDeep { .. } => "too_deep".to_owned(),
        Problem::MakerMissing => "maker_missing".to_owned(),
        Problem::OwnPrice => "own_price".to_owned(),
        Problem::Stock(problem) => format!("stock_{problem:?}"),
    }
}
