//! What holds for goods whose materials were made in Canada of materials of their own, four levels deep.

use crate::any::{Raw, Sample, amount, answered, form, material, raw_material, sample, six};
use crate::bids::read_in;
use canadian_content::case::{
    CodeEdition, Good, Made, Maker, Material, MaterialId, MaterialOrigin, Method, Relation, Sale, VehicleUse,
};
use canadian_content::draft::{Draft, LineForm, OriginBy};
use canadian_content::finding::Finding;
use canadian_content::i18n::Lang;
use canadian_content::origin::pack::Pack;
use canadian_content::origin::point::{Fact, OwnFact};
use canadian_content::origin::remedy::make_canadian;
use canadian_content::present::good_text;
use canadian_content::units::{HsCode, Level, Money, Quantity};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

/// A material, and how it was made in Canada if it was.
#[derive(Clone, Debug)]
struct Node {
    raw: Raw,
    made: Option<RawMade>,
}

#[derive(Clone, Debug)]
struct RawMade {
    by: Maker,
    values: (Option<Money>, Option<Money>, Option<Money>),
    method: Option<Method>,
    all_listed: bool,
    of: Vec<Node>,
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = raw_material().prop_map(|raw| Node { raw, made: None });
    // Three levels of materials that were made, and one below them.
    leaf.prop_recursive(3, 12, 3, |inner| {
        let by = select(vec![
            Maker::Supplier,
            Maker::Accumulated,
            Maker::Own { intermediate: false },
            Maker::Own { intermediate: true },
            Maker::Own { intermediate: true },
        ]);
        let values = (
            option::weighted(0.7, amount()),
            option::weighted(0.5, amount()),
            option::weighted(0.3, amount()),
        );
        let method = select(vec![None, None, Some(Method::TransactionValue), Some(Method::NetCost)]);
        let made = (by, values, method, prop::bool::weighted(0.9), vec(inner, 0..4))
            .prop_map(|(by, values, method, all_listed, of)| RawMade { by, values, method, all_listed, of });
        (raw_material(), made).prop_map(|(raw, made)| Node { raw, made: Some(made) })
    })
}

/// The material of a node, with codes that have to do with the rule of what it goes into. Ids count from `next`.
fn built(pack: &Pack, node: &Node, good: &HsCode, next: &mut u32) -> Material {
    let row = pack.rows.iter().find(|row| row.codes.iter().any(|it| it.covers(good) == Finding::Yes));
    let row = row.or(pack.rows.first()).expect("a pack has rows");
    let mut built_here = material(*next, &node.raw, good, row);
    *next += 1;
    let Some(made) = &node.made else { return built_here };
    let own = matches!(made.by, Maker::Own { .. });
    // As a draft has it: what is not sold has no price, whatever was typed, and costs what it costs.
    let inner_code = built_here.code.unwrap_or(*good);
    let inner = Good {
        code: built_here.code,
        edition: CodeEdition::RuleSet,
        made_in_canada: Some(true),
        transaction_value: made.values.0,
        sale: if own { Sale::NoPrice } else { Sale::Unrelated },
        net_cost: made.values.1,
        total_cost: if own { made.values.2.or(built_here.value) } else { made.values.2 },
        method: made.method,
        all_listed: made.all_listed,
        materials: made.of.iter().map(|node| built(pack, node, &inner_code, next)).collect(),
        ..Good::default()
    };
    built_here.made = Some(Box::new(Made { by: made.by, good: inner }));
    built_here
}

fn nested() -> impl Strategy<Value = Sample> {
    let built = (sample(), vec(node(), 1..4)).prop_map(|(mut sample, nodes)| {
        let code = sample.good.code.expect("a sample has a code");
        let pack = sample.pack();
        let mut next = 1;
        sample.good.materials = nodes.iter().map(|node| built(pack, node, &code, &mut next)).collect();
        sample
    });
    answered(built)
}

/// Calls `visit` on every material, however deep.
fn each(materials: &mut [Material], visit: &mut dyn FnMut(&mut Material)) {
    for material in materials {
        visit(material);
        if let Some(made) = &mut material.made {
            each(&mut made.good.materials, visit);
        }
    }
}

fn ids(good: &Good) -> Vec<MaterialId> {
    let mut ids = Vec::new();
    each(&mut good.clone().materials, &mut |m| ids.push(m.id));
    ids
}

/// The good with something done to one of its materials, however deep.
fn with_material(good: &Good, id: MaterialId, mut change: impl FnMut(&mut Material)) -> Good {
    let mut good = good.clone();
    each(&mut good.materials, &mut |m| {
        if m.id == id {
            change(m);
            // The code of a material is that of the good that it is.
            let code = m.code;
            if let Some(made) = &mut m.made {
                made.good.code = code;
            }
        }
    });
    good
}

