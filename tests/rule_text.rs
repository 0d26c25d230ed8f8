//! What the parser makes of a sentence, written in the notation of the packs: docs/pack-format.md explains it.

use canadian_content::origin::notation;
use canadian_content::origin::pack::{Pack, RuleSet};
use canadian_content::origin::rule::{Partners, Row};
use canadian_content::origin::text::{self, Missing};
use canadian_content::units::{Day, HsCode, HsRange};
use proptest::prelude::*;

/// The alternatives of a sentence as lines of a pack in which the good is 94.03, and its phrases in order.
fn plain(sentence: &str) -> (Vec<String>, Vec<String>) {
    let reading = text::read(sentence);
    assert_eq!(reading.troubles, vec![], "{sentence}");
    let nothing = || ("-".to_owned(), "-".to_owned());
    let pack = Pack {
        set: RuleSet::Cusma,
        as_of: Day::EARLIEST,
        source: nothing(),
        licence: nothing(),
        chapters: vec![],
        rows: vec![Row {
            id: "cusma:0".to_owned(),
            codes: HsCode::read("9403").map(HsRange::one).into_iter().collect(),
            from: None,
            until: None,
            partners: Partners::All,
            alternatives: reading.alternatives,
        }]
        .into(),
        names: vec![],
        parts: Vec::new(),
        roles: Vec::new(),
        patches: vec![],
        editions: None,
    };
    let text = notation::write(&pack);
    let lines = text.lines().filter_map(|line| line.strip_prefix(' ')).map(str::to_owned).collect();
    (lines, reading.phrases.into_iter().map(|it| it.words).collect())
}

/// Sentences in the wording of the rule sets, made up for this table; numbers after `#`, `@`, `&`, `^` count phrases,
/// those of provisos first.
#[test]
fn sentences_are_read_as_structure() {
    let rows: &[(&str, &[&str], &[&str])] = &[
        ("A change to heading 94.03 from any other chapter.", &[". < *2"], &[]),
        ("A change to heading 9403 from any heading, except from heading 9401.", &[". < *4 - 9401"], &[]),
        ("A change to heading 94.03 from 9401.", &[". < 9401"], &[]),
        (
            "(1) A change to heading 94.03 from any heading outside that group; or (2) A change to heading 94.03 from \
             headings 94.01 through 94.02, whether or not there is also a change from any other heading, except from \
             heading 85.01, provided there is a regional value content of not less than: (a) 60 per cent where the \
             transaction value method is used, or (b) 50 per cent where the net cost method is used.",
            &["1 < *4o", "2 < 9401-9402 + *4 - 8501 %60/50"],
            &[],
        ),
        (
            "A change to subheadings 9403.10 through 9403.20 from any other subheading, including another subheading \
             within that group.",
            &[". =940310-940320 < *6i"],
            &[],
        ),
        (
            "A change to subheading 9403.10 from any other subheading within heading 94.03, including another \
             subheading within heading 94.03.",
            &[". =940310 < *6i(9403)/9403"],
            &[],
        ),
        (
            "A change to wire of heading 94.03 from any other good of heading 94.03, rods or bars of heading 94.01 or \
             94.02 or heading 85.01.",
            &[". #0 < $9403 #1:9401,9402 8501"],
            &["wire", "rods or bars"],
        ),
        (
            "(A) A change to any other good of heading 9403 from within that heading; B) No change in tariff \
             classification to a good of heading 9403, provided there is a regional value content of not less than \
             62.5 percent under the net cost method.",
            &["A #* < ~4", "B 0 %-/62.5"],
            &[],
        ),
        (
            "A change to heading 94.03 from any other heading, except from wire of heading 94.01, or any other chapter.",
            &[". < *4 *2 - #0:9401"],
            &["wire"],
        ),
        (
            "A change to heading 94.03 from any other heading, except from heading 94.01 or more than one of the \
             following: — tariff item No. 8540.91.10, — wire of subheading 9402.10 or 9402.90.",
            &[". < *4 - 9401 { 85409110 #0:940210,940290 }"],
            &["wire"],
        ),
        (
            "A change to heading 94.03 from any other heading, except from a combination of both: (a) heading 94.01; \
             and (b) headings 39.20 through 39.21 or 50.07.",
            &[". < *4 - [ 9401 3920-3921,5007 ]"],
            &[],
        ),
        (
            "A change to tubes with a pump of tariff item 8413.91.10, of heading 94.03 from pumps specified in Note 3 \
             of Chapter 84 or any other heading.",
            &[". #0 < #1 *4"],
            &["tubes with a pump of tariff item 8413.91.10", "pumps specified in Note 3 of Chapter 84"],
        ),
        (
            "For a good of heading 94.03 for use in a heavy truck: (A) A change to heading 94.03 from any other \
             heading, provided there is an RVC under the net cost method of not less than (a) 60%, beginning on July \
             1, 2020 and ending on June 30, 2024; and (b) 64%, beginning on July 1, 2024.",
            &["A @0 < *4 %2020-07-01:-/60,2024-07-01:-/64"],
            &["for use in a heavy truck"],
        ),
        (
            "A change to heading 94.03, except for a good of 9403.90, from any other heading, provided that: (a) the \
             good is cut here; and (b) the lining is listed.",
            &[". !940390 < *4 &0 &1"],
            &["the good is cut here", "the lining is listed"],
        ),
        (
            "Production of any good of heading 94.03 as the result of coking, provided that the good is dry.",
            &[". ^1 &0"],
            &["the good is dry", "coking"],
        ),
    ];
    for (sentence, lines, phrases) in rows {
        let (found, named) = plain(sentence);
        assert_eq!(
            (found.as_slice(), named.as_slice()),
            (owned(lines).as_slice(), owned(phrases).as_slice()),
            "{sentence}"
        );
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn what_is_not_understood_is_named_with_its_place() {
    let rows = [
        ("Ships are Canadian.", Missing::Rule, "Ships are Canadian."),
        ("A change to ships from any other heading.", Missing::Target, "ships from any other heading"),
        ("A change to heading 94.03.", Missing::Source, ""),
        (
            "A change to heading 94.03 from which, of heading 94.01.",
            Missing::Source,
            "which, of heading 94.01",
        ),
        (
            "A change to headings 94.03 through 94.01 from any other heading.",
            Missing::Range,
            "94.03 through 94.01",
        ),
        (
            "A change to heading 94.03 from any other heading, provided there is a regional value content of 60 per \
             cent or so under the net cost method.",
            Missing::Content,
            "provided there is a regional value content of 60 per cent or so under the net cost method",
        ),
    ];
    for (sentence, what, place) in rows {
        let reading = text::read(sentence);
        let troubles: Vec<_> =
            reading.troubles.iter().map(|it| (it.what, &sentence[it.span.clone()])).collect();
        assert!(troubles.contains(&(what, place)), "{sentence}: {troubles:?}");
        let unread = canadian_content::origin::rule::Way::Unread;
        assert!(reading.alternatives.iter().all(|it| it.way == unread), "{sentence}");
    }
}

/// Sentences put together from the words of rules, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let words = vec![
        "A change to",
        "No change in tariff classification to",
        "heading",
        "subheadings",
        "tariff item No.",
        "Chapter",
        "94.03",
        "9403.30",
        "8540.91.10",
        "9403",
        "94",
        "through",
        "from",
        "any other",
        "of",
        "within",
        "that group",
        "except from",
        "or",
        "and",
        ",",
        ";",
        ":",
        ".",
        "(1)",
        "(a)",
        "C)",
        "(",
        ")",
        "—",
        "provided that",
        "provided there is",
        "a regional value content",
        "60 per cent",
        "net cost",
        "whether or not there is also a change from",
        "more than one of the following",
        "a combination of both",
        "For a good of",
        "for use in",
        "wire",
        "é“ship”",
        "including another",
        "outside that group",
        "beginning on July 1, 2020",
        "Note 3 of",
        "Production of",
        "1,2-x",
    ];
    proptest::collection::vec(proptest::sample::select(words), 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in prop_oneof![jumble(), "\\PC*"]) {
        let reading = text::read(&text);
        for span in reading.parts.iter().map(|it| &it.span).chain(reading.troubles.iter().map(|it| &it.span)) {
            prop_assert!(text.get(span.clone()).is_some());
        }
        // Either every code of the sentence is in the structure, or a trouble or note says where it went.
        let lost = text::codes_of_sentence(text::Language::English, &text).difference(&reading.codes()).count();
        let explained = !reading.troubles.is_empty() || reading.parts.iter().any(|it| matches!(it.role, text::Role::Note | text::Role::Use));
        prop_assert!(lost == 0 || explained, "{text}");
    }
}

