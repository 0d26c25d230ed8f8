//! A sentence cut into what was understood of it, for the eye: codes, levels, exceptions and the rest, by their place.

use super::codes::code;
use super::tokens::Tokens;
use super::{Reading, Role};
use crate::units::Level;
use std::ops::Range;

/// A part of a sentence that says one thing. What lies between pieces joins them and says nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The bytes of the sentence.
    pub span: Range<usize>,
    /// What they say.
    pub kind: PieceKind,
}

/// What a piece of a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceKind {
    /// Whether a change is asked for.
    Change,
    /// Codes, or a range of them.
    Codes,
    /// A level: any other chapter, heading, subheading, tariff item.
    Level,
    /// What the text says of the group.
    Group,
    /// "Except from".
    Exception,
    /// "Whether or not there is also a change".
    Also,
    /// That a list counts as a whole: more than one of, a combination of.
    Together,
    /// A figure of the regional value content, or the day from which it holds.
    Figure,
    /// By which method it is figured.
    Method,
    /// A good described by words.
    Good,
    /// A use that the good is for.
    Use,
    /// A further condition.
    Condition,
    /// A process that makes the good.
    Process,
    /// A note that is no rule.
    Note,
    /// What was not understood.
    NotUnderstood,
}

impl PieceKind {
    /// Every kind, in the order of a legend.
    pub const ALL: [PieceKind; 15] = [
        PieceKind::Change,
        PieceKind::Codes,
        PieceKind::Level,
        PieceKind::Group,
        PieceKind::Exception,
        PieceKind::Also,
        PieceKind::Together,
        PieceKind::Figure,
        PieceKind::Method,
        PieceKind::Good,
        PieceKind::Use,
        PieceKind::Condition,
        PieceKind::Process,
        PieceKind::Note,
        PieceKind::NotUnderstood,
    ];

    /// Its name in files and classes.
    pub const fn id(self) -> &'static str {
        match self {
            PieceKind::Change => "change",
            PieceKind::Codes => "codes",
            PieceKind::Level => "level",
            PieceKind::Group => "group",
            PieceKind::Exception => "exception",
            PieceKind::Also => "also",
            PieceKind::Together => "together",
            PieceKind::Figure => "figure",
            PieceKind::Method => "method",
            PieceKind::Good => "good",
            PieceKind::Use => "use",
            PieceKind::Condition => "condition",
            PieceKind::Process => "process",
            PieceKind::Note => "note",
            PieceKind::NotUnderstood => "not-understood",
        }
    }
}

/// The pieces of a sentence that was read, in its order; none overlaps another.
pub fn pieces(sentence: &str, reading: &Reading) -> Vec<Piece> {
    let tokens = Tokens::of(reading.language, sentence);
    let mut kinds: Vec<Option<PieceKind>> = vec![None; tokens.len()];
    let mut at = 0;
    let mut level = None;
    while at < tokens.len() {
        match one(&tokens, at, &mut level) {
            Some((words, kind)) => {
                for kind_here in kinds.iter_mut().skip(at).take(words) {
                    *kind_here = Some(kind);
                }
                at += words.max(1);
            }
            None => at += 1,
        }
    }
    for part in &reading.parts {
        let (kind, over) = match part.role {
            Role::Note => (PieceKind::Note, true),
            Role::Use => (PieceKind::Use, false),
            Role::Good => (PieceKind::Good, true),
            Role::Condition => (PieceKind::Condition, true),
            Role::Process => (PieceKind::Process, true),
            Role::Content => {
                figures(&tokens, &part.span, &mut kinds);
                continue;
            }
            Role::Target | Role::From | Role::Except | Role::Also => continue,
        };
        cover(&tokens, &part.span, kind, over, &mut kinds);
    }
    for trouble in &reading.troubles {
        cover(&tokens, &trouble.span, PieceKind::NotUnderstood, true, &mut kinds);
    }
    joined(&tokens, &kinds)
}

