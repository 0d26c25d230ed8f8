//! From a pack to the text of its file.

use super::{FIRST_LINE, level_digit};
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::rule::{
    Alternative, ContentTest, Figures, GoodIs, Group, Partners, Row, Sources, Target, Term, Way,
};
use crate::units::{HsRange, Percent};

/// The text of a pack. Reading it gives the same pack, if no word in it holds a bar or a line break and none is empty.
pub fn write(pack: &Pack) -> String {
    let mut out = format!(
        "{FIRST_LINE}\nset {}\nedition {}\nas-of {}\nsource {}|{}\nlicence {}|{}\nchapters",
        pack.set.id(),
        pack.set.edition().id(),
        pack.as_of,
        pack.source.0,
        pack.source.1,
        pack.licence.0,
        pack.licence.1,
    );
    for chapter in &pack.chapters {
        out.push_str(&format!(" {chapter}"));
    }
    out.push('\n');
    for patch in &pack.patches {
        let (row, (en, fr)) = (short(&patch.row, pack.set), &patch.why);
        out.push_str(&format!("patch {row} {} {en}|{fr}\n", patch.confidence));
    }
    for (en, fr) in &pack.names {
        out.push_str(&format!("name {en}|{fr}\n"));
    }
    for part in &pack.parts {
        let name = part.name.map_or(String::new(), |name| format!(" #{}", name.0));
        out.push_str(&format!("part {} {}{name}\n", part.table.id(), codes(&part.codes)));
    }
    for (role, name) in &pack.roles {
        out.push_str(&format!("role {} {}\n", role.id(), name.0));
    }
    for row in &pack.rows {
        write_row(&mut out, row, pack.set);
    }
    out.push_str(&format!("end {}\n", pack.rows.len()));
    out
}

/// The row id without the rule set in front.
fn short(id: &str, set: RuleSet) -> &str {
    let rest = id.strip_prefix(set.id()).and_then(|it| it.strip_prefix(':'));
    rest.filter(|it| !it.contains(':')).unwrap_or(id)
}

fn write_row(out: &mut String, row: &Row, set: RuleSet) {
    out.push_str(&format!("row {} {}", short(&row.id, set), codes(&row.codes)));
    if let Some(from) = row.from {
        out.push_str(&format!(" from:{from}"));
    }
    if let Some(until) = row.until {
        out.push_str(&format!(" until:{until}"));
    }
    out.push_str(match row.partners {
        Partners::All => "\n",
        Partners::OtherTrade => " other\n",
        Partners::Pair => " pair\n",
    });
    for alternative in &row.alternatives {
        write_alternative(out, alternative, &row.codes);
    }
}

fn write_alternative(out: &mut String, alternative: &Alternative, row: &[HsRange]) {
    let label = match alternative.label.as_str() {
        "" => ".",
        label => label,
    };
    out.push_str(&format!(" {label}"));
    write_target(out, &alternative.target, row);
    write_way(out, &alternative.way);
    if let Some(content) = &alternative.content {
        out.push_str(&format!(" %{}", content_word(content)));
    }
    for condition in &alternative.conditions {
        out.push_str(&format!(" &{}", condition.0));
    }
    out.push('\n');
}

fn write_target(out: &mut String, target: &Target, row: &[HsRange]) {
    if target.codes != row {
        out.push_str(&format!(" ={}", codes(&target.codes)));
    }
    if !target.except.is_empty() {
        out.push_str(&format!(" !{}", codes(&target.except)));
    }
    match target.good {
        GoodIs::Any => {}
        GoodIs::Named(name) => out.push_str(&format!(" #{}", name.0)),
        GoodIs::Residue => out.push_str(" #*"),
    }
    if let Some(usage) = target.usage {
        out.push_str(&format!(" @{}", usage.0));
    }
}

fn write_way(out: &mut String, way: &Way) {
    match way {
        Way::Shift { from, also } => {
            out.push_str(" <");
            write_sources(out, from);
            if let Some(also) = also {
                out.push_str(" +");
                write_sources(out, also);
            }
        }
        Way::NoShift => out.push_str(" 0"),
        Way::Process(process) => out.push_str(&format!(" ^{}", process.0)),
        Way::Unread => out.push_str(" ?"),
    }
}

fn write_sources(out: &mut String, sources: &Sources) {
    write_terms(out, &sources.any_of);
    if !sources.except.is_empty() {
        out.push_str(" -");
        write_terms(out, &sources.except);
    }
}

fn write_terms(out: &mut String, terms: &[Term]) {
    for term in terms {
        out.push(' ');
        write_term(out, term);
    }
}

fn write_term(out: &mut String, term: &Term) {
    match term {
        Term::AnyOther { level, group, within, within_own } => {
            out.push_str(&format!("*{}{}", level_digit(*level), group_word(group)));
            if !within.is_empty() {
                out.push_str(&format!("/{}", codes(within)));
            }
            if let Some(own) = within_own {
                out.push_str(&format!("~{}", level_digit(*own)));
            }
        }
        Term::Codes(ranges) => out.push_str(&codes(ranges)),
        Term::Named { name, codes: at } if at.is_empty() => out.push_str(&format!("#{}", name.0)),
        Term::Named { name, codes: at } => out.push_str(&format!("#{}:{}", name.0, codes(at))),
        Term::OtherGood(at) => out.push_str(&format!("${}", codes(at))),
        Term::WithinThat(level) => out.push_str(&format!("~{}", level_digit(*level))),
        Term::MoreThanOneOf(entries) => write_list(out, '{', entries, '}'),
        Term::AllOf(entries) => write_list(out, '[', entries, ']'),
    }
}

fn write_list(out: &mut String, open: char, entries: &[Term], close: char) {
    out.push(open);
    write_terms(out, entries);
    out.push(' ');
    out.push(close);
}

fn group_word(group: &Group) -> String {
    match group {
        Group::Silent => String::new(),
        Group::Outside => "o".to_owned(),
        Group::Within => "w".to_owned(),
        Group::Including(within) if within.is_empty() => "i".to_owned(),
        Group::Including(within) => format!("i({})", codes(within)),
    }
}

fn content_word(content: &ContentTest) -> String {
    match content {
        ContentTest::Unstated => "?".to_owned(),
        ContentTest::Fixed(figures) => figures_word(figures),
        ContentTest::Staged(stages) => {
            let stage = |(day, figures)| format!("{day}:{}", figures_word(figures));
            let words: Vec<String> = stages.iter().map(|(d, f)| stage((d, f))).collect();
            words.join(",")
        }
    }
}

fn figures_word(figures: &Figures) -> String {
    let word = |it: Option<Percent>| it.map_or("-".to_owned(), |percent| percent.to_string());
    format!("{}/{}", word(figures.transaction_value), word(figures.net_cost))
}

/// Ranges without points, between commas.
fn codes(ranges: &[HsRange]) -> String {
    let words: Vec<String> = ranges.iter().map(range_word).collect();
    words.join(",")
}

fn range_word(range: &HsRange) -> String {
    let (first, last) = (range.first(), range.last());
    match first == last {
        true => first.as_str().to_owned(),
        false => format!("{}-{}", first.as_str(), last.as_str()),
    }
}
