//! What the domain counts in: money, percent, shares, codes of goods, days, and where a thing is written.

mod code;
mod dated;
mod day;
mod decimal;
mod money;
mod percent;
mod ratio;
mod source;

pub use code::{CodeProblem, Edition, HsCode, HsRange, Level};
pub use dated::{Dated, Mark, Since};
pub use day::Day;
pub use decimal::{DecimalProblem, exact_product, read_decimal, write_decimal};
pub use money::{Money, Quantity};
pub use percent::Percent;
pub use ratio::{Content, Share};
pub use source::{Citation, Source};
