//! Questions are put one at a time, and never twice; worksheets add up to what was judged.

use crate::any::{bids, goods};
use crate::bids::{TODAY, read_in};
use canadian_content::case::LineId;
use canadian_content::draft::{Draft, LineForm, RelationForm};
use canadian_content::finding::Finding;
use canadian_content::i18n::Lang;
use canadian_content::judgement::Judgement;
use canadian_content::origin::judge::entries;
use canadian_content::origin::point::Point;
use canadian_content::present::sheet::{Block, TableBlock};
use canadian_content::present::{self, AskView, GoodView, Mark};
use canadian_content::units::Money;
use proptest::prelude::*;

/// The good of a line, as its screen shows it.
fn shown(draft: &Draft, line: u32, lang: Lang) -> GoodView {
    read_in(draft, lang, |reading| present::good(reading, LineId(line), &[])).expect("the draft has the line")
}

fn is_open(ask: &AskView) -> bool {
    ask.choices.iter().all(|choice| !choice.chosen)
}

/// What tells a question from others.
fn name(ask: &AskView) -> (u32, String) {
    (ask.item, ask.key.clone())
}

/// Gives one answer: the place of the choice among those of the question, taken round.
fn answer(line: &mut LineForm, ask: &AskView, choice: usize) {
    let choice = &ask.choices[choice % ask.choices.len()].value;
    if ask.key.is_empty() {
        let material = line.good.materials.iter_mut().find(|it| it.id == ask.item).expect("the material");
        material.relation = match choice.as_str() {
            "part" => RelationForm::Part,
            "unassembled" => RelationForm::Unassembled,
            "neither" => RelationForm::Neither,
            _ => RelationForm::NotKnown,
        };
    } else {
        let is = match choice.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        line.good.answers.insert(&ask.key, is);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// However they are answered: one open question at a time, last in the list, and each only once. In the end nothing
    /// is asked, because the answer is settled or because nobody knows more.
    #[test]
    fn one_question_at_a_time(draft in bids(), choices in prop::collection::vec(0..12_usize, 12)) {
        let mut draft = draft;
        for index in 0..draft.lines.len() {
            let id = draft.lines[index].id;
            for turn in 0..400 {
                let view = shown(&draft, id, Lang::En);
                let open: Vec<&AskView> = view.asks.iter().filter(|ask| is_open(ask)).collect();
                prop_assert!(open.len() <= 1, "{open:?}");
                prop_assert!(turn < 399, "there is no end of questions");
                let Some(now) = view.asks.last().filter(|ask| is_open(ask)) else {
                    prop_assert!(open.is_empty() && view.asks_more.is_empty());
                    break;
                };
                prop_assert_eq!(view.mark, Mark::Unknown, "what is settled asks nothing");
                answer(&mut draft.lines[index], now, choices[turn % choices.len()]);
                let after = shown(&draft, id, Lang::Fr);
                let again = after.asks.iter().filter(|ask| is_open(ask)).any(|ask| name(ask) == name(now));
                prop_assert!(!again, "asked twice: {now:?}");
            }
        }
    }

    /// Whether each material counts, and for how much, adds up to the very figure that was tested.
    #[test]
    fn a_worksheet_adds_up(sample in goods()) {
        let judged = sample.judged();
        let listed = entries(sample.pack(), &sample.good, TODAY).expect("the tables of editions are there");
        let definite = listed.iter().all(|it| it.counts != Finding::Unknown && it.value.is_some());
        let total = Money::sum(listed.iter().filter(|it| it.counts == Finding::Yes).filter_map(|it| it.value));
        if definite && sample.good.all_listed {
            let mut tested = Vec::new();
            contents(&judged, &mut tested);
            for vnm in tested {
                prop_assert_eq!(Some(vnm), total);
            }
        }
    }
}

fn contents(judged: &Judgement<Point>, found: &mut Vec<Money>) {
    if let Point::ContentBy { content: Some(content), .. } = &judged.point {
        found.push(content.vnm());
    }
    judged.because.iter().for_each(|part| contents(part, found));
}

/// The worksheet whose heading holds `method`, a line a row: step, figure, where it is written.
fn worksheet(view: &GoodView, method: &str) -> Vec<String> {
    let folds = view.contents.iter().filter_map(|block| match block {
        Block::Fold(fold) if fold.summary.contains(method) => fold.blocks.first(),
        _ => None,
    });
    let row = |table: &TableBlock| -> Vec<String> {
        table
            .rows
            .iter()
            .map(|row| {
                row.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" | ")
            })
            .collect()
    };
    folds
        .filter_map(|block| match block {
            Block::Table(table) => Some(row(table)),
            _ => None,
        })
        .next()
        .unwrap_or_default()
}

