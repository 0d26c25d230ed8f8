//! What the woven copy of the library asks: is this mistake the one to make now? `weave` puts this file beside it.
#![allow(missing_docs, clippy::all)]

use crate::finding::Finding;
use crate::units::Percent;
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{LazyLock, Mutex};

/// The mistake to make. `0` makes none.
static CHOSEN: LazyLock<u32> =
    LazyLock::new(|| std::env::var("MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(0));
/// A file that lists which mistakes a run came past.
static REACHED: LazyLock<Option<Mutex<(std::fs::File, BTreeSet<u32>)>>> = LazyLock::new(|| {
    let path = std::env::var("MUTANTS_REACHED").ok()?;
    let file = std::fs::OpenOptions::new().append(true).create(true).open(path).ok()?;
    Some(Mutex::new((file, BTreeSet::new())))
});

#[inline]
pub fn on(id: u32) -> bool {
    if let Some(reached) = &*REACHED {
        note(reached, id);
    }
    *CHOSEN == id
}

#[cold]
fn note(reached: &Mutex<(std::fs::File, BTreeSet<u32>)>, id: u32) {
    let mut reached = reached.lock().unwrap_or_else(|held| held.into_inner());
    if reached.1.insert(id) {
        let _ = reached.0.write_all(format!("{id}\n").as_bytes());
    }
}

/// A condition that always holds, or never.
pub fn always(id: u32, holds: bool) -> bool {
    on(id) | holds
}

pub fn never(id: u32, holds: bool) -> bool {
    !on(id) & holds
}

/// The least and the greatest exchanged.
pub trait Least: Ord + Sized {
    fn mutant_min(self, id: u32, other: Self) -> Self {
        if on(id) { self.max(other) } else { self.min(other) }
    }
    fn mutant_max(self, id: u32, other: Self) -> Self {
        if on(id) { self.min(other) } else { self.max(other) }
    }
}

impl<T: Ord> Least for T {}

/// One and all exchanged.
pub trait Each: Iterator + Sized {
    fn mutant_any(mut self, id: u32, f: impl FnMut(Self::Item) -> bool) -> bool {
        if on(id) { self.all(f) } else { self.any(f) }
    }
    fn mutant_all(mut self, id: u32, f: impl FnMut(Self::Item) -> bool) -> bool {
        if on(id) { self.any(f) } else { self.all(f) }
    }
}

impl<T: Iterator> Each for T {}

/// No taken for yes.
pub trait Negated {
    fn mutant_negated(self, id: u32) -> Self;
}

impl Negated for Finding {
    fn mutant_negated(self, id: u32) -> Finding {
        if on(id) { self } else { self.negated() }
    }
}

/// A constant, and its two neighbours.
pub trait Off: Sized {
    fn more(self) -> Self;
    fn less(self) -> Self;
}

pub fn off<T: Off>(more: u32, less: u32, value: T) -> T {
    if on(more) {
        value.more()
    } else if on(less) {
        value.less()
    } else {
        value
    }
}

macro_rules! whole {
    ($($number:ty)*) => {
        $(impl Off for $number {
            fn more(self) -> Self { self + 1 }
            fn less(self) -> Self { self - 1 }
        })*
    };
}
whole!(u8 u32 usize i128);

impl Off for Percent {
    fn more(self) -> Percent {
        percent(self.ten_thousandths() / 10_000 + 1)
    }
    fn less(self) -> Percent {
        percent(self.ten_thousandths() / 10_000 - 1)
    }
}

fn percent(whole: i128) -> Percent {
    Percent::whole(u8::try_from(whole).unwrap_or(0))
}

/// The answer to a question turned round; it may have three answers, none, or more beside it.
pub trait Answer: Sized {
    fn turned(self) -> Self;
}

pub fn turned<T: Answer>(id: u32, answer: T) -> T {
    if on(id) { answer.turned() } else { answer }
}

impl Answer for bool {
    fn turned(self) -> bool {
        !self
    }
}

impl Answer for Finding {
    fn turned(self) -> Finding {
        self.negated()
    }
}

impl<T: Answer> Answer for Option<T> {
    fn turned(self) -> Option<T> {
        self.map(T::turned)
    }
}

impl<T: Answer, U> Answer for (T, U) {
    fn turned(self) -> (T, U) {
        (self.0.turned(), self.1)
    }
}
