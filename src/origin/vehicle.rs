//! What a use in motor vehicles makes of the content that a rule asks for: the tables of parts and their figures.
//!
//! Which good stands in which table is data of the pack (`Part`); here are the figures by day, and whom a use named in
//! a rule means. Source: SOR/2020-155, Part 6; SOR/94-14, 6(6)(d), 9, 10, 13 and Schedules IV and V.

use super::rule::{Figures, NameId};
use crate::case::VehicleUse;
use crate::units::{Citation, Dated, Day, HsRange, Mark, Percent, Since, Source};

/// Parts of one table: goods of these codes or, with a name, only those of them that it describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The table that they stand in.
    pub table: PartTable,
    /// Their codes, in the edition of the rule set.
    pub codes: Vec<HsRange>,
    /// Which good of these codes.
    pub name: Option<NameId>,
}

/// A table of parts of motor vehicles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartTable {
    /// Core parts of passenger vehicles and light trucks.
    A1,
    /// Principal parts of passenger vehicles and light trucks.
    B,
    /// Complementary parts of passenger vehicles and light trucks.
    C,
    /// Principal parts of heavy trucks.
    D,
    /// Complementary parts of heavy trucks.
    E,
    /// Parts of other vehicles.
    F,
    /// Schedule IV of the older regulations: parts of any vehicle.
    Iv,
    /// Schedule V of the older regulations: parts of engines and gear boxes of any vehicle. It names no codes.
    V,
}

/// What a name of a pack means for vehicles: a use that a rule names, or a good that is told apart. And which name is that
/// of printed circuit assemblies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// For use in a passenger vehicle or light truck. Also of diesel engines for light trucks, since a passenger vehicle
    /// is one without. Source: SOR/2020-155, 12.
    Light,
    /// For use in a heavy truck.
    Heavy,
    /// For any other use.
    Other,
    /// Vehicles for use off the road.
    OffRoad,
    /// Passenger vehicles.
    Passenger,
    /// Light trucks: of their codes, all that are not for use off the road. Source: SOR/2020-155, 12.
    LightTruck,
    /// Heavy trucks: the same.
    HeavyTruck,
    /// Vehicles for at most 15 persons.
    Few,
    /// Vehicles for 16 persons or more.
    Many,
    /// Engines with compression ignition.
    Diesel,
    /// Gear boxes, other than parts of them.
    GearBox,
    /// Batteries of a kind that drives a passenger vehicle or light truck.
    LightBattery,
    /// Printed circuit assemblies, in vehicles or not: what keeps them out, the older rules do not tolerate.
    /// Source: SOR/94-14, 5(4)(j).
    Circuits,
    /// A condition of textile goods that frees them of what their chapter asks besides. Source: HTSUS General Note 11,
    /// rules 8, 11 and 13 of chapter 61, 8 of chapter 62, 3 of chapter 63.
    FreeOfChapter,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 14] = [
        Role::Light,
        Role::Heavy,
        Role::Other,
        Role::OffRoad,
        Role::Passenger,
        Role::LightTruck,
        Role::HeavyTruck,
        Role::Few,
        Role::Many,
        Role::Diesel,
        Role::GearBox,
        Role::LightBattery,
        Role::Circuits,
        Role::FreeOfChapter,
    ];

    /// The word by which a pack knows it.
    pub const fn id(self) -> &'static str {
        match self {
            Role::Light => "light",
            Role::Heavy => "heavy",
            Role::Other => "other",
            Role::OffRoad => "off-road",
            Role::Passenger => "passenger",
            Role::LightTruck => "light-truck",
            Role::HeavyTruck => "heavy-truck",
            Role::Few => "few",
            Role::Many => "many",
            Role::Diesel => "diesel",
            Role::GearBox => "gear-box",
            Role::LightBattery => "light-battery",
            Role::Circuits => "circuits",
            Role::FreeOfChapter => "free-of-chapter",
        }
    }

    /// The role of this word.
    pub fn of(id: &str) -> Option<Role> {
        for role in &Role::ALL {
            if role.id() == id {
                return Some(*role);
            }
        }
        None
    }

    /// Whether a good for `usage` is of this role, as far as the use alone tells.
    pub const fn is_met(self, usage: VehicleUse) -> Option<bool> {
        let light = matches!(usage, VehicleUse::Light);
        let heavy = matches!(usage, VehicleUse::Heavy);
        match self {
            Role::Light => Some(light),
            Role::Heavy => Some(heavy),
            Role::Other => Some(!light && !heavy),
            _ => None,
        }
    }
}

impl PartTable {
    /// Every table, in the order of the regulations.
    pub const ALL: [PartTable; 8] = [
        PartTable::A1,
        PartTable::B,
        PartTable::C,
        PartTable::D,
        PartTable::E,
        PartTable::F,
        PartTable::Iv,
        PartTable::V,
    ];

