//! A point of a judgement in words, and a fact that is missing.

use super::format::{asked, money, percent, quantity};
use super::rule::{self, name};
use super::words::Words;
use crate::case::{MaterialId, Method, Obtained, VehicleUse};
use crate::finding::Finding;
use crate::origin::pack::Pack;
use crate::origin::point::{ByWeight, Closed, Fact, OwnFact, Point};
use crate::origin::rule::{ContentTest, Figures, GoodIs, NameId};
use crate::origin::special::Special;
use crate::units::{Content, HsCode, Money, Percent, Quantity};

/// Gives the name that the user knows a material by.
pub type MaterialName<'a> = &'a dyn Fn(MaterialId) -> String;

/// A point as a sentence, worded by its finding.
pub fn point(
    words: &Words,
    pack: &Pack,
    material: MaterialName<'_>,
    point: &Point,
    finding: Finding,
) -> String {
    let by = |yes: fn(&Words) -> String, no: fn(&Words) -> String, open: fn(&Words) -> String| match finding {
        Finding::Yes => yes(words),
        Finding::No => no(words),
        Finding::Unknown => open(words),
    };
    let w = words;
    match point {
        Point::CanadianGood { .. } => by(Words::good_yes, Words::good_no, Words::good_open),
        Point::MadeInCanada => by(Words::made_yes, Words::made_no, Words::made_open),
        Point::OnlyOriginating => {
            by(Words::only_originating_yes, Words::only_originating_no, Words::only_originating_open)
        }
        Point::ProductRule => by(Words::rule_yes, Words::rule_no, Words::rule_open),
        Point::Row { row } => w.row_point(row),
        Point::Described { good, usage } => described(w, pack, *good, *usage),
        Point::Alternative { row, index, label } => way(w, pack, row, *index, label),
        Point::AboutThisGood => by(Words::about_yes, Words::about_no, Words::about_open),
        Point::NoChangeAsked => w.no_change_asked(),
        Point::NoGearBox => match finding {
            Finding::Yes => w.no_gear_box_yes(),
            _ => w.no_gear_box_open(),
        },
        Point::ChangeRequirement => by(Words::change_yes, Words::change_no, Words::change_open),
        Point::EveryMaterial => by(Words::every_yes, Words::every_no, Words::every_open),
        Point::MaterialShift { material: id, code, today, by } => {
            let code = code.map(|code| code.to_string());
            let called = match (code, today) {
                (Some(code), Some(today)) => {
                    let edition = pack.set.edition().id();
                    w.material_read_as(&material(*id), &today.to_string(), &code, edition)
                }
                (Some(code), None) => format!("{} ({code})", material(*id)),
                (None, _) => material(*id),
            };
            let source = by.as_ref().map(|term| rule::term(w, pack, term));
            match (finding, source) {
                (Finding::Yes, Some(source)) => w.shift_yes(&called, &source),
                (Finding::Yes, None) => w.shift_yes_plain(&called),
                (Finding::No, Some(source)) => w.shift_excepted(&called, &source),
                (Finding::No, None) => w.shift_no(&called),
                (Finding::Unknown, _) => w.shift_open(&called),
            }
        }
        Point::Combination { .. } => {
            by(Words::combination_yes, Words::combination_no, Words::combination_open)
        }
        Point::DeMinimis { failing, base, percent } => de_minimis(w, finding, *failing, *base, *percent),
        Point::NotTolerated { material: id } => match finding {
            Finding::No => w.not_tolerated_no(&material(*id)),
            _ => w.not_tolerated_open(&material(*id)),
        },
        Point::ContentRequirement { figures: None } => w.content_unstated(),
        Point::ContentRequirement { figures: Some(figures) } => {
            let asked = content_asked(w, *figures);
            match finding {
                Finding::Yes => w.content_yes(&asked),
                Finding::No => w.content_no(&asked),
                Finding::Unknown => w.content_open(&asked),
            }
        }
        Point::ContentBy { method, needed, content, exact } => {
            content_by(w, finding, *method, *needed, *content, *exact)
        }
        Point::ContentWaived { percent, .. } => {
            let percent = asked(w.lang(), *percent);
            match finding {
                Finding::Yes => w.waived_yes(&percent),
                Finding::No => w.waived_no(&percent),
                Finding::Unknown => w.waived_open(&percent),
            }
        }
        Point::PartsProvision => w.parts_point(),
        Point::PartOfSameCode { material: id } => match finding {
            Finding::Yes => w.part_yes(&material(*id)),
            Finding::No => w.part_no(&material(*id)),
            Finding::Unknown => w.part_open(&material(*id)),
        },
        Point::ChangeOrPart { material: id } => match finding {
            Finding::Yes => w.change_or_part_yes(&material(*id)),
            Finding::No => w.change_or_part_no(&material(*id)),
            Finding::Unknown => w.change_or_part_open(&material(*id)),
        },
        Point::Condition { name: id } => w.condition_point(name(w, pack, *id)),
        Point::Process { name: id } => w.process_point(name(w, pack, *id)),
        Point::Special { special } => special_text(w, *special),
        Point::ForVehicleUse { uses } => {
            let mut said = String::new();
            for usage in VehicleUse::ALL {
                if uses >> usage as u8 & 1 == 0 {
                    continue;
                }
                if !said.is_empty() {
                    said.push_str("; ");
                }
                said.push_str(&vehicle_use(w, usage));
            }
            w.for_vehicle_use(&said)
        }
        Point::ModifiedTextileRule => w.textile_point(),
        Point::TextileByChoice => w.textile_by_choice(),
        Point::WhollyObtained { how } => match finding {
            Finding::No => w.obtained_no(&obtained(w, *how)),
            _ => w.obtained_point(&obtained(w, *how)),
        },
        Point::NoSuchWay { how } => w.obtained_no_such_way(&obtained(w, *how)),
        Point::NonQualifying => w.non_qualifying_point(),
        Point::SetTolerance { foreign, base, percent } => {
            let percent = asked(w.lang(), *percent);
            let known =
                foreign.zip(*base).map(|(value, base)| (money(w.lang(), value), money(w.lang(), base)));
            match (finding, known) {
                (Finding::Yes, Some((value, base))) => w.set_yes(&value, &percent, &base),
                (Finding::Yes, None) => w.set_yes_plain(&percent),
                (Finding::No, Some((value, base))) => w.set_no(&value, &percent, &base),
                (Finding::No, None) => w.set_no_plain(&percent),
                (Finding::Unknown, _) => w.set_open(&percent),
            }
        }
        Point::DeMinimisByWeight { weight, base, by } => by_weight(w, finding, *weight, *base, *by),
        Point::FibreOrYarn { material: id } => match finding {
            Finding::Unknown => w.fibre_open(&material(*id)),
            _ => w.fibre_no(&material(*id)),
        },
        Point::Tolerated => by(Words::tolerated_yes, Words::tolerated_no, Words::tolerated_open),
        Point::MaterialMade { material: id } => match finding {
            Finding::Yes => w.made_out_yes(&material(*id)),
            Finding::No => w.made_out_no(&material(*id)),
            Finding::Unknown => w.made_out_open(&material(*id)),
        },
        Point::InputsOf { material: id } => match finding {
            Finding::Yes => w.inputs_yes(&material(*id)),
            Finding::No => w.inputs_no(&material(*id)),
            Finding::Unknown => w.inputs_open(&material(*id)),
        },
        Point::DesignationRefused { material: id } => w.designation_refused(&material(*id)),
        Point::DesignationGivenUp { material: id } => match finding {
            Finding::Unknown => w.designation_open(&material(*id)),
            _ => w.designation_given_up(&material(*id)),
        },
        Point::MethodClosed { why, .. } => match (why, finding) {
            (Closed::ByCode, _) => w.closed_by_code(),
            (Closed::ByRule, _) => w.closed_by_rule(),
            (Closed::NoPrice, _) => w.closed_no_price(),
            (Closed::Related, Finding::Unknown) => w.closed_related_open(),
            (Closed::Related, _) => w.closed_related(),
            (Closed::Accumulated, _) => w.closed_accumulated(),
            (Closed::OwnUse, _) => w.closed_own_use(),
        },
        Point::ReadAs { code, older } => {
            let (code, edition) = (code.to_string(), pack.set.edition().id());
            match older {
                Some(older) => w.read_as(&code, &older.to_string(), edition),
                None => w.read_as_any(&code, edition),
            }
        }
        Point::OldCodes { material: id, code, successors, denied } => {
            let called = id.map(&material).unwrap_or_default();
            old_codes(w, &called, code, successors, *denied)
        }
        Point::Missing(missing) => w.missing_point(&fact(w, pack, material, missing)),
    }
}

