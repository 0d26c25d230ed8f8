//! Services split among people, the other reading of them, and items each by itself.

use crate::bids::{decided, draft, outcome};
use crate::table;
use canadian_content::decide::{BidAnswer, LineStatus, Reason};
use canadian_content::draft::BasisForm;

#[test]
fn one_service() {
    table::check(include_str!("../data/services.txt"), |row| {
        let line = [row.cell("price"), " (", row.cell("people"), ")"].concat();
        let (_, _, decision) = decided(&draft(&line, "", BasisForm::Aggregate));
        let line = &decision.lines[0];
        let amount = |of: fn(canadian_content::share::Part) -> canadian_content::units::Money| {
            line.part.map(|part| of(part).to_string()).unwrap_or_default()
        };
        let problem = match line.reason {
            Reason::Service(Some(answer)) => answer.problem.map(|problem| format!("{problem:?}")),
            _ => None,
        };
        let status = match line.status {
            LineStatus::Canadian => "yes",
            LineStatus::NotCanadian => "no",
            LineStatus::Partly => "part",
            LineStatus::Undetermined => "?",
        };
        vec![
            ("status", status.to_owned()),
            ("canadian", amount(|part| part.canadian())),
            ("open", amount(|part| part.undetermined())),
            ("problem", problem.unwrap_or_default()),
        ]
    });
}

#[test]
fn the_other_reading_is_told_where_it_turns_the_verdict() {
    table::check(include_str!("../data/readings.txt"), |row| {
        let (_, _, decision) = decided(&draft(row.cell("lines"), row.cell("asked"), BasisForm::Aggregate));
        let BidAnswer::Aggregate { share, other_reading } = &decision.answer else { return Vec::new() };
        let other = other_reading.as_ref().map(|other| outcome(other.outcome).to_owned());
        vec![("pro rata", outcome(share.outcome).to_owned()), ("otherwise", other.unwrap_or_default())]
    });
}

#[test]
fn item_by_item_each_stands_alone() {
    table::check(include_str!("../data/items.txt"), |row| {
        let (_, _, decision) = decided(&draft(row.cell("lines"), row.cell("asked"), BasisForm::ItemByItem));
        let BidAnswer::ItemByItem(items) = &decision.answer else { return Vec::new() };
        let list = |ids: &[canadian_content::case::LineId]| {
            ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ")
        };
        vec![
            ("yes", list(&items.canadian)),
            ("no", list(&items.not_canadian)),
            ("open", list(&items.undetermined)),
        ]
    });
}