    /// The word by which a pack knows it.
    pub const fn id(self) -> &'static str {
        match self {
            PartTable::A1 => "A.1",
            PartTable::B => "B",
            PartTable::C => "C",
            PartTable::D => "D",
            PartTable::E => "E",
            PartTable::F => "F",
            PartTable::Iv => "IV",
            PartTable::V => "V",
        }
    }

    /// The table of this word.
    pub fn of(id: &str) -> Option<PartTable> {
        for table in &PartTable::ALL {
            if table.id() == id {
                return Some(*table);
            }
        }
        None
    }

    /// Whether its figures are those of a good for this use.
    pub const fn is_for(self, usage: VehicleUse) -> bool {
        match self {
            PartTable::A1 | PartTable::B | PartTable::C => matches!(usage, VehicleUse::Light),
            PartTable::D | PartTable::E => matches!(usage, VehicleUse::Heavy),
            PartTable::F => matches!(usage, VehicleUse::OtherLight | VehicleUse::OtherHeavy),
            PartTable::Iv | PartTable::V => !matches!(usage, VehicleUse::None),
        }
    }

    /// The figures of the day, and where they are written: those by transaction value are ten points more than those by
    /// net cost, which alone count for table F. Nothing before the first day, and where they depend on more than the
    /// table.
    pub fn figures(self, day: Day) -> Option<(Figures, Citation)> {
        let dated: &Dated<u16> = match self {
            PartTable::A1 => &CORE,
            PartTable::B => &PRINCIPAL,
            PartTable::C => &COMPLEMENTARY,
            PartTable::D => &PRINCIPAL_HEAVY,
            PartTable::E => &COMPLEMENTARY_HEAVY,
            PartTable::F => &OTHER,
            PartTable::Iv | PartTable::V => return None,
        };
        let since = dated.on(day)?;
        let mut figures = net_cost(Percent::tenths(since.value));
        if self != PartTable::F {
            figures.transaction_value = Some(Percent::tenths(since.value + 100));
        }
        Some((figures, since.cite.clone()))
    }
}

/// A stage of a table: content by net cost, in tenths of a percent.
const fn stage(place: &'static str, from: Day, value: u16) -> Since<u16> {
    let (mark, checked) = (Mark::Stated, Day::new(2026, 11, 23));
    Since { from, value, cite: Source::Sor2020155.at(place), mark, checked }
}

const FIRST: Day = Day::new(2020, 7, 1);
const SECOND: Day = Day::new(2021, 7, 1);
const THIRD: Day = Day::new(2022, 7, 1);
const FOURTH: Day = Day::new(2023, 7, 1);
const HEAVY_SECOND: Day = Day::new(2024, 7, 1);
/// The day from which labour value content gives no credit. Source: SOR/2020-155, 18(22).
pub const HEAVY_THIRD: Day = Day::new(2027, 7, 1);

/// Table A.1.
static CORE: Dated<u16> = Dated(&[
    stage("14(13)", FIRST, 660),
    stage("14(13)", SECOND, 690),
    stage("14(13)", THIRD, 720),
    stage("14(13)", FOURTH, 750),
]);

/// Table B.
static PRINCIPAL: Dated<u16> = Dated(&[
    stage("14(15)", FIRST, 625),
    stage("14(15)", SECOND, 650),
    stage("14(15)", THIRD, 675),
    stage("14(15)", FOURTH, 700),
]);

/// Table C.
static COMPLEMENTARY: Dated<u16> = Dated(&[
    stage("14(17)", FIRST, 620),
    stage("14(17)", SECOND, 630),
    stage("14(17)", THIRD, 640),
    stage("14(17)", FOURTH, 650),
]);

/// Table D.
static PRINCIPAL_HEAVY: Dated<u16> =
    Dated(&[stage("15(2)", FIRST, 600), stage("15(2)", HEAVY_SECOND, 640), stage("15(2)", HEAVY_THIRD, 700)]);

/// Table E.
static COMPLEMENTARY_HEAVY: Dated<u16> =
    Dated(&[stage("15(3)", FIRST, 500), stage("15(3)", HEAVY_SECOND, 540), stage("15(3)", HEAVY_THIRD, 600)]);

/// Table F: by net cost alone.
static OTHER: Dated<u16> = Dated(&[stage("20(3)(c)", FIRST, 600)]);

/// Content by net cost alone.
pub const fn net_cost(percent: Percent) -> Figures {
    Figures { transaction_value: None, net_cost: Some(percent) }
}

/// By net cost, for light vehicles that the figures above are not for, and for their engines and gear boxes.
pub const LIGHTER: Figures = net_cost(Percent::tenths(625));
/// By net cost, for heavy vehicles that the figures above are not for, for their engines and gear boxes, and for parts.
pub const HEAVIER: Figures = net_cost(Percent::whole(60));

/// By net cost, for a new model while it is one. After a refit that is, in English, another model than was assembled there
/// before; in French one that was assembled before, which lost its negation: the English text is read, as is General
/// Note 11. Source: SOR/2020-155, 20(8); SOR/94-14, 13(2).
pub const NEW_MODEL: Figures = net_cost(Percent::whole(50));
/// Vehicles that are no passenger vehicles, light trucks or heavy trucks, or of which that is told by name.
/// Source: SOR/2020-155, 20(2), (3), (8).
pub const NEW_MODELS: &str = "870110 870130-870190 8702 870321-870390 870410 8705";

