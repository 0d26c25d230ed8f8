//! Handling bids: the bids received, who may be evaluated, who is out, and what happens if the next one falls.

use super::form::{Form, ask, bare, cell};
use super::items;
use super::timeline;
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::bids::{
    BEARING, Bid, Fate, Handling, Mode, Outcome, Process, Prospect, Step, WhyOut, handle, if_next_falls,
    other_readings, prospects,
};
use crate::policy::certificate::{By, by};
use crate::policy::plan::{DueWith, enough};
use crate::policy::questions::{Question, Readings};
use crate::present::sheet::{Block, FieldKind, RowBlock, RowsBlock, Sheet, Values, field_of};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// More bids than anybody enters by hand; further records are not read.
const MOST_BIDS: usize = 1_000;
/// For how many bids it is said what happens if they fall.
const MOST_FALLS: usize = 10;

/// The bids as typed.
pub(super) struct Received {
    /// What each is called.
    pub(super) names: Vec<String>,
    /// What each is.
    pub(super) bids: Vec<Bid>,
    /// Those of which nobody has said whether a certificate came.
    pub(super) unsaid: Vec<String>,
    pub(super) rows: Vec<RowBlock>,
    /// Item by item: what each offers, and what it marks as Canadian.
    pub(super) items: Vec<(Vec<String>, Vec<String>)>,
}

impl Received {
    /// The names of some bids, joined.
    pub(super) fn named(&self, places: &[usize]) -> String {
        let mut names = Vec::new();
        for at in places {
            names.extend(self.names.get(*at).cloned());
        }
        names.join(", ")
    }
}

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.handle_lede());
    let asked = form.group(words.handle_process(), process);
    let readings = form.readings(&BEARING);
    let mut received = received(&form, &asked, readings);
    let process =
        asked.mode.map(|mode| Process { mode, needed: asked.needed, phased: asked.phased, readings });
    if asked.by_item {
        return items::sheet(form, process, received);
    }
    let handled = match process {
        Some(process) if received.unsaid.is_empty() && !received.bids.is_empty() => {
            Some((process, handle(&process, &received.bids)))
        }
        _ => None,
    };
    if let Some((_, handled)) = &handled {
        results(words, &mut received.rows, handled);
    }
    let rows = std::mem::take(&mut received.rows);
    form.put(Block::Rows(RowsBlock {
        name: String::from("bid"),
        caption: words.handle_bids(),
        rows,
        add: words.handle_add(),
    }));
    let summary = match &handled {
        Some((process, handled)) => {
            let summary = said(&mut form, &received, handled);
            explained(&mut form, &received, process, handled);
            summary
        }
        None => unsaid(&mut form, asked.mode, &received),
    };
    if let Some(mode) = asked.mode {
        bidders_view(&mut form, mode, asked.needed);
    }
    timeline::put(&mut form, process, &asked, &received);
    if let Some((process, _)) = &handled {
        form.open_questions(
            &BEARING,
            &|readings| {
                let handled = handle(&Process { readings, ..*process }, &received.bids);
                (handled.outcome, handled.awardable)
            },
            &|(outcome, awardable)| then(words, &received, *outcome, awardable),
        );
        form.put(Block::Print(words.handle_print()));
    } else {
        form.switches(&BEARING, false);
    }
    form.finish(words.handle_title(), summary)
}

/// The solicitation as typed.
pub(super) struct Asked {
    mode: Option<Mode>,
    needed: u32,
    phased: bool,
    by_item: bool,
    pub(super) closing: Option<Day>,
    pub(super) deadline: Option<Day>,
}

fn process(form: &mut Form<'_>) -> Asked {
    let w = form.words;
    let modes = [
        ("conditional", w.handle_conditional()),
        ("solely_with", w.handle_solely_with()),
        ("solely_ask", w.handle_solely_ask()),
        ("open", w.handle_open()),
    ];
    let mode = form.pick("mode", ask(w.handle_mode(), w.handle_mode_hint()), &modes).map(|at| match at {
        0 => Mode::Conditional,
        1 => Mode::SolelyWithBid,
        2 => Mode::SolelyOnRequest,
        _ => Mode::Open,
    });
    let published = form.day("published", ask(w.handle_published(), w.handle_published_hint()));
    let (mut block, closing) = form.day_field("closing", bare(w.handle_closing()));
    if published.zip(closing).is_some_and(|(published, closing)| closing < published) {
        block.problem = w.handle_closing_early();
    }
    form.put(Block::Field(block));
    let mut deadline = None;
    if mode == Some(Mode::SolelyOnRequest) {
        let asked = form.day("asked", ask(w.handle_asked(), w.handle_asked_hint()));
        let computed = match by(Some(DueWith::OnRequest), closing, asked) {
            Some(By::Asked(Some(due))) => Some(due.day),
            _ => None,
        };
        if let Some(day) = computed {
            form.note(Mark::Unknown, w.handle_computed(&i18n::day(day)), Some(Source::Bgver.whole()));
        }
        let (mut block, day) = form.day_field("deadline", ask(w.handle_deadline(), w.handle_deadline_hint()));
        let day = day.or(computed);
        if let (Some(day), Some(closing)) = (day, closing)
            && day < closing
        {
            block.problem = w.handle_deadline_early();
        }
        deadline = day;
        form.put(Block::Field(block));
    }
    let phased = form.check("phased", ask(w.handle_phased(), w.handle_phased_hint()));
    let by_item = form.check("by_item", ask(w.handle_by_item(), w.handle_by_item_hint()));
    Asked { mode, needed: enough(published), phased, by_item, closing, deadline }
}

