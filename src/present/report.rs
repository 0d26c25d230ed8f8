//! The whole report as lines of text, for the command line: the same sentences as the page.

use super::good::{good, reasons};
use super::result::result;
use super::views::{Mark, Reading, ReasonView};

/// The report as plain text, reasons indented below each line.
pub fn report(reading: &Reading<'_>) -> String {
    let view = result(reading);
    let mut out = Vec::new();
    out.push(view.verdict);
    out.extend(view.sentences);
    out.push(String::new());
    let lines = reading.draft.lines.iter().zip(&reading.decision.lines).zip(view.rows);
    for ((form, line), row) in lines {
        let head = [&row.name, ", ", &row.amount].concat();
        out.push([sign(row.mark), " ", &reading.words.labelled(&head, &row.status)].concat());
        for reason in reasons(reading, form, line) {
            tree(&reason, 1, &mut out);
        }
    }
    out.push(String::new());
    out.extend(view.edition.into_iter().map(|(label, text)| reading.words.labelled(&label, &text)));
    out.push(reading.words.private_line());
    out.push(String::new());
    out.join("\n")
}

/// One good as plain text: the answer, its reasons, what is missing or would have to change, what it rests on.
pub fn good_text(reading: &Reading<'_>) -> String {
    let mut out = Vec::new();
    let lines = reading.draft.lines.iter().zip(&reading.decision.lines);
    for (index, (form, line)) in lines.enumerate() {
        let Some(view) = good(reading, line.id, &[]) else { continue };
        let name = super::lines::line_name(reading.words, &form.description, index);
        out.push([sign(view.mark), " ", &reading.words.labelled(&name, &view.status)].concat());
        for reason in reasons(reading, form, line) {
            tree(&reason, 1, &mut out);
        }
        if !view.missing.is_empty() {
            out.push(view.missing);
        }
        if !view.remedies.is_empty() {
            out.push(reading.words.remedies_heading());
            for remedy in view.remedies {
                out.push(["  - ", &remedy].concat());
            }
        }
        out.push(view.edition);
    }
    out.push(String::new());
    out.join("\n")
}

fn tree(reason: &ReasonView, depth: usize, out: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let cite = if reason.cite.is_empty() { String::new() } else { [" [", &reason.cite, "]"].concat() };
    let sign = if reason.word.is_empty() { "   " } else { sign(reason.mark) };
    out.push([&indent, sign, " ", &reason.text, &cite].concat());
    // What the answer does not rest on is left out here; the JSON has it all.
    reason.because.iter().filter(|part| part.decisive).for_each(|part| tree(part, depth + 1, out));
}

const fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Yes => "[+]",
        Mark::No => "[-]",
        Mark::Unknown => "[?]",
        Mark::Part => "[~]",
    }
}
