//! What an auditor asks and what is held; and what becomes of an invalid certificate, both readings.

use super::Context;
use super::certificate::records;
use super::form::{Form, ask, bare, cell};
use super::of_bid::{self, OfBid};
use crate::draft::{LineForm, LineKind, MaterialForm, OriginBy, PlaceForm, TextileRuleForm};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::audit::{Holds, Item, Record};
use crate::policy::bids::{Bid, Fate, Mode, Process, handle};
use crate::policy::questions::{Question, Readings};
use crate::present::good::basis_text;
use crate::present::lines::status;
use crate::present::set_name;
use crate::present::sheet::{Sheet, field_of};
use crate::present::views::Mark;
use crate::units::{Money, Source};

/// So many lines have questions of their own; a longer bid would be a form that nobody fills in.
const MOST_LINES: usize = 60;

/// What is asked for, as it is called, and whether it is held.
type Held = Vec<(String, Finding)>;

/// The screen.
pub(super) fn sheet(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let mut form = Form::new(words, context.values, context.today);
    form.text(words.audit_lede());
    let of_bid = of_bid::choose(context, &mut form);
    let held = match &of_bid {
        Some(it) => of_a_bid(&mut form, it),
        None => typed(&mut form),
    };
    let summary = said(&mut form, &held);
    invalid(&mut form);
    form.note(Mark::Unknown, words.audit_law(), Some(Source::Dpa.at("23")));
    records(&mut form);
    let mut sheet = form.finish(words.audit_title(), summary);
    if let Some(it) = &of_bid {
        it.needs(&mut sheet);
    }
    sheet
}

/// Asks of what kind the bid is, and for everything that such a bid needs.
fn typed(form: &mut Form<'_>) -> Held {
    let words = form.words;
    let goods = form.asks("goods", bare(words.audit_goods()));
    let services = form.asks("services", bare(words.audit_services()));
    let textiles = match goods {
        Finding::Yes => form.asks("textiles", bare(words.audit_textiles())),
        _ => Finding::No,
    };
    let awarded = form.asks("awarded", bare(words.audit_awarded()));
    // What nobody has ruled out is asked for.
    let may = |finding: Finding| finding != Finding::No;
    let bid =
        Holds { goods: may(goods), services: may(services), textiles: may(textiles), awarded: may(awarded) };
    let mut held = Held::new();
    form.group(words.audit_held(), |form| {
        for item in Item::ALL {
            if item.asked_of(bid) {
                held.push(one(form, &["held_", item.id()].concat(), item));
            }
        }
    });
    held
}

fn one(form: &mut Form<'_>, name: &str, item: Item) -> (String, Finding) {
    let label = item_name(form.words, item);
    let hint = form.cited(Some(item.cite()));
    (label.clone(), form.asks(name, ask(label, hint)))
}

/// The record of a bid of this browser: what each line rests on, and what to have in hand for it.
fn of_a_bid(form: &mut Form<'_>, it: &OfBid<'_>) -> Held {
    let w = form.words;
    it.told(form);
    let awarded = form.asks("awarded", bare(w.audit_awarded()));
    let mut held = Held::new();
    form.group(w.audit_whole_bid(), |form| {
        for item in Item::ALL {
            if item.is_of_bid() && (item != Item::Deliveries || awarded != Finding::No) {
                held.push(one(form, &["held_", item.id()].concat(), item));
            }
        }
    });
    form.heading(w.audit_lines());
    for (at, line, decided) in it.lines().take(MOST_LINES) {
        let record = record(line, it.draft.textile_rule == TextileRuleForm::Agreement);
        let id = line.id.to_string();
        let field = |item: &Item| field_of("held", &id, item.id());
        let items = record.items();
        let in_hand = items.iter().filter(|item| form.values.get(&field(item)) == "yes").count();
        let name = it.name(at, line);
        let summary = w.audit_line(&name, &in_hand.to_string(), &items.len().to_string());
        form.fold(summary, at == 0, |form| {
            form.note(Mark::from(decided.status), status(w, decided), None);
            form.list(rests_on(w, it, line));
            for item in items {
                let (label, finding) = one(form, &field(item), *item);
                held.push((w.labelled(&name, &label), finding));
            }
        });
    }
    if MOST_LINES < it.draft.lines.len() {
        form.note(Mark::Unknown, w.audit_too_many(&MOST_LINES.to_string()), None);
        // Of the others nobody has said anything here, so the record is not known to be whole.
        held.push((w.audit_lines(), Finding::Unknown));
    }
    held
}

/// What an auditor sees in a line. Where the agreement's own rule holds for textiles, there is no answer to ask for.
fn record(line: &LineForm, agreement: bool) -> Record {
    match (line.kind, line.origin_by) {
        (LineKind::Service, _) => Record::Service,
        (_, OriginBy::Rules) => {
            let chapter: String = line.good.code.chars().filter(char::is_ascii_digit).take(2).collect();
            let textile = matches!(chapter.parse::<u8>(), Ok(50..=63)) && !agreement;
            Record::ByRules { textile }
        }
        (_, OriginBy::Statement) => Record::Stated,
        (_, OriginBy::Unknown) => Record::Unknown,
    }
}

