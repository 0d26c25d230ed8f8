//! Stand-ins without a browser: a store that forgets with the page, a clock that stands still, a site and files in
//! memory.

use super::{Clock, Fetch, FetchProblem, Fetched, Files, Now, Store, StoreProblem};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A store in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: Mutex<Vec<(String, String)>>,
    /// The most bytes it takes. Nothing: as many as there are.
    pub room: Option<usize>,
}

impl MemoryStore {
    fn with<T>(&self, act: impl FnOnce(&mut Vec<(String, String)>) -> T) -> T {
        // A poisoned list is still a list: no change to it can stop half-way.
        act(&mut self.texts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store for MemoryStore {
    fn keys(&self, prefix: &str) -> Vec<String> {
        self.with(|texts| {
            let keys = texts.iter().map(|(key, _)| key);
            keys.filter(|key| key.starts_with(prefix)).cloned().collect()
        })
    }

    fn get(&self, key: &str) -> Option<String> {
        self.with(|texts| texts.iter().find(|(it, _)| it == key).map(|(_, text)| text.clone()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        if self.room.is_some_and(|room| room < text.len()) {
            return Err(StoreProblem::Full);
        }
        self.remove(key);
        self.with(|texts| texts.push((key.to_owned(), text.to_owned())));
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.with(|texts| texts.retain(|(it, _)| it != key));
    }

    fn lasts(&self) -> bool {
        false
    }
}

/// A clock that stands still.
#[derive(Clone, Copy, Debug)]
pub struct StoppedClock(pub Now);

impl Clock for StoppedClock {
    fn now(&self) -> Now {
        self.0
    }
}

/// The files of a site, by address.
#[derive(Clone, Debug, Default)]
pub struct MemorySite(pub BTreeMap<String, String>);

impl Fetch for MemorySite {
    fn text(&self, address: &str, _fresh: bool) -> Fetched {
        let found = self.0.get(address).cloned().ok_or(FetchProblem::Missing);
        Box::pin(async move { found })
    }
}

/// Files given to the user: names and texts, in order.
#[derive(Debug, Default)]
pub struct MemoryFiles(pub Mutex<Vec<(String, String)>>);

impl Files for MemoryFiles {
    fn save(&self, name: &str, text: &str) {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        given.push((name.to_owned(), text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_store_says_so_and_keeps_what_it_had() {
        let store = MemoryStore { room: Some(3), ..MemoryStore::default() };
        assert_eq!(store.keep("a:1", "abc"), Ok(()));
        assert_eq!(store.keep("a:1", "abcd"), Err(StoreProblem::Full));
        assert_eq!(store.get("a:1").as_deref(), Some("abc"));
        assert_eq!(store.keys("a:"), ["a:1"]);
        store.remove("a:1");
        assert_eq!(store.get("a:1"), None);
    }
}
