//! The rules screen and the list of corrections, as the data that the page shows.

use canadian_content::catalog::{Catalog, shipped as names};
use canadian_content::i18n::{Lang, Words};
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::shipped;
use canadian_content::present::sheet::{Block, Sheet, Values};
use canadian_content::present::sheets::{self, Bids, Context};
use canadian_content::units::Day;
use std::sync::OnceLock;

fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| {
        RuleSet::ALL.into_iter().map(|set| shipped::pack(set).expect("a shipped pack")).collect()
    })
}

fn catalog(lang: Lang) -> &'static Catalog {
    static NAMES: OnceLock<[Catalog; 2]> = OnceLock::new();
    &NAMES.get_or_init(|| Lang::ALL.map(|lang| names::catalog(lang).expect("the shipped names")))
        [lang as usize]
}

/// The sheet of this name with everything loaded, after these values were typed.
fn shown(name: &str, lang: Lang, typed: &[(&str, &str)]) -> Sheet {
    let words = Words::native(lang);
    let values: Values =
        typed.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
    let context = Context {
        words: &words,
        values: &values,
        today: Day::new(2026, 11, 22),
        packs: [0, 1, 2].map(|at| packs().get(at)),
        names: Some(catalog(lang)),
        bids: Bids::default(),
    };
    sheets::of(name, &context).expect("a sheet of that name")
}

/// Everything that a sheet says, a line a thing.
fn said(blocks: &[Block]) -> String {
    let mut all = String::new();
    for block in blocks {
        let text = match block {
            Block::Heading(text) | Block::Text(text) | Block::Hint(text) => text.clone(),
            Block::Note(note) => note.text.clone(),
            Block::Field(field) => {
                let choices: Vec<&str> = field.choices.iter().map(|(_, words)| words.as_str()).collect();
                format!("{}={} {} [{}]", field.name, field.value, field.problem, choices.join("; "))
            }
            Block::List(points) => points.join("\n"),
            Block::Facts(pairs) => {
                pairs.iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>().join("\n")
            }
            Block::Fold(fold) => format!("{}\n{}", fold.summary, said(&fold.blocks)),
            Block::Group(group) => said(&group.blocks),
            Block::Columns(columns) => {
                columns.iter().map(|it| format!("{}\n{}", it.title, said(&it.blocks))).collect()
            }
            Block::Table(table) => {
                let row = |row: &Vec<_>| {
                    row.iter()
                        .map(|it: &canadian_content::present::sheet::Cell| it.text.as_str())
                        .collect::<Vec<_>>()
                        .join(" | ")
                };
                table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
            Block::Marked(pieces) => pieces
                .iter()
                .map(|it| match it.kind.as_str() {
                    "" => it.text.clone(),
                    kind => format!("<{kind}>{}</>", it.text),
                })
                .collect(),
            _ => String::new(),
        };
        all.push_str(&text);
        all.push('\n');
    }
    all
}

#[test]
fn the_rules_of_a_code_stand_side_by_side_in_both_languages() {
    for (lang, parts) in [
        (
            Lang::En,
            [
                "9403.30 ",
                "A change to subheadings 9403.10 to 9403.89 from any other chapter.",
                "row cusma:94-4",
                "row nafta:1425",
                "60\u{a0}% by transaction value",
            ],
        ),
        (
            Lang::Fr,
            [
                "9403.30 ",
                "Un changement aux sous-positions 9403.10 à 9403.89 de tout autre chapitre.",
                "ligne cusma:94-4",
                "ligne nafta:1425",
                "60\u{a0}% selon la valeur transactionnelle",
            ],
        ),
    ] {
        let sheet = shown("rules", lang, &[("code", "9403.30")]);
        let text = said(&sheet.blocks);
        for part in parts {
            assert!(text.contains(part), "{lang:?}: {part} is not in\n{text}");
        }
        assert!(sheet.summary.contains('1'), "{}", sheet.summary);
    }
}

#[test]
fn a_code_of_any_length_is_answered_and_a_wrong_one_explained() {
    let rows = [
        ("94", "row cusma:94-1"),
        ("9403", "A change to subheadings"),
        ("9403.30.10", "row cusma:94-4"),
        ("29", "More rows: "),
        ("8517.71", "8517.70"),
        ("7305.11", "Holds from"),
        ("94o3", "code="),
        ("00", "code="),
    ];
    for (typed, part) in rows {
        let text = said(&shown("rules", Lang::En, &[("code", typed)]).blocks);
        assert!(text.contains(part), "{typed}: {part} is not in\n{text}");
    }
    for wrong in ["94o3", "00", "940"] {
        let sheet = shown("rules", Lang::En, &[("code", wrong)]);
        let problem = sheet.blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.name == "code" => Some(field.problem.clone()),
            _ => None,
        });
        assert!(problem.is_some_and(|it| !it.is_empty()), "{wrong}");
    }
}

