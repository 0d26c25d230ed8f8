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
        other => further(words, other),
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
        other => further(words, other),
    };
    if cite.at.is_empty() {
        return source;
    }
    let place = if cite.at.contains(':') {
        words.place_row(&cite.at)
    } else if let Some(letter) = cite.at.strip_prefix("App. ") {
        words.place_appendix(letter)
    } else {
        words.place_section(&cite.at)
    };
    [&source, ", ", &place].concat()
}

/// The sources of the procedure have one title for both places.
fn further(words: &Words, source: Source) -> String {
    match source {
        Source::Sm36 | Source::A3050t | Source::Sor9414 | Source::Sor2020155 | Source::Gn11 => String::new(),
        Source::Sm3130 => words.source_sm3130(),
        Source::Pn109 => words.source_pn109(),
        Source::M3060c => words.source_m3060c(),
        Source::Bcsc => words.source_bcsc(),
        Source::Bcmat => words.source_bcmat(),
        Source::Bgver => words.source_bgver(),
        Source::Bgrec => words.source_bgrec(),
        Source::Bgta => words.source_bgta(),
        Source::Bgnpp => words.source_bgnpp(),
        Source::Bgcan => words.source_bgcan(),
        Source::Bgpocp => words.source_bgpocp(),
        Source::Bgind => words.source_bgind(),
        Source::Bgmcert => words.source_bgmcert(),
        Source::Bgfin => words.source_bgfin(),
        Source::Bgitt => words.source_bgitt(),
        Source::Sm94 => words.source_sm94(),
        Source::Cpn20236 => words.source_cpn20236(),
        Source::Cpn20258 => words.source_cpn20258(),
        Source::Cole => words.source_cole(),
        Source::Gactag => words.source_gactag(),
        Source::Pdoc => words.source_pdoc(),
        Source::Cittr => words.source_cittr(),
        Source::Gcr => words.source_gcr(),
        Source::Tdcr => words.source_tdcr(),
        Source::Dpa => words.source_dpa(),
        Source::Inta => words.source_inta(),
        Source::Jcppspc => words.source_jcppspc(),
        Source::Jcpf => words.source_jcpf(),
        Source::Csm11 => words.source_csm11(),
        Source::Jcpdla => words.source_jcpdla(),
        Source::Cpcsc => words.source_cpcsc(),
        Source::Product => words.source_product(),
    }
}
