//! What the solicitation says, as fields to be filled in: each with what is wrong with it, and what a notice said of it.
//!
//! The name of a field is `@d.` and the name of the field in the draft file: `@d.closing_day`.

use super::good::set_name;
use super::lines::{said, threshold_text};
use super::sheet::{Block, FieldBlock, FieldKind};
use super::views::Reading;
use crate::diagnostic::Field;
use crate::draft::{AMBIGUOUS, BasisForm, CodeEditionForm, RuleSetForm, TextileRuleForm};
use crate::i18n;
use crate::policy::SHARE_REQUIRED;
use crate::units::Day;

/// It in a line, and its fields. `today` is the day of asking.
pub fn solicitation(reading: &Reading<'_>, today: Day) -> (String, Vec<Block>) {
    let (words, draft) = (reading.words, reading.draft);
    let bases = [words.basis_aggregate(), words.basis_item_by_item()];
    let bases = named(BasisForm::ALL.iter().map(|it| it.name()), bases.to_vec());
    let sets = named(
        RuleSetForm::ALL.iter().map(|it| it.name()),
        RuleSetForm::ALL.iter().map(|it| set_name(words, it.meaning())).collect(),
    );
    let editions = named(
        CodeEditionForm::ALL.iter().map(|it| it.name()),
        vec![words.codes_of_set(), words.codes_of_today()],
    );
    let rules = named(
        TextileRuleForm::ALL.iter().map(|it| it.name()),
        vec![words.textiles_open(), words.textiles_agreement()],
    );
    let usual = SHARE_REQUIRED.on(today).map(|entry| i18n::percent(words.lang(), entry.value.get()));
    let closing =
        with(words.solicitation_closing_hint(), from_notice(reading, "closing_day", &draft.closing_day));
    let set = from_notice(reading, "rule_set", &draft.rule_set.name());
    let mut blocks = Vec::new();
    if let Some(text) = from_notice(reading, "title", &draft.title) {
        blocks.push(Block::Hint(text));
    }
    blocks.extend([
        choice("basis", words.solicitation_basis(), String::new(), &draft.basis.name(), &bases),
        choice("rule_set", words.solicitation_set(), with(String::new(), set), &draft.rule_set.name(), &sets),
        typed(
            reading,
            Field::Threshold,
            words.solicitation_share(),
            words.solicitation_share_hint(&usual.unwrap_or_default()),
            (&draft.threshold_percent, FieldKind::Number),
        ),
        choice(
            "code_edition",
            words.solicitation_codes(),
            String::new(),
            &draft.code_edition.name(),
            &editions,
        ),
        choice(
            "textile_rule",
            words.solicitation_textiles(),
            words.solicitation_textiles_hint(),
            &draft.textile_rule.name(),
            &rules,
        ),
        typed(
            reading,
            Field::ClosingDay,
            words.solicitation_closing(),
            closing,
            (&draft.closing_day, FieldKind::Day),
        ),
    ]);
    let named = |choices: &[(String, String)], name: &str| {
        choices.iter().find(|(it, _)| it == name).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let line = words.solicitation_is(
        &named(&bases, &draft.basis.name()),
        &threshold_text(words, reading.bid.threshold),
        &named(&sets, &draft.rule_set.name()),
    );
    (line, blocks)
}

fn named(names: impl Iterator<Item = String>, texts: Vec<String>) -> Vec<(String, String)> {
    names.zip(texts).collect()
}

/// What was read of a field in the notice, and whether it was changed since. Nothing where the draft is of no notice, or
/// the notice did not say.
fn from_notice(reading: &Reading<'_>, name: &str, now: &str) -> Option<String> {
    let (words, notice) = (reading.words, &reading.draft.notice);
    let read = Some(notice.get(name)).filter(|read| !read.is_empty())?;
    if read == now {
        return Some(words.draft_from_notice(notice.get("number")));
    }
    let mut set = RuleSetForm::default();
    let shown =
        if name == "rule_set" && set.choose(read) { set_name(words, set.meaning()) } else { read.to_owned() };
    Some(words.draft_not_notice(notice.get("number"), &shown))
}

/// A hint with what a notice says after it.
fn with(hint: String, notice: Option<String>) -> String {
    match notice {
        Some(notice) if hint.is_empty() => notice,
        Some(notice) => [&hint, " ", &notice].concat(),
        None => hint,
    }
}

fn choice(name: &str, label: String, hint: String, value: &str, choices: &[(String, String)]) -> Block {
    Block::Field(FieldBlock {
        name: ["@d.", name].concat(),
        label,
        hint,
        value: value.to_owned(),
        kind: FieldKind::Select,
        choices: choices.to_vec(),
        problem: String::new(),
    })
}

fn typed(
    reading: &Reading<'_>,
    field: Field,
    label: String,
    hint: String,
    (value, kind): (&str, FieldKind),
) -> Block {
    let told = said(reading.words, reading.diagnostics, None).into_iter().find(|it| it.field == field);
    let problem = match told {
        _ if value.ends_with(AMBIGUOUS) => reading.words.problem_ambiguous(),
        Some(told) => told.text,
        None => String::new(),
    };
    Block::Field(FieldBlock {
        name: ["@d.", field.id()].concat(),
        label,
        hint,
        value: value.to_owned(),
        kind,
        choices: Vec::new(),
        problem,
    })
}
