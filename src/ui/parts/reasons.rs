//! Reasons as a tree that opens and closes.

use super::mark::mark;
use crate::present::{Mark, ReasonView};
use crate::ui::node::{El, el, of};

/// How deep a tree stands open at first: of an answer that is settled, and of one that is not, where nearly
/// everything is open yet and the questions tell more.
const OPEN: [usize; 2] = [9, 4];

/// A list of reasons. Those on which the answer does not rest stand folded.
pub(in crate::ui) fn reasons(list: &[ReasonView]) -> El {
    level(list, 0)
}

fn level(list: &[ReasonView], depth: usize) -> El {
    of("ul", "reasons").all(list.iter().map(|reason| item(reason, depth)))
}

fn item(reason: &ReasonView, depth: usize) -> El {
    let said = |element: El| {
        // A note bears no sign.
        let sign = (!reason.word.is_empty()).then(|| mark(reason.mark, &reason.word));
        let element = element.all(sign).text(reason.text.clone());
        if reason.cite.is_empty() { element } else { element.put(el("cite").text(reason.cite.clone())) }
    };
    if reason.because.is_empty() {
        return said(of("li", "reason"));
    }
    let folded = el("details")
        .flag("open", reason.decisive && depth < OPEN[usize::from(reason.mark == Mark::Unknown)])
        .put(said(of("summary", "reason")))
        .put(level(&reason.because, depth + 1));
    el("li").put(folded)
}
