//! The core under test: tables that an expert can read, and laws that hold for every good and every bid.

mod table; // plain-text tables: a row that fails prints its id, its sentence and both answers
mod bids; // bids, lines and services written in a table's cell
mod goods; // goods and materials written in a table's cell
mod share; // the share of the bid
mod services; // services split among people; the other reading; item by item
mod annex; // the annex's own example, from the draft files that the page opens
mod of_bid;
mod origin; // one good under one rule set
mod procedure; // applicability, bid handling, Buy Canadian figures
mod dates; // federal holidays, business days, records, thresholds of agreements
mod planning; // planning, certificates, set-asides, events, the self-check
mod sheets; // the screens of the procedure, in both languages
mod any; // any good under any pack, any bid
mod edges; // what one small mistake would confuse
mod reasons; // the whole tree of reasons of chosen goods
mod laws; // what holds for every good
mod nested; // what holds for goods made of what was made in Canada
mod bid_laws; // what holds for every bid
mod sums; // amounts against sums done digit by digit
mod words; // both languages say the same
mod contents; // the table of content, by case
mod asks; // questions one at a time; worksheets that add up
mod remedies; // what would have to change, for a good that fails
mod robust; // whatever is typed or read, nothing panics and nothing is lost
