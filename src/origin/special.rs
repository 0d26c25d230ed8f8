//! What section, chapter and automotive rules add to the product's own rule, as data: further ways to originate,
//! further conditions, and materials that are left out.
//!
//! Each is asked of a person. Where the answer would call for figures that this program does not compute, the good
//! stays "cannot tell", whatever its product rule says.

use super::pack::RuleSet;
use crate::case::Obtained;
use crate::finding::Finding;
use crate::units::{Citation, Day, HsCode, HsRange, Source};

/// A point of a section, chapter or automotive rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Special {
    /// Core parts, steel, aluminum and labour value content of a passenger vehicle or light truck. Not computed here.
    VehicleContent,
    /// Steel, aluminum and labour value content of a heavy truck. Not computed here.
    HeavyTruckContent,
    /// Of the content of a heavy truck: more labour value content than it needs makes up for it. Not computed here.
    LabourCredit,
    /// Of the content of a vehicle: it is a new model, in a new plant or after a refit.
    NewModel,
    /// Of the content of a part for other vehicles: listed materials in it count by what is non-originating inside them.
    /// Not computed here.
    ListedMaterials,
    /// Of the content of a passenger vehicle or light truck: an alternative staging regime was approved for it.
    StagingRegime,
    /// Of the content of vehicles and parts under the older rules: the values of materials were traced as those ask.
    TracedValues,
    /// Of the content of heavy vehicles under the older rules, and of engines and gear boxes for them: the values of
    /// materials are those that count there.
    HeavyValues,
    /// Of content by such values under the older rules: by the values of other goods the materials are within the
    /// tolerance that waives it.
    SmallUntraced,
    /// Of a good grown in Canada: what came from abroad is what it was grown from.
    Planted,
    /// Condition: fruit, nuts or vegetables are not merely frozen, packed, canned or roasted, or were grown in Canada.
    GrownOrWorked,
    /// Condition: peaches, pears and apricots in a fruit preparation were grown in Canada.
    StoneFruitGrown,
    /// Condition: what changes was not merely separated from a man-made mixture, or it underwent a chemical reaction in
    /// Canada.
    NotSeparated,
    /// Further way: what fails is pigments or colours, not based on titanium dioxide, which are disregarded.
    PigmentsDisregarded,
    /// Condition: sewing thread in it was formed and finished in Canada.
    SewingThread,
    /// Condition: narrow elastics in it were formed and finished in Canada.
    NarrowElastics,
    /// Condition: the fabric of its pocket bags was formed and finished in Canada, of yarn wholly formed there.
    PocketBags,
    /// Condition: the same, unless it is of blue denim, for which it began later.
    PocketBagsButDenim,
    /// Condition: coated fabric of heading 59.03 in it was formed and finished in Canada.
    CoatedFabric,
    /// Further way: what fails is diluent for transport, at most 40 % by volume, which is disregarded.
    DiluentDisregarded,
    /// Further way: a chemical reaction in Canada.
    ChemicalReaction,
    /// Further way: purification in Canada.
    Purification,
    /// Further way: deliberate mixing or blending in Canada to a specification.
    Mixing,
    /// Further way: a controlled change of particle size in Canada.
    ParticleSize,
    /// Further way: production of a standards material in Canada.
    StandardsMaterial,
    /// Further way: separation of isomers in Canada.
    IsomerSeparation,
    /// Further way: a biotechnical process in Canada.
    Biotechnical,
}

/// What a special rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Needed besides the product rule.
    Condition,
    /// Enough instead of the product rule.
    Way,
}

/// One entry of the table.
struct Entry {
    set: RuleSet,
    special: Special,
    effect: Effect,
    /// Goods, as ranges.
    goods: &'static str,
    /// Goods left out again, as ranges.
    except: &'static str,
    /// The first day on which it holds.
    from: Day,
    /// The last day on which it holds.
    until: Day,
    source: Source,
    place: &'static str,
}

const fn condition(
    set: RuleSet,
    special: Special,
    goods: &'static str,
    source: Source,
    place: &'static str,
) -> Entry {
    let (from, until) = (Day::EARLIEST, LATEST);
    Entry { set, special, effect: Effect::Condition, goods, except: "", from, until, source, place }
}

/// What is asked of a textile good besides its own rule, from a day on.
const fn textile(special: Special, goods: &'static str, from: Day, place: &'static str) -> Entry {
    Entry { from, ..condition(RuleSet::Cusma, special, goods, Source::Gn11, place) }
}

