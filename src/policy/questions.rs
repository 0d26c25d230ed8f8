//! The open questions: what the texts leave undecided, the reading taken, and the other one.

use crate::units::Mark;

/// An open question of the policy. The number is that of the register in the reference (Q1 to Q22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Is the floor of $25,000 before or after tax?
    FloorTax,
    /// Are "two or more" bids, or suppliers?
    BidsOrSuppliers,
    /// Are they counted before responsiveness is known?
    CountedWhen,
    /// Does a certificate that fails verification reopen the count?
    Recount,
    /// Does that bid return among all other bids?
    Returns,
    /// Solely limited and every certified bid falls: reissue, or cancel?
    AllFall,
    /// A mix with a service split among people: pro rata, or all or nothing?
    SplitService,
    /// Does a one-service requirement count in full once 80 % is met?
    OneService,
    /// What "based in Canada" means.
    BasedInCanada,
    /// What stands in the total bid price.
    TotalPrice,
    /// Freight, installation and training priced apart.
    PricedApart,
    /// Alternatives and options that are not evaluated.
    NotEvaluated,
    /// Item by item: is "two or more" counted per item?
    PerItem,
    /// May a part below 80 % be awarded?
    PartialAward,
    /// Total bid price where quantities are estimates.
    Estimates,
    /// Prices in a foreign currency.
    Currency,
    /// Conditionally limited, too few: may a bidder be asked to certify later?
    AskLater,
    /// Textiles.
    Textiles,
    /// Lines below zero.
    NegativeLines,
    /// Published on the very day that a Buy Canadian threshold begins.
    OnTheDay,
    /// Does reciprocal procurement shrink "open"?
    Reciprocal,
    /// A misprint in the annex.
    Misprint,
}

/// How the page treats a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A line of explanation.
    Note,
    /// Both readings are computed, and both shown where they differ.
    Both,
    /// Always told: nothing can be decided here.
    Always,
    /// A rule of this program; nothing to show.
    Settled,
}

/// Why a question of the register has no second answer here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// There is only one reading.
    OneReading,
    /// It is settled before anything is typed here.
    BeforeHere,
    /// Nothing here is computed from it.
    NotComputed,
    /// What it asks about is not accepted.
    Refused,
}

/// Every question, in the order of the register.
pub const REGISTER: [Question; 22] = [
    Question::FloorTax,
    Question::BidsOrSuppliers,
    Question::CountedWhen,
    Question::Recount,
    Question::Returns,
    Question::AllFall,
    Question::SplitService,
    Question::OneService,
    Question::BasedInCanada,
    Question::TotalPrice,
    Question::PricedApart,
    Question::NotEvaluated,
    Question::PerItem,
    Question::PartialAward,
    Question::Estimates,
    Question::Currency,
    Question::AskLater,
    Question::Textiles,
    Question::NegativeLines,
    Question::OnTheDay,
    Question::Reciprocal,
    Question::Misprint,
];

impl Question {
    /// The number in the register, from 1.
    pub const fn number(self) -> u32 {
        self as u32 + 1
    }

    /// The question of a number.
    pub fn numbered(number: u32) -> Option<Question> {
        REGISTER.into_iter().find(|question| question.number() == number)
    }

    /// `Q1` to `Q22`.
    pub fn id(self) -> String {
        let mut id = String::from("Q");
        id.push_str(&self.number().to_string());
        id
    }

    /// How the page treats it.
    pub const fn shown(self) -> Shown {
        match self {
            Question::Recount
            | Question::Returns
            | Question::SplitService
            | Question::TotalPrice
            | Question::PerItem => Shown::Both,
            Question::Textiles => Shown::Always,
            Question::OneService | Question::Currency | Question::NegativeLines | Question::Misprint => {
                Shown::Settled
            }
            _ => Shown::Note,
        }
    }

    /// Whether the modules here can take the other reading. Where they cannot, `fixed` says why.
    pub const fn can_switch(self) -> bool {
        self.fixed().is_none()
    }

    /// Why a question has no second answer here. Nothing where it has one.
    pub const fn fixed(self) -> Option<Fixed> {
        match self {
            // 80 % of a service decides whether it is Canadian; counting it for more or less is no reading of the text.
            Question::OneService => Some(Fixed::OneReading),
            // Every amount is typed in Canadian dollars, so the rate has been applied before it comes here.
            Question::Currency => Some(Fixed::BeforeHere),
            // The division's rule is not published: nothing is computed that another reading could turn.
            Question::Textiles => Some(Fixed::NotComputed),
            // No amount below zero is accepted anywhere, so no answer has one in it.
            Question::NegativeLines => Some(Fixed::Refused),
            // Both wordings say the same.
            Question::Misprint => Some(Fixed::OneReading),
            _ => None,
        }
    }

    /// How well the default is supported: every one is an inference or a choice, save what a source states.
    pub const fn mark(self) -> Mark {
        match self {
            Question::PartialAward | Question::Currency => Mark::Stated,
            _ => Mark::Inferred,
        }
    }
}

/// Which questions are read the other way than by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Readings(u32);

impl Readings {
    /// Every default.
    pub const DEFAULT: Readings = Readings(0);

    /// The same, with one question turned.
    #[must_use]
    pub fn turned(self, question: Question) -> Readings {
        Readings(self.0 ^ (1 << (question as u32)))
    }

    /// Whether this question is read the other way.
    pub fn other(self, question: Question) -> bool {
        self.0 & (1 << (question as u32)) != 0
    }
}

/// The questions among these whose other reading gives another answer, each with that answer.
pub fn flips<T: PartialEq>(
    readings: Readings,
    among: &[Question],
    answer: &dyn Fn(Readings) -> T,
) -> Vec<(Question, T)> {
    let now = answer(readings);
    let mut found = Vec::new();
    for question in among {
        let other = answer(readings.turned(*question));
        if other != now {
            found.push((*question, other));
        }
    }
    found
}
