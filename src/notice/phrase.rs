//! Words of the policy, where a notice says them itself.

use super::plain::plain_with_places;
use super::words::WORDS;

/// Something that a notice can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// It is solely limited to Canadian goods or services.
    Solely,
    /// It is conditionally limited to them.
    Conditionally,
    /// One of the two, with a "not" before it.
    Denied,
    /// It speaks of Canadian content.
    Content,
    /// It is set aside, or speaks of a set-aside.
    SetAside,
    /// It speaks of a national security exception.
    Security,
    /// It speaks of reciprocal procurement.
    Reciprocal,
}

impl Phrase {
    /// Every one.
    pub const ALL: [Phrase; 7] = [
        Phrase::Solely,
        Phrase::Conditionally,
        Phrase::Denied,
        Phrase::Content,
        Phrase::SetAside,
        Phrase::Security,
        Phrase::Reciprocal,
    ];

    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// How many bytes after the words of a limit the word "Canadian" must begin within.
const NEAR: usize = 60;

/// Which of the words may stand where a word begins with two bytes: one bit each. Most words of a notice begin otherwise.
const BY_TWO: [u32; 1 << 10] = {
    let mut table = [0; 1 << 10];
    let mut at = 0;
    while at < WORDS.len() {
        let words = WORDS[at].0.as_bytes();
        table[place_of(words[0], words[1])] |= 1 << at;
        at += 1;
    }
    table
};

const fn place_of(first: u8, second: u8) -> usize {
    ((first & 31) as usize) << 5 | (second & 31) as usize
}

/// What stands at this place, the beginning of a word, and how long it is.
fn at(text: &[u8], from: usize) -> Option<(Phrase, usize)> {
    let rest = text.get(from..)?;
    let mut may = BY_TWO[place_of(*rest.first()?, *rest.get(1)?)];
    while may != 0 {
        let (words, phrase) = WORDS[may.trailing_zeros() as usize];
        may &= may - 1;
        let words = words.as_bytes();
        if !rest.starts_with(words) {
            continue;
        }
        if !matches!(phrase, Phrase::Solely | Phrase::Conditionally) {
            return Some((phrase, words.len()));
        }
        let near = rest.get(..(words.len() + NEAR).min(rest.len())).unwrap_or_default();
        // "Solely limited" to something else is another matter.
        if near.windows(6).any(|it| it == b" canad") {
            return Some((if denied(text, from) { Phrase::Denied } else { phrase }, words.len()));
        }
    }
    None
}

/// Whether one of the four words before is a "not".
fn denied(text: &[u8], from: usize) -> bool {
    let before = text.get(..from).unwrap_or_default();
    let words = before.rsplit(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let no = |word: &[u8]| {
        matches!(word, b"not" | b"no" | b"never" | b"pas" | b"non" | b"ni" | b"aucun" | b"nullement")
    };
    words.take(4).any(no)
}

/// Everything that a text says, as bits. The text is as it is searched.
pub(super) fn phrases(text: &[u8]) -> u16 {
    let mut found = 0;
    let mut start = true;
    for (from, byte) in text.iter().enumerate() {
        if start && let Some((phrase, _)) = at(text, from) {
            found |= phrase.bit();
        }
        start = *byte == b' ';
    }
    found
}

/// How much is shown round the words: bytes before and after.
const ROUND: (usize, usize) = (90, 170);

/// The passage of a text in which the words stand, as written. Nothing where they do not.
pub fn passage(text: &str, wanted: Phrase) -> Option<String> {
    let (plain, places) = plain_with_places(text);
    let mut start = true;
    for (from, byte) in plain.iter().enumerate() {
        if start && at(&plain, from).is_some_and(|(phrase, _)| phrase == wanted) {
            return Some(cut(text, places[from]));
        }
        start = *byte == b' ';
    }
    None
}

fn cut(text: &str, around: usize) -> String {
    let mut from = around.saturating_sub(ROUND.0);
    let mut to = (around + ROUND.1).min(text.len());
    // To the end of a word, and never within a character.
    while from > 0 && !text.get(from..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        from -= 1;
    }
    while to < text.len() && !text.get(to..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        to += 1;
    }
    let words: Vec<&str> = text.get(from..to).unwrap_or_default().split_whitespace().collect();
    let mut shown = words.join(" ");
    if from > 0 {
        shown.insert_str(0, "… ");
    }
    if to < text.len() {
        shown.push_str(" …");
    }
    shown
}

/// What a text says, for a text that is not read yet.
#[cfg(test)]
pub(super) fn said(text: &str) -> Vec<Phrase> {
    let found = phrases(&super::plain::plain(text));
    Phrase::ALL.into_iter().filter(|it| found & it.bit() != 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_notice_says_is_told_from_what_it_does_not() {
        use Phrase::{Conditionally, Content, Denied, Reciprocal, Security, SetAside, Solely};
        let table: [(&str, &[Phrase]); 16] = [
            ("This procurement is solely limited to Canadian goods.", &[Solely, Content]),
            ("SOLELY   LIMITED\nto canadian services", &[Solely, Content]),
            ("It is conditionally limited to Canadian goods", &[Conditionally, Content]),
            ("Le besoin est exclusivement limité aux produits canadiens.", &[Solely, Content]),
            ("La demande est limitée conditionnellement aux services canadiens", &[Conditionally, Content]),
            ("Ce marché est limité conditionnellement aux services canadiens", &[Conditionally, Content]),
            ("This requirement is not solely limited to Canadian goods", &[Denied, Content]),
            ("Le besoin n’est pas exclusivement limité aux biens canadiens", &[Denied, Content]),
            (
                "Solely limited to firms on the list of pre-qualified suppliers of the region, in Canada or not. There is no other limit, Canadian",
                &[],
            ),
            ("Solely limited to firms on the list", &[]),
            ("See the Canadian Content Policy", &[Content]),
            ("Set-aside under PSIB", &[SetAside]),
            ("National Security Exception invoked", &[Security]),
            ("Interim Policy on Reciprocal Procurement", &[Reciprocal]),
            ("Canadians' content", &[]),
            ("", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn a_passage_is_shown_as_written() {
        let text =
            "Été à Québec. This procurement is Solely  limited\nto Canadian goods, as the clause says.";
        assert_eq!(
            passage(text, Phrase::Solely).as_deref(),
            Some("Été à Québec. This procurement is Solely limited to Canadian goods, as the clause says.")
        );
        assert_eq!(passage(text, Phrase::Conditionally), None);
        let long = ["œ ".repeat(300), String::from("canadian content "), "é ".repeat(300)].concat();
        let shown = passage(&long, Phrase::Content).expect("it is there");
        assert!(shown.starts_with("… ") && shown.ends_with(" …") && shown.contains("canadian content"));
    }
}
