//! The goods that are judged where speed is measured, natively and in WebAssembly: one for each alternative of a pack,
//! with materials from all over the Harmonized System.

use canadian_content::case::{Good, Material, MaterialId};
use canadian_content::origin::pack::Pack;
use canadian_content::origin::rule::{Alternative, Way};
use canadian_content::units::{Day, HsCode, HsRange, Money};

/// The day for which dated rules are read.
pub(crate) const DAY: Day = Day::new(2026, 1, 15);

/// A good of the codes with as many materials from all over the Harmonized System.
fn good(code: HsCode, count: usize, seed: usize) -> Good {
    const CODES: [&str; 12] = [
        "410712", "441011", "732690", "940390", "392190", "853690", "701090", "848180", "760429", "854231",
        "390110", "831000",
    ];
    let materials = (0..count)
        .map(|index| Material {
            id: MaterialId(u32::try_from(index + 1).unwrap_or(u32::MAX)),
            code: HsCode::read(CODES[(index * 5 + seed) % CODES.len()]).ok(),
            value: Money::from_cents(100 + 7 * i128::try_from(index).unwrap_or_default()).ok(),
            ..Material::default()
        })
        .collect();
    Good {
        code: Some(code),
        made_in_canada: Some(true),
        transaction_value: Money::from_cents(10_000).ok(),
        materials,
        all_listed: true,
        ..Good::default()
    }
}

/// A subheading inside the range.
fn inside(range: &HsRange) -> Option<HsCode> {
    let digits = format!("{:0<6}", range.first().as_str());
    HsCode::read(&digits[..6]).ok()
}

/// A good of five materials for each alternative that asks for a change.
pub(crate) fn shifting(pack: &Pack) -> Vec<(Good, &Alternative)> {
    let mut cases = Vec::new();
    for (seed, row) in pack.rows.iter().enumerate() {
        for alternative in row.alternatives.iter().filter(|it| matches!(it.way, Way::Shift { .. })) {
            if let Some(code) = alternative.target.codes.first().and_then(inside) {
                cases.push((good(code, 5, seed), alternative));
            }
        }
    }
    cases
}

/// Ten thousand goods of twenty materials, for all rows of the pack in turn.
pub(crate) fn ten_thousand(pack: &Pack) -> Vec<Good> {
    let codes: Vec<HsCode> =
        pack.rows.iter().filter_map(|row| row.codes.first()).filter_map(inside).collect();
    codes.iter().cycle().take(10_000).enumerate().map(|(seed, code)| good(*code, 20, seed)).collect()
}
