//! The self-check for the Joint Certification Program. It never asks for technical data.

use super::form::{Form, ask, bare, marked};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::jcp::{Applicant, Item, Level, Wanted, check, dates};
use crate::present::sheet::{Block, Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.jcp_lede());
    let applicants = [
        ("resident", words.jcp_a_resident()),
        ("corporation", words.jcp_a_corporation()),
        ("partnership", words.jcp_a_partnership()),
        ("other", words.jcp_a_other()),
    ];
    let applicant = form.pick("applicant", bare(words.jcp_applicant()), &applicants).map(|at| match at {
        0 => Applicant::Resident,
        1 => Applicant::Corporation,
        2 => Applicant::Partnership,
        _ => Applicant::Other,
    });
    let data = [
        ("controlled", words.jcp_d_controlled()),
        ("public", words.jcp_d_public()),
        ("classified", words.jcp_d_classified()),
        ("goods", words.jcp_d_goods()),
    ];
    let wanted = form.pick("data", bare(words.jcp_data()), &data).map(|at| match at {
        0 => Wanted::Controlled,
        1 => Wanted::Public,
        2 => Wanted::Classified,
        _ => Wanted::ControlledGoods,
    });
    let mut answers: Vec<(Item, Finding)> = Vec::new();
    form.group(words.jcp_items(), |form| {
        for item in Item::ALL {
            let cite = form.cited(Some(item.cite()));
            let hint = match item {
                Item::Need => words.labelled(&cite, &words.jcp_i_need_hint()),
                _ => cite,
            };
            let name = ["item_", item.id()].concat();
            answers.push((item, form.asks(&name, ask(item_name(words, item), hint))));
        }
    });
    let answer = |item: Item| answers.iter().find(|(it, _)| *it == item).map_or(Finding::Unknown, |it| it.1);
    let level = check(applicant, wanted, &answer);
    let summary = said(&mut form, &level, applicant);
    when(&mut form);
    guide(&mut form);
    form.put(Block::Print(words.jcp_print()));
    form.finish(words.jcp_title(), summary)
}

fn said(form: &mut Form<'_>, level: &Level, applicant: Option<Applicant>) -> String {
    let w = form.words;
    let named = |items: &[Item]| {
        let mut names = Vec::new();
        for item in items {
            names.push(item_name(w, *item));
        }
        names.join("; ")
    };
    let tdcr = |at: &'static str| Some(Source::Tdcr.at(at));
    let (mark, word, sentence, cite) = match level {
        Level::Ready => (Mark::Yes, w.jcp_word_ready(), w.jcp_says_ready(), tdcr("6")),
        Level::Missing(items) => {
            (Mark::No, w.jcp_word_missing(), w.jcp_says_missing(&named(items)), tdcr("6"))
        }
        Level::Explain(items) => {
            (Mark::Part, w.jcp_word_explain(), w.jcp_says_explain(&named(items)), tdcr("6(3)"))
        }
        Level::NotEligible => (Mark::No, w.jcp_word_not(), w.jcp_says_not(), tdcr("2")),
        Level::NotNeeded(Wanted::Classified) => {
            (Mark::Part, w.jcp_word_unneeded(), w.jcp_says_classified(), Some(Source::Jcppspc.whole()))
        }
        Level::NotNeeded(Wanted::ControlledGoods) => {
            (Mark::Part, w.jcp_word_unneeded(), w.jcp_says_goods(), Some(Source::Jcppspc.whole()))
        }
        Level::NotNeeded(_) => (Mark::Part, w.jcp_word_unneeded(), w.jcp_says_public(), tdcr("3(2)")),
        Level::Open(items) if items.is_empty() && applicant == Some(Applicant::Partnership) => {
            (Mark::Unknown, w.jcp_word_open(), w.jcp_says_partnership(), tdcr("2"))
        }
        Level::Open(items) => {
            let count = items.len().max(1).to_string();
            (Mark::Unknown, w.jcp_word_open(), w.jcp_says_open(&count), None)
        }
    };
    form.answer(mark, word, sentence, cite)
}

fn when(form: &mut Form<'_>) {
    let w = form.words;
    form.group(w.jcp_dates(), |form| {
        let accepted = form.day("accepted", bare(w.jcp_accepted()));
        let refused = form.day("refused", bare(w.jcp_refused()));
        let suspended = form.day("suspended", bare(w.jcp_suspended()));
        let found = dates(accepted, refused, suspended);
        let mut facts = Vec::new();
        if let (Some(expires), Some(first), Some(again)) =
            (found.expires, found.remind_first, found.remind_again)
        {
            facts.push((w.jcp_expires(), i18n::day(expires)));
            facts.push((w.jcp_remind(), i18n::day(first)));
            facts.push((w.jcp_remind_again(), i18n::day(again)));
            if expires < form.today {
                form.note(Mark::No, w.jcp_expired(), Some(Source::Tdcr.at("7(4)")));
            }
        }
        let limits = [(found.review, w.jcp_review()), (found.show_cause, w.jcp_show_cause())];
        let mut counted = false;
        for (due, label) in limits {
            if let Some(due) = due {
                facts.push((label, i18n::day(due.day)));
                counted = true;
            }
        }
        if !facts.is_empty() {
            form.put(Block::Facts(facts));
        }
        if counted {
            form.note(Mark::Unknown, w.jcp_twenty(), Some(Source::Inta.at("35")));
        }
    });
}

fn guide(form: &mut Form<'_>) {
    let w = form.words;
    form.fold(w.jcp_guide(), false, |form| {
        form.note(Mark::Yes, w.jcp_g_gives(), Some(Source::Tdcr.at("5")));
        form.note(Mark::No, w.jcp_g_not(), None);
        form.note(Mark::Unknown, w.jcp_g_who(), Some(Source::Tdcr.at("4")));
        form.note(Mark::Unknown, w.jcp_g_form(), Some(Source::Jcpf.whole()));
        form.note(Mark::Unknown, w.jcp_g_after(), Some(Source::Tdcr.at("9")));
        form.note(Mark::Unknown, w.jcp_g_parent(), Some(Source::Jcppspc.whole()));
        form.note(Mark::Unknown, w.jcp_g_cyber(), Some(Source::Cpcsc.whole()));
    });
    form.fold(w.jcp_articles(), false, |form| {
        let rows = [
            (w.jcp_said_clearance(), w.jcp_so_clearance()),
            (w.jcp_said_small(), w.jcp_so_small()),
            (w.jcp_said_oversight(), w.jcp_so_oversight()),
            (w.jcp_said_law(), w.jcp_so_law()),
            (w.jcp_said_sales(), w.jcp_so_sales()),
        ];
        let rows = rows.map(|(said, so)| vec![marked(Mark::No, said), marked(Mark::Yes, so)]);
        form.table(w.jcp_articles(), vec![w.jcp_col_said(), w.jcp_col_so()], rows.into());
    });
}

fn item_name(w: &Words, item: Item) -> String {
    match item {
        Item::Ncage => w.jcp_i_ncage(),
        Item::Custodian => w.jcp_i_custodian(),
        Item::Need => w.jcp_i_need(),
        Item::ExportControl => w.jcp_i_export(),
        Item::Access => w.jcp_i_access(),
        Item::Persons => w.jcp_i_persons(),
        Item::Firm => w.jcp_i_firm(),
        Item::Described => w.jcp_i_described(),
        Item::True => w.jcp_i_true(),
        Item::Answers => w.jcp_i_answers(),
    }
}