/// Each piece of a sentence with its kind, and what lies between left out.
fn cut(language: text::Language, sentence: &str) -> String {
    let reading = text::read_in(language, sentence, &[]);
    let pieces = text::pieces(sentence, &reading);
    let said: Vec<String> =
        pieces.iter().map(|it| format!("{}={}", it.kind.id(), &sentence[it.span.clone()])).collect();
    said.join(" | ")
}

#[test]
fn a_sentence_is_cut_into_what_it_says() {
    let english = "(A) A change to wire of heading 94.03 from headings 94.01 through 94.02, 85.01 or any other heading, \
                   including another heading within that group, except from rods of subheading 7213.91, whether or not \
                   there is also a change from any other chapter, provided there is a regional value content of not \
                   less than 60 per cent where the transaction value method is used.";
    let french = "Un changement à la position 94.03 de toute autre position, sauf des positions 94.01 à 94.02, à la \
                  condition que la teneur en valeur régionale ne soit pas inférieure à 62,5 p. 100 selon la méthode du \
                  coût net.";
    let rows = [
        (
            text::Language::English,
            english,
            "change=A change to | good=wire | codes=heading 94.03 | codes=headings 94.01 through 94.02 | codes=85.01 | \
             level=any other heading | group=including another heading within that group | exception=except from | \
             good=rods | codes=subheading 7213.91 | also=whether or not there is also a change | level=any other \
             chapter | figure=60 per cent | method=transaction value method",
        ),
        (
            text::Language::English,
            "A change to heading 94.03 from ships, of heading 89.01, provided that the good is dry.",
            "change=A change to | codes=heading 94.03 | good=ships, | codes=heading 89.01 | condition=the good is dry",
        ),
        (
            text::Language::English,
            "A change to heading 94.03 from which, of heading 94.01.",
            "change=A change to | codes=heading 94.03 | not-understood=which, of heading 94.01",
        ),
        (
            text::Language::French,
            french,
            "change=Un changement à la | codes=position 94.03 | level=toute autre position | exception=sauf des | \
             codes=positions 94.01 à 94.02 | figure=62,5 p. 100 | method=la méthode du coût net",
        ),
    ];
    for (language, sentence, expected) in rows {
        assert_eq!(cut(language, sentence), expected);
    }
}
