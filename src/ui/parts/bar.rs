//! The share against the line at the threshold, drawn, with its keys.

use crate::i18n::{self, Words};
use crate::present::ShareView;
use crate::ui::node::{El, el, of, svg};

/// What is drawn: hundredths of a percent.
pub(in crate::ui) struct Bar {
    /// Canadian.
    pub(in crate::ui) canadian: u32,
    /// Undecided.
    pub(in crate::ui) open: u32,
    /// Asked for.
    pub(in crate::ui) threshold: u32,
    /// Asked for, in words.
    pub(in crate::ui) label: String,
}

/// The bar. Its keys say the same in words, so it is not read aloud.
pub(in crate::ui) fn bar(words: &Words, is: &Bar) -> El {
    let percent = |hundredths: u32| {
        let mut text = (hundredths / 100).to_string();
        text.push('.');
        if hundredths % 100 < 10 {
            text.push('0');
        }
        text.push_str(&(hundredths % 100).to_string());
        text.push('%');
        text
    };
    let (canadian, limit) = (percent(is.canadian), percent(is.threshold));
    let label = |value: &str| i18n::percent_of(words.lang(), value);
    let rect = |class: &str, width: &str| svg("rect").with("class", class).with("width", width);
    let mut bar = svg("svg").with("class", "share-bar").with("aria-hidden", "true");
    if is.open > 0 {
        bar = bar.put(
            svg("pattern")
                .with("id", "hatch")
                .with("width", "8")
                .with("height", "8")
                .with("patternUnits", "userSpaceOnUse")
                .put(svg("path").with("d", "M-2 10 10 -2M-2 2 2 -2M6 10 10 6")),
        );
    }
    bar = bar.put(rect("track", "100%")).put(rect("yes", &canadian));
    if is.open > 0 {
        bar = bar.put(rect("cut", &percent(is.open)).with("x", &canadian).with("fill", "url(#hatch)"));
    }
    let text =
        |x: &str, anchor: &str, text: String| svg("text").with("x", x).with("text-anchor", anchor).text(text);
    // Near an end the label would leave the drawing.
    let anchor = if is.threshold > 9000 { "end" } else { "middle" };
    bar.put(svg("rect").with("class", "limit").with("x", &limit))
        .put(text(&limit, anchor, is.label.clone()))
        .put(text("0", "start", label("0")).with("class", "end"))
        .put(text("100%", "end", label("100")).with("class", "end"))
}

/// What the parts of the bar stand for, with their amounts.
pub(in crate::ui) fn keys(words: &Words, share: &ShareView) -> El {
    let [canadian, open, other, total] = &share.amounts;
    let key = |class: &str, name: String, amount: &String| {
        el("div").put(of("dt", class).text(name)).put(el("dd").text(amount.clone()))
    };
    let mut keys = of("dl", "keys").put(key("key yes", words.key_canadian(), canadian));
    if share.undetermined > 0 {
        keys = keys.put(key("key unknown", words.key_open(), open));
    }
    keys.put(key("key", words.key_other(), other)).put(key("", words.total_price(), total))
}
