//! What would have to change: a table, and the laws of the algebra.

use crate::any::goods;
use crate::bids::{TODAY, pack};
use crate::goods::draft;
use crate::table;
use canadian_content::case::{Good, GoodOrigin, Material, MaterialId, MaterialOrigin, Method, Offer};
use canadian_content::draft::check;
use canadian_content::finding::Finding;
use canadian_content::origin::judge::{fewest, judge};
use canadian_content::origin::notation;
use canadian_content::origin::pack::RuleSet;
use canadian_content::origin::point::Fact;
use canadian_content::origin::remedy::{Remedy, Way, make_canadian, remedies};
use canadian_content::units::{Content, Money};
use proptest::prelude::*;

/// A remedy in short, as the table writes it.
fn said(remedy: &Remedy) -> String {
    let way = |way: &Way| if way.label.is_empty() { String::new() } else { format!(" ({})", way.label) };
    let ids = |ids: &[MaterialId]| ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" and ");
    let by = |method: &Method| if *method == Method::NetCost { "nc" } else { "tv" };
    let base = |base: &Option<Money>| base.map_or("no base".to_owned(), |it| format!("base {it}"));
    match remedy {
        Remedy::MakeInCanada => "make it in Canada".to_owned(),
        Remedy::Replace { way: under, materials, enough } => {
            format!("replace {}{}{}", ids(materials), way(under), if *enough { "" } else { " and more" })
        }
        Remedy::OneMaterial { material } => format!("only {}", material.0),
        Remedy::Content { way: under, method, highest_foreign, lowest_base, .. } => {
            let under = under.as_ref().map(way).unwrap_or_default();
            format!("content {} foreign {highest_foreign} or {}{under}", by(method), base(lowest_base))
        }
        Remedy::Tolerance { way: under, highest, lowest_base, .. } => {
            format!("tolerance {highest} or {}{}", base(lowest_base), way(under))
        }
        Remedy::OtherMethod { method, lowest_base } => {
            format!("by {}{}", by(method), lowest_base.map_or(String::new(), |it| format!(" base {it}")))
        }
        Remedy::Designate { material } => format!("designate {}", material.0),
    }
}

#[test]
fn what_would_have_to_change_as_a_table() {
    let pack = pack(RuleSet::Cusma);
    table::check(include_str!("../data/remedies.txt"), |row| {
        let (bid, found) = check(&draft(row), TODAY);
        crate::bids::understood(row.id, &found);
        let Offer::Good(GoodOrigin::ByRules(good)) = &bid.lines[0].offer else {
            table::unreadable(row.id, "the good is not judged by the rules");
        };
        let remedies = remedies(pack, good, bid.day);
        vec![("change", remedies.iter().map(said).collect::<Vec<_>>().join("; "))]
    });
}

/// A good under a pack, as cells.
fn good_of(cells: &str) -> Good {
    let text = format!("id  good  facts  materials  because\nX  {cells}  -\n");
    let (bid, found) = check(&draft(&table::rows(&text)[0]), TODAY);
    crate::bids::understood("X", &found);
    match &bid.lines[0].offer {
        Offer::Good(GoodOrigin::ByRules(good)) => (**good).clone(),
        _ => table::unreadable("X", "the good is not judged by the rules"),
    }
}

#[test]
fn the_lowest_base_is_that_of_the_mildest_alternative() {
    let edges = notation::read(include_str!("../data/edges.pack")).expect("the pack of edges");
    let good = good_of("8426.10  tv=100 by=tv  8426.20 60");
    // 40 of 100 is too little by value everywhere; by net cost 35 % would do under (B), 50 or 40 elsewhere.
    let found = remedies(&edges, &good, TODAY);
    assert_eq!(said(&found[0]), "by nc base 92.31");
}

#[test]
fn without_tolerances_what_blocks_is_named_all_the_same() {
    let found = remedies(pack(RuleSet::Annex), &good_of("6504.00  tv=50  6507.00 1"), TODAY);
    assert_eq!(found.iter().map(said).collect::<Vec<_>>(), ["replace 1"]);
}

#[test]
fn of_a_long_list_single_materials_are_not_tried_and_of_a_longer_one_nothing() {
    let pack = pack(RuleSet::Cusma);
    let many = |count: usize| {
        let others = "; 4410.11 0.01".repeat(count - 1);
        remedies(pack, &good_of(&format!("9403.30  tv=100 by=tv  9403.30 50 neither{others}")), TODAY)
    };
    let only = Remedy::OneMaterial { material: MaterialId(1) };
    assert!(many(200).contains(&only));
    let past = many(201);
    assert!(!past.contains(&only) && !past.is_empty());
    assert!(!many(2_000).is_empty());
    assert!(many(2_001).is_empty());
}