/// A missing fact as a phrase that fits behind "to settle it:".
pub fn fact(words: &Words, pack: &Pack, material: MaterialName<'_>, fact: &Fact) -> String {
    let w = words;
    let called = fact.material().map(material).unwrap_or_default();
    match fact {
        Fact::MadeInCanada => w.want_made(),
        Fact::GoodCode => w.want_good_code(),
        Fact::GoodCodeLonger => w.want_good_code_longer(),
        Fact::MaterialCode(_) => w.want_material_code(&called),
        Fact::MaterialCodeLonger(_) => w.want_material_code_longer(&called),
        Fact::GoodOldCode(code) => w.want_good_old_code(&code.to_string()),
        Fact::MaterialOldCode(_, code) => w.want_material_old_code(&called, &code.to_string()),
        Fact::Editions => w.want_editions(),
        Fact::GoodItem(item) => w.want_good_item(&item.to_string()),
        Fact::MaterialItem(_, item) => w.want_material_item(&called, &item.to_string()),
        Fact::GoodNamed(id) => w.want_good_named(name(w, pack, *id)),
        Fact::MaterialNamed(_, id) => w.want_material_named(&called, name(w, pack, *id)),
        Fact::MaterialOther(_) => w.want_material_other(&called),
        Fact::MaterialOtherItem(_) => w.want_material_other_item(&called),
        Fact::NotTolerated(_) => w.want_not_tolerated(&called),
        Fact::VehicleUse => w.want_vehicle_use(),
        Fact::Usage(id) => w.want_usage(name(w, pack, *id)),
        Fact::MaterialRelation(_) => w.want_relation(&called),
        Fact::MaterialOrigin(_) => w.want_origin(&called),
        Fact::AllListed => w.want_all_listed(),
        Fact::TransactionValue => w.want_transaction_value(),
        Fact::NetCost => w.want_net_cost(),
        Fact::MaterialValue(_) => w.want_value(&called),
        Fact::ChargesIncluded(_) => w.want_included(&called),
        Fact::ChargesDocumented(_) => w.want_documented(&called),
        Fact::MaterialImported(_) => w.want_imported(&called),
        Fact::Condition(id) => w.want_condition(name(w, pack, *id)),
        Fact::Special(special) => w.want_special(&special_text(w, *special)),
        Fact::RelatedSales => w.want_related_sales(),
        Fact::TotalCost => w.want_total_cost(),
        Fact::Weight => w.want_weight(),
        Fact::MaterialWeight(_) => w.want_material_weight(&called),
        Fact::MaterialComponent(_) => w.want_component(&called),
        Fact::MaterialDisregarded(_) => w.want_disregarded(&called),
        Fact::OfInput(m, of, it) => {
            let asked = self::fact(w, pack, material, &it.of_material(*m));
            if of.0 == 0 { w.want_of_good(&asked) } else { w.want_of(&material(*of), &asked) }
        }
        Fact::Of(_, OwnFact::AllListed) => w.want_own_listed(&called),
        Fact::Of(_, OwnFact::TransactionValue) => w.want_own_transaction_value(&called),
        Fact::Of(_, OwnFact::NetCost) => w.want_own_net_cost(&called),
        Fact::Of(_, OwnFact::TotalCost) => w.want_own_total_cost(&called),
        Fact::Of(_, own) => w.want_of(&called, &self::fact(w, pack, material, &own.of_good())),
        Fact::TextileDivision => w.want_textile(),
        Fact::SilentText(_) => w.want_silent(&called),
        Fact::UnstatedFigure => w.want_figure(),
        Fact::UnsettledFigure => w.want_settled_figure(),
        Fact::UnsettledList => w.want_settled_list(),
        Fact::UnsettledUse => w.want_settled_use(),
        Fact::UnreadText => w.want_unread(),
        Fact::NoRule => w.want_rule(),
    }
}

