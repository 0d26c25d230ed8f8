//! A rule as a published example abbreviates it, read by the parser of the official wording.

use crate::case::Good;
use crate::finding::Finding;
use crate::origin::judge::shift_alone;
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::rule::{Alternative, ContentTest, GoodIs, Partners, Row, Sources, Term, Way};
use crate::origin::text;
use crate::units::{Day, HsCode, Level};

/// A rule that an example quotes, as a pack of one row.
pub(super) struct Quoted {
    pub(super) pack: Pack,
    /// The words of exceptions that hold in some cases only, in the order of the alternatives.
    provisos: Vec<(usize, String)>,
}

impl Quoted {
    /// Reads the rule. Nothing where a part of it is not understood or its text breaks off.
    pub(super) fn read(quoted: &str, good: &HsCode, set: RuleSet) -> Option<Quoted> {
        if quoted.trim().is_empty() || quoted.trim_end().ends_with("...") {
            return None;
        }
        let (head, content) = without_content(quoted);
        let sentence = official(&head, good);
        let reading = text::read(&sentence);
        if !reading.troubles.is_empty() || reading.alternatives.is_empty() {
            return None;
        }
        let mut alternatives = reading.alternatives;
        let mut provisos = Vec::new();
        for (index, alternative) in alternatives.iter_mut().enumerate() {
            if content && alternative.content.is_none() {
                alternative.content = Some(ContentTest::Unstated);
            }
            for sources in sources_of(alternative) {
                // "... when resulting from a simple assembly" qualifies the exception before it.
                let words = |term: &Term| match term {
                    Term::Named { name, codes } if codes.is_empty() => {
                        let words = reading.phrases.get(usize::from(name.0))?.words.to_lowercase();
                        words.starts_with("when ").then_some(words)
                    }
                    _ => None,
                };
                let at = sources.except.iter().position(|term| words(term).is_some());
                if let Some(at) = at {
                    provisos.extend(words(&sources.except[at]).map(|words| (index, words)));
                    sources.except.remove(at);
                    // The exception that it qualifies stands last, where `Quoted::shift` looks for it.
                    let qualified = sources.except.remove(at.checked_sub(1)?);
                    sources.except.push(qualified);
                }
            }
        }
        let codes = alternatives.iter().flat_map(|it| it.target.codes.clone()).collect();
        let row = Row {
            id: String::from("quoted"),
            codes,
            from: None,
            until: None,
            partners: Partners::All,
            alternatives,
        };
        let names = reading.phrases.iter().map(|it| (it.words.clone(), it.words.clone())).collect();
        let pack = Pack {
            set,
            as_of: Day::EARLIEST,
            source: Default::default(),
            licence: Default::default(),
            chapters: (1..=97).collect(),
            rows: vec![row].into(),
            names,
            parts: Vec::new(),
            roles: Vec::new(),
            patches: Vec::new(),
            editions: None,
        };
        Some(Quoted { pack, provisos })
    }

    pub(super) fn alternatives(&self) -> &[Alternative] {
        self.pack.rows.first().map_or(&[], |row| row.alternatives.as_slice())
    }

    /// Whether the materials shift by one of the alternatives. `holds` says of an exception's "when ..." whether it
    /// holds here. Unknown where the codes do not decide it.
    pub(super) fn shift(&self, good: &Good, holds: &dyn Fn(&str) -> Finding) -> Finding {
        let mut found: Option<Finding> = None;
        let mut plain = true;
        for (index, alternative) in self.alternatives().iter().enumerate() {
            plain &= alternative.target.good == GoodIs::Any && alternative.target.usage.is_none();
            let proviso = self.provisos.iter().find(|(at, _)| *at == index);
            let kept = shift_alone(&self.pack, good, alternative);
            let shifts = match proviso.map(|(_, words)| holds(words)) {
                None | Some(Finding::Yes) => kept,
                Some(denied) => {
                    let mut without = alternative.clone();
                    for sources in sources_of(&mut without) {
                        sources.except.pop();
                    }
                    let dropped = shift_alone(&self.pack, good, &without);
                    match denied {
                        Finding::No => dropped,
                        _ => kept.zip(dropped).map(|pair| Finding::agreed([pair.0, pair.1])),
                    }
                }
            };
            let Some(shifts) = shifts else { continue };
            found = Some(match found {
                // Several alternatives for described goods: only what they agree on is known.
                Some(before) if !plain => Finding::agreed([before, shifts]),
                Some(before) => before.max(shifts),
                None => shifts,
            });
        }
        found.unwrap_or(Finding::Unknown)
    }
}

fn sources_of(alternative: &mut Alternative) -> Vec<&mut Sources> {
    match &mut alternative.way {
        Way::Shift { from, also } => std::iter::once(from).chain(also.as_mut()).collect(),
        _ => Vec::new(),
    }
}

