//! What is stated of a good, who provides a service; and what few drafts have: the notice they were opened from, what
//! a line is to the total, open questions read the other way.

use super::form::{Draft, FactAnswer, StatementBasis, choices};
use crate::case::{Place, Role};
use crate::policy::questions::{Question, Readings};
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

/// A tender notice, and what was read there, by field: `number`, `solicitation`, `title`, `closing_day`, `rule_set`; so that
/// what was typed since can be told from it. Empty: the draft was not opened from a notice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoticeForm(pub Vec<(String, String)>);

impl NoticeForm {
    /// What was read of a field. Empty: nothing.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, read)| read)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod saved {
    use super::NoticeForm;
    use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
    use serde::ser::{Serialize, Serializer};
    use std::fmt;

    impl Serialize for NoticeForm {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(name, read)| (name, read)))
        }
    }

    impl<'de> Deserialize<'de> for NoticeForm {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NoticeForm, D::Error> {
            deserializer.deserialize_map(InOrder)
        }
    }

    /// Takes the fields in the order of the file.
    struct InOrder;

    impl<'de> Visitor<'de> for InOrder {
        type Value = NoticeForm;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("texts")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NoticeForm, A::Error> {
            let mut notice = NoticeForm::default();
            while let Some(pair) = map.next_entry()? {
                notice.0.push(pair);
            }
            Ok(notice)
        }
    }
}

choices! {
    /// What a line is to the total bid price.
    RoleForm => Role {
        /// Offered and evaluated.
        Offered => Role::Offered,
        /// Freight, installation or training priced apart.
        Apart => Role::Apart(None),
        /// An alternative or option that is not evaluated.
        Option => Role::Option,
        /// GST or HST.
        Tax => Role::Tax,
    }
}

choices! {
    /// An open question that is read the other way than by default.
    ReadingForm => Question {
        /// Q7: a service split among people counts whole or not at all.
        SplitService => Question::SplitService,
        /// Q9: people are based where they live.
        BasedInCanada => Question::BasedInCanada,
        /// Q10: taxes are in the total bid price.
        TotalPrice => Question::TotalPrice,
        /// Q11: freight, installation and training are part of the good they belong to.
        PricedApart => Question::PricedApart,
        /// Q12: options that are not evaluated are in the total bid price.
        NotEvaluated => Question::NotEvaluated,
    }
}

/// A statement of origin by the user.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct StatementForm {
    /// Whether the good is Canadian.
    pub canadian: FactAnswer,
    /// What the statement rests on.
    pub basis: StatementBasis,
    /// Whose statement, of what day, or what else it rests on.
    pub note: String,
}

/// A part of a service.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize, schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(default, deny_unknown_fields))]
pub struct PartForm {
    /// Names the part within the line; unique.
    pub id: u32,
    /// Who.
    pub who: String,
    /// CAD of the price of the line. Empty: whatever the other parts leave.
    pub amount: String,
    /// Where they are based.
    pub place: PlaceForm,
}

choices! {
    /// Where the people who provide a service are based.
    PlaceForm => Place {
        /// Nobody has said.
        Unknown => Place::Unknown,
        /// In Canada.
        Canada => Place::Canada,
        /// Elsewhere.
        Elsewhere => Place::Elsewhere,
        /// They ordinarily work from Canada and live elsewhere.
        WorksInCanada => Place::WorksInCanada,
        /// They live in Canada and ordinarily work from elsewhere.
        LivesInCanada => Place::LivesInCanada,
    }
}

impl Draft {
    /// How the open questions are read.
    pub fn readings(&self) -> Readings {
        let mut readings = Readings::DEFAULT;
        for it in ReadingForm::ALL {
            if self.other_readings.get(&it.name()) == Some(Some(true)) {
                readings = readings.turned(it.meaning());
            }
        }
        readings
    }

    /// Reads a question the other way than before.
    pub fn turn(&mut self, reading: ReadingForm) {
        let other = self.other_readings.get(&reading.name()) == Some(Some(true));
        self.other_readings.insert(&reading.name(), Some(!other));
    }

    /// Names among the readings that are none.
    pub fn strange_readings(&self) -> Vec<String> {
        let mut strange = Vec::new();
        for (name, _) in self.other_readings.iter() {
            if !ReadingForm::default().choose(name) {
                strange.push(name.to_owned());
            }
        }
        strange
    }
}
