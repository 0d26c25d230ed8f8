//! A good and its materials: from what was typed to what it means.

use super::check::Checker;
use super::form::{ChargesForm, CostsForm, GoodForm, MadeForm, MaterialForm, StockForm};
use crate::case::{Charges, CodeEdition, Good, Made, Maker, Material, MaterialId, MaterialOrigin, Sale};
use crate::diagnostic::{Field, Problem, Severity};
use crate::origin::judge::DEEPEST;
use crate::origin::stock::{Fraction, StockEntry, foreign_part};
use crate::units::{Money, Percent, Quantity};

impl Checker<'_> {
    pub(super) fn good(&mut self, form: &GoodForm) -> Good {
        let code = self.code(Field::Code, &form.code);
        let transaction_value = self.price(form);
        let total_cost = self.number(Field::TotalCost, &form.total_cost, Money::read);
        let net_cost = self.net_cost(form, total_cost);
        let sale = match form.sale.meaning() {
            Sale::Related { .. } => {
                let units = self.number(Field::RelatedUnits, &form.related_units_percent, Percent::read);
                Sale::Related { units }
            }
            other => other,
        };
        let weight = self.number(Field::Weight, &form.weight, Quantity::read);
        let materials = self.materials(&form.materials);
        let mut foreign = Some(Money::ZERO);
        for material in &materials {
            if let (MaterialOrigin::NonOriginating, Some(value), None) =
                (material.origin, material.value, &material.made)
            {
                foreign = foreign.and_then(|sum| sum.plus(value));
            }
        }
        self.item = None;
        if transaction_value.zip(foreign).is_some_and(|(price, foreign)| foreign > price) {
            self.tell(Severity::Note, Field::TransactionValue, Problem::MaterialsExceedPrice);
        }
        let obtained = form.obtained.meaning();
        if obtained.is_some() && !materials.is_empty() {
            self.tell(Severity::Note, Field::Obtained, Problem::ObtainedOfMaterials);
        }
        let today = self.draft.code_edition.meaning();
        Good {
            code,
            edition: if today { CodeEdition::Today } else { CodeEdition::RuleSet },
            made_in_canada: form.made_in_canada.meaning(),
            transaction_value,
            sale,
            net_cost,
            total_cost,
            method: form.method.meaning(),
            materials,
            all_listed: form.all_listed,
            answers: form.answers.meaning(),
            obtained,
            non_qualifying: form.non_qualifying,
            is_set: form.is_set,
            weight,
            vehicle_use: form.vehicle_use.meaning(),
            textiles_by_agreement: self.draft.textile_rule.meaning(),
        }
    }

    /// The price, less shipment that is in it, plus transport to the point of direct shipment that is not.
    /// Source: SOR/2020-155, 7(2); SOR/94-14, 6(2).
    fn price(&mut self, form: &GoodForm) -> Option<Money> {
        let price = self.number(Field::TransactionValue, &form.transaction_value, Money::read);
        let off = self.amount_or_zero(Field::ShipmentIncluded, &form.shipment_included)?;
        let on = self.amount_or_zero(Field::InlandNotIncluded, &form.inland_not_included)?;
        let price = price?;
        if off > price {
            self.tell(Severity::Error, Field::ShipmentIncluded, Problem::MoreThanWhole);
            return None;
        }
        price.less(off).plus(on)
    }

    /// An amount; zero where nothing was typed, nothing where it cannot be read.
    fn amount_or_zero(&mut self, field: Field, text: &str) -> Option<Money> {
        if text.trim().is_empty() {
            return Some(Money::ZERO);
        }
        self.number(field, text, Money::read)
    }

    /// Net cost as typed or, where it was not, total cost less what is left out of it, if all of that is known.
    /// Source: SOR/2020-155, 7(11); SOR/94-14, 6(11).
    fn net_cost(&mut self, form: &GoodForm, total: Option<Money>) -> Option<Money> {
        let typed = self.number(Field::NetCost, &form.net_cost, Money::read);
        let excluded = self.excluded(&form.costs);
        if let (Some(typed), Some(total)) = (typed, total)
            && typed > total
        {
            self.tell(Severity::Note, Field::NetCost, Problem::MoreThanWhole);
        }
        if !form.net_cost.trim().is_empty() {
            return typed;
        }
        let (total, excluded) = (total?, excluded?);
        if excluded > total {
            self.tell(Severity::Error, Field::TotalCost, Problem::ExcludedExceedTotal);
            return None;
        }
        Some(total.less(excluded))
    }

    fn excluded(&mut self, costs: &CostsForm) -> Option<Money> {
        let mut sum = Some(Money::ZERO);
        for text in [&costs.sales_promotion, &costs.royalties, &costs.shipping_packing, &costs.interest] {
            let part = self.number(Field::ExcludedCost, text, Money::read);
            sum = sum.zip(part).and_then(|(sum, part)| sum.plus(part));
        }
        sum
    }

    /// The materials of the good, each with those that went into it.
    fn materials(&mut self, forms: &[MaterialForm]) -> Vec<Material> {
        let parents = self.parents(forms);
        let mut of: Vec<Vec<usize>> = vec![Vec::new(); forms.len()];
        let mut top = Vec::new();
        for (index, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => of[*parent].push(index),
                None => top.push(index),
            }
        }
        let mut materials = Vec::with_capacity(top.len());
        for index in top {
            materials.push(self.material(forms, &of, index));
        }
        materials
    }

    /// Where each material went into: the place of another one in the list, or nothing for the good itself.
    ///
    /// One that names no other material, or itself by way of others, or lies too deep, is told and stands in the good.
    fn parents(&mut self, forms: &[MaterialForm]) -> Vec<Option<usize>> {
        let mut ids: Vec<(u32, usize)> = Vec::with_capacity(forms.len());
        for (index, form) in forms.iter().enumerate() {
            ids.push((form.id, index));
        }
        ids.sort_unstable();
        let mut parents = Vec::with_capacity(forms.len());
        for form in forms {
            let found = ids.binary_search_by_key(&form.goes_into, |(id, _)| *id).ok().map(|at| ids[at].1);
            if form.goes_into != 0 && found.is_none() {
                self.item = Some(MaterialId(form.id));
                self.tell(Severity::Error, Field::GoesInto, Problem::NoSuchMaterial);
            }
            parents.push(if form.goes_into == 0 { None } else { found });
        }
        for index in 0..forms.len() {
            let (mut at, mut depth) = (index, 0);
            while let Some(next) = parents[at] {
                depth += 1;
                if next == index || depth > DEEPEST {
                    self.item = Some(MaterialId(forms[index].id));
                    let problem =
                        if next == index { Problem::Cycle } else { Problem::TooDeep { limit: DEEPEST } };
                    self.tell(Severity::Error, Field::GoesInto, problem);
                    parents[index] = None;
                    break;
                }
                at = next;
            }
        }
        parents
    }

    fn material(&mut self, forms: &[MaterialForm], of: &[Vec<usize>], index: usize) -> Material {
        let form = &forms[index];
        self.item = Some(MaterialId(form.id));
        self.text(Field::MaterialDescription, &form.description);
        let code = self.code(Field::MaterialCode, &form.code);
        let mut material = Material {
            id: MaterialId(form.id),
            code,
            value: self.needed(Field::MaterialValue, &form.value, Money::read),
            charges: self.charges(&form.charges),
            origin: form.origin.meaning(),
            relation: form.relation.meaning(),
            purpose: form.purpose.meaning(),
            weight: self.number(Field::MaterialWeight, &form.weight, Quantity::read),
            elastomeric: form.elastomeric,
            in_component: form.in_component.meaning(),
            made: None,
        };
        self.stock(&form.stock, &mut material);
        if let Some(by) = form.made.by.meaning() {
            let mut good = self.made(&form.made);
            good.code = code;
            // A material of one's own is not sold: what it costs stands in for total cost, and there is no price.
            // Source: SOR/2020-155, 8(8); SOR/94-14, 7(6).
            if matches!(by, Maker::Own { .. }) {
                if good.transaction_value.is_some() {
                    self.tell(Severity::Note, Field::Made, Problem::OwnPrice);
                }
                good.sale = Sale::NoPrice;
                good.total_cost = good.total_cost.or(material.value);
            }
            for child in &of[index] {
                let child = self.material(forms, of, *child);
                good.materials.push(child);
            }
            material.made = Some(Box::new(Made { by, good }));
        } else if !of[index].is_empty() {
            self.tell(Severity::Missing, Field::Made, Problem::MakerMissing);
        }
        material
    }

    fn made(&mut self, form: &MadeForm) -> Good {
        Good {
            made_in_canada: Some(true),
            transaction_value: self.number(Field::TransactionValue, &form.transaction_value, Money::read),
            net_cost: self.number(Field::NetCost, &form.net_cost, Money::read),
            total_cost: self.number(Field::TotalCost, &form.total_cost, Money::read),
            method: form.method.meaning(),
            vehicle_use: form.vehicle_use.meaning(),
            all_listed: form.all_listed,
            textiles_by_agreement: self.draft.textile_rule.meaning(),
            ..Good::default()
        }
    }

    fn charges(&mut self, form: &ChargesForm) -> Option<Box<Charges>> {
        if *form == ChargesForm::default() {
            return None;
        }
        let mut read = |text: &str| self.number(Field::Charge, text, Money::read);
        let charges = Charges {
            freight: read(&form.freight),
            duty: read(&form.duty),
            brokerage: read(&form.brokerage),
            waste: read(&form.waste),
            included: form.included.meaning(),
            documented: form.documented.meaning(),
            imported: form.imported.meaning(),
        };
        if charges.included.is_none() && charges.sum().is_some_and(|sum| !sum.is_zero()) {
            self.tell(Severity::Missing, Field::Charge, Problem::InclusionMissing);
        }
        Some(Box::new(charges))
    }

    /// A material from a stock of fungible ones counts by the part of it that does not originate; rounded up to the
    /// millionth of a dollar, never in favour of the good.
    fn stock(&mut self, form: &StockForm, material: &mut Material) {
        let Some(method) = form.method.meaning() else { return };
        let mut entries = Vec::with_capacity(form.entries.len());
        for entry in &form.entries {
            let Some(quantity) = self.needed(Field::StockQuantity, &entry.quantity, Quantity::read) else {
                material.origin = MaterialOrigin::Unknown;
                return;
            };
            entries.push(match entry.kind.meaning() {
                Some(originates) => StockEntry::In { originates, quantity },
                None => StockEntry::Out(quantity),
            });
        }
        match foreign_part(method, &entries) {
            Ok(foreign) => {
                let none = foreign.part == 0;
                material.origin =
                    if none { MaterialOrigin::Originating } else { MaterialOrigin::NonOriginating };
                material.value = material.value.and_then(|value| part_of(value, foreign));
            }
            Err(problem) => {
                material.origin = MaterialOrigin::Unknown;
                self.tell(Severity::Error, Field::StockQuantity, Problem::Stock(problem));
            }
        }
    }
}

/// The part of an amount, rounded up. Nothing where it leaves 128 bits, which no stock of a supplier does.
fn part_of(value: Money, fraction: Fraction) -> Option<Money> {
    let product = value.millionths().checked_mul(fraction.part)?;
    Money::from_millionths(product.checked_add(fraction.whole - 1)? / fraction.whole).ok()
}
