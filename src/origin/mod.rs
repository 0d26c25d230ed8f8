//! Is this good Canadian? Rule packs as data, and the judgement of one good.

pub mod rule; // what one rule of origin says, as structure
pub mod vehicle; // parts of motor vehicles: tables, figures by day, and what a use means
pub mod edition; // today's codes in the editions of the rule sets
pub mod pack; // a rule set as loaded: rows, alternatives, names, where they come from
pub mod quoted; // the rule set that a solicitation of a day quotes
pub mod text; // a sentence of a rule, read as structure
pub mod notation; // a pack as a text file: read and written
#[cfg(not(target_arch = "wasm32"))]
pub mod shipped; // the packs as compiled into native programs; the page fetches them
pub mod provisions; // what a rule set says about every good, whatever its product rule
pub mod stock; // fungible materials: how much of what was taken from a stock originates
pub mod special; // what section, chapter and automotive rules add
pub mod fact; // the facts that are missing, and the keys under which answers are kept
pub mod point; // what a judgement is made of
pub mod judge; // a good under a pack: yes, no or cannot tell, with the tree of reasons
pub mod remedy; // what must change, for a good that fails
#[cfg(not(target_arch = "wasm32"))]
pub mod build; // from the official rows to a pack: a developer's tool
