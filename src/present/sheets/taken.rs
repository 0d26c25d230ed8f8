//! A sentence of a rule of origin taken apart: its parts named, its structure, and what was not understood.

use super::Context;
use super::form::{Form, ask, bare, cell};
use crate::i18n::{self, Lang, Words};
use crate::origin::pack::{Pack, Rows, RuleSet};
use crate::origin::rule::{Alternative, Sources, Term, Way};
use crate::origin::text::{self, Language, Missing, PieceKind, Reading};
use crate::present::set_name;
use crate::present::sheet::{Block, Cell, FieldKind, MarkedPiece};
use crate::present::views::Mark;
use crate::units::Day;

/// Asks for a sentence, and says what it says.
pub(super) fn apart(context: &Context<'_>, form: &mut Form<'_>) {
    let words = context.words;
    form.heading(words.taken_title());
    form.text(words.taken_lede());
    let sentence = form.typed(
        "sentence",
        ask(words.taken_sentence(), words.taken_sentence_hint()),
        FieldKind::Long,
        String::new(),
    );
    let set = set_chosen(form);
    let language = language_chosen(form);
    if sentence.is_empty() {
        return;
    }
    let reading = text::read_in(language, sentence, &[]);
    form.put(Block::Heading(words.taken_parts()));
    form.put(Block::Marked(marked(words, sentence, &reading)));
    troubles(form, sentence, &reading);
    known_names(context, form, set, &reading);
    structure(form, &reading);
}

fn set_chosen(form: &mut Form<'_>) -> RuleSet {
    let mut block = form.line_field("set", bare(form.words.taken_set()), FieldKind::Choice);
    let mut chosen = RuleSet::Cusma;
    for set in [RuleSet::Cusma, RuleSet::Nafta] {
        block.choices.push((set.id().to_owned(), set_name(form.words, set)));
        if block.value == set.id() {
            chosen = set;
        }
    }
    block.value = chosen.id().to_owned();
    form.put(Block::Field(block));
    chosen
}

/// The language of the sentence; while none is chosen, that of the page.
fn language_chosen(form: &mut Form<'_>) -> Language {
    let words = form.words;
    let mut block = form.line_field("language", bare(words.taken_language()), FieldKind::Choice);
    block.choices = vec![
        (Lang::En.id().to_owned(), words.taken_english()),
        (Lang::Fr.id().to_owned(), words.taken_french()),
    ];
    let lang = Lang::of(&block.value).unwrap_or(words.lang());
    block.value = lang.id().to_owned();
    form.put(Block::Field(block));
    match lang {
        Lang::En => Language::English,
        Lang::Fr => Language::French,
    }
}

/// The whole sentence as pieces, what lies between them included.
fn marked(words: &Words, sentence: &str, reading: &Reading) -> Vec<MarkedPiece> {
    let mut said = Vec::new();
    let mut end = 0;
    let between = |text: Option<&str>| MarkedPiece {
        text: text.unwrap_or_default().to_owned(),
        kind: String::new(),
        name: String::new(),
    };
    for piece in text::pieces(sentence, reading) {
        if end < piece.span.start {
            said.push(between(sentence.get(end..piece.span.start)));
        }
        said.push(MarkedPiece {
            text: sentence.get(piece.span.clone()).unwrap_or_default().to_owned(),
            kind: piece.kind.id().to_owned(),
            name: kind_name(words, piece.kind),
        });
        end = piece.span.end;
    }
    if end < sentence.len() {
        said.push(between(sentence.get(end..)));
    }
    said
}

fn kind_name(words: &Words, kind: PieceKind) -> String {
    match kind {
        PieceKind::Change => words.piece_change(),
        PieceKind::Codes => words.piece_codes(),
        PieceKind::Level => words.piece_level(),
        PieceKind::Group => words.piece_group(),
        PieceKind::Exception => words.piece_exception(),
        PieceKind::Also => words.piece_also(),
        PieceKind::Together => words.piece_together(),
        PieceKind::Figure => words.piece_figure(),
        PieceKind::Method => words.piece_method(),
        PieceKind::Good => words.piece_good(),
        PieceKind::Use => words.piece_use(),
        PieceKind::Condition => words.piece_condition(),
        PieceKind::Process => words.piece_process(),
        PieceKind::Note => words.piece_note(),
        PieceKind::NotUnderstood => words.piece_not_understood(),
    }
}

