//! A decision in a language, as plain data for each screen: text and numbers arrive finished.

mod views;
pub mod sheets; // the screens made that way
pub mod sheet; // a screen of questions and answers, as data
mod lines;
mod good;
mod bill;
mod vehicle;
mod details;
mod asks;
mod cases;
mod worksheet;
mod result;
mod compare;
mod readings;
mod solicitation;
mod report;
mod find;

pub use compare::compare;
pub use find::{ClassifyView, FindGroup, FindHit, FindPart, FindView, classify, find};
pub use good::{good, set_name};
pub use lines::{line_name, lines};
pub use report::{good_text, report};
pub use result::{result, trees};
pub use solicitation::solicitation;
pub use views::{
    AskView, ChoiceView, CompareRow, CompareView, FieldView, GoodView, LineView, LinesView, Mark, Reading,
    ReasonView, ResultRow, ResultView, RuleView, ShareView, WayView,
};
