//! A rule of origin in words, rendered from the same structure that is judged.

use super::format::{any_of, asked};
use super::lang::Lang;
use super::words::Words;
use crate::origin::pack::Pack;
use crate::origin::rule::{
    Alternative, ContentTest, Figures, GoodIs, Group, NameId, Row, Sources, Target, Term, Way,
};
use crate::units::{HsRange, Level};

/// How a list of codes stands in the sentence.
#[derive(Clone, Copy)]
enum Case {
    Plain,
    From,
    To,
}

/// One alternative as a sentence, without its label.
pub fn alternative(words: &Words, pack: &Pack, alternative: &Alternative) -> String {
    let case = if matches!(alternative.way, Way::Process(_)) { Case::Plain } else { Case::To };
    let mut target = target(words, pack, &alternative.target, case);
    let mut sentence = match &alternative.way {
        Way::Unread => return words.unread_rule(),
        Way::NoShift => words.no_change(&target),
        Way::Process(process) => words.a_process(&target, name(words, pack, *process)),
        Way::Shift { from, also } => {
            // What limits the good stands between commas.
            if alternative.target.good != GoodIs::Any || alternative.target.usage.is_some() {
                target.push(',');
            }
            let mut source = sources(words, pack, from);
            if let Some(also) = also {
                source = words.also_from(&source, &sources(words, pack, also));
            }
            words.a_change(&target, &source)
        }
    };
    sentence = match &alternative.content {
        None => sentence,
        Some(ContentTest::Unstated) => words.with_content_unstated(&sentence),
        Some(test) => words.with_content(&sentence, &content(words, test)),
    };
    for condition in &alternative.conditions {
        sentence = words.with_condition(&sentence, name(words, pack, *condition));
    }
    words.full_stop(&sentence)
}

/// The figures of a content test in words: `60 % by transaction value or 50 % by net cost`.
pub fn content(words: &Words, test: &ContentTest) -> String {
    match test {
        ContentTest::Fixed(figures) => any_of(words, &each_figure(words, figures)),
        ContentTest::Staged(stages) => {
            let mut said = Vec::new();
            for (day, figures) in stages {
                let day = day.to_string();
                for figure in each_figure(words, figures) {
                    said.push(words.from_day(&figure, &day));
                }
            }
            said.join(", ")
        }
        ContentTest::Unstated => String::new(),
    }
}

/// Each figure with its method: a day belongs to every one of them.
fn each_figure(words: &Words, figures: &Figures) -> Vec<String> {
    let lang = words.lang();
    let mut said = Vec::new();
    if let Some(percent) = figures.transaction_value {
        said.push(words.by_transaction_value(&asked(lang, percent)));
    }
    if let Some(percent) = figures.net_cost {
        said.push(words.by_net_cost(&asked(lang, percent)));
    }
    said
}

/// The goods that a row covers, as a list of codes: `subheadings 9403.10 to 9403.89`.
pub fn row_codes(words: &Words, row: &Row) -> String {
    codes(words, &row.codes, Case::Plain)
}

/// The goods that an alternative is about: `heading 94.03, for any other good`.
pub fn good_of(words: &Words, pack: &Pack, good: &Target) -> String {
    target(words, pack, good, Case::Plain)
}

/// One source or exception in words, with its preposition: `from any other chapter`.
pub fn term(words: &Words, pack: &Pack, term: &Term) -> String {
    match term {
        Term::AnyOther { level, group, within, within_own } => {
            let mut source = match (group, level) {
                (Group::Outside, Level::Chapter) => words.outside_chapter(),
                (Group::Outside, Level::Heading) => words.outside_heading(),
                (Group::Outside, Level::Subheading) => words.outside_subheading(),
                (Group::Outside, Level::TariffItem) => words.outside_item(),
                (_, Level::Chapter) => words.any_other_chapter(),
                (_, Level::Heading) => words.any_other_heading(),
                (_, Level::Subheading) => words.any_other_subheading(),
                (_, Level::TariffItem) => words.any_other_item(),
            };
            source = match within_own {
                Some(Level::Chapter) => words.inside_own_chapter(&source),
                Some(Level::Heading) => words.inside_own_heading(&source),
                Some(_) => words.inside_own_subheading(&source),
                None if within.is_empty() => source,
                None => words.inside_codes(&source, &codes(words, within, Case::Plain)),
            };
            match group {
                Group::Including(list) if list.is_empty() => words.group_included(&source),
                Group::Including(list) => {
                    words.group_included_codes(&source, &codes(words, list, Case::Plain))
                }
                Group::Within => words.group_within(&source),
                Group::Silent | Group::Outside => source,
            }
        }
        Term::Codes(ranges) => codes(words, ranges, Case::From),
        Term::Named { name: id, codes: list } if list.is_empty() => words.described(name(words, pack, *id)),
        Term::Named { name: id, codes: list } => {
            words.described_of(name(words, pack, *id), &codes(words, list, Case::Plain))
        }
        Term::OtherGood(list) if list.is_empty() => words.other_good_own(),
        Term::OtherGood(list) => words.other_good_of(&codes(words, list, Case::Plain)),
        Term::WithinThat(Level::Chapter) => words.from_that_chapter(),
        Term::WithinThat(Level::Heading) => words.from_that_heading(),
        Term::WithinThat(Level::Subheading) => words.from_that_subheading(),
        Term::WithinThat(Level::TariffItem) => words.from_that_item(),
        Term::MoreThanOneOf(list) => words.more_than_one_of(&listed(words, pack, list)),
        Term::AllOf(list) => words.all_of_list(&listed(words, pack, list)),
    }
}

