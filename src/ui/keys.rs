//! Every key under which the page stores something. All begin with `OURS`.

/// What every key begins with.
pub(super) const OURS: &str = "ccc:";
/// The language chosen: `en` or `fr`.
pub(super) const LANGUAGE: &str = "ccc:lang";
/// Before the id of a draft: its file.
pub(super) const DRAFT: &str = "ccc:draft:";
/// Before the id of a draft: when it was saved, as `2026-11-22 14:32`.
pub(super) const SAVED: &str = "ccc:saved:";
/// Before the name of a sheet: what was typed in it.
pub(super) const SHEET: &str = "ccc:sheet:";

/// A key for something of this draft.
pub(super) fn of(prefix: &str, id: &str) -> String {
    let mut key = String::from(prefix);
    key.push_str(id);
    key
}