#[test]
fn a_material_is_made_canadian_however_deep_it_lies() {
    let mut good =
        good_of("9403.30  tv=100  9403.90 50 by:own all; 4410.11 20 into:1 by:own all; 4410.12 5 into:2");
    make_canadian(&mut good.materials, &[MaterialId(3)]);
    let inner = |material: &Material| material.made.as_ref().map(|made| made.good.materials[0].clone());
    let deepest = inner(&good.materials[0]).as_ref().and_then(inner).expect("two levels");
    assert_eq!((deepest.id, deepest.origin), (MaterialId(3), MaterialOrigin::Originating));
}

/// A facts of a good that can be given at will, so that nothing new is asked for.
fn give(good: &mut Good, fact: &Fact, key: Option<String>, choice: u16) -> bool {
    let amount = Money::from_cents(i128::from(choice) + 1).ok();
    match fact {
        Fact::MadeInCanada => good.made_in_canada = Some(choice.is_multiple_of(2)),
        Fact::AllListed => good.all_listed = true,
        Fact::TransactionValue => good.transaction_value = amount,
        Fact::NetCost => good.net_cost = amount,
        Fact::TotalCost => good.total_cost = amount,
        Fact::MaterialValue(id) => {
            good.materials.iter_mut().filter(|m| m.id == *id).for_each(|m| m.value = amount);
        }
        Fact::Condition(_) | Fact::NotTolerated(_) | Fact::MaterialOther(_) => {
            good.answers.insert(key.unwrap_or_default(), choice.is_multiple_of(2));
        }
        _ => return false,
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_remedy_mends_and_less_of_it_does_not(sample in goods()) {
        let (pack, good) = (sample.pack(), &sample.good);
        let found = remedies(pack, good, TODAY);
        prop_assert!(found.is_empty() || sample.finding() == Finding::No);
        let more = Money::from_millionths(1).expect("a small amount");
        let cent = Money::from_cents(1).expect("a cent");
        for remedy in &found {
            match remedy {
                Remedy::OneMaterial { material } => {
                    let mut mended = good.clone();
                    make_canadian(&mut mended.materials, &[*material]);
                    prop_assert_eq!(judge(pack, &mended, TODAY).finding, Finding::Yes);
                }
                Remedy::Replace { materials, enough: true, .. } => {
                    let mut mended = good.clone();
                    make_canadian(&mut mended.materials, materials);
                    prop_assert_eq!(judge(pack, &mended, TODAY).finding, Finding::Yes);
                }
                Remedy::Content { method, needed, foreign, highest_foreign, lowest_base, .. } => {
                    let base = if *method == Method::NetCost { good.net_cost } else { good.transaction_value };
                    let base = base.expect("content was computed on it");
                    let reaches = |base, vnm| Content::of(base, vnm).is_some_and(|it| it.reaches(*needed));
                    prop_assert!(reaches(base, *highest_foreign));
                    prop_assert!(!reaches(base, highest_foreign.plus(more).expect("within bounds")));
                    if let Some(lowest) = lowest_base {
                        prop_assert!(reaches(*lowest, *foreign));
                        prop_assert!(!reaches(lowest.less(cent), *foreign));
                    }
                }
                Remedy::Tolerance { failing, highest, .. } => prop_assert!(failing > highest),
                _ => {}
            }
        }
    }

    #[test]
    fn the_fewest_facts_settle_it_whatever_they_are(sample in goods(), choices in proptest::collection::vec(any::<u16>(), 24)) {
        // Where the list is not complete, a tolerance that proves to be met still waits for that, and asks then.
        let sample = sample.with(|good| good.all_listed = true);
        let judged = sample.judged();
        let facts = fewest(&judged);
        prop_assert_eq!(judged.finding == Finding::Unknown, !facts.is_empty());
        let mut good = sample.good.clone();
        let mut choices = choices.into_iter().cycle();
        let mut all = true;
        for fact in &facts {
            let key = fact.key(sample.pack());
            all &= give(&mut good, fact, key, choices.next().unwrap_or_default());
        }
        // A code, a name or an item may bring questions of its own.
        if all {
            let after = judge(sample.pack(), &good, TODAY);
            // Amounts may lead to where the text says no more, or to values of listed materials that are not computed.
            let told = fewest(&after).iter().all(|fact| matches!(fact, Fact::UnsettledList | Fact::Special(_)));
            prop_assert!(
                told,
                "{:?} of {:?} leaves {:?} of {:?}", facts, sample, fewest(&after), good
            );
        }
    }
}
