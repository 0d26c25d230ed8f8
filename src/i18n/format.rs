//! How numbers, days and codes are written in each language.

use super::lang::Lang;
use super::words::Words;
use crate::units::{Day, HsCode, Money, Percent, Quantity, write_decimal};
use rust_decimal::Decimal;

/// Groups by three and writes the decimal mark of the language: `48,500.00`, `48 500,00`.
pub fn number(lang: Lang, value: Decimal) -> String {
    grouped(lang, &write_decimal(value))
}

/// A number in canonical writing, as the language writes it, with the decimals that it has.
pub fn written(lang: Lang, canonical: &str) -> String {
    grouped(lang, canonical)
}

fn grouped(lang: Lang, canonical: &str) -> String {
    let (grouping, mark) = match lang {
        Lang::En => (',', '.'),
        Lang::Fr => ('\u{a0}', ','),
    };
    let (sign, digits) = canonical.strip_prefix('-').map_or(("", canonical), |rest| ("\u{2212}", rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut written = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            written.push(grouping);
        }
        written.push(digit);
    }
    if !decimals.is_empty() {
        written.push(mark);
        written.push_str(decimals);
    }
    written
}

/// An amount with its dollar sign: `$48,500.00`, `48 500,00 $`.
pub fn money(lang: Lang, amount: Money) -> String {
    let digits = grouped(lang, &amount.to_string());
    match lang {
        Lang::En => ["$", &digits].concat(),
        Lang::Fr => [&digits, "\u{a0}$"].concat(),
    }
}

/// A percentage with its sign: `61.85 %`, `61,85 %`.
pub fn percent(lang: Lang, value: Decimal) -> String {
    percent_of(lang, &write_decimal(value))
}

/// A percentage in canonical writing, with its sign.
pub fn percent_of(lang: Lang, canonical: &str) -> String {
    let mut text = grouped(lang, canonical);
    text.push_str("\u{a0}%");
    text
}

/// A quantity, grouped.
pub fn quantity(lang: Lang, value: Quantity) -> String {
    number(lang, value.get())
}

/// A day, the same in both languages: `2026-11-22`.
pub fn day(day: Day) -> String {
    day.to_string()
}

/// Codes as a list: `9403.30, 9403.60 or 94.04`.
pub fn code_list(words: &Words, codes: &[HsCode]) -> String {
    let mut written = Vec::new();
    for code in codes {
        written.push(code.to_string());
    }
    any_of(words, &written)
}

/// Things joined by commas and a last "or".
pub(super) fn any_of(words: &Words, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => words.or_last(&first.join(", "), last),
    }
}

/// A percentage that a rule asks for.
pub(super) fn asked(lang: Lang, value: Percent) -> String {
    percent(lang, value.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        let amount = Money::read("1234567.5").expect("an amount");
        assert_eq!(money(Lang::En, amount), "$1,234,567.50");
        assert_eq!(money(Lang::Fr, amount), "1\u{a0}234\u{a0}567,50\u{a0}$");
        assert_eq!(percent(Lang::Fr, Decimal::new(6185, 2)), "61,85\u{a0}%");
        assert_eq!(number(Lang::En, Decimal::new(-500, 1)), "\u{2212}50.0");
    }
}
