//! Where a thing is written, in words.

use super::words::Words;
use crate::units::{Citation, Source};

/// The title of a source.
pub fn source_title(words: &Words, source: Source) -> String {
    match source {
        Source::Sm36 => words.source_sm36(),
        Source::A3050t => words.source_a3050t(),
        Source::Sor9414 => words.source_sor_94_14(),
        Source::Sor2020155 => words.source_sor_2020_155(),
        Source::Gn11 => words.source_gn11(),
    }
}

/// The short form of a citation: `SOR/2020-155, 5(1)`. In French the regulations carry their French number.
pub fn citation(words: &Words, cite: &Citation) -> String {
    let source = match cite.source {
        Source::Sm36 => words.short_sm36(),
        Source::A3050t => words.short_a3050t(),
        Source::Sor9414 => words.short_sor_94_14(),
        Source::Sor2020155 => words.short_sor_2020_155(),
        Source::Gn11 => words.short_gn11(),
    };
    let place = if cite.at.contains(':') { words.place_row(&cite.at) } else { words.place_section(&cite.at) };
    [&source, ", ", &place].concat()
}
