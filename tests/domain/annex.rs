//! The annex's own example, from the draft files that the page opens. Source: Supply Manual, Annex 3.6, section 9.

use crate::bids::{decided, outcome, share, understood};
use canadian_content::draft::{Draft, FactAnswer, OriginBy, RuleSetForm, StatementForm};
use canadian_content::io::draft_file;
use canadian_content::units::Share;

const BIDS: [(&str, &str); 2] = [
    ("en", include_str!("../../data/examples/annex-bid.en.json")),
    ("fr", include_str!("../../data/examples/annex-bid.fr.json")),
];
const HATS: [(&str, &str); 2] = [
    ("en", include_str!("../../data/examples/annex-hats.en.json")),
    ("fr", include_str!("../../data/examples/annex-hats.fr.json")),
];

/// Lines and verdict in short: `no yes yes yes no no | not met 61.85 of 48500.00, short 8800.00`.
#[track_caller]
fn plain(name: &str, draft: &Draft) -> String {
    use canadian_content::decide::LineStatus;
    let (_, found, decision) = decided(draft);
    understood(name, &found);
    let lines = decision.lines.iter().map(|line| match line.status {
        LineStatus::Canadian => "yes",
        LineStatus::NotCanadian => "no",
        LineStatus::Partly => "part",
        LineStatus::Undetermined => "open",
    });
    let share = share(&decision);
    let shown = |share: Option<Share>| share.map(|it| it.shown().to_string()).unwrap_or_default();
    let (low, high) = (shown(share.low), shown(share.high));
    let percent = if low == high { low } else { format!("{low} to {high}") };
    let (canadian, total, shortfall) = (share.tally.canadian, share.tally.total, share.shortfall);
    format!(
        "{} | {}: {canadian} of {total}, {percent} %, short {shortfall}",
        lines.collect::<Vec<_>>().join(" "),
        outcome(share.outcome)
    )
}

#[track_caller]
fn check(files: [(&str, &str); 2], change: impl Fn(&mut Draft), expected: &str) {
    for (lang, text) in files {
        let mut draft = draft_file::read(text).expect("an example is a draft");
        change(&mut draft);
        assert_eq!(plain(lang, &draft), expected, "the example in {lang}");
    }
}

fn desks(by: OriginBy, canadian: FactAnswer) -> impl Fn(&mut Draft) {
    move |draft| {
        let note = "told by the test".to_owned();
        draft.lines[0].origin_by = by;
        draft.lines[0].statement = StatementForm { canadian, note, ..StatementForm::default() };
    }
}

#[test]
fn the_hats_of_calf_leather_are_canadian() {
    check(HATS, |_| {}, "yes | met: 5000.00 of 5000.00, 100.00 %, short 0.00");
}

#[test]
fn the_bid_is_decided_as_the_annex_decides_it() {
    // Desks, heaters, repair of heaters, telephones, repair of telephones, chairs.
    check(BIDS, |_| {}, "no yes yes yes no no | not met: 30000.00 of 48500.00, 61.85 %, short 8800.00");
}

#[test]
fn canadian_desks_turn_the_verdict() {
    check(
        BIDS,
        desks(OriginBy::Statement, FactAnswer::Yes),
        "yes yes yes yes no no | met: 45000.00 of 48500.00, 92.78 %, short 0.00",
    );
}

#[test]
fn unknown_desks_leave_an_interval() {
    let open = "open yes yes yes no no | open: 30000.00 of 48500.00, 61.85 to 92.78 %, short 8800.00";
    check(BIDS, desks(OriginBy::Unknown, FactAnswer::Unknown), open);
    check(BIDS, desks(OriginBy::Statement, FactAnswer::Unknown), open);
}

#[test]
fn the_order_of_the_lines_does_not_matter() {
    let backwards = "no no yes yes yes no | not met: 30000.00 of 48500.00, 61.85 %, short 8800.00";
    check(BIDS, |draft| draft.lines.reverse(), backwards);
}

/// Policy.md 16: the same results under the last NAFTA text and under today's rules.
///
/// The annex chose the transaction value method for heaters and chairs; the choice stays.
#[test]
fn later_rules_read_the_same_bid_the_same_way() {
    for set in [RuleSetForm::Nafta, RuleSetForm::Cusma] {
        check(
            BIDS,
            |draft| draft.rule_set = set,
            "no yes yes yes no no | not met: 30000.00 of 48500.00, 61.85 %, short 8800.00",
        );
        check(HATS, |draft| draft.rule_set = set, "yes | met: 5000.00 of 5000.00, 100.00 %, short 0.00");
    }
}

#[test]
fn the_published_contents_are_computed_not_typed() {
    use canadian_content::decide::Reason;
    use canadian_content::origin::point::Point;
    let draft = draft_file::read(BIDS[0].1).expect("an example is a draft");
    let (_, _, decision) = decided(&draft);
    let content = |index: usize| {
        let mut found = Vec::new();
        if let Reason::ByRules(judged) = &decision.lines[index].reason {
            judged.walk(&mut |part| {
                if let Point::ContentBy { content: Some(content), .. } = &part.point {
                    found.push(content.shown().to_string());
                }
            });
        }
        found
    };
    assert_eq!(content(1), ["65.00"], "electric heaters");
    assert_eq!(content(5), ["37.00"], "swivel chairs");
}
