//! A text as the search compares it: small letters without accents, words without those that only join others.

use crate::i18n::Lang;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Small letters and digits, ASCII.
    pub(super) text: String,
    /// Where it stands in the text, in bytes.
    pub(super) place: (usize, usize),
    /// Whether the text excludes it: `upholstered` in "not upholstered".
    pub(super) negated: bool,
    /// How much it says what the text is about.
    pub(super) stand: Stand,
    /// Two written as one: `tshirt` of "t-shirt". It stands behind them.
    pub(super) joined: bool,
}

/// How much a word says what a text is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// It stands behind the first comma or parenthesis.
    #[default]
    Back,
    /// It says more about the thing: `bulldozer` in "bulldozer blades".
    Front,
    /// It is the thing: `blades` in "bulldozer blades".
    Head,
}

/// A word as written, with the sign behind it.
struct Raw {
    text: String,
    place: (usize, usize),
    /// The last telling sign before the next word: one of `,;:()'-`, or a blank.
    sign: char,
    /// Whether it is an article, a preposition or the like.
    stop: bool,
}

/// The words of a text, those that only join others left out.
pub(super) fn tokens(lang: Lang, text: &str) -> Vec<Token> {
    let mut raw = raw_words(lang, text);
    let mut found: Vec<Token> = Vec::with_capacity(raw.len());
    let mut excluded_until = 0;
    let mut state = Phrase { lang, front: true, naming: true, begins: true };
    for at in 0..raw.len() {
        let before = if at == 0 { ' ' } else { raw[at - 1].sign };
        let stand = state.stand(&raw, at, before);
        if excludes(lang, &raw, at) {
            excluded_until = excluded_until.max(scope(lang, &raw, at));
            continue;
        }
        if joins(lang, &raw[at], before) {
            continue;
        }
        let joined = before == '-' && at > 0 && !joins(lang, &raw[at - 1], ' ');
        let joined = joined.then(|| [raw[at - 1].text.as_str(), raw[at].text.as_str()].concat());
        let place = raw[at].place;
        // Only a word before a hyphen is looked at again.
        let word = if raw[at].sign == '-' { raw[at].text.clone() } else { std::mem::take(&mut raw[at].text) };
        found.push(Token { text: word, place, negated: at < excluded_until, stand, joined: false });
        if let Some(text) = joined {
            let place = (raw[at - 1].place.0, place.1);
            // What "non-woven" excludes is not what "nonwoven" says.
            found.push(Token { text, place, negated: false, stand, joined: true });
        }
    }
    found
}

/// Where one is in a text, read from its start.
struct Phrase {
    lang: Lang,
    /// Before the first comma or parenthesis.
    front: bool,
    /// Before the first preposition too.
    naming: bool,
    /// At the start of a thing's name.
    begins: bool,
}

impl Phrase {
    /// The stand of the next word. The thing comes last in English, and first in French: "bulldozer blades", "lames de
    /// bouteurs". After "and" another one begins.
    fn stand(&mut self, raw: &[Raw], at: usize, before: char) -> Stand {
        self.front = self.front && !matches!(before, ',' | ';' | ':' | '(' | ')');
        let word = &raw[at];
        let and = |text: &str| matches!(text, "and" | "or" | "et" | "ou");
        if word.stop {
            self.naming = self.naming && and(&word.text);
            self.begins = true;
            return Stand::Back;
        }
        if !self.front {
            return Stand::Back;
        }
        let thing = match self.lang {
            Lang::Fr => self.begins,
            Lang::En => {
                let parted = matches!(word.sign, ',' | ';' | ':' | '(' | ')');
                parted || raw.get(at + 1).is_none_or(|next| next.stop)
            }
        };
        self.begins = false;
        if thing && self.naming { Stand::Head } else { Stand::Front }
    }
}

fn raw_words(lang: Lang, text: &str) -> Vec<Raw> {
    let mut words: Vec<Raw> = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if word.is_empty() {
            start = at;
        }
        if !fold(c, &mut word) {
            if !word.is_empty() {
                let stop = is_stop(lang, &word);
                words.push(Raw { text: std::mem::take(&mut word), place: (start, at), sign: ' ', stop });
            }
            if let Some(last) = words.last_mut() {
                match c {
                    ',' | ';' | ':' | '(' | ')' => last.sign = c,
                    '\'' | '’' if last.place.1 == at => last.sign = '\'',
                    '-' | '‑' if last.place.1 == at => last.sign = '-',
                    _ => {}
                }
            }
        }
    }
    if !word.is_empty() {
        let stop = is_stop(lang, &word);
        words.push(Raw { text: word, place: (start, text.len()), sign: ' ', stop });
    }
    words
}

/// Adds a letter or digit without its accent; whether it was one.
fn fold(c: char, out: &mut String) -> bool {
    let plain = match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'µ' | 'μ' => 'u',
        'œ' | 'Œ' => {
            out.push_str("oe");
            return true;
        }
        'æ' | 'Æ' => {
            out.push_str("ae");
            return true;
        }
        _ => return false,
    };
    out.push(plain);
    true
}

/// Whether the word only joins others: an article, a preposition, what is left of an elision.
fn joins(lang: Lang, word: &Raw, before: char) -> bool {
    let elided = match lang {
        Lang::En => before == '\'' && word.text == "s",
        Lang::Fr => word.sign == '\'' && word.text.len() <= 2,
    };
    elided || word.stop
}

