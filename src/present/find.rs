//! The search for a code: what a query led to, group by group, for a list that opens below a field.

use crate::catalog::{Catalog, Found, Hit};
use crate::i18n::Words;
use crate::units::{HsCode, Level};
use crate::wire::wire;

wire! {
    /// What a query led to.
    pub struct FindView {
        /// What was typed: the list may still stand when something else is.
        pub typed: String,
        /// The lines by heading. The group of the best line stands first, and within it the best line.
        pub groups: Vec<FindGroup>,
        /// How much was found, in one line, to show and to announce. Empty while nothing is typed.
        pub summary: String,
        /// What else is to be said about the query: that its code is of an older edition, or longer than six digits.
        pub notices: Vec<String>,
        /// That the user answers for the code. Shown with every list.
        pub you_answer: String,
    }

    /// A heading, and lines found in it. For chapters, the chapter.
    pub struct FindGroup {
        /// Its code with points: `94.01`.
        pub code: String,
        /// Its name.
        pub label: String,
        /// The lines, the best first. At least one.
        pub hits: Vec<FindHit>,
    }

    /// A line that was found.
    pub struct FindHit {
        /// Its digits, as a field keeps them: `940139`.
        pub digits: String,
        /// Its code with points: `9401.39`.
        pub code: String,
        /// Its name in pieces, those that match the query marked.
        pub label: Vec<FindPart>,
        /// The everyday word that led to it, as a phrase. Empty where its name shows why.
        pub by: String,
        /// Whether it is a subheading, as the rules of origin need it. A heading is a step on the way.
        pub exact: bool,
    }

    /// A piece of a name.
    pub struct FindPart {
        /// The piece, blanks included.
        pub text: String,
        /// Whether it matches the query.
        pub matched: bool,
    }

    /// How goods are classified.
    pub struct ClassifyView {
        /// The title.
        pub title: String,
        /// What the rules are.
        pub lede: String,
        /// "Rule 1" and what it says, in order.
        pub rules: Vec<(String, String)>,
        /// Where they are written, and whom to ask.
        pub end: String,
    }
}

/// Searches the names of the words' language for what was typed; shows at most `limit` lines.
pub fn find(words: &Words, catalog: &Catalog, typed: &str, limit: usize) -> FindView {
    let found = catalog.find(typed, limit);
    let mut groups: Vec<FindGroup> = Vec::new();
    for hit in &found.hits {
        let shown = hit_view(words, catalog, hit);
        let above = hit.code.unit(Level::Heading).unwrap_or(hit.code);
        let code = above.to_string();
        match groups.iter_mut().find(|group| group.code == code) {
            Some(group) => group.hits.push(shown),
            None => {
                let label = name(catalog, &above);
                groups.push(FindGroup { code, label, hits: vec![shown] });
            }
        }
    }
    FindView {
        typed: typed.to_owned(),
        groups,
        summary: summary(words, typed, &found),
        notices: notices(words, typed, &found),
        you_answer: words.find_you_answer(),
    }
}

/// How goods are classified: the general rules for the interpretation of the Harmonized System, in our own words.
pub fn classify(words: &Words) -> ClassifyView {
    let texts = [
        words.classify_one(),
        words.classify_two(),
        words.classify_three(),
        words.classify_four(),
        words.classify_five(),
        words.classify_six(),
    ];
    let mut rules = Vec::new();
    for (text, number) in texts.into_iter().zip(["1", "2", "3", "4", "5", "6"]) {
        rules.push((words.classify_rule(number), text));
    }
    ClassifyView {
        title: words.classify_title(),
        lede: words.classify_lede(),
        rules,
        end: words.classify_end(),
    }
}

fn name(catalog: &Catalog, code: &HsCode) -> String {
    catalog.label(code).unwrap_or_default().to_owned()
}

fn hit_view(words: &Words, catalog: &Catalog, hit: &Hit) -> FindHit {
    FindHit {
        digits: hit.code.as_str().to_owned(),
        code: hit.code.to_string(),
        label: pieces(catalog.label(&hit.code).unwrap_or_default(), &hit.parts),
        by: hit.word.as_ref().map_or_else(String::new, |word| words.find_by_word(word)),
        exact: hit.code.level() == Level::Subheading,
    }
}