fn turned(materials: &mut [Material]) {
    materials.reverse();
    for material in materials {
        if let Some(made) = &mut material.made {
            turned(&mut made.good.materials);
        }
    }
}

fn scaled(good: &mut Good, by: i128) {
    let scale = |amount: &mut Option<Money>| {
        *amount = amount.and_then(|it| Money::from_millionths(it.millionths() * by).ok());
    };
    for amount in [&mut good.transaction_value, &mut good.net_cost, &mut good.total_cost] {
        scale(amount);
    }
    for material in &mut good.materials {
        scale(&mut material.value);
        if let Some(made) = &mut material.made {
            scaled(&mut made.good, by);
        }
    }
}

/// Every way to hide one fact about a material, however deep.
fn hidden(good: &Good) -> Vec<(String, Good)> {
    let mut all: Vec<(String, Good)> = Vec::new();
    let mut add = |what: String, less: Good| {
        if less != *good {
            all.push((what, less));
        }
    };
    for (key, _) in good.answers.iter() {
        let mut less = good.clone();
        less.answers.remove(key);
        add(format!("the answer {key}"), less);
    }
    for id in ids(good) {
        let mut hide = |what: &str, change: &dyn Fn(&mut Material)| {
            add(format!("{what} of material {}", id.0), with_material(good, id, change));
        };
        for level in [Level::Heading, Level::Chapter] {
            hide("digits", &|m| m.code = m.code.and_then(|code| code.unit(level)).or(m.code));
        }
        hide("the code", &|m| m.code = None);
        hide("the relation", &|m| m.relation = None);
        hide("the origin", &|m| {
            m.origin = if m.made.is_none() { MaterialOrigin::Unknown } else { m.origin };
        });
        hide("the value", &|m| {
            // Of what is not sold the value stands in for the total cost.
            let value = m.value.take();
            if let Some(made) = &mut m.made
                && made.good.sale == Sale::NoPrice
                && made.good.total_cost == value
            {
                made.good.total_cost = None;
            }
        });
        let inner = |change: fn(&mut Good)| {
            move |m: &mut Material| {
                if let Some(made) = &mut m.made {
                    change(&mut made.good);
                }
            }
        };
        hide("that all are listed", &inner(|good| good.all_listed = false));
        hide("the net cost", &inner(|good| good.net_cost = None));
        hide("the price", &inner(|good| good.transaction_value = None));
        // A material that was bought is made as somebody says, or it is not known where it originates.
        hide("how it was made", &|m| {
            if m.made.as_ref().is_some_and(|made| made.by == Maker::Supplier) {
                m.made = None;
                m.origin = MaterialOrigin::Unknown;
            }
        });
    }
    all
}

