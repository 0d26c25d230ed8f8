//! Whatever is typed or read, nothing panics, nothing is lost, and nothing unreadable counts.

use crate::any::bids;
use crate::bids::{TODAY, decided, pack};
use canadian_content::decide::decide;
use canadian_content::draft::{
    AnswersForm, BasisForm, Draft, FactAnswer, GoodForm, LineForm, LineKind, MaterialForm, NumberStyle,
    OriginBy, PartForm, PlaceForm, StatementForm, canonical, check,
};
use canadian_content::io::draft_file;
use canadian_content::origin::pack::RuleSet;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const EXAMPLE: &str = include_str!("../../data/examples/annex-bid.fr.json");

/// A draft file as serde derives it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    schema: u32,
    draft: Draft,
}

/// Anything that a person or a program might leave in a field.
fn anything() -> impl Strategy<Value = String> {
    let odd = [
        "",
        " ",
        "-",
        ".",
        ",",
        "0",
        "-0",
        "00",
        "1.",
        ".5",
        "1e9",
        "∞",
        "\u{202f}",
        "\u{0}",
        "9403.30",
        "940330.00.10",
        "2026-02-30",
        "²",
        "é",
    ];
    prop_oneof![3 => select(odd.to_vec()).prop_map(str::to_owned), 2 => "\\PC{0,12}", 2 => "[0-9.,\u{a0} -]{0,24}", 1 => "[0-9]{0,80}"]
}