/// What a part of motor vehicles is for.
pub fn vehicle_use(w: &Words, usage: VehicleUse) -> String {
    match usage {
        VehicleUse::None => w.vehicle_use_none(),
        VehicleUse::Aftermarket => w.vehicle_use_aftermarket(),
        VehicleUse::Light => w.vehicle_use_light(),
        VehicleUse::Heavy => w.vehicle_use_heavy(),
        VehicleUse::OtherLight => w.vehicle_use_other_light(),
        VehicleUse::OtherHeavy => w.vehicle_use_other_heavy(),
    }
}

fn special_text(w: &Words, special: Special) -> String {
    match special {
        Special::VehicleContent => w.special_vehicle_content(),
        Special::HeavyTruckContent => w.special_heavy_truck_content(),
        Special::LabourCredit => w.special_labour_credit(),
        Special::ListedMaterials => w.special_listed_materials(),
        Special::NewModel => w.special_new_model(),
        Special::StagingRegime => w.special_staging_regime(),
        Special::TracedValues => w.special_traced_values(),
        Special::HeavyValues => w.special_heavy_values(),
        Special::SmallUntraced => w.special_small_untraced(),
        Special::Planted => w.special_planted(),
        Special::GrownOrWorked => w.special_grown_or_worked(),
        Special::StoneFruitGrown => w.special_stone_fruit_grown(),
        Special::NotSeparated => w.special_not_separated(),
        Special::PigmentsDisregarded => w.special_pigments(),
        Special::SewingThread => w.special_sewing_thread(),
        Special::NarrowElastics => w.special_narrow_elastics(),
        Special::PocketBags => w.special_pocket_bags(),
        Special::PocketBagsButDenim => w.special_pocket_bags_but_denim(),
        Special::CoatedFabric => w.special_coated_fabric(),
        Special::DiluentDisregarded => w.special_diluent(),
        Special::ChemicalReaction => w.special_chemical_reaction(),
        Special::Purification => w.special_purification(),
        Special::Mixing => w.special_mixing(),
        Special::ParticleSize => w.special_particle_size(),
        Special::StandardsMaterial => w.special_standards_material(),
        Special::IsomerSeparation => w.special_isomer_separation(),
        Special::Biotechnical => w.special_biotechnical(),
    }
}

