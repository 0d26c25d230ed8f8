//! localStorage, where the browser allows it.

use crate::platform::memory::MemoryStore;
use crate::platform::{Store, StoreProblem};
use gloo_storage::{LocalStorage, Storage};

/// localStorage. Made by `store` alone, which has made sure that it is there: gloo panics where it is not.
#[derive(Debug)]
pub struct LocalStore(());

/// localStorage if the browser allows it, else a store in memory.
///
/// Asked for once, when the page starts; it lives as long as the page.
pub fn store() -> &'static dyn Store {
    let allowed = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    match allowed {
        Some(_) => &LocalStore(()),
        None => Box::leak(Box::new(MemoryStore::default())),
    }
}

impl Store for LocalStore {
    fn keys(&self, prefix: &str) -> Vec<String> {
        let raw = LocalStorage::raw();
        let count = raw.length().unwrap_or_default();
        let keys = (0..count).filter_map(|index| raw.key(index).ok().flatten());
        keys.filter(|key| key.starts_with(prefix)).collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        LocalStorage::raw().set_item(key, text).map_err(|_| StoreProblem::Full)
    }

    fn remove(&self, key: &str) {
        LocalStorage::delete(key);
    }

    fn lasts(&self) -> bool {
        true
    }
}
