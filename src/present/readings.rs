//! The open questions behind the answer for a bid: those that bear on it, each with its switch, and what it turns.

use super::result::verdict_of;
use super::sheet::{Block, FieldBlock, FieldKind, FoldBlock};
use super::sheets::questions::{asked, default, other};
use super::views::Reading;
use crate::case::{Offer, Place, Role};
use crate::decide::{BEARING, other_answers};
use crate::draft::ReadingForm;
use crate::policy::questions::Question;

/// The questions whose reading may turn the answer, told in a sentence each, with the answer that would then be given.
/// That of a service split among people is told by itself.
pub(super) fn flips(reading: &Reading<'_>) -> Vec<String> {
    let words = reading.words;
    let mut told = Vec::new();
    for (question, answer) in other_answers(reading.bid, reading.decision) {
        if question != Question::SplitService {
            let verdict = verdict_of(words, &answer);
            told.push(words.form_flips(&question.id(), &asked(words, question), &verdict));
        }
    }
    told
}

/// The switches of the questions that have something in the bid to bear on.
pub(super) fn switches(reading: &Reading<'_>) -> Vec<Block> {
    let words = reading.words;
    let mut fields = Vec::new();
    for question in BEARING {
        let turned = reading.decision.readings.other(question);
        let form = ReadingForm::ALL.iter().find(|it| it.meaning() == question);
        let Some(form) = form.filter(|_| turned || bears(reading, question)) else { continue };
        let label = words.labelled(&question.id(), &words.form_other_reading(&other(words, question)));
        fields.push(Block::Field(FieldBlock {
            name: ["@d.other_readings.", &form.name()].concat(),
            label,
            hint: words.form_default_reading(&asked(words, question), &default(words, question)),
            value: String::from(if turned { "yes" } else { "" }),
            kind: FieldKind::Check,
            choices: Vec::new(),
            problem: String::new(),
        }));
    }
    if fields.is_empty() {
        return Vec::new();
    }
    let summary = words.form_open_questions(&fields.len().to_string());
    vec![Block::Fold(FoldBlock { summary, open: false, item: None, blocks: fields })]
}

/// Whether the bid has something that the reading of this question is about.
fn bears(reading: &Reading<'_>, question: Question) -> bool {
    reading.bid.lines.iter().any(|line| match (question, &line.offer) {
        (Question::SplitService, Offer::Service(parts)) => parts.len() > 1,
        (Question::BasedInCanada, Offer::Service(parts)) => {
            parts.iter().any(|part| matches!(part.place, Place::WorksInCanada | Place::LivesInCanada))
        }
        (Question::TotalPrice, _) => line.role == Role::Tax,
        (Question::PricedApart, _) => matches!(line.role, Role::Apart(_)),
        (Question::NotEvaluated, _) => line.role == Role::Option,
        _ => false,
    })
}
