//! A place that keeps texts by key.

/// Why a text was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreProblem {
    /// There is no room for it.
    Full,
    /// What was read back is not what was written.
    NotKept,
}

/// Keeps texts by key.
pub trait Store: Sync {
    /// Every key that begins with `prefix`, in no order.
    fn keys(&self, prefix: &str) -> Vec<String>;
    /// The text under this key.
    fn get(&self, key: &str) -> Option<String>;
    /// Puts a text under this key.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem>;
    /// Takes the key out.
    fn remove(&self, key: &str);
    /// Whether it outlives the page.
    fn lasts(&self) -> bool;

    /// Puts a text under this key, and makes sure that it is there.
    fn keep(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.set(key, text)?;
        if self.get(key).as_deref() == Some(text) { Ok(()) } else { Err(StoreProblem::NotKept) }
    }
}
