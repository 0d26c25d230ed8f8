//! The facts of a bid that is kept in this browser, for the screens that say what follows from them.

use super::form::{Form, ask, cell, figure, marked};
use super::{Context, WHICH_BID};
use crate::case::Bid;
use crate::decide::{
    BidAnswer, Counts, Decision, LineDecision, LineStatus, decide_read, other_answers, share_of,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::draft::{CodeEditionForm, Draft, LineForm, LineKind, OriginBy, check_with};
use crate::i18n::{self, Words};
use crate::origin::pack::{Pack, RuleSet};
use crate::policy::clause::Requirement;
use crate::present::lines::{share_text, threshold_text};
use crate::present::result::{result, verdict_of};
use crate::present::sheet::{Block, FieldBlock, FieldKind, Sheet};
use crate::present::views::{Mark, Reading, ResultView};
use crate::share::ShareAnswer;
use crate::units::Day;

/// A bid with everything decided about it.
pub(super) struct OfBid<'a> {
    pub(super) draft: &'a Draft,
    pub(super) bid: Bid,
    pub(super) decision: Decision,
    words: &'a Words,
    id: &'a str,
    title: &'a str,
    diagnostics: Vec<Diagnostic>,
    pack: Option<&'a Pack>,
}

/// Asks which bid, and decides it. Nothing where the facts are typed.
pub(super) fn choose<'a>(context: &Context<'a>, form: &mut Form<'a>) -> Option<OfBid<'a>> {
    let words = context.words;
    let bids = context.bids;
    if bids.list.is_empty() {
        form.hint(words.bid_no_drafts());
        return None;
    }
    let mut choices = vec![(String::from("none"), words.bid_none())];
    for (id, title) in bids.list {
        choices.push((id.clone(), title.clone()));
    }
    let found = bids.list.iter().find(|(id, _)| id == bids.chosen);
    form.put(Block::Field(FieldBlock {
        name: WHICH_BID.to_owned(),
        label: words.bid_which(),
        hint: words.bid_which_hint(),
        value: found.map_or_else(|| String::from("none"), |(id, _)| id.clone()),
        kind: FieldKind::Select,
        choices,
        problem: String::new(),
    }));
    let (id, title) = found?;
    let Some(draft) = bids.draft else {
        form.note(Mark::No, words.bid_unreadable(title), None);
        return None;
    };
    let pack = context.pack(draft.rule_set.meaning());
    let (bid, diagnostics) = check_with(draft, context.today, pack);
    let decision = decide_read(&bid, pack, draft.readings());
    Some(OfBid { draft, bid, decision, words, id, title, diagnostics, pack })
}

