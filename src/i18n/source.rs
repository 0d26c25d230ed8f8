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
    [&source, ", ", &place(words, &cite.at)].concat()
}

/// A place within a source: `5(1)`, `9, step 2`, `App. D`, `Schedule I, chapter 20`, or the id of a row.
fn place(words: &Words, at: &str) -> String {
    if at.contains(':') {
        return words.place_row(at);
    }
    if let Some((outer, inner)) = at.split_once(", ")
        && inner.starts_with(char::is_alphabetic)
    {
        return [place(words, outer), place(words, inner)].join(", ");
    }
    match at.split_once(' ') {
        Some(("App.", letter)) => words.place_appendix(letter),
        Some(("step", number)) => words.place_step(number),
        Some(("Schedule", number)) => words.place_schedule(number),
        Some(("chapter", number)) => words.place_chapter(number),
        Some(("chapters", numbers)) => words.place_chapters(numbers),
        _ => words.place_section(at),
    }
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
        Source::Cbpc => words.source_cbpc(),
        Source::Unsd => words.source_unsd(),
        Source::Product => words.source_product(),
    }
}