/// A code of today that became several older ones, or that is no longer in use. `called` is empty for the good.
fn old_codes(w: &Words, called: &str, code: &HsCode, successors: &[HsCode], denied: bool) -> String {
    let mut list = String::new();
    for (index, successor) in successors.iter().enumerate() {
        if index > 0 {
            list.push_str(", ");
        }
        list.push_str(&successor.to_string());
    }
    let code = code.to_string();
    let said = match list.is_empty() {
        true if denied => w.old_codes_denied(&code),
        true => w.old_codes_several(&code),
        false => w.old_codes_ceased(&code, &list),
    };
    if called.is_empty() { said } else { w.labelled(called, &said) }
}

/// How a good was wholly obtained.
fn obtained(w: &Words, how: Obtained) -> String {
    match how {
        Obtained::Mineral => w.obtained_mineral(),
        Obtained::Plant => w.obtained_plant(),
        Obtained::Animal => w.obtained_animal(),
        Obtained::FromAnimal => w.obtained_from_animal(),
        Obtained::Hunted => w.obtained_hunted(),
        Obtained::Aquaculture => w.obtained_aquaculture(),
        Obtained::SeaFish => w.obtained_sea_fish(),
        Obtained::FactoryShip => w.obtained_factory_ship(),
        Obtained::Seabed => w.obtained_seabed(),
        Obtained::Waste => w.obtained_waste(),
        Obtained::OfThese => w.obtained_of_these(),
    }
}

