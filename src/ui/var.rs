//! State that screens follow.
//!
//! Leptos makes its signals anew for each type that one holds, some kilobytes each. This one keeps the value beside a
//! signal that only counts its changes, so that all types share that one.

use leptos::prelude::*;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A value that lives as long as the page, and tells who has read it when it changes. Copies are one.
pub(super) struct Var<T: 'static> {
    value: &'static RwLock<T>,
    changes: RwSignal<u32>,
}

impl<T> Clone for Var<T> {
    fn clone(&self) -> Var<T> {
        *self
    }
}

impl<T> Copy for Var<T> {}

impl<T> Var<T> {
    /// With this value.
    pub(super) fn new(value: T) -> Var<T> {
        Var { value: Box::leak(Box::new(RwLock::new(value))), changes: RwSignal::new(0) }
    }

    // A value that was left half changed by a panic is never seen: a panic ends the program.
    fn read(self) -> RwLockReadGuard<'static, T> {
        self.value.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(self) -> RwLockWriteGuard<'static, T> {
        self.value.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows the value without looking at it.
    pub(super) fn track(self) {
        self.changes.track();
    }

    /// Looks at the value and follows it.
    pub(super) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.track();
        look(&self.read())
    }

    /// Looks at the value as it is now.
    pub(super) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read())
    }

    /// Changes the value, and tells those who follow it.
    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.write());
        self.told();
    }

    /// Works with the value without telling anybody.
    pub(super) fn quietly<R>(self, act: impl FnOnce(&mut T) -> R) -> R {
        act(&mut self.write())
    }

    /// Puts another value in its place, and tells those who follow it.
    pub(super) fn set(self, value: T) {
        *self.write() = value;
        self.told();
    }

    fn told(self) {
        tell(self.changes);
    }
}

#[inline(never)]
fn tell(changes: RwSignal<u32>) {
    changes.update(|count| *count = count.wrapping_add(1));
}

impl<T: Clone> Var<T> {
    /// A copy of the value, and follows it.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value as it is now.
    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
