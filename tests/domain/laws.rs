//! What holds for every good under every pack.

use crate::any::{Sample, goods, six, vehicles};
use canadian_content::case::{Good, Material, MaterialId, MaterialOrigin, VehicleUse};
use canadian_content::finding::Finding;
use canadian_content::origin::point::Fact;
use canadian_content::units::{HsCode, Level, Money};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

fn set(facts: Vec<Fact>) -> BTreeSet<Fact> {
    facts.into_iter().collect()
}

fn scaled(amount: &mut Option<Money>, by: i128) {
    *amount = amount.and_then(|it| Money::from_millionths(it.millionths() * by).ok());
}

/// Every way to hide one fact of the good: digits of a code, a value, an answer, a flag. What is chosen rather than
/// known (the method, the total cost instead of the price) is no fact.
fn hidden(good: &Good) -> Vec<(String, Good)> {
    let mut all: Vec<(String, Good)> = Vec::new();
    let mut hide = |what: String, change: &dyn Fn(&mut Good)| {
        let mut less = good.clone();
        change(&mut less);
        if less != *good {
            all.push((what, less));
        }
    };
    let shorter = |code: Option<HsCode>, level| code.and_then(|code| code.unit(level)).or(code);
    for level in [Level::Heading, Level::Chapter] {
        hide(format!("the code of the good past {level:?}"), &|less| less.code = shorter(less.code, level));
    }
    hide("the code of the good".to_owned(), &|less| less.code = None);
    hide("the transaction value".to_owned(), &|less| less.transaction_value = None);
    hide("the net cost".to_owned(), &|less| less.net_cost = None);
    hide("where it is made".to_owned(), &|less| less.made_in_canada = None);
    hide("what it is for".to_owned(), &|less| less.vehicle_use = None);
    hide("that all are listed".to_owned(), &|less| less.all_listed = false);
    for (key, _) in good.answers.iter() {
        hide(format!("the answer {key}"), &|less| {
            less.answers.remove(key);
        });
    }
    for index in 0..good.materials.len() {
        let name = |what: &str| format!("{what} of material {}", index + 1);
        for level in [Level::Heading, Level::Chapter] {
            hide(name(&format!("digits past {level:?}")), &|less| {
                less.materials[index].code = shorter(less.materials[index].code, level);
            });
        }
        hide(name("the code"), &|less| less.materials[index].code = None);
        hide(name("the value"), &|less| less.materials[index].value = None);
        hide(name("the relation"), &|less| less.materials[index].relation = None);
        hide(name("the origin"), &|less| less.materials[index].origin = MaterialOrigin::Unknown);
    }
    all
}

/// Whether a fact has been given already, so that asking for it again would lead nowhere.
fn given(sample: &Sample, fact: &Fact) -> bool {
    let good = &sample.good;
    let of = |id: &MaterialId| good.materials.iter().find(|m| m.id == *id);
    // A base of zero has no share, so it is asked for again.
    let known = |amount: Option<Money>| amount.is_some_and(|amount| !amount.is_zero());
    match fact {
        Fact::MadeInCanada => good.made_in_canada.is_some(),
        Fact::GoodCode => good.code.is_some(),
        Fact::GoodCodeLonger => good.code.is_none_or(|code| code.digits() >= 6),
        Fact::MaterialCode(m) => of(m).is_none_or(|m| m.code.is_some()),
        Fact::MaterialCodeLonger(m) => of(m).and_then(|m| m.code).is_none_or(|code| code.digits() >= 6),
        Fact::MaterialRelation(m) => of(m).is_none_or(|m| m.relation.is_some()),
        Fact::MaterialOrigin(m) => of(m).is_none_or(|m| m.origin != MaterialOrigin::Unknown),
        Fact::MaterialValue(m) => of(m).is_none_or(|m| m.value.is_some()),
        Fact::AllListed => good.all_listed,
        Fact::VehicleUse => good.vehicle_use.is_some(),
        Fact::TransactionValue => known(good.transaction_value),
        Fact::NetCost => known(good.net_cost),
        // What vehicles need besides is not computed, and values that were not traced tell nothing: that stays open
        // whatever is said.
        Fact::Special(_) => false,
        asked => asked.key(sample.pack()).is_some_and(|key| good.answers.get(&key).is_some()),
    }
}

/// Whether only somebody else, or a better text, could settle it.
fn nobody_here_knows(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::SilentText(_)
            | Fact::UnreadText
            | Fact::NoRule
            | Fact::UnstatedFigure
            | Fact::UnsettledFigure
            | Fact::UnsettledList
            | Fact::TextileDivision
            | Fact::Special(_)
    )
}

