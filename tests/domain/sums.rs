//! Amounts and totals against sums done digit by digit on paper, as at school: no number type in between.

use crate::bids::decided;
use canadian_content::decide::BidAnswer;
use canadian_content::diagnostic::Severity;
use canadian_content::draft::{Draft, FactAnswer, LineForm, OriginBy, StatementForm};
use canadian_content::share::{Outcome, WhyNot};
use canadian_content::units::{DecimalProblem, Money, read_decimal};
use proptest::collection::vec;
use proptest::prelude::*;

/// A whole number as decimal digits, the last one first, without zeros at the end of the list.
type Digits = Vec<u8>;

fn digits(text: &str) -> Digits {
    trimmed(text.bytes().rev().map(|b| b - b'0').collect())
}

fn trimmed(mut digits: Digits) -> Digits {
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}

fn plus(a: &[u8], b: &[u8]) -> Digits {
    let mut sum = Vec::new();
    let mut carry = 0;
    for at in 0..a.len().max(b.len()) + 1 {
        let column = a.get(at).unwrap_or(&0) + b.get(at).unwrap_or(&0) + carry;
        sum.push(column % 10);
        carry = column / 10;
    }
    trimmed(sum)
}

fn times(a: &[u8], b: &[u8]) -> Digits {
    let mut product = Vec::new();
    for (shift, digit) in b.iter().enumerate() {
        for _ in 0..*digit {
            let shifted: Digits = std::iter::repeat_n(0, shift).chain(a.iter().copied()).collect();
            product = plus(&product, &shifted);
        }
    }
    product
}

fn less(a: &[u8], b: &[u8]) -> bool {
    (a.len(), a.iter().rev().collect::<Vec<_>>()) < (b.len(), b.iter().rev().collect::<Vec<_>>())
}

/// A typed number as whole and decimals, the decimals filled up to six digits.
fn millionths(typed: &str) -> Digits {
    let (whole, decimals) = typed.split_once('.').unwrap_or((typed, ""));
    digits(&format!("{whole}{decimals:0<6}"))
}

/// Quantity times price in cents, halves up.
fn cents(quantity: &str, price: &str) -> Digits {
    let product = times(&millionths(quantity), &millionths(price));
    // Twelve decimals; ten of them go.
    let half: Digits = [vec![0; 9], vec![5]].concat();
    plus(&product, &half).into_iter().skip(10).collect()
}

/// Digits as dollars with two decimals.
fn dollars(cents: &[u8]) -> String {
    let text: String = cents.iter().rev().map(|digit| char::from(b'0' + digit)).collect();
    let text = format!("{text:0>3}");
    let (dollars, cents) = text.split_at(text.len() - 2);
    format!("{dollars}.{cents}")
}

/// One quadrillion dollars in cents: the bound of every amount.
fn limit() -> Digits {
    [vec![0; 17], vec![1]].concat()
}

