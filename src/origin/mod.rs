//! Is this good Canadian? Rule packs as data, and the judgement of one good.

pub mod notation; // a pack as a text file: read and written
pub mod pack; // a rule set as loaded: rows, alternatives, names, where they come from
pub mod rule; // what one rule of origin says, as structure
#[cfg(not(target_arch = "wasm32"))]
pub mod shipped; // the packs as compiled into native programs; the page fetches them