/// Gives a fact that was asked for.
fn give(sample: &mut Sample, fact: &Fact, choice: u8) {
    let yes = choice.is_multiple_of(2);
    let cents = |cents: u8| Money::from_cents(i128::from(cents) * 100 + 100).ok();
    let longer = |code: &HsCode| six(code, choice);
    if let Some(material) = fact.material() {
        let found = sample.good.materials.iter_mut().find(|m| m.id == material);
        if let Some(m) = found {
            use canadian_content::case::Relation::{Neither, Part, Unassembled};
            match fact {
                Fact::MaterialCode(_) => {
                    m.code = HsCode::read(["730110", "440710", "854091"][usize::from(choice) % 3]).ok()
                }
                Fact::MaterialCodeLonger(_) => m.code = m.code.as_ref().map(longer),
                Fact::MaterialValue(_) => m.value = cents(choice),
                Fact::MaterialRelation(_) => {
                    m.relation = Some([Part, Unassembled, Neither][usize::from(choice) % 3])
                }
                Fact::MaterialOrigin(_) => {
                    m.origin = if yes { MaterialOrigin::Originating } else { MaterialOrigin::NonOriginating };
                }
                _ => {}
            }
        }
    }
    match fact {
        Fact::MadeInCanada => sample.good.made_in_canada = Some(yes),
        Fact::GoodCode => sample.good.code = HsCode::read("940330").ok(),
        Fact::GoodCodeLonger => sample.good.code = sample.good.code.as_ref().map(longer),
        Fact::AllListed => sample.good.all_listed = true,
        Fact::VehicleUse => sample.good.vehicle_use = Some(VehicleUse::ALL[usize::from(choice) % 6]),
        Fact::TransactionValue => sample.good.transaction_value = cents(choice),
        Fact::NetCost => sample.good.net_cost = cents(choice),
        fact => sample.answer(fact, yes),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_order_of_materials_does_not_matter(sample in goods(), at in any::<Index>()) {
        let mut turned = sample.clone();
        turned.good.materials.reverse();
        let count = turned.good.materials.len();
        if count > 0 {
            turned.good.materials.rotate_left(at.index(count));
        }
        prop_assert_eq!(turned.finding(), sample.finding());
        prop_assert_eq!(set(turned.missing()), set(sample.missing()));
    }

    #[test]
    fn what_money_is_counted_in_does_not_matter(sample in goods(), by in 1i128..=1_000_000) {
        let other = sample.with(|good| {
            for amount in [&mut good.transaction_value, &mut good.net_cost, &mut good.total_cost] {
                scaled(amount, by);
            }
            good.materials.iter_mut().for_each(|m| scaled(&mut m.value, by));
        });
        prop_assert_eq!(other.finding(), sample.finding());
        prop_assert_eq!(other.missing(), sample.missing());
    }

    #[test]
    fn another_foreign_material_never_helps(sample in goods(), other in goods(), value in 0i128..=5_000) {
        let code = other.good.materials.first().and_then(|m| m.code).or(sample.good.code);
        let more = sample.with(|good| good.materials.push(Material {
            id: MaterialId(99),
            code,
            value: Money::from_cents(value).ok(),
            origin: MaterialOrigin::NonOriginating,
            ..Material::default()
        }));
        let (before, after) = (sample.finding(), more.finding());
        prop_assert!(before == Finding::Yes || after != Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before != Finding::No || after == Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn a_yes_before_all_is_listed_stands_whatever_is_added(sample in goods(), other in goods()) {
        let open = sample.with(|good| good.all_listed = false);
        if open.finding() == Finding::Yes {
            let more = open.with(|good| good.materials.extend(other.good.materials.iter().zip(50..).map(|(m, id)| {
                Material { id: MaterialId(id), origin: MaterialOrigin::NonOriginating, ..m.clone() }
            })));
            prop_assert_eq!(more.finding(), Finding::Yes, "with {:?}", more);
        }
    }

    #[test]
    fn a_dearer_foreign_material_never_helps(sample in goods(), at in any::<Index>(), by in 1i128..=5_000) {
        let foreign = |m: &Material| m.origin == MaterialOrigin::NonOriginating && m.value.is_some();
        let dearer = sample.with(|good| {
            let mut all: Vec<&mut Material> = good.materials.iter_mut().filter(|m| foreign(m)).collect();
            if all.is_empty() {
                return;
            }
            let index = at.index(all.len());
            let m = &mut all[index];
            m.value = m.value.zip(Money::from_cents(by).ok()).and_then(|(value, more)| value.plus(more));
        });
        let (before, after) = (sample.finding(), dearer.finding());
        prop_assert!(before == Finding::Yes || after != Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before != Finding::No || after == Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn a_canadian_material_never_harms(sample in goods(), at in any::<Index>()) {
        let canadian = sample.with(|good| {
            if !good.materials.is_empty() {
                let index = at.index(good.materials.len());
                good.materials[index].origin = MaterialOrigin::Originating;
            }
        });
        let (before, after) = (sample.finding(), canadian.finding());
        prop_assert!(before != Finding::Yes || after == Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before == Finding::No || after != Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn hiding_a_fact_gives_the_same_answer_or_unknown(sample in goods()) {
        let full = sample.finding();
        for (what, good) in hidden(&sample.good) {
            let less = Sample { good, ..sample }.finding();
            prop_assert!(less == full || less == Finding::Unknown, "without {what}: {full:?} became {less:?}");
        }
    }

    #[test]
    fn an_open_answer_names_what_is_missing_and_a_settled_one_nothing(sample in goods()) {
        let missing = sample.missing();
        prop_assert_eq!(sample.finding() == Finding::Unknown, !missing.is_empty(), "{:?}", missing);
        for fact in &missing {
            prop_assert!(!given(&sample, fact), "asks again for {fact:?}");
        }
    }

    #[test]
    fn giving_what_is_missing_settles_it(sample in goods(), choices in proptest::collection::vec(any::<u8>(), 40)) {
        let mut sample = sample;
        let mut choices = choices.into_iter().cycle();
        for _round in 0..40 {
            let missing = sample.missing();
            let Some(next) = missing.iter().find(|fact| !nobody_here_knows(fact)) else { break };
            give(&mut sample, next, choices.next().unwrap_or_default());
        }
        let missing = sample.missing();
        let open = missing.iter().filter(|fact| !nobody_here_knows(fact)).count();
        prop_assert_eq!(open, 0, "still missing: {:?} of {:?}", missing, sample);
        prop_assert_eq!(sample.finding() == Finding::Unknown, !missing.is_empty(), "ends as {:?}", sample);
    }
}

// The same of vehicles and their parts alone, which are few among all goods.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_dearer_foreign_material_never_helps_a_part_of_vehicles(sample in vehicles(), by in 1i128..=5_000) {
        let dearer = sample.with(|good| {
            let foreign = |m: &&mut Material| m.origin == MaterialOrigin::NonOriginating && m.value.is_some();
            if let Some(m) = good.materials.iter_mut().find(foreign) {
                m.value = m.value.zip(Money::from_cents(by).ok()).and_then(|(value, more)| value.plus(more));
            }
        });
        let (before, after) = (sample.finding(), dearer.finding());
        prop_assert!(before == Finding::Yes || after != Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before != Finding::No || after == Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn hiding_a_fact_of_a_part_of_vehicles_gives_the_same_answer_or_unknown(sample in vehicles()) {
        // Who denies every item of a subheading that has rows for items alone says what cannot be: then there is no
        // rule, and with an answer less there is one.
        prop_assume!(!sample.missing().contains(&Fact::NoRule));
        let full = sample.finding();
        for (what, good) in hidden(&sample.good) {
            let less = Sample { good, ..sample }.finding();
            prop_assert!(less == full || less == Finding::Unknown, "without {what}: {full:?} became {less:?}");
        }
    }

    #[test]
    fn an_unknown_use_is_settled_only_where_every_use_agrees(sample in vehicles()) {
        let of = |usage: Option<VehicleUse>| sample.with(|good| good.vehicle_use = usage).finding();
        let agreed = Finding::agreed(VehicleUse::ALL.into_iter().map(|usage| of(Some(usage))));
        let open = of(None);
        prop_assert!(open == agreed || open == Finding::Unknown, "{open:?}, while all uses come to {agreed:?}");
    }

    #[test]
    fn giving_what_a_part_of_vehicles_lacks_settles_it(
        sample in vehicles(),
        choices in proptest::collection::vec(any::<u8>(), 40),
    ) {
        let mut sample = sample;
        let mut choices = choices.into_iter().cycle();
        for _round in 0..40 {
            let missing = sample.missing();
            let Some(next) = missing.iter().find(|fact| !nobody_here_knows(fact)) else { break };
            prop_assert!(!given(&sample, next), "asks again for {next:?} of {sample:?}");
            give(&mut sample, next, choices.next().unwrap_or_default());
        }
        let missing = sample.missing();
        prop_assert_eq!(sample.finding() == Finding::Unknown, !missing.is_empty(), "ends as {:?}", sample);
    }
}
