//! Fields of the page and fields of the draft: which is which, and how a number is shown and taken back.

use crate::diagnostic::Field;
use crate::draft::{
    AMBIGUOUS, Draft, FactAnswer, GoodForm, LineForm, LineKind, MaterialForm, MethodForm, NumberProblem,
    NumberStyle, OriginBy, OriginForm, PartForm, PlaceForm, RelationForm, StatementBasis, canonical,
};
use crate::i18n::{Lang, written};

/// A field of the draft that the page can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Title,
    Kind,
    Description,
    Quantity,
    UnitPrice,
    OriginBy,
    Code,
    MadeInCanada,
    TransactionValue,
    NetCost,
    Method,
    AllListed,
    Answer,
    Canadian,
    StatedBasis,
    Note,
    Material,
    MaterialCode,
    MaterialValue,
    MaterialOrigin,
    Relation,
    Who,
    PartAmount,
    Place,
    /// A further fact about a good or material, by its path in the draft file.
    Detail,
}

/// Every slot with its name in the page (`data-field`).
const NAMES: [(Slot, &str); 24] = [
    (Slot::Title, "title"),
    (Slot::Kind, "kind"),
    (Slot::Description, "description"),
    (Slot::Quantity, "quantity"),
    (Slot::UnitPrice, "unit-price"),
    (Slot::OriginBy, "origin-by"),
    (Slot::Code, "code"),
    (Slot::MadeInCanada, "made-in-canada"),
    (Slot::TransactionValue, "transaction-value"),
    (Slot::NetCost, "net-cost"),
    (Slot::Method, "method"),
    (Slot::AllListed, "all-listed"),
    (Slot::Answer, "answer"),
    (Slot::Canadian, "canadian"),
    (Slot::StatedBasis, "stated-basis"),
    (Slot::Note, "note"),
    (Slot::Material, "material"),
    (Slot::MaterialCode, "material-code"),
    (Slot::MaterialValue, "material-value"),
    (Slot::MaterialOrigin, "material-origin"),
    (Slot::Relation, "relation"),
    (Slot::Who, "who"),
    (Slot::PartAmount, "part-amount"),
    (Slot::Place, "place"),
];

impl Slot {
    /// The name in the page.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(slot, _)| *slot == self).map_or("", |(_, name)| name)
    }

    /// The slot of this name.
    pub(super) fn of(name: &str) -> Option<Slot> {
        NAMES.iter().find(|(_, it)| *it == name).map(|(slot, _)| *slot)
    }

    /// Whether it holds a number.
    pub(super) fn is_number(self) -> bool {
        matches!(
            self,
            Slot::Quantity
                | Slot::UnitPrice
                | Slot::TransactionValue
                | Slot::NetCost
                | Slot::MaterialValue
                | Slot::PartAmount
        )
    }

    /// Whether problems of this field are told beside the slot.
    pub(super) fn is_told(self, field: Field) -> bool {
        let told = match self {
            Slot::Title => Field::Title,
            Slot::Description => Field::Description,
            Slot::Quantity => Field::Quantity,
            // Only the amount can be too large where both of its factors are not.
            Slot::UnitPrice => return matches!(field, Field::UnitPrice | Field::Amount),
            Slot::Code => Field::Code,
            Slot::TransactionValue => Field::TransactionValue,
            Slot::NetCost => Field::NetCost,
            Slot::Note => Field::Note,
            Slot::Material => Field::MaterialDescription,
            Slot::MaterialCode => Field::MaterialCode,
            Slot::MaterialValue => Field::MaterialValue,
            Slot::Who => Field::PartWho,
            Slot::PartAmount => Field::PartAmount,
            _ => return false,
        };
        told == field
    }
}

/// A field on the page: the slot, and the line, material, part or question it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) slot: Slot,
    pub(super) line: u32,
    pub(super) item: u32,
    pub(super) key: String,
}

impl Spot {
    /// A field of the draft itself.
    pub(super) fn of_draft(slot: Slot) -> Spot {
        Spot::of_line(slot, 0)
    }

    /// A field of a line.
    pub(super) fn of_line(slot: Slot, line: u32) -> Spot {
        Spot::of_item(slot, line, 0)
    }

    /// A field of a material or part.
    pub(super) fn of_item(slot: Slot, line: u32, item: u32) -> Spot {
        Spot { slot, line, item, key: String::new() }
    }
}

/// Whether a stored text is a number that could be two.
pub(super) fn is_ambiguous(stored: &str) -> bool {
    stored.ends_with(AMBIGUOUS)
}

/// What is stored for a typed number.
pub(super) fn stored_number(lang: Lang, typed: &str) -> String {
    match canonical(typed, lang.number_style()) {
        Ok(number) => number,
        Err(NumberProblem::NotANumber) => typed.to_owned(),
        Err(NumberProblem::Ambiguous) => {
            let mut text = typed.to_owned();
            text.push(AMBIGUOUS);
            text
        }
    }
}