fn troubles(form: &mut Form<'_>, sentence: &str, reading: &Reading) {
    let words = form.words;
    if reading.troubles.is_empty() {
        form.note(Mark::Yes, words.taken_whole(), None);
        return;
    }
    form.note(Mark::Unknown, words.taken_not_whole(), None);
    let mut said = Vec::new();
    for trouble in &reading.troubles {
        let wanted = match trouble.what {
            Missing::Rule => words.taken_want_rule(),
            Missing::Target => words.taken_want_target(),
            Missing::Source => words.taken_want_source(),
            Missing::Range => words.taken_want_range(),
            Missing::Content => words.taken_want_content(),
            Missing::Code => words.taken_want_code(),
        };
        let place = sentence.get(trouble.span.clone()).unwrap_or_default();
        let place = if place.is_empty() { words.taken_nothing() } else { place.to_owned() };
        said.push(words.taken_trouble(&wanted, &place));
    }
    form.list(said);
}

/// Which of the descriptions are short names of the set, word for word.
fn known_names(context: &Context<'_>, form: &mut Form<'_>, set: RuleSet, reading: &Reading) {
    let Some(pack) = context.pack(set) else { return };
    let mut said = Vec::new();
    for phrase in &reading.phrases {
        let known = pack.names.iter().any(|(en, fr)| match reading.language {
            Language::English => *en == phrase.words,
            Language::French => *fr == phrase.words,
        });
        if known {
            said.push(form.words.taken_name_known(&phrase.words));
        }
    }
    form.list(said);
}

fn structure(form: &mut Form<'_>, reading: &Reading) {
    let words = form.words;
    let names = named_by_itself(reading);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (index, way) in reading.alternatives.iter().enumerate() {
        let label = if way.label.is_empty() { (index + 1).to_string() } else { way.label.clone() };
        let label = words.taken_alternative(&label);
        for (part, text) in parts(words, &names, way) {
            if !text.is_empty() {
                rows.push(vec![cell(label.clone()), cell(part), cell(text)]);
            }
        }
    }
    if !rows.is_empty() {
        let head = vec![words.taken_column(), words.taken_part(), words.taken_structure()];
        form.table(words.taken_structure(), head, rows);
    }
}

/// The parts of an alternative, each with what it is.
fn parts(words: &Words, names: &Pack, way: &Alternative) -> Vec<(String, String)> {
    let mut parts = vec![(words.taken_good(), i18n::good_of(words, names, &way.target))];
    let list = |terms: &[Term]| {
        let mut said = Vec::new();
        for term in terms {
            said.push(i18n::term(words, names, term));
        }
        said.join("; ")
    };
    let both = |sources: &Sources| (list(&sources.any_of), list(&sources.except));
    if let Way::Shift { from, also } = &way.way {
        let (any_of, except) = both(from);
        parts.push((words.taken_from(), any_of));
        parts.push((words.taken_except(), except));
        if let Some(also) = also {
            let (any_of, except) = both(also);
            parts.push((words.taken_also(), any_of));
            parts.push((words.taken_also_except(), except));
        }
    }
    if let Some(content) = &way.content {
        parts.push((words.taken_content(), i18n::content(words, content)));
    }
    for condition in &way.conditions {
        parts.push((words.taken_condition(), names.name(*condition).0.to_owned()));
    }
    parts.push((words.taken_in_words(), i18n::alternative(words, names, way)));
    parts
}

/// The words of the sentence as names, so that its structure can be said like a pack's.
fn named_by_itself(reading: &Reading) -> Pack {
    let nothing = || (String::new(), String::new());
    let mut names = Vec::new();
    for phrase in &reading.phrases {
        names.push((phrase.words.clone(), phrase.words.clone()));
    }
    Pack {
        set: RuleSet::Cusma,
        as_of: Day::EARLIEST,
        source: nothing(),
        licence: nothing(),
        chapters: Vec::new(),
        rows: Rows::default(),
        names,
        parts: Vec::new(),
        roles: Vec::new(),
        patches: Vec::new(),
        editions: None,
    }
}
