//! The general provisions of each rule set, as data: tolerances, their exceptions, and where each is written.

use super::pack::RuleSet;
use crate::finding::Finding;
use crate::units::{Citation, HsCode, HsRange, Level, Percent, Source};
use std::sync::OnceLock;

/// What a rule set says about every good, whatever its product rule.
pub struct Provisions {
    /// The instrument that all places below are in.
    pub source: Source,
    /// A good made in Canada of non-originating materials originates by its product rule.
    pub product_rule: &'static str,
    /// A good made of originating materials alone.
    pub only_originating: &'static str,
    /// Good and parts under one code, or a good that came in unassembled.
    pub parts: &'static str,
    /// The tolerance for materials that do not undergo the change.
    pub de_minimis: &'static str,
    /// The materials that the tolerance does not apply to.
    pub de_minimis_exceptions: &'static str,
    /// The tolerance that waives the content test.
    pub content_waiver: &'static str,
    /// The transaction value method.
    pub transaction_value: &'static str,
    /// The net cost method.
    pub net_cost: &'static str,
    /// What a material is worth.
    pub materials: &'static str,
    /// Whether the set has tolerances and a provision for parts at all.
    pub has_general: bool,
    /// The general tolerance.
    tolerance: Percent,
    /// Tolerances of single headings.
    tolerance_of: &'static [(&'static str, Percent)],
    /// Whether total cost may be the base of a tolerance although there is a transaction value.
    pub total_cost_at_choice: bool,
    /// A good wholly obtained.
    pub wholly_obtained: &'static str,
    /// What was grown of imported plants, beside the product rules.
    pub grown: &'static str,
    /// Operations that make nothing originate.
    pub non_qualifying: &'static str,
    /// A set put up for sale. Empty where the set's own rule applies.
    pub sets: &'static str,
    /// Which methods of computing content are closed.
    pub methods: &'static str,
    /// That there is no transaction value without a sale.
    pub no_price: &'static str,
    /// What a material of the producer's own counts as.
    pub own_material: &'static str,
    /// Intermediate materials.
    pub intermediate: &'static str,
    /// The tolerance by weight.
    pub by_weight: &'static str,
    /// Whether printed circuit assemblies that a rule keeps out are not tolerated.
    pub circuits_not_tolerated: bool,
    /// The same for apparel and other made-up textiles, of which the component that settles the code counts.
    pub by_weight_of_component: &'static str,
    /// What that tolerance does not reach.
    pub by_weight_exceptions: &'static str,
    /// Whether charges on a material come off its value where they are in it, instead of being added where not.
    pub charges_come_off: bool,
    /// Whether the sale and accumulation may close the transaction value method.
    pub sale_closes_method: bool,
}

/// Past this part of the units sold to related persons only net cost is allowed. Source: SOR/94-14, 6(6)(c).
pub const RELATED_LIMIT: Percent = Percent::whole(85);

impl Provisions {
    /// The provisions of the set.
    pub const fn of(set: RuleSet) -> &'static Provisions {
        match set {
            RuleSet::Cusma => &CUSMA,
            RuleSet::Nafta => &NAFTA,
            RuleSet::Annex => &ANNEX,
        }
    }

    /// A place in the set's regulations.
    pub const fn at(&self, place: &'static str) -> Citation {
        self.source.at(place)
    }

    /// How much of its value may be of materials that do not undergo the change.
    pub fn tolerance(&self, good: Option<HsCode>) -> Percent {
        let special = good.and_then(|good| {
            self.tolerance_of
                .iter()
                .find(|(heading, _)| good.as_str().starts_with(heading))
                .map(|(_, percent)| *percent)
        });
        special.unwrap_or(self.tolerance)
    }
}