fn is_stop(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::En => matches!(
            word,
            "a" | "an"
                | "and"
                | "any"
                | "are"
                | "as"
                | "at"
                | "be"
                | "by"
                | "for"
                | "from"
                | "in"
                | "including"
                | "into"
                | "is"
                | "it"
                | "its"
                | "kind"
                | "nor"
                | "of"
                | "on"
                | "or"
                | "other"
                | "similar"
                | "such"
                | "than"
                | "that"
                | "the"
                | "their"
                | "to"
                | "used"
                | "with"
        ),
        Lang::Fr => matches!(
            word,
            "a" | "au"
                | "aux"
                | "autre"
                | "autres"
                | "avec"
                | "ce"
                | "compris"
                | "d"
                | "dans"
                | "de"
                | "des"
                | "du"
                | "en"
                | "et"
                | "l"
                | "la"
                | "le"
                | "les"
                | "leur"
                | "leurs"
                | "ou"
                | "par"
                | "pour"
                | "qu"
                | "que"
                | "sa"
                | "semblable"
                | "semblables"
                | "ses"
                | "son"
                | "sur"
                | "un"
                | "une"
                | "y"
        ),
    }
}

/// Whether what follows the word is excluded.
fn excludes(lang: Lang, raw: &[Raw], at: usize) -> bool {
    let next = raw.get(at + 1).map_or("", |it| it.text.as_str());
    match (lang, raw[at].text.as_str()) {
        (Lang::En, "other" | "rather") => next == "than",
        (Lang::En, "not" | "non" | "except" | "excluding" | "without") => true,
        (Lang::Fr, "autre" | "autres") => matches!(next, "que" | "qu"),
        (Lang::Fr, "non" | "sauf" | "ni" | "sans" | "hors" | "hormis" | "exception") => true,
        _ => false,
    }
}

/// The first word after what is excluded.
fn scope(lang: Lang, raw: &[Raw], at: usize) -> usize {
    // "non-electric" excludes one word, and so does the French "non" before anything but an adverb.
    let narrow = lang == Lang::Fr
        && raw[at].text == "non"
        && raw.get(at + 1).is_none_or(|next| !next.text.ends_with("ment"));
    if raw[at].sign == '-' || narrow {
        return at + 2;
    }
    let mut comma = None;
    let mut end = raw.len();
    let mut list = false;
    for (place, word) in raw.iter().enumerate().skip(at) {
        // "horses, cattle and pigs": all of them are meant.
        list |= comma.is_some() && matches!(word.text.as_str(), "and" | "or" | "nor" | "et" | "ou" | "ni");
        if matches!(word.sign, ';' | ':' | '(' | ')') {
            end = place + 1;
            break;
        }
        if word.sign == ',' && comma.is_none() {
            comma = Some(place + 1);
        }
    }
    comma.filter(|_| !list).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words, with `-` before an excluded one and `+` before a joined one.
    fn said(lang: Lang, text: &str) -> String {
        let words: Vec<String> = tokens(lang, text)
            .into_iter()
            .map(|it| {
                format!(
                    "{}{}{}",
                    if it.negated { "-" } else { "" },
                    if it.joined { "+" } else { "" },
                    it.text
                )
            })
            .collect();
        words.join(" ")
    }

    #[test]
    fn words_are_folded() {
        let rows = [
            (Lang::En, "Men’s T-shirts, of cotton", "men t shirts +tshirts cotton"),
            (Lang::En, "Seats with a wooden frame, not upholstered", "seats wooden frame -upholstered"),
            (Lang::En, "Live mammals not listed (dogs, cats)", "live mammals -listed dogs cats"),
            (Lang::En, "Animals other than horses, cattle and pigs", "animals -horses -cattle -pigs"),
            (Lang::En, "Chairs, not of wood, swivel", "chairs -wood swivel"),
            (Lang::En, "non-woven fabric", "-woven +nonwoven fabric"),
            (Lang::Fr, "Œufs d’oie à l'état frais", "oeufs oie etat frais"),
            (Lang::Fr, "Sièges autres qu’en bois", "sieges -bois"),
            (Lang::Fr, "Réchauds non électriques à gaz", "rechauds -electriques gaz"),
            (Lang::Fr, "Lampes, non exclusivement à DEL", "lampes -exclusivement -del"),
            (Lang::Fr, "n'importe quoi", "importe quoi"),
            (Lang::En, "日本 ½ …", ""),
        ];
        for (lang, text, expected) in rows {
            assert_eq!(said(lang, text), expected, "{text}");
        }
    }

    #[test]
    fn the_thing_stands_last_in_english_and_first_in_french() {
        let rows = [
            (Lang::En, "Bulldozer blades, steel", "blades"),
            (Lang::En, "Seats and chairs for offices", "seats chairs"),
            (Lang::En, "Parts of forklifts", "parts"),
            (Lang::Fr, "Lames de bouteurs", "lames"),
            (Lang::Fr, "Excavatrices et pelles à tourelle", "excavatrices pelles"),
            (Lang::Fr, "Chaises pivotantes", "chaises"),
        ];
        for (lang, text, expected) in rows {
            let heads = tokens(lang, text).into_iter().filter(|it| it.stand == Stand::Head);
            assert_eq!(heads.map(|it| it.text).collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_word_tells_where_it_stands() {
        let text = "Élévateurs à godets";
        let places: Vec<&str> =
            tokens(Lang::Fr, text).iter().map(|it| &text[it.place.0..it.place.1]).collect();
        assert_eq!(places, ["Élévateurs", "godets"]);
    }
}
