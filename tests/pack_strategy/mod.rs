//! Any pack that can exist, for the properties of the file format.

use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, Patch, RuleSet};
use canadian_content::origin::rule::*;
use canadian_content::origin::vehicle::{Part, PartTable, Role};
use canadian_content::units::{Day, HsCode, HsRange, Level, Percent};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// How many names every generated pack holds.
const NAMES: u16 = 3;

fn words() -> impl Strategy<Value = String> {
    "[a-zé,.#%-]{1,6}( [a-zé,.]{1,6}){0,2}"
}

fn both() -> impl Strategy<Value = (String, String)> {
    (words(), words())
}

fn code(level: Level) -> impl Strategy<Value = String> {
    let tail = level.digits() - 2;
    (1u32..=76, 0u32..1_000_000)
        .prop_map(move |(chapter, rest)| format!("{chapter:02}{}", &format!("{rest:06}")[..tail]))
}

fn level() -> impl Strategy<Value = Level> {
    select(vec![Level::Chapter, Level::Heading, Level::Subheading, Level::TariffItem])
}

fn range() -> impl Strategy<Value = HsRange> {
    level().prop_flat_map(|it| (code(it), code(it))).prop_map(|(a, b)| {
        let read = |text: &str| HsCode::read(text).expect("a generated code");
        let (first, last) = (read(&a).min(read(&b)), read(&a).max(read(&b)));
        HsRange::new(first, last).expect("a generated range")
    })
}

fn ranges() -> impl Strategy<Value = Vec<HsRange>> {
    vec(range(), 1..4)
}

fn name() -> impl Strategy<Value = NameId> {
    (0..NAMES).prop_map(NameId)
}

fn day() -> impl Strategy<Value = Day> {
    (1990u16..2040, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Day::new(y, m, d))
}

fn group() -> impl Strategy<Value = Group> {
    prop_oneof![
        Just(Group::Silent),
        Just(Group::Outside),
        Just(Group::Within),
        vec(range(), 0..3).prop_map(Group::Including),
    ]
}

fn term() -> impl Strategy<Value = Term> {
    let leaf = prop_oneof![
        (level(), group(), vec(range(), 0..3), option::of(level())).prop_map(
            |(level, group, within, within_own)| Term::AnyOther { level, group, within, within_own }
        ),
        ranges().prop_map(Term::Codes),
        (name(), vec(range(), 0..3)).prop_map(|(name, codes)| Term::Named { name, codes }),
        vec(range(), 0..3).prop_map(Term::OtherGood),
        level().prop_map(Term::WithinThat),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Term::MoreThanOneOf),
            vec(inner, 1..4).prop_map(Term::AllOf),
        ]
    })
}

fn sources() -> impl Strategy<Value = Sources> {
    (vec(term(), 1..4), vec(term(), 0..3)).prop_map(|(any_of, except)| Sources { any_of, except })
}

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        (sources(), option::of(sources())).prop_map(|(from, also)| Way::Shift { from, also }),
        Just(Way::NoShift),
        name().prop_map(Way::Process),
        Just(Way::Unread),
    ]
}

fn figures() -> impl Strategy<Value = Figures> {
    let percent = || {
        (1u32..=1000)
            .prop_map(|tenths| Percent::read(&format!("{}.{}", tenths / 10, tenths % 10)).expect("a percent"))
    };
    (option::of(percent()), percent(), any::<bool>()).prop_map(|(one, other, swap)| match swap {
        true => Figures { transaction_value: one, net_cost: Some(other) },
        false => Figures { transaction_value: Some(other), net_cost: one },
    })
}

fn content() -> impl Strategy<Value = ContentTest> {
    prop_oneof![
        figures().prop_map(ContentTest::Fixed),
        vec((day(), figures()), 1..4).prop_map(ContentTest::Staged),
        Just(ContentTest::Unstated),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let good = prop_oneof![Just(GoodIs::Any), name().prop_map(GoodIs::Named), Just(GoodIs::Residue)];
    (ranges(), vec(range(), 0..2), good, option::of(name())).prop_map(|(codes, except, good, usage)| Target {
        codes,
        except,
        good,
        usage,
    })
}

fn alternative() -> impl Strategy<Value = Alternative> {
    let label = "[0-9A-Za-z]{0,2}";
    (label, target(), way(), option::of(content()), vec(name(), 0..3)).prop_map(
        |(label, target, way, content, conditions)| Alternative { label, target, way, content, conditions },
    )
}

fn row(set: RuleSet) -> impl Strategy<Value = Row> {
    let partners = select(vec![Partners::All, Partners::OtherTrade, Partners::Pair]);
    ("[0-9a-z.-]{1,8}", ranges(), option::of(day()), option::of(day()), partners, vec(alternative(), 0..4))
        .prop_map(move |(id, codes, from, until, partners, alternatives)| Row {
            id: format!("{}:{id}", set.id()),
            codes,
            from,
            until,
            partners,
            alternatives,
        })
}

fn part() -> impl Strategy<Value = Part> {
    (select(PartTable::ALL.to_vec()), ranges(), option::of(name())).prop_map(|(table, codes, name)| Part {
        table,
        codes,
        name,
    })
}

fn pack() -> impl Strategy<Value = Pack> {
    select(RuleSet::ALL.to_vec()).prop_flat_map(|set| {
        let patch = ("[0-9a-z.-]{1,8}", select(vec!["high", "medium", "low"]), both()).prop_map(
            move |(row, confidence, why)| Patch {
                row: format!("{}:{row}", set.id()),
                confidence: confidence.to_owned(),
                why,
            },
        );
        let names = vec(both(), usize::from(NAMES));
        let parts = (vec(part(), 0..3), vec((select(Role::ALL.to_vec()), name()), 0..3));
        (day(), both(), both(), vec(1u8..=97, 0..4), vec(row(set), 0..4), names, parts, vec(patch, 0..3))
            .prop_map(move |(as_of, source, licence, chapters, rows, names, (parts, roles), patches)| Pack {
                set,
                as_of,
                source,
                licence,
                chapters,
                rows: rows.into(),
                names,
                parts,
                roles,
                patches,
                editions: None,
            })
    })
}

/// A shipped pack with a few bytes changed, cut or moved: what a bad download or a bad editor leaves.
fn damaged() -> impl Strategy<Value = String> {
    let text = canadian_content::origin::shipped::text(RuleSet::Annex);
    let piece = prop_oneof![
        "[ -~é\n]{0,6}",
        select(vec!["{", "} ", "row ", " . < ", "- ", "*", "~", "#0", "=", "%", "&"]).prop_map(str::to_owned)
    ];
    vec((0..text.len(), 0usize..12, piece), 1..6).prop_map(move |edits| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, cut, put) in edits {
            let at = at.min(bytes.len());
            let end = (at + cut).min(bytes.len());
            bytes.splice(at..end, put.bytes());
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

proptest! {
    #[test]
    fn a_pack_reads_back_as_it_was_written(pack in pack()) {
        prop_assert_eq!(notation::read(&notation::write(&pack)), Ok(pack));
    }

    #[test]
    fn reading_any_text_ends_without_a_panic(text in "\\PC*\n?\\PC*") {
        let _ = notation::read(&text);
    }

    #[test]
    fn a_damaged_pack_is_a_pack_or_a_problem_with_its_line(text in damaged()) {
        match notation::read(&text) {
            // What still reads is written back so that it reads the same.
            Ok(pack) => prop_assert_eq!(notation::read(&notation::write(&pack)), Ok(pack)),
            Err(problem) => prop_assert!((1..=text.lines().count() + 1).contains(&problem.line)),
        }
    }
}
