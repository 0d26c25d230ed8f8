//! Files of the user: what the page gives away, only when asked.

/// Hands files to the user.
pub trait Files {
    /// Offers a text as a download of this name.
    fn save(&self, name: &str, text: &str);
}