/// The name cut where what matches begins and ends.
fn pieces(label: &str, parts: &[(usize, usize)]) -> Vec<FindPart> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut put = |from: usize, to: usize, matched: bool| {
        if let Some(text) = label.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(FindPart { text: text.to_owned(), matched });
        }
    };
    for (from, to) in parts {
        put(at, *from, false);
        put(*from, *to, true);
        at = *to;
    }
    put(at, label.len(), false);
    pieces
}

fn summary(words: &Words, typed: &str, found: &Found) -> String {
    let shown = found.hits.len();
    match found.count {
        _ if typed.trim().is_empty() => String::new(),
        0 => words.find_none(),
        1 => words.find_one(),
        count if shown < count => words.find_more(&shown.to_string(), &count.to_string()),
        count => words.find_many(&count.to_string()),
    }
}

fn notices(words: &Words, typed: &str, found: &Found) -> Vec<String> {
    let mut notices = Vec::new();
    if let Some(old) = &found.older {
        let (code, edition) = (old.code.to_string(), old.edition.id());
        notices.push(match &old.today[..] {
            [today] => words.find_older_one(&code, edition, &today.to_string()),
            _ => words.find_older(&code, edition),
        });
    }
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    if let (true, Some(hit)) = (found.by_code && 6 < digits, found.hits.first()) {
        let code = found.older.as_ref().map_or(hit.code, |old| old.code);
        notices.push(words.find_national(&code.to_string()));
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::wire::Wire;

    const NAMES: &str = "canadian-content catalog 1 en\n85 Electrical equipment\n 17 Telephones\n  71 Antennas\n  \
        79 Parts of telephones\n94 Furniture\n 01 Seats\n  31 Swivel chairs, wooden\n  39 Swivel chairs, not of wood|office chair=940131\n \
        03 Furniture other than seats\n  30 Office furniture, wooden\nedition 2012\n\
        851770 851771 851779\nedition 2007\nend\n";

    fn view(typed: &str) -> FindView {
        let catalog = Catalog::read(NAMES).expect("the names of the test");
        let view = find(&Words::native(Lang::En), &catalog, typed, 10);
        assert_eq!(FindView::of_bytes(&view.to_bytes()).as_ref(), Some(&view));
        view
    }

    /// Groups with their lines: `94.01: 9401.31 [Swivel] chairs`.
    fn said(typed: &str) -> Vec<String> {
        let mut said = Vec::new();
        for group in view(typed).groups {
            for hit in group.hits {
                let pieces = hit
                    .label
                    .iter()
                    .map(|it| if it.matched { format!("[{}]", it.text) } else { it.text.clone() });
                let by = if hit.by.is_empty() { String::new() } else { format!(" ({})", hit.by) };
                said.push(format!("{}: {} {}{by}", group.code, hit.code, pieces.collect::<String>()));
            }
        }
        said
    }

    #[test]
    fn lines_stand_in_groups_with_what_matches() {
        assert_eq!(
            said("wooden SWIVEL chiar"),
            ["94.01: 9401.31 [Swivel] [chairs], [wooden]", "94.01: 9401.39 [Swivel] [chairs], not of wood"]
        );
        assert_eq!(
            said("office chair")[0],
            "94.01: 9401.39 Swivel [chairs], not of wood (found by “office chair”)"
        );
        assert_eq!(view("9401").groups[0].hits.len(), 3);
    }

    #[test]
    fn the_summary_says_how_much_was_found() {
        for (typed, expected) in
            [("", ""), ("zzzz", "Nothing found"), ("940139", "1 line found"), ("swivel", "2 lines")]
        {
            assert!(view(typed).summary.starts_with(expected), "{typed}: {}", view(typed).summary);
        }
        assert!(view("").summary.is_empty() && view("").groups.is_empty());
    }

    #[test]
    fn a_code_of_an_older_edition_is_told_with_its_successors() {
        let old = view("8517.70.00");
        assert_eq!(said("851770").len(), 2);
        assert!(old.notices[0].contains("8517.70 is a code of HS 2012"), "{:?}", old.notices);
        assert!(old.notices[1].contains("8517.70"), "{:?}", old.notices);
        assert!(view("9401.39.00.10").notices[0].contains("9401.39"));
    }

    #[test]
    fn the_six_rules_are_told_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::native(lang);
            assert_eq!(classify(&words).rules.len(), 6);
        }
    }
}
