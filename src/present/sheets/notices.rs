//! A file of tender notices: reading it, searching it, what each notice tells, and one as a new draft.

use super::applicability::{agreement_name, as_conditions, oddity_text, point_text};
use super::form::{Form, ask, bare};
use crate::draft::{Draft, RuleSetForm};
use crate::finding::Finding;
use crate::i18n::{self, Lang, Words};
use crate::notice::csv::Fault;
use crate::notice::{
    Category, Field, File, Filter, Kind, LimitTold, Notice, Phrase, Place, Problem, State, Told,
    filter_words, passage,
};
use crate::origin::quoted::ORIGIN_RULES;
use crate::present::good::set_name;
use crate::present::sheet::{Block, FieldKind, FileBlock, Pick, PicksBlock, ReadingBlock, Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// The name of this sheet.
pub const NAME: &str = "notices";

/// How many notices stand on one page of the list.
const PAGE: usize = 50;

/// What is looked for, as it was typed.
pub fn filter(values: &Values) -> Filter {
    Filter {
        words: filter_words(values.get("q")),
        category: chosen(&Category::ALL, values.get("category")),
        closes_from: Day::read(values.get("closes")),
        kind: chosen(&Kind::ALL, values.get("told")),
    }
}

/// What has this name.
fn chosen<T: Copy>(all: &[(T, &str)], name: &str) -> Option<T> {
    all.iter().find(|(_, it)| *it == name).map(|(it, _)| *it)
}

/// The screen. Looks at what was found in the file last; `write` makes the text of a draft file.
pub fn sheet(
    words: &Words,
    values: &Values,
    today: Day,
    file: &File,
    write: &dyn Fn(&Draft) -> String,
) -> Sheet {
    let mut form = Form::new(words, values, today);
    let open = file.notices().iter().find(|notice| key(notice) == values.get("open"));
    let summary = match (file.state, open) {
        (State::None | State::Cancelled, _) => begin(&mut form, file),
        (State::Reading, _) => reading(&mut form, file),
        (State::Read, Some(notice)) => one(&mut form, file, notice, write),
        (State::Read, None) => list(&mut form, file),
    };
    form.finish(words.notices_title(), summary)
}

/// What tells a notice from others, also of another file.
fn key(notice: &Notice) -> String {
    [&notice.row.to_string(), ":", notice.number()].concat()
}

fn french(w: &Words) -> bool {
    w.lang() == Lang::Fr
}

fn begin(form: &mut Form<'_>, file: &File) -> String {
    let w = form.words;
    form.text(w.notices_lede());
    let stopped = file.state == State::Cancelled;
    if stopped {
        form.note(Mark::Unknown, w.notices_stopped(), None);
    }
    ask_file(form, w.notices_pick());
    form.heading(w.notices_what());
    form.list(vec![w.notices_what_limit(), w.notices_what_agreements(), w.notices_what_never()]);
    if stopped { w.notices_stopped() } else { String::new() }
}

fn ask_file(form: &mut Form<'_>, label: String) {
    let w = form.words;
    form.put(Block::File(FileBlock { label, hint: w.notices_pick_hint(), reading: None }));
}

fn reading(form: &mut Form<'_>, file: &File) -> String {
    let w = form.words;
    let megabytes = |bytes: u64| i18n::written(w.lang(), &(bytes / 1_000_000).to_string());
    let said =
        w.notices_reading(&count(w, file.notices().len()), &megabytes(file.done), &megabytes(file.size));
    let kilobytes = |bytes: u64| u32::try_from(bytes / 1000).unwrap_or(u32::MAX);
    let reading = ReadingBlock {
        said,
        done: kilobytes(file.done),
        of: kilobytes(file.size).max(1),
        stop: w.notices_stop(),
    };
    form.put(Block::File(FileBlock {
        label: w.notices_progress(),
        hint: String::new(),
        reading: Some(reading),
    }));
    // Announced once, not at each step.
    w.notices_progress()
}

fn count(w: &Words, number: usize) -> String {
    i18n::written(w.lang(), &number.to_string())
}

/// What was wrong with the file, and what is known of it all the same.
fn condition(form: &mut Form<'_>, file: &File) {
    let w = form.words;
    if let Some(problem) = &file.problem {
        form.note(Mark::No, problem_text(w, problem), None);
        if !file.notices().is_empty() {
            form.text(w.notices_before(&count(w, file.notices().len())));
        }
    }
    if let Some((rows, first)) = file.uneven {
        form.note(Mark::Unknown, w.notices_uneven(&count(w, rows as usize), &first.to_string()), None);
    }
    if let Some(row) = file.other_writing {
        form.note(Mark::Unknown, w.notices_windows(&row.to_string()), None);
    }
    for (field, said) in [
        (Field::Agreements, Words::notices_no_agreements as fn(&Words) -> String),
        (Field::Description, Words::notices_no_description),
        (Field::Closes, Words::notices_no_closing),
    ] {
        if !file.notices().is_empty() && !file.has(field) {
            form.note(Mark::Unknown, said(w), None);
        }
    }
}

fn problem_text(w: &Words, problem: &Problem) -> String {
    let place = |place: &Place| {
        let (row, column) = (place.row.to_string(), place.column.to_string());
        if place.name.is_empty() {
            w.notices_place(&row, &column)
        } else {
            w.notices_place_named(&row, &column, &place.name)
        }
    };
    match problem {
        Problem::Csv(fault, at) => match fault {
            Fault::Empty => w.notices_empty(),
            Fault::Packed => w.notices_packed(),
            Fault::Utf16 => w.notices_utf16(),
            Fault::NotText => w.notices_not_text(),
            Fault::OpenQuote => w.notices_open_quote(&place(at)),
            Fault::AfterQuote => w.notices_after_quote(&place(at)),
            Fault::LongCell => w.notices_long_cell(&place(at)),
        },
        Problem::OtherColumns(names) => w.notices_other_columns(&names.join(" · ")),
        Problem::NoRows => w.notices_no_rows(),
        Problem::CutOff(at) => w.notices_cut_off(&place(at)),
    }
}

fn list(form: &mut Form<'_>, file: &File) -> String {
    let w = form.words;
    condition(form, file);
    if file.notices().is_empty() {
        ask_file(form, w.notices_pick());
        return file.problem.as_ref().map_or_else(String::new, |problem| problem_text(w, problem));
    }
    form.fold(w.notices_other(), false, |form| ask_file(form, w.notices_pick()));
    form.group(w.notices_search(), |form| {
        form.typed("q", ask(w.notices_words(), w.notices_words_hint()), FieldKind::Text, String::new());
        let mut categories = Vec::new();
        for (category, code) in Category::ALL {
            categories.push((code, category_name(w, category)));
        }
        let (block, _) = form.pick_or("category", bare(w.notices_category()), w.notices_any(), &categories);
        form.put(Block::Field(block));
        form.day("closes", ask(w.notices_closes_from(), w.notices_closes_hint()));
        let mut kinds = Vec::new();
        for (kind, id) in Kind::ALL {
            kinds.push((id, kind_word(w, kind)));
        }
        let (block, _) = form.pick_or("told", bare(w.notices_told()), w.notices_any(), &kinds);
        form.put(Block::Field(block));
    });
    let found = file.found();
    let pages = found.len().div_ceil(PAGE).max(1);
    let stamp = stamp(form.values);
    let page = page(form.values, &stamp).min(pages);
    let all = file.notices().len();
    let said = match found.len() {
        0 => w.notices_none(&count(w, all)),
        some if some == all => w.notices_all(&count(w, all)),
        some => w.notices_some(&count(w, some), &count(w, all)),
    };
    form.text(said.clone());
    let mut picks = Vec::new();
    for at in found.iter().skip((page - 1) * PAGE).take(PAGE) {
        if let Some(notice) = file.notices().get(*at as usize) {
            picks.push(entry(w, file, notice));
        }
    }
    form.put(Block::Picks(PicksBlock { label: w.notices_list(), beside: false, picks }));
    if pages > 1 {
        let to = |number: usize, text: String| Pick {
            name: String::from("page"),
            value: [&stamp, ":", &number.to_string()].concat(),
            text,
            lines: Vec::new(),
            told: None,
        };
        let mut picks = Vec::new();
        if page > 1 {
            picks.push(to(page - 1, w.notices_back()));
        }
        if page < pages {
            picks.push(to(page + 1, w.notices_next()));
        }
        let label = w.notices_page(&count(w, page), &count(w, pages));
        form.text(label.clone());
        form.put(Block::Picks(PicksBlock { label, beside: true, picks }));
    }
    said
}

/// What tells one search from another: a page belongs to its search.
fn stamp(values: &Values) -> String {
    let mut hash = 0x811c_9dc5_u32;
    for name in ["q", "category", "closes", "told"] {
        for byte in values.get(name).bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash.to_string()
}

fn page(values: &Values, stamp: &str) -> usize {
    let typed = values.get("page").split_once(':').filter(|(of, _)| *of == stamp);
    typed.and_then(|(_, page)| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
}

fn entry(w: &Words, file: &File, notice: &Notice) -> Pick {
    let french = french(w);
    let mut lines = Vec::new();
    let buyer = notice.text(Field::Buyer, french);
    if !buyer.is_empty() {
        lines.push(buyer.to_owned());
    }
    lines.push(w.labelled(&w.notices_closes(), &closing(w, notice)));
    lines.push(w.labelled(&w.notices_agreements(), &agreements(w, &file.told(notice))));
    Pick {
        name: String::from("open"),
        value: key(notice),
        text: title(w, notice),
        lines,
        told: Some((kind_mark(notice.kind), kind_word(w, notice.kind))),
    }
}

fn title(w: &Words, notice: &Notice) -> String {
    let title = notice.text(Field::Title, french(w));
    let words: Vec<&str> = title.split_whitespace().collect();
    if words.is_empty() { w.untitled() } else { words.join(" ") }
}

fn closing(w: &Words, notice: &Notice) -> String {
    match (notice.day(Field::Closes), notice.closing_time()) {
        (Some(day), Some(time)) => w.notices_at(&i18n::day(day), time),
        (Some(day), None) => i18n::day(day),
        // What is no day is shown as it stands.
        (None, _) => or_not_said(w, notice.text(Field::Closes, false)),
    }
}

fn or_not_said(w: &Words, text: &str) -> String {
    if text.is_empty() { w.notices_not_said() } else { text.to_owned() }
}

fn agreements(w: &Words, told: &Told) -> String {
    let mut names = Vec::new();
    for agreement in &told.named.agreements {
        names.push(agreement_name(w, *agreement));
    }
    names.extend(told.named.unknown.iter().cloned());
    if told.named.none {
        names.push(w.notices_says_none());
    }
    or_not_said(w, &names.join(", "))
}

fn category_name(w: &Words, category: Category) -> String {
    match category {
        Category::Goods => w.notices_goods(),
        Category::Services => w.notices_services(),
        Category::Construction => w.notices_construction(),
        Category::ServicesWithGoods => w.notices_services_goods(),
    }
}

fn kind_word(w: &Words, kind: Kind) -> String {
    match kind {
        Kind::Solely => w.told_solely(),
        Kind::Conditionally => w.told_conditionally(),
        Kind::Conflict => w.told_conflict(),
        Kind::Off => w.told_off(),
        Kind::Content => w.told_content(),
        Kind::Open => w.told_open(),
    }
}

fn kind_mark(kind: Kind) -> Mark {
    match kind {
        Kind::Solely | Kind::Conditionally => Mark::Yes,
        Kind::Off => Mark::No,
        Kind::Conflict | Kind::Content | Kind::Open => Mark::Unknown,
    }
}

fn one(form: &mut Form<'_>, file: &File, notice: &Notice, write: &dyn Fn(&Draft) -> String) -> String {
    let w = form.words;
    let back = Pick {
        name: String::from("open"),
        value: String::new(),
        text: w.notices_to_list(),
        lines: Vec::new(),
        told: None,
    };
    form.put(Block::Picks(PicksBlock { label: w.notices_to_list(), beside: true, picks: vec![back] }));
    form.heading(title(w, notice));
    let told = file.told(notice);
    let sentence = match told.kind {
        Kind::Solely | Kind::Conditionally => w.told_limited_text(),
        Kind::Conflict => w.told_conflict_text(),
        Kind::Off => w.told_off_text(),
        Kind::Content => w.told_content_text(),
        Kind::Open => w.told_open_text(),
    };
    let summary = form.answer(kind_mark(told.kind), kind_word(w, told.kind), sentence, None);
    facts(form, notice, &told);
    form.heading(w.notices_tells());
    tells(form, notice, &told);
    form.fold(w.scope_why(), false, |form| {
        form.hint(w.notices_table_hint());
        form.reasons(&as_conditions(&told.answer.why), &|point, finding| point_text(w, point, finding));
    });
    form.heading(w.notices_silent());
    let mut silent = Vec::new();
    if !matches!(told.limit, LimitTold::Solely | LimitTold::Conditionally) {
        silent.push(w.notices_silent_limit());
    }
    silent.extend([w.notices_silent_value(), w.notices_silent_clause(), w.notices_silent_lines()]);
    form.list(silent);
    as_draft(form, notice, write);
    let description = notice.text(Field::Description, french(w));
    if !description.is_empty() {
        form.fold(w.notices_description(), false, |form| form.quote("", description.to_owned()));
    }
    summary
}

fn facts(form: &mut Form<'_>, notice: &Notice, told: &Told) {
    let w = form.words;
    let french = french(w);
    let said = |field: Field| notice.list(field, french).join(", ");
    let day = |field: Field| {
        let text = notice.text(field, false);
        notice.day(field).map_or_else(|| text.to_owned(), i18n::day)
    };
    let mut kinds = Vec::new();
    for category in notice.categories() {
        kinds.push(category_name(w, category));
    }
    let kinds = if kinds.is_empty() { said(Field::Category) } else { kinds.join(", ") };
    let mut pairs = Vec::new();
    for (label, text) in [
        (w.notices_reference(), notice.text(Field::Reference, false).to_owned()),
        (w.notices_amendment(), notice.text(Field::Amendment, false).to_owned()),
        (w.notices_solicitation(), notice.text(Field::Solicitation, false).to_owned()),
        (w.notices_buyer(), notice.text(Field::Buyer, french).to_owned()),
        (w.notices_user(), said(Field::User)),
        (w.notices_published(), day(Field::Published)),
        (w.notices_amended(), day(Field::Amended)),
        (w.notices_closes(), closing(w, notice)),
        (w.notices_status(), said(Field::Status)),
        (w.notices_type(), said(Field::Type)),
        (w.notices_method(), said(Field::Method)),
        (w.notices_limited(), said(Field::Limited)),
        (w.notices_category(), kinds),
        (w.notices_agreements(), agreements(w, told)),
        (w.notices_opportunity(), said(Field::Opportunity)),
        (w.notices_delivery(), said(Field::Delivery)),
        (w.notices_gsin(), said(Field::Gsin)),
        (w.notices_unspsc(), said(Field::Unspsc)),
        (w.notices_address(), notice.text(Field::Address, french).to_owned()),
    ] {
        if !text.is_empty() {
            pairs.push((label, text));
        }
    }
    form.put(Block::Facts(pairs));
}

/// The words of the notice that say this, in a sentence around them.
fn quoted(w: &Words, notice: &Notice, phrase: Phrase) -> Option<String> {
    for french in [french(w), !french(w)] {
        for field in [Field::Title, Field::Description, Field::Limited, Field::Opportunity, Field::Type] {
            if let Some(words) = passage(notice.text(field, french), phrase) {
                return Some(w.notices_quoted(&words));
            }
        }
    }
    None
}

fn tells(form: &mut Form<'_>, notice: &Notice, told: &Told) {
    let w = form.words;
    let with = |said: String, phrase: Phrase| match quoted(w, notice, phrase) {
        Some(words) => [&said, " ", &words].concat(),
        None => said,
    };
    let section = Some(Source::Sm36.at("4.7"));
    match told.limit {
        LimitTold::Solely => form.note(Mark::Yes, with(w.tells_solely(), Phrase::Solely), section),
        LimitTold::Conditionally => {
            form.note(Mark::Yes, with(w.tells_conditionally(), Phrase::Conditionally), section);
        }
        LimitTold::Both => form.note(Mark::Unknown, with(w.tells_both(), Phrase::Solely), section),
        LimitTold::Denied => form.note(Mark::Unknown, with(w.tells_denied(), Phrase::Denied), section),
        LimitTold::Content => form.note(Mark::Unknown, with(w.tells_content(), Phrase::Content), section),
        LimitTold::Silent => form.note(Mark::Unknown, w.tells_silent(), section),
    }
    let names = agreements(w, told);
    let said = match told.international {
        Finding::Yes => w.tells_international(&names),
        Finding::No => w.tells_domestic(&names),
        Finding::Unknown if told.excepted => w.tells_excepted(&names),
        Finding::Unknown if told.named.agreements.is_empty() && told.named.unknown.is_empty() => {
            w.tells_no_agreement()
        }
        Finding::Unknown => w.tells_unclear(&names),
    };
    // The sign says whether it speaks for the policy: an agreement switches it off.
    form.note(Mark::from(told.international.negated()), said, Some(Source::Sm36.at("2.2(1)")));
    if told.competitive == Finding::No {
        form.note(Mark::No, w.tells_not_competitive(), Some(Source::Sm36.at("2.2")));
    }
    for phrase in [Phrase::SetAside, Phrase::Security, Phrase::Reciprocal] {
        if notice.says(phrase) {
            let said = match phrase {
                Phrase::SetAside => w.tells_set_aside(),
                Phrase::Security => w.tells_security(),
                _ => w.tells_reciprocal(),
            };
            form.note(Mark::Unknown, with(said, phrase), None);
        }
    }
    for oddity in &told.oddities {
        let mark = if oddity.asks() { Mark::No } else { Mark::Unknown };
        form.note(mark, oddity_text(w, oddity), Some(oddity.cite()));
    }
}

/// The draft that a notice fills, and what in it comes from the notice.
fn as_draft(form: &mut Form<'_>, notice: &Notice, write: &dyn Fn(&Draft) -> String) {
    let w = form.words;
    let mut draft = Draft { title: title(w, notice), ..Draft::default() };
    form.heading(w.notices_draft());
    let mut filled = vec![(w.notices_draft_title(), draft.title.clone())];
    if let Some(day) = notice.day(Field::Closes) {
        draft.closing_day = i18n::day(day);
        filled.push((w.notices_closes(), draft.closing_day.clone()));
    }
    let rules = notice.day(Field::Published).and_then(|day| ORIGIN_RULES.on(day));
    if let Some(rules) = rules {
        let same = |form: &&RuleSetForm| form.meaning() == rules.value;
        draft.rule_set = RuleSetForm::ALL.iter().find(same).copied().unwrap_or_default();
        filled.push((w.notices_draft_rules(), set_name(w, rules.value)));
    }
    let number = notice.text(Field::Reference, false);
    let solicitation = notice.text(Field::Solicitation, false).to_owned();
    let number = if number.is_empty() { solicitation.clone() } else { number.to_owned() };
    let set = if rules.is_some() { draft.rule_set.name() } else { String::new() };
    for (name, read) in [
        ("number", number),
        ("solicitation", solicitation),
        ("title", draft.title.clone()),
        ("closing_day", draft.closing_day.clone()),
        ("rule_set", set),
    ] {
        draft.notice.0.push((name.to_owned(), read));
    }
    form.put(Block::Facts(filled));
    form.hint(w.notices_draft_hint());
    form.put(Block::Draft((w.notices_open_draft(), write(&draft))));
}
