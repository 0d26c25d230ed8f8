//! Any good under any pack, any bid, any draft. Goods are drawn from the rows of the packs, so that their materials
//! meet the sources and exceptions of the very rule; answers are given to questions that were asked.

use crate::bids::{TODAY, pack};
use canadian_content::case::{Good, Material, MaterialId, MaterialOrigin, Method, Relation, VehicleUse};
use canadian_content::draft::{
    AnswersForm, BasisForm, Draft, FactAnswer, GoodForm, LineForm, LineKind, MadeForm, MakerForm,
    MaterialForm, MethodForm, OriginBy, OriginForm, PartForm, PlaceForm, RelationForm, RuleSetForm,
    StatementForm, VehicleUseForm,
};
use canadian_content::finding::Finding;
use canadian_content::judgement::Judgement;
use canadian_content::origin::judge::{judge, missing};
use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::point::{Fact, Point};
use canadian_content::origin::rule::{Row, Sources, Term, Way};
use canadian_content::units::{HsCode, HsRange, Level, Money};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt;
use std::sync::LazyLock;

/// The packs as shipped, and one with rows made up for single forms of a rule.
pub(crate) static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let mut packs: Vec<Pack> = RuleSet::ALL.into_iter().map(|set| pack(set).clone()).collect();
    packs.push(notation::read(include_str!("../data/made-up.pack")).expect("the made-up pack"));
    packs
});

/// A good under one of the packs.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) pack: usize,
    pub(crate) good: Good,
}

impl fmt::Debug for Sample {
    /// As a row of the tables would say it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = |amount: Option<Money>| amount.map_or("?".to_owned(), |amount| amount.to_string());
        let code = |code: Option<HsCode>| code.map_or("?".to_owned(), |code| code.to_string());
        let good = &self.good;
        let set = if self.pack < RuleSet::ALL.len() { self.pack().set.id() } else { "made-up" };
        let values = [good.transaction_value, good.net_cost, good.total_cost].map(amount);
        write!(f, "{set} {} tv={} nc={} tc={}", code(good.code), values[0], values[1], values[2])?;
        write!(f, " by={:?} made={:?} listed={}", good.method, good.made_in_canada, good.all_listed)?;
        write!(f, " use={:?}", good.vehicle_use)?;
        let mut left: Vec<(&Material, u32)> = good.materials.iter().rev().map(|m| (m, 0)).collect();
        while let Some((m, into)) = left.pop() {
            write!(f, "; {} {} {} {:?} {:?}", m.id.0, code(m.code), amount(m.value), m.origin, m.relation)?;
            if into != 0 {
                write!(f, " into:{into}")?;
            }
            let Some(made) = &m.made else { continue };
            let [tv, nc, tc] =
                [made.good.transaction_value, made.good.net_cost, made.good.total_cost].map(amount);
            write!(
                f,
                " by:{:?} tv:{tv} nc:{nc} tc:{tc} listed:{} use:{:?}",
                made.by, made.good.all_listed, made.good.vehicle_use
            )?;
            left.extend(made.good.materials.iter().rev().map(|inner| (inner, m.id.0)));
        }
        write!(f, "; {:?}", good.answers)
    }
}

impl Sample {
    pub(crate) fn pack(&self) -> &'static Pack {
        &PACKS[self.pack]
    }

    pub(crate) fn judged(&self) -> Judgement<Point> {
        judge(self.pack(), &self.good, TODAY)
    }

    pub(crate) fn finding(&self) -> Finding {
        self.judged().finding
    }

    pub(crate) fn missing(&self) -> Vec<Fact> {
        missing(&self.judged())
    }

    /// The same, with something changed.
    pub(crate) fn with(&self, change: impl FnOnce(&mut Good)) -> Sample {
        let mut sample = self.clone();
        change(&mut sample.good);
        sample
    }

    /// Answers the question, unless that would contradict an answer already given.
    pub(crate) fn answer(&mut self, fact: &Fact, yes: bool) {
        let Some(key) = fact.key(self.pack()) else { return };
        // A good, or a material, is of one name and of one tariff item only.
        let kind = match fact {
            Fact::GoodNamed(_) => Some("good-is:".to_owned()),
            Fact::GoodItem(_) => Some("good-in:".to_owned()),
            Fact::MaterialItem(m, _) => Some(format!("material-in:{}:", m.0)),
            _ => None,
        };
        let answers = &mut self.good.answers;
        let taken = kind.is_some_and(|kind| answers.iter().any(|(key, yes)| yes && key.starts_with(&kind)));
        answers.insert(key, yes && !taken);
    }
}

