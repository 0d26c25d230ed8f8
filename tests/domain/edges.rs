//! Rows that tell apart what one small mistake would confuse: see mutants.md.

use crate::bids::{TODAY, pack};
use crate::goods::{answer, draft};
use crate::table;
use canadian_content::case::{
    CodeEdition, Good, GoodOrigin, Made, Maker, Material, MaterialId, Offer, Relation,
};
use canadian_content::draft::check;
use canadian_content::finding::Finding;
use canadian_content::origin::judge::{
    DEEPEST, entries, foreign_value, judge, missing, old_codes, shift_alone,
};
use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::point::{Fact, Point};
use canadian_content::units::{HsCode, Money};

#[test]
fn goods_of_materials_made_in_canada() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.made.txt"), |row| {
        let mut said = answer(pack, row);
        let (bid, _) = check(&draft(row), TODAY);
        if let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[0].offer {
            let foreign = foreign_value(pack, good, bid.day);
            said.push(("foreign", foreign.map(|it| it.to_string()).unwrap_or_default()));
        }
        said
    });
}

/// On a worksheet an intermediate material that stands counts for nothing; of one that is not designated stands what
/// went into it.
#[test]
fn what_stands_on_a_worksheet() {
    let rows = table::rows(include_str!("../data/goods.made.txt"));
    let counted = |id: &str| {
        let row = rows.iter().find(|row| row.id == id).expect("a row of the table");
        let (bid, _) = check(&draft(row), TODAY);
        let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[0].offer else { panic!("{id} is a good") };
        let entries = entries(pack(RuleSet::Cusma), good, bid.day).expect("codes of the rule set");
        let said = |it: &canadian_content::origin::judge::Entry| {
            format!(
                "{} {:?} {}",
                it.material.0,
                it.counts,
                it.value.map_or_else(String::new, |it| it.to_string())
            )
        };
        entries.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(counted("D-20"), ["1 No 80.00"]);
    assert_eq!(counted("D-23"), ["3 Yes 24.00", "4 Yes 16.01"]);
}

#[test]
fn goods_under_the_older_rules() {
    let pack = pack(RuleSet::Nafta);
    table::check(include_str!("../data/goods.older.txt"), |row| answer(pack, row));
}

#[test]
fn textiles_by_the_rule_of_the_agreement() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.textiles.txt"), |row| answer(pack, row));
}

#[test]
fn goods_under_rows_made_up_for_single_forms() {
    let pack = notation::read(include_str!("../data/edges.pack")).expect("the made-up pack");
    table::check(include_str!("../data/goods.edges.txt"), |row| answer(&pack, row));
}

#[test]
fn codes_of_today() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/goods.today.txt"), |row| answer(pack, row));
}

#[test]
fn the_older_codes_of_a_good() {
    let rows = [
        (RuleSet::Cusma, CodeEdition::Today, "880621", "852580 880211 880220"),
        (RuleSet::Cusma, CodeEdition::Today, "940330", "940330"),
        (RuleSet::Cusma, CodeEdition::RuleSet, "880621", "880621"),
        (RuleSet::Annex, CodeEdition::Today, "880621", "880621"),
        (RuleSet::Annex, CodeEdition::RuleSet, "940330", "940330"),
    ];
    for (set, edition, code, expected) in rows {
        let good = Good { code: HsCode::read(code).ok(), edition, ..Good::default() };
        let codes = old_codes(pack(set), &good);
        assert_eq!(codes.iter().map(HsCode::as_str).collect::<Vec<_>>().join(" "), expected, "{code}");
    }
    assert_eq!(old_codes(pack(RuleSet::Cusma), &Good::default()), []);
}

/// What lets a material in or keeps it out is named once that is known, and not before.
#[test]
fn an_open_material_names_no_source() {
    let edges = notation::read(include_str!("../data/edges.pack")).expect("the made-up pack");
    let named = |code: &str, material: &str| {
        let material =
            Material { id: MaterialId(1), code: HsCode::read(material).ok(), ..Material::default() };
        let good = Good {
            code: HsCode::read(code).ok(),
            made_in_canada: Some(true),
            all_listed: true,
            materials: vec![material],
            ..Good::default()
        };
        let mut seen = Vec::new();
        judge(&edges, &good, TODAY).walk(&mut |it| {
            if let Point::MaterialShift { by, .. } = &it.point {
                seen.push((it.finding, by.is_some()));
            }
        });
        seen
    };
    // Inside an exception or not: its first digits do not tell. In the first list or not, and out of the second.
    assert_eq!(named("830510", "73"), [(Finding::Unknown, false)]);
    assert_eq!(named("830610", "7301"), [(Finding::Yes, true)]);
    assert_eq!(named("830610", "830710"), [(Finding::No, true)]);
    assert_eq!(named("842810", "73"), [(Finding::Unknown, false)]);
}

/// What the cases of single rules ask: the change alone.
#[test]
fn the_change_alone() {
    let edges = notation::read(include_str!("../data/edges.pack")).expect("the made-up pack");
    let alone = |code: &str, materials: &[&str]| {
        let material = |(id, code): (u32, &&str)| Material {
            id: MaterialId(id),
            code: HsCode::read(code).ok(),
            ..Material::default()
        };
        let good = Good {
            code: HsCode::read(code).ok(),
            materials: (1..).zip(materials).map(material).collect(),
            ..Good::default()
        };
        let code = good.code.expect("a code");
        let row = edges.rows_for(&code, TODAY).next().expect("a row");
        shift_alone(&edges, &good, &row.alternatives[0])
    };
    assert_eq!(alone("842710", &["842710"]), Some(Finding::Yes), "no change is asked for");
    assert_eq!(alone("830410", &["840110"]), Some(Finding::Yes));
    assert_eq!(alone("830410", &["840110", "830420"]), Some(Finding::No));
    assert_eq!(alone("820510", &["730110", "730210"]), Some(Finding::Unknown), "a name decides");
}

