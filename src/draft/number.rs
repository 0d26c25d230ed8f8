//! Numbers as people type them, the English or the French way, turned into canonical writing.

/// How the person types numbers. It is that of the language the page stood in while they typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberStyle {
    /// `1,200.50`
    English,
    /// `1 200,50`
    French,
}

/// Why a typed number was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// There is a character that belongs in no number.
    NotANumber,
    /// It could be two different numbers, so nobody should guess.
    Ambiguous,
}

/// A number that could be two different ones must not pass for the one that it is in canonical writing. It is kept as
/// typed, with this invisible sign at its end, which stands in no number.
pub const AMBIGUOUS: char = '\u{2060}';

/// Longer texts are no numbers, and are not looked at further.
const LONGEST: usize = 60;

/// The canonical writing of a typed number: digits, at most one point, an optional leading minus.
///
/// A dollar or percent sign and blanks around it are dropped. Empty text stays empty. A mark followed by exactly
/// three digits is grouping in the English style if it is a comma, ambiguous in the French style, since both
/// `1,200` and `1.200` are then written for two different numbers.
pub fn canonical(text: &str, style: NumberStyle) -> Result<String, NumberProblem> {
    if text.len() > LONGEST {
        return Err(NumberProblem::NotANumber);
    }
    let signs = |c: char| c.is_whitespace() || matches!(c, '$' | '%' | '\u{a0}' | '\u{202f}');
    let text = text.trim_matches(signs);
    let (minus, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start_matches(signs)),
        None => ("", text),
    };
    let digits = without_blanks(digits)?;
    if digits.is_empty() {
        return if minus.is_empty() { Ok(String::new()) } else { Err(NumberProblem::NotANumber) };
    }
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let plain = match (points, commas) {
        (0 | 1, 0) if style == NumberStyle::French && three_after(&digits, '.') => {
            return Err(NumberProblem::Ambiguous);
        }
        (0 | 1, 0) => digits,
        (0, 1) if three_after(&digits, ',') => match style {
            NumberStyle::English => grouped(&digits, ',')?,
            NumberStyle::French => return Err(NumberProblem::Ambiguous),
        },
        (0, 1) => digits.replace(',', "."),
        (0, _) => grouped(&digits, ',')?,
        (_, 0) => grouped(&digits, '.')?,
        _ => both(&digits)?,
    };
    let known =
        plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') && plain.bytes().any(|b| b.is_ascii_digit());
    if known { Ok([minus, &plain].concat()) } else { Err(NumberProblem::NotANumber) }
}

/// Takes out blanks and apostrophes that group by three. A blank anywhere else is not a number.
fn without_blanks(text: &str) -> Result<String, NumberProblem> {
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '\u{2019}');
    let mark = text.find(['.', ',']);
    let (whole, rest) = mark.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""));
    if rest.contains(blank) {
        return Err(NumberProblem::NotANumber);
    }
    let mut joined = String::new();
    for (index, group) in whole.split(blank).enumerate() {
        // What stood before the first blank may be shorter than a group, not longer.
        if index > 0 && (group.len() != 3 || (index == 1 && joined.len() > 3)) {
            return Err(NumberProblem::NotANumber);
        }
        joined.push_str(group);
    }
    joined.push_str(rest);
    Ok(joined)
}

/// Whether the one mark stands before exactly three digits and after one to three, not all of them zero.
fn three_after(digits: &str, mark: char) -> bool {
    digits.split_once(mark).is_some_and(|(whole, after)| {
        after.len() == 3 && (1..=3).contains(&whole.len()) && whole.bytes().any(|b| b != b'0')
    })
}

/// Takes out a mark that groups by three.
fn grouped(digits: &str, mark: char) -> Result<String, NumberProblem> {
    let mut joined = String::new();
    for (index, group) in digits.split(mark).enumerate() {
        let regular = if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        if !regular {
            return Err(NumberProblem::NotANumber);
        }
        joined.push_str(group);
    }
    Ok(joined)
}

/// Both marks: the last one separates the decimals and stands once; the other groups by three.
fn both(digits: &str) -> Result<String, NumberProblem> {
    let decimal = if digits.rfind('.') > digits.rfind(',') { '.' } else { ',' };
    let grouping = if decimal == '.' { ',' } else { '.' };
    match digits.split_once(decimal) {
        Some((whole, decimals)) if !decimals.contains(['.', ',']) => {
            Ok([&grouped(whole, grouping)?, ".", decimals].concat())
        }
        _ => Err(NumberProblem::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberProblem::{Ambiguous, NotANumber};

    #[test]
    fn both_ways_of_writing_are_understood_and_none_is_guessed() {
        type Read<'a> = Result<&'a str, NumberProblem>;
        let rows: &[(&str, Read<'_>, Read<'_>)] = &[
            // typed            English            French
            ("1200.50", Ok("1200.50"), Ok("1200.50")),
            ("1200,50", Ok("1200.50"), Ok("1200.50")),
            ("1 200,50", Ok("1200.50"), Ok("1200.50")),
            ("1\u{202f}200,50 $", Ok("1200.50"), Ok("1200.50")),
            ("$1,200.50", Ok("1200.50"), Ok("1200.50")),
            ("1.200,50", Ok("1200.50"), Ok("1200.50")),
            ("1,200", Ok("1200"), Err(Ambiguous)),
            ("1.200", Ok("1.200"), Err(Ambiguous)),
            ("0,125", Ok("0.125"), Ok("0.125")),
            ("1,200,000", Ok("1200000"), Ok("1200000")),
            ("1,20,000", Err(NotANumber), Err(NotANumber)),
            ("12 00", Err(NotANumber), Err(NotANumber)),
            ("1,5", Ok("1.5"), Ok("1.5")),
            (" 80 % ", Ok("80"), Ok("80")),
            ("-5", Ok("-5"), Ok("-5")),
            ("", Ok(""), Ok("")),
            ("-", Err(NotANumber), Err(NotANumber)),
            ("twelve", Err(NotANumber), Err(NotANumber)),
            ("1e5", Err(NotANumber), Err(NotANumber)),
            ("1.2.3,4,5", Err(NotANumber), Err(NotANumber)),
        ];
        for (typed, english, french) in rows {
            assert_eq!(
                canonical(typed, NumberStyle::English).as_deref(),
                english.as_ref().map(|s| *s),
                "{typed:?} en"
            );
            assert_eq!(
                canonical(typed, NumberStyle::French).as_deref(),
                french.as_ref().map(|s| *s),
                "{typed:?} fr"
            );
        }
    }
}