fn number(whole: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = String> {
    (vec(0u8..10, whole), vec(0u8..10, 0..7)).prop_map(|(whole, decimals)| {
        let text = |digits: Vec<u8>| digits.into_iter().map(|d| char::from(b'0' + d)).collect::<String>();
        let (whole, decimals) = (text(whole), text(decimals));
        if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") }
    })
}

fn line(id: u32, quantity: &str, price: &str, canadian: bool) -> LineForm {
    LineForm {
        id,
        quantity: quantity.to_owned(),
        unit_price: price.to_owned(),
        origin_by: OriginBy::Statement,
        statement: StatementForm {
            canadian: if canadian { FactAnswer::Yes } else { FactAnswer::No },
            ..StatementForm::default()
        },
        ..LineForm::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn totals_are_those_of_the_digits(
        lines in vec((number(1..=6), number(1..=9), any::<bool>()), 1..6),
        huge in proptest::option::weighted(0.2, (number(6..=12), number(9..=15))),
    ) {
        let mut lines = lines;
        lines.extend(huge.map(|(quantity, price)| (quantity, price, true)));
        let forms = lines.iter().zip(1..).map(|((quantity, price, yes), id)| line(id, quantity, price, *yes));
        let draft = Draft { lines: forms.collect(), ..Draft::default() };
        let (bid, _, decision) = decided(&draft);
        let BidAnswer::Aggregate { share, .. } = &decision.answer else { return Ok(()) };
        let (mut total, mut canadian, mut unpriced) = (Digits::new(), Digits::new(), false);
        for ((quantity, price, yes), checked) in lines.iter().zip(&bid.lines) {
            let amount = cents(quantity, price);
            // A quantity of nothing is no quantity; an amount past the bound is no amount.
            let refused = millionths(quantity).is_empty() || !less(&amount, &limit());
            prop_assert_eq!(checked.amount.map(|it| it.to_string()), (!refused).then(|| dollars(&amount)));
            unpriced |= refused;
            total = plus(&total, &amount);
            if *yes {
                canadian = plus(&canadian, &amount);
            }
        }
        let why = match share.outcome {
            Outcome::NotComputable(why) => Some(why),
            _ => None,
        };
        if unpriced {
            prop_assert_eq!(why, Some(WhyNot::Unpriced));
        } else if !less(&total, &limit()) {
            prop_assert_eq!(why, Some(WhyNot::TooLarge));
        } else if total.is_empty() {
            prop_assert_eq!(why, Some(WhyNot::ZeroTotal));
        } else {
            prop_assert_eq!(why, None);
            prop_assert_eq!(share.tally.total.to_string(), dollars(&total));
            prop_assert_eq!(share.tally.canadian.to_string(), dollars(&canadian));
            // Eighty of a hundred: eight times the total against ten times the part.
            let met = !less(&times(&canadian, &[0, 1]), &times(&total, &[8]));
            prop_assert_eq!(share.outcome == Outcome::Met, met);
        }
    }

    #[test]
    fn a_number_is_read_exactly_or_refused(text in "-?[0-9]{0,60}(\\.[0-9]{0,60})?") {
        match read_decimal(&text) {
            Ok(value) => {
                let (negative, plain) = (text.starts_with('-'), text.trim_start_matches('-'));
                let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
                let decimals = decimals.trim_end_matches('0');
                let whole = whole.trim_start_matches('0');
                let whole = if whole.is_empty() { "0" } else { whole };
                let sign = if negative && !(whole == "0" && decimals.is_empty()) { "-" } else { "" };
                let point = if decimals.is_empty() { "" } else { "." };
                prop_assert_eq!(value.normalize().to_string(), format!("{sign}{whole}{point}{decimals}"));
            }
            Err(problem) => {
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                let expected = match problem {
                    DecimalProblem::Empty => text.is_empty(),
                    DecimalProblem::NotANumber => digits == 0,
                    DecimalProblem::TooPrecise | DecimalProblem::TooLarge => digits > 28,
                    DecimalProblem::Negative | DecimalProblem::Zero => false,
                };
                prop_assert!(expected, "{problem:?}");
            }
        }
    }
}

#[test]
fn absurd_numbers_are_refused_by_name() {
    let rows = [
        ("1", "-1", "unit_price", DecimalProblem::Negative),
        ("-1", "1", "quantity", DecimalProblem::Negative),
        ("0", "1", "quantity", DecimalProblem::Zero),
        ("0.0000001", "1", "quantity", DecimalProblem::TooPrecise),
        ("1", "0.0000001", "unit_price", DecimalProblem::TooPrecise),
        ("1", "1e3", "unit_price", DecimalProblem::NotANumber),
        ("1", "NaN", "unit_price", DecimalProblem::NotANumber),
        ("1", "٣", "unit_price", DecimalProblem::NotANumber),
        ("1", "1000000000000000", "unit_price", DecimalProblem::TooLarge),
        ("1000000000000", "1", "quantity", DecimalProblem::TooLarge),
        ("999999999999", "999999999999", "amount", DecimalProblem::TooLarge),
        ("1", &"9".repeat(1_000_000), "unit_price", DecimalProblem::TooLarge),
        ("1", &format!("0.{}1", "0".repeat(1_000_000)), "unit_price", DecimalProblem::TooPrecise),
        ("1", &format!("{}.{}", "9".repeat(20), "9".repeat(20)), "unit_price", DecimalProblem::TooLarge),
    ];
    for (quantity, price, field, problem) in rows {
        let draft = Draft { lines: vec![line(1, quantity, price, true)], ..Draft::default() };
        let (bid, found, _) = decided(&draft);
        let errors: Vec<String> = found
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| format!("{} {:?}", found.at.field.id(), found.problem))
            .collect();
        let short = &price[..price.len().min(20)];
        assert_eq!(errors, [format!("{field} Number({problem:?})")], "{quantity} x {short}");
        assert_eq!(bid.lines[0].amount, None, "{quantity} x {short}");
    }
}

#[test]
fn leading_zeros_and_the_largest_amount_are_read() {
    for (text, read) in [
        (&*format!("{}7", "0".repeat(100_000)), "7.00"),
        ("999999999999999.999999", "999999999999999.999999"),
        ("0.000001", "0.000001"),
        ("00.50", "0.50"),
    ] {
        assert_eq!(Money::read(text).map(|it| it.to_string()).as_deref(), Ok(read), "{:.20}", text);
    }
}