impl OfBid<'_> {
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading {
            words: self.words,
            draft: self.draft,
            bid: &self.bid,
            diagnostics: &self.diagnostics,
            decision: &self.decision,
            pack: self.pack,
        }
    }

    /// The Result screen's view of it.
    pub(super) fn result(&self) -> ResultView {
        result(&self.reading())
    }

    /// The day on which the solicitation closes, where the bid has it.
    pub(super) fn closing(&self) -> Option<Day> {
        Day::read(&self.draft.closing_day)
    }

    /// Whether origin is judged by the rules of CUSMA.
    pub(super) fn is_today(&self) -> bool {
        self.draft.rule_set.meaning() == RuleSet::Cusma
    }

    /// The share of all lines together, whatever the basis.
    pub(super) fn weighed(&self) -> ShareAnswer {
        match &self.decision.answer {
            BidAnswer::Aggregate { share, .. } => (**share).clone(),
            BidAnswer::ItemByItem(_) => {
                let mut ids = Vec::new();
                for line in &self.decision.lines {
                    ids.push(line.id);
                }
                share_of(&self.bid, &self.decision, &ids)
            }
        }
    }

    /// Each line as typed with what was decided of it, and its place from zero.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &LineForm, &LineDecision)> {
        let both = self.draft.lines.iter().zip(&self.decision.lines);
        both.enumerate().map(|(at, (form, line))| (at, form, line))
    }

    /// The files without which goods stay undecided.
    pub(super) fn needs(&self, sheet: &mut Sheet) {
        if self
            .draft
            .lines
            .iter()
            .any(|line| line.kind == LineKind::Good && line.origin_by == OriginBy::Rules)
        {
            sheet.needs.push(self.draft.rule_set.meaning().id().to_owned());
            if self.draft.code_edition == CodeEditionForm::Hs2022 {
                sheet.needs.push(String::from("editions"));
            }
        }
    }

    /// Says where the facts come from and what they are: share, basis, rules, day; what is wrong in them; and what
    /// another reading of an open question would make of them.
    pub(super) fn told(&self, form: &mut Form<'_>) {
        let w = self.words;
        let view = self.result();
        form.group(w.bid_facts(), |form| {
            form.note(Mark::Unknown, w.bid_from(self.title), None);
            let mut facts = vec![(w.bid_says(), view.verdict.clone())];
            let share = share_text(w, &self.decision.answer);
            if !share.is_empty() {
                facts.push((w.bid_share(), share));
            }
            if matches!(self.decision.answer, BidAnswer::Aggregate { .. }) {
                facts.push((w.bid_asked(), threshold_text(w, self.bid.threshold)));
            }
            let basis = match self.decision.answer {
                BidAnswer::Aggregate { .. } => w.bid_together(),
                BidAnswer::ItemByItem(_) => w.bid_by_item(),
            };
            facts.push((w.bid_basis(), basis));
            facts.extend(view.edition.iter().filter(|(label, _)| *label != w.label_share_rule()).cloned());
            form.put(Block::Facts(facts));
            if self.diagnostics.iter().any(|found| found.severity == Severity::Error) {
                form.note(Mark::No, w.bid_errors(), None);
            }
            for (question, other) in other_answers(&self.bid, &self.decision) {
                let text = w.form_flips(
                    &question.id(),
                    &super::questions::asked(w, question),
                    &verdict_of(w, &other),
                );
                form.note(Mark::Unknown, text, None);
            }
            let address = ["#/bid/", self.id, "/result"].concat();
            form.put(Block::Link((w.bid_open(), address)));
        });
    }

    /// Each line: what it is, what it comes to, what to mark.
    pub(super) fn status_table(&self, form: &mut Form<'_>, sentence: Option<Requirement>) {
        let w = self.words;
        let view = self.result();
        let mut rows = Vec::new();
        for ((_, line, decided), row) in self.lines().zip(&view.rows) {
            rows.push(vec![
                cell(row.name.clone()),
                cell(kind(w, line)),
                figure(row.amount.clone()),
                marked(row.mark, row.status.clone()),
                cell(mark_as(w, decided, sentence)),
            ]);
        }
        let head =
            vec![w.column_line(), w.bid_col_kind(), w.column_amount(), w.column_verdict(), w.bid_col_mark()];
        form.heading(w.bid_lines());
        form.table(w.bid_lines(), head, rows);
    }

    /// The numbers and names of these lines, for a text that names them.
    pub(super) fn numbered(&self, picked: &dyn Fn(&LineDecision) -> bool) -> String {
        let mut names = Vec::new();
        for (at, form, line) in self.lines() {
            if picked(line) {
                let number = (at + 1).to_string();
                let description = form.description.trim();
                names.push(if description.is_empty() {
                    number
                } else {
                    self.words.form_sure(&number, description)
                });
            }
        }
        names.join(", ")
    }

    /// The places of lines with something the number stands for: their names.
    pub(super) fn name(&self, at: usize, line: &LineForm) -> String {
        crate::present::lines::line_name(self.words, &line.description, at)
    }
}

/// What a line is.
pub(super) fn kind(w: &Words, line: &LineForm) -> String {
    match line.kind {
        LineKind::Good => w.bid_good(),
        LineKind::Service => w.bid_service(),
    }
}

/// What to mark on the certificate, or what the line counts for.
fn mark_as(w: &Words, line: &LineDecision, sentence: Option<Requirement>) -> String {
    match (line.counts, sentence, line.status) {
        (Counts::LeftOut, ..) => w.bid_left_out(),
        (_, Some(Requirement::GoodsByItem), LineStatus::Canadian) => w.cert_item_mark(),
        (_, Some(Requirement::GoodsByItem), LineStatus::NotCanadian) => w.cert_item_no(),
        (_, Some(Requirement::GoodsByItem), _) => w.cert_item_open(),
        (_, _, LineStatus::Canadian) => w.bid_counts(),
        (_, _, LineStatus::NotCanadian) => w.bid_counts_not(),
        (_, _, LineStatus::Partly) => {
            let amount = line.part.map(|part| i18n::money(w.lang(), part.canadian())).unwrap_or_default();
            w.bid_counts_part(&amount)
        }
        (_, _, LineStatus::Undetermined) => w.bid_counts_open(),
    }
}

/// What is asked of a day or amount that the bid may have: its own, with where it comes from as the hint.
pub(super) fn hint_from(w: &Words, own: Option<String>) -> String {
    own.map_or_else(String::new, |own| w.bid_value(&own))
}

/// A label with the bid's own value as its hint.
pub(super) fn ask_from(w: &Words, label: String, own: Option<String>) -> super::form::Ask {
    ask(label, hint_from(w, own))
}
