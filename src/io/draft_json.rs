//! The fields of a draft in JSON, read and written. Tests hold them against what serde derives from the same types.

use super::json::{Kind, Read, Reader, Writer};
use crate::draft::{Draft, GoodForm, LineForm, MaterialForm, PartForm, StatementForm};

/// Reads a draft.
pub(super) fn read(reader: &mut Reader<'_>, draft: &mut Draft) -> Read {
    reader.object(&mut |reader, name| match name {
        "title" => reader.text(&mut draft.title),
        "rule_set" => choose(reader, &mut |name| draft.rule_set.choose(name)),
        "basis" => choose(reader, &mut |name| draft.basis.choose(name)),
        "threshold_percent" => reader.text(&mut draft.threshold_percent),
        "closing_day" => reader.text(&mut draft.closing_day),
        "lines" => all(reader, &mut draft.lines, line),
        _ => Err(Kind::Field),
    })
}

fn line(reader: &mut Reader<'_>, line: &mut LineForm) -> Read {
    reader.object(&mut |reader, name| match name {
        "id" => reader.number(&mut line.id),
        "kind" => choose(reader, &mut |name| line.kind.choose(name)),
        "description" => reader.text(&mut line.description),
        "quantity" => reader.text(&mut line.quantity),
        "unit_price" => reader.text(&mut line.unit_price),
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
        "net_cost" => reader.text(&mut good.net_cost),
        "total_cost" => reader.text(&mut good.total_cost),
        "method" => choose(reader, &mut |name| good.method.choose(name)),
        "materials" => all(reader, &mut good.materials, material),
        "all_listed" => reader.flag(&mut good.all_listed),
        "answers" => reader.object(&mut |reader, key| {
            let mut answer = false;
            reader.flag(&mut answer)?;
            good.answers.insert(key.to_owned(), answer);
            Ok(())
        }),
        _ => Err(Kind::Field),
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
        to.name("net_cost").text(&good.net_cost);
        to.name("total_cost").text(&good.total_cost);
        to.name("method").text(&good.method.name());
        let materials =
            &mut |to: &mut Writer| good.materials.iter().for_each(|it| write_material(to.item(), it));
        to.name("materials").list(materials);
        to.name("all_listed").flag(good.all_listed);
        to.name("answers").object(&mut |to| good.answers.iter().for_each(|(key, is)| to.name(key).flag(is)));
    });
}

fn write_material(to: &mut Writer, material: &MaterialForm) {
    to.object(&mut |to| {
        to.name("id").number(material.id);
        to.name("description").text(&material.description);
        to.name("code").text(&material.code);
        to.name("value").text(&material.value);
        to.name("origin").text(&material.origin.name());
        to.name("relation").text(&material.relation.name());
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
