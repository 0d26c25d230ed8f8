//! A rule of origin as JSON: the structure that is judged, in the words of its own ids.

use crate::origin::rule::{Alternative, ContentTest, Figures, GoodIs, Group, NameId, Sources, Term, Way};
use crate::origin::text::{self, Missing, PhraseKind, Reading, Role};
use crate::units::{HsRange, Level};
use serde_json::{Value, json};

/// Gives the words that a name id stands for.
type Name<'a> = &'a dyn Fn(NameId) -> String;

/// What a sentence says: alternatives, which part of the sentence says what, the pieces it is cut into, and what was not
/// understood.
///
/// Spans are bytes of the sentence, the end not included.
pub fn reading(sentence: &str, reading: &Reading) -> Value {
    let name = |id: NameId| {
        reading.phrases.get(usize::from(id.0)).map(|phrase| phrase.words.clone()).unwrap_or_default()
    };
    let phrase = |kind| match kind {
        PhraseKind::Good => "good",
        PhraseKind::Use => "use",
        PhraseKind::Condition => "condition",
        PhraseKind::Process => "process",
    };
    json!({
        "alternatives": reading.alternatives.iter().map(|way| alternative(&name, way)).collect::<Vec<_>>(),
        "phrases": reading.phrases.iter().map(|it| json!({ "kind": phrase(it.kind), "words": it.words })).collect::<Vec<_>>(),
        "parts": reading.parts.iter().map(|it| json!({ "span": [it.span.start, it.span.end], "role": role(it.role) })).collect::<Vec<_>>(),
        "pieces": text::pieces(sentence, reading).iter().map(|it| json!({ "span": [it.span.start, it.span.end], "kind": it.kind.id() })).collect::<Vec<_>>(),
        "not_understood": reading.troubles.iter().map(|it| json!({ "span": [it.span.start, it.span.end], "wanted": wanted(it.what) })).collect::<Vec<_>>(),
    })
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Note => "note",
        Role::Use => "use",
        Role::Good => "good",
        Role::Target => "target",
        Role::From => "from",
        Role::Except => "except",
        Role::Also => "also",
        Role::Content => "content",
        Role::Condition => "condition",
        Role::Process => "process",
    }
}

const fn wanted(what: Missing) -> &'static str {
    match what {
        Missing::Rule => "rule",
        Missing::Target => "target",
        Missing::Source => "source",
        Missing::Range => "range",
        Missing::Content => "content",
        Missing::Code => "code",
    }
}

/// One alternative as structure.
pub fn alternative(name: Name<'_>, way: &Alternative) -> Value {
    let (kind, from, also, process) = match &way.way {
        Way::Shift { from, also } => {
            ("shift", sources(name, from), also.as_ref().map(|also| sources(name, also)), None)
        }
        Way::NoShift => ("no_shift", Value::Null, None, None),
        Way::Process(id) => ("process", Value::Null, None, Some(name(*id))),
        Way::Unread => ("unread", Value::Null, None, None),
    };
    json!({
        "label": way.label,
        "kind": kind,
        "target": codes(&way.target.codes),
        "target_except": codes(&way.target.except),
        "good_is": match way.target.good {
            GoodIs::Any => Value::Null,
            GoodIs::Named(id) => json!(name(id)),
            GoodIs::Residue => json!("any other good"),
        },
        "use": way.target.usage.map(name),
        "from": from,
        "also": also,
        "process": process,
        "content": way.content.as_ref().map(content),
        "conditions": way.conditions.iter().map(|id| name(*id)).collect::<Vec<_>>(),
    })
}

fn sources(name: Name<'_>, sources: &Sources) -> Value {
    json!({ "any_of": terms(name, &sources.any_of), "except": terms(name, &sources.except) })
}

fn terms(name: Name<'_>, terms: &[Term]) -> Vec<Value> {
    terms.iter().map(|found| term(name, found)).collect()
}

/// A source or exception as structure.
pub fn term(name: Name<'_>, term: &Term) -> Value {
    match term {
        Term::AnyOther { level, group, within, within_own } => json!({
            "any_other": level_id(*level),
            "group": match group {
                Group::Silent => Value::Null,
                Group::Including(inside) if inside.is_empty() => json!("including"),
                Group::Including(inside) => json!({ "including": codes(inside) }),
                Group::Outside => json!("outside"),
                Group::Within => json!("within"),
            },
            "within": codes(within),
            "within_own": within_own.map(level_id),
        }),
        Term::Codes(ranges) => json!({ "codes": codes(ranges) }),
        Term::Named { name: id, codes: ranges } => json!({ "named": name(*id), "codes": codes(ranges) }),
        Term::OtherGood(ranges) => json!({ "other_good_of": codes(ranges) }),
        Term::WithinThat(level) => json!({ "within_that": level_id(*level) }),
        Term::MoreThanOneOf(list) => json!({ "more_than_one_of": terms(name, list) }),
        Term::AllOf(list) => json!({ "all_of": terms(name, list) }),
    }
}

fn codes(ranges: &[HsRange]) -> Vec<String> {
    ranges.iter().map(HsRange::to_string).collect()
}

fn content(test: &ContentTest) -> Value {
    let figures = |figures: &Figures| {
        json!({
            "transaction_value_percent": figures.transaction_value.map(|percent| percent.to_string()),
            "net_cost_percent": figures.net_cost.map(|percent| percent.to_string()),
        })
    };
    match test {
        ContentTest::Fixed(fixed) => figures(fixed),
        ContentTest::Staged(stages) => {
            let stage = |(from, staged): &(crate::units::Day, Figures)| json!({ "from": from.to_string(), "figures": figures(staged) });
            json!({ "staged": stages.iter().map(stage).collect::<Vec<_>>() })
        }
        ContentTest::Unstated => json!("unstated"),
    }
}

const fn level_id(level: Level) -> &'static str {
    match level {
        Level::Chapter => "chapter",
        Level::Heading => "heading",
        Level::Subheading => "subheading",
        Level::TariffItem => "tariff_item",
    }
}
