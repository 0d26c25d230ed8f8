//! A bid as typed, half-typed text included; and what it means.

mod answers;
mod check;
mod check_good;
mod form;
mod number;
mod total;

pub use answers::AnswersForm;
pub use check::{check, check_with};
pub use form::{
    BasisForm, ChargesForm, CodeEditionForm, CostsForm, Draft, FactAnswer, GoodForm, LineForm, LineKind,
    MadeForm, MakerForm, MaterialForm, MethodForm, ObtainedForm, OriginBy, OriginForm, PurposeForm,
    RelationForm, RuleSetForm, SaleForm, StatementBasis, StockEntryForm, StockEntryKind, StockForm,
    StockMethodForm, TextileRuleForm, VehicleUseForm,
};
pub use number::{AMBIGUOUS, NumberProblem, NumberStyle, canonical};
pub use total::{NoticeForm, PartForm, PlaceForm, ReadingForm, RoleForm, StatementForm};
