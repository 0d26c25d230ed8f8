//! What a person settled, as tables of the project: rows restated by hand, and why corrections were made.

/// Rows whose text no grammar reaches: row, hash of the official text, restated sentence, why in both languages.
const BY_HAND: &str = include_str!("../../../data/by-hand.tsv");
/// Why corrections of substance were made: row, why in both languages.
const PATCHES: &str = include_str!("../../../data/patches.tsv");

/// Rows whose two official texts differ, of which the English is followed: row, what differs in both languages.
const FOLLOWED: &str = include_str!("../../../data/followed.tsv");

/// A row restated by hand.
pub struct ByHand {
    /// The hash of the official text that the restatement stands for.
    pub hash: String,
    /// A sentence that the grammar reads. Empty: the row states no rule that could be read.
    pub sentence: &'static str,
    /// Why, in English and French.
    pub why: (String, String),
}

/// The restatement of a row, if it has one.
pub fn by_hand(row: &str) -> Option<ByHand> {
    let mut parts = rows(BY_HAND).find(|line| line.split('\t').next() == Some(row))?.split('\t').skip(1);
    Some(ByHand {
        hash: parts.next()?.to_owned(),
        sentence: parts.next()?,
        why: (parts.next()?.to_owned(), parts.next()?.to_owned()),
    })
}

/// Why the corrections of a row were made, in the order of the corrections: English, French.
pub fn reasons(row: &str) -> Vec<(String, String)> {
    said_of(PATCHES, row)
}

/// Where the French text of a row differs from the English one, which is followed: English, French.
pub fn followed(row: &str) -> Option<(String, String)> {
    said_of(FOLLOWED, row).into_iter().next()
}

fn said_of(table: &'static str, row: &str) -> Vec<(String, String)> {
    let lines = rows(table).filter(|line| line.split('\t').next() == Some(row));
    let reason = |line: &str| {
        let mut parts = line.split('\t').skip(1);
        Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
    };
    lines.filter_map(reason).collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// FNV-1a of a text, sixteen hexadecimal digits: tells a changed text from the one a person read.
pub fn hash(text: &str) -> String {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
}