const fn way(special: Special, goods: &'static str, except: &'static str, place: &'static str) -> Entry {
    let (from, until) = (Day::EARLIEST, LATEST);
    let (set, effect, source) = (RuleSet::Cusma, Effect::Way, Source::Gn11);
    Entry { set, special, effect, goods, except, from, until, source, place }
}

/// Goods that no process of chapters 28 to 38 makes originate, and goods that a chemical reaction does not.
const NO_PROCESS: &str = "3301 350211-350219";
const NO_REACTION: &str = "3301 350211-350219 3823 291632";
const NO_BIOTECHNICAL: &str = "3301 350211-350219 2930-2942";

/// After any day of these rules.
const LATEST: Day = Day::new(9999, 12, 31);

const TABLE: &[Entry] = &[
    condition(RuleSet::Cusma, Special::GrownOrWorked, "20", Source::Gn11, "chapter 20"),
    condition(RuleSet::Nafta, Special::GrownOrWorked, "20", Source::Sor9414, "Schedule I, chapter 20"),
    condition(RuleSet::Cusma, Special::StoneFruitGrown, "200819-200899", Source::Gn11, "chapter 20"),
    Entry {
        except: NO_PROCESS,
        ..condition(RuleSet::Cusma, Special::NotSeparated, "28-38", Source::Gn11, "(n)(iv)(H)")
    },
    textile(Special::SewingThread, "61-62", Day::new(2021, 7, 1), "chapters 61, 62"),
    textile(Special::NarrowElastics, "61-62", Day::new(2022, 1, 1), "chapters 61, 62"),
    textile(Special::PocketBags, "61", Day::new(2022, 1, 1), "chapter 61"),
    // Thirty months after 2020-07-01 for blue denim, eighteen for all other apparel.
    Entry {
        until: Day::new(2022, 12, 31),
        ..textile(Special::PocketBagsButDenim, "62", Day::new(2022, 1, 1), "chapter 62")
    },
    textile(Special::PocketBags, "62", Day::new(2023, 1, 1), "chapter 62"),
    Entry {
        except: "6305 630612 630622",
        ..textile(Special::CoatedFabric, "63", Day::new(2022, 1, 1), "chapter 63")
    },
    way(Special::PigmentsDisregarded, "3207-3215", "", "chapter 32"),
    way(Special::DiluentDisregarded, "2709", "", "chapter 27"),
    way(Special::ChemicalReaction, "27-40", NO_REACTION, "(n)(iv), (v)"),
    way(Special::Purification, "28-40", NO_PROCESS, "(n)(iv), (v)"),
    way(Special::Mixing, "30-31 33-39", "3301 350211-350219 3808", "(n)(iv), (v)"),
    way(Special::ParticleSize, "30-31 33-37", NO_PROCESS, "(n)(iv)"),
    way(Special::StandardsMaterial, "28-39", NO_PROCESS, "(n)(iv), (v)"),
    way(Special::IsomerSeparation, "28-39", NO_PROCESS, "(n)(iv), (v)"),
    way(Special::Biotechnical, "28-29 31-39", NO_BIOTECHNICAL, "(n)(iv), (v)"),
];

/// The special rules for a good on a day, each with what it does and where it is written. Those that concern the code only in
/// part are among them.
pub fn special_rules(set: RuleSet, good: &HsCode, day: Day) -> Vec<(Special, Effect, Citation)> {
    let mut found = Vec::new();
    for entry in TABLE {
        if entry.set == set
            && entry.from <= day
            && day <= entry.until
            && covers(entry.goods, good) != Finding::No
            && covers(entry.except, good) != Finding::Yes
        {
            found.push((entry.special, entry.effect, entry.source.at(entry.place)));
        }
    }
    found
}

/// Goods for which only the net cost method may be used. Source: SOR/94-14, 6(6)(d).
const NAFTA_NET_COST_ONLY: &str = "8701-8702 870321-870390 8704-8706 640110-640610 8469";

/// Whether the transaction value method is closed to the good, whatever its rule offers.
pub fn net_cost_only(set: RuleSet, good: &HsCode) -> bool {
    set == RuleSet::Nafta && covers(NAFTA_NET_COST_ONLY, good) != Finding::No
}

/// Data processing machines and their parts inside a good of chapter 90.
/// Source: SOR/94-14, Schedule I, chapter 90; HTSUS General Note 11, chapter 90.
const LEFT_OUT_OF_90: &str = "8471 8473";