fn received(form: &Form<'_>, asked: &Asked, readings: Readings) -> Received {
    let w = form.words;
    let (mode, phased) = (asked.mode, asked.phased);
    let mut received = Received {
        names: Vec::new(),
        bids: Vec::new(),
        unsaid: Vec::new(),
        rows: Vec::new(),
        items: Vec::new(),
    };
    let fates = [
        ("out", w.handle_fate_out()),
        ("gone", w.handle_fate_gone()),
        ("untrue", w.handle_fate_untrue()),
        ("defective", w.handle_fate_defective()),
    ];
    let mut suppliers: Vec<String> = Vec::new();
    for id in form.values.ids("bid").into_iter().take(MOST_BIDS) {
        let of = |name: &str| field_of("bid", &id, name);
        let typed = form.values.of("bid", &id, "name").to_owned();
        let name = if typed.is_empty() { w.handle_bid(&id) } else { typed.clone() };
        let mut fields = vec![form.line_field(&of("name"), bare(w.handle_bidder()), FieldKind::Text)];
        if asked.by_item {
            received.items.push(items::fields(form, &id, mode, &mut fields));
        }
        let mut bid = Bid::PLAIN;
        if mode != Some(Mode::Open) {
            let (block, certified) = form.asks_field(&of("cert"), bare(w.handle_cert()));
            fields.push(block);
            bid.certified = certified == Finding::Yes;
            if certified == Finding::Unknown {
                received.unsaid.push(name.clone());
            }
            let may_follow = match mode {
                Some(Mode::SolelyOnRequest) => true,
                Some(Mode::Conditional) => readings.other(Question::AskLater),
                _ => false,
            };
            if may_follow && certified == Finding::No {
                let (block, late) = form.asks_field(&of("late"), bare(w.handle_late()));
                fields.push(block);
                bid.late = late == Finding::Yes;
            }
        }
        if phased {
            let block = form.line_field(&of("phase"), bare(w.handle_phase()), FieldKind::Check);
            bid.fell_in_phases = block.value == "yes";
            fields.push(block);
        }
        let (block, fate) = form.pick_or(&of("fate"), bare(w.handle_fate()), w.handle_fate_stands(), &fates);
        fields.push(block);
        bid.fate = match fate {
            Some(0) => Fate::NonResponsive,
            Some(1) => Fate::Withdrawn,
            Some(2) => Fate::Untrue,
            Some(3) => Fate::Defective,
            _ => Fate::Stands,
        };
        let (block, price) = form.amount_field(&of("price"), bare(w.handle_price()));
        fields.push(block);
        bid.price = price;
        // Bids under one name are of one supplier; without a name each stands for itself.
        let at = suppliers.iter().position(|it| !typed.is_empty() && *it == typed).unwrap_or(suppliers.len());
        suppliers.push(typed);
        bid.supplier = u32::try_from(at).ok();
        received.rows.push(RowBlock {
            id,
            name: name.clone(),
            fields,
            result: None,
            remove: w.handle_remove(),
        });
        received.names.push(name);
        received.bids.push(bid);
    }
    received
}

pub(super) fn results(w: &Words, rows: &mut [RowBlock], handled: &Handling) {
    for at in &handled.awardable {
        if let Some(row) = rows.get_mut(*at) {
            row.result = Some((Mark::Yes, w.handle_in()));
        }
    }
    for (at, why) in &handled.out {
        if let Some(row) = rows.get_mut(*at) {
            row.result = Some((Mark::No, why_out(w, *why)));
        }
    }
}

fn why_out(w: &Words, why: WhyOut) -> String {
    match why {
        WhyOut::FellInPhases => w.handle_out_phases(),
        WhyOut::NotCertified => w.handle_out_uncertified(),
        WhyOut::NotSent => w.handle_out_unsent(),
        WhyOut::OthersCertified => w.handle_out_others(),
        WhyOut::Fell(fate) | WhyOut::FellBefore(fate) => w.handle_out_fell(&lower_first(&fate_name(w, fate))),
    }
}

pub(super) fn fate_name(w: &Words, fate: Fate) -> String {
    match fate {
        Fate::Stands => w.handle_fate_stands(),
        Fate::NonResponsive => w.handle_fate_out(),
        Fate::Withdrawn => w.handle_fate_gone(),
        Fate::Untrue => w.handle_fate_untrue(),
        Fate::Defective => w.handle_fate_defective(),
    }
}

