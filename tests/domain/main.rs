//! The core under test: tables that an expert can read, and properties that hold for every bid.

mod table; // plain-text tables: a row that fails prints its id, its sentence and both answers
mod bids; // bids, lines and services written in a table's cell
mod goods; // goods and materials written in a table's cell
mod share; // the share of the bid
mod services; // services split among people; the other reading; item by item
mod annex; // the annex's own example, from the draft files that the page opens
mod origin; // one good under one rule set
mod any; // any good under any pack, any bid, any draft
mod laws; // what holds for every good