fn read(code: &str) -> HsCode {
    HsCode::read(code).expect("codes are made of digits of a code")
}

/// Six digits of a code, those it lacks made up.
pub(crate) fn six(code: &HsCode, more: u8) -> HsCode {
    let digits = code.as_str();
    let more = format!("{:02}{:02}", more % 3 * 10 + 10, more % 4 * 10);
    read(&format!("{digits}{more}").chars().take(6).collect::<String>())
}

/// The codes that a row names in its sources and exceptions.
fn codes_of(row: &Row) -> Vec<HsCode> {
    fn of_term(term: &Term, found: &mut Vec<HsCode>) {
        let mut add = |ranges: &[HsRange]| found.extend(ranges.iter().flat_map(|r| [r.first(), r.last()]));
        match term {
            Term::AnyOther { within, .. } => add(within),
            Term::Codes(codes) | Term::OtherGood(codes) | Term::Named { codes, .. } => add(codes),
            Term::MoreThanOneOf(terms) | Term::AllOf(terms) => {
                terms.iter().for_each(|term| of_term(term, found));
            }
            Term::WithinThat(_) => {}
        }
    }
    let mut found = Vec::new();
    for alternative in &row.alternatives {
        if let Way::Shift { from, also } = &alternative.way {
            let all = |sources: &Sources| [sources.any_of.clone(), sources.except.clone()].concat();
            let also = also.as_ref().map(all).unwrap_or_default();
            all(from).iter().chain(&also).for_each(|term| of_term(term, &mut found));
        }
        found.extend(alternative.target.codes.iter().map(HsRange::first));
    }
    found
}

/// An amount in cents, often small or round, so that boundaries are met.
pub(crate) fn amount() -> impl Strategy<Value = Money> {
    let cents = prop_oneof![3 => 0i128..=120, 2 => select(vec![700, 701, 1000, 1001, 4000, 4001, 5000]), 1 => 0i128..=20_000];
    cents.prop_map(|cents| Money::from_cents(cents).expect("a small amount"))
}

/// A material before it is known what it goes into.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    code: (u8, Index, u8),
    value: Option<Money>,
    origin: MaterialOrigin,
    relation: Option<Relation>,
}

pub(crate) fn raw_material() -> impl Strategy<Value = Raw> {
    let origin = prop_oneof![
        6 => Just(MaterialOrigin::NonOriginating),
        1 => Just(MaterialOrigin::Originating),
        1 => Just(MaterialOrigin::Unknown)
    ];
    let relation =
        select(vec![None, Some(Relation::Part), Some(Relation::Unassembled), Some(Relation::Neither)]);
    ((0u8..8, any::<Index>(), any::<u8>()), option::weighted(0.9, amount()), origin, relation)
        .prop_map(|(code, value, origin, relation)| Raw { code, value, origin, relation })
}

/// A material whose code has to do with the row: named by it, the good's own, its neighbour's, or from elsewhere.
pub(crate) fn material(id: u32, raw: &Raw, good: &HsCode, row: &Row) -> Material {
    let (kind, index, more) = &raw.code;
    let named = codes_of(row);
    let unit = |level| good.unit(level).unwrap_or(*good);
    let full = match kind {
        0..=2 if !named.is_empty() => six(index.get(&named), *more),
        3 => *good,
        4 => six(&unit(Level::Heading), more.wrapping_add(1)),
        5 => six(&unit(Level::Chapter), more.wrapping_add(1)),
        _ => six(&read(["44", "7318", "3917", "8542", "4107"][usize::from(*more) % 5]), *more),
    };
    let code = match kind {
        7 if *more < 40 => None,
        7 => Some(full.unit(Level::Heading).unwrap_or(full)),
        _ => Some(full),
    };
    Material {
        id: MaterialId(id),
        code,
        value: raw.value,
        origin: raw.origin,
        relation: raw.relation,
        ..Material::default()
    }
}

/// The rows of the packs from which goods are drawn: pack, row.
type Rows = LazyLock<Vec<(usize, usize)>>;