/// Whether a material is left out of the change requirement of this good; unknown where its code is too short.
pub fn left_out(set: RuleSet, good: &HsCode, material: &HsCode) -> Finding {
    if set == RuleSet::Annex || good.chapter() != 90 {
        return Finding::No;
    }
    covers(LEFT_OUT_OF_90, material)
}

/// Rayon that a note has disregarded in textile goods, other than lyocell and acetate.
/// Source: HTSUS General Note 11, section XI and chapter 96.
const RAYON: &str = "5403 5405 5502 5504 5507";

/// Of them those that are viscose by their code, and those that are acetate.
const VISCOSE: &str = "540310 540331-540332 540341 550410";
const ACETATE: &str = "540333 540342";

/// Whether a note has a material disregarded in this good. Where its code leaves it open, `said` is what somebody says
/// of it: that it is rayon, neither lyocell nor acetate.
pub fn disregarded(set: RuleSet, good: &HsCode, material: &HsCode, said: Finding) -> Finding {
    // Asked of every material.
    if set != RuleSet::Cusma || !(matches!(good.chapter(), 50..=63) || good.as_str().starts_with("9619")) {
        return Finding::No;
    }
    let kind = if covers(VISCOSE, material) == Finding::Yes {
        Finding::Yes
    } else if covers(ACETATE, material) == Finding::Yes {
        Finding::No
    } else {
        said
    };
    covers(RAYON, material).min(kind)
}

/// Goods that originate where they are grown, whatever they were grown from.
/// Source: SOR/94-14, Schedule I, section II; HTSUS General Note 11(n)(iii).
const GROWN: &str = "06-14";
/// Bulbs, cuttings, slips and seed for sowing: of no other use than to grow something from them.
const PLANTED: &str = "0601 060210 1209";
/// What may be planted or eaten: live plants, tubers, onions, and the seed that note 3 to chapter 12 keeps out of 12.09.
const MAY_BE_PLANTED: &str = "0602 070110 0703 071290 0713-0714 0904-0910 10 1201-1207 1211-1212";

/// Fish, crustaceans and molluscs, which originate where they are raised, and what they may be raised from: eggs, larvae,
/// fry and other young ones. Source: HTSUS General Note 11, chapter 3, rule 1; SOR/2020-155, 1(1), 3(1)(f).
const RAISED: &str = "03";
const YOUNG: &str = "0301 030611-030699 0307-0308 051191";

/// Whether the good may be grown or, in water, raised from the material so that it originates all the same: for certain, and
/// where a person says so.
pub fn grown_from(how: Obtained, good: &HsCode, material: &HsCode) -> (Finding, Finding) {
    match how {
        Obtained::Plant => {
            let grown = covers(GROWN, good);
            (grown.min(covers(PLANTED, material)), grown.min(covers(MAY_BE_PLANTED, material)))
        }
        Obtained::Aquaculture => (Finding::No, covers(RAISED, good).min(covers(YOUNG, material))),
        _ => (Finding::No, Finding::No),
    }
}

/// Goods that can be remanufactured of recovered materials, and those left out. Source: SOR/2020-155, 1(1), 4.
const REMANUFACTURED: &str = "84-90 9402";
const NOT_REMANUFACTURED: &str = "8418 8509 8510 8516 8703 841451 845011 845012 850811 851711";

/// Whether a good of the code can be a remanufactured one, in which recovered materials count as originating.
pub fn can_be_remanufactured(set: RuleSet, good: &HsCode) -> Finding {
    if set != RuleSet::Cusma {
        return Finding::No;
    }
    covers(REMANUFACTURED, good).min(covers(NOT_REMANUFACTURED, good).negated())
}

/// Fibres and yarns, the only materials that some tolerances by weight are for.
const FIBRES_AND_YARNS: &str = "5001-5006 5101-5110 5201-5207 5301-5308 5401-5406 5501-5511 5604-5606";

/// Whether a material of the code is a fibre or a yarn.
pub fn is_fibre_or_yarn(material: &HsCode) -> Finding {
    covers(FIBRES_AND_YARNS, material)
}

/// Yarn and monofilament that is elastomeric by its code, whatever else is said of it.
const ELASTOMERIC: &str = "540244 540411";

/// Whether a material of the code is elastomeric, whatever it is.
pub fn is_elastomeric(material: &HsCode) -> bool {
    covers(ELASTOMERIC, material) == Finding::Yes
}

