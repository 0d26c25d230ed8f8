//! Cuts a sentence into words, numbers, labels and marks.

use std::ops::Range;

/// A piece of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The characters. For a label: what stands in the brackets.
    pub(super) text: &'t str,
    /// Another word that it may stand for: French "de" is "from" as well as "of". Empty: none.
    pub(super) also: &'static str,
    /// The first byte, brackets of a label included.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with the hyphens, quotation marks and strokes inside.
    Word,
    /// Digits and points, perhaps with two letters at the end: a code or a figure.
    Number,
    /// `(1)`, `(A)`, `(iii)`, and `C)` where the opening bracket was lost.
    Label,
    /// One character: comma, semicolon, colon, full stop, dash, bracket, percent sign.
    Mark,
}

/// The tokens of a sentence, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let token = token(text, at, first);
        at = token.end;
        tokens.push(token);
    }
    tokens
}

fn token(text: &str, at: usize, first: char) -> Token<'_> {
    if let Some(label) = label(text, at) {
        return label;
    }
    let rest = &text[at..];
    if let Some(length) = quoted(rest) {
        return piece(text, at..at + length, Kind::Word);
    }
    let (length, kind) = match number(rest) {
        0 if is_mark(first) => (first.len_utf8(), Kind::Mark),
        0 => (word(rest), Kind::Word),
        length => (length, Kind::Number),
    };
    piece(text, at..at + length, kind)
}

fn piece(text: &str, span: Range<usize>, kind: Kind) -> Token<'_> {
    Token { text: &text[span.clone()], also: "", start: span.start, end: span.end, kind }
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '%' | '—' | '–')
}

/// How many bytes a quotation takes that begins here, quotations inside it included.
fn quoted(rest: &str) -> Option<usize> {
    let (open, close) = match rest.chars().next()? {
        '“' => ('“', '”'),
        '«' => ('«', '»'),
        _ => return None,
    };
    let mut depth = 0usize;
    for (at, c) in rest.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

/// How many bytes a word takes here: at least one character.
fn word(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    let end = chars.find(|(_, c)| c.is_whitespace() || is_mark(*c));
    end.map_or(rest.len(), |(at, _)| at)
}

/// How many bytes a number takes here; zero where there is none. `3-thread` and `8th` are words.
fn number(rest: &str) -> usize {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let mut end = rest.find(|c| !digit(c)).unwrap_or(rest.len());
    // A lettered item of the Agreement: 8708.99.aa.
    if end == 8 && rest.as_bytes()[7] == b'.' {
        let letters = rest[8..].bytes().take_while(u8::is_ascii_lowercase);
        if letters.count() == 2 {
            return 10;
        }
    }
    end = rest[..end].trim_end_matches('.').len();
    if let Some(length) = french_figure(rest, end) {
        return length;
    }
    let follows = rest[end..].chars().next();
    // 1,2-dichloropropane: no space follows the comma of a chemical name.
    if follows == Some(',') && rest[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    match follows {
        Some(c) if c.is_alphabetic() || c == '/' || c == '-' => 0,
        _ => end,
    }
}

/// How many bytes `62,5` takes before a percent sign, where the whole part takes `end`.
fn french_figure(rest: &str, end: usize) -> Option<usize> {
    let decimals = rest.get(end..)?.strip_prefix(',')?;
    let digits = decimals.bytes().take_while(u8::is_ascii_digit).count();
    let after = decimals.get(digits..)?.trim_start();
    let percent = after.starts_with('%') || after.starts_with("p. 100");
    (digits != 0 && percent).then_some(end + 1 + digits)
}

/// A label here, if there is one.
fn label(text: &str, at: usize) -> Option<Token<'_>> {
    let rest = &text[at..];
    let open = usize::from(rest.starts_with('('));
    let length = rest[open..].find(')')?;
    let inner = &rest[open..open + length];
    let closed = open == 1 && is_label(inner);
    // GN 11 prints "C)", "c)", "4)": one character, and no bracket before it.
    let half = open == 0 && inner.len() == 1 && is_label(inner);
    (closed || half).then(|| Token {
        text: inner,
        also: "",
        start: at,
        end: at + open + length + 1,
        kind: Kind::Label,
    })
}

fn is_label(text: &str) -> bool {
    let all = |test: fn(&u8) -> bool| text.bytes().all(|b| test(&b));
    match text.len() {
        1 => all(u8::is_ascii_alphanumeric),
        2 => all(u8::is_ascii_digit) || all(|b| b"ivx".contains(b)),
        3 | 4 => all(|b| b"ivx".contains(b)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    #[test]
    fn words_numbers_labels_and_marks_are_told_apart() {
        let sentence =
            "(A) 1,2-x “split-systems” of 8415.10, 4) item 8708.99.aa, 62.5%; (PCAs) 3-thread C) No..";
        let found: Vec<(&str, Kind)> = tokens(sentence).iter().map(|t| (t.text, t.kind)).collect();
        let expected = [
            ("A", Kind::Label),
            ("1", Kind::Word),
            (",", Kind::Mark),
            ("2-x", Kind::Word),
            ("“split-systems”", Kind::Word),
            ("of", Kind::Word),
            ("8415.10", Kind::Number),
            (",", Kind::Mark),
            ("4", Kind::Label),
            ("item", Kind::Word),
            ("8708.99.aa", Kind::Number),
            (",", Kind::Mark),
            ("62.5", Kind::Number),
            ("%", Kind::Mark),
            (";", Kind::Mark),
            ("(", Kind::Mark),
            ("PCAs", Kind::Word),
            (")", Kind::Mark),
            ("3-thread", Kind::Word),
            ("C", Kind::Label),
            ("No", Kind::Word),
            (".", Kind::Mark),
            (".", Kind::Mark),
        ];
        assert_eq!(found, expected);
    }
}
