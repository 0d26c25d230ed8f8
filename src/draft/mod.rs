//! A bid as typed, half-typed text included; and what it means.

mod check;
mod form;
mod number;

pub use check::check;
pub use form::{
    BasisForm, Draft, FactAnswer, GoodForm, LineForm, LineKind, MaterialForm, MethodForm, OriginBy,
    OriginForm, PartForm, PlaceForm, RelationForm, RuleSetForm, StatementBasis, StatementForm,
};
pub use number::{NumberProblem, NumberStyle, canonical};
