//! Whether two words differ by one slip of the finger.

/// Whether one letter more, less or else, or two neighbours swapped, make `a` of `b`. Equal words are not.
pub(super) fn one_error(a: &[u8], b: &[u8]) -> bool {
    if a.len() < b.len() {
        return one_error(b, a);
    }
    // From here on `a` is as long, or longer.
    if b.len() + 1 < a.len() {
        return false;
    }
    let mut same = 0;
    while same < b.len() && a[same] == b[same] {
        same += 1;
    }
    if a.len() != b.len() {
        return a[same + 1..] == b[same..];
    }
    if same == a.len() {
        return false;
    }
    let swapped = same + 1 < a.len() && a[same] == b[same + 1] && a[same + 1] == b[same];
    a[same + 1..] == b[same + 1..] || (swapped && a[same + 2..] == b[same + 2..])
}

#[cfg(test)]
mod tests {
    use super::one_error;

    #[test]
    fn one_slip_is_told_from_two() {
        let rows = [
            ("mattress", "matress", true),
            ("keyboard", "keybaord", true),
            ("stapler", "staplar", true),
            ("desk", "desks", true),
            ("chair", "hcair", true),
            ("chair", "chair", false),
            ("chair", "hciar", false),
            ("printer", "printing", false),
            ("", "a", true),
            ("", "", false),
            ("ab", "ba", true),
        ];
        for (a, b, expected) in rows {
            assert_eq!(one_error(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
            assert_eq!(one_error(b.as_bytes(), a.as_bytes()), expected, "{b} {a}");
        }
    }
}