fn described(w: &Words, pack: &Pack, good: GoodIs, usage: Option<NameId>) -> String {
    match (good, usage) {
        (_, Some(usage)) => w.described_use(name(w, pack, usage)),
        (GoodIs::Named(id), None) => w.described_named(name(w, pack, id)),
        (GoodIs::Residue, None) => w.described_residue(),
        (GoodIs::Any, None) => w.described_any(),
    }
}

fn way(w: &Words, pack: &Pack, row: &str, index: usize, label: &str) -> String {
    let rule = pack.rows.iter().find(|candidate| candidate.id == row);
    let sentence =
        rule.and_then(|row| row.alternatives.get(index)).map(|way| rule::alternative(w, pack, way));
    let sentence = sentence.unwrap_or_default();
    if label.is_empty() { w.way_only(&sentence) } else { w.way_point(label, &sentence) }
}

fn de_minimis(
    w: &Words,
    finding: Finding,
    failing: Option<Money>,
    base: Option<Money>,
    tolerance: Percent,
) -> String {
    let percent = asked(w.lang(), tolerance);
    let known = failing.zip(base).map(|(value, base)| (money(w.lang(), value), money(w.lang(), base)));
    match (finding, known) {
        (Finding::Yes, Some((value, base))) => w.de_minimis_yes(&value, &percent, &base),
        (Finding::Yes, None) => w.de_minimis_yes_plain(&percent),
        (Finding::No, Some((value, base))) => w.de_minimis_no(&value, &percent, &base),
        (Finding::No, None) => w.de_minimis_no_plain(&percent),
        (Finding::Unknown, _) => w.de_minimis_open(&percent),
    }
}

/// The weight of what does not change, or of the elastomers in it.
fn by_weight(
    w: &Words,
    finding: Finding,
    weight: Option<Quantity>,
    base: Option<Quantity>,
    by: ByWeight,
) -> String {
    let percent = asked(w.lang(), by.percent);
    let what = if by.elastomers { w.weight_elastomers() } else { w.weight_all() };
    let whole = if by.of_component { w.weight_of_component() } else { w.weight_of_good() };
    let known = weight
        .zip(base)
        .map(|(weight, base)| (quantity(w.lang(), weight), w.weight_base(&quantity(w.lang(), base), &whole)));
    match (finding, known) {
        (Finding::Yes, Some((weight, base))) => w.weight_yes(&what, &weight, &percent, &base),
        (Finding::No, Some((weight, base))) => w.weight_no(&what, &weight, &percent, &base),
        (Finding::Yes, None) => w.weight_yes_plain(&what, &percent, &whole),
        (Finding::No, None) => w.weight_no_plain(&what, &percent, &whole),
        (Finding::Unknown, _) => w.weight_open(&what, &percent, &whole),
    }
}

fn content_asked(w: &Words, figures: Figures) -> String {
    rule::content(w, &ContentTest::Fixed(figures))
}

fn content_by(
    w: &Words,
    finding: Finding,
    method: Method,
    needed: Percent,
    content: Option<Content>,
    exact: bool,
) -> String {
    let lang = w.lang();
    let needed = asked(lang, needed);
    let Some(content) = content else {
        return match (method, finding) {
            (Method::TransactionValue, Finding::No) => w.content_by_transaction_value_no(&needed),
            (Method::NetCost, Finding::No) => w.content_by_net_cost_no(&needed),
            (Method::TransactionValue, _) => w.content_by_transaction_value_open(&needed),
            (Method::NetCost, _) => w.content_by_net_cost_open(&needed),
        };
    };
    let (base, vnm) = (money(lang, content.base()), money(lang, content.vnm()));
    let mut shown = percent(lang, content.shown());
    if !exact {
        shown = if finding == Finding::No { w.content_at_best(&shown) } else { w.content_at_worst(&shown) };
    }
    match method {
        Method::TransactionValue => w.content_by_transaction_value(&base, &vnm, &shown, &needed),
        Method::NetCost => w.content_by_net_cost(&base, &vnm, &shown, &needed),
    }
}
