//! What the page asks of the engine, and what it gets.

use crate::i18n::Lang;
use crate::origin::pack::RuleSet;
use crate::present::sheet::{Block, Sheet};
use crate::present::{CompareView, FindView, GoodView, LinesView, Mark, ReasonView, ResultView};
use crate::wire::{Bytes, Raw, Wire, wire};

/// Something asked of the engine.
pub trait Question: Wire {
    /// Tells the questions apart.
    const TAG: u8;
    /// What is answered.
    type Answer: Wire;
}

/// A question as the engine takes it.
pub fn question<Q: Question>(question: &Q) -> Vec<u8> {
    let mut bytes = vec![Q::TAG];
    question.put(&mut bytes);
    bytes
}

impl Wire for Lang {
    fn put(&self, to: &mut Vec<u8>) {
        to.push(*self as u8);
    }

    fn take(from: &mut Bytes<'_>) -> Option<Lang> {
        Lang::ALL.get(usize::from(u8::take(from)?)).copied()
    }
}

wire! {
    /// A file of the site that the engine works with.
    pub choice Data {
        /// Every text, English.
        TextsEn,
        /// Every text, French.
        TextsFr,
        /// The rule set of CUSMA.
        Cusma,
        /// The rule set of NAFTA.
        Nafta,
        /// The rules that the policy's annex quotes.
        Annex,
        /// The names of the Harmonized System, English.
        NamesEn,
        /// The names of the Harmonized System, French.
        NamesFr,
        /// Today's codes in the editions of the rule sets.
        Editions,
    }
}

impl Data {
    /// Its name among what a sheet needs.
    pub const fn id(self) -> &'static str {
        match self {
            Data::TextsEn => "engine.en",
            Data::TextsFr => "engine.fr",
            Data::Cusma => "cusma",
            Data::Nafta => "nafta",
            Data::Annex => "annex",
            Data::NamesEn => "names.en",
            Data::NamesFr => "names.fr",
            Data::Editions => "editions",
        }
    }

    /// The rule set that the file holds, if it holds one.
    pub fn rule_set(self) -> Option<RuleSet> {
        match self {
            Data::Cusma => Some(RuleSet::Cusma),
            Data::Nafta => Some(RuleSet::Nafta),
            Data::Annex => Some(RuleSet::Annex),
            _ => None,
        }
    }

    /// The names of the Harmonized System in a language.
    pub fn names(lang: Lang) -> Data {
        match lang {
            Lang::En => Data::NamesEn,
            Lang::Fr => Data::NamesFr,
        }
    }

    /// The file of a rule set.
    pub fn of_set(set: RuleSet) -> Data {
        match set {
            RuleSet::Cusma => Data::Cusma,
            RuleSet::Nafta => Data::Nafta,
            RuleSet::Annex => Data::Annex,
        }
    }
}

wire! {
    /// Gives the engine a file. Answered: whether it is that file, and of this build.
    pub struct Load {
        /// Which.
        pub what: Data,
        /// Its text.
        pub text: String,
    }

    /// A draft, and how it is to be read.
    pub struct Bid {
        /// The draft file.
        pub draft: String,
        /// The language of the answer.
        pub lang: Lang,
        /// The day of asking, as 2026-11-22.
        pub today: String,
        /// Whether the engine has been given the rule set: then the same draft is another question.
        pub rules: bool,
    }

    /// Judges a bid.
    pub struct Judge {
        /// The bid.
        pub bid: Bid,
        /// The line that is looked at, if any; zero: the first.
        pub line: Option<u32>,
        /// The folds of that line that are open, by the item they are about: only what is in them is sent.
        pub unfolded: Vec<u32>,
        /// Whether the reasons of every line are wanted.
        pub trees: bool,
    }

    /// A bid, judged.
    pub struct Judged {
        /// The grid.
        pub lines: LinesView,
        /// The result.
        pub result: ResultView,
        /// What the solicitation says: in a line, and as fields.
        pub solicitation: (String, Vec<Block>),
        /// The line that is looked at.
        pub good: Option<GoodView>,
        /// The reasons of every line, where they were wanted.
        pub trees: Vec<Vec<ReasonView>>,
    }

    /// Judges the bid under its own rule set and another.
    pub struct Compare {
        /// The bid.
        pub bid: Bid,
        /// The other rule set.
        pub other: Data,
    }

    /// The outcomes of several bids, each as a sign and a summary.
    pub struct Summaries {
        /// The drafts, each with the id under which it is kept.
        pub drafts: Vec<(String, Bid)>,
    }

    /// The rule sets that the engine holds.
    pub struct Packs {
        /// The language of the answer.
        pub lang: Lang,
        /// How many it has been given.
        pub count: u8,
    }

    /// What is to be said about a rule set.
    pub struct PackView {
        /// Which.
        pub what: Data,
        /// Its state, source and licence.
        pub said: Vec<String>,
    }

    /// Searches the names of the Harmonized System.
    pub struct Find {
        /// What was typed: words, or the beginning of a code.
        pub typed: String,
        /// The language of the names.
        pub lang: Lang,
    }

    /// A screen of questions and answers.
    pub struct SheetAsk {
        /// Its name.
        pub name: String,
        /// What was typed, by field.
        pub values: Vec<(String, String)>,
        /// The language of the answer.
        pub lang: Lang,
        /// The day of asking, as 2026-11-22.
        pub today: String,
        /// Counts what the engine has been given meanwhile: then the same values are another question.
        pub held: u32,
        /// The bids of this browser, for the sheets that take one's facts: id and title, the last saved first.
        pub bids: Vec<(String, String)>,
        /// The id of the one that is taken, and its draft file. Empty: none.
        pub bid: (String, String),
    }

    /// Hands the engine a piece of a file of tender notices. Answered: whether it wants the next one.
    pub struct Feed {
        /// How many bytes the file has.
        pub size: u64,
        /// It is the first piece: what was read before is forgotten.
        pub first: bool,
        /// It is the last one.
        pub last: bool,
        /// The user has stopped it: what was read is forgotten.
        pub stop: bool,
        /// The piece.
        pub bytes: Raw,
    }
}

macro_rules! questions {
    ($($question:ident $tag:literal $answer:ty;)*) => {$(
        impl Question for $question {
            const TAG: u8 = $tag;
            type Answer = $answer;
        }
    )*};
}

questions! {
    Load 0 bool;
    Judge 1 Option<Judged>;
    Compare 2 Option<CompareView>;
    Summaries 3 Vec<(String, (Mark, String))>;
    Packs 4 Vec<PackView>;
    SheetAsk 5 Option<Sheet>;
    Find 6 Option<FindView>;
    Feed 7 bool;
}