fn listed(words: &Words, pack: &Pack, terms: &[Term]) -> String {
    let mut said = Vec::new();
    for (index, entry) in each(words, pack, terms).iter().enumerate() {
        said.push(words.list_entry(&(index + 1).to_string(), entry));
    }
    said.join("; ")
}

fn each(words: &Words, pack: &Pack, terms: &[Term]) -> Vec<String> {
    let mut said = Vec::new();
    for entry in terms {
        said.push(term(words, pack, entry));
    }
    said
}

fn sources(words: &Words, pack: &Pack, sources: &Sources) -> String {
    let from = any_of(words, &each(words, pack, &sources.any_of));
    if sources.except.is_empty() {
        return from;
    }
    words.except_from(&from, &any_of(words, &each(words, pack, &sources.except)))
}

fn target(words: &Words, pack: &Pack, target: &Target, case: Case) -> String {
    let mut said = codes(words, &target.codes, case);
    if !target.except.is_empty() {
        said = words.target_except(&said, &codes(words, &target.except, Case::Plain));
    }
    let mut limits = Vec::new();
    match target.good {
        GoodIs::Any => {}
        GoodIs::Named(id) => limits.push(words.target_named(name(words, pack, id))),
        GoodIs::Residue => limits.push(words.target_residue()),
    }
    if let Some(usage) = target.usage {
        limits.push(words.target_use(name(words, pack, usage)));
    }
    if limits.is_empty() { said } else { words.target_limits(&said, &limits.join(", ")) }
}

/// A short name of the pack in the language of the words.
pub(super) fn name<'p>(words: &Words, pack: &'p Pack, id: NameId) -> &'p str {
    let (en, fr) = pack.name(id);
    match words.lang() {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

/// Ranges in words, one group for each run of the same level.
fn codes(words: &Words, ranges: &[HsRange], case: Case) -> String {
    let mut said = Vec::new();
    for group in ranges.chunk_by(|a, b| a.first().level() == b.first().level()) {
        said.push(codes_of_level(words, group, case));
    }
    any_of(words, &said)
}

fn codes_of_level(words: &Words, ranges: &[HsRange], case: Case) -> String {
    let mut each = Vec::new();
    let mut one = ranges.len() == 1;
    for range in ranges {
        let first = range.first().to_string();
        if range.first() == range.last() {
            each.push(first);
        } else {
            one = false;
            each.push(words.range_to(&first, &range.last().to_string()));
        }
    }
    let list = any_of(words, &each);
    let level = ranges.first().map_or(Level::Chapter, |range| range.first().level());
    match (case, level, one) {
        (Case::Plain, Level::Chapter, true) => words.chapter_one(&list),
        (Case::Plain, Level::Chapter, false) => words.chapter_more(&list),
        (Case::Plain, Level::Heading, true) => words.heading_one(&list),
        (Case::Plain, Level::Heading, false) => words.heading_more(&list),
        (Case::Plain, Level::Subheading, true) => words.subheading_one(&list),
        (Case::Plain, Level::Subheading, false) => words.subheading_more(&list),
        (Case::Plain, Level::TariffItem, true) => words.item_one(&list),
        (Case::Plain, Level::TariffItem, false) => words.item_more(&list),
        (Case::From, Level::Chapter, true) => words.from_chapter_one(&list),
        (Case::From, Level::Chapter, false) => words.from_chapter_more(&list),
        (Case::From, Level::Heading, true) => words.from_heading_one(&list),
        (Case::From, Level::Heading, false) => words.from_heading_more(&list),
        (Case::From, Level::Subheading, true) => words.from_subheading_one(&list),
        (Case::From, Level::Subheading, false) => words.from_subheading_more(&list),
        (Case::From, Level::TariffItem, true) => words.from_item_one(&list),
        (Case::From, Level::TariffItem, false) => words.from_item_more(&list),
        (Case::To, Level::Chapter, true) => words.to_chapter_one(&list),
        (Case::To, Level::Chapter, false) => words.to_chapter_more(&list),
        (Case::To, Level::Heading, true) => words.to_heading_one(&list),
        (Case::To, Level::Heading, false) => words.to_heading_more(&list),
        (Case::To, Level::Subheading, true) => words.to_subheading_one(&list),
        (Case::To, Level::Subheading, false) => words.to_subheading_more(&list),
        (Case::To, Level::TariffItem, true) => words.to_item_one(&list),
        (Case::To, Level::TariffItem, false) => words.to_item_more(&list),
    }
}
