//! The trade agreements that bind Canada's federal procurement, and the labels by which notices name them.

/// A trade agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The domestic one: Canadian Free Trade Agreement.
    Cfta,
    /// Canada–Korea.
    Korea,
    /// Canada–Chile.
    Chile,
    /// Canada–Colombia.
    Colombia,
    /// Canada–Honduras.
    Honduras,
    /// Canada–Panama.
    Panama,
    /// Canada–Peru.
    Peru,
    /// Comprehensive and Progressive Agreement for Trans-Pacific Partnership.
    Cptpp,
    /// Comprehensive Economic and Trade Agreement with the European Union.
    Ceta,
    /// Canada–Ukraine.
    Ukraine,
    /// Canada–United Kingdom Trade Continuity Agreement.
    UnitedKingdom,
    /// The World Trade Organization's Agreement on Government Procurement.
    Wto,
    /// CUSMA, or NAFTA before it: its procurement obligations do not bind Canada.
    Cusma,
}

impl Agreement {
    /// Those with thresholds, the domestic one first.
    pub const ALL: [Agreement; 12] = [
        Agreement::Cfta,
        Agreement::Korea,
        Agreement::Chile,
        Agreement::Colombia,
        Agreement::Honduras,
        Agreement::Panama,
        Agreement::Peru,
        Agreement::Cptpp,
        Agreement::Ceta,
        Agreement::Ukraine,
        Agreement::UnitedKingdom,
        Agreement::Wto,
    ];

    /// Whether coverage by it takes a purchase out of the policy. The domestic one alone does not, nor does CUSMA.
    pub const fn is_international(self) -> bool {
        !matches!(self, Agreement::Cfta | Agreement::Cusma)
    }

    /// The agreement that a label names, in either language. Nothing: a label nobody here knows.
    pub fn of_label(label: &str) -> Option<Agreement> {
        let small = label.to_lowercase();
        let known = LABELS.iter().find(|(part, _)| holds_word(&small, part));
        known.map(|(_, agreement)| *agreement)
    }
}

/// Parts of labels, in lower case. The first that is found decides: names of countries stand before acronyms that
/// other labels could hold as well.
const LABELS: [(&str, Agreement); 38] = [
    ("cfta", Agreement::Cfta),
    ("alec", Agreement::Cfta),
    ("canadian free", Agreement::Cfta),
    ("libre-échange canadien", Agreement::Cfta),
    ("cptpp", Agreement::Cptpp),
    ("ptpgp", Agreement::Cptpp),
    ("pacific", Agreement::Cptpp),
    ("transpacifique", Agreement::Cptpp),
    ("ceta", Agreement::Ceta),
    ("aecg", Agreement::Ceta),
    ("european", Agreement::Ceta),
    ("européenne", Agreement::Ceta),
    ("comprehensive economic", Agreement::Ceta),
    ("commercial global", Agreement::Ceta),
    ("korea", Agreement::Korea),
    ("corée", Agreement::Korea),
    ("chile", Agreement::Chile),
    ("chili", Agreement::Chile),
    ("colombia", Agreement::Colombia),
    ("colombie", Agreement::Colombia),
    ("honduras", Agreement::Honduras),
    ("panama", Agreement::Panama),
    ("peru", Agreement::Peru),
    ("pérou", Agreement::Peru),
    ("ukraine", Agreement::Ukraine),
    ("united kingdom", Agreement::UnitedKingdom),
    ("royaume-uni", Agreement::UnitedKingdom),
    ("uk", Agreement::UnitedKingdom),
    ("wto", Agreement::Wto),
    ("omc", Agreement::Wto),
    ("world trade", Agreement::Wto),
    ("government procurement", Agreement::Wto),
    ("cusma", Agreement::Cusma),
    ("aceum", Agreement::Cusma),
    ("usmca", Agreement::Cusma),
    ("nafta", Agreement::Cusma),
    ("aléna", Agreement::Cusma),
    ("alena", Agreement::Cusma),
];

/// Whether the part stands in the label as a word of its own.
fn holds_word(label: &str, part: &str) -> bool {
    let mut from = 0;
    while let Some(at) = label.get(from..).and_then(|rest| rest.find(part)) {
        let (start, end) = (from + at, from + at + part.len());
        let joined = |text: Option<char>| text.is_some_and(char::is_alphanumeric);
        let before = label.get(..start).and_then(|text| text.chars().next_back());
        let after = label.get(end..).and_then(|text| text.chars().next());
        if !joined(before) && !joined(after) {
            return true;
        }
        from = end;
    }
    false
}

/// What a notice says of agreements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The agreements it names.
    pub agreements: Vec<Agreement>,
    /// It says that there are none.
    pub none: bool,
    /// Labels that nobody here knows, as written.
    pub unknown: Vec<String>,
}

/// Reads the labels of a notice: one a line, or parted by commas or semicolons, with or without a leading `*`.
pub fn named(text: &str) -> Named {
    let mut found = Named::default();
    for part in text.split(['\n', ';', ',', '*']) {
        let label = part.trim();
        if label.is_empty() {
            continue;
        }
        let small = label.to_lowercase();
        if ["none", "aucun", "no", "non", "n/a", "s.o."].contains(&small.as_str()) {
            found.none = true;
            continue;
        }
        match Agreement::of_label(label) {
            Some(agreement) if found.agreements.contains(&agreement) => {}
            Some(agreement) => found.agreements.push(agreement),
            None => found.unknown.push(label.to_owned()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_both_languages() {
        let rows: [(&str, &[Agreement], usize, bool); 8] = [
            ("*Canadian Free Trade Agreement (CFTA)", &[Agreement::Cfta], 0, false),
            (
                "*Accord de libre-échange canadien (ALEC)\n*Canada-Colombie",
                &[Agreement::Cfta, Agreement::Colombia],
                0,
                false,
            ),
            (
                "World Trade Organization-Agreement on Government Procurement (WTO-AGP)",
                &[Agreement::Wto],
                0,
                false,
            ),
            ("AMP-OMC; AECG; PTPGP", &[Agreement::Wto, Agreement::Ceta, Agreement::Cptpp], 0, false),
            ("NAFTA, Canada-UK TCA", &[Agreement::Cusma, Agreement::UnitedKingdom], 0, false),
            ("None", &[], 0, true),
            ("Accord of the moon", &[], 1, false),
            ("", &[], 0, false),
        ];
        for (text, agreements, unknown, none) in rows {
            let found = named(text);
            assert_eq!(found.agreements, agreements, "{text}");
            assert_eq!((found.unknown.len(), found.none), (unknown, none), "{text}");
        }
    }
}
