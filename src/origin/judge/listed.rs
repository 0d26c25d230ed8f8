//! Listed materials in a part for other vehicles: at the choice of the producer they count by what is non-originating
//! inside them, of which little is known here.

use super::context::Context;
use super::open::tested;
use crate::case::{Material, VehicleUse};
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::pack::RuleSet;
use crate::origin::point::{Fact, Point};
use crate::origin::special::Special;
use crate::origin::vehicle::PartTable;
use crate::units::{Content, Money, Percent, Source};

impl Context<'_> {
    /// What may yet turn content that is not reached by net cost. Nothing where it stays a no.
    pub(super) fn listed_materials(&self, net_cost: Money, needed: Percent) -> Option<Judgement<Point>> {
        if !self.counts_inside() {
            return None;
        }
        let best = Content::of(net_cost, self.least_inside()?)?;
        let special = Special::ListedMaterials;
        let open = tested(Point::Special { special }, Finding::Unknown, &[Fact::Special(special)]);
        best.reaches(needed).then(|| open.citing(Source::Sor2020155.at("20(4)")))
    }

    /// Whether the good is one in which they do: a part of table F for a light vehicle, an engine or gear box for a heavy
    /// one. A vehicle itself is none, as 20(5) has the values of all its materials count. Source: SOR/2020-155, 20(4).
    fn counts_inside(&self) -> bool {
        self.pack.set == RuleSet::Cusma
            && match self.part_use {
                Some(VehicleUse::OtherLight) => self.table_of(VehicleUse::OtherLight).0 != Finding::No,
                Some(VehicleUse::OtherHeavy) => self.is_engine() != Finding::No,
                _ => false,
            }
    }

    /// Whether there is a use of the good in which they do.
    pub(super) fn may_count_inside(&self) -> bool {
        self.is_engine().max(self.table_of(VehicleUse::OtherLight).0) != Finding::No
    }

    /// The least that all materials may count for.
    fn least_inside(&self) -> Option<Money> {
        let mut least = Money::ZERO;
        for (material, counts) in self.counted() {
            if counts == Finding::Yes {
                let mut worth = self.worth(material).least;
                if self.may_be_listed(material) {
                    worth = worth.min(self.made_out(material).map_or(Money::ZERO, |made| made.inside));
                }
                least = least.plus(worth)?;
            }
        }
        Some(least)
    }

    /// Whether the material may stand in table F or G. Those of table G, for engines and gear boxes, have names and no
    /// codes: any material may be one.
    fn may_be_listed(&self, material: &Material) -> bool {
        let Some(code) = &material.code else { return true };
        let mut may = self.is_engine() != Finding::No;
        for part in &self.pack.parts {
            for range in &part.codes {
                may |= part.table == PartTable::F && range.covers(code) != Finding::No;
            }
        }
        may
    }
}