/// The piece that begins here: how many tokens it takes, and what it says.
fn one(tokens: &Tokens<'_>, at: usize, level: &mut Option<Level>) -> Option<(usize, PieceKind)> {
    let table: [(&[&str], PieceKind); 5] = [
        (
            &[
                "a change to",
                "a change",
                "no required change in tariff classification is required",
                "no required change in tariff classification",
                "no change in tariff classification is required",
                "no change in tariff classification is needed",
                "no change in tariff classification",
                "production of",
            ],
            PieceKind::Change,
        ),
        (&["except from", "except for", "except", "excluding"], PieceKind::Exception),
        (&["whether or not there is also a change"], PieceKind::Also),
        (
            &[
                "more than one of the following",
                "more than one of these",
                "more than one of",
                "a combination of both",
                "a combination of all of these",
                "a combination of",
            ],
            PieceKind::Together,
        ),
        (
            &[
                "another one inside the group included",
                "another one inside",
                "including another",
                "outside that group",
                "outside the group",
                "within that group",
                "inside the group",
            ],
            PieceKind::Group,
        ),
    ];
    for (phrases, kind) in table {
        let words = tokens.one_of(at, phrases);
        if words != 0 {
            // "Including another heading": the level belongs to what is said of the group.
            let level = tokens.level(at + words).filter(|_| kind == PieceKind::Group);
            return Some((words + level.map_or(0, |(_, more)| more), kind));
        }
    }
    let own = ["any other", "another", "any", "within that", "within those", "the same", "that", "those"];
    let words = tokens.one_of(at, &own) + tokens.one_of(at, &["the good’s own", "inside the good’s own"]);
    if words != 0
        && let Some((_, more)) = tokens.level(at + words)
    {
        return Some((words + more, PieceKind::Level));
    }
    let words = tokens.one_of(at, &["any other good", "any other goods"]);
    if words != 0 {
        return Some((words, PieceKind::Good));
    }
    coded(tokens, at, level).map(|words| (words, PieceKind::Codes))
}

/// How many tokens a code or range takes here, with the word of level before it.
fn coded(tokens: &Tokens<'_>, at: usize, level: &mut Option<Level>) -> Option<usize> {
    let mut words = 0;
    if let Some((found, more)) = tokens.level(at) {
        *level = Some(found);
        words = more;
    }
    // 35.56 cm is a size.
    if tokens.one_of(at + words + 1, &["cm", "mm"]) != 0 {
        return None;
    }
    code(tokens, at + words, tokens.len(), *level)?;
    let through = tokens.one_of(at + words + 1, &["through", "to", "–", "-"]);
    let last = code(tokens, at + words + 1 + through, tokens.len(), *level).filter(|_| through != 0);
    Some(words + 1 + last.map_or(0, |_| through + 1))
}

/// Figures, days and methods of a regional value content.
fn figures(tokens: &Tokens<'_>, span: &Range<usize>, kinds: &mut [Option<PieceKind>]) {
    for at in tokens.inside(span) {
        let sign = tokens.one_of(at + 1, &["per cent", "percent", "%"]);
        if tokens.number(at).is_some() {
            for kind in kinds.iter_mut().skip(at).take(1 + sign) {
                *kind = Some(PieceKind::Figure);
            }
        }
        let methods = ["transaction value method", "transaction value", "net cost method", "net cost"];
        for kind in kinds.iter_mut().skip(at).take(tokens.one_of(at, &methods)) {
            *kind = Some(PieceKind::Method);
        }
        if tokens.word(at).is_some_and(|it| crate::units::Day::read(it).is_some()) {
            kinds[at] = Some(PieceKind::Figure);
        }
    }
}

fn cover(
    tokens: &Tokens<'_>,
    span: &Range<usize>,
    kind: PieceKind,
    over: bool,
    kinds: &mut [Option<PieceKind>],
) {
    for at in tokens.inside(span) {
        if over || kinds[at].is_none() {
            kinds[at] = Some(kind);
        }
    }
}

/// Neighbouring tokens of one kind as one piece. Several tokens that stand for the same words are one token here.
fn joined(tokens: &Tokens<'_>, kinds: &[Option<PieceKind>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for (at, found) in kinds.iter().enumerate() {
        let Some(kind) = *found else {
            before = None;
            continue;
        };
        let span = tokens.span(at..at + 1);
        match pieces.last_mut() {
            Some(last) if before == Some(kind) && last.kind == kind => {
                last.span.end = last.span.end.max(span.end)
            }
            Some(last) if span.start < last.span.end => {}
            _ => pieces.push(Piece { span, kind }),
        }
        before = Some(kind);
    }
    pieces
}
