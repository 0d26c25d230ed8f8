//! What can be told from a notice, and what cannot. Silence is never a no: a file holds neither the limit nor the value.

use super::column::Field;
use super::phrase::Phrase;
use super::plain::{holds, plain};
use super::record::{Category, Notice};
use super::words::{ADVANCE, COMPETITIVE, DEFENCE, NOT_COMPETITIVE, PSPC};
use crate::finding::Finding;
use crate::policy::questions::Readings;
use crate::policy::scope::{
    self, Agreement, Answer, Buyer, Named, Oddity, Outcome, Purchase, applies, oddities,
};

/// What can be told, in a word. The first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It says that it is solely limited to Canadian goods or services.
    Solely,
    /// It says that it is conditionally limited to them.
    Conditionally,
    /// What it says does not fit together: ask the buyer.
    Conflict,
    /// What it says switches the policy off.
    Off,
    /// It speaks of Canadian content without saying how it is limited.
    Content,
    /// Nothing can be told.
    Open,
}

impl Kind {
    /// Every one, with the word by which a filter knows it.
    pub const ALL: [(Kind, &'static str); 6] = [
        (Kind::Solely, "solely"),
        (Kind::Conditionally, "conditionally"),
        (Kind::Conflict, "conflict"),
        (Kind::Off, "off"),
        (Kind::Content, "content"),
        (Kind::Open, "open"),
    ];
}

/// What the notice's own words say of the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitTold {
    /// Solely limited.
    Solely,
    /// Conditionally limited.
    Conditionally,
    /// Both.
    Both,
    /// A limit, with a "not" before it: to be read by a person.
    Denied,
    /// Canadian content is spoken of, without a limit.
    Content,
    /// Nothing.
    Silent,
}

/// What can be told from a notice.
pub struct Told {
    /// In a word.
    pub kind: Kind,
    /// The limit.
    pub limit: LimitTold,
    /// The agreements that it names.
    pub named: Named,
    /// It is covered by an international agreement, as far as it says.
    pub international: Finding,
    /// It names one, but also a reason that may take it out: a set-aside or a national security exception.
    pub excepted: bool,
    /// Bids are competed, as far as it says.
    pub competitive: Finding,
    /// The table of applicability, with what the notice says and nothing else.
    pub answer: Answer,
    /// What does not fit together or is worth asking.
    pub oddities: Vec<Oddity>,
}

impl Notice {
    /// Whether it says this.
    pub fn says(&self, phrase: Phrase) -> bool {
        self.phrases & phrase.bit() != 0
    }
}

/// The purchase, as far as a notice describes it.
fn purchase(notice: &Notice, named: &Named) -> Purchase {
    Purchase {
        competitive: competitive(notice),
        construction: construction(notice),
        international: international(notice, named).0,
        buyer: buyer(notice),
        published: notice.day(Field::Published),
        ..Purchase::BLANK
    }
}

/// Whether what a notice says switches the policy off, by a row of the table that is no mere warning.
pub(super) fn off(notice: &Notice, named: &Named) -> bool {
    applies(&purchase(notice, named), Readings::default()).outcome == Some(Outcome::NotApplicable)
}

/// What can be told in a word.
pub(super) fn kind(notice: &Notice, off: bool) -> Kind {
    match limit(notice) {
        LimitTold::Both | LimitTold::Denied => Kind::Conflict,
        LimitTold::Silent if off => Kind::Off,
        LimitTold::Silent => Kind::Open,
        _ if off => Kind::Conflict,
        LimitTold::Solely => Kind::Solely,
        LimitTold::Conditionally => Kind::Conditionally,
        LimitTold::Content => Kind::Content,
    }
}

/// Everything that can be told from a notice. `named`: the agreements it names, read.
pub fn told(notice: &Notice, named: &Named) -> Told {
    let limit = limit(notice);
    let (international, excepted) = international(notice, named);
    let purchase = purchase(notice, named);
    let answer = applies(&purchase, Readings::default());
    let limited = matches!(limit, LimitTold::Solely | LimitTold::Conditionally);
    let kind = kind(notice, answer.outcome == Some(Outcome::NotApplicable));
    let oddities = oddities(&scope::Notice {
        named,
        certificate: if limited { Finding::Yes } else { Finding::Unknown },
        value: None,
        published: purchase.published,
        defence: if purchase.buyer == Some(Buyer::Defence) { Finding::Yes } else { Finding::Unknown },
        coverage: &[],
    });
    Told {
        kind,
        limit,
        named: named.clone(),
        international,
        excepted,
        competitive: purchase.competitive,
        answer,
        oddities,
    }
}

fn limit(notice: &Notice) -> LimitTold {
    match (notice.says(Phrase::Solely), notice.says(Phrase::Conditionally)) {
        _ if notice.says(Phrase::Denied) => LimitTold::Denied,
        (true, true) => LimitTold::Both,
        (true, false) => LimitTold::Solely,
        (false, true) => LimitTold::Conditionally,
        (false, false) if notice.says(Phrase::Content) => LimitTold::Content,
        (false, false) => LimitTold::Silent,
    }
}

/// Whether an international agreement covers it, as the notice's own list says, and whether a reason to the contrary
/// leaves that open. An empty list says nothing.
fn international(notice: &Notice, named: &Named) -> (Finding, bool) {
    if named.agreements.iter().any(|it| it.is_international()) {
        let excepted = notice.says(Phrase::SetAside) || notice.says(Phrase::Security);
        // A list that says "none" beside an agreement does not fit together.
        let open = excepted || named.none;
        return (if open { Finding::Unknown } else { Finding::Yes }, excepted);
    }
    let domestic = named.none || named.agreements.contains(&Agreement::Cfta);
    let all_known = named.unknown.is_empty() && !named.agreements.contains(&Agreement::Cusma);
    (if domestic && all_known { Finding::No } else { Finding::Unknown }, false)
}

/// Both languages of a field, as they are searched.
fn both(notice: &Notice, field: Field) -> Vec<u8> {
    let mut text = plain(notice.text(field, false));
    text.push(b' ');
    text.extend(plain(notice.text(field, true)));
    text
}

fn says_one_of(text: &[u8], parts: &[&str]) -> bool {
    parts.iter().any(|part| holds(text, part.as_bytes()))
}

fn competitive(notice: &Notice) -> Finding {
    let method = both(notice, Field::Method);
    // An advance notice of a contract award may still become a competition.
    if says_one_of(&method, &ADVANCE) || says_one_of(&both(notice, Field::Type), &ADVANCE) {
        Finding::Unknown
    } else if says_one_of(&method, &NOT_COMPETITIVE) {
        Finding::No
    } else if says_one_of(&method, &COMPETITIVE) {
        Finding::Yes
    } else {
        Finding::Unknown
    }
}

/// Construction is a warning row of the table. Unknown where it is one of several things, or nothing is said.
fn construction(notice: &Notice) -> Finding {
    let categories = notice.categories();
    let is = |category: &Category| *category == Category::Construction;
    if categories.is_empty() {
        Finding::Unknown
    } else if categories.iter().all(is) {
        Finding::Yes
    } else if categories.iter().any(is) {
        Finding::Unknown
    } else {
        Finding::No
    }
}

/// The buyer, where it is one that the table names. Any other is to be asked for: it may buy through another.
fn buyer(notice: &Notice) -> Option<Buyer> {
    let name = both(notice, Field::Buyer);
    if says_one_of(&name, &PSPC) {
        Some(Buyer::Pspc)
    } else if says_one_of(&name, &DEFENCE) {
        Some(Buyer::Defence)
    } else {
        None
    }
}
