//! The screens of the procedure: both languages show the same answer, an empty form says neither yes nor no, and
//! whatever is typed is answered.

use canadian_content::draft::AMBIGUOUS;
use canadian_content::i18n::{Lang, Words};
use canadian_content::present::Mark;
use canadian_content::present::sheet::{Block, FieldBlock, FieldKind, Sheet, Values, field_of};
use canadian_content::present::sheets::{Context, NAMES, of};
use canadian_content::units::Day;
use proptest::prelude::*;
use std::collections::BTreeMap;

const TODAY: Day = Day::new(2026, 11, 23);

pub(crate) fn values(typed: &[(&str, &str)]) -> Values {
    typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn shown(name: &str, lang: Lang, values: &Values) -> Sheet {
    of(name, &Context::new(&Words::native(lang), values, TODAY)).expect("a sheet of the list")
}

/// Calls `see` with every block, folded and grouped ones included.
pub(crate) fn walk<'s>(blocks: &'s [Block], see: &mut dyn FnMut(&'s Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::Fold(fold) => walk(&fold.blocks, see),
            Block::Group(group) => walk(&group.blocks, see),
            Block::Columns(columns) => columns.iter().for_each(|column| walk(&column.blocks, see)),
            _ => {}
        }
    }
}

/// Every field, those of records included.
pub(crate) fn fields(sheet: &Sheet) -> Vec<&FieldBlock> {
    let mut found = Vec::new();
    walk(&sheet.blocks, &mut |block| match block {
        Block::Field(field) => found.push(field),
        Block::Rows(rows) => rows.rows.iter().for_each(|row| found.extend(row.fields.iter())),
        _ => {}
    });
    found
}

pub(crate) fn answers(sheet: &Sheet) -> Vec<Mark> {
    let mut found = Vec::new();
    walk(&sheet.blocks, &mut |block| {
        if let Block::Answer(answer) = block {
            found.push(answer.mark);
        }
    });
    found
}

/// What must be the same in both languages: kinds of blocks, signs, names and values of fields, sizes.
pub(crate) fn shape(sheet: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    walk(&sheet.blocks, &mut |block| {
        found.push(match block {
            Block::Heading(_) => "heading".to_owned(),
            Block::Text(_) => "text".to_owned(),
            Block::Hint(_) => "hint".to_owned(),
            Block::Quote(_) => "quote".to_owned(),
            Block::Print(_) => "print".to_owned(),
            Block::Marked(pieces) => format!("marked {}", pieces.len()),
            Block::Columns(columns) => format!("columns {}", columns.len()),
            Block::Note(note) => format!("note {:?} {}", note.mark, note.cite.is_empty()),
            Block::Answer(answer) => format!("answer {:?} {}", answer.mark, answer.cite.is_empty()),
            Block::Field(field) => said_of(field),
            Block::Reasons(reasons) => reasons.iter().map(tree).collect(),
            Block::Table(table) => {
                let marks: Vec<_> = table.rows.iter().flatten().map(|cell| cell.mark).collect();
                format!("table {} {} {marks:?}", table.head.len(), table.rows.len())
            }
            Block::List(points) | Block::Steps(points) => format!("list {}", points.len()),
            Block::Facts(facts) => format!("facts {}", facts.len()),
            Block::Rows(rows) => rows
                .rows
                .iter()
                .map(|row| {
                    let fields: String = row.fields.iter().map(said_of).collect();
                    format!("row {} {:?} {fields}", row.id, row.result.as_ref().map(|(mark, _)| *mark))
                })
                .collect(),
            Block::Fold(fold) => format!("fold {}", fold.open),
            Block::Group(_) => "group".to_owned(),
            Block::File(_) => "file".to_owned(),
            Block::Picks(_) => "picks".to_owned(),
            Block::Draft(_) => "draft".to_owned(),
            Block::Link((_, address)) => format!("link {address}"),
        });
    });
    found
}

