//! The rules of origin in words: those of a code in both sets side by side, and any sentence taken apart.

use super::Context;
use super::form::{Ask, Form, ask, bare};
use crate::catalog::Catalog;
use crate::diagnostic::Problem;
use crate::finding::Finding;
use crate::i18n::{self, Lang};
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::rule::{Partners, Row};
use crate::present::good::{edition_name, patch_note};
use crate::present::set_name;
use crate::present::sheet::{Block, ColumnBlock, FieldKind, FoldBlock, NoteBlock, Sheet};
use crate::present::views::Mark;
use crate::units::{HsCode, Level};

/// The sets that stand side by side.
const SETS: [RuleSet; 2] = [RuleSet::Cusma, RuleSet::Nafta];
/// How many rows of a set are shown; a longer code leaves fewer.
const MOST_ROWS: usize = 30;
/// Up to how many rows are unfolded at first.
const MOST_OPEN: usize = 4;

/// The screen.
pub(super) fn sheet(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let mut form = Form::new(words, context.values, context.today);
    form.text(words.rules_lede());
    let code = chosen(context, &mut form);
    let mut summary = String::new();
    if let Some(code) = code {
        form.heading(words.rules_for(&code.to_string()));
        path(context, &mut form, &code);
        let mut columns = Vec::new();
        let mut counts = Vec::new();
        for set in SETS {
            let (blocks, count) = of_set(context, set, &code);
            columns.push(ColumnBlock { title: set_name(words, set), blocks });
            counts.push(count.to_string());
        }
        form.put(Block::Columns(columns));
        if let [cusma, nafta] = counts.as_slice() {
            summary = words.rules_found(cusma, nafta);
        }
    }
    super::taken::apart(context, &mut form);
    let mut sheet = form.finish(words.rules_title(), summary);
    // Their names among the files: see engine::Data.
    for need in ["cusma", "nafta", "editions", names_file(words.lang())] {
        sheet.needs.push(need.to_owned());
    }
    sheet
}

const fn names_file(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "names.en",
        Lang::Fr => "names.fr",
    }
}

/// The code that was typed, or chosen level by level: choosing fills the field that is typed in.
fn chosen(context: &Context<'_>, form: &mut Form<'_>) -> Option<HsCode> {
    let words = context.words;
    let typed = form.values.get("code");
    let read = if typed.is_empty() { None } else { Some(HsCode::read_national(typed)) };
    let problem = match &read {
        Some(Err(found)) => i18n::problem(words, &Problem::Code(*found)),
        _ => String::new(),
    };
    let code = read.and_then(Result::ok);
    form.typed("code", ask(words.rules_code(), words.rules_code_hint()), FieldKind::Text, problem);
    form.group(words.rules_browse(), |form| browsed(context, form, code));
    code
}

/// Chapter, heading, subheading, each once the one above it is chosen, as the code has them.
fn browsed(context: &Context<'_>, form: &mut Form<'_>, code: Option<HsCode>) {
    let words = context.words;
    let Some(names) = context.names else {
        form.hint(words.find_loading());
        return;
    };
    let mut above = None;
    for (name, level, ask) in [
        ("code/chapter", Level::Chapter, bare(words.rules_chapter())),
        ("code/heading", Level::Heading, bare(words.rules_heading())),
        ("code/subheading", Level::Subheading, bare(words.rules_subheading())),
    ] {
        above = step(names, form, above, code.and_then(|code| code.unit(level)), (name, level, ask));
        if above.is_none() {
            break;
        }
    }
}

/// One choice among the lines of a level below a code: the line of the code that was typed, if there is one.
fn step(
    names: &Catalog,
    form: &mut Form<'_>,
    above: Option<HsCode>,
    own: Option<HsCode>,
    (name, level, ask): (&str, Level, Ask),
) -> Option<HsCode> {
    let lines = match &above {
        Some(code) => names.below(code),
        None => names.lines(),
    };
    // To choose nothing is to choose what lies above.
    let nothing = above.map_or_else(String::new, |code| code.as_str().to_owned());
    let mut choices = vec![(nothing, form.words.rules_choose())];
    let mut chosen = None;
    for line in lines.iter().filter(|line| line.code.level() == level) {
        let label = form.words.rules_line(&line.code.to_string(), &line.label);
        choices.push((line.code.as_str().to_owned(), label));
        if own == Some(line.code) {
            chosen = own;
        }
    }
    let value = chosen.or(above).map_or_else(String::new, |code| code.as_str().to_owned());
    form.choice(name, ask, value, choices);
    chosen
}

