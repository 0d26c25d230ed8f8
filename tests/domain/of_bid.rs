//! The facts of a bid on the screens of the procedure, and the open questions that bear on a bid.

use crate::sheets::{answers, fields, is_well_made, shape, values, walk};
use canadian_content::decide::{BidAnswer, decide_read, other_answers};
use canadian_content::draft::{AMBIGUOUS, Draft, ReadingForm, check};
use canadian_content::i18n::{Lang, Words};
use canadian_content::io::draft_file;
use canadian_content::policy::questions::{Question, REGISTER};
use canadian_content::present::Mark;
use canadian_content::present::sheet::{Block, Sheet};
use canadian_content::present::sheets::{Bids, Context, OF_BID, WHICH_BID, of};
use canadian_content::share::Outcome;
use canadian_content::units::Day;

const TODAY: Day = Day::new(2026, 11, 23);

fn draft(fields: &str) -> Draft {
    let file = format!(r#"{{"format":"canadian-content-draft","schema":1,"draft":{{{fields}}}}}"#);
    draft_file::read(&file).expect("a draft of the table")
}

/// A good that is stated to be Canadian or not.
fn good(id: u32, name: &str, price: &str, canadian: &str, more: &str) -> String {
    format!(
        r#"{{"id":{id},"kind":"good","description":"{name}","quantity":"1","unit_price":"{price}",
        "origin_by":"statement","statement":{{"canadian":"{canadian}","basis":"other","note":"ours"}}{more}}}"#
    )
}

/// A service of one group of people.
fn service(id: u32, name: &str, price: &str, parts: &[(&str, &str)], more: &str) -> String {
    let mut said = Vec::new();
    for (at, (amount, place)) in parts.iter().enumerate() {
        said.push(format!(r#"{{"id":{},"who":"crew","amount":"{amount}","place":"{place}"}}"#, at + 1));
    }
    format!(
        r#"{{"id":{id},"kind":"service","description":"{name}","quantity":"1","unit_price":"{price}",
        "parts":[{}]{more}}}"#,
        said.join(",")
    )
}

