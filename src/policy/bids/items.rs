//! Item by item: the machine runs once for each item, over the bids that offer it.

use super::bid::{Bid, Process};
use super::machine::{Handling, handle};

/// A bid with the items it offers and those it marks as Canadian in its certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemBid {
    /// The bid as a whole: its certificates stand for the items that it marks.
    pub bid: Bid,
    /// The items offered.
    pub offers: Vec<String>,
    /// The items marked.
    pub marks: Vec<String>,
}

/// One item's handling. Bids are named by their place in the whole list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemHandling {
    /// The item.
    pub item: String,
    /// Certificates counted for this item alone: the default.
    pub per_item: Handling,
    /// Certificates counted once, whatever they mark: the other reading of Q13.
    pub once: Handling,
}

/// Every item that a bid offers, in the order in which they first stand. Source: SM36 4.3, 5.2; Q13.
pub fn by_item(process: &Process, bids: &[ItemBid]) -> Vec<ItemHandling> {
    let mut items: Vec<&String> = Vec::new();
    for bid in bids {
        for item in &bid.offers {
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    let mut handled = Vec::new();
    for item in items {
        let mut places = Vec::new();
        let mut marked = Vec::new();
        let mut whole = Vec::new();
        for (at, it) in bids.iter().enumerate() {
            if !it.offers.contains(item) {
                continue;
            }
            let marks = it.marks.contains(item);
            places.push(at);
            marked.push(Bid { certified: it.bid.certified && marks, late: it.bid.late && marks, ..it.bid });
            whole.push(it.bid);
        }
        handled.push(ItemHandling {
            item: item.clone(),
            per_item: named(handle(process, &marked), &places),
            once: named(handle(process, &whole), &places),
        });
    }
    handled
}

/// The same with the bids named by their places in the whole list.
fn named(mut handling: Handling, places: &[usize]) -> Handling {
    for at in handling.evaluated.iter_mut().chain(&mut handling.awardable) {
        *at = places.get(*at).copied().unwrap_or(*at);
    }
    for (at, _) in &mut handling.out {
        *at = places.get(*at).copied().unwrap_or(*at);
    }
    handling
}
