//! What a vehicle itself is in the law of today: what its code and what was said of it tell, and what follows.

use super::context::Context;
use super::open::tested;
use super::vehicle::{Change, Mild};
use crate::case::VehicleUse;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::RuleSet;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{Alternative, Figures, GoodIs, NameId, Way};
use crate::origin::special::{Special, covers};
use crate::origin::vehicle::{
    CHASSIS, DIESEL_CARS, HEAVIER, HEAVY_ROAD_VEHICLES, HEAVY_THIRD, LIGHT_ROAD_VEHICLES, LIGHT_TRUCKS,
    LIGHTER, NEW_MODEL, NEW_MODELS, ROAD_TRACTORS, Role,
};
use crate::units::{HsCode, Source};

impl Context<'_> {
    /// Whether the good bears a name: as its code tells, or as somebody said of it or of the opposite.
    pub(super) fn is_named(&self, name: NameId) -> Finding {
        let role = self.pack.role(name);
        match role {
            // Source: SOR/2020-155, 12; heading 84.08 has no other engines.
            Some(Role::Passenger) if self.is_in(DIESEL_CARS) => return Finding::No,
            Some(Role::Diesel) => return Finding::Yes,
            _ => {}
        }
        let said = self.said(&Fact::GoodNamed(name));
        match self.opposite(name) {
            Some(opposite) if said == Finding::Unknown => self.said(&Fact::GoodNamed(opposite)).negated(),
            _ => said,
        }
    }

    /// The name that a good of the code bears exactly where it does not bear this one.
    /// Source: SOR/2020-155, 12 for trucks, 13 for 87.02.
    pub(super) fn opposite(&self, name: NameId) -> Option<NameId> {
        self.named(match self.pack.role(name)? {
            Role::LightTruck | Role::HeavyTruck => Role::OffRoad,
            Role::OffRoad if self.is_in(LIGHT_TRUCKS) => Role::LightTruck,
            Role::OffRoad => Role::HeavyTruck,
            Role::Few => Role::Many,
            Role::Many => Role::Few,
            _ => return None,
        })
    }

    /// Whether its opposite is asked for in the place of a name.
    pub(super) fn is_asked_as_another(&self, fact: &Fact) -> bool {
        let Fact::GoodNamed(name) = fact else { return false };
        matches!(self.pack.role(*name), Some(Role::LightTruck | Role::HeavyTruck | Role::Many))
    }

    /// Whether the good is what the name of this role says.
    pub(super) fn is_of(&self, role: Role) -> Finding {
        self.named(role).map_or(Finding::Unknown, |name| self.is_named(name))
    }

    /// The name of the pack that has this role.
    pub(super) fn named(&self, wanted: Role) -> Option<NameId> {
        self.pack.roles.iter().find(|(role, _)| *role == wanted).map(|(_, name)| *name)
    }

    /// Whether the alternative is about batteries that are used in light vehicles, and this one goes into another. The one
    /// before it asks only for the kind. Source: HTSUS General Note 11, rule 17 of chapter 85, (A) and (B).
    pub(super) fn is_for_another_vehicle(&self, alternative: &Alternative) -> bool {
        let GoodIs::Named(name) = alternative.target.good else { return false };
        let other = self.part_use.is_some_and(|it| {
            matches!(it, VehicleUse::Heavy | VehicleUse::OtherLight | VehicleUse::OtherHeavy)
        });
        other && alternative.way == Way::NoShift && self.pack.role(name) == Some(Role::LightBattery)
    }

    fn is_in(&self, ranges: &str) -> bool {
        self.good.code.as_ref().is_some_and(|code| covers(ranges, code) == Finding::Yes)
    }

    /// What is asked of passenger vehicles, light trucks and heavy trucks besides their rule, and however else they come
    /// to originate. Nothing where the good is none of them.
    /// Source: SOR/2020-155, 3(1), (3), 12, 14(4), 17(1), 18(1), (2).
    pub(super) fn besides_content(&self) -> Option<Judgement<Point>> {
        let code = self.good.code.as_ref()?;
        let light = covers(LIGHT_ROAD_VEHICLES, code);
        let heavy = covers(HEAVY_ROAD_VEHICLES, code);
        if self.pack.set != RuleSet::Cusma || light.max(heavy) == Finding::No {
            return None;
        }
        let mut open = Vec::new();
        if light.max(heavy) == Finding::Unknown {
            open.push(Fact::GoodCodeLonger);
        } else {
            open.extend(self.whether_road_vehicle(code)?);
        }
        let (special, place) = if light >= heavy {
            (Special::VehicleContent, "14(4), 17(1), 18(1), (2)")
        } else {
            (Special::HeavyTruckContent, "17(1), 18(2)")
        };
        open.push(Fact::Special(special));
        Some(tested(Point::Special { special }, Finding::Unknown, &open).citing(Source::Sor2020155.at(place)))
    }

    /// What would tell whether a good of these codes is a passenger vehicle, light truck or heavy truck: no fact where it
    /// is one, or where none can tell. Nothing where it is none of them.
    /// Source: SOR/2020-155, 12.
    fn whether_road_vehicle(&self, code: &HsCode) -> Option<Option<Fact>> {
        let (is, asked) = if covers(CHASSIS, code) == Finding::Yes {
            // "For use in" a heavy truck may mean a replacement, too: no text says.
            if self.uses.is(VehicleUse::Aftermarket) == Finding::Yes {
                return Some(None);
            }
            (self.uses.is(VehicleUse::Heavy), Some(Fact::VehicleUse))
        } else {
            let (role, is) = if code.as_str().starts_with("8703") {
                (Role::Passenger, self.is_of(Role::Passenger))
            } else {
                (Role::OffRoad, self.is_of(Role::OffRoad).negated())
            };
            (is, self.named(role).map(Fact::GoodNamed))
        };
        match is {
            Finding::No => None,
            Finding::Yes => Some(None),
            Finding::Unknown => Some(asked),
        }
    }

    /// What may hold in place of the content that a vehicle itself needs: figures that rest on what its rule does not
    /// ask for. Source: SOR/2020-155, 18(22), 19(2), (4)(a), 20(8).
    pub(super) fn cusma_vehicle(&self, good: GoodIs, code: &HsCode, own: Figures) -> Option<Change> {
        let role = match good {
            GoodIs::Named(name) => self.pack.role(name),
            _ => None,
        };
        let mild = match role {
            Some(Role::Passenger | Role::LightTruck) => {
                Mild::asked(LIGHTER, Special::StagingRegime, Source::Sor2020155.at("19(2), (4)(a)"))
            }
            Some(Role::HeavyTruck) => self.credit()?,
            // Off the road it is no heavy truck, though the rule is the same.
            None if covers(ROAD_TRACTORS, code) == Finding::Yes
                && self.is_of(Role::OffRoad) != Finding::Yes =>
            {
                self.credit()?
            }
            _ if role == Some(Role::OffRoad) || covers(NEW_MODELS, code) == Finding::Yes => {
                Mild::asked(NEW_MODEL, Special::NewModel, Source::Sor2020155.at("20(8)"))
            }
            _ => return None,
        };
        Some(Change::milder(own, mild, Source::Sor2020155.at("13")))
    }

    /// The content that the credit of labour value content lets a heavy truck do with: points above 30, as long as the
    /// content is not below 60 %. Source: SOR/2020-155, 18(22).
    pub(super) fn credit(&self) -> Option<Mild> {
        let cite = Source::Sor2020155.at("18(22)");
        (self.day < HEAVY_THIRD).then(|| Mild::asked(HEAVIER, Special::LabourCredit, cite))
    }
}