fn drafts() -> impl Strategy<Value = Draft> {
    let material = (anything(), anything(), anything()).prop_map(|(description, code, value)| MaterialForm {
        description,
        code,
        value,
        ..MaterialForm::default()
    });
    let answers = vec(("[a-z]{2,9}-?(in|is)?:[0-9a-z:é ]{0,8}", any::<Option<bool>>()), 0..3);
    let values = (anything(), anything(), anything(), anything());
    let good = (values, vec(material, 0..3), any::<bool>(), answers).prop_map(
        |(values, materials, all_listed, answers)| {
            let (code, transaction_value, net_cost, total_cost) = values;
            let mut given = AnswersForm::default();
            answers.into_iter().for_each(|(key, is)| given.insert(&key, is));
            let materials = materials.into_iter().zip(1..).map(|(m, id)| MaterialForm { id, ..m }).collect();
            GoodForm {
                code,
                transaction_value,
                net_cost,
                total_cost,
                materials,
                all_listed,
                answers: given,
                ..GoodForm::default()
            }
        },
    );
    let part = (anything(), anything(), select(PlaceForm::ALL.to_vec()))
        .prop_map(|(who, amount, place)| PartForm { who, amount, place, ..PartForm::default() });
    let kind =
        (select(LineKind::ALL.to_vec()), select(OriginBy::ALL.to_vec()), select(FactAnswer::ALL.to_vec()));
    let line = (kind, anything(), anything(), anything(), good, vec(part, 0..3)).prop_map(
        |((kind, origin_by, canadian), description, quantity, unit_price, good, parts)| LineForm {
            kind,
            origin_by,
            statement: StatementForm { canadian, note: description.clone(), ..StatementForm::default() },
            description,
            quantity,
            unit_price,
            good,
            parts: parts.into_iter().zip(1..).map(|(part, id)| PartForm { id, ..part }).collect(),
            ..LineForm::default()
        },
    );
    let basis = select(BasisForm::ALL.to_vec());
    (anything(), basis, anything(), anything(), vec(line, 0..4)).prop_map(
        |(title, basis, percent, day, lines)| Draft {
            title,
            basis,
            threshold_percent: percent,
            closing_day: day,
            lines: lines.into_iter().zip(1..).map(|(line, id)| LineForm { id, ..line }).collect(),
            ..Draft::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_draft_is_decided(draft in drafts()) {
        let (bid, found, decision) = decided(&draft);
        prop_assert_eq!(decision.lines.len(), draft.lines.len());
        // Every line has its amount, or something is said about why not.
        for (form, line) in draft.lines.iter().zip(&bid.lines) {
            let told = found.iter().any(|found| found.at.line.is_some_and(|id| id.0 == form.id));
            prop_assert!(line.amount.is_some() || told, "{form:?}");
        }
    }

    #[test]
    fn saving_and_loading_is_the_identity(draft in prop_oneof![drafts(), bids()]) {
        prop_assert_eq!(draft_file::read(&draft_file::write(&draft)), Ok(draft));
    }

    #[test]
    fn any_text_is_a_draft_or_a_problem(text in "\\PC{0,40}") {
        let _ = draft_file::read(&text);
    }

    #[test]
    fn a_damaged_file_is_a_draft_or_a_problem(at in 0usize..3_400, cut in 0usize..40, put in "[\\PC\n]{0,8}") {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        let at = at.min(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put.bytes());
        if let Ok(draft) = draft_file::read(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(draft_file::read(&draft_file::write(&draft)), Ok(draft.clone()));
            let _ = decided(&draft);
        }
    }

    #[test]
    fn a_damaged_file_is_read_as_serde_reads_it(
        at in 0usize..3_400,
        cut in 0usize..20,
        put in select(vec!["", "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-1", "1e3", " ", "\\", "\\u00e9", "\\ud800", "\t", "é"]),
    ) {
        let mut text = EXAMPLE.to_owned();
        let border = |at: usize| (at.min(EXAMPLE.len())..=EXAMPLE.len()).find(|at| EXAMPLE.is_char_boundary(*at));
        let (from, to) = (border(at).unwrap_or_default(), border(at + cut).unwrap_or_default());
        text.replace_range(from..to, put);
        let theirs = serde_json::from_str::<File>(&text).ok();
        let theirs = theirs.filter(|file| file.format == "canadian-content-draft" && file.schema <= 1);
        let ours = draft_file::read(&text);
        prop_assert_eq!(ours.is_ok(), theirs.is_some(), "{:?}", ours);
        if let (Ok(ours), Some(theirs)) = (ours, theirs) {
            // Lines are numbered anew where a number was lost; nothing else changes.
            let unnumbered = |mut draft: Draft| {
                draft.lines.iter_mut().for_each(|line| line.id = 0);
                draft.lines.iter_mut().flat_map(|line| &mut line.good.materials).for_each(|m| m.id = 0);
                draft.lines.iter_mut().flat_map(|line| &mut line.parts).for_each(|part| part.id = 0);
                draft
            };
            prop_assert_eq!(unnumbered(ours), unnumbered(theirs.draft));
        }
    }

    #[test]
    fn a_typed_number_is_canonical_or_refused(text in anything()) {
        for style in [NumberStyle::English, NumberStyle::French] {
            if let Ok(canonical) = canonical(&text, style) {
                let plain = canonical.trim_start_matches('-');
                prop_assert!(plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') && plain.matches('.').count() <= 1);
            }
        }
    }
}

/// Numbers of lines at the very end of what a number can be.
#[test]
fn every_line_can_be_told_apart() {
    for ids in [&[0, 0, 0][..], &[3, 3, 0], &[u32::MAX, 0, u32::MAX, 1], &[u32::MAX, u32::MAX - 1, 0, 0, 2]] {
        let line = |id: &u32| LineForm { id: *id, ..LineForm::default() };
        let draft = Draft { lines: ids.iter().map(line).collect(), ..Draft::default() };
        let read = draft_file::read(&draft_file::write(&draft)).expect("a draft");
        let mut found: Vec<u32> =
            read.lines.iter().map(|line| line.id).chain([read.next_line_id(), 0]).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), ids.len() + 2, "{ids:?} became {found:?}");
    }
}

#[test]
fn a_long_bid_is_decided() {
    let mut draft = draft_file::read(EXAMPLE).expect("the example");
    let six = draft.lines.clone();
    draft.lines =
        (1..=3_000).zip(six.into_iter().cycle()).map(|(id, line)| LineForm { id, ..line }).collect();
    let (bid, _) = check(&draft, TODAY);
    let decision = decide(&bid, Some(pack(RuleSet::Annex)));
    let share = crate::bids::share(&decision);
    assert_eq!(share.tally.total.to_string(), "24250000.00");
    assert_eq!(share.tally.canadian.to_string(), "15000000.00");
}