fn rows(wanted: impl Fn(&Pack, &Row) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (pack, it) in PACKS.iter().enumerate() {
        found.extend((0..it.rows.len()).filter(|row| wanted(it, &it.rows[*row])).map(|row| (pack, row)));
    }
    found
}

/// Those of motor vehicles and their parts.
static VEHICLES: Rows = LazyLock::new(|| {
    rows(|pack, row| {
        let mut goods = row.codes.iter().map(|range| six(&range.first(), 0));
        goods.any(|code| {
            let parts = pack.parts.iter().flat_map(|part| &part.codes);
            (8701..8709).any(|heading| code.as_str().starts_with(&heading.to_string()))
                || parts.into_iter().any(|range| range.covers(&code) == Finding::Yes)
        })
    })
});

pub(crate) fn sample() -> impl Strategy<Value = Sample> {
    (0..PACKS.len(), any::<Index>())
        .prop_map(|(pack, row)| (pack, row.index(PACKS[pack].rows.len())))
        .prop_flat_map(sample_of)
}

fn sample_of((pack, row): (usize, usize)) -> impl Strategy<Value = Sample> {
    let made = prop_oneof![8 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)];
    let method = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Method::TransactionValue)),
        1 => Just(Some(Method::NetCost))
    ];
    let values =
        (option::weighted(0.8, amount()), option::weighted(0.5, amount()), option::weighted(0.3, amount()));
    let usage = option::weighted(0.7, select(VehicleUse::ALL.to_vec()));
    let which = (any::<Index>(), any::<u8>(), usage);
    (which, made, values, method, vec(raw_material(), 0..4), prop::bool::weighted(0.85)).prop_map(
        move |((range, more, vehicle_use), made_in_canada, values, method, raws, all_listed)| {
            let row = &PACKS[pack].rows[row];
            let code = six(&range.get(&row.codes).first(), more);
            let code = if more > 240 { code.unit(Level::Heading).unwrap_or(code) } else { code };
            let materials = raws.iter().zip(1..).map(|(raw, id)| material(id, raw, &code, row)).collect();
            // A base of about a hundred meets the round values of the materials.
            let base = |value: Option<Money>| value.and_then(|it| it.plus(Money::from_cents(9_000).ok()?));
            let good = Good {
                code: Some(code),
                made_in_canada,
                transaction_value: base(values.0),
                net_cost: base(values.1),
                total_cost: base(values.2),
                method,
                materials,
                all_listed,
                vehicle_use,
                ..Good::default()
            };
            Sample { pack, good }
        },
    )
}

/// A good with some of the questions that its rule asks answered.
pub(crate) fn goods() -> impl Strategy<Value = Sample> {
    answered(sample())
}

/// A vehicle or a part of vehicles, so answered.
pub(crate) fn vehicles() -> impl Strategy<Value = Sample> {
    answered(select(VEHICLES.clone()).prop_flat_map(sample_of))
}

/// The same with some of the questions that its rule asks answered, and the questions that follow.
pub(crate) fn answered(samples: impl Strategy<Value = Sample>) -> impl Strategy<Value = Sample> {
    (samples, vec(option::weighted(0.8, any::<bool>()), 12)).prop_map(|(mut sample, answers)| {
        let mut answers = answers.into_iter();
        for _round in 0..4 {
            let asked: Vec<Fact> =
                sample.missing().into_iter().filter(|fact| fact.key(sample.pack()).is_some()).collect();
            for fact in asked {
                match answers.next() {
                    Some(Some(yes)) => sample.answer(&fact, yes),
                    Some(None) => {}
                    None => return sample,
                }
            }
        }
        sample
    })
}

/// An amount with two decimals, as typed.
fn price() -> impl Strategy<Value = String> {
    let cents = prop_oneof![4 => 0u32..=500_000, 2 => (0u32..=100).prop_map(|it| it * 100), 1 => 0u32..=200];
    cents.prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))
}

fn part() -> impl Strategy<Value = PartForm> {
    let place = select(PlaceForm::ALL.to_vec());
    (prop_oneof![3 => price(), 1 => Just(String::new())], place).prop_map(|(amount, place)| PartForm {
        amount,
        place,
        ..PartForm::default()
    })
}