/// Engines and gear boxes. Source: SOR/2020-155, 15(4), 20(2)(h), 20(3)(b); SOR/94-14, 13(1).
pub const ENGINES: &str = "8407-8408 870840";
/// Parts whose rule keeps its own figure whatever vehicle they are for. Source: SOR/2020-155, 20(3)(c); SOR/94-14, 13(1)(b)(iii).
pub const KEEPING_THEIR_OWN: &str = "848210-848280 848320 848330";
/// Vehicles of which more is asked than content, unless they are for use off the road or otherwise none: passenger
/// vehicles and light trucks. Source: SOR/2020-155, 12, 14(4), 17(1), 18(1), (2).
pub const LIGHT_ROAD_VEHICLES: &str = "870321-870390 870421 870431";
/// The same of heavy trucks, among which are the chassis for them. Source: SOR/2020-155, 12, 17(1), 18(2).
pub const HEAVY_ROAD_VEHICLES: &str = "870120 870422-870423 870432-870490 8706";
/// Cars with compression ignition, which are never passenger vehicles. Source: SOR/2020-155, 12.
pub const DIESEL_CARS: &str = "870331-870333";
/// Chassis with engines.
pub const CHASSIS: &str = "8706";
/// Light trucks, and what is one but for its use off the road. Source: SOR/2020-155, 12, 20(2)(g).
pub const LIGHT_TRUCKS: &str = "870421 870431";
/// The same of heavy trucks. Source: SOR/2020-155, 12, 20(3)(a)(iv).
pub const HEAVY_TRUCKS: &str = "870422-870423 870432-870490";
/// Road tractors for semi-trailers, heavy trucks unless they are for use off the road. Source: SOR/2020-155, 12.
pub const ROAD_TRACTORS: &str = "870120";
/// Cars and the like, passenger vehicles or not. Source: SOR/2020-155, 12, 20(2)(b) to (f).
pub const CARS: &str = "870321-870390";
/// Vehicles for snow, golf and the like, which the automotive part does not name. Source: SOR/2020-155, 13.
pub const SMALL: &str = "870310";
/// Vehicles for passengers, which are told apart by their seats. Source: SOR/2020-155, 20(2)(a), (3)(a)(ii); SOR/94-14, 2(1).
pub const BUSES: &str = "8702";
/// Heavy vehicles that are never heavy trucks. Source: SOR/2020-155, 20(3)(a)(i), (iii), (v).
pub const OTHER_HEAVY: &str = "870110 870130-870190 870410 8705";
/// Light vehicles of the older regulations. Source: SOR/94-14, 2(1).
pub const NAFTA_LIGHT: &str = "870321-870390 870421 870431";
/// Their heavy vehicles. Source: SOR/94-14, 2(1).
pub const NAFTA_HEAVY: &str = "8701 870410 870422-870423 870432-870490 8705-8706";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_by_day_as_a_table() {
        // Table, day, transaction value, net cost.
        for (table, day, expected) in [
            (PartTable::A1, "2020-06-30", None),
            (PartTable::A1, "2020-07-01", Some(("76", "66"))),
            (PartTable::A1, "2021-06-30", Some(("76", "66"))),
            (PartTable::A1, "2021-07-01", Some(("79", "69"))),
            (PartTable::A1, "2022-07-01", Some(("82", "72"))),
            (PartTable::A1, "2023-07-01", Some(("85", "75"))),
            (PartTable::B, "2020-07-01", Some(("72.5", "62.5"))),
            (PartTable::B, "2022-06-30", Some(("75", "65"))),
            (PartTable::B, "2023-06-30", Some(("77.5", "67.5"))),
            (PartTable::B, "2026-01-15", Some(("80", "70"))),
            (PartTable::C, "2020-07-01", Some(("72", "62"))),
            (PartTable::C, "2023-07-01", Some(("75", "65"))),
            (PartTable::D, "2024-06-30", Some(("70", "60"))),
            (PartTable::D, "2024-07-01", Some(("74", "64"))),
            (PartTable::D, "2027-07-01", Some(("80", "70"))),
            (PartTable::E, "2024-06-30", Some(("60", "50"))),
            (PartTable::E, "2027-06-30", Some(("64", "54"))),
            (PartTable::E, "2027-07-01", Some(("70", "60"))),
            (PartTable::F, "2020-07-01", Some(("-", "60"))),
            (PartTable::Iv, "2020-07-01", None),
        ] {
            let day = Day::read(day).expect("a day of the table");
            let found = table.figures(day).map(|(figures, _)| {
                let said = |it: Option<Percent>| it.map_or("-".to_owned(), |it| it.to_string());
                (said(figures.transaction_value), said(figures.net_cost))
            });
            let expected = expected.map(|(tv, nc)| (tv.to_owned(), nc.to_owned()));
            assert_eq!(found, expected, "{} {day}", table.id());
        }
    }
}