/// The codes of what a chapter asks something of. Of thread and elastics an originating good of them is always formed and
/// finished here: its own rule lets no yarn in. Of pocket bags and coated fabric that is not so.
pub fn asked_of(special: Special) -> Option<&'static str> {
    match special {
        Special::SewingThread => Some("5204 5401 5402 5508"),
        Special::NarrowElastics => Some("580620 6002"),
        // What may be a man-made mixture. Separate compounds (chapters 28 and 29), what nature made, and articles are none.
        Special::NotSeparated => Some("2706-2708 2710-2715 30-40"),
        _ => None,
    }
}

/// Sewing thread, of which yarn of 54.02 so used is not known by its code.
const SEWING_THREAD: &str = "5204 5401 5508";

/// Whether a material of the code, which may not be known, is sewing thread that the chapter of the good asks something of, so that the tolerance
/// by weight does not reach it. Source: SOR/2020-155, 5(10).
pub fn is_bound_thread(set: RuleSet, good: &HsCode, day: Day, material: Option<&HsCode>) -> Finding {
    for (special, _, _) in special_rules(set, good, day) {
        if special == Special::SewingThread {
            return material.map_or(Finding::Unknown, |code| covers(SEWING_THREAD, code));
        }
    }
    Finding::No
}

/// Whether the ranges, written as in the tables above, cover the code. Reads them as it goes, those of its chapter.
pub(super) fn covers(ranges: &str, code: &HsCode) -> Finding {
    let mut found = Finding::No;
    for word in ranges.split_ascii_whitespace() {
        if is_near(word, code)
            && let Some(range) = range(word)
        {
            found = found.max(range.covers(code));
        }
    }
    found
}

/// Whether the chapter of the code is among those of the range. Told by the text, as most ranges are far from a good
/// and reading them all took half the time of a judgement.
fn is_near(word: &str, code: &HsCode) -> bool {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let own = code.as_str().get(..2);
    first.get(..2) <= own && own <= last.get(..2)
}

fn range(word: &str) -> Option<HsRange> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    HsRange::new(HsCode::read(first).ok()?, HsCode::read(last).ok()?)
}