fn said_of(field: &FieldBlock) -> String {
    let choices: Vec<&str> = field.choices.iter().map(|(value, _)| value.as_str()).collect();
    format!("{} {:?} {} {:?} {}", field.name, field.kind, field.value, choices, field.problem.is_empty())
}

fn tree(reason: &canadian_content::present::ReasonView) -> String {
    let below: String = reason.because.iter().map(tree).collect();
    format!("({:?} {} {below})", reason.mark, reason.decisive)
}

/// No text is empty, none has an unfilled blank, and no field stands twice.
pub(crate) fn is_well_made(name: &str, sheet: &Sheet) {
    assert!(!sheet.title.is_empty(), "{name}");
    let mut names: Vec<&str> = fields(sheet).iter().map(|field| field.name.as_str()).collect();
    names.sort_unstable();
    let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "{name}: a field stands twice");
    for field in fields(sheet) {
        assert!(!field.label.is_empty(), "{name}: {}", field.name);
        let offered = field.choices.iter().any(|(value, _)| *value == field.value);
        let free = !matches!(field.kind, FieldKind::Select | FieldKind::Choice);
        assert!(
            free || offered || field.choices.iter().any(|(value, _)| value.is_empty()),
            "{name}: {}",
            field.name
        );
    }
    walk(&sheet.blocks, &mut |block| {
        let text = match block {
            Block::Heading(text) | Block::Text(text) | Block::Hint(text) => text.as_str(),
            Block::Quote(quote) => &quote.text,
            Block::Note(note) => &note.text,
            Block::Answer(answer) => &answer.sentence,
            _ => return,
        };
        assert!(!text.trim().is_empty() && !text.contains(['{', '}']), "{name}: {text:?}");
    });
}

#[test]
fn an_empty_form_says_neither_yes_nor_no() {
    for name in NAMES {
        for lang in Lang::ALL {
            let sheet = shown(name, lang, &Values::default());
            is_well_made(name, &sheet);
            let marks = answers(&sheet);
            assert!(marks.iter().all(|mark| *mark == Mark::Unknown), "{name}: {marks:?}");
            assert!(!fields(&sheet).is_empty(), "{name} asks something");
            assert!(fields(&sheet).iter().all(|field| field.problem.is_empty()), "{name}");
        }
    }
    let words = Words::native(Lang::En);
    let none = of("no such sheet", &Context::new(&words, &Values::default(), TODAY));
    assert!(none.is_none());
}

#[test]
fn a_name_means_the_same_on_every_sheet() {
    // The sheets may share what was typed, so that a fact is entered once; then a name must not mean two things.
    let mut kinds: BTreeMap<String, (FieldKind, Vec<String>, &str)> = BTreeMap::new();
    for name in NAMES {
        let typed = [
            ("mode", "solely_ask"),
            ("subcontracted", "yes"),
            ("unusual", "yes"),
            ("buyer", "dnd"),
            ("commodity", "goods"),
            ("market", "enough"),
            ("due", "ask"),
            ("claims", "yes"),
            ("goods", "yes"),
        ];
        for field in fields(&shown(name, Lang::En, &values(&typed))) {
            let choices: Vec<String> = field.choices.iter().map(|(value, _)| value.clone()).collect();
            let (kind, known, first) =
                kinds.entry(field.name.clone()).or_insert((field.kind, choices.clone(), name));
            assert_eq!((*kind, &*known), (field.kind, &choices), "{} on {first} and {name}", field.name);
        }
    }
    assert!(kinds.len() > 60, "{} fields were seen", kinds.len());
}