/// What the draft itself says that a line rests on, and what in it is still empty.
fn rests_on(w: &Words, it: &OfBid<'_>, line: &LineForm) -> Vec<String> {
    let mut said = Vec::new();
    match (line.kind, line.origin_by) {
        (LineKind::Service, _) => {
            for (at, part) in line.parts.iter().enumerate() {
                let who = part.who.trim();
                let who =
                    if who.is_empty() { w.audit_someone(&(at + 1).to_string()) } else { who.to_owned() };
                let amount = match Money::read(&part.amount) {
                    Ok(amount) => i18n::money(w.lang(), amount),
                    Err(_) if part.amount.trim().is_empty() => w.audit_rest_of_price(),
                    Err(_) => part.amount.clone(),
                };
                said.push(w.audit_rests_person(&who, &place_name(w, part.place), &amount));
            }
            if said.is_empty() {
                said.push(w.audit_rests_nobody());
            }
        }
        (_, OriginBy::Rules) => {
            said.push(w.audit_rests_rules(&set_name(w, it.draft.rule_set.meaning())));
            if !line.good.code.trim().is_empty() {
                said.push(w.audit_rests_code(line.good.code.trim()));
            }
            let all = &line.good.materials;
            let bare = |it: &&MaterialForm| it.code.trim().is_empty() || it.value.trim().is_empty();
            let unknown = all.iter().filter(bare).count();
            said.push(w.audit_rests_materials(&all.len().to_string(), &unknown.to_string()));
            if !line.good.all_listed {
                said.push(w.audit_rests_unlisted());
            }
        }
        (_, OriginBy::Statement) => {
            said.push(w.audit_rests_stated(&basis_text(w, line.statement.basis.meaning())));
            let note = line.statement.note.trim();
            said.push(if note.is_empty() { w.audit_rests_no_note() } else { w.audit_rests_note(note) });
        }
        (_, OriginBy::Unknown) => said.push(w.audit_rests_nothing()),
    }
    said
}

fn place_name(w: &Words, place: PlaceForm) -> String {
    match place {
        PlaceForm::Unknown => w.from_unknown(),
        PlaceForm::Canada => w.from_canada(),
        PlaceForm::Elsewhere => w.from_elsewhere(),
        PlaceForm::WorksInCanada => w.from_works(),
        PlaceForm::LivesInCanada => w.from_lives(),
    }
}

fn said(form: &mut Form<'_>, held: &Held) -> String {
    let w = form.words;
    let mut missing = Vec::new();
    for (name, finding) in held {
        if *finding == Finding::No {
            missing.push(name.clone());
        }
    }
    let ready = Finding::all(held.iter().map(|(_, finding)| *finding));
    let (word, sentence) = match ready {
        Finding::Yes => (w.audit_word_ready(), w.audit_says_ready()),
        Finding::No => (w.audit_word_missing(), w.audit_says_missing(&missing.join("; "))),
        Finding::Unknown => (w.audit_word_open(), w.audit_says_open()),
    };
    form.answer(Mark::from(ready), word, sentence, Some(Source::Sm36.at("8")))
}

/// Both readings of an invalid certificate, on an example that the machine works out.
fn invalid(form: &mut Form<'_>) {
    let w = form.words;
    form.heading(w.audit_invalid());
    form.note(Mark::Unknown, w.audit_invalid_deemed(), Some(Source::Sm36.at("5.3")));
    let certified = Bid { certified: true, ..Bid::PLAIN };
    let bids = [Bid { fate: Fate::Untrue, ..certified }, certified, Bid::PLAIN];
    let awardable = |readings: Readings| {
        let process = Process { mode: Mode::Conditional, needed: 2, phased: false, readings };
        let mut names: Vec<&str> = Vec::new();
        for at in handle(&process, &bids).awardable {
            names.extend(["A", "B", "C"].get(at));
        }
        w.audit_then(&names.join(", "))
    };
    let rows = vec![
        vec![cell(w.audit_invalid_drop()), cell(awardable(Readings::DEFAULT))],
        vec![cell(w.audit_invalid_recount()), cell(awardable(Readings::DEFAULT.turned(Question::Recount)))],
    ];
    form.table(w.audit_example(), vec![w.questions_taken(), w.handle_answer()], rows);
    form.note(Mark::Unknown, w.audit_after(), Some(Source::Bgmcert.whole()));
}

fn item_name(w: &Words, item: Item) -> String {
    match item {
        Item::Certificate => w.audit_i_certificate(),
        Item::Prices => w.audit_i_prices(),
        Item::Worksheet => w.audit_i_worksheet(),
        Item::SupplierStatements => w.audit_i_statements(),
        Item::Materials => w.audit_i_materials(),
        Item::TariffReasoning => w.audit_i_tariff(),
        Item::Values => w.audit_i_values(),
        Item::TextileAnswer => w.audit_i_textile(),
        Item::WhereBased => w.audit_i_where(),
        Item::Payroll => w.audit_i_payroll(),
        Item::Parts => w.audit_i_parts(),
        Item::Deliveries => w.audit_i_deliveries(),
    }
}
