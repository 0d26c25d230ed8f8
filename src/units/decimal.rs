//! Reading a decimal number exactly, and multiplying two without rounding.

use rust_decimal::Decimal;

/// Why a text is not a decimal number that this program can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalProblem {
    /// No digit was given.
    Empty,
    /// Something stands there that is no digit, point or leading minus.
    NotANumber,
    /// Below zero where only zero or more makes sense.
    Negative,
    /// Zero where more than zero is needed.
    Zero,
    /// More digits after the point than are kept.
    TooPrecise,
    /// Larger than any amount this program accepts.
    TooLarge,
}

/// The longest text that is looked at: longer ones are refused before anything is counted.
const LONGEST: usize = 40;

/// Reads the canonical writing of a number: digits, at most one point, an optional leading minus.
///
/// Never rounds: a text that `Decimal` could only hold rounded is `TooPrecise` or `TooLarge`.
pub fn read_decimal(text: &str) -> Result<Decimal, DecimalProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DecimalProblem::Empty);
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit());
    if !all_digits || (whole.is_empty() && fraction.is_empty()) {
        return Err(DecimalProblem::NotANumber);
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > LONGEST {
        return Err(DecimalProblem::TooLarge);
    }
    if fraction.len() > 28 {
        return Err(DecimalProblem::TooPrecise);
    }
    let mut mantissa: i128 = 0;
    for b in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa
            .checked_mul(10)
            .and_then(|m| m.checked_add(i128::from(b - b'0')))
            .ok_or(DecimalProblem::TooLarge)?;
    }
    let scale = u32::try_from(fraction.len()).map_err(|_| DecimalProblem::TooPrecise)?;
    let value = Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| DecimalProblem::TooLarge)?;
    Ok(if negative { -value } else { value })
}

/// The product of two decimals, or nothing where it would not fit unrounded.
///
/// `Decimal`'s own multiplication rounds silently once it runs out of digits.
pub fn exact_product(a: Decimal, b: Decimal) -> Option<Decimal> {
    let mantissa = a.mantissa().checked_mul(b.mantissa())?;
    Decimal::try_from_i128_with_scale(mantissa, a.scale() + b.scale()).ok()
}

/// Writes a decimal canonically, with the decimals that it has.
///
/// `Decimal` does so, too, but through `fmt` and a buffer of its own, which cost the page two kilobytes.
pub fn write_decimal(value: Decimal) -> String {
    let mut digits: Vec<u8> = Vec::new();
    let mut left = value.mantissa().abs();
    let scale = value.scale() as usize;
    // From the last digit to the first; at least one stands before the point.
    while left > 0 || digits.len() <= scale {
        let rest = left / 10;
        digits.push((left - rest * 10) as u8 + b'0');
        left = rest;
    }
    let mut text = String::new();
    if value.is_sign_negative() {
        text.push('-');
    }
    while let Some(digit) = digits.pop() {
        text.push(char::from(digit));
        if digits.len() == scale && scale > 0 {
            text.push('.');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_digit_by_digit() {
        let cases = [
            ("0", Ok("0")),
            ("150.00", Ok("150")),
            (".5", Ok("0.5")),
            ("-3", Ok("-3")),
            ("", Err(DecimalProblem::Empty)),
            (".", Err(DecimalProblem::NotANumber)),
            ("1e5", Err(DecimalProblem::NotANumber)),
            ("1,5", Err(DecimalProblem::NotANumber)),
            ("99999999999999999999999999999", Err(DecimalProblem::TooLarge)),
            ("0.12345678901234567890123456789", Err(DecimalProblem::TooPrecise)),
        ];
        for (text, expected) in cases {
            let read = read_decimal(text).map(|d| d.normalize().to_string());
            assert_eq!(read.as_deref(), expected.as_ref().map(|s| *s), "{text:?}");
        }
    }

    #[test]
    fn a_decimal_is_written_as_decimal_writes_it() {
        let rows =
            [(0, 0), (0, 2), (5, 3), (-5, 0), (-5, 1), (-1050, 2), (100, 0), (123_456, 6), (1_234_567, 6)];
        for (mantissa, scale) in rows {
            let value = Decimal::new(mantissa, scale);
            assert_eq!(write_decimal(value), value.to_string());
        }
        assert_eq!(write_decimal(Decimal::MAX), Decimal::MAX.to_string());
    }

    #[test]
    fn a_product_is_exact_or_refused() {
        let big = Decimal::MAX;
        assert_eq!(exact_product(big, Decimal::TWO), None);
        assert_eq!(exact_product(Decimal::new(15, 1), Decimal::new(25, 2)), Some(Decimal::new(375, 3)));
    }
}