/// Goods and materials of codes that were several: each list tried apart says what all combinations say.
#[test]
fn codes_that_were_several_agree_with_every_combination() {
    let pack = pack(RuleSet::Cusma);
    let code = |text: &str| HsCode::read(text).ok();
    let goods = ["852581", "940330", "880621", "041010", "160100", "382212", "293949", "870840", "845811"];
    let materials =
        ["880610", "880621", "852581", "041010", "160210", "382212", "293333", "850172", "853710", "401190"];
    let mut differing = 0;
    for good in goods {
        for (at, first) in materials.iter().enumerate() {
            for second in &materials[at..] {
                let material = |id, of: &str, cents| Material {
                    id: MaterialId(id),
                    code: code(of),
                    value: Money::from_cents(cents).ok(),
                    relation: Some(Relation::Neither),
                    ..Material::default()
                };
                let good = Good {
                    code: code(good),
                    edition: CodeEdition::Today,
                    made_in_canada: Some(true),
                    all_listed: true,
                    transaction_value: Money::from_cents(10_000).ok(),
                    materials: vec![material(1, first, 5_000), material(2, second, 900)],
                    ..Good::default()
                };
                let judged = judge(pack, &good, TODAY);
                let mut results = Vec::new();
                for own in old_codes(pack, &good) {
                    for one in old(pack, first) {
                        for other in old(pack, second) {
                            let mut settled = good.clone();
                            for (key, code) in [
                                ("good-old-code:", own),
                                ("material-old-code:1:", one),
                                ("material-old-code:2:", other),
                            ] {
                                settled.answers.insert([key, code.as_str()].concat(), true);
                            }
                            let settled = judge(pack, &settled, TODAY);
                            results.push((settled.finding, missing(&settled)));
                        }
                    }
                }
                let found = missing(&judged);
                let what = (good.code, first, second);
                if found.iter().any(|fact| matches!(fact, Fact::GoodOldCode(_) | Fact::MaterialOldCode(..))) {
                    assert!(
                        results.iter().any(|result| *result != results[0]),
                        "idle for {what:?}: {found:?}"
                    );
                    differing += 1;
                } else {
                    assert!(
                        results.iter().all(|result| *result == (judged.finding, found.clone())),
                        "{what:?}"
                    );
                }
            }
        }
    }
    assert!(differing > 50, "{differing} differ");
}

/// The older codes of a code of today.
fn old(pack: &Pack, code: &str) -> Vec<HsCode> {
    let code = HsCode::read(code).ok();
    old_codes(pack, &Good { code, edition: CodeEdition::Today, ..Good::default() })
}

/// Without the table of editions the annex, which has none, is read all the same, and the others wait for it.
#[test]
fn what_needs_the_table_of_editions() {
    let bare = |set| Pack { editions: None, ..pack(set).clone() };
    let good = |code: &str| Good {
        code: HsCode::read(code).ok(),
        edition: CodeEdition::Today,
        made_in_canada: Some(true),
        all_listed: true,
        materials: vec![Material {
            id: MaterialId(1),
            code: HsCode::read("410712").ok(),
            value: Money::from_cents(2_000).ok(),
            ..Material::default()
        }],
        ..Good::default()
    };
    let (annex, cusma) = (bare(RuleSet::Annex), bare(RuleSet::Cusma));
    assert_eq!(old_codes(&annex, &good("650400")).len(), 1);
    assert_eq!(judge(&annex, &good("650400"), TODAY).finding, Finding::Yes);
    assert_eq!(foreign_value(&annex, &good("650400"), TODAY), Money::from_cents(2_000).ok());
    assert_eq!(old_codes(&cusma, &good("650400")), []);
    assert_eq!(missing(&judge(&cusma, &good("650400"), TODAY)), [Fact::Editions]);
    assert_eq!(foreign_value(&cusma, &good("650400"), TODAY), None);
    assert_eq!(foreign_value(pack(RuleSet::Cusma), &good("650400"), TODAY), Money::from_cents(2_000).ok());
}

/// A chain of materials, each made in Canada of the next one and of nothing else; the last is foreign.
fn chain(levels: u32, by: Maker) -> Good {
    let code = |text: &str| HsCode::read(text).ok();
    let mut material = Material { id: MaterialId(levels + 1), code: code("441011"), ..Material::default() };
    for level in (1..=levels).rev() {
        let good = Good {
            code: code("940330"),
            made_in_canada: Some(true),
            all_listed: true,
            materials: vec![material],
            ..Good::default()
        };
        let made = Some(Box::new(Made { by, good }));
        material = Material { id: MaterialId(level), code: code("940330"), made, ..Material::default() };
    }
    Good {
        code: code("940330"),
        made_in_canada: Some(true),
        all_listed: true,
        materials: vec![material],
        ..Good::default()
    }
}

#[test]
fn materials_are_followed_as_deep_as_anybody_has_them() {
    let deepest = u32::try_from(DEEPEST).expect("a small number");
    let of = |levels, by| judge(pack(RuleSet::Cusma), &chain(levels, by), TODAY);
    assert_eq!(of(deepest, Maker::Supplier).finding, Finding::Yes);
    let deeper = of(deepest + 1, Maker::Supplier);
    assert_eq!(deeper.finding, Finding::Unknown);
    assert!(missing(&deeper).contains(&Fact::MaterialOrigin(MaterialId(deepest + 1))));
    // Of materials of the producer's own each is judged once: were it once for each level above, this would not end.
    for intermediate in [false, true] {
        assert_eq!(of(deepest + 1, Maker::Own { intermediate }).finding, Finding::Yes);
    }
}
