//! What in a notice does not fit together. A supplier cannot decide the table; it can ask.

use super::agreement::{Agreement, Named};
use super::coverage::{Covered, international};
use super::figures::{FLOOR, RECIPROCAL};
use super::purchase::Value;
use super::trade::KNOWN;
use crate::finding::Finding;
use crate::units::{Citation, Day, Source};

/// Something to know, or to ask the contracting authority about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// It names an international agreement and also asks for a Canadian content certificate.
    AgreementAndCertificate(Agreement),
    /// It asks for a certificate although the value is below the floor.
    CertificateBelowFloor,
    /// It names an agreement whose threshold the value does not reach.
    BelowThreshold(Agreement),
    /// It names no international agreement although the value reaches a threshold and no reason is given.
    NoneNamed,
    /// It names agreements and says that there are none.
    NoneAndSome,
    /// It names CUSMA or NAFTA, whose procurement chapter does not bind Canada.
    CusmaNamed,
    /// It names only the domestic agreement, which does not switch the policy off.
    DomesticAlone,
    /// The day lies outside the periods whose thresholds are known.
    ThresholdsUnknown,
    /// Who may bid is also decided by place of business.
    Reciprocal,
}

impl Oddity {
    /// Whether it calls for a question to the contracting authority.
    pub const fn asks(&self) -> bool {
        !matches!(self, Oddity::DomesticAlone | Oddity::ThresholdsUnknown | Oddity::Reciprocal)
    }

    /// Where the ground for it is written.
    pub const fn cite(&self) -> Citation {
        match self {
            Oddity::AgreementAndCertificate(_) | Oddity::DomesticAlone => Source::Sm36.at("2.2(1)"),
            Oddity::CertificateBelowFloor => Source::Sm36.at("2.2"),
            Oddity::BelowThreshold(_) | Oddity::NoneNamed => Source::Bgta.whole(),
            Oddity::NoneAndSome => Source::Bgnpp.whole(),
            Oddity::CusmaNamed => Source::Cittr.whole(),
            Oddity::ThresholdsUnknown => Source::Cpn20258.whole(),
            Oddity::Reciprocal => Source::Bgrec.whole(),
        }
    }
}

/// What the notice says.
#[derive(Clone, Debug)]
pub struct Notice<'a> {
    /// The agreements it names.
    pub named: &'a Named,
    /// It asks for a Canadian content certificate.
    pub certificate: Finding,
    /// Its value with taxes, as far as it is known.
    pub value: Option<Value>,
    /// When it was published.
    pub published: Option<Day>,
    /// It is for defence.
    pub defence: Finding,
    /// What the agreements cover by themselves.
    pub coverage: &'a [Covered],
}

/// Everything odd about it, gravest first.
pub fn oddities(notice: &Notice<'_>) -> Vec<Oddity> {
    let mut found = Vec::new();
    let named = &notice.named.agreements;
    let abroad = named.iter().find(|it| it.is_international());
    if let (Some(agreement), Finding::Yes) = (abroad, notice.certificate) {
        found.push(Oddity::AgreementAndCertificate(*agreement));
    }
    if let (Some(value), Some(floor)) = (notice.value, FLOOR.latest())
        && notice.certificate == Finding::Yes
        && value.reaches(floor.value) == Finding::No
    {
        found.push(Oddity::CertificateBelowFloor);
    }
    for it in notice.coverage {
        if named.contains(&it.agreement) && it.reached == Finding::No {
            found.push(Oddity::BelowThreshold(it.agreement));
        }
    }
    if notice.named.none && !named.is_empty() {
        found.push(Oddity::NoneAndSome);
    }
    let says_none = notice.named.none || (!named.is_empty() && abroad.is_none());
    if says_none && international(notice.coverage) == Finding::Yes {
        found.push(Oddity::NoneNamed);
    }
    if named.contains(&Agreement::Cusma) {
        found.push(Oddity::CusmaNamed);
    }
    if named.as_slice() == [Agreement::Cfta] {
        found.push(Oddity::DomesticAlone);
    }
    if let Some(day) = notice.published {
        if day < KNOWN.0 || KNOWN.1 < day {
            found.push(Oddity::ThresholdsUnknown);
        }
        if RECIPROCAL.on(day).is_some_and(|entry| entry.value) && notice.defence != Finding::Yes {
            found.push(Oddity::Reciprocal);
        }
    }
    found
}