/// A pump sold for 1,000, of which 40 is shipment, of a casting that cost 300 with freight of 20 and one from Canada.
fn pump(rules: &str) -> Draft {
    let text = format!(
        r#"{{"format":"canadian-content-draft","schema":1,"draft":{{"rule_set":"{rules}","closing_day":"2026-11-20","lines":[
        {{"id":1,"description":"Pump","quantity":"1","unit_price":"1000","origin_by":"rules","good":{{
            "code":"841370","made_in_canada":"yes","transaction_value":"1000","shipment_included":"40",
            "inland_not_included":"15","total_cost":"700",
            "costs":{{"sales_promotion":"30","royalties":"0","shipping_packing":"20","interest":"0"}},
            "all_listed":true,"materials":[
            {{"id":1,"description":"Casting","code":"841391","value":"300","relation":"neither",
              "charges":{{"freight":"20","included":"{included}","documented":"yes"}}}},
            {{"id":2,"description":"Motor","code":"850152","value":"100","origin":"originating"}}]}}}}]}}}}"#,
        included = if rules == "cusma" { "yes" } else { "no" },
    );
    canadian_content::io::draft_file::read(&text).expect("a draft")
}

/// The answer says on which correction, or on which of two official texts, its rule rests.
#[test]
fn a_reason_tells_how_its_row_was_read() {
    let draft = |code: &str| {
        let text = format!(
            r#"{{"format":"canadian-content-draft","schema":1,"draft":{{"rule_set":"nafta","closing_day":"2019-11-20","lines":[
            {{"id":1,"description":"G","quantity":"1","unit_price":"10","origin_by":"rules","good":{{"code":"{code}",
            "made_in_canada":"yes","all_listed":true,"materials":[{{"id":1,"code":"7408.11","value":"3"}}]}}}}]}}}}"#
        );
        canadian_content::io::draft_file::read(&text).expect("a draft")
    };
    let says = |view: &GoodView, words: &str| {
        fn said(reasons: &[present::ReasonView], words: &str) -> bool {
            reasons.iter().any(|it| it.text.contains(words) || said(&it.because, words))
        }
        said(&view.reasons, words)
    };
    let followed = draft("8504.90");
    assert!(says(
        &shown(&followed, 1, Lang::En),
        "The two official texts differ, and the English one is followed"
    ));
    assert!(says(&shown(&followed, 1, Lang::Fr), "le texte anglais est suivi"));
    assert!(says(&shown(&draft("8536.50"), 1, Lang::En), "Corrected before it was read"));
    assert!(!says(&shown(&draft("8413.70"), 1, Lang::En), "official text"));
}

#[test]
fn worksheets_show_each_adjustment() {
    let cusma = shown(&pump("cusma"), 1, Lang::En);
    let rows = worksheet(&cusma, "Transaction value");
    let expected = [
        "Price of one unit | $1,000.00 | ",
        "less transport from the point of direct shipment on, and packing for shipment, that it includes | $40.00 | SOR/2020-155 (2025-07-24), section 7(2)",
        "plus transport to the point of direct shipment that it leaves out | $15.00 | SOR/2020-155 (2025-07-24), section 7(2)",
        "Transaction value, adjusted | $975.00 | SOR/2020-155 (2025-07-24), section 7(2)",
        "Casting | $300.00 | ",
        "less freight, insurance and packing of Casting | $20.00 | SOR/2020-155 (2025-07-24), section 8(1), (2), (3)",
        "Motor: originates, so it does not count | — | ",
        "Value of non-originating materials | $280.00 | SOR/2020-155 (2025-07-24), section 8(1), (2), (3)",
        "Content: ($975.00 − $280.00) ÷ $975.00, rounded down | 71.28 % | ",
    ];
    assert_eq!(rows.iter().take(9).map(String::as_str).collect::<Vec<_>>(), expected);
    let nafta = shown(&pump("nafta"), 1, Lang::Fr);
    let rows = worksheet(&nafta, "oût net");
    let expected = [
        "Coût total d’une unité | 700,00 $ | ",
        "moins la promotion des ventes, la commercialisation et le service après-vente | 30,00 $ | DORS/94-14 (2019-06-17), article 6(3)",
        "moins les redevances | 0,00 $ | DORS/94-14 (2019-06-17), article 6(3)",
        "moins l’expédition et l’emballage | 20,00 $ | DORS/94-14 (2019-06-17), article 6(3)",
        "moins les intérêts au-delà de ce qui est permis | 0,00 $ | DORS/94-14 (2019-06-17), article 6(3)",
        "Coût net | 650,00 $ | DORS/94-14 (2019-06-17), article 6(3)",
        "Casting | 300,00 $ | ",
        "plus transport, assurance et emballage : Casting | 20,00 $ | DORS/94-14 (2019-06-17), article 7(1)",
        "Motor : originaire, elle ne compte donc pas | — | ",
        "Valeur des matières non originaires | 320,00 $ | DORS/94-14 (2019-06-17), article 7(1)",
    ];
    assert_eq!(rows.iter().take(10).map(String::as_str).collect::<Vec<_>>(), expected);
}
