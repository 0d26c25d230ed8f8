//! The columns that are kept, by the names that the open data of CanadaBuys gives them.
//!
//! A name there is `english-french`, and `-eng` or `-fra` after it where the column is of one language:
//! `title-titre-eng`. Either half will do here, in any case, and older ways of marking the language. Every other column
//! is dropped while it is read; so are, above all, names, addresses and numbers of persons.
//!
//! Source: the files of 2022 and later, as described in public code that reads them; not checked against the publisher.

use super::plain::plain;

/// What a kept column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Title.
    Title,
    /// The publisher's number of the notice.
    Reference,
    /// Number of the amendment.
    Amendment,
    /// The buyer's number of the solicitation.
    Solicitation,
    /// Day of publication.
    Published,
    /// Day, and often time, of closing.
    Closes,
    /// Day of the amendment.
    Amended,
    /// Open, expired, cancelled.
    Status,
    /// Description by the goods and services identification number.
    Gsin,
    /// Description by the UNSPSC.
    Unspsc,
    /// Goods, services, construction.
    Category,
    /// Kind of notice: request for proposal, and so on.
    Type,
    /// How it is competed.
    Method,
    /// Why it is not open to all.
    Limited,
    /// The trade agreements that it names.
    Agreements,
    /// Where bidders may come from.
    Opportunity,
    /// Where it is delivered.
    Delivery,
    /// Who buys.
    Buyer,
    /// For whom.
    User,
    /// The address of the notice.
    Address,
    /// What is wanted, in words.
    Description,
}

/// Each field with the two halves of its column's name, as `plain` writes them without spaces.
const NAMES: [(Field, &str, &str); 21] = [
    (Field::Title, "title", "titre"),
    (Field::Reference, "referencenumber", "numeroreference"),
    (Field::Amendment, "amendmentnumber", "numeromodification"),
    (Field::Solicitation, "solicitationnumber", "numerosollicitation"),
    (Field::Published, "publicationdate", "datepublication"),
    (Field::Closes, "tenderclosingdate", "appeloffresdatecloture"),
    (Field::Amended, "amendmentdate", "datemodification"),
    (Field::Status, "tenderstatus", "appeloffresstatut"),
    (Field::Gsin, "gsindescription", "nibsdescription"),
    (Field::Unspsc, "unspscdescription", "descriptionunspsc"),
    (Field::Category, "procurementcategory", "categorieapprovisionnement"),
    (Field::Type, "noticetype", "avistype"),
    (Field::Method, "procurementmethod", "methodeapprovisionnement"),
    (Field::Limited, "limitedtenderingreason", "raisonappeloffreslimite"),
    (Field::Agreements, "tradeagreements", "accordscommerciaux"),
    (Field::Opportunity, "regionsofopportunity", "regionappeloffres"),
    (Field::Delivery, "regionsofdelivery", "regionslivraison"),
    (Field::Buyer, "contractingentityname", "nomentitcontractante"),
    (Field::User, "enduserentitiesname", "nomentitesutilisateurfinal"),
    (Field::Address, "noticeurl", "urlavis"),
    (Field::Description, "tenderdescription", "descriptionappeloffres"),
];

/// A column that is kept: its field, and whether it is the French one of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// It is in French.
    pub french: bool,
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = NAMES.len();

    /// The name of its column, for those who look for it: `title-titre`.
    pub fn name(self) -> &'static str {
        // The official writing of the four that a message names; others are never named.
        match self {
            Field::Title => "title-titre-eng",
            Field::Reference => "referenceNumber-numeroReference",
            Field::Solicitation => "solicitationNumber-numeroSollicitation",
            Field::Agreements => "tradeAgreements-accordsCommerciaux-eng",
            Field::Description => "tenderDescription-descriptionAppelOffres-eng",
            Field::Closes => "tenderClosingDate-appelOffresDateCloture",
            _ => "",
        }
    }
}

impl Column {
    /// How many places there are for text: two for each field.
    pub const PLACES: usize = Field::COUNT * 2;

    /// The place of its text.
    pub const fn place(self) -> usize {
        self.field as usize * 2 + self.french as usize
    }

    /// The column of this name. Nothing: none that is kept.
    pub fn of(name: &str) -> Option<Column> {
        let words = plain(name);
        let mut words: Vec<&[u8]> = words.split(|byte| *byte == b' ').collect();
        let french = match words.last() {
            Some(&(b"fra" | b"fr" | b"french" | b"francais")) => Some(true),
            Some(&(b"eng" | b"en" | b"english" | b"anglais")) => Some(false),
            _ => None,
        };
        if french.is_some() {
            words.pop();
        }
        let known = |part: &[u8]| {
            NAMES.iter().find(|(_, en, fr)| {
                // Some copies mend the missing letter of the publisher's `nomEntitContractante`.
                part == en.as_bytes()
                    || part == fr.as_bytes()
                    || (part == b"nomentitecontractante" && *en == "contractingentityname")
            })
        };
        // The halves are parted by the hyphen; names that are written in words are joined again.
        let found = words.iter().find_map(|part| known(part)).filter(|_| words.len() <= 2);
        let field = found.or_else(|| known(&words.concat()))?.0;
        Some(Column { field, french: french.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_either_half_of_their_name() {
        for (name, expected) in [
            ("title-titre-eng", Some((Field::Title, false))),
            ("TITLE-TITRE-FRA", Some((Field::Title, true))),
            ("\u{feff}titre_fr", Some((Field::Title, true))),
            ("referenceNumber-numeroReference", Some((Field::Reference, false))),
            ("Reference Number", Some((Field::Reference, false))),
            ("numéro de référence", None),
            ("solicitationNumber-numeroSollicitation", Some((Field::Solicitation, false))),
            ("tenderClosingDate-appelOffresDateCloture", Some((Field::Closes, false))),
            ("contractingEntityName-nomEntitContractante-fra", Some((Field::Buyer, true))),
            ("nomEntiteContractante-fra", Some((Field::Buyer, true))),
            ("noticeURL-URLavis-fra", Some((Field::Address, true))),
            ("unspscDescription-eng", Some((Field::Unspsc, false))),
            ("unspsc", None),
            ("contactInfoName-informationsContactNom", None),
            ("contactInfoEmail-informationsContactCourriel", None),
            ("contractingEntityAddressLine-ligneAdresseEntiteContractante-eng", None),
            ("attachment-piecesJointes-eng", None),
            ("", None),
        ] {
            assert_eq!(Column::of(name).map(|it| (it.field, it.french)), expected, "{name}");
        }
    }

    #[test]
    fn names_stand_in_the_order_of_the_fields() {
        for (at, (field, _, _)) in NAMES.iter().enumerate() {
            assert_eq!(*field as usize, at);
        }
    }
}