/// The names of the code and of what lies above it.
fn path(context: &Context<'_>, form: &mut Form<'_>, code: &HsCode) {
    let Some(names) = context.names else { return };
    let mut said = Vec::new();
    for line in names.path(code) {
        said.push((line.code.to_string(), line.label.to_string()));
    }
    if let Some(label) = names.label(code) {
        said.push((code.to_string(), label.to_owned()));
    }
    if !said.is_empty() {
        form.put(Block::Facts(said));
    }
}

/// What a set says about a code of today, and how many rows that is.
fn of_set(context: &Context<'_>, set: RuleSet, code: &HsCode) -> (Vec<Block>, usize) {
    let words = context.words;
    let Some(pack) = context.pack(set) else { return (vec![Block::Hint(words.rules_loading_set())], 0) };
    let mut blocks = vec![Block::Hint(words.method_current_to(&i18n::day(pack.as_of)))];
    let codes = match &pack.editions {
        Some(map) => map.old_codes(code, set.edition()),
        None => {
            blocks.push(Block::Hint(words.rules_as_it_stands()));
            vec![*code]
        }
    };
    if code.level() == Level::Subheading && codes != [*code] {
        let edition = edition_name(words, set.edition());
        blocks.push(Block::Hint(words.rules_in_edition(&edition, &i18n::code_list(words, &codes))));
    }
    let rows = covering(pack, &codes);
    for row in rows.iter().take(MOST_ROWS) {
        blocks.push(Block::Fold(of_row(context, pack, row, rows.len() <= MOST_OPEN)));
    }
    if rows.is_empty() {
        blocks.push(Block::Text(words.no_rule_found()));
    }
    if MOST_ROWS < rows.len() {
        blocks.push(Block::Hint(words.rules_narrow(&(rows.len() - MOST_ROWS).to_string())));
    }
    (blocks, rows.len())
}

/// The rows that may cover one of the codes, whatever the day; rows of a pair of partners left out.
fn covering<'p>(pack: &'p Pack, codes: &[HsCode]) -> Vec<&'p Row> {
    let mut rows = Vec::new();
    for row in &pack.rows {
        let covers = |code: &HsCode| row.codes.iter().any(|range| range.covers(code) != Finding::No);
        if row.partners != Partners::Pair && codes.iter().any(covers) {
            rows.push(row);
        }
    }
    rows
}

fn of_row(context: &Context<'_>, pack: &Pack, row: &Row, open: bool) -> FoldBlock {
    let words = context.words;
    let cite = i18n::citation(words, &pack.set.cite(&row.id));
    let mut ways = Vec::new();
    for way in &row.alternatives {
        let said = i18n::alternative(words, pack, way);
        ways.push(if way.label.is_empty() { said } else { words.list_entry(&way.label, &said) });
    }
    let mut blocks = vec![Block::List(ways)];
    let mut days = Vec::new();
    if let Some(from) = row.from {
        days.push(words.rules_from(&i18n::day(from)));
    }
    if let Some(until) = row.until {
        days.push(words.rules_until(&i18n::day(until)));
    }
    let begun = row.from.is_none_or(|from| from <= context.today);
    if !begun || row.until.is_some_and(|until| until < context.today) {
        days.push(words.rules_not_today());
    }
    if !days.is_empty() {
        blocks.push(Block::Hint(days.join(" ")));
    }
    if row.partners == Partners::OtherTrade {
        blocks.push(Block::Hint(words.rules_other_trade()));
    }
    for patch in &pack.patches {
        if patch.row == row.id {
            let text = patch_note(words, patch);
            blocks.push(Block::Note(NoteBlock { mark: Mark::Unknown, text, cite: String::new() }));
        }
    }
    FoldBlock {
        summary: words.rules_row_codes(&i18n::row_codes(words, row), &cite),
        open,
        item: None,
        blocks,
    }
}
