//! What the screens show, as plain data.

use super::sheet::Block;
use crate::case::{Bid, LineId, MaterialId};
use crate::decide::Decision;
use crate::diagnostic::{Diagnostic, Field};
use crate::draft::Draft;
use crate::i18n::Words;
use crate::origin::pack::Pack;
use crate::wire::{Bytes, Wire, wire};

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl Wire for $id {
            fn put(&self, to: &mut Vec<u8>) {
                self.0.put(to);
            }

            fn take(from: &mut Bytes<'_>) -> Option<$id> {
                u32::take(from).map($id)
            }
        }
    )*};
}
ids!(LineId, MaterialId);

impl Wire for Field {
    fn put(&self, to: &mut Vec<u8>) {
        to.push(*self as u8);
    }

    fn take(from: &mut Bytes<'_>) -> Option<Field> {
        Field::ALL.get(usize::from(u8::take(from)?)).copied()
    }
}

/// Everything a screen is made from: what was typed, what it means, what was decided, and the words to say it in.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The words of the user's language.
    pub words: &'a Words,
    /// What was typed.
    pub draft: &'a Draft,
    /// What it means.
    pub bid: &'a Bid,
    /// What is wrong or missing in it.
    pub diagnostics: &'a [Diagnostic],
    /// What was decided.
    pub decision: &'a Decision,
    /// The rule set it was decided under, once it is loaded.
    pub pack: Option<&'a Pack>,
}

wire! {
    /// The sign beside an answer. Its word always stands with it.
    pub choice Mark {
        /// Canadian, met, holds.
        Yes,
        /// Not Canadian, not met, fails.
        No,
        /// Cannot be told yet.
        Unknown,
        /// Partly Canadian.
        Part,
    }
}