/// How a stored number is shown. Typed back, it means the same.
pub(super) fn shown_number(lang: Lang, stored: &str) -> String {
    let is_canonical = canonical(stored, NumberStyle::English).is_ok_and(|number| number == stored);
    if !is_canonical {
        return stored.trim_end_matches(AMBIGUOUS).to_owned();
    }
    let mut text = written(lang, stored);
    if canonical(&text, lang.number_style()) == Err(NumberProblem::Ambiguous) {
        text.push('0');
    }
    text
}

fn line(draft: &mut Draft, id: u32) -> Option<&mut LineForm> {
    draft.lines.iter_mut().find(|line| line.id == id)
}

fn good(draft: &mut Draft, id: u32) -> Option<&mut GoodForm> {
    line(draft, id).map(|line| &mut line.good)
}

fn material<'a>(draft: &'a mut Draft, spot: &Spot) -> Option<&'a mut MaterialForm> {
    good(draft, spot.line)?.materials.iter_mut().find(|material| material.id == spot.item)
}

fn part<'a>(draft: &'a mut Draft, spot: &Spot) -> Option<&'a mut PartForm> {
    line(draft, spot.line)?.parts.iter_mut().find(|part| part.id == spot.item)
}

/// The text of a slot that holds one.
fn text<'a>(draft: &'a mut Draft, spot: &Spot) -> Option<&'a mut String> {
    Some(match spot.slot {
        Slot::Title => &mut draft.title,
        Slot::Description => &mut line(draft, spot.line)?.description,
        Slot::Quantity => &mut line(draft, spot.line)?.quantity,
        Slot::UnitPrice => &mut line(draft, spot.line)?.unit_price,
        Slot::Note => &mut line(draft, spot.line)?.statement.note,
        Slot::Code => &mut good(draft, spot.line)?.code,
        Slot::TransactionValue => &mut good(draft, spot.line)?.transaction_value,
        Slot::NetCost => &mut good(draft, spot.line)?.net_cost,
        Slot::Material => &mut material(draft, spot)?.description,
        Slot::MaterialCode => &mut material(draft, spot)?.code,
        Slot::MaterialValue => &mut material(draft, spot)?.value,
        Slot::Who => &mut part(draft, spot)?.who,
        Slot::PartAmount => &mut part(draft, spot)?.amount,
        _ => return None,
    })
}

/// Sets a choice, if there is one to set, and says which it is.
fn choose<T: Copy + PartialEq>(all: &[T], place: &mut T, choice: Option<usize>) -> Option<usize> {
    if let Some(new) = choice.and_then(|index| all.get(index)) {
        *place = *new;
    }
    all.iter().position(|it| it == place)
}

/// The choice of a slot that holds one, by its place in the list of choices; set first, if there is one to set.
fn choice(draft: &mut Draft, spot: &Spot, new: Option<usize>) -> Option<usize> {
    match spot.slot {
        Slot::Kind => choose(LineKind::ALL, &mut line(draft, spot.line)?.kind, new),
        Slot::OriginBy => choose(OriginBy::ALL, &mut line(draft, spot.line)?.origin_by, new),
        Slot::Canadian => choose(FactAnswer::ALL, &mut line(draft, spot.line)?.statement.canadian, new),
        Slot::StatedBasis => choose(StatementBasis::ALL, &mut line(draft, spot.line)?.statement.basis, new),
        Slot::MadeInCanada => choose(FactAnswer::ALL, &mut good(draft, spot.line)?.made_in_canada, new),
        Slot::Method => choose(MethodForm::ALL, &mut good(draft, spot.line)?.method, new),
        Slot::AllListed => choose(&[false, true], &mut good(draft, spot.line)?.all_listed, new),
        Slot::MaterialOrigin => choose(OriginForm::ALL, &mut material(draft, spot)?.origin, new),
        Slot::Relation => choose(RelationForm::ALL, &mut material(draft, spot)?.relation, new),
        Slot::Place => choose(PlaceForm::ALL, &mut part(draft, spot)?.place, new),
        Slot::Answer => {
            let answers = &mut good(draft, spot.line)?.answers;
            let known = [None, Some(true), Some(false)];
            let given = answers.get(&spot.key);
            let mut answer = given.flatten();
            let index = choose(&known, &mut answer, new);
            if new.is_some() {
                answers.insert(&spot.key, answer);
            } else if given.is_none() {
                // Nobody has answered yet, not even that nobody knows: no choice of the list.
                return Some(known.len());
            }
            index
        }
        _ => None,
    }
}

/// What a field shows: a text, or the place of the choice in its list.
pub(super) fn shown(draft: &mut Draft, spot: &Spot, lang: Lang) -> Option<String> {
    match text(draft, spot) {
        Some(text) if spot.slot.is_number() => Some(shown_number(lang, text)),
        Some(text) => Some(text.clone()),
        None => choice(draft, spot, None).map(|index| index.to_string()),
    }
}

/// Takes what was typed or chosen into the draft.
pub(super) fn take(draft: &mut Draft, spot: &Spot, typed: &str, lang: Lang) {
    if let Some(text) = text(draft, spot) {
        *text = if spot.slot.is_number() { stored_number(lang, typed) } else { typed.to_owned() };
    } else {
        choice(draft, spot, typed.parse().ok());
    }
}
