//! Changes of a text that may lie inside one another.

use std::ops::Range;
use syn::spanned::Spanned;

/// A change of the text. `make` is given what stands in a part of it, changed already.
pub struct Edit {
    pub range: Range<usize>,
    pub make: Box<dyn Fn(&dyn Fn(Range<usize>) -> String) -> String>,
}

/// The text with all changes made.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    // Outer before inner; of two at one place the later one is the outer one.
    edits.reverse();
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    render(text, &edits, 0..text.len(), 0)
}

/// What stands in the range once the edits from `next` on are made.
fn render(text: &str, edits: &[Edit], range: Range<usize>, next: usize) -> String {
    let mut out = String::new();
    let mut at = range.start;
    for (index, edit) in edits.iter().enumerate().skip(next) {
        if edit.range.start >= at && edit.range.end <= range.end {
            out.push_str(&text[at..edit.range.start]);
            out.push_str(&(edit.make)(&|part| render(text, edits, part, index + 1)));
            at = edit.range.end;
        }
    }
    out.push_str(&text[at..range.end]);
    out
}

/// Where it stands in the text.
pub fn bytes(of: &impl Spanned) -> Range<usize> {
    of.span().byte_range()
}
