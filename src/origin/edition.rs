//! Today's codes of the Harmonized System in the older editions in which the rule sets are written.
//!
//! Source: correlation tables of the United Nations Statistics Division. The file is described in docs/pack-format.md.

use crate::units::{Edition, HsCode, Level};

/// The first line of the file.
const FIRST_LINE: &str = "canadian-content editions 1";

/// Which subheadings of HS 2022 became which older ones, and which there are. What is not among the changes kept its code
/// and its goods.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EditionMap {
    hs2012: Changes,
    hs2007: Changes,
    /// Every subheading of HS 2007, 2012 and 2022, in ascending order.
    subheadings: [Vec<HsCode>; 3],
}

/// The changes against one older edition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
struct Changes {
    /// A subheading of HS 2022 and the place of its old codes in `lists`, in order of the code.
    codes: Vec<(HsCode, usize)>,
    /// Old codes in ascending order; several new codes share a list.
    lists: Vec<Vec<HsCode>>,
    /// Old codes that HS 2022 no longer has, in ascending order.
    ceased: Vec<HsCode>,
}

/// The line of an edition file that is not understood, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditionProblem {
    /// The line.
    pub line: usize,
}

impl EditionMap {
    /// The map that a text holds. Never panics, on any text.
    pub fn read(text: &str) -> Result<EditionMap, EditionProblem> {
        let mut map = EditionMap::default();
        let mut edition = Edition::Hs2022;
        let mut listed = None;
        for (at, line) in text.lines().enumerate() {
            let problem = EditionProblem { line: at + 1 };
            if at == 0 && line == FIRST_LINE {
                continue;
            }
            match line {
                "edition 2012" => edition = Edition::Hs2012,
                "edition 2007" => edition = Edition::Hs2007,
                "codes 2007" => listed = place(Edition::Hs2007),
                "codes 2012" => listed = place(Edition::Hs2012),
                "codes 2022" => listed = place(Edition::Hs2022),
                _ if listed.is_some() => {
                    let codes = listed.and_then(|at| map.subheadings.get_mut(at)).ok_or(problem)?;
                    codes.extend(subheadings(line).ok_or(problem)?);
                }
                _ => map.changes_mut(edition).and_then(|changes| changes.add(line)).ok_or(problem)?,
            }
        }
        map.hs2012.codes.sort_unstable();
        map.hs2007.codes.sort_unstable();
        for codes in &mut map.subheadings {
            codes.sort_unstable();
        }
        Ok(map)
    }

    /// The codes of `edition` that hold goods of `code`, a code of HS 2022, in ascending order. At least one.
    ///
    /// One code: use it. Several: they may still lead to one rule; if not, the user must be asked.
    /// A heading or chapter gives those of all its subheadings, itself included. A tariff item belongs to the rule
    /// set's own edition and is given back, as is every code where `edition` is not 2007 or 2012.
    pub fn old_codes(&self, code: &HsCode, edition: Edition) -> Vec<HsCode> {
        match self.changes(edition) {
            Some(changes) => changes.old_codes(code),
            None => vec![*code],
        }
    }

    /// Whether the edition has this chapter, heading or subheading, or the subheading of this tariff item. Nothing where
    /// that is not known.
    pub fn has(&self, code: &HsCode, edition: Edition) -> Option<bool> {
        let codes = self.subheadings.get(place(edition)?).filter(|codes| !codes.is_empty())?;
        let code = code.unit(Level::Subheading).unwrap_or(*code);
        let at = codes.partition_point(|it| *it < code);
        Some(codes.get(at).is_some_and(|it| code.holds(it)))
    }

    /// Whether HS 2022 no longer has this subheading of an older edition.
    pub fn has_ceased(&self, code: &HsCode, edition: Edition) -> bool {
        self.changes(edition).is_some_and(|changes| changes.ceased.binary_search(code).is_ok())
    }

    /// The subheadings of HS 2022 that hold goods of an older one, in ascending order. Itself where nothing changed.
    pub fn successors(&self, code: &HsCode, edition: Edition) -> Vec<HsCode> {
        let mut found = Vec::new();
        if let Some(changes) = self.changes(edition) {
            for (new, list) in &changes.codes {
                if changes.lists.get(*list).is_some_and(|list| list.binary_search(code).is_ok()) {
                    found.push(*new);
                }
            }
        }
        if found.is_empty() {
            found.push(*code);
        }
        found
    }