impl Special {
    /// The word by which files and other programs know it.
    pub const fn id(self) -> &'static str {
        match self {
            Special::VehicleContent => "vehicle_content",
            Special::HeavyTruckContent => "heavy_truck_content",
            Special::LabourCredit => "labour_credit",
            Special::ListedMaterials => "listed_materials",
            Special::NewModel => "new_model",
            Special::StagingRegime => "staging_regime",
            Special::TracedValues => "traced_values",
            Special::HeavyValues => "heavy_values",
            Special::SmallUntraced => "small_untraced",
            Special::Planted => "planted",
            Special::GrownOrWorked => "grown_or_worked",
            Special::StoneFruitGrown => "stone_fruit_grown",
            Special::NotSeparated => "not_separated",
            Special::PigmentsDisregarded => "pigments_disregarded",
            Special::SewingThread => "sewing_thread",
            Special::NarrowElastics => "narrow_elastics",
            Special::PocketBags => "pocket_bags",
            Special::PocketBagsButDenim => "pocket_bags_but_denim",
            Special::CoatedFabric => "coated_fabric",
            Special::DiluentDisregarded => "diluent_disregarded",
            Special::ChemicalReaction => "chemical_reaction",
            Special::Purification => "purification",
            Special::Mixing => "mixing",
            Special::ParticleSize => "particle_size",
            Special::StandardsMaterial => "standards_material",
            Special::IsomerSeparation => "isomer_separation",
            Special::Biotechnical => "biotechnical",
        }
    }

    /// Whether an answer settles it. What calls for figures that are not computed here stays open.
    pub const fn can_be_answered(self) -> bool {
        !matches!(
            self,
            Special::VehicleContent
                | Special::HeavyTruckContent
                | Special::LabourCredit
                | Special::ListedMaterials
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rayon_is_disregarded_in_textiles_and_diapers_alone() {
        let code = |text: &str| HsCode::read(text).expect("a code of the test");
        let rows = [
            (RuleSet::Cusma, "6204.42", "5403.10", Finding::Yes),
            (RuleSet::Cusma, "9619.00", "5403.10", Finding::Yes),
            (RuleSet::Cusma, "6204.42", "5205.11", Finding::No),
            (RuleSet::Cusma, "9404.90", "5403.10", Finding::No),
            (RuleSet::Cusma, "5001.00", "5403.10", Finding::Yes),
            (RuleSet::Cusma, "6310.10", "5403.10", Finding::Yes),
            (RuleSet::Cusma, "4901.10", "5403.10", Finding::No),
            (RuleSet::Cusma, "6401.10", "5403.10", Finding::No),
            (RuleSet::Cusma, "9618.00", "5403.10", Finding::No),
            (RuleSet::Nafta, "6204.42", "5403.10", Finding::No),
        ];
        for (set, good, material, expected) in rows {
            let found = disregarded(set, &code(good), &code(material), Finding::Yes);
            assert_eq!(found, expected, "{material} in {good}");
        }
    }

    #[test]
    fn every_range_of_the_tables_is_read() {
        let tables = TABLE.iter().flat_map(|entry| [entry.goods, entry.except]);
        for word in tables
            .chain([
                NAFTA_NET_COST_ONLY,
                LEFT_OUT_OF_90,
                RAYON,
                VISCOSE,
                ACETATE,
                ELASTOMERIC,
                SEWING_THREAD,
                REMANUFACTURED,
                NOT_REMANUFACTURED,
                GROWN,
                RAISED,
                YOUNG,
                PLANTED,
                MAY_BE_PLANTED,
                FIBRES_AND_YARNS,
            ])
            .flat_map(str::split_whitespace)
        {
            assert!(range(word).is_some(), "{word}");
        }
    }

    #[test]
    fn a_code_too_short_may_be_left_out_and_is_not_said_to_change() {
        let read = |text| HsCode::read(text).expect("a code of the table");
        for (good, material, expected) in [
            ("901811", "847130", Finding::Yes),
            ("901811", "84", Finding::Unknown),
            ("901811", "850110", Finding::No),
            ("851711", "847130", Finding::No),
        ] {
            assert_eq!(left_out(RuleSet::Cusma, &read(good), &read(material)), expected, "{good} {material}");
        }
        // The annex quotes no such note.
        assert_eq!(left_out(RuleSet::Annex, &read("901811"), &read("847130")), Finding::No);
    }

    const DAY: Day = Day::new(2026, 1, 15);

    #[test]
    fn what_textiles_need_begins_on_its_day() {
        for (code, day, expected) in [
            ("6109", "2021-06-30", &[][..]),
            ("6109", "2021-07-01", &["sewing_thread"]),
            ("6109", "2022-01-01", &["sewing_thread", "narrow_elastics", "pocket_bags"]),
            ("6203", "2021-12-31", &["sewing_thread"]),
            ("6203", "2022-12-31", &["sewing_thread", "narrow_elastics", "pocket_bags_but_denim"]),
            ("6203", "2023-01-01", &["sewing_thread", "narrow_elastics", "pocket_bags"]),
            ("6307", "2021-12-31", &[]),
            ("6307", "2022-01-01", &["coated_fabric"]),
            ("6305", "2022-01-01", &[]),
            ("630612", "2026-01-15", &[]),
            ("630619", "2026-01-15", &["coated_fabric"]),
        ] {
            let (code, day) = (HsCode::read(code).expect("a code"), Day::read(day).expect("a day"));
            let rules = special_rules(RuleSet::Cusma, &code, day);
            let found: Vec<&str> = rules.iter().map(|(special, _, _)| special.id()).collect();
            assert_eq!(found, expected, "{code} {day}");
        }
    }

    #[test]
    fn special_rules_as_a_table() {
        let rows: &[(RuleSet, &str, &[&str])] = &[
            (RuleSet::Cusma, "940330", &[]),
            (RuleSet::Cusma, "940120", &[]),
            (RuleSet::Nafta, "870323", &[]),
            (RuleSet::Cusma, "200190", &["grown_or_worked"]),
            (
                RuleSet::Cusma,
                "291632",
                &["not_separated", "purification", "standards_material", "isomer_separation", "biotechnical"],
            ),
            (RuleSet::Cusma, "330112", &[]),
            (RuleSet::Cusma, "400110", &["chemical_reaction", "purification"]),
            (RuleSet::Nafta, "291632", &[]),
        ];
        for (set, code, expected) in rows {
            let code = HsCode::read(code).expect("a code of the table");
            let found: Vec<&str> =
                special_rules(*set, &code, DAY).iter().map(|(special, _, _)| special.id()).collect();
            assert_eq!(found, *expected, "{} {code}", set.id());
        }
    }
}
