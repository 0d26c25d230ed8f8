//! Any sheet: its blocks, one after the other, as the engine has made them.

use crate::present::Mark;
use crate::present::sheet::{
    Block, FieldBlock, FieldKind, FileBlock, MarkedPiece, PicksBlock, RowsBlock, TableBlock,
};
use crate::ui::act::{self, button};
use crate::ui::node::{El, Node, el, follow, nothing, of};
use crate::ui::parts::{mark, reasons};
use crate::ui::sheets;
use crate::ui::state::App;

/// The screen of the sheet of this name.
pub(in crate::ui) fn sheet(app: App, name: &str) -> Node {
    of("div", "sheet")
        .keyed(name)
        .put(super::tools::nav(app, name))
        .put(follow(app, blocks))
        .put(follow(app, tools))
        .into()
}

fn blocks(app: App) -> Node {
    let words = app.words();
    let Some(sheet) = app.sheet.get() else {
        return of("p", "loading").text(words.rules_loading()).into();
    };
    let shown = of("div", "stack").put(el("h1").text(sheet.title.clone()));
    all(app, shown, &sheet.blocks).into()
}

fn tools(app: App) -> Node {
    let words = app.words();
    of("p", "row no-print")
        .put(button(&act::PRINT, words.print()))
        .put(button(&act::CLEAR_SHEET, words.clear_sheet()).with("class", "quiet"))
        .into()
}

/// An element with these blocks in it.
pub(super) fn all(app: App, mut into: El, blocks: &[Block]) -> El {
    for it in blocks {
        into = into.put(block(app, it));
    }
    into
}

fn cited(element: El, cite: &str) -> El {
    if cite.is_empty() { element } else { element.put(el("cite").text(cite.to_owned())) }
}

fn block(app: App, it: &Block) -> El {
    let items = |tag, texts: &[String]| el(tag).all(texts.iter().map(|text| el("li").text(text.clone())));
    match it {
        Block::Heading(text) => el("h2").text(text.clone()),
        Block::Text(text) => el("p").text(text.clone()),
        Block::Hint(text) => of("p", "hint").text(text.clone()),
        Block::Note(note) => {
            // What only informs has no sign: the one of "cannot tell" would deny it.
            let sign = if note.mark == Mark::Unknown { nothing() } else { mark(note.mark, "").into() };
            let text = el("p").put(sign).text(note.text.clone());
            of("div", "notice").put(cited(text, &note.cite))
        }
        Block::Field(field) => asked(app, field),
        Block::Answer(answer) => {
            let text = el("p").text(answer.sentence.clone());
            of("div", "answer").put(mark(answer.mark, &answer.word)).put(cited(text, &answer.cite))
        }
        Block::Reasons(tree) => of("div", "why").put(reasons(tree)),
        Block::Table(it) => table(it),
        Block::List(texts) => items("ul", texts),
        Block::Steps(texts) => items("ol", texts),
        Block::Facts(pairs) => {
            let mut list = of("dl", "terms");
            for (term, text) in pairs {
                list = list.pair(term.clone(), text.clone());
            }
            list
        }
        Block::Rows(rows) => records(app, rows),
        Block::Fold(fold) => {
            let head = el("summary").text(fold.summary.clone());
            let shown = of("details", "fold").flag("open", fold.open);
            let shown = match fold.item {
                // One that was opened never becomes the fold of another material.
                Some(item) => shown.keyed(&item.to_string()).say("data-fold", item.to_string()),
                None => shown,
            };
            all(app, shown.put(head), &fold.blocks)
        }
        Block::Group(group) => {
            let head = el("legend").text(group.legend.clone());
            el("fieldset").put(head).put(all(app, of("div", "fields"), &group.blocks))
        }
        Block::Quote(it) => {
            let quote = of("blockquote", "quote").text(it.text.clone());
            if it.lang.is_empty() { quote } else { quote.with("lang", &it.lang) }
        }
        Block::Link((text, address)) => el("p").put(el("a").with("href", address).text(text.clone())),
        Block::File(file) => asked_file(file),
        Block::Picks(it) => picks(it),
        Block::Draft((text, draft)) => {
            el("p").put(button(&act::OPEN_DRAFT, text.clone()).with("data-draft", draft))
        }
        Block::Marked(pieces) => marked(pieces),
        Block::Columns(columns) => {
            let mut shown = of("div", "columns");
            for column in columns {
                let one = el("section").put(el("h3").text(column.title.clone()));
                shown = shown.put(all(app, one, &column.blocks));
            }
            shown
        }
        Block::Print(text) => el("p").put(button(&act::PRINT, text.clone())),
    }
}

