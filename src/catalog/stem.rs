//! What the forms of a word share: singular and plural, both genders, British and American spelling.
//!
//! Light on purpose: "printer" and "printing" stay two words, so that a name found is one that was meant.

use crate::i18n::Lang;

/// The stem of a folded word. Words with the same stem are taken for forms of one.
pub(super) fn stem(lang: Lang, word: &str) -> String {
    if word.len() < 3 || word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut stem = word.to_owned();
    match lang {
        Lang::En => english(&mut stem),
        Lang::Fr => french(&mut stem),
    }
    stem
}

/// Replaces the ending, where the word has it and keeps at least `least` letters before it; whether it did.
fn replace(word: &mut String, ending: &str, by: &str, least: usize) -> bool {
    let fits = word.len() >= ending.len() + least && word.ends_with(ending);
    if fits {
        word.truncate(word.len() - ending.len());
        word.push_str(by);
    }
    fits
}

/// Replaces the first ending of the list that the word has.
fn first(word: &mut String, endings: &[(&str, &str, usize)]) -> bool {
    endings.iter().any(|(ending, by, least)| replace(word, ending, by, *least))
}

/// Takes the last of two equal consonants.
fn single(word: &mut String) {
    let bytes = word.as_bytes();
    let last = bytes.len().saturating_sub(1);
    if 3 < bytes.len() && bytes[last] == bytes[last - 1] && !b"aeiou".contains(&bytes[last]) {
        word.pop();
    }
}

fn english(word: &mut String) {
    // Spellings and pairs that no ending tells.
    let same = match word.as_str() {
        "tyre" | "tyres" => "tire",
        "aluminium" => "aluminum",
        "grey" => "gray",
        "plough" | "ploughs" => "plow",
        "jewellery" => "jewelry",
        "moulds" | "mould" => "mold",
        "men" | "mens" => "man",
        "women" | "womens" => "woman",
        "children" | "childrens" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "geese" => "goose",
        "wooden" => "wood",
        "woollen" | "woolen" => "wool",
        "metallic" => "metal",
        "electrical" => "electric",
        "automobiles" | "automotive" => "automobile",
        "programme" => "program",
        "cheque" | "cheques" => "check",
        "sulphur" => "sulfur",
        "furnitures" => "furniture",
        _ => "",
    };
    if !same.is_empty() {
        word.clear();
        word.push_str(same);
    }
    if let Some(at) = word.find("fibre") {
        word.replace_range(at..at + 5, "fiber");
    }
    let _ = first(
        word,
        &[("sses", "ss", 1), ("ies", "y", 2), ("xes", "x", 1), ("ches", "ch", 2), ("shes", "sh", 2)],
    ) || (!word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && replace(word, "s", "", 3));
    if first(word, &[("ings", "", 4), ("ing", "", 4), ("ed", "", 4)]) {
        single(word);
    }
    let _ = first(
        word,
        &[
            ("ation", "at", 3),
            ("our", "or", 3),
            ("tre", "ter", 2),
            ("bre", "ber", 2),
            ("ise", "iz", 3),
            ("ize", "iz", 3),
            ("lys", "lyz", 3),
            ("fe", "v", 2),
            ("f", "v", 3),
            ("e", "", 3),
        ],
    );
}

fn french(word: &mut String) {
    let same = match word.as_str() {
        "yeux" => "oeil",
        "metallique" | "metalliques" | "metaux" => "metal",
        "plastiques" => "plastique",
        "ordis" => "ordi",
        _ => "",
    };
    if !same.is_empty() {
        word.clear();
        word.push_str(same);
    }
    // Two words for one thing.
    if word.starts_with("surgel") {
        word.replace_range(..6, "congel");
    }
    let _ = first(word, &[("eaux", "eau", 1), ("yaux", "yau", 1), ("aux", "al", 2)])
        || replace(word, "s", "", 3)
        || replace(word, "x", "", 3);
    let _ = first(
        word,
        &[
            ("trice", "teur", 2),
            ("euse", "eur", 3),
            ("eux", "eur", 3),
            ("iere", "ier", 2),
            ("ere", "er", 3),
            ("ive", "if", 3),
            ("ee", "", 3),
            ("e", "", 3),
        ],
    );
    // "canadienne", "professionnelle"; but "fritte" is no "frite".
    if word.ends_with("nn") || word.ends_with("ll") {
        single(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let rows: &[(Lang, &[&str])] = &[
            (Lang::En, &["chair", "chairs"]),
            (Lang::En, &["battery", "batteries"]),
            (Lang::En, &["box", "boxes"]),
            (Lang::En, &["glass", "glasses"]),
            (Lang::En, &["knife", "knives"]),
            (Lang::En, &["shelf", "shelves"]),
            (Lang::En, &["bandage", "bandages"]),
            (Lang::En, &["fibre", "fiber", "fibres", "fibers"]),
            (Lang::En, &["fibreglass", "fiberglass"]),
            (Lang::En, &["colour", "color", "colours"]),
            (Lang::En, &["insulated", "insulating", "insulation"]),
            (Lang::En, &["shelving", "shelve"]),
            (Lang::En, &["wood", "wooden"]),
            (Lang::En, &["sterilizer", "sterilizers"]),
            (Lang::En, &["matress", "matresses"]),
            (Lang::Fr, &["bureau", "bureaux"]),
            (Lang::Fr, &["cheval", "chevaux"]),
            (Lang::Fr, &["tuyau", "tuyaux"]),
            (Lang::Fr, &["congele", "congelee", "congeles", "congelees"]),
            (Lang::Fr, &["portatif", "portative", "portatifs"]),
            (Lang::Fr, &["generateur", "generatrice"]),
            (Lang::Fr, &["canadien", "canadienne"]),
            (Lang::Fr, &["metal", "metaux", "metalliques"]),
            (Lang::Fr, &["electrique", "electriques"]),
            (Lang::Fr, &["routier", "routiere"]),
            (Lang::Fr, &["jeu", "jeux"]),
            (Lang::Fr, &["pneu", "pneus"]),
        ];
        for (lang, words) in rows {
            for word in *words {
                assert_eq!(stem(*lang, word), stem(*lang, words[0]), "{word}");
            }
        }
    }

    #[test]
    fn other_words_keep_stems_of_their_own() {
        let rows: &[(Lang, &[&str])] = &[
            (Lang::En, &["printer", "print", "paper", "pap"]),
            (Lang::En, &["gas", "ga", "bus", "bu"]),
            (Lang::En, &["desk", "disk", "glass", "gloss", "pen", "penny"]),
            (Lang::Fr, &["agrafe", "agrafeuse", "imprimante", "imprime"]),
        ];
        for (lang, words) in rows {
            let mut stems: Vec<String> = words.iter().map(|word| stem(*lang, word)).collect();
            stems.sort_unstable();
            stems.dedup();
            assert_eq!(stems.len(), words.len(), "{words:?} {stems:?}");
        }
    }
}
