//! The share of the bid, from typed lines to the verdict.

use crate::bids::{decided, draft, outcome, read_in, share, understood};
use crate::table;
use canadian_content::draft::BasisForm;
use canadian_content::i18n::Lang;
use canadian_content::present;
use canadian_content::units::Share;

#[test]
fn the_share_rule() {
    table::check(include_str!("../data/share.txt"), |row| {
        let draft = draft(row.cell("lines"), row.cell("asked"), BasisForm::Aggregate);
        let (_, found, decision) = decided(&draft);
        understood(row.id, &found);
        let share = share(&decision);
        let shown = |share: Option<Share>| share.map(|it| it.shown().to_string()).unwrap_or_default();
        let (low, high) = (shown(share.low), shown(share.high));
        let computed = |amount: String| if share.low.is_none() { String::new() } else { amount };
        vec![
            ("verdict", outcome(share.outcome).to_owned()),
            ("canadian", computed(share.tally.canadian.to_string())),
            ("open", computed(share.tally.undetermined.to_string())),
            ("total", computed(share.tally.total.to_string())),
            ("shown", if low == high { low } else { format!("{low} to {high}") }),
            ("short by", computed(share.shortfall.to_string())),
            ("to spare", computed(share.slack.to_string())),
        ]
    });
}

/// What the grid shows as total and as Canadian, in both languages.
#[test]
fn a_total_says_that_a_price_is_missing() {
    let rows = [
        ("80 yes; 20 no", ["100.00", "80.00"], ["100,00", "80,00"]),
        ("80 yes; none no", ["80.00\u{a0}+\u{a0}?"; 2], ["80,00\u{a0}+\u{a0}?"; 2]),
        ("none yes; none no", ["", ""], ["", ""]),
        (
            "none yes; 0.01 no",
            ["0.01\u{a0}+\u{a0}?", "0.00\u{a0}+\u{a0}?"],
            ["0,01\u{a0}+\u{a0}?", "0,00\u{a0}+\u{a0}?"],
        ),
    ];
    for (lines, english, french) in rows {
        for (lang, expected) in [(Lang::En, english), (Lang::Fr, french)] {
            let draft = draft(lines, "", BasisForm::Aggregate);
            let sums = read_in(&draft, lang, |reading| {
                let view = present::lines(reading);
                [view.total, view.canadian]
            });
            assert_eq!(sums, expected, "{lines}");
        }
    }
}
