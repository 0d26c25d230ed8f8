//! Is this good Canadian? Rule packs as data, and the judgement of one good.

pub mod pack; // a rule set as loaded: rows, alternatives, names, where they come from
pub mod rule; // what one rule of origin says, as structure
