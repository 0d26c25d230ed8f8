//! Text as it is searched: no case, no accents, and one space for everything between words.

/// What a byte of ASCII is searched as. Zero: it parts words.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Writes the text that way after what is there, a space before it if need be; `places` gets, for each byte written,
/// where in the text it comes from.
fn write(text: &str, to: &mut Vec<u8>, mut places: Option<&mut Vec<usize>>) {
    let bytes = text.as_bytes();
    to.reserve(bytes.len() + 1);
    let mut at = 0;
    let mut gap = true;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let mut folded: [u8; 4] = [0; 4];
        let mut count = 1;
        if let Some(&small) = ASCII.get(usize::from(byte)) {
            at += 1;
            if small == 0 {
                gap = true;
                continue;
            }
            folded[0] = small;
        } else {
            // OK because `at` always stands between characters.
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
            at += c.len_utf8();
            count = fold(c, &mut folded);
            if count == 0 {
                gap = true;
                continue;
            }
        }
        if gap && !to.is_empty() {
            to.push(b' ');
            if let Some(places) = places.as_deref_mut() {
                places.push(start);
            }
        }
        gap = false;
        if count == 1 {
            to.push(folded[0]);
        } else {
            to.extend_from_slice(&folded[..count]);
        }
        if let Some(places) = places.as_deref_mut() {
            places.extend(std::iter::repeat_n(start, count));
        }
    }
}

/// A character beyond ASCII, as it is searched: how many bytes. None: it parts words.
fn fold(c: char, to: &mut [u8; 4]) -> usize {
    let plain: &[u8] = match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => b"a",
        'ç' | 'Ç' => b"c",
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => b"e",
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => b"i",
        'ñ' | 'Ñ' => b"n",
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'Ò' | 'Ó' | 'Ô' | 'Ö' | 'Õ' => b"o",
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => b"u",
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => b"y",
        'œ' | 'Œ' => b"oe",
        'æ' | 'Æ' => b"ae",
        _ if c.is_alphanumeric() => return c.encode_utf8(to).len(),
        _ => return 0,
    };
    to[..plain.len()].copy_from_slice(plain);
    plain.len()
}

/// What a byte is searched as. Zero: it parts words. `BEYOND`: it begins a character beyond ASCII.
const BYTES: [u8; 256] = {
    let mut table = [BEYOND; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = ASCII[byte];
        byte += 1;
    }
    table
};

/// No byte is searched as this.
const BEYOND: u8 = 1;

/// Appends the text, as it is searched: what `write` does, for the whole of a file and so without growing by the byte.
pub(super) fn plain_into(text: &str, to: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let before = to.len();
    // No character is longer as it is searched, and where there is a space there was a sign; but for the first.
    to.resize(before + bytes.len() + 1, 0);
    let (mut at, mut end) = (0, before);
    let mut gap = before != 0;
    while let Some(&byte) = bytes.get(at) {
        let small = BYTES[usize::from(byte)];
        if small == 0 {
            gap = end != 0;
            at += 1;
            continue;
        }
        let mut folded: [u8; 4] = [small, 0, 0, 0];
        let mut count = 1;
        if small == BEYOND {
            // OK because `at` always stands between characters.
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            count = fold(c, &mut folded);
            if count == 0 {
                gap = end != 0;
                continue;
            }
        } else {
            at += 1;
        }
        if gap {
            to[end] = b' ';
            end += 1;
            gap = false;
        }
        for byte in &folded[..count] {
            to[end] = *byte;
            end += 1;
        }
    }
    to.truncate(end);
}

/// The text as it is searched.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let mut to = Vec::new();
    plain_into(text, &mut to);
    to
}

/// The same, and for each byte the place in the text that it comes from.
pub(super) fn plain_with_places(text: &str) -> (Vec<u8>, Vec<usize>) {
    let (mut to, mut places) = (Vec::new(), Vec::new());
    write(text, &mut to, Some(&mut places));
    (to, places)
}

/// Whether the part stands in the text, both as they are searched.
pub(super) fn holds(text: &[u8], part: &[u8]) -> bool {
    let Some((first, rest)) = part.split_first() else { return true };
    let mut left = text;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = left.get(at + 1..).unwrap_or_default();
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_signs_do_not_matter() {
        for (text, expected) in [
            ("Élève — CŒUR", "eleve coeur"),
            ("  set-aside,\r\nPSIB ", "set aside psib"),
            ("W8486-12/A", "w8486 12 a"),
            ("ÇA l’été", "ca l ete"),
            ("日本 2", "日本 2"),
            ("…", ""),
        ] {
            assert_eq!(String::from_utf8(plain(text)).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn the_quick_way_writes_the_same() {
        for text in ["", " ", "a", "é", "  Œuvre, à l’été; 日本…", "x…", "…x", "a  b--c\u{a0}d", "ÿ\u{301}z"]
        {
            for before in ["", "w"] {
                let (mut one, mut other) = (before.as_bytes().to_vec(), before.as_bytes().to_vec());
                plain_into(text, &mut one);
                write(text, &mut other, None);
                assert_eq!(one, other, "{before:?} {text:?}");
            }
        }
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "Été à l’Œuvre";
        let (plain, places) = plain_with_places(text);
        assert_eq!(plain.len(), places.len());
        let at = plain.windows(5).position(|it| it == b"oeuvr").expect("it is there");
        assert!(text[places[at]..].starts_with('Œ'));
    }

    #[test]
    fn parts_are_found() {
        assert!(holds(b"abcabd", b"abd") && holds(b"a", b"") && !holds(b"ab", b"abc") && !holds(b"", b"a"));
    }
}