fn said(form: &mut Form<'_>, received: &Received, handled: &Handling) -> String {
    let w = form.words;
    let cite = handled.steps.last().map(|step| step.cite());
    let (mark, word, sentence) = match handled.outcome {
        Outcome::Awardable => {
            let names = received.named(&handled.awardable);
            (Mark::Yes, w.handle_word_award(), w.handle_says_award(&names))
        }
        Outcome::Reissue => (Mark::No, w.handle_word_reissue(), w.handle_says_reissue()),
        Outcome::NoResponsiveBid => (Mark::No, w.handle_word_none(), w.handle_says_none()),
    };
    let summary = form.answer(mark, word, sentence, cite);
    if let Some(lowest) = handled.lowest(&received.bids) {
        form.text(w.handle_says_lowest(&received.named(&[lowest])));
    }
    summary
}

pub(super) fn unsaid(form: &mut Form<'_>, mode: Option<Mode>, received: &Received) -> String {
    let w = form.words;
    let sentence = if mode.is_none() {
        w.handle_says_mode()
    } else if received.bids.is_empty() {
        w.handle_says_no_bids()
    } else {
        w.handle_says_missing(&received.unsaid.join(", "))
    };
    form.answer(Mark::Unknown, w.handle_word_open(), sentence, None)
}

fn explained(form: &mut Form<'_>, received: &Received, process: &Process, handled: &Handling) {
    let w = form.words;
    form.heading(w.handle_steps());
    for step in &handled.steps {
        let sure = form.sureness(step.mark());
        let text = w.labelled(step.id(), &step_text(w, *step, process.needed));
        form.note(Mark::Unknown, w.form_sure(&text, &sure), Some(step.cite()));
    }
    let falls = if_next_falls(process, &received.bids, MOST_FALLS);
    if !falls.is_empty() {
        form.heading(w.handle_next());
        let mut points = Vec::new();
        for it in &falls {
            points.push(w.handle_next_row(
                &received.named(&[it.bid]),
                &then(w, received, it.then.outcome, &it.then.awardable),
            ));
        }
        form.list(points);
    }
    // What one reading turns is told with the open questions below; here stand those that turn it only together.
    let mut others = other_readings(process, &received.bids);
    others.retain(|(questions, _)| 1 < questions.len());
    if !others.is_empty() {
        form.heading(w.handle_readings());
        let mut points = Vec::new();
        for (questions, other) in &others {
            let mut ids = Vec::new();
            for question in questions {
                ids.push(question.id());
            }
            points.push(
                w.handle_reading_row(&ids.join(", "), &then(w, received, other.outcome, &other.awardable)),
            );
        }
        form.list(points);
    }
}

/// What a handling comes to, as a phrase.
pub(super) fn then(w: &Words, received: &Received, outcome: Outcome, awardable: &[usize]) -> String {
    match outcome {
        Outcome::Awardable => w.handle_then_award(&received.named(awardable)),
        Outcome::Reissue => w.handle_then_reissue(),
        Outcome::NoResponsiveBid => w.handle_then_none(),
    }
}

fn step_text(w: &Words, step: Step, needed: u32) -> String {
    let needed = needed.to_string();
    match step {
        Step::EveryoneOpen => w.step_everyone(),
        Step::CertifiedOnly => w.step_certified_only(),
        Step::NoneCertified => w.step_none_certified(),
        Step::AskedAndWaited => w.step_asked(),
        Step::NobodySent => w.step_nobody(),
        Step::CertifiedAllFell { .. } => w.step_all_fell(),
        Step::LimitedToCertified { counted } => w.step_limited(&counted.to_string(), &needed),
        Step::TooFewCertified { counted } => w.step_too_few(&counted.to_string(), &needed),
        Step::ContinueWithRest { left } => w.step_continue(&left.to_string()),
        Step::AllOthers => w.step_others(),
        Step::NothingLeft => w.step_nothing(),
    }
}

fn bidders_view(form: &mut Form<'_>, mode: Mode, needed: u32) {
    let w = form.words;
    let rows = prospects(mode, needed);
    let last = rows.len().saturating_sub(1);
    let mut cells = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let others = row.others.to_string();
        cells.push(vec![
            cell(if at == last { w.handle_or_more(&others) } else { others }),
            cell(prospect(w, row.certified)),
            cell(prospect(w, row.uncertified)),
        ]);
    }
    form.fold(w.handle_prospects(), false, |form| {
        form.note(Mark::Unknown, w.handle_prospect_lede(), Some(Source::Sm36.at("5.2")));
        let head = vec![w.handle_col_others(), w.handle_col_with(), w.handle_col_without()];
        form.table(w.handle_prospects(), head, cells);
    });
}

fn prospect(w: &Words, prospect: Prospect) -> String {
    match prospect {
        Prospect::Everyone => w.prospect_everyone(),
        Prospect::AmongCertified => w.prospect_among(),
        Prospect::OutUnlessAllFall => w.prospect_unless(),
        Prospect::Out => w.prospect_out(),
    }
}

/// A phrase that goes on within a sentence.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}