static CUSMA: Provisions = Provisions {
    source: Source::Sor2020155,
    product_rule: "3(2)",
    only_originating: "3(3)",
    parts: "3(4)",
    de_minimis: "5(1)",
    de_minimis_exceptions: "5(3)",
    content_waiver: "5(4)",
    transaction_value: "7(2)",
    net_cost: "7(3)",
    materials: "8(1), (2), (3)",
    has_general: true,
    tolerance: Percent::whole(10),
    tolerance_of: &[],
    total_cost_at_choice: true,
    wholly_obtained: "3(1)",
    grown: "(n)(iii)",
    non_qualifying: "11",
    sets: "6",
    methods: "7(6)",
    no_price: "7(2), Schedule 4, 2",
    own_material: "3(8)",
    intermediate: "8(6)",
    circuits_not_tolerated: false,
    by_weight: "5(6)",
    by_weight_of_component: "5(7), (9)",
    by_weight_exceptions: "5(10)",
    charges_come_off: true,
    sale_closes_method: false,
};

static NAFTA: Provisions = Provisions {
    source: Source::Sor9414,
    product_rule: "4(2)",
    only_originating: "4(3)",
    parts: "4(4)",
    de_minimis: "5(1)",
    de_minimis_exceptions: "5(4)",
    content_waiver: "5(5)",
    transaction_value: "6(2)",
    net_cost: "6(3)",
    materials: "7(1)",
    has_general: true,
    tolerance: Percent::whole(7),
    tolerance_of: &[("2402", Percent::whole(9))],
    total_cost_at_choice: false,
    wholly_obtained: "4(1)",
    grown: "Schedule I, chapters 6-14",
    non_qualifying: "17",
    sets: "",
    methods: "6(6)",
    no_price: "6(6)(a), (b), (f)",
    own_material: "4(8)",
    intermediate: "7(4)",
    by_weight: "5(6)",
    circuits_not_tolerated: true,
    by_weight_of_component: "5(6)",
    by_weight_exceptions: "",
    charges_come_off: false,
    sale_closes_method: true,
};

/// The annex quotes product rules and nothing else, so that its example is followed to the letter without tolerances.
static ANNEX: Provisions = Provisions {
    source: Source::Sm36,
    product_rule: "3.2",
    only_originating: "3.2",
    parts: "",
    de_minimis: "",
    de_minimis_exceptions: "",
    content_waiver: "",
    transaction_value: "9, step 2",
    net_cost: "9, step 2",
    materials: "9, step 2",
    has_general: false,
    tolerance: Percent::whole(7),
    tolerance_of: &[],
    total_cost_at_choice: false,
    wholly_obtained: "3.2",
    grown: "",
    non_qualifying: "3.2",
    sets: "",
    methods: "9, step 2",
    no_price: "9, step 2",
    own_material: "",
    intermediate: "",
    by_weight: "",
    circuits_not_tolerated: false,
    by_weight_of_component: "",
    by_weight_exceptions: "",
    charges_come_off: true,
    sale_closes_method: false,
};

/// A material that must undergo the change however small it is.
struct Exception {
    material: Codes,
    good: Codes,
}

/// Goods of which notes tolerate some mixtures: truffles, capers, herbs, timothy seed, extracts, flour, light oils.
/// Source: HTSUS General Note 11, chapter notes; SOR/2020-155, 5(3)(k).
const MIXTURES: &[&str] = &["070959", "071190", "091099", "110290", "120929", "130219", "200390", "271020"];
/// The same of the older rules, which have none on flour, preserved truffles and oils.
/// Source: SOR/94-14, Schedule I, chapter notes; 5(4)(l).
const OLDER_MIXTURES: &[&str] = &["070959", "071190", "091099", "120929", "130219"];

enum Codes {
    Any,
    /// But some mixtures of these codes.
    OwnSubheading(&'static [&'static str]),
    /// Inside these, for certain.
    Of(Vec<HsRange>),
    /// Inside these only some goods are meant, so that somebody has to say.
    SomeOf(Vec<HsRange>),
}