/// A file: asked for, or being read.
fn asked_file(file: &FileBlock) -> El {
    if let Some(reading) = &file.reading {
        let bar = el("progress")
            .with("aria-label", &file.label)
            .say("value", reading.done.to_string())
            .say("max", reading.of.to_string());
        let said = el("p").text(reading.said.clone());
        return of("div", "drop")
            .keyed("reading")
            .put(said)
            .put(bar)
            .put(button(&act::STOP_FILE, reading.stop.clone()));
    }
    let input = el("input").with("type", "file").with("id", "import").with("accept", ".csv,text/csv");
    of("div", "drop field")
        .keyed("import")
        .with("data-drop", "")
        .put(el("label").with("for", "import").text(file.label.clone()))
        .put(input)
        .put(of("p", "hint").text(file.hint.clone()))
}

/// Things to go to.
fn picks(it: &PicksBlock) -> El {
    let mut list = of("ul", if it.beside { "row picks" } else { "picks" }).with("aria-label", &it.label);
    for pick in &it.picks {
        let go = button(&act::SET, pick.text.clone())
            .with("data-list", &pick.name)
            .with("data-draft", &pick.value);
        let mut shown = el("li").put(if it.beside { go } else { go.with("class", "pick") });
        if let Some((found, word)) = &pick.told {
            shown = shown.put(mark(*found, word));
        }
        for line in &pick.lines {
            shown = shown.put(of("p", "hint").text(line.clone()));
        }
        list = list.put(shown);
    }
    list
}

/// A sentence with the name of each part after it, and a list of the kinds of parts.
fn marked(pieces: &[MarkedPiece]) -> El {
    let class = |kind: &str| ["piece ", kind].concat();
    let mut sentence = of("p", "taken");
    let mut legend = of("ul", "legend");
    let mut known: Vec<&str> = Vec::new();
    for piece in pieces {
        if piece.kind.is_empty() {
            sentence = sentence.put(el("span").text(piece.text.clone()));
            continue;
        }
        let name = of("small", "piece-name").text(piece.name.clone());
        sentence = sentence.put(
            el("span")
                .say("class", class(&piece.kind))
                .text(piece.text.clone())
                .text(String::from(" "))
                .put(name),
        );
        if !known.contains(&piece.kind.as_str()) {
            known.push(&piece.kind);
            let swatch = el("span").say("class", class(&piece.kind)).text(piece.name.clone());
            legend = legend.put(el("li").put(swatch));
        }
    }
    el("div").put(sentence).put(legend)
}

/// A field on its own: its label above, what is wrong with it and what helps below.
fn asked(app: App, field: &FieldBlock) -> El {
    if field.kind == FieldKind::Check {
        let label = el("label").put(control(app, field)).text(field.label.clone());
        return said(of("div", "field check").keyed(&field.name).put(label), field);
    }
    if field.kind == FieldKind::Choice {
        let legend = el("legend").text(field.label.clone());
        let ask = of("fieldset", "ask").keyed(&field.name).put(legend);
        return said(ask.put(control(app, field)), field);
    }
    let label = el("label").with("for", &field.name).text(field.label.clone());
    said(of("div", "field").keyed(&field.name).put(label).put(control(app, field)), field)
}

fn note_id(field: &FieldBlock) -> String {
    let mut id = field.name.clone();
    id.push_str("-said");
    id
}

fn said(mut element: El, field: &FieldBlock) -> El {
    if !field.problem.is_empty() {
        element = element.put(of("p", "field-error").say("id", note_id(field)).text(field.problem.clone()));
    }
    if field.hint.is_empty() { element } else { element.put(of("p", "hint").text(field.hint.clone())) }
}