/// The rule without its words on regional value content, and whether it asks for any.
fn without_content(quoted: &str) -> (String, bool) {
    let lower = quoted.to_ascii_lowercase();
    let Some(at) = lower.find("rvc") else { return (quoted.to_owned(), false) };
    let mut head = quoted[..at].trim_end();
    let mut asks = true;
    loop {
        let trimmed = head.trim_end_matches([' ', ',', ';', '+', '.']);
        let word = trimmed.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
        asks &= word != "no";
        head = match word.as_str() {
            "no" | "and" | "plus" | "with" => &trimmed[..trimmed.len() - word.len()],
            _ => return (trimmed.to_owned(), asks),
        };
    }
}

/// The words that name a level.
const LEVELS: [&str; 8] =
    ["chapter", "chapters", "heading", "headings", "subheading", "subheadings", "item", "items"];

/// The rule in the official wording: with its head, its words of level, and "except from".
fn official(quoted: &str, good: &HsCode) -> String {
    let mut words: Vec<String> = Vec::new();
    let given: Vec<&str> = quoted.split_whitespace().collect();
    for (index, word) in given.iter().enumerate() {
        let bare = word.trim_end_matches([',', ';', '.']);
        let mark = &word[bare.len()..];
        let has_level = words.last().is_some_and(|it| LEVELS.contains(&it.to_ascii_lowercase().as_str()));
        if let Some((first, last)) = bare.split_once('-')
            && let (Ok(first_code), Ok(_)) = (HsCode::read(first), HsCode::read(last))
        {
            words.extend((!has_level).then(|| level(&first_code).to_owned()));
            words.extend([first.to_owned(), String::from("through"), format!("{last}{mark}")]);
        } else if !bare.contains('.') && !has_level && bare.len() > 2 && HsCode::read(bare).is_ok() {
            let after = words.last().is_some_and(|it| it == "through");
            let code = HsCode::read(bare).unwrap_or(*good);
            words.extend((!after).then(|| level(&code).to_owned()));
            words.push((*word).to_owned());
        } else if bare.eq_ignore_ascii_case("except") && given.get(index + 1) != Some(&"from") {
            if let Some(before) = words.last_mut().filter(|it| !it.ends_with(',')) {
                before.push(',');
            }
            words.extend([String::from("except"), String::from("from")]);
        } else {
            words.push((*word).to_owned());
        }
    }
    let sentence = words.join(" ");
    let lower = sentence.to_ascii_lowercase();
    let own = format!("{} {good}", level(good));
    if lower.starts_with("a change") || lower.starts_with("no ") || lower.starts_with("(") {
        sentence
    } else if lower.starts_with("change to") {
        format!("A {sentence}")
    } else if let Some(rest) = lower.strip_prefix("change from") {
        format!("A change to {own} from{}", &sentence[sentence.len() - rest.len()..])
    } else if lower.starts_with("from") {
        format!("A change to {own} {sentence}")
    } else {
        format!("A change to {sentence}")
    }
}

fn level(code: &HsCode) -> &'static str {
    match code.level() {
        Level::Chapter => "chapter",
        Level::Heading => "heading",
        Level::Subheading => "subheading",
        Level::TariffItem => "item",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviated_rules_are_read_in_the_official_wording() {
        let rows = [
            (
                "change to 1902-1905 from any other chapter",
                "A change to heading 1902 through 1905 from any other chapter",
            ),
            (
                "9403.10-9403.80 from any other heading",
                "A change to subheading 9403.10 through 9403.80 from any other heading",
            ),
            ("heading 94.02 from any other chapter", "A change to heading 94.02 from any other chapter"),
            ("change from any other chapter", "A change to subheading 9403.30 from any other chapter"),
            (
                "change from any other heading except 3920.20 or 3920.71",
                "A change to subheading 9403.30 from any other heading, except from 3920.20 or 3920.71",
            ),
        ];
        let good = HsCode::read("940330").expect("a code");
        for (quoted, expected) in rows {
            assert_eq!(official(quoted, &good), expected, "{quoted}");
            assert!(Quoted::read(quoted, &good, RuleSet::Nafta).is_some(), "{quoted}");
        }
        for (quoted, head, asks) in [
            ("change from any other chapter; no RVC", "change from any other chapter", false),
            ("from any other heading, AND RVC", "from any other heading", true),
            ("from any other subheading + RVC 35 build-up", "from any other subheading", true),
            ("from any other subheading", "from any other subheading", false),
        ] {
            assert_eq!(without_content(quoted), (head.to_owned(), asks), "{quoted}");
        }
    }
}