/// What might be typed in a field.
const TYPED: [&str; 14] = [
    "",
    "yes",
    "no",
    "60000",
    "24999.99",
    "0",
    "100",
    "51",
    "2026-10-01",
    "2026-06-15",
    "2026-02-30",
    "x",
    "-5",
    "CFTA\nWTO-AGP, moon",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn both_languages_show_the_same_sheet(
        name in proptest::sample::select(NAMES.to_vec()),
        choices in proptest::collection::vec(any::<usize>(), 160),
    ) {
        let mut typed: BTreeMap<String, String> = BTreeMap::new();
        let mut choices = choices.into_iter().cycle();
        let mut next = || choices.next().unwrap_or_default();
        // Fields appear as others are filled in, so that a few rounds reach them all.
        for _ in 0..4 {
            let sheet = shown(name, Lang::En, &typed.clone().into_iter().collect());
            for field in fields(&sheet) {
                if typed.contains_key(&field.name) {
                    continue;
                }
                let text = match field.kind {
                    FieldKind::Select | FieldKind::Choice => {
                        field.choices[next() % field.choices.len()].0.clone()
                    }
                    FieldKind::Check => ["yes", ""][next() % 2].to_owned(),
                    _ => TYPED[next() % TYPED.len()].to_owned(),
                };
                typed.insert(field.name.clone(), text);
            }
            walk(&sheet.blocks, &mut |block| {
                if let Block::Rows(rows) = block
                    && !typed.contains_key(&rows.name)
                {
                    typed.insert(rows.name.clone(), ["", "1", "1,2,3", "2,7,9,11"][next() % 4].to_owned());
                }
            });
        }
        let values: Values = typed.into_iter().collect();
        let [en, fr] = Lang::ALL.map(|lang| shown(name, lang, &values));
        is_well_made(name, &en);
        is_well_made(name, &fr);
        prop_assert_eq!(shape(&en), shape(&fr), "{} {:?}", name, values);
    }
}

/// The one answer of a sheet, in English.
fn answer(name: &str, typed: &[(&str, &str)]) -> (Mark, String) {
    let sheet = shown(name, Lang::En, &values(typed));
    let mut found = None;
    walk(&sheet.blocks, &mut |block| {
        if let Block::Answer(answer) = block
            && found.is_none()
        {
            found = Some((answer.mark, format!("{}: {}", answer.word, answer.sentence)));
        }
    });
    found.expect("an answer")
}

const PLAIN: [(&str, &str); 10] = [
    ("agreements", "none"),
    ("competitive", "yes"),
    ("published", "2026-10-01"),
    ("value", "60,000"),
    ("taxes", "in"),
    ("buyer", "pspc"),
    ("commodity", "goods"),
    ("exclusion", "none"),
    ("sector", "no"),
    ("unusual", "no"),
];

#[test]
fn the_policy_applies_to_a_plain_purchase_and_not_to_others() {
    let with = |name: &'static str, text: &'static str| {
        let mut typed: BTreeMap<&str, &str> = PLAIN.into_iter().collect();
        typed.insert(name, text);
        answer("applicability", &typed.into_iter().collect::<Vec<_>>())
    };
    assert_eq!(answer("applicability", &PLAIN).0, Mark::Yes);
    assert_eq!(with("agreements", "CFTA").0, Mark::Yes);
    assert_eq!(with("agreements", "WTO-AGP").0, Mark::No);
    assert_eq!(with("agreements", "moon").0, Mark::Unknown);
    assert_eq!(with("value", "24,999.99").0, Mark::No);
    assert_eq!(with("commodity", "construction").0, Mark::Unknown);
    assert_eq!(with("competitive", "").0, Mark::Unknown);
}

#[test]
fn five_bids_with_one_withdrawn_are_handled() {
    let mut typed = vec![("mode", "conditional"), ("published", "2026-10-01"), ("bid", "1,2,3,4,5")];
    for bid in ["bid.1.cert", "bid.2.cert"] {
        typed.push((bid, "yes"));
    }
    for bid in ["bid.3.cert", "bid.4.cert", "bid.5.cert"] {
        typed.push((bid, "no"));
    }
    let (mark, said) = answer("handle", &typed);
    assert_eq!((mark, said.contains("Bid 1, Bid 2.")), (Mark::Yes, true), "{said}");
    typed.push(("bid.1.fate", "gone"));
    let (mark, said) = answer("handle", &typed);
    assert_eq!((mark, said.contains("among: Bid 2.")), (Mark::Yes, true), "{said}");
    typed.push(("bid.2.fate", "out"));
    let (mark, said) = answer("handle", &typed);
    assert_eq!((mark, said.contains("Bid 3, Bid 4, Bid 5")), (Mark::Yes, true), "{said}");
    typed.push(("bid.5.cert", ""));
    typed.retain(|pair| *pair != ("bid.5.cert", "no"));
    assert_eq!(answer("handle", &typed).0, Mark::Unknown);
}