fn bid(head: &str, lines: &[String]) -> Draft {
    draft(&format!(r#"{head}"lines":[{}]"#, lines.join(",")))
}

fn shown(name: &str, lang: Lang, draft: &Draft, typed: &[(&str, &str)]) -> Sheet {
    let list = [(String::from("a"), String::from("Desks")), (String::from("b"), String::from("Other"))];
    let (words, values) = (Words::native(lang), values(typed));
    let bids = Bids { list: &list, chosen: "a", draft: Some(draft) };
    of(name, &Context { bids, ..Context::new(&words, &values, TODAY) }).expect("a sheet of the list")
}

fn text(sheet: &Sheet) -> String {
    let mut said = Vec::new();
    walk(&sheet.blocks, &mut |block| match block {
        Block::Answer(answer) => said.push(format!("{}: {}", answer.word, answer.sentence)),
        Block::Note(note) => said.push(note.text.clone()),
        Block::Hint(text) | Block::Text(text) => said.push(text.clone()),
        Block::Facts(facts) => facts.iter().for_each(|(name, text)| said.push(format!("{name}: {text}"))),
        Block::Table(table) => table.rows.iter().for_each(|row| {
            let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            said.push(cells.join(" | "));
        }),
        Block::List(points) => said.extend(points.clone()),
        Block::Quote(quote) => said.push(format!("[{}] {}", quote.lang, quote.text)),
        Block::Fold(fold) => said.push(fold.summary.clone()),
        Block::Field(field) => said.push(field.hint.clone()),
        _ => {}
    });
    said.join("\n").replace('\u{a0}', " ")
}

fn mixed() -> Draft {
    let lines = [
        good(1, "Desks", "800", "yes", ""),
        good(2, "Lamps", "100", "no", ""),
        service(3, "Training", "100", &[("", "canada")], ""),
    ];
    bid(r#""closing_day":"2026-12-01","#, &lines)
}

#[test]
fn every_sheet_takes_the_facts_of_a_bid_in_both_languages() {
    for name in OF_BID {
        for lang in Lang::ALL {
            let sheet = shown(name, lang, &mixed(), &[]);
            is_well_made(name, &sheet);
            let which = fields(&sheet).into_iter().find(|it| it.name == WHICH_BID).expect("the choice");
            assert_eq!((which.value.as_str(), which.choices.len()), ("a", 3), "{name}");
            let said = text(&sheet);
            assert!(said.contains("Desks") && said.contains("Lamps"), "{name}: {said}");
        }
        let shapes = Lang::ALL.map(|lang| shape(&shown(name, lang, &mixed(), &[])));
        assert_eq!(shapes[0], shapes[1], "{name}");
    }
}

#[test]
fn without_bids_everything_is_typed_as_before() {
    let (words, values) = (Words::native(Lang::En), values(&[("requirement", "mix"), ("holds", "yes")]));
    let sheet = of("certificate", &Context::new(&words, &values, TODAY)).expect("the sheet");
    assert_eq!(answers(&sheet), [Mark::Yes]);
    let none = Bids { list: &[(String::from("a"), String::from("A"))], chosen: "none", draft: None };
    let context = Context { bids: none, ..Context::new(&words, &values, TODAY) };
    assert_eq!(answers(&of("certificate", &context).expect("the sheet")), [Mark::Yes]);
    let gone = Bids { list: &[(String::from("a"), String::from("A"))], chosen: "a", draft: None };
    let context = Context { bids: gone, ..Context::new(&words, &values, TODAY) };
    assert!(text(&of("certificate", &context).expect("the sheet")).contains("cannot be read"));
}

/// Rows of (lines, head, what is typed, sign of the answer, words that the sheet holds).
#[test]
fn the_certificate_says_what_the_bid_supports() {
    let (desks, lamps) = (good(1, "Desks", "800", "yes", ""), good(2, "Lamps", "100", "no", ""));
    let chairs = good(3, "Chairs", "600", "unknown", "");
    let crew = |parts: &[(&str, &str)]| service(1, "Crew", "100", parts, "");
    let by_item = r#""basis":"item_by_item","#;
    type Row<'a> = (Vec<String>, &'a str, &'a [(&'a str, &'a str)], Mark, &'a str);
    let rows: Vec<Row<'_>> = vec![
        (vec![desks.clone()], "", &[], Mark::Yes, "The good offered is a Canadian good"),
        (vec![lamps.clone()], "", &[], Mark::No, "Do not sign"),
        (vec![desks.clone(), lamps.clone()], "", &[], Mark::Yes, "Counts for nothing"),
        (vec![desks.clone(), chairs.clone()], "", &[], Mark::Unknown, "counts for nothing until it is"),
        (vec![desks.clone(), lamps.clone()], by_item, &[], Mark::Part, "Mark 1 of 2"),
        (vec![lamps.clone()], by_item, &[("requirement", "goods_items")], Mark::No, "Do not sign"),
        (vec![desks.clone(), chairs], by_item, &[], Mark::Part, "do not mark it yet"),
        (vec![crew(&[("80", "canada"), ("", "elsewhere")])], "", &[], Mark::Yes, "Counts for $80.00"),
        (vec![crew(&[("79.99", "canada"), ("", "elsewhere")])], "", &[], Mark::No, "Do not sign"),
        (
            vec![desks.clone(), crew(&[("", "canada")])],
            "",
            &[("requirement", "goods_agg")],
            Mark::Unknown,
            "not about",
        ),
        (vec![desks.clone(), lamps.clone()], "", &[("requirement", "good")], Mark::Unknown, "not about"),
        (vec![desks.clone()], "", &[("requirement", "textiles")], Mark::Unknown, "textiles"),
        (vec![], "", &[], Mark::Unknown, "Choose the sentence"),
        (
            vec![desks.clone(), lamps.clone()],
            "",
            &[("standing", "yes")],
            Mark::Yes,
            "no aggregate can be certified",
        ),
        (
            vec![desks.clone(), lamps.clone()],
            "",
            &[("standing", "yes"), ("q15", "yes")],
            Mark::Unknown,
            "Not yet",
        ),
        (
            vec![desks.clone(), lamps.clone()],
            "",
            &[("part_lines", "2")],
            Mark::Yes,
            "It may be awarded: the part alone stands at 0",
        ),
        (
            vec![desks.clone(), lamps.clone()],
            "",
            &[("part_lines", "2"), ("q14", "yes")],
            Mark::Yes,
            "It may not be awarded",
        ),
    ];
    for (at, (lines, head, typed, mark, holds)) in rows.iter().enumerate() {
        let sheet = shown("certificate", Lang::En, &bid(head, lines), typed);
        let said = text(&sheet);
        assert_eq!(answers(&sheet), [*mark], "row {at}: {said}");
        assert!(said.contains(holds), "row {at}: {holds}: {said}");
    }
}

#[test]
fn the_closing_day_and_the_number_come_from_the_bid_and_can_be_typed_over() {
    let lines = [good(1, "Desks", "800", "yes", "")];
    let head =
        r#""closing_day":"2026-12-01","notice":{"number":"cb-1","solicitation":"W1-24","title":"Desks"},"#;
    let of = |typed: &[(&str, &str)]| text(&shown("certificate", Lang::En, &bid(head, &lines), typed));
    let said = of(&[("due", "with")]);
    assert!(said.contains("by 2026-12-01") && said.contains("solicitation W1-24"), "{said}");
    let said = of(&[("due", "with"), ("closing", "2026-12-05"), ("solicitation", "X9")]);
    assert!(said.contains("by 2026-12-05") && said.contains("solicitation X9"), "{said}");
    let said = of(&[("due", "with"), ("closing", "2026-02-30")]);
    assert!(said.contains("by closing"), "a day that is none is not filled in: {said}");
}

#[test]
fn the_covering_statement_stands_in_both_languages_and_only_where_the_facts_support_it() {
    let marked = bid(
        r#""basis":"item_by_item","#,
        &[good(1, "Desks", "800", "yes", ""), good(2, "Lamps", "100", "no", "")],
    );
    for lang in Lang::ALL {
        let mut langs = Vec::new();
        let sheet = shown("certificate", lang, &marked, &[]);
        walk(&sheet.blocks, &mut |block| {
            if let Block::Quote(quote) = block {
                langs.push(quote.lang.clone());
                let french = quote.text.contains("Articles indiqués");
                assert_eq!(french, quote.lang == "fr", "{}", quote.text);
                assert!(quote.text.contains("1 (Desks)") && !quote.text.contains("Lamps"));
            }
        });
        assert_eq!(langs, [lang.id(), lang.other().id()]);
    }
    let other_share =
        bid(r#""threshold_percent":"72.5","#, &[good(1, "A", "80", "yes", ""), good(2, "B", "20", "no", "")]);
    let said = text(&shown("certificate", Lang::En, &other_share, &[]));
    assert!(said.contains("at least 72.5 % of") && said.contains("au moins 72,5 % du"), "{said}");
    for canadian in ["no", "unknown"] {
        let unsupported = bid("", &[good(1, "Desks", "800", canadian, "")]);
        assert!(!text(&shown("certificate", Lang::En, &unsupported, &[])).contains("[en]"), "{canadian}");
    }
}

#[test]
fn the_record_is_asked_for_line_by_line() {
    let rules = r#"{"id":4,"kind":"good","description":"Uniforms","quantity":"1","unit_price":"10","origin_by":"rules",
        "good":{"code":"6203.11","materials":[{"id":1,"code":"","value":"2"}]}}"#;
    let mut lines = vec![
        good(1, "Desks", "800", "yes", ""),
        service(3, "Training", "100", &[("60", "canada"), ("", "elsewhere")], ""),
    ];
    lines.push(rules.to_owned());
    let sheet = shown("audit", Lang::En, &bid("", &lines), &[("held.1.statements", "no"), ("awarded", "no")]);
    let said = text(&sheet);
    for holds in [
        "Desks: 0 of 1 in hand",
        "Training: 0 of 3 in hand",
        "Uniforms: 0 of 5 in hand",
        "crew: Canada, $60.00",
        "the rest of the price",
        "Materials listed: 1, of which 1 without a code or value",
        "Code 6203.11",
        "The note says: ours",
        "Desks: ",
    ] {
        assert!(said.contains(holds), "{holds}: {said}");
    }
    assert_eq!(answers(&sheet), [Mark::No], "{said}");
    let mut all = vec![("awarded", "no")];
    let held: Vec<String> = fields(&sheet)
        .iter()
        .filter(|field| field.name.starts_with("held"))
        .map(|field| field.name.clone())
        .collect();
    all.extend(held.iter().map(|name| (name.as_str(), "yes")));
    assert_eq!(answers(&shown("audit", Lang::En, &bid("", &lines), &all)), [Mark::Yes]);
}

#[test]
fn the_regimes_stand_side_by_side_with_what_is_not_known() {
    let said = text(&shown("regimes", Lang::En, &mixed(), &[]));
    for holds in [
        "90.00 % of the price",
        "1 of 2 goods originate for certain",
        "at least $900.00 of value-added",
        "not told by the bid: the part made in Canada",
        "see the self-check below",
    ] {
        assert!(said.contains(holds), "{holds}: {said}");
    }
    let said = text(&shown("regimes", Lang::En, &mixed(), &[("added.2.value", "40")]));
    assert!(said.contains("$940.00 of value-added") && !said.contains("at least $"), "{said}");
    let sheet = shown("regimes", Lang::En, &mixed(), &[("added.2.value", "140")]);
    let field = fields(&sheet).into_iter().find(|field| field.name == "added.2.value").expect("the field");
    assert!(!field.problem.is_empty());
    let typed =
        [("last_in_canada", "yes"), ("direct", "100"), ("direct_canadian", "97.99"), ("qualified", "yes")];
    let said = text(&shown("regimes", Lang::En, &mixed(), &typed));
    assert!(said.contains("98 % needed: No") && said.contains("imported: Yes"), "{said}");
}

/// A bid that each question turns by itself: see the register's own example.
fn turned_by_each() -> Draft {
    let lines = [
        good(1, "Desks", "640", "yes", ""),
        good(2, "Lamps", "160", "no", ""),
        service(3, "Cleaning", "100", &[("75", "canada"), ("", "elsewhere")], ""),
        service(4, "Installation", "60", &[("", "canada")], r#","role":"apart","goes_with":2"#),
        service(5, "Help desk", "40", &[("", "works_in_canada")], ""),
        good(6, "Option", "300", "no", r#","role":"option""#),
        good(7, "HST", "130", "no", r#","role":"tax""#),
    ];
    bid("", &lines)
}

#[test]
fn each_reading_turns_the_share_and_is_told() {
    let draft = turned_by_each();
    let (bid, _) = check(&draft, TODAY);
    let outcome = |draft: &Draft| match decide_read(&bid, None, draft.readings()).answer {
        BidAnswer::Aggregate { share, .. } => {
            (share.outcome, share.tally.canadian.to_string(), share.tally.total.to_string())
        }
        BidAnswer::ItemByItem(_) => panic!("all lines together"),
    };
    let said =
        |(outcome, canadian, total): (Outcome, String, String)| format!("{outcome:?} {canadian} of {total}");
    assert_eq!(said(outcome(&draft)), "Met 815.00 of 1000.00");
    let rows = [
        (ReadingForm::SplitService, "NotMet 740.00 of 1000.00"),
        (ReadingForm::BasedInCanada, "NotMet 775.00 of 1000.00"),
        (ReadingForm::TotalPrice, "NotMet 815.00 of 1130.00"),
        (ReadingForm::PricedApart, "NotMet 755.00 of 1000.00"),
        (ReadingForm::NotEvaluated, "NotMet 815.00 of 1300.00"),
    ];
    for (reading, expected) in rows {
        let mut turned = draft.clone();
        turned.turn(reading);
        assert_eq!(said(outcome(&turned)), expected, "{reading:?}");
        assert_eq!(
            draft_file::read(&draft_file::write(&turned)).as_ref(),
            Ok(&turned),
            "{reading:?} is kept"
        );
        turned.turn(reading);
        assert_eq!(turned.readings(), draft.readings(), "twice turned is as before");
    }
    let found = other_answers(&bid, &decide_read(&bid, None, draft.readings()));
    assert_eq!(found.len(), 5, "every one is told without being asked");
}

#[test]
fn lines_outside_the_total_are_no_items_either() {
    let mut draft = turned_by_each();
    draft.basis = canadian_content::draft::BasisForm::ItemByItem;
    let (bid, _) = check(&draft, TODAY);
    let BidAnswer::ItemByItem(items) = decide_read(&bid, None, draft.readings()).answer else {
        panic!("items")
    };
    let all: Vec<u32> =
        [items.canadian, items.not_canadian, items.undetermined].concat().iter().map(|id| id.0).collect();
    assert_eq!(all.len(), 5, "neither the option nor the tax: {all:?}");
    assert!(!all.contains(&6) && !all.contains(&7));
}

#[test]
fn every_question_is_switched_somewhere_or_says_why_not() {
    let (words, none) = (Words::native(Lang::En), values(&[]));
    let sheet = of("questions", &Context::new(&words, &none, TODAY)).expect("the register");
    let switched: Vec<String> = fields(&sheet).iter().map(|field| field.name.clone()).collect();
    let mut fixed = Vec::new();
    for question in REGISTER {
        let has = switched.contains(&question.id().to_lowercase());
        assert_eq!(has, question.can_switch(), "{question:?}");
        if !has {
            fixed.push(question);
        }
    }
    use Question::{Currency, Misprint, NegativeLines, OneService, Textiles};
    assert_eq!(fixed, [OneService, Currency, Textiles, NegativeLines, Misprint]);
    // Every switch turns one of the examples, and says which answer there would be.
    let mut told = Vec::new();
    walk(&sheet.blocks, &mut |block| {
        if let Block::Note(note) = block {
            told.push(note.text.clone());
        }
    });
    for question in REGISTER.into_iter().filter(|it| it.can_switch()) {
        let head = format!("{}: ", question.id());
        let flips = |note: &String| note.starts_with(&head) && note.contains("With the other reading");
        assert!(told.iter().any(flips), "{question:?} turns no example: {told:#?}");
    }
}

#[test]
fn a_draft_of_a_notice_tells_what_was_read_and_what_was_typed_since() {
    use canadian_content::present::solicitation;
    let head = r#""title":"Desks","closing_day":"2026-12-05","rule_set":"cusma","threshold_percent":"1.200 ?",
        "notice":{"number":"cb-1","solicitation":"","title":"Desks","closing_day":"2026-12-01","rule_set":"nafta"},"#;
    let head = head.replace(" ?", &AMBIGUOUS.to_string());
    let draft = bid(&head, &[]);
    assert_eq!(draft_file::read(&draft_file::write(&draft)).as_ref(), Ok(&draft));
    for lang in Lang::ALL {
        let (line, blocks) = crate::bids::read_in(&draft, lang, |reading| solicitation(reading, TODAY));
        assert!(line.replace('\u{a0}', " ").contains("80 %"), "{line}");
        let mut said = Vec::new();
        for block in &blocks {
            match block {
                Block::Hint(text) => said.push(text.clone()),
                Block::Field(field) => {
                    said.push(format!("{} = {} {} {}", field.name, field.value, field.hint, field.problem));
                }
                _ => {}
            }
        }
        let said = said.join("\n");
        let expected = match lang {
            Lang::En => {
                ["From the notice cb-1.", "the notice cb-1 says 2026-12-01", "two different numbers", "NAFTA"]
            }
            Lang::Fr => ["D’après l’avis cb-1.", "l’avis cb-1 dit 2026-12-01", "deux nombres", "ALÉNA"],
        };
        for holds in expected {
            assert!(said.contains(holds), "{holds}: {said}");
        }
    }
}

#[test]
fn a_reading_that_is_none_is_told_and_not_dropped() {
    use canadian_content::diagnostic::{Field, Problem};
    let draft = bid(r#""other_readings":{"split_service":false,"split_servise":true},"#, &[]);
    let (_, found) = check(&draft, TODAY);
    assert!(found.iter().any(|it| it.at.field == Field::Readings && it.problem == Problem::NoSuchReading));
    assert_eq!(draft_file::read(&draft_file::write(&draft)).as_ref(), Ok(&draft));
}

#[test]
fn a_share_above_a_hundred_and_a_day_that_is_none_are_told_beside_their_fields() {
    use canadian_content::diagnostic::{Field, Severity};
    let head = r#""threshold_percent":"101","closing_day":"2026-02-30","#;
    let draft = bid(head, &[good(1, "Desks", "800", "yes", "")]);
    let (read, found) = check(&draft, TODAY);
    let errors: Vec<Field> =
        found.iter().filter(|it| it.severity == Severity::Error).map(|it| it.at.field).collect();
    assert_eq!(errors, [Field::ClosingDay, Field::Threshold]);
    assert_eq!(
        (read.threshold.to_string().as_str(), read.day),
        ("80", TODAY),
        "what is none counts as not given"
    );
    assert_eq!((draft.threshold_percent.as_str(), draft.closing_day.as_str()), ("101", "2026-02-30"));
    for name in OF_BID {
        let said = text(&shown(name, Lang::En, &draft, &[]));
        assert!(said.contains("cannot be understood"), "{name}: {said}");
    }
}

#[test]
fn a_bid_awarded_and_then_withdrawn_is_told() {
    let typed = [
        ("mode", "open"),
        ("closing", "2026-10-01"),
        ("bid", "1,2"),
        ("event", "1,2,3"),
        ("event.1.day", "2026-10-02"),
        ("event.1.bid", "1"),
        ("event.1.what", "awarded"),
        ("event.2.day", "2026-10-03"),
        ("event.2.bid", "1"),
        ("event.2.what", "gone"),
        ("event.3.day", "2026-10-03"),
        ("event.3.bid", "1"),
        ("event.3.what", "untrue"),
    ];
    let (words, values) = (Words::native(Lang::En), values(&typed));
    let sheet = of("handle", &Context::new(&words, &values, TODAY)).expect("the sheet");
    let mut told = Vec::new();
    walk(&sheet.blocks, &mut |block| {
        if let Block::Rows(rows) = block
            && rows.name == "event"
        {
            told.extend(rows.rows.iter().map(|row| row.result.clone().map(|(_, text)| text)));
        }
    });
    assert!(told[1].as_ref().is_some_and(|text| text.contains("awarded already")), "{told:?}");
    assert!(
        told[0].is_none() && told[2].is_none(),
        "an untrue certificate may be found after award: {told:?}"
    );
}