/// Paragraph, material, good. `*` any, `=` the good's own subheading, with `-` as the older rules have it, a leading `?` only some goods of the codes.
/// Source: SOR/94-14, 5(4), with the items of its Schedule I.
const NAFTA_EXCEPTIONS: &[(&str, &str)] = &[
    ("04 19019031-19019034 19019039 19019051-19019054 19019059", "04"),
    (
        "04 19019031-19019034 19019039 19019051-19019054 19019059",
        "19011020 19012011 19012012 19012021 19012022 19019031-19019034 19019039 19019051-19019054 19019059 2105 \
         21069031-21069035 21069093-21069095 22029041-22029043 22029049 23099031-23099033 23099035 23099036",
    ),
    ("0805 200911-200939", "200911-200939 21069091 22029031"),
    ("09", "21011110"),
    ("15", "1501-1508 1512 1514 1515"),
    ("1701", "1701-1703"),
    ("17 1805", "180610"),
    ("2203-2208", "2207-2208"),
    ("*", "?732111 732119 841829"),
    (
        "*",
        "841510 841520-841583 841810-841821 841830-841840 842112 842211 845011-845020 845121-845129 84798941 84798949 85166020",
    ),
    ("?2009", "200990 21069092 22029032"),
    ("=-", "01-27"),
    ("080260-080262", "?0802 0813 2008"),
    ("200591", "?200599"),
    ("*", "50-63"),
];

/// Source: SOR/2020-155, 5(3).
const CUSMA_EXCEPTIONS: &[(&str, &str)] = &[
    ("0401-0406", "0401-0406"),
    ("?190190 210690", "0401-0406"),
    ("0401-0406", "2105"),
    ("?190190 210690", "2105"),
    ("0401-0406", "?190110 190120 190190 210690 220290 230990"),
    ("?190190 210690", "?190110 190120 190190 210690 220290 230990"),
    ("0805 200911-200939", "200911-200939"),
    ("0805 200911-200939", "?210690 220290"),
    ("09", "?210111"),
    ("15", "1501-1508 1512 1514 1515"),
    ("1701", "1701-1703"),
    ("17 1805", "180610"),
    ("?08 20", "2008"),
    ("?2009", "200990"),
    ("?2009", "?210690 220290"),
    ("2203-2208", "2207-2208"),
    ("=", "01-27"),
    ("080260-080262", "?0802 0813 2008"),
    ("200591", "?200599"),
    ("*", "50-63"),
];

fn exceptions(set: RuleSet) -> &'static [Exception] {
    static OF_CUSMA: OnceLock<Vec<Exception>> = OnceLock::new();
    static OF_NAFTA: OnceLock<Vec<Exception>> = OnceLock::new();
    let (cell, table) = match set {
        RuleSet::Cusma => (&OF_CUSMA, CUSMA_EXCEPTIONS),
        RuleSet::Nafta | RuleSet::Annex => (&OF_NAFTA, NAFTA_EXCEPTIONS),
    };
    cell.get_or_init(|| {
        let entry =
            |(material, good): &(&str, &str)| Exception { material: codes(material), good: codes(good) };
        table.iter().map(entry).collect()
    })
}

fn codes(text: &str) -> Codes {
    match text {
        "*" => Codes::Any,
        "=" => Codes::OwnSubheading(MIXTURES),
        "=-" => Codes::OwnSubheading(OLDER_MIXTURES),
        _ => match text.strip_prefix('?') {
            Some(some) => Codes::SomeOf(ranges(some)),
            None => Codes::Of(ranges(text)),
        },
    }
}

/// Reads ranges from a table of this file. A test proves that none is lost.
fn ranges(text: &str) -> Vec<HsRange> {
    let range = |word: &str| {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        HsRange::new(HsCode::read(first).ok()?, HsCode::read(last).ok()?)
    };
    text.split_whitespace().filter_map(range).collect()
}

