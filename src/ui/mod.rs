//! The page: what `present` says, shown; what is typed, handed to the draft. Decides nothing itself.
//!
//! A screen is a function from data to a `Node`; `node::live` shows one that follows signals. Events are listened to
//! in one place (`events`), which finds by the element's data attributes the field (`bind`) or the action (`act`) that
//! is meant: thousands of lines need no thousands of listeners.

mod act;
mod app;
mod bind;
mod drafts;
mod edit;
mod engine;
mod events;
mod finding;
mod import;
mod keys;
mod node;
mod pages;
mod parts;
mod paste;
mod route;
mod rules;
mod saving;
mod sheets;
mod start;
mod state;
mod var;

pub use start::start;
