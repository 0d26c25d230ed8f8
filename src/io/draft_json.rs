//! The fields of a draft in JSON, read and written. Tests hold them against what serde derives from the same types.

use super::draft_file::{OF_DRAFT, OF_LINE};
use super::json::{self, Kind, Read, Reader, Writer};
use crate::draft::{
    AnswersForm, ChargesForm, CodeEditionForm, CostsForm, Draft, FactAnswer, GoodForm, LineForm, MadeForm,
    MaterialForm, NoticeForm, ObtainedForm, PartForm, PurposeForm, RoleForm, SaleForm, StatementForm,
    StockEntryForm, StockForm, TextileRuleForm, VehicleUseForm,
};

/// Reads a draft.
pub(super) fn read(reader: &mut Reader<'_>, draft: &mut Draft) -> Read {
    reader.object(&mut |reader, name| match name {
        "title" => reader.text(&mut draft.title),
        "rule_set" => choose(reader, &mut |name| draft.rule_set.choose(name)),
        "basis" => choose(reader, &mut |name| draft.basis.choose(name)),
        "threshold_percent" => reader.text(&mut draft.threshold_percent),
        "closing_day" => reader.text(&mut draft.closing_day),
        "code_edition" => choose(reader, &mut |name| draft.code_edition.choose(name)),
        "textile_rule" => choose(reader, &mut |name| draft.textile_rule.choose(name)),
        "other_readings" => answers(reader, &mut draft.other_readings),
        "notice" => notice(reader, &mut draft.notice),
        "lines" => all(reader, &mut draft.lines, line),
        _ => Err(Kind::Field),
    })
}

fn notice(reader: &mut Reader<'_>, notice: &mut NoticeForm) -> Read {
    reader.object(&mut |reader, name| {
        let mut read = String::new();
        reader.text(&mut read)?;
        notice.0.push((name.to_owned(), read));
        Ok(())
    })
}

fn line(reader: &mut Reader<'_>, line: &mut LineForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "id" => reader.number(&mut line.id),
        "kind" => choose(reader, &mut |name| line.kind.choose(name)),
        "description" => reader.text(&mut line.description),
        "quantity" => reader.text(&mut line.quantity),
        "unit_price" => reader.text(&mut line.unit_price),
        "role" => choose(reader, &mut |name| line.role.choose(name)),
        "goes_with" => reader.number(&mut line.goes_with),
        "origin_by" => choose(reader, &mut |name| line.origin_by.choose(name)),
        "good" => good(reader, &mut line.good),
        "statement" => statement(reader, &mut line.statement),
        "parts" => all(reader, &mut line.parts, part),
        _ => Err(Kind::Field),
    })
}

fn good(reader: &mut Reader<'_>, good: &mut GoodForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "code" => reader.text(&mut good.code),
        "made_in_canada" => choose(reader, &mut |name| good.made_in_canada.choose(name)),
        "transaction_value" => reader.text(&mut good.transaction_value),
        "sale" => choose(reader, &mut |name| good.sale.choose(name)),
        "related_units_percent" => reader.text(&mut good.related_units_percent),
        "shipment_included" => reader.text(&mut good.shipment_included),
        "inland_not_included" => reader.text(&mut good.inland_not_included),
        "net_cost" => reader.text(&mut good.net_cost),
        "total_cost" => reader.text(&mut good.total_cost),
        "costs" => costs(reader, &mut good.costs),
        "obtained" => choose(reader, &mut |name| good.obtained.choose(name)),
        "non_qualifying" => reader.flag(&mut good.non_qualifying),
        "is_set" => reader.flag(&mut good.is_set),
        "weight" => reader.text(&mut good.weight),
        "vehicle_use" => choose(reader, &mut |name| good.vehicle_use.choose(name)),
        "method" => choose(reader, &mut |name| good.method.choose(name)),
        "materials" => all(reader, &mut good.materials, material),
        "all_listed" => reader.flag(&mut good.all_listed),
        "answers" => answers(reader, &mut good.answers),
        _ => Err(Kind::Field),
    })
}