impl Codes {
    /// Whether they cover a code that may not be known.
    fn cover(
        &self,
        code: Option<&HsCode>,
        good: &HsCode,
        of_item: &dyn Fn(HsCode) -> Finding,
        described: Finding,
    ) -> Finding {
        let Some(code) = code else {
            return if matches!(self, Codes::Any) { Finding::Yes } else { Finding::Unknown };
        };
        let inside = |ranges: &[HsRange]| {
            Finding::any(ranges.iter().map(|range| match range.covers(code) {
                Finding::Unknown if is_item(range, code) => of_item(range.first()),
                covered => covered,
            }))
        };
        match self {
            Codes::Any => Finding::Yes,
            // Chapter notes let the tolerance reach some mixtures of these codes; which, only a person can say.
            Codes::OwnSubheading(mixtures) if mixtures.contains(&good.as_str()) => {
                good.same_unit(code, Level::Subheading).min(described)
            }
            Codes::OwnSubheading(_) => good.same_unit(code, Level::Subheading),
            Codes::Of(ranges) => inside(ranges),
            Codes::SomeOf(ranges) => inside(ranges).min(described),
        }
    }

    /// Whether only some goods of the codes are meant.
    fn describes(&self, good: &HsCode) -> bool {
        match self {
            Codes::SomeOf(_) => true,
            Codes::OwnSubheading(mixtures) => mixtures.contains(&good.as_str()),
            Codes::Any | Codes::Of(_) => false,
        }
    }

    /// The tariff items that lie inside the code and would have to be told apart.
    fn items_of(&self, code: &HsCode) -> impl Iterator<Item = HsCode> {
        let ranges = match self {
            Codes::Of(ranges) | Codes::SomeOf(ranges) => ranges.as_slice(),
            Codes::Any | Codes::OwnSubheading(_) => &[],
        };
        ranges.iter().filter(move |range| is_item(range, code)).map(HsRange::first)
    }
}

fn is_item(range: &HsRange, code: &HsCode) -> bool {
    range.first().level() == Level::TariffItem
        && code.level() == Level::Subheading
        && range.covers(code) != Finding::No
}

/// What somebody may say of the good and the material.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The good is of this tariff item.
    OfGood(HsCode),
    /// The material is of this tariff item.
    OfMaterial(HsCode),
    /// They are among the goods of their codes that the paragraph describes.
    Described,
}