    fn changes(&self, edition: Edition) -> Option<&Changes> {
        match edition {
            Edition::Hs2012 => Some(&self.hs2012),
            Edition::Hs2007 => Some(&self.hs2007),
            Edition::Hs2022 | Edition::Annex => None,
        }
    }

    fn changes_mut(&mut self, edition: Edition) -> Option<&mut Changes> {
        match edition {
            Edition::Hs2012 => Some(&mut self.hs2012),
            Edition::Hs2007 => Some(&mut self.hs2007),
            Edition::Hs2022 | Edition::Annex => None,
        }
    }
}

/// Where the subheadings of an edition stand.
fn place(edition: Edition) -> Option<usize> {
    match edition {
        Edition::Hs2007 => Some(0),
        Edition::Hs2012 => Some(1),
        Edition::Hs2022 => Some(2),
        Edition::Annex => None,
    }
}

impl Changes {
    /// Reads `851771,79 851770`: the new codes, then the old codes that each of them came from.
    fn add(&mut self, line: &str) -> Option<()> {
        if let Some(ceased) = line.strip_prefix("ceased ") {
            self.ceased = subheadings(ceased)?;
            self.ceased.sort_unstable();
            return Some(());
        }
        let (new, old) = line.split_once(' ')?;
        let at = self.lists.len();
        self.codes.extend(subheadings(new)?.into_iter().map(|code| (code, at)));
        self.lists.push(subheadings(old)?);
        Some(())
    }