fn answers(reader: &mut Reader<'_>, answers: &mut AnswersForm) -> Read {
    reader.object(&mut |reader, key| {
        let mut answer = None;
        reader.flag_or_null(&mut answer)?;
        answers.insert(key, answer);
        Ok(())
    })
}

fn material(reader: &mut Reader<'_>, material: &mut MaterialForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "id" => reader.number(&mut material.id),
        "description" => reader.text(&mut material.description),
        "code" => reader.text(&mut material.code),
        "value" => reader.text(&mut material.value),
        "origin" => choose(reader, &mut |name| material.origin.choose(name)),
        "relation" => choose(reader, &mut |name| material.relation.choose(name)),
        "purpose" => choose(reader, &mut |name| material.purpose.choose(name)),
        "charges" => charges(reader, &mut material.charges),
        "weight" => reader.text(&mut material.weight),
        "elastomeric" => reader.flag(&mut material.elastomeric),
        "in_component" => choose(reader, &mut |name| material.in_component.choose(name)),
        "goes_into" => reader.number(&mut material.goes_into),
        "made" => made(reader, &mut material.made),
        "stock" => stock(reader, &mut material.stock),
        _ => Err(Kind::Field),
    })
}

fn costs(reader: &mut Reader<'_>, costs: &mut CostsForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "sales_promotion" => reader.text(&mut costs.sales_promotion),
        "royalties" => reader.text(&mut costs.royalties),
        "shipping_packing" => reader.text(&mut costs.shipping_packing),
        "interest" => reader.text(&mut costs.interest),
        _ => Err(Kind::Field),
    })
}

fn charges(reader: &mut Reader<'_>, charges: &mut ChargesForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "freight" => reader.text(&mut charges.freight),
        "duty" => reader.text(&mut charges.duty),
        "brokerage" => reader.text(&mut charges.brokerage),
        "waste" => reader.text(&mut charges.waste),
        "included" => choose(reader, &mut |name| charges.included.choose(name)),
        "documented" => choose(reader, &mut |name| charges.documented.choose(name)),
        "imported" => choose(reader, &mut |name| charges.imported.choose(name)),
        _ => Err(Kind::Field),
    })
}

fn made(reader: &mut Reader<'_>, made: &mut MadeForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "by" => choose(reader, &mut |name| made.by.choose(name)),
        "transaction_value" => reader.text(&mut made.transaction_value),
        "net_cost" => reader.text(&mut made.net_cost),
        "total_cost" => reader.text(&mut made.total_cost),
        "method" => choose(reader, &mut |name| made.method.choose(name)),
        "vehicle_use" => choose(reader, &mut |name| made.vehicle_use.choose(name)),
        "all_listed" => reader.flag(&mut made.all_listed),
        _ => Err(Kind::Field),
    })
}

fn stock(reader: &mut Reader<'_>, stock: &mut StockForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "method" => choose(reader, &mut |name| stock.method.choose(name)),
        "entries" => all(reader, &mut stock.entries, stock_entry),
        _ => Err(Kind::Field),
    })
}

fn stock_entry(reader: &mut Reader<'_>, entry: &mut StockEntryForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "kind" => choose(reader, &mut |name| entry.kind.choose(name)),
        "quantity" => reader.text(&mut entry.quantity),
        _ => Err(Kind::Field),
    })
}

fn statement(reader: &mut Reader<'_>, statement: &mut StatementForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "canadian" => choose(reader, &mut |name| statement.canadian.choose(name)),
        "basis" => choose(reader, &mut |name| statement.basis.choose(name)),
        "note" => reader.text(&mut statement.note),
        _ => Err(Kind::Field),
    })
}

fn part(reader: &mut Reader<'_>, part: &mut PartForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "id" => reader.number(&mut part.id),
        "who" => reader.text(&mut part.who),
        "amount" => reader.text(&mut part.amount),
        "place" => choose(reader, &mut |name| part.place.choose(name)),
        _ => Err(Kind::Field),
    })
}

