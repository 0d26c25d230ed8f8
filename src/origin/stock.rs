//! Fungible materials: how much of what was taken from a stock originates. Pure.
//!
//! Source: SOR/2020-155, 8(18) and Schedule 8; SOR/94-14, 7(16) and Schedule X.

use crate::units::Quantity;
use std::collections::VecDeque;

/// In which order a stock is held to be used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockMethod {
    /// What came in first goes out first.
    Fifo,
    /// What came in last goes out first.
    Lifo,
    /// Whatever goes out has the origin of all that came in during the period, opening stock included.
    Average,
}

/// What came into a stock or went out of it, in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockEntry {
    /// It came in.
    In {
        /// Whether it originates.
        originates: bool,
        /// How much.
        quantity: Quantity,
    },
    /// It went out into production.
    Out(Quantity),
}

/// A part of a whole, in millionths of the unit of the stock. Invariant: `part <= whole`, `whole` above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// The part.
    pub part: i128,
    /// The whole.
    pub whole: i128,
}

/// Why a stock does not say of what origin a withdrawal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockProblem {
    /// Nothing was taken out.
    NothingOut,
    /// More was taken out than had come in.
    MoreOutThanIn,
}

/// How much of the last withdrawal does not originate.
pub fn foreign_part(method: StockMethod, entries: &[StockEntry]) -> Result<Fraction, StockProblem> {
    // What is left, in order of arrival, with whether it originates.
    let mut stock: VecDeque<(bool, i128)> = VecDeque::new();
    let (mut all, mut foreign_in) = (0_i128, 0_i128);
    let mut last = None;
    for entry in entries {
        match entry {
            StockEntry::In { originates, quantity } => {
                let quantity = quantity.millionths();
                all += quantity;
                if !originates {
                    foreign_in += quantity;
                }
                stock.push_back((*originates, quantity));
            }
            StockEntry::Out(quantity) => {
                let whole = quantity.millionths();
                let part = take(&mut stock, method, whole)?;
                last = Some(Fraction { part, whole });
            }
        }
    }
    let last = last.ok_or(StockProblem::NothingOut)?;
    Ok(match method {
        StockMethod::Fifo | StockMethod::Lifo => last,
        StockMethod::Average => Fraction { part: foreign_in, whole: all },
    })
}

/// Takes a quantity out, and says how much of it does not originate.
fn take(
    stock: &mut VecDeque<(bool, i128)>,
    method: StockMethod,
    mut wanted: i128,
) -> Result<i128, StockProblem> {
    let mut foreign = 0;
    while wanted > 0 {
        let next = if method == StockMethod::Lifo { stock.back_mut() } else { stock.front_mut() };
        let Some((originates, left)) = next else { return Err(StockProblem::MoreOutThanIn) };
        let taken = wanted.min(*left);
        wanted -= taken;
        *left -= taken;
        if !*originates {
            foreign += taken;
        }
        if *left == 0 {
            if method == StockMethod::Lifo {
                stock.pop_back();
            } else {
                stock.pop_front();
            }
        }
    }
    Ok(foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_settles_what_was_taken() {
        let quantity = |n: &str| Quantity::read(n).expect("a quantity of the table");
        let entries = |text: &str| -> Vec<StockEntry> {
            let entry = |word: &str| match word.split_at(1) {
                ("c", n) => StockEntry::In { originates: true, quantity: quantity(n) },
                ("f", n) => StockEntry::In { originates: false, quantity: quantity(n) },
                (_, n) => StockEntry::Out(quantity(n)),
            };
            text.split_whitespace().map(entry).collect()
        };
        // c: Canadian in, f: foreign in, o: out. Expected: foreign part of the last withdrawal, in units.
        let rows = [
            ("c100 f100 o50", (0, 50), (50, 50), (100, 200)),
            ("f100 c100 o50 o100", (50, 100), (50, 100), (100, 200)),
            ("c100 o60 f100 o80", (40, 80), (80, 80), (100, 200)),
            ("f1 c3 o4", (1, 4), (1, 4), (1, 4)),
        ];
        for (text, fifo, lifo, average) in rows {
            for (method, (part, whole)) in
                [(StockMethod::Fifo, fifo), (StockMethod::Lifo, lifo), (StockMethod::Average, average)]
            {
                let found = foreign_part(method, &entries(text));
                let expected = Fraction { part: part * 1_000_000, whole: whole * 1_000_000 };
                assert_eq!(found, Ok(expected), "{text} {method:?}");
            }
        }
        // The smallest quantity there is.
        let least = foreign_part(StockMethod::Fifo, &entries("f1 o0.000001"));
        assert_eq!(least, Ok(Fraction { part: 1, whole: 1 }));
        assert_eq!(foreign_part(StockMethod::Fifo, &entries("c1")), Err(StockProblem::NothingOut));
        assert_eq!(foreign_part(StockMethod::Lifo, &entries("c1 o2")), Err(StockProblem::MoreOutThanIn));
    }
}