/// Whether only somebody else, a better text or a larger program could settle it.
fn nobody_here_knows(fact: &Fact) -> bool {
    let fact = if let Fact::Of(_, own) = fact { own.of_good() } else { *fact };
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

/// A list that is whole at last, perhaps with one more material in it that no rule lets in.
fn list(good: &mut Good, id: u32, one_more: bool) {
    good.all_listed = true;
    if one_more {
        good.materials.push(Material {
            id: MaterialId(id),
            code: good.code,
            value: Money::from_cents(10_000_000).ok(),
            relation: Some(Relation::Neither),
            ..Material::default()
        });
    }
}

/// Gives a fact that was asked for.
fn give(sample: &mut Sample, fact: &Fact, choice: u8) {
    let yes = choice.is_multiple_of(2);
    // From a few cents to more than anything in it is worth, each as often.
    let unit = [1, 25, 100, 20_000][usize::from(choice / 64)];
    let cents = Money::from_cents(i128::from(choice % 64 + 1) * unit).ok();
    if let Some(id) = fact.material() {
        sample.good = with_material(&sample.good, id, |m| match fact {
            Fact::MaterialCode(_) => {
                m.code = HsCode::read(["730110", "440710", "854091"][usize::from(choice) % 3]).ok();
            }
            Fact::MaterialCodeLonger(_) => m.code = m.code.as_ref().map(|code| six(code, choice)),
            // Next to nothing, or much.
            Fact::MaterialValue(_) => {
                m.value = if yes { Money::from_cents(i128::from(choice / 16)).ok() } else { cents }
            }
            Fact::MaterialRelation(_) => {
                let all = [Relation::Part, Relation::Unassembled, Relation::Neither];
                m.relation = Some(all[usize::from(choice) % 3]);
            }
            Fact::MaterialOrigin(_) => {
                m.origin = if yes { MaterialOrigin::Originating } else { MaterialOrigin::NonOriginating };
            }
            Fact::MaterialWeight(_) => m.weight = weight(choice),
            Fact::MaterialComponent(_) => m.in_component = Some(yes),
            Fact::Of(_, own) => {
                let Some(made) = &mut m.made else { return };
                match own.of_good() {
                    Fact::AllListed => list(&mut made.good, 100 + id.0, yes),
                    Fact::TransactionValue => made.good.transaction_value = cents,
                    Fact::NetCost => made.good.net_cost = cents,
                    Fact::TotalCost => made.good.total_cost = cents,
                    Fact::Weight => made.good.weight = weight(choice),
                    Fact::VehicleUse => {
                        made.good.vehicle_use = Some(VehicleUse::ALL[usize::from(choice) % 6])
                    }
                    _ => {}
                }
            }
            _ => {}
        });
    }
    match fact {
        Fact::MadeInCanada => sample.good.made_in_canada = Some(yes),
        Fact::GoodCode => sample.good.code = HsCode::read("940330").ok(),
        Fact::GoodCodeLonger => sample.good.code = sample.good.code.as_ref().map(|code| six(code, choice)),
        Fact::AllListed => list(&mut sample.good, 100, yes),
        Fact::VehicleUse => sample.good.vehicle_use = Some(VehicleUse::ALL[usize::from(choice) % 6]),
        Fact::TransactionValue => sample.good.transaction_value = cents,
        Fact::NetCost => sample.good.net_cost = cents,
        Fact::Weight => sample.good.weight = weight(choice),
        fact => sample.answer(fact, yes),
    }
}

/// One to sixteen, in any unit.
fn weight(choice: u8) -> Option<Quantity> {
    Quantity::read(&(choice % 16 + 1).to_string()).ok()
}

/// The sample once everything that it asks for has been given, as the choices have it.
fn completed(sample: &Sample, choices: &[u8]) -> Sample {
    let mut sample = sample.clone();
    let mut choices = choices.iter().copied().cycle();
    for _round in 0..80 {
        let missing = sample.missing();
        let Some(next) = missing.iter().find(|fact| !nobody_here_knows(fact)) else { break };
        give(&mut sample, next, choices.next().unwrap_or_default());
    }
    sample
}

/// The draft with the good as it would have been typed.
fn draft(sample: &Sample) -> Draft {
    let line = LineForm {
        id: 1,
        quantity: "1".to_owned(),
        unit_price: "1".to_owned(),
        origin_by: OriginBy::Rules,
        good: form(&sample.good),
        ..LineForm::default()
    };
    let mut draft = Draft { lines: vec![line], ..Draft::default() };
    // Rows made up for a test are read under the rule set that they were made up for.
    draft.rule_set.choose(sample.pack().set.id());
    draft
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn the_order_of_materials_does_not_matter_at_any_depth(sample in nested()) {
        let other = sample.with(|good| turned(&mut good.materials));
        prop_assert_eq!(other.finding(), sample.finding());
        let set = |facts: Vec<Fact>| facts.into_iter().collect::<BTreeSet<_>>();
        prop_assert_eq!(set(other.missing()), set(sample.missing()));
    }

    #[test]
    fn what_money_is_counted_in_does_not_matter_at_any_depth(sample in nested(), by in 1i128..=1_000_000) {
        let other = sample.with(|good| scaled(good, by));
        prop_assert_eq!(other.finding(), sample.finding());
        prop_assert_eq!(other.missing(), sample.missing());
    }

    #[test]
    fn more_foreign_value_never_helps_at_any_depth(sample in nested(), at in any::<Index>(), cents in 0i128..=5_000) {
        let all = ids(&sample.good);
        let mut value = None;
        let dearer = |m: &mut Material| {
            if m.made.is_none() && m.origin == MaterialOrigin::NonOriginating {
                value = m.value.zip(Money::from_cents(cents).ok()).and_then(|(one, more)| one.plus(more));
                m.value = value.or(m.value);
            }
        };
        let good = with_material(&sample.good, all[at.index(all.len())], dearer);
        let (before, after) = (sample.finding(), Sample { good, ..sample }.finding());
        prop_assert!(before == Finding::Yes || after != Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before != Finding::No || after == Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn another_foreign_material_never_helps_at_any_depth(sample in nested(), at in any::<Index>(), other in sample(), cents in 0i128..=5_000) {
        let all = ids(&sample.good);
        let code = other.good.materials.first().and_then(|m| m.code).or(sample.good.code);
        let more = Material { id: MaterialId(99), code, value: Money::from_cents(cents).ok(), ..Material::default() };
        let mut added = with_material(&sample.good, all[at.index(all.len())], |m| {
            if let Some(made) = &mut m.made {
                made.good.materials.push(more.clone());
            }
        });
        if added == sample.good {
            added.materials.push(more);
        }
        let (before, after) = (sample.finding(), Sample { good: added, ..sample }.finding());
        prop_assert!(before == Finding::Yes || after != Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before != Finding::No || after == Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn a_canadian_material_never_harms_at_any_depth(sample in nested(), at in any::<Index>()) {
        let all = ids(&sample.good);
        let canadian = sample.with(|good| make_canadian(&mut good.materials, &[all[at.index(all.len())]]));
        let (before, after) = (sample.finding(), canadian.finding());
        prop_assert!(before != Finding::Yes || after == Finding::Yes, "{before:?} became {after:?}");
        prop_assert!(before == Finding::No || after != Finding::No, "{before:?} became {after:?}");
    }

    #[test]
    fn an_open_answer_settles_once_all_it_asks_for_is_given(sample in nested(), choices in vec(any::<u8>(), 40)) {
        let missing = sample.missing();
        prop_assert_eq!(sample.finding() == Finding::Unknown, !missing.is_empty(), "{:?}", missing);
        let full = completed(&sample, &choices);
        let missing = full.missing();
        let open = missing.iter().filter(|fact| !nobody_here_knows(fact)).count();
        prop_assert_eq!(open, 0, "still missing: {:?} of {:?}", missing, full);
        prop_assert_eq!(full.finding() == Finding::Unknown, !missing.is_empty(), "ends as {:?}", full);
    }

}

proptest! {
    // Each of these judges a good up to a thousand times.
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn an_open_answer_may_become_a_yes_and_may_become_a_no(sample in nested(), seed in any::<u64>()) {
        // Of a code too short to tell nothing is said but that, whatever its codes may come to; and a use in
        // vehicles brings questions of its own.
        let by_code = |fact: &Fact| matches!(
            fact,
            Fact::GoodCode
                | Fact::GoodCodeLonger
                | Fact::MaterialCode(_)
                | Fact::MaterialCodeLonger(_)
                | Fact::VehicleUse
                | Fact::Of(_, OwnFact::VehicleUse)
        );
        let missing = sample.missing();
        // Of many facts a thousand draws seldom meet the ones that turn the answer.
        let few = missing.len() <= 4;
        // Nor the price that 85 % of a part of vehicles would take.
        let high = sample.good.vehicle_use.is_some() && missing.contains(&Fact::TransactionValue);
        let telling = few && !high && !missing.iter().any(|fact| by_code(fact) || nobody_here_knows(fact));
        // Whatever else was drawn says nothing here.
        if !telling || missing.is_empty() { return Ok(()); }
        let mut found = BTreeSet::new();
        let mut state = seed | 1;
        for attempt in 0..1_000 {
            let choices: Vec<u8> = (0..40).map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                // All yes or all no, small or large; then mixed, more of one than of the other.
                match attempt {
                    0..4 => [0, 1, 254, 255][attempt],
                    _ if (state >> 40) % 8 < attempt as u64 % 8 => (state >> 56) as u8 & 254,
                    _ => (state >> 56) as u8 | 1,
                }
            }).collect();
            found.insert(completed(&sample, &choices).finding());
            if found.contains(&Finding::Yes) && found.contains(&Finding::No) { break; }
        }
        if !found.contains(&Finding::Unknown) {
            prop_assert!(found.len() == 2, "only {:?} of {:?}: {:?}", found, sample, missing);
        }
    }

    #[test]
    fn hiding_a_fact_at_any_depth_gives_the_same_answer_or_unknown(sample in nested()) {
        let full = sample.finding();
        for (what, good) in hidden(&sample.good) {
            let less = Sample { good, ..sample }.finding();
            prop_assert!(less == full || less == Finding::Unknown, "without {what}: {full:?} became {less:?}");
        }
    }

    #[test]
    fn both_languages_say_the_same_of_materials_at_any_depth(sample in nested()) {
        let draft = draft(&sample);
        // How deep each reason stands, its sign, and every digit in it: codes, amounts and provisions.
        let line = |text: &str| {
            let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            digits.sort_unstable();
            let said = text.trim_start();
            let sign = said.get(..3).filter(|sign| sign.starts_with('[')).unwrap_or_default().to_owned();
            (text.len() - said.len(), sign, digits)
        };
        let told = Lang::ALL.map(|lang| {
            read_in(&draft, lang, |reading| good_text(reading).lines().map(line).collect::<Vec<_>>())
        });
        prop_assert_eq!(&told[0], &told[1]);
    }
}
