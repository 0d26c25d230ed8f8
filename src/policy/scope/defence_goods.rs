//! Goods of National Defence, the RCMP and the Coast Guard that international agreements leave out, by federal supply
//! class.
//!
//! Source: BCMAT, appendix B, for the list; that it equals what the agreements leave out was checked group by group
//! against Global Affairs' data of 2020, so today's equality is an inference. Classes are those of May 2005.

use crate::finding::Finding;

/// Whole groups.
const GROUPS: [&str; 21] = [
    "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "28", "31", "51", "58", "59", "60",
    "83", "84", "89", "95",
];

/// Classes of other groups.
const CLASSES: [&str; 11] =
    ["2310", "2320", "2330", "2350", "2355", "4220", "4230", "6615", "6665", "7010", "7650"];

/// Whether goods of a class are outside international coverage when one of the three buys them. `class` is two digits
/// for a group, or four for a class. Unknown where a group alone does not tell; nothing where it is no class.
pub fn outside_coverage(class: &str) -> Option<Finding> {
    let class = class.trim();
    if !matches!(class.len(), 2 | 4) || !class.bytes().all(|digit| digit.is_ascii_digit()) || class < "10" {
        return None;
    }
    let group = class.get(..2).unwrap_or_default();
    if GROUPS.contains(&group) || CLASSES.contains(&class) {
        return Some(Finding::Yes);
    }
    let some = class.len() == 2 && CLASSES.iter().any(|it| it.starts_with(group));
    Some(if some { Finding::Unknown } else { Finding::No })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_list_are_outside() {
        let rows = [
            ("8405", Some(Finding::Yes)),
            ("84", Some(Finding::Yes)),
            ("2310", Some(Finding::Yes)),
            ("2340", Some(Finding::No)),
            ("23", Some(Finding::Unknown)),
            ("71", Some(Finding::No)),
            ("7110", Some(Finding::No)),
            ("711", None),
            ("x1", None),
            ("", None),
            ("0012", None),
        ];
        for (class, expected) in rows {
            assert_eq!(outside_coverage(class), expected, "{class}");
        }
    }
}
