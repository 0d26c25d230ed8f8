//! What happened to the bids and when, replayed in order of days.

use super::form::{Form, bare, cell};
use super::handle::{Asked, Received, fate_name, then};
use crate::i18n::{self, Words};
use crate::policy::bids::{Bid, Days, Event, Fate, Misfit, Process, What, replay};
use crate::present::sheet::{Block, RowBlock, RowsBlock, field_of};
use crate::present::views::Mark;

/// The events as typed, each with what is wrong with it, and the table of what followed.
pub(super) fn put(form: &mut Form<'_>, process: Option<Process>, asked: &Asked, received: &Received) {
    let w = form.words;
    let ids = form.values.ids("event");
    form.fold(w.handle_events(), !ids.is_empty(), |form| {
        form.hint(w.handle_events_hint());
        let (mut rows, events) = read(form, received, &ids);
        let known: Vec<Event> = events.iter().flatten().copied().collect();
        let replayed = match (process, asked.closing) {
            (Some(process), Some(closing)) => {
                let days = Days { closing, deadline: asked.deadline };
                // The certificates of the list stand; what became of the bids is what the events say.
                let mut bids: Vec<Bid> = received.bids.clone();
                bids.iter_mut().for_each(|bid| bid.fate = Fate::Stands);
                Some(replay(&process, days, &bids, &known))
            }
            _ => None,
        };
        // Which row each known event stands in.
        let mut at_row = Vec::new();
        for (row, event) in events.iter().enumerate() {
            if event.is_some() {
                at_row.push(row);
            }
        }
        for misfit in replayed.as_ref().map(|(_, misfits)| misfits.as_slice()).unwrap_or_default() {
            let Some((at, text)) = misfit_text(w, *misfit) else { continue };
            if let Some(row) = at_row.get(at).and_then(|row| rows.get_mut(*row)) {
                row.result = Some((Mark::No, text));
            }
        }
        form.put(Block::Rows(RowsBlock {
            name: String::from("event"),
            caption: w.handle_events(),
            rows,
            add: w.handle_event_add(),
        }));
        match replayed {
            Some((moments, _)) if !known.is_empty() => {
                let mut cells = Vec::new();
                for moment in &moments {
                    let event = moment.event.and_then(|at| known.get(at));
                    let what = event.map_or_else(
                        || w.handle_closed(),
                        |event| w.labelled(&received.named(&[event.bid]), &what_name(w, event.what)),
                    );
                    cells.push(vec![
                        cell(i18n::day(moment.day)),
                        cell(what),
                        cell(then(w, received, moment.handling.outcome, &moment.handling.awardable)),
                    ]);
                }
                let head = vec![w.handle_col_day(), w.handle_col_event(), w.handle_col_then()];
                form.table(w.handle_events(), head, cells);
            }
            None if !known.is_empty() => form.note(Mark::Unknown, w.handle_needs_closing(), None),
            _ => {}
        }
    });
}

fn read(form: &Form<'_>, received: &Received, ids: &[String]) -> (Vec<RowBlock>, Vec<Option<Event>>) {
    let w = form.words;
    let bid_ids = form.values.ids("bid");
    let mut choices: Vec<(&str, String)> = Vec::new();
    for (id, name) in bid_ids.iter().zip(&received.names) {
        choices.push((id, name.clone()));
    }
    let whats = [
        ("certificate", w.handle_event_certificate()),
        ("out", w.handle_fate_out()),
        ("gone", w.handle_fate_gone()),
        ("untrue", w.handle_fate_untrue()),
        ("awarded", w.handle_event_awarded()),
    ];
    let mut rows = Vec::new();
    let mut events = Vec::new();
    for id in ids {
        let of = |name: &str| field_of("event", id, name);
        let (day_block, day) = form.day_field(&of("day"), bare(w.handle_event_day()));
        let (bid_block, bid) = form.pick_field(&of("bid"), bare(w.handle_event_bid()), &choices);
        let (what_block, what) = form.pick_field(&of("what"), bare(w.handle_event_what()), &whats);
        let what = what.map(|at| match at {
            0 => What::Certificate,
            1 => What::NonResponsive,
            2 => What::Withdrawn,
            3 => What::Untrue,
            _ => What::Awarded,
        });
        let event = match (day, bid, what) {
            (Some(day), Some(bid), Some(what)) => Some(Event { day, bid, what }),
            _ => None,
        };
        let open = event.is_none().then(|| (Mark::Unknown, w.handle_event_open()));
        rows.push(RowBlock {
            id: id.clone(),
            name: w.handle_event(id),
            fields: vec![day_block, bid_block, what_block],
            result: open,
            remove: w.handle_event_remove(),
        });
        events.push(event);
    }
    (rows, events)
}

fn what_name(w: &Words, what: What) -> String {
    match what {
        What::Certificate => w.handle_event_certificate(),
        What::NonResponsive => fate_name(w, Fate::NonResponsive),
        What::Withdrawn => fate_name(w, Fate::Withdrawn),
        What::Untrue => fate_name(w, Fate::Untrue),
        What::Awarded => w.handle_event_awarded(),
    }
}

/// The place of the event that does not fit, and why. Nothing for what is told beside another field.
fn misfit_text(w: &Words, misfit: Misfit) -> Option<(usize, String)> {
    Some(match misfit {
        Misfit::DeadlineBeforeClosing => return None,
        Misfit::BeforeClosing(at) => (at, w.misfit_before()),
        Misfit::NoSuchBid(at) => (at, w.misfit_no_bid()),
        Misfit::AwardedAfterFall(at) => (at, w.misfit_fallen()),
        Misfit::NotAwardable(at) => (at, w.misfit_not_awardable()),
        Misfit::SecondAward(at) => (at, w.misfit_second()),
        Misfit::FellAfterAward(at) => (at, w.misfit_after_award()),
        Misfit::TooLate(at) => (at, w.misfit_late()),
    })
}
