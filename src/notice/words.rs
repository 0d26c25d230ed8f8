//! What is looked for in notices, as `plain` writes it. Nothing here is said to anybody.

use super::phrase::Phrase;

/// The words, as they are searched. Source: the annex names the two limits; the older label is from stored notices; the
/// set-aside, security and reciprocal words are those that the buyer's guide prescribes. French words for the limits
/// are this program's reading.
pub(super) const WORDS: [(&str, Phrase); 32] = [
    ("a3050t", Phrase::Content),
    ("bidder must supply canadian goods", Phrase::Solely),
    ("biens canadiens", Phrase::Content),
    ("canadian content", Phrase::Content),
    ("canadian goods", Phrase::Content),
    ("canadian services", Phrase::Content),
    ("conditionally limited", Phrase::Conditionally),
    ("conditionnellement limite", Phrase::Conditionally),
    ("contenu canadien", Phrase::Content),
    ("exclusivement limite", Phrase::Solely),
    ("exception relative a la securite nationale", Phrase::Security),
    ("exception au titre de la securite nationale", Phrase::Security),
    ("exception de securite nationale", Phrase::Security),
    ("limite conditionnellement", Phrase::Conditionally),
    ("limite de facon conditionnelle", Phrase::Conditionally),
    ("limite exclusivement", Phrase::Solely),
    ("limitee conditionnellement", Phrase::Conditionally),
    ("limitee exclusivement", Phrase::Solely),
    ("limite uniquement aux", Phrase::Solely),
    ("limited solely", Phrase::Solely),
    ("limited conditionally", Phrase::Conditionally),
    ("marche reserve", Phrase::SetAside),
    ("marches reserves", Phrase::SetAside),
    ("national security exception", Phrase::Security),
    ("produits canadiens", Phrase::Content),
    ("psib", Phrase::SetAside),
    ("reciprocal procurement", Phrase::Reciprocal),
    ("approvisionnement reciproque", Phrase::Reciprocal),
    ("saea", Phrase::SetAside),
    ("services canadiens", Phrase::Content),
    ("set aside", Phrase::SetAside),
    ("solely limited", Phrase::Solely),
];

/// How a notice calls a purchase that may still become a competition.
pub(super) const ADVANCE: [&str; 2] = ["advance contract award", "preavis d adjudication"];
/// How it calls one that is not competitive. To be looked for before `COMPETITIVE`, which stands in it.
pub(super) const NOT_COMPETITIVE: [&str; 2] = ["non competitive", "non concurrentiel"];
/// How it calls one that is.
pub(super) const COMPETITIVE: [&str; 2] = ["competitive", "concurrentiel"];

/// The common service buyer, under its names of today and before.
pub(super) const PSPC: [&str; 4] = [
    "public services and procurement",
    "public works and government services",
    "services publics et approvisionnement",
    "travaux publics et services gouvernementaux",
];
/// National Defence.
pub(super) const DEFENCE: [&str; 2] = ["department of national defence", "ministere de la defense nationale"];
