//! The uses that a part of vehicles may be for, as a set; and those that the good leaves to what goes into it.

use super::context::Context;
use crate::case::VehicleUse;
use crate::finding::Finding;
use crate::origin::pack::RuleSet;
use crate::origin::special::covers;
use crate::origin::vehicle::{
    BUSES, CARS, HEAVY_TRUCKS, LIGHT_TRUCKS, NAFTA_HEAVY, NAFTA_LIGHT, OTHER_HEAVY, ROAD_TRACTORS, Role,
    SMALL,
};

/// A set of uses. The first of `VehicleUse::ALL` is the lowest bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Uses(pub(super) u8);

impl Uses {
    /// Nobody has said anything.
    pub(super) const ALL: Uses = Uses(0b11_1111);

    pub(super) const fn one(usage: VehicleUse) -> Uses {
        Uses(1 << usage as u8)
    }

    pub(super) const fn has(self, usage: VehicleUse) -> bool {
        self.0 & Uses::one(usage).0 != 0
    }

    /// Whether the use is the one that it is, as far as is known.
    pub(super) const fn is(self, usage: VehicleUse) -> Finding {
        match (self.has(usage), self.is_known()) {
            (false, _) => Finding::No,
            (true, true) => Finding::Yes,
            (true, false) => Finding::Unknown,
        }
    }

    /// Whether there is one use left.
    pub(super) const fn is_known(self) -> bool {
        self.0.count_ones() == 1
    }

    /// Those that are also among the others; what contradicts this set tells nothing.
    pub(super) const fn narrowed(self, by: Uses) -> Uses {
        let both = self.0 & by.0;
        if both == 0 { self } else { Uses(both) }
    }
}

impl Context<'_> {
    /// The uses that a material of the good may be for: what goes into a known vehicle, or into a part whose use was
    /// named, is for that. Source: SOR/2020-155, 12, 20(2), (3); SOR/94-14, 2(1).
    pub(super) fn uses_inside(&self) -> Uses {
        if self.may_be_part() {
            return self.uses;
        }
        let Some(code) = &self.good.code else { return Uses::ALL };
        let is = |ranges: &str| covers(ranges, code) == Finding::Yes;
        let of = |role: Role, yes: VehicleUse, no: VehicleUse| match self.is_of(role) {
            Finding::Yes => Uses::one(yes),
            Finding::No => Uses::one(no),
            Finding::Unknown => Uses(Uses::one(yes).0 | Uses::one(no).0),
        };
        match self.pack.set {
            RuleSet::Cusma if is(OTHER_HEAVY) => Uses::one(VehicleUse::OtherHeavy),
            RuleSet::Cusma if is(ROAD_TRACTORS) => of(Role::OffRoad, VehicleUse::None, VehicleUse::Heavy),
            RuleSet::Cusma if is(BUSES) => of(Role::Few, VehicleUse::OtherLight, VehicleUse::OtherHeavy),
            RuleSet::Cusma if is(SMALL) => Uses::one(VehicleUse::None),
            RuleSet::Cusma if is(CARS) => of(Role::Passenger, VehicleUse::Light, VehicleUse::OtherLight),
            RuleSet::Cusma if is(LIGHT_TRUCKS) => {
                of(Role::OffRoad, VehicleUse::OtherLight, VehicleUse::Light)
            }
            RuleSet::Cusma if is(HEAVY_TRUCKS) => {
                of(Role::OffRoad, VehicleUse::OtherHeavy, VehicleUse::Heavy)
            }
            RuleSet::Nafta if is(NAFTA_LIGHT) => Uses::one(VehicleUse::Light),
            RuleSet::Nafta if is(NAFTA_HEAVY) => Uses::one(VehicleUse::Heavy),
            _ => Uses::ALL,
        }
    }
}
