//! Both languages say the same: the same marks and figures, and every code of a rule.

use crate::any::{PACKS, bids};
use crate::bids::read_in;
use canadian_content::i18n::{self, Lang, Words};
use canadian_content::origin::rule::{
    Alternative, ContentTest, Figures, Group, NameId, Row, Sources, Target, Term, Way,
};
use canadian_content::present::{self};
use canadian_content::units::{HsRange, Percent};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn both_languages_show_the_same_answer(draft in bids()) {
        let seen = Lang::ALL.map(|lang| read_in(&draft, lang, |reading| {
            let result = present::result(reading);
            let lines = present::lines(reading);
            let share = result.share.as_ref().map(|it| (it.canadian, it.undetermined, it.threshold));
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let said = [&result.word, &result.verdict, &result.summary];
            assert!(said.iter().all(|text| !text.is_empty()) && !present::report(reading).is_empty());
            (
                (result.mark, share, result.sentences.len(), result.edition.len()),
                result.rows.iter().map(|row| (row.id, row.mark, digits(&row.amount))).collect::<Vec<_>>(),
                lines.lines.iter().map(|line| (line.id, line.mark, line.fields.len())).collect::<Vec<_>>(),
                (digits(&lines.total), digits(&lines.canadian), digits(&lines.share), digits(&result.summary)),
            )
        }));
        prop_assert_eq!(&seen[0], &seen[1]);
    }
}

fn of_ranges(ranges: &[HsRange], found: &mut Vec<String>) {
    found.extend(ranges.iter().flat_map(|range| [range.first().to_string(), range.last().to_string()]));
}

fn of_terms(terms: &[Term], found: &mut Vec<String>) {
    for term in terms {
        match term {
            Term::AnyOther { group, within, within_own, .. } => {
                // Within the good's own unit the codes are that unit's, which the words name instead.
                if within_own.is_none() {
                    of_ranges(within, found);
                }
                if let Group::Including(codes) = group {
                    of_ranges(codes, found);
                }
            }
            Term::Codes(codes) | Term::OtherGood(codes) | Term::Named { codes, .. } => {
                of_ranges(codes, found)
            }
            Term::MoreThanOneOf(terms) | Term::AllOf(terms) => of_terms(terms, found),
            Term::WithinThat(_) => {}
        }
    }
}

fn of_sources(sources: &Sources, found: &mut Vec<String>) {
    of_terms(&sources.any_of, found);
    of_terms(&sources.except, found);
}

/// Every code and percentage of an alternative, as a sentence should hold it.
fn facts(words: &Words, alternative: &Alternative) -> Vec<String> {
    let mut found = Vec::new();
    let Target { codes, except, .. } = &alternative.target;
    of_ranges(codes, &mut found);
    of_ranges(except, &mut found);
    if let Way::Shift { from, also } = &alternative.way {
        of_sources(from, &mut found);
        also.iter().for_each(|also| of_sources(also, &mut found));
    }
    let mut percent = |percent: Option<Percent>| {
        found.extend(
            percent.map(|it| i18n::percent(words.lang(), it.get()).replace(",00", "").replace(".00", "")),
        );
    };
    let mut figures = |figures: &Figures| {
        percent(figures.transaction_value);
        percent(figures.net_cost);
    };
    match &alternative.content {
        Some(ContentTest::Fixed(fixed)) => figures(fixed),
        Some(ContentTest::Staged(stages)) => stages.iter().for_each(|(_, stage)| figures(stage)),
        Some(ContentTest::Unstated) | None => {}
    }
    found
}

#[test]
fn every_rule_is_said_in_both_languages_with_all_its_codes() {
    for lang in Lang::ALL {
        let words = Words::native(lang);
        for pack in PACKS.iter() {
            for row in &pack.rows {
                let Row { id, codes, .. } = row;
                let said = i18n::row_codes(&words, row);
                let mut named = Vec::new();
                of_ranges(codes, &mut named);
                let lost = named.iter().find(|code| !said.contains(*code));
                assert_eq!(lost, None, "{id} in {lang:?}: {said}");
                for alternative in &row.alternatives {
                    let said = i18n::alternative(&words, pack, alternative);
                    let unread = matches!(alternative.way, Way::Unread);
                    assert!(said.len() > 10 && !said.contains(['{', '}']), "{id} in {lang:?}: {said}");
                    let lost =
                        facts(&words, alternative).into_iter().find(|fact| !unread && !said.contains(fact));
                    assert_eq!(lost, None, "{id} in {lang:?}: {said}");
                }
            }
        }
    }
}

#[test]
fn every_name_of_a_pack_is_said_in_its_rules() {
    for lang in Lang::ALL {
        let words = Words::native(lang);
        for pack in PACKS.iter() {
            let all: Vec<String> = pack
                .rows
                .iter()
                .flat_map(|row| &row.alternatives)
                .map(|alternative| i18n::alternative(&words, pack, alternative))
                .collect();
            for (at, (en, fr)) in pack.names.iter().enumerate() {
                // What stands in a table of parts alone is asked about, and in no rule.
                let of_part = |name: NameId| usize::from(name.0) == at;
                if pack.parts.iter().filter_map(|part| part.name).any(of_part) {
                    continue;
                }
                let name = if lang == Lang::En { en } else { fr };
                assert!(
                    all.iter().any(|said| said.contains(name)),
                    "{name}: in no sentence of {}",
                    pack.set.id()
                );
            }
        }
    }
}