wire! {
    /// What is to be said about one field.
    pub struct FieldView {
        /// Which field.
        pub field: Field,
        /// The material or part it belongs to, if any.
        pub item: Option<MaterialId>,
        /// Whether it is an error. A note otherwise.
        pub error: bool,
        /// A sentence that names the next step.
        pub text: String,
    }

    /// The lines as a grid.
    pub struct LinesView {
        /// One entry a line, in the order of the bid.
        pub lines: Vec<LineView>,
        /// The total bid price, grouped, without dollar sign. With " + ?" behind it while a line has no price; empty
        /// while it cannot be computed.
        pub total: String,
        /// What of it is Canadian, in the same writing.
        pub canadian: String,
        /// The share, with its sign. Empty while it cannot be computed; an interval while lines are undecided.
        pub share: String,
    }

    /// One line of the grid.
    pub struct LineView {
        /// Which line.
        pub id: LineId,
        /// What it is called: its description, or "Line 3".
        pub name: String,
        /// The amount, grouped, without dollar sign. Empty while there is none.
        pub amount: String,
        /// The sign of its status.
        pub mark: Mark,
        /// Whether it stands outside the total, so that nobody asks where it originates.
        pub left_out: bool,
        /// Its status in words.
        pub status: String,
        /// What is to be said about its fields, what is merely not filled in yet left out.
        pub fields: Vec<FieldView>,
    }

    /// A reason and what it rests on.
    pub struct ReasonView {
        /// The sign of its finding.
        pub mark: Mark,
        /// The finding in one word, for readers who do not see the sign. Empty for a note, which bears no sign.
        pub word: String,
        /// The sentence.
        pub text: String,
        /// Where it is written. Empty for a fact that was given.
        pub cite: String,
        /// Whether the answer above it rests on this one; the others are shown folded.
        pub decisive: bool,
        /// What it rests on.
        pub because: Vec<ReasonView>,
    }

    /// One good or service on the Origin screen.
    pub struct GoodView {
        /// Which line.
        pub id: LineId,
        /// What it is called.
        pub name: String,
        /// The sign of its status.
        pub mark: Mark,
        /// Its status in words.
        pub status: String,
        /// The main reason in one sentence.
        pub sentence: String,
        /// The rules that may apply to its code, in words. Empty for services and statements.
        pub rules: Vec<RuleView>,
        /// Questions that only a person can answer: those that were asked, with their answers, and the next.
        pub asks: Vec<AskView>,
        /// Of these, what has a field of its own in the draft: each as a field to be filled in.
        pub asked: Vec<Block>,
        /// How many more may follow, as a sentence. Empty: none.
        pub asks_more: String,
        /// Content by each method that the rule allows, with its worksheets. Empty where no rule asks for any.
        pub contents: Vec<Block>,
        /// What would settle it, as a sentence. Empty where it is settled.
        pub missing: String,
        /// The tree of reasons.
        pub reasons: Vec<ReasonView>,
        /// What is to be said about its fields.
        pub fields: Vec<FieldView>,
        /// The rules it was judged under and the day they were read for.
        pub edition: String,
        /// The edition of the codes: `HS 2012`.
        pub codes_of: String,
        /// What few goods need: further facts, to be filled in.
        pub details: Vec<Block>,
        /// What would mend it, the smallest change first. Empty where it does not fail.
        pub remedies: Vec<String>,
    }

    /// A row of the rule set in words.
    pub struct RuleView {
        /// The goods it covers, in words.
        pub codes: String,
        /// Where it is written.
        pub cite: String,
        /// Its alternatives.
        pub ways: Vec<WayView>,
    }

    /// An alternative in words, with its finding.
    pub struct WayView {
        /// As printed: `1`, `A`. Empty where it is the only one.
        pub label: String,
        /// The sentence.
        pub text: String,
        /// The sign of its finding. Nothing where it was not judged.
        pub mark: Option<Mark>,
        /// The finding in one word.
        pub word: String,
    }

    /// A question about the good or one of its materials, answered by choosing.
    pub struct AskView {
        /// The material asked about. Zero: the good itself.
        pub item: u32,
        /// The key under which the answer is kept among the good's answers. Empty for facts with a field of their own.
        pub key: String,
        /// The question.
        pub question: String,
        /// What it is for. May be empty.
        pub hint: String,
        /// The choices, "I don't know" last.
        pub choices: Vec<ChoiceView>,
    }

    /// A choice of a question.
    pub struct ChoiceView {
        /// `yes`, `no`, `unknown`, or a relation: `part`, `unassembled`, `neither`.
        pub value: String,
        /// In words.
        pub text: String,
        /// Whether it is the one chosen.
        pub chosen: bool,
    }

    /// The Result screen.
    pub struct ResultView {
        /// The sign of the outcome.
        pub mark: Mark,
        /// The outcome in a few words: `Met`, `Not met`, `Cannot tell yet`.
        pub word: String,
        /// The verdict as a sentence.
        pub verdict: String,
        /// Further sentences: the share, what is short or to spare, the interval, which lines decide, the other reading.
        pub sentences: Vec<String>,
        /// The figures of the bar. Nothing item by item, and where there is no share.
        pub share: Option<ShareView>,
        /// One entry a line.
        pub rows: Vec<ResultRow>,
        /// What the answer rests on: label and text.
        pub edition: Vec<(String, String)>,
        /// The open questions that bear on the answer, each with its switch. Empty where none does.
        pub questions: Vec<Block>,
        /// One short line to announce and to show beside the step: `Not met, 61.85 %`.
        pub summary: String,
    }

    /// The share as figures for the bar and its keys.
    pub struct ShareView {
        /// Hundredths of a percent that are Canadian, for drawing.
        pub canadian: u32,
        /// Hundredths of a percent that are undecided, for drawing.
        pub undetermined: u32,
        /// Hundredths of a percent that are asked for, for drawing.
        pub threshold: u32,
        /// The threshold in words.
        pub threshold_text: String,
        /// Amounts with their dollar signs: Canadian, undecided, not Canadian, total.
        pub amounts: [String; 4],
    }

    /// One line on the Result screen.
    pub struct ResultRow {
        /// Which line.
        pub id: LineId,
        /// What it is called.
        pub name: String,
        /// The amount with its dollar sign.
        pub amount: String,
        /// The sign of its status.
        pub mark: Mark,
        /// Its status in words.
        pub status: String,
        /// The main reason in one sentence.
        pub why: String,
    }

    /// The same bid under two rule sets.
    pub struct CompareView {
        /// The names of the two rule sets.
        pub sets: [String; 2],
        /// What changes for the bid, as a sentence.
        pub sentence: String,
        /// The outcomes and shares.
        pub outcomes: [(Mark, String); 2],
        /// One entry a good judged by the rules.
        pub rows: Vec<CompareRow>,
    }

    /// One good under two rule sets.
    pub struct CompareRow {
        /// What it is called.
        pub name: String,
        /// Sign and status under each set.
        pub statuses: [(Mark, String); 2],
        /// The rule under each set, in words.
        pub rules: [String; 2],
        /// Whether the status differs.
        pub status_differs: bool,
        /// Whether the rule differs.
        pub rule_differs: bool,
    }
}