#[test]
fn a_thousand_bids_are_handled() {
    let ids: Vec<String> = (1..=1_000).map(|id: u32| id.to_string()).collect();
    let mut typed = Values::default();
    typed.set("mode", "conditional".to_owned());
    typed.set("bid", ids.join(","));
    for id in &ids {
        typed.set(&field_of("bid", id, "cert"), "yes".to_owned());
    }
    assert_eq!(answers(&shown("handle", Lang::En, &typed)), [Mark::Yes]);
}

/// Rows of (sheet, what is typed, sign of the answer, words that the answer holds).
#[test]
fn the_other_sheets_answer() {
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], Mark, &'a str);
    let rows: &[Row<'_>] = &[
        ("plan", &[("market", "enough")], Mark::Yes, "Solely"),
        ("plan", &[("market", "uncertain")], Mark::Yes, "Conditionally"),
        ("plan", &[("market", "few")], Mark::Yes, "Open"),
        ("plan", &[("market", "many")], Mark::Unknown, "Say what"),
        ("certificate", &[("requirement", "mix"), ("holds", "yes")], Mark::Yes, "support"),
        ("certificate", &[("requirement", "mix"), ("holds", "no")], Mark::No, "Do not sign"),
        ("certificate", &[("holds", "yes")], Mark::Unknown, "Not yet"),
        ("certificate", &[("requirement", "textiles"), ("holds", "yes")], Mark::Unknown, "textiles"),
        (
            "certificate",
            &[
                ("requirement", "goods_items"),
                ("item", "1,2"),
                ("item.1.canadian", "yes"),
                ("item.2.canadian", "no"),
            ],
            Mark::Part,
            "Mark 1 of 2",
        ),
        (
            "certificate",
            &[("requirement", "goods_items"), ("item", "1"), ("item.1.canadian", "no")],
            Mark::No,
            "Do not sign",
        ),
        ("setasides", &[("aside_certificate", "no")], Mark::No, "non-responsive"),
        ("setasides", &[("owned", "0")], Mark::No, "non-responsive"),
        (
            "setasides",
            &[("aside_certificate", "yes"), ("owned", "51"), ("controlled", "yes"), ("subcontracted", "no")],
            Mark::Yes,
            "level two",
        ),
        ("audit", &[("goods", "yes"), ("held_prices", "no")], Mark::No, "priced lines"),
        ("regimes", &[("offer", "100"), ("canadian_part", "80")], Mark::Yes, "is reached"),
        ("regimes", &[("offer", "100"), ("canadian_part", "79.99")], Mark::No, "not reached"),
        ("regimes", &[("offer", "100"), ("canadian_part", "100.01")], Mark::Unknown, "Enter"),
        ("jcp", &[("applicant", "other")], Mark::No, "Apply as"),
        ("jcp", &[("data", "classified")], Mark::Part, "no clearance"),
        ("jcp", &[("item_custodian", "no")], Mark::No, "custodian"),
        ("handle", &[("mode", "open"), ("bid", "1")], Mark::Yes, "Bid 1"),
        ("handle", &[("mode", "solely_with"), ("bid", "1"), ("bid.1.cert", "no")], Mark::No, "anew"),
    ];
    for (name, typed, mark, holds) in rows {
        let (found, said) = answer(name, typed);
        assert_eq!(found, *mark, "{name} {typed:?}: {said}");
        assert!(said.contains(holds), "{name} {typed:?}: {said}");
    }
}

