//! Which screen is shown, as the part of the address after `#`.

use crate::case::LineId;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The start.
    Home,
    /// A step of the workspace of a draft.
    Bid(String, Step),
    /// What is stored where.
    Privacy,
    /// Sources and readings.
    Method,
    /// The list of the procedure's screens.
    Tools,
    /// The sheet of this name.
    Sheet(String),
}

/// A step of the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The grid.
    Lines,
    /// One line's origin. Nothing: the first line's.
    Origin(Option<LineId>),
    /// The verdict.
    Result,
}

impl Route {
    /// The screen of an address. Nothing where there is none.
    pub(super) fn read(hash: &str) -> Option<Route> {
        let mut parts = hash.trim_start_matches('#').trim_matches('/').split('/');
        let route = match (parts.next().unwrap_or_default(), parts.next()) {
            ("", None) => Route::Home,
            ("privacy", None) => Route::Privacy,
            ("method", None) => Route::Method,
            ("notices", None) => Route::Sheet(String::from("notices")),
            ("tools", None) => Route::Tools,
            ("tools", Some(name)) => Route::Sheet(name.to_owned()),
            ("bid", Some(id)) => {
                let step = match (parts.next(), parts.next()) {
                    (Some("lines"), None) => Step::Lines,
                    (Some("origin"), None) => Step::Origin(None),
                    (Some("origin"), Some(line)) => Step::Origin(Some(LineId(line.parse().ok()?))),
                    (Some("result"), None) => Step::Result,
                    _ => return None,
                };
                Route::Bid(id.to_owned(), step)
            }
            _ => return None,
        };
        if parts.next().is_some() { None } else { Some(route) }
    }

    /// The address of the screen.
    pub(super) fn address(&self) -> String {
        match self {
            Route::Home => String::from("#/"),
            Route::Privacy => String::from("#/privacy"),
            Route::Method => String::from("#/method"),
            Route::Tools => String::from("#/tools"),
            Route::Sheet(name) => {
                let mut address = String::from("#/tools/");
                address.push_str(name);
                address
            }
            Route::Bid(id, step) => {
                let mut address = String::from("#/bid/");
                address.push_str(id);
                match step {
                    Step::Lines => address.push_str("/lines"),
                    Step::Result => address.push_str("/result"),
                    Step::Origin(line) => {
                        address.push_str("/origin");
                        if let Some(LineId(line)) = line {
                            address.push('/');
                            address.push_str(&line.to_string());
                        }
                    }
                }
                address
            }
        }
    }
}
