//! The tables of texts, in the order of their numbers.

mod terms;
mod rules;
mod reasons;
mod problems;
mod report;
mod shell;
mod lines;
mod origin;
mod result;
mod sources;
mod find;
mod questions;
mod applicability;
mod handling;
mod planning;
mod setasides;
mod jcp;
mod regimes;
mod audit;
mod details;
mod notices;
mod remedies;
mod taken;
mod worksheet;
mod conditions;
mod of_bid;
mod tolerance;
mod made;

use super::table::Text;

/// Every table, in the order of their numbers: first those whose texts the page says itself, then those that only the
/// engine says.
const TABLES: [&[Text]; 28] = [
    terms::TABLE,
    rules::TABLE,
    reasons::TABLE,
    problems::TABLE,
    report::TABLE,
    shell::TABLE,
    lines::TABLE,
    origin::TABLE,
    result::TABLE,
    sources::TABLE,
    find::TABLE,
    questions::TABLE,
    applicability::TABLE,
    handling::TABLE,
    planning::TABLE,
    setasides::TABLE,
    jcp::TABLE,
    regimes::TABLE,
    audit::TABLE,
    details::TABLE,
    notices::TABLE,
    remedies::TABLE,
    taken::TABLE,
    worksheet::TABLE,
    conditions::TABLE,
    of_bid::TABLE,
    tolerance::TABLE,
    made::TABLE,
];

/// How many texts there are.
pub(super) const COUNT: usize = made::END;
/// How many of them, from the first, the page says itself.
pub(super) const PAGE: usize = sources::END;

/// Every text, in the order of their numbers.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn all() -> impl Iterator<Item = &'static Text> {
    TABLES.into_iter().flatten()
}

/// The rule packs with their table of editions, which the page fetches from beside the texts.
const PACKS: [&str; 4] = [
    include_str!("../../packs/cusma.pack"),
    include_str!("../../packs/nafta.pack"),
    include_str!("../../packs/annex.pack"),
    include_str!("../../packs/editions.map"),
];

/// The hash of the names of the Harmonized System, which lie beside the texts too; taken by build.rs.
const CATALOG: &str = env!("CATALOG_HASH");

/// A hash (FNV-1a) of every text in both languages, of the rule packs, and of the names.
pub(super) const fn hash() -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut table = 0;
    while table < TABLES.len() {
        let mut index = 0;
        while index < TABLES[table].len() {
            let text = &TABLES[table][index];
            hash = mix(mix(mix(hash, text.name), text.en), text.fr);
            index += 1;
        }
        table += 1;
    }
    let mut pack = 0;
    while pack < PACKS.len() {
        hash = mix(hash, PACKS[pack]);
        pack += 1;
    }
    mix(hash, CATALOG)
}

const fn mix(mut hash: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanks_in(text: &str) -> Vec<&str> {
        let mut found: Vec<&str> =
            text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn every_text_has_its_blanks_in_both_languages() {
        for text in all() {
            let mut declared = text.blanks.to_vec();
            declared.sort_unstable();
            assert_eq!(blanks_in(text.en), declared, "{} in English", text.name);
            assert_eq!(blanks_in(text.fr), declared, "{} in French", text.name);
            assert!(text.blanks.len() <= 10, "{}: a blank is one digit", text.name);
        }
    }

    #[test]
    fn every_text_is_one_line_of_words() {
        for text in all() {
            for words in [text.en, text.fr] {
                assert!(!words.trim().is_empty() && !words.contains('\n'), "{}", text.name);
                assert!(!words.contains('<'), "{}: a text is no markup", text.name);
            }
        }
    }

    #[test]
    fn french_uses_its_own_signs() {
        for text in all() {
            let plain = [" :", " ;", " !", " ?", " »", "« ", " %", " $"]
                .into_iter()
                .find(|sign| text.fr.contains(sign));
            assert_eq!(plain, None, "{}: French has a no-break space beside its signs", text.name);
            assert!(!text.fr.contains('\''), "{}: French has a curved apostrophe", text.name);
        }
    }

    #[test]
    fn no_two_texts_share_a_name() {
        let mut names: Vec<&str> = all().map(|text| text.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