    fn old_codes(&self, code: &HsCode) -> Vec<HsCode> {
        let first = self.codes.partition_point(|(it, _)| it < code);
        let inside = self.codes.iter().skip(first).take_while(|(it, _)| code.holds(it));
        let lists = inside.filter_map(|(_, list)| self.lists.get(*list));
        let mut found: Vec<HsCode> = lists.flatten().filter_map(|old| old.unit(code.level())).collect();
        // Of a heading we know only the changes: what did not change stays where it was.
        if found.is_empty() || code.level() < Level::Subheading {
            found.push(*code);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// `841311,19,20,841430`: two digits stand for a subheading of the heading before.
fn subheadings(text: &str) -> Option<Vec<HsCode>> {
    let mut heading = String::new();
    let mut codes = Vec::new();
    for word in text.split(',') {
        if word.len() == 2 {
            heading.truncate(4);
        } else {
            heading.clear();
        }
        heading.push_str(word);
        codes.push(HsCode::read(&heading).ok().filter(|it| it.level() == Level::Subheading)?);
    }
    Some(codes)
}

/// New codes, and the old codes that each of them came from.
pub type Change = (Vec<HsCode>, Vec<HsCode>);

/// Writes, for each edition, what changed and which of its codes have ceased, then the subheadings that there are, a
/// chapter a line, as `EditionMap::read` reads them.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(sections: &[(Edition, Vec<Change>, Vec<HsCode>)], all: &[(Edition, Vec<HsCode>)]) -> String {
    let mut out = format!("{FIRST_LINE}\n");
    for (edition, lists, ceased) in sections {
        out.push_str(&format!("edition {}\n", edition.id()));
        out.push_str(&format!("ceased {}\n", words(ceased)));
        for (new, old) in lists {
            out.push_str(&format!("{} {}\n", words(new), words(old)));
        }
    }
    for (edition, codes) in all {
        out.push_str(&format!("codes {}\n", edition.id()));
        for chapter in codes.chunk_by(|one, other| one.chapter() == other.chapter()) {
            out.push_str(&format!("{}\n", words(chapter)));
        }
    }
    out
}

#[cfg(not(target_arch = "wasm32"))]
fn words(codes: &[HsCode]) -> String {
    let mut before = "";
    let mut words = Vec::new();
    for code in codes {
        let text = code.as_str();
        let same_heading = before.get(..4) == text.get(..4);
        words.push(if same_heading { text.get(4..).unwrap_or(text) } else { text });
        before = text;
    }
    words.join(",")
}

#[cfg(test)]
mod tests {
    use super::{EditionMap, EditionProblem, write};
    use crate::units::{Edition, HsCode};

    const MAP: &str = "canadian-content editions 1\nedition 2012\n851771,79 851770\n880610 880211,12,20,880330\n\
         880621 852580,880220\nedition 2007\n940391 940390\n854231 854220\n";

    fn old(code: &str, edition: Edition) -> String {
        let map = EditionMap::read(MAP).expect("the map of the test");
        let code = HsCode::read(code).expect("a code of the table");
        let old = map.old_codes(&code, edition);
        old.iter().map(HsCode::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_code_is_found_in_the_older_edition() {
        let rows = [
            ("940330", Edition::Hs2012, "940330"),
            ("851779", Edition::Hs2012, "851770"),
            ("851779", Edition::Hs2007, "851779"),
            ("880610", Edition::Hs2012, "880211 880212 880220 880330"),
            ("8806", Edition::Hs2012, "8525 8802 8803 8806"),
            ("940391", Edition::Hs2007, "940390"),
            ("854231", Edition::Hs2007, "854220"),
            ("88", Edition::Hs2012, "85 88"),
            ("85177999", Edition::Hs2012, "85177999"),
            ("851779", Edition::Annex, "851779"),
        ];
        for (code, edition, expected) in rows {
            assert_eq!(old(code, edition), expected, "{code} {edition:?}");
        }
    }

    #[test]
    fn a_code_that_has_ceased_names_its_successors() {
        let map = EditionMap::read(
            "canadian-content editions 1\nedition 2012\nceased 851770,720719\n851771,79 851770\n",
        );
        let map = map.expect("the map of the test");
        let code = |text| HsCode::read(text).expect("a code of the test");
        assert!(map.has_ceased(&code("851770"), Edition::Hs2012));
        assert!(map.has_ceased(&code("720719"), Edition::Hs2012));
        assert!(!map.has_ceased(&code("851711"), Edition::Hs2012));
        assert!(!map.has_ceased(&code("851770"), Edition::Hs2007));
        assert_eq!(map.successors(&code("851770"), Edition::Hs2012), [code("851771"), code("851779")]);
        assert_eq!(map.successors(&code("851711"), Edition::Hs2012), [code("851711")]);
    }

    #[test]
    fn a_damaged_map_names_its_line() {
        for (text, line) in [
            ("editions", 1),
            ("canadian-content editions 1\ncanadian-content editions 1", 2),
            ("canadian-content editions 1\n851771 851770", 2),
            ("canadian-content editions 1\nedition 2012\n851771", 3),
            ("canadian-content editions 1\nedition 2012\n8517é1 851770", 3),
            ("canadian-content editions 1\nedition 1996", 2),
        ] {
            assert_eq!(EditionMap::read(text), Err(EditionProblem { line }), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let codes = |text: &str| -> Vec<_> {
            text.split(' ').map(|it| HsCode::read(it).expect("a code of the test")).collect()
        };
        let change = |new: &str, old: &str| (codes(new), codes(old));
        let sections = [
            (
                Edition::Hs2012,
                vec![change("851771 851779", "851770"), change("880610", "880211 880212 880330")],
                codes("851770 851780 852312"),
            ),
            (Edition::Hs2007, vec![change("940391", "940390")], codes("940390")),
        ];
        let all = [(Edition::Hs2022, codes("010121 010129 010221 851771 851779"))];
        let text = write(&sections, &all);
        let expected = "canadian-content editions 1\nedition 2012\nceased 851770,80,852312\n851771,79 851770\n\
                        880610 880211,12,880330\nedition 2007\nceased 940390\n940391 940390\n\
                        codes 2022\n010121,29,010221\n851771,79\n";
        assert_eq!(text, expected);
        let map = EditionMap::read(&text).expect("what was written");
        for (code, has) in [
            ("010121", true),
            ("01012100", true),
            ("0101", true),
            ("01", true),
            ("85", true),
            ("010122", false),
            ("0103", false),
            ("02", false),
            ("851780", false),
            ("970110", false),
        ] {
            let code = HsCode::read(code).expect("a code of the table");
            assert_eq!(map.has(&code, Edition::Hs2022), Some(has), "{code}");
            assert_eq!(map.has(&code, Edition::Hs2012), None, "{code}");
            assert_eq!(map.has(&code, Edition::Annex), None, "{code}");
        }
    }
}