/// Rows of (sheet, what is typed, the field that is wrong, words of what is said about it).
#[test]
fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str);
    let rows: &[Row<'_>] = &[
        ("applicability", &[("published", "2026-02-30")], "published", "calendar"),
        ("applicability", &[("value", "a lot")], "value", "not a number"),
        ("applicability", &[("value", "-5")], "value", "Below zero"),
        ("applicability", &[("agreements", "CFTA, Moon Accord")], "agreements", "Moon Accord"),
        (
            "applicability",
            &[("commodity", "goods"), ("three", "yes"), ("class", "8")],
            "class",
            "two or four",
        ),
        ("setasides", &[("owned", "101")], "owned", "100 %"),
        ("regimes", &[("weight_price", "145")], "weight_price", "100 %"),
        (
            "handle",
            &[("mode", "solely_ask"), ("closing", "2026-10-05"), ("deadline", "2026-10-01")],
            "deadline",
            "before closing",
        ),
        (
            "handle",
            &[("published", "2026-10-05"), ("closing", "2026-10-01")],
            "closing",
            "before publication",
        ),
        (
            "certificate",
            &[("due", "ask"), ("closing", "2026-10-05"), ("asked", "2026-10-01")],
            "asked",
            "before closing",
        ),
        ("jcp", &[("accepted", "soon")], "accepted", "calendar"),
        (
            "setasides",
            &[("subcontracted", "yes"), ("total", "10"), ("materials", "11")],
            "materials",
            "more than",
        ),
    ];
    for (name, typed, at, holds) in rows {
        let sheet = shown(name, Lang::En, &values(typed));
        let field = fields(&sheet).into_iter().find(|field| field.name == *at).expect("the field");
        assert!(field.problem.replace('\u{a0}', " ").contains(holds), "{name} {at}: {}", field.problem);
        let given = typed.iter().find(|(name, _)| name == at).map(|(_, text)| *text);
        assert_eq!(Some(field.value.as_str()), given, "what was typed stays");
    }
}

#[test]
fn a_number_is_read_as_the_page_keeps_it_and_never_guessed() {
    // (kept, problem in English, problem in French)
    let ambiguous = format!("1.200{AMBIGUOUS}");
    let rows = [
        ("1200.125", "", ""),
        ("1.125", "", ""),
        ("60,000", "", "deux nombres"),
        ("60 000,50", "", ""),
        (ambiguous.as_str(), "two different", "deux nombres"),
        ("x", "not a number", "pas un nombre"),
    ];
    for (kept, en, fr) in rows {
        for (lang, expected) in [(Lang::En, en), (Lang::Fr, fr)] {
            let sheet = shown("applicability", lang, &values(&[("value", kept)]));
            let problem = fields(&sheet).into_iter().find(|field| field.name == "value").expect("the value");
            let expected =
                if expected == "two different" && lang == Lang::Fr { "deux nombres" } else { expected };
            assert_eq!(
                problem.problem.is_empty(),
                expected.is_empty(),
                "{kept} {lang:?}: {}",
                problem.problem
            );
            assert!(problem.problem.contains(expected), "{kept} {lang:?}: {}", problem.problem);
        }
    }
}

#[test]
fn a_bid_withdrawn_and_awarded_is_told() {
    let sheet = shown(
        "handle",
        Lang::En,
        &values(&[
            ("mode", "open"),
            ("closing", "2026-10-01"),
            ("bid", "1"),
            ("event", "1,2"),
            ("event.1.day", "2026-10-02"),
            ("event.1.bid", "1"),
            ("event.1.what", "gone"),
            ("event.2.day", "2026-10-03"),
            ("event.2.bid", "1"),
            ("event.2.what", "awarded"),
        ]),
    );
    let mut told = Vec::new();
    walk(&sheet.blocks, &mut |block| {
        if let Block::Rows(rows) = block {
            told.extend(rows.rows.iter().filter_map(|row| row.result.clone()));
        }
    });
    let fallen = told.iter().any(|(mark, text)| *mark == Mark::No && text.contains("had fallen"));
    assert!(fallen, "{told:?}");
}