fn line() -> impl Strategy<Value = LineForm> {
    let kind = prop_oneof![3 => Just(LineKind::Good), 2 => Just(LineKind::Service)];
    let unit_price = prop_oneof![30 => price(), 1 => Just(String::new())];
    let stated = (select(OriginBy::ALL.to_vec()), select(FactAnswer::ALL.to_vec()));
    (kind, 1u32..=20, unit_price, stated, vec(part(), 0..3), goods()).prop_map(
        |(kind, quantity, unit_price, (origin_by, canadian), parts, sample)| LineForm {
            kind,
            quantity: quantity.to_string(),
            unit_price,
            origin_by,
            statement: StatementForm { canadian, ..StatementForm::default() },
            parts: parts.into_iter().zip(1..).map(|(part, id)| PartForm { id, ..part }).collect(),
            good: form(&sample.good),
            ..LineForm::default()
        },
    )
}

/// The good as it would have been typed.
pub(crate) fn form(good: &Good) -> GoodForm {
    let amount = |amount: Option<Money>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let code = |code: Option<HsCode>| code.map(|code| code.to_string()).unwrap_or_default();
    // The first choice whose meaning is the one wanted.
    fn choice<F: Copy, M: PartialEq>(all: &[F], meaning: fn(F) -> M, wanted: M) -> F {
        *all.iter().find(|choice| meaning(**choice) == wanted).expect("each meaning has a choice")
    }
    let stated = |m: &Material, goes_into: u32| MaterialForm {
        id: m.id.0,
        code: code(m.code),
        value: amount(m.value),
        origin: choice(OriginForm::ALL, OriginForm::meaning, m.origin),
        relation: choice(RelationForm::ALL, RelationForm::meaning, m.relation),
        goes_into,
        ..MaterialForm::default()
    };
    // What went into a material stands in the same list and names it.
    let mut materials: Vec<MaterialForm> = Vec::new();
    let mut left: Vec<(&Material, u32)> = good.materials.iter().map(|m| (m, 0)).collect();
    while let Some((m, goes_into)) = left.pop() {
        let mut form = stated(m, goes_into);
        if let Some(made) = &m.made {
            form.made = MadeForm {
                by: choice(MakerForm::ALL, MakerForm::meaning, Some(made.by)),
                transaction_value: amount(made.good.transaction_value),
                net_cost: amount(made.good.net_cost),
                total_cost: amount(made.good.total_cost),
                method: choice(MethodForm::ALL, MethodForm::meaning, made.good.method),
                all_listed: made.good.all_listed,
                vehicle_use: choice(VehicleUseForm::ALL, VehicleUseForm::meaning, made.good.vehicle_use),
            };
            left.extend(made.good.materials.iter().map(|inner| (inner, m.id.0)));
        }
        materials.push(form);
    }
    materials.sort_by_key(|form| form.id);
    let mut answers = AnswersForm::default();
    good.answers.iter().for_each(|(key, yes)| answers.insert(key, Some(yes)));
    GoodForm {
        code: code(good.code),
        made_in_canada: choice(FactAnswer::ALL, FactAnswer::meaning, good.made_in_canada),
        transaction_value: amount(good.transaction_value),
        net_cost: amount(good.net_cost),
        total_cost: amount(good.total_cost),
        method: choice(MethodForm::ALL, MethodForm::meaning, good.method),
        materials,
        all_listed: good.all_listed,
        vehicle_use: choice(VehicleUseForm::ALL, VehicleUseForm::meaning, good.vehicle_use),
        answers,
        ..GoodForm::default()
    }
}

/// A bid as typed: goods by rules, by statement or unknown, and services, some of them not filled in.
pub(crate) fn bids() -> impl Strategy<Value = Draft> {
    let basis = select(BasisForm::ALL.to_vec());
    let set = select(RuleSetForm::ALL.to_vec());
    let threshold = prop_oneof![
        Just(String::new()),
        Just("80".to_owned()),
        (1u32..=1000).prop_map(|tenths| { format!("{}.{}", tenths / 10, tenths % 10) })
    ];
    (basis, set, threshold, vec(line(), 0..6)).prop_map(|(basis, rule_set, threshold_percent, lines)| Draft {
        basis,
        rule_set,
        threshold_percent,
        lines: lines.into_iter().zip(1..).map(|(line, id)| LineForm { id, ..line }).collect(),
        ..Draft::default()
    })
}