/// Reads an object into a line of the draft, into its good, or into one of its materials: the fields that it has are set, the others
/// stay. Whether there is such a good or material, and such fields.
pub(super) fn set(draft: &mut Draft, line: u32, item: u32, fields: &str) -> bool {
    if item == OF_DRAFT {
        return json::whole(fields, &mut |reader| read(reader, draft)).is_ok();
    }
    let Some(line) = draft.lines.iter_mut().find(|it| it.id == line) else { return false };
    if item == OF_LINE {
        return json::whole(fields, &mut |reader| self::line(reader, line)).is_ok();
    }
    if item == 0 {
        return json::whole(fields, &mut |reader| good(reader, &mut line.good)).is_ok();
    }
    let found = line.good.materials.iter_mut().find(|it| it.id == item);
    found.is_some_and(|it| json::whole(fields, &mut |reader| material(reader, it)).is_ok())
}

/// Reads the name of a choice, and hands it to what knows the choices.
fn choose(reader: &mut Reader<'_>, known: &mut dyn FnMut(&str) -> bool) -> Read {
    let mut name = String::new();
    reader.text(&mut name)?;
    if known(&name) { Ok(()) } else { Err(Kind::Field) }
}

fn all<T: Default>(
    reader: &mut Reader<'_>,
    into: &mut Vec<T>,
    one: fn(&mut Reader<'_>, &mut T) -> Read,
) -> Read {
    reader.list(&mut |reader| {
        let mut item = T::default();
        one(reader, &mut item)?;
        into.push(item);
        Ok(())
    })
}

/// Writes a draft.
pub(super) fn write(to: &mut Writer, draft: &Draft) {
    to.object(&mut |to| {
        to.name("title").text(&draft.title);
        to.name("rule_set").text(&draft.rule_set.name());
        to.name("basis").text(&draft.basis.name());
        to.name("threshold_percent").text(&draft.threshold_percent);
        to.name("closing_day").text(&draft.closing_day);
        if draft.code_edition != CodeEditionForm::default() {
            to.name("code_edition").text(&draft.code_edition.name());
        }
        if draft.textile_rule != TextileRuleForm::default() {
            to.name("textile_rule").text(&draft.textile_rule.name());
        }
        if draft.other_readings != AnswersForm::default() {
            write_answers(to.name("other_readings"), &draft.other_readings);
        }
        if !draft.notice.0.is_empty() {
            to.name("notice").object(&mut |to| {
                for (name, read) in &draft.notice.0 {
                    to.name(name).text(read);
                }
            });
        }
        to.name("lines").list(&mut |to| draft.lines.iter().for_each(|line| write_line(to.item(), line)));
    });
}

fn write_line(to: &mut Writer, line: &LineForm) {
    to.object(&mut |to| {
        to.name("id").number(line.id);
        to.name("kind").text(&line.kind.name());
        to.name("description").text(&line.description);
        to.name("quantity").text(&line.quantity);
        to.name("unit_price").text(&line.unit_price);
        if line.role != RoleForm::default() {
            to.name("role").text(&line.role.name());
        }
        if line.goes_with != 0 {
            to.name("goes_with").number(line.goes_with);
        }
        to.name("origin_by").text(&line.origin_by.name());
        write_good(to.name("good"), &line.good);
        to.name("statement").object(&mut |to| {
            to.name("canadian").text(&line.statement.canadian.name());
            to.name("basis").text(&line.statement.basis.name());
            to.name("note").text(&line.statement.note);
        });
        to.name("parts").list(&mut |to| line.parts.iter().for_each(|part| write_part(to.item(), part)));
    });
}

fn write_good(to: &mut Writer, good: &GoodForm) {
    to.object(&mut |to| {
        to.name("code").text(&good.code);
        to.name("made_in_canada").text(&good.made_in_canada.name());
        to.name("transaction_value").text(&good.transaction_value);
        // What few goods need is written where it was filled in.
        if good.sale != SaleForm::default() {
            to.name("sale").text(&good.sale.name());
        }
        text(to, "related_units_percent", &good.related_units_percent);
        text(to, "shipment_included", &good.shipment_included);
        text(to, "inland_not_included", &good.inland_not_included);
        to.name("net_cost").text(&good.net_cost);
        to.name("total_cost").text(&good.total_cost);
        if good.costs != CostsForm::default() {
            to.name("costs").object(&mut |to| {
                text(to, "sales_promotion", &good.costs.sales_promotion);
                text(to, "royalties", &good.costs.royalties);
                text(to, "shipping_packing", &good.costs.shipping_packing);
                text(to, "interest", &good.costs.interest);
            });
        }
        if good.obtained != ObtainedForm::default() {
            to.name("obtained").text(&good.obtained.name());
        }
        flag(to, "non_qualifying", good.non_qualifying);
        flag(to, "is_set", good.is_set);
        text(to, "weight", &good.weight);
        used(to, good.vehicle_use);
        to.name("method").text(&good.method.name());
        let materials =
            &mut |to: &mut Writer| good.materials.iter().for_each(|it| write_material(to.item(), it));
        to.name("materials").list(materials);
        to.name("all_listed").flag(good.all_listed);
        write_answers(to.name("answers"), &good.answers);
    });
}

fn write_answers(to: &mut Writer, answers: &AnswersForm) {
    to.object(&mut |to| answers.iter().for_each(|(key, is)| to.name(key).flag_or_null(is)));
}

fn write_material(to: &mut Writer, material: &MaterialForm) {
    to.object(&mut |to| {
        to.name("id").number(material.id);
        to.name("description").text(&material.description);
        to.name("code").text(&material.code);
        to.name("value").text(&material.value);
        to.name("origin").text(&material.origin.name());
        to.name("relation").text(&material.relation.name());
        if material.purpose != PurposeForm::default() {
            to.name("purpose").text(&material.purpose.name());
        }
        if material.charges != ChargesForm::default() {
            write_charges(to.name("charges"), &material.charges);
        }
        text(to, "weight", &material.weight);
        flag(to, "elastomeric", material.elastomeric);
        if material.in_component != FactAnswer::default() {
            to.name("in_component").text(&material.in_component.name());
        }
        if material.goes_into != 0 {
            to.name("goes_into").number(material.goes_into);
        }
        if material.made != MadeForm::default() {
            write_made(to.name("made"), &material.made);
        }
        if material.stock != StockForm::default() {
            write_stock(to.name("stock"), &material.stock);
        }
    });
}

/// What a part of vehicles is for, where somebody said.
fn used(to: &mut Writer, usage: VehicleUseForm) {
    if usage != VehicleUseForm::default() {
        to.name("vehicle_use").text(&usage.name());
    }
}

/// A text that was filled in.
fn text(to: &mut Writer, name: &str, text: &str) {
    if !text.is_empty() {
        to.name(name).text(text);
    }
}

/// A mark that was set.
fn flag(to: &mut Writer, name: &str, flag: bool) {
    if flag {
        to.name(name).flag(true);
    }
}

fn write_charges(to: &mut Writer, charges: &ChargesForm) {
    to.object(&mut |to| {
        text(to, "freight", &charges.freight);
        text(to, "duty", &charges.duty);
        text(to, "brokerage", &charges.brokerage);
        text(to, "waste", &charges.waste);
        to.name("included").text(&charges.included.name());
        to.name("documented").text(&charges.documented.name());
        if charges.imported != FactAnswer::default() {
            to.name("imported").text(&charges.imported.name());
        }
    });
}

fn write_made(to: &mut Writer, made: &MadeForm) {
    to.object(&mut |to| {
        to.name("by").text(&made.by.name());
        text(to, "transaction_value", &made.transaction_value);
        text(to, "net_cost", &made.net_cost);
        text(to, "total_cost", &made.total_cost);
        to.name("method").text(&made.method.name());
        used(to, made.vehicle_use);
        to.name("all_listed").flag(made.all_listed);
    });
}

fn write_stock(to: &mut Writer, stock: &StockForm) {
    to.object(&mut |to| {
        to.name("method").text(&stock.method.name());
        to.name("entries").list(&mut |to| {
            for entry in &stock.entries {
                to.item().object(&mut |to| {
                    to.name("kind").text(&entry.kind.name());
                    to.name("quantity").text(&entry.quantity);
                });
            }
        });
    });
}

fn write_part(to: &mut Writer, part: &PartForm) {
    to.object(&mut |to| {
        to.name("id").number(part.id);
        to.name("who").text(&part.who);
        to.name("amount").text(&part.amount);
        to.name("place").text(&part.place.name());
    });
}