/// What is typed in or chosen from.
fn control(app: App, field: &FieldBlock) -> El {
    let bound = |element: El| {
        let element = element.with("data-value", &field.name);
        let element = if field.kind == FieldKind::Number { element.with("data-number", "") } else { element };
        if field.problem.is_empty() {
            return element;
        }
        element.with("aria-invalid", "true").say("aria-describedby", note_id(field))
    };
    match field.kind {
        FieldKind::Text | FieldKind::Number | FieldKind::Day => {
            let number = field.kind == FieldKind::Number;
            let value = if number { sheets::shown(app, &field.value) } else { field.value.clone() };
            let input =
                bound(el("input")).with("id", &field.name).say("value", value).with("autocomplete", "off");
            match field.kind {
                FieldKind::Number => input.with("inputmode", "decimal").with("class", "short"),
                FieldKind::Day => input.with("class", "short"),
                _ => input,
            }
        }
        FieldKind::Long => bound(el("textarea")).with("id", &field.name).text(field.value.clone()),
        FieldKind::Select => {
            let option = |(value, text): &(String, String)| {
                el("option").with("value", value).flag("selected", *value == field.value).text(text.clone())
            };
            bound(el("select")).with("id", &field.name).all(field.choices.iter().map(option))
        }
        FieldKind::Choice => {
            let option = |(value, text): &(String, String)| {
                let radio = bound(el("input"))
                    .with("type", "radio")
                    .with("name", &field.name)
                    .with("value", value)
                    .flag("checked", *value == field.value);
                el("label").put(radio).text(text.clone())
            };
            of("div", "choices").all(field.choices.iter().map(option))
        }
        FieldKind::Check => bound(el("input"))
            .with("type", "checkbox")
            .with("id", &field.name)
            .flag("checked", field.value == "yes"),
    }
}

fn table(table: &TableBlock) -> El {
    let mut head = el("tr");
    for (index, text) in table.head.iter().enumerate() {
        let figure = table.rows.first().and_then(|row| row.get(index)).is_some_and(|cell| cell.figure);
        head = head.th(if figure { "num" } else { "" }, text.clone());
    }
    let mut body = el("tbody");
    for row in &table.rows {
        let mut shown = el("tr");
        for (index, cell) in row.iter().enumerate() {
            let class = if cell.figure { "num" } else { "span" };
            let element = if index == 0 { of("th", class).with("scope", "row") } else { of("td", class) };
            let name = table.head.get(index).cloned().unwrap_or_default();
            let element = element.say("data-label", name);
            shown = shown.put(match cell.mark {
                Some(found) => element.put(mark(found, &cell.text)),
                None => element.text(cell.text.clone()),
            });
        }
        body = body.put(shown);
    }
    of("table", "grid")
        .put(of("caption", "sr").text(table.caption.clone()))
        .put(el("thead").put(head))
        .put(body)
}

/// Records: a grid with a row each, in which the labels of the fields are the heads of the columns.
fn records(app: App, rows: &RowsBlock) -> El {
    let words = app.words();
    let of_list = |element: El| element.with("data-list", &rows.name);
    let add = of_list(button(&act::ADD_RECORD, rows.add.clone()));
    let section = el("section").keyed(&rows.name).put(el("h2").text(rows.caption.clone()));
    let Some(first) = rows.rows.first() else { return section.put(el("p").keyed("add").put(add)) };
    let mut head = el("tr").th("n", words.column_number());
    for field in &first.fields {
        head = head.th(if field.kind == FieldKind::Number { "num" } else { "" }, field.label.clone());
    }
    if rows.rows.iter().any(|row| row.result.is_some()) {
        head = head.th("", words.column_verdict());
    }
    head = head.put(el("th").with("scope", "col").put(of("span", "sr").text(words.column_actions())));
    let mut body = el("tbody");
    for (index, row) in rows.rows.iter().enumerate() {
        let number = (index + 1).to_string();
        let mut shown = el("tr").keyed(&row.id).put(of("td", "n").text(number));
        for field in &row.fields {
            let class = if field.kind == FieldKind::Number { "num" } else { "" };
            let mut label = field.label.clone();
            for part in [", ", &row.name] {
                label.push_str(part);
            }
            let mut cell = of("td", class).with("data-label", &field.label);
            // Side by side a choice would not fit a cell.
            let kind = if field.kind == FieldKind::Choice { FieldKind::Select } else { field.kind };
            let field = FieldBlock { kind, ..field.clone() };
            cell = cell.put(control(app, &field).say("aria-label", label));
            if !field.problem.is_empty() {
                cell =
                    cell.put(of("p", "field-error").say("id", note_id(&field)).text(field.problem.clone()));
            }
            shown = shown.put(cell);
        }
        if let Some((found, text)) = &row.result {
            shown =
                shown.put(of("td", "span").say("data-label", words.column_verdict()).put(mark(*found, text)));
        } else if rows.rows.iter().any(|row| row.result.is_some()) {
            shown = shown.put(el("td"));
        }
        let remove = of_list(act::icon(&act::REMOVE_RECORD, "icon del", &row.remove));
        body = body.put(shown.put(of("td", "act").put(remove.with("data-item", &row.id))));
    }
    section
        .put(of("table", "grid records").put(el("thead").put(head)).put(body))
        .put(el("p").keyed("add").put(add))
}
