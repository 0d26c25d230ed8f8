#![doc = include_str!("../ARCHITECTURE.md")]

pub mod wire; // plain data as bytes, between the page and its engine
pub mod index; // places found by key, in long lists
pub mod finding; // yes, no, cannot tell yet
pub mod units; // money, percent, share, HS codes, days, citations
pub mod judgement; // a finding with its reasons, down to facts and citations
pub mod case; // what is decided: a bid with its lines, goods, materials and services
pub mod origin; // rule packs, and the judgement of one good
pub mod policy; // the policy's figures and readings, as dated data with their sources
pub mod notice; // tender notices: read from a file, searched, and what each tells about the policy
pub mod share; // how much of the total bid price is Canadian, and whether that is enough
pub mod decide; // the one door to the core: a bid and the rules in, a decision out
pub mod diagnostic; // what is wrong with something typed: codes and facts, no words
pub mod draft; // a bid as typed, half-typed text included; and what it means
pub mod i18n; // every word, English and French side by side; writing of numbers and codes
pub mod catalog; // the names of the Harmonized System in both languages, and the search in them
pub mod present; // a decision in a language, as plain data for each screen
pub mod io; // text in and out: draft files, decisions as JSON, case files
pub mod engine; // the second program: asked by the page, in bytes, it judges and says
#[cfg(not(target_arch = "wasm32"))]
pub mod cli; // the command line: arguments in, text and an exit status out
pub mod platform; // what the page needs of its machine: store, clock, files of the site and of the user
#[cfg(target_arch = "wasm32")]
pub mod ui; // the page: what is presented, shown; what is typed, taken