#[test]
fn codes_are_browsed_level_by_level() {
    let none = said(&shown("rules", Lang::En, &[]).blocks);
    assert!(none.contains("code/chapter=") && !none.contains("code/heading="), "{none}");
    // What is typed is what is chosen, level by level; a level that is not reached, or has no such line, is open.
    for (code, chosen) in [
        ("94", ["94", "94", ""]),
        ("9403", ["94", "9403", "9403"]),
        ("9403.30", ["94", "9403", "940330"]),
        ("940330", ["94", "9403", "940330"]),
        ("9403.30.10", ["94", "9403", "940330"]),
        ("9403.77", ["94", "9403", "9403"]),
        ("9499", ["94", "94", ""]),
        ("94o3", ["", "", ""]),
    ] {
        let sheet = shown("rules", Lang::En, &[("code", code)]);
        let mut found = [String::new(), String::new(), String::new()];
        let mut see = |block: &Block| {
            if let Block::Field(field) = block
                && let Some(at) = ["chapter", "heading", "subheading"]
                    .iter()
                    .position(|it| field.name == format!("code/{it}"))
            {
                found[at].clone_from(&field.value);
            }
        };
        for block in &sheet.blocks {
            match block {
                Block::Group(group) => group.blocks.iter().for_each(&mut see),
                other => see(other),
            }
        }
        assert_eq!(found, chosen, "{code}");
    }
}

#[test]
fn a_sentence_is_taken_apart_without_losing_a_letter() {
    let rows = [
        (
            Lang::En,
            "A change to heading 94.03 from any other chapter, except from heading 94.01.",
            "<change>A change to</> <codes>heading 94.03</>",
            "Everything was understood.",
        ),
        (
            Lang::Fr,
            "Un changement à la position 94.03 de tout autre chapitre, sauf de la position 94.01.",
            "<codes>position 94.03</>",
            "Tout a été compris.",
        ),
        (
            Lang::En,
            "A change to heading 94.03 from which, of heading 94.01.",
            "<not-understood>which, of heading 94.01</>",
            "No source was understood in: “which, of heading 94.01”",
        ),
    ];
    for (lang, sentence, piece, answer) in rows {
        let sheet = shown("rules", lang, &[("sentence", sentence)]);
        let text = said(&sheet.blocks);
        assert!(text.contains(piece) && text.contains(answer), "{text}");
        let whole = sheet.blocks.iter().find_map(|block| match block {
            Block::Marked(pieces) => Some(pieces.iter().map(|it| it.text.as_str()).collect::<String>()),
            _ => None,
        });
        assert_eq!(whole.as_deref(), Some(sentence));
    }
    // A sentence in the other language than the page's.
    let typed =
        [("sentence", "Un changement à la position 94.03 de tout autre chapitre."), ("language", "fr")];
    assert!(said(&shown("rules", Lang::En, &typed).blocks).contains("Everything was understood."));
}

#[test]
fn every_correction_is_listed_with_its_reason() {
    let count: usize = packs().iter().map(|pack| pack.patches.len()).sum();
    for lang in Lang::ALL {
        let sheet = shown("patches", lang, &[]);
        let rows: usize = sheet
            .blocks
            .iter()
            .map(|block| match block {
                Block::Table(table) => table.rows.iter().filter(|row| !row[1].text.is_empty()).count(),
                _ => 0,
            })
            .sum();
        assert_eq!(rows, count);
    }
}