/// Whether the tolerance leaves this material out, so that it must undergo the change however small it is.
///
/// Unknown where a code is too short or missing, or where only some goods of a code are meant; with the items that would settle
/// it. `answer` says whether good or material is of an item. Source: SOR/94-14, 5(4); SOR/2020-155, 5(3).
pub fn not_tolerated(
    set: RuleSet,
    good: &HsCode,
    material: Option<&HsCode>,
    answer: &dyn Fn(Item) -> Finding,
) -> (Finding, Vec<Item>) {
    let (of_good, of_material) = (|item| answer(Item::OfGood(item)), |item| answer(Item::OfMaterial(item)));
    let described = answer(Item::Described);
    let mut finding = Finding::No;
    let mut open = Vec::new();
    for exception in exceptions(set) {
        let covers_good = exception.good.cover(Some(good), good, &of_good, described);
        let covers_material = exception.material.cover(material, good, &of_material, described);
        let covers_both = covers_good.min(covers_material);
        if covers_both == Finding::Unknown {
            let items = exception.good.items_of(good).map(Item::OfGood);
            let inside = material.into_iter().flat_map(|code| exception.material.items_of(code));
            let items = items.chain(inside.map(Item::OfMaterial));
            let describes = exception.good.describes(good) || exception.material.describes(good);
            let items = items.chain(describes.then_some(Item::Described));
            open.extend(items.filter(|item| answer(*item) == Finding::Unknown));
        }
        finding = finding.max(covers_both);
    }
    (finding, if finding == Finding::Unknown { open } else { Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_of_the_tables_is_read() {
        for table in [CUSMA_EXCEPTIONS, NAFTA_EXCEPTIONS] {
            for text in table.iter().flat_map(|(material, good)| [*material, *good]) {
                let words = text
                    .trim_start_matches('?')
                    .split_whitespace()
                    .filter(|w| !matches!(*w, "*" | "=" | "=-"))
                    .count();
                assert_eq!(ranges(text.trim_start_matches('?')).len(), words, "{text}");
            }
        }
    }

    #[test]
    fn the_tolerance_leaves_out_what_the_paragraphs_name() {
        let rows = [
            (RuleSet::Cusma, "940330", "940330", Finding::No),
            (RuleSet::Cusma, "040610", "040210", Finding::Yes),
            (RuleSet::Cusma, "190110", "0402", Finding::Unknown),
            (RuleSet::Cusma, "190530", "190590", Finding::No),
            (RuleSet::Cusma, "190590", "190590", Finding::Yes),
            (RuleSet::Cusma, "620520", "940330", Finding::Yes),
            (RuleSet::Nafta, "851660", "851690", Finding::Unknown),
            (RuleSet::Nafta, "841510", "841590", Finding::Yes),
            (RuleSet::Cusma, "841510", "841590", Finding::No),
        ];
        for (set, good, material, expected) in rows {
            let read = |text| HsCode::read(text).expect("a code of the table");
            assert_eq!(
                not_tolerated(set, &read(good), Some(&read(material)), &|_| Finding::Unknown).0,
                expected,
                "{} {good} {material}",
                set.id()
            );
        }
    }

    /// What is asked, and what an answer does to it.
    #[test]
    fn only_what_the_paragraphs_leave_open_is_asked() {
        let read = |text| HsCode::read(text).expect("a code of the table");
        let ask = |set, good, material, said: Finding| {
            not_tolerated(set, &read(good), Some(&read(material)), &|_| said)
        };
        let open = Finding::Unknown;
        // A code too short for items is not asked for them, and what is said of an item tells nothing of it.
        assert_eq!(ask(RuleSet::Nafta, "1901", "040210", open), (open, vec![]));
        assert_eq!(ask(RuleSet::Nafta, "1901", "040210", Finding::Yes).0, open);
        let item = Item::OfGood(read("19011020"));
        assert_eq!(ask(RuleSet::Nafta, "190110", "040210", open), (open, vec![item]));
        assert_eq!(ask(RuleSet::Nafta, "190110", "040210", Finding::Yes).0, Finding::Yes);
        // Only some goods of the code are meant.
        assert_eq!(ask(RuleSet::Cusma, "190110", "040210", open), (open, vec![Item::Described]));
        // Mixtures of their own subheading: only a person can say; of another subheading nobody needs to.
        assert_eq!(ask(RuleSet::Cusma, "091099", "091099", open), (open, vec![Item::Described]));
        assert_eq!(ask(RuleSet::Cusma, "091099", "091099", Finding::Yes).0, Finding::Yes);
        assert_eq!(ask(RuleSet::Cusma, "091099", "091011", Finding::Yes).0, Finding::No);
        // What another paragraph leaves out for certain asks for nothing.
        assert_eq!(ask(RuleSet::Cusma, "091099", "091099", Finding::No).0, Finding::No);
        assert_eq!(ask(RuleSet::Cusma, "210690", "190190", open), (open, vec![Item::Described]));
        assert_eq!(ask(RuleSet::Cusma, "200811", "200811", open), (Finding::Yes, vec![]));
    }

    #[test]
    fn the_tolerance_is_ten_percent_or_seven_and_nine_for_cigarettes() {
        let of = |set, code: &str| Provisions::of(set).tolerance(HsCode::read(code).ok()).to_string();
        assert_eq!(of(RuleSet::Cusma, "240220"), "10");
        assert_eq!(of(RuleSet::Nafta, "240220"), "9");
        assert_eq!(of(RuleSet::Nafta, "940330"), "7");
    }
}
