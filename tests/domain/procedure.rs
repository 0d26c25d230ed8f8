//! The procedure: applicability, bid handling, Buy Canadian figures, as tables; and what holds for all bids.

use crate::table::{self, Row, unreadable};
use canadian_content::finding::Finding;
use canadian_content::policy::bids::{Bid, Fate, Handling, Mode, Outcome, Process, handle};
use canadian_content::policy::questions::{Question, REGISTER, Readings};
use canadian_content::policy::regimes::buy_canadian::{
    CONTENT_WEIGHT, RatedOffer, Weights, point_rated, price_based, supplier_credit,
};
use canadian_content::policy::scope::{self, Aid, Buyer, Purchase, Taxes, applies};
use canadian_content::units::{Day, Money, Percent, read_decimal};

fn purchase(row: &Row<'_>) -> Purchase {
    let mut purchase = Purchase::PLAIN;
    purchase.value = Money::read(row.cell("value")).ok();
    purchase.taxes = match row.cell("taxes") {
        "in" => Taxes::In,
        "out" => Taxes::Out,
        _ => Taxes::Unknown,
    };
    purchase.published = Day::read(row.cell("published"));
    for fact in row.cell("facts").split("; ").filter(|fact| !fact.is_empty()) {
        let (name, to) = match (fact.strip_prefix("not "), fact.strip_suffix(" ?")) {
            (Some(name), _) => (name, Finding::No),
            (None, Some(name)) => (name, Finding::Unknown),
            (None, None) => (fact, Finding::Yes),
        };
        match name {
            "competitive" => purchase.competitive = to,
            "buyer dnd" => purchase.buyer = Some(Buyer::Defence),
            "buyer other" => purchase.buyer = Some(Buyer::Other),
            "defence" => purchase.defence_supplies = to,
            "construction" => purchase.construction = to,
            "category" => purchase.former_category = to,
            "international" => purchase.international = to,
            "aid furtherance" => purchase.aid = Some(Aid::Furtherance),
            "aid own" => purchase.aid = Some(Aid::OwnAccount),
            "abroad" => purchase.office_abroad = to,
            "cabinet" => purchase.cabinet = to,
            "sector" => purchase.sector = to,
            "exception" => purchase.exception = to,
            _ => unreadable(row.id, &format!("no such fact: {fact}")),
        }
    }
    purchase
}

#[test]
fn the_applicability_table() {
    let numbers =
        |rows: Vec<scope::Row>| rows.iter().map(|row| row.number().to_string()).collect::<Vec<_>>().join(" ");
    table::check(include_str!("../data/scope.txt"), |row| {
        let answer = applies(&purchase(row), Readings::DEFAULT);
        vec![
            ("verdict", answer.outcome.map_or("open", |it| it.id()).to_owned()),
            ("row", answer.row.map(|it| it.number().to_string()).unwrap_or_default()),
            ("hits", numbers(answer.hits())),
            ("open", numbers(answer.open())),
        ]
    });
}

#[test]
fn without_facts_nothing_is_said() {
    let answer = applies(&Purchase::BLANK, Readings::DEFAULT);
    assert_eq!((answer.outcome, answer.row, answer.why.finding), (None, None, Finding::Unknown));
    assert!(answer.hits().is_empty());
}

#[test]
fn the_day_itself_may_be_read_either_way() {
    let mut of_the_day = Purchase::PLAIN;
    of_the_day.value = Money::read("5000000").ok();
    of_the_day.sector = Finding::Yes;
    of_the_day.published = Day::read("2026-06-15");
    let row = |readings| applies(&of_the_day, readings).row.map(scope::Row::number);
    assert_eq!(row(Readings::DEFAULT), Some(10));
    assert_eq!(row(Readings::DEFAULT.turned(Question::OnTheDay)), Some(11));
}

fn bids(row: &Row<'_>) -> (Vec<String>, Vec<Bid>) {
    let mut names = Vec::new();
    let mut bids = Vec::new();
    for text in row.cell("bids").split("; ").filter(|text| !text.is_empty()) {
        let mut words = text.split(' ');
        names.push(words.next().unwrap_or_default().to_owned());
        let mut bid = Bid::PLAIN;
        for word in words {
            match word {
                "-" => {}
                "cert" => bid.certified = true,
                "late" => bid.late = true,
                "out" => bid.fate = Fate::NonResponsive,
                "gone" => bid.fate = Fate::Withdrawn,
                "untrue" => bid.fate = Fate::Untrue,
                "defective" => bid.fate = Fate::Defective,
                "phase" => bid.fell_in_phases = true,
                _ => match word.strip_prefix("sup=").and_then(|number| number.parse().ok()) {
                    Some(supplier) => bid.supplier = Some(supplier),
                    None => unreadable(row.id, &format!("no such word: {word}")),
                },
            }
        }
        bids.push(bid);
    }
    (names, bids)
}

#[test]
fn bid_handling_as_a_table() {
    table::check(include_str!("../data/bids.txt"), |row| {
        let (names, bids) = bids(row);
        let mut readings = Readings::DEFAULT;
        for id in row.cell("readings").split(' ').filter(|id| !id.is_empty()) {
            let question = REGISTER.into_iter().find(|question| question.id() == id);
            readings = readings.turned(question.unwrap_or_else(|| unreadable(row.id, id)));
        }
        let process = Process {
            mode: match row.cell("mode") {
                "open" => Mode::Open,
                "solely with" => Mode::SolelyWithBid,
                "solely ask" => Mode::SolelyOnRequest,
                _ => Mode::Conditional,
            },
            needed: row.cell("needed").parse().unwrap_or_else(|_| unreadable(row.id, "needed")),
            phased: true,
            readings,
        };
        let handled = handle(&process, &bids);
        let named =
            |places: &[usize]| places.iter().map(|at| names[*at].clone()).collect::<Vec<_>>().join(" ");
        let steps: Vec<&str> = handled.steps.iter().map(|step| step.id()).collect();
        vec![
            ("outcome", handled.outcome.id().to_owned()),
            ("evaluated", named(&handled.evaluated)),
            ("awardable", named(&handled.awardable)),
            ("steps", steps.join(" ")),
        ]
    });
}

/// Every bid that the annex tells apart: certificate at closing, later, and whether it stands.
fn every_bid() -> Vec<Bid> {
    let mut all = Vec::new();
    for certified in [false, true] {
        for late in [false, true] {
            for fate in [Fate::Stands, Fate::NonResponsive] {
                all.push(Bid { certified, late, fate, ..Bid::PLAIN });
            }
        }
    }
    all
}

/// Calls `see` with every list of up to four of these bids.
fn every_list(of: &[Bid], see: &mut dyn FnMut(&[Bid])) {
    let mut lists: Vec<Vec<Bid>> = vec![Vec::new()];
    for _ in 0..=4 {
        let mut longer = Vec::new();
        for list in &lists {
            see(list);
            for bid in of {
                longer.push([list.as_slice(), &[*bid]].concat());
            }
        }
        lists = longer;
    }
}

/// What must hold of every handling, whatever the bids.
fn is_one_outcome(process: &Process, bids: &[Bid], handled: &Handling) {
    let case = || format!("{process:?} {bids:?} {handled:?}");
    assert_eq!(handled.outcome == Outcome::Awardable, !handled.awardable.is_empty(), "{}", case());
    let solely = matches!(process.mode, Mode::SolelyWithBid | Mode::SolelyOnRequest);
    assert!(handled.outcome != Outcome::Reissue || solely, "{}", case());
    assert!(handled.awardable.iter().all(|at| handled.evaluated.contains(at)), "{}", case());
    // Every bid is either still in or out for one reason.
    let mut seen: Vec<usize> =
        handled.awardable.iter().copied().chain(handled.out.iter().map(|(at, _)| *at)).collect();
    seen.sort_unstable();
    assert_eq!(seen, (0..bids.len()).collect::<Vec<_>>(), "{}", case());
}

#[test]
fn every_combination_of_up_to_four_bids_ends_in_exactly_one_outcome() {
    let mut count = 0;
    for mode in Mode::ALL {
        let process = Process { mode, needed: 2, phased: false, readings: Readings::DEFAULT };
        every_list(&every_bid(), &mut |bids| {
            is_one_outcome(&process, bids, &handle(&process, bids));
            count += 1;
        });
    }
    println!("{count} combinations of mode and up to four bids, each with exactly one outcome");
    assert_eq!(count, 18_724, "four modes, and 1 + 8 + 64 + 512 + 4,096 lists of bids");
}

#[test]
fn so_does_every_reading_of_the_open_questions() {
    let questions =
        [Question::Recount, Question::Returns, Question::AllFall, Question::AskLater, Question::CountedWhen];
    let mut of = Vec::new();
    for certified in [false, true] {
        for fate in [Fate::Stands, Fate::NonResponsive, Fate::Untrue, Fate::Defective] {
            of.push(Bid { certified, late: !certified, fate, ..Bid::PLAIN });
        }
    }
    for turned in 0..1u32 << questions.len() {
        let mut readings = Readings::DEFAULT;
        for (at, question) in questions.into_iter().enumerate() {
            if turned >> at & 1 == 1 {
                readings = readings.turned(question);
            }
        }
        for mode in Mode::ALL {
            let process = Process { mode, needed: 2, phased: false, readings };
            let mut lists: Vec<Vec<Bid>> = vec![Vec::new()];
            for _ in 0..=3 {
                let mut longer = Vec::new();
                for list in &lists {
                    is_one_outcome(&process, list, &handle(&process, list));
                    longer.extend(of.iter().map(|bid| [list.as_slice(), &[*bid]].concat()));
                }
                lists = longer;
            }
        }
    }
}

#[test]
fn a_supplier_who_certifies_truthfully_is_never_worse_off() {
    let mut count = 0;
    for mode in Mode::ALL {
        for needed in [2, 3] {
            let process = Process { mode, needed, phased: false, readings: Readings::DEFAULT };
            every_list(&every_bid(), &mut |bids| {
                for me in 0..bids.len() {
                    if bids[me].certified || bids[me].fate != Fate::Stands {
                        continue;
                    }
                    let mut certified = bids.to_vec();
                    certified[me].certified = true;
                    let (without, with) = (handle(&process, bids), handle(&process, &certified));
                    count += 1;
                    if without.awardable.contains(&me) {
                        assert!(with.awardable.contains(&me), "{process:?} {bids:?} {me}");
                        let no_new_rival = with.awardable.iter().all(|at| without.awardable.contains(at));
                        assert!(no_new_rival, "{process:?} {bids:?} {me}");
                    }
                }
            });
        }
    }
    println!("{count} times a supplier certified who had not, and was never worse off");
    assert!(count > 20_000);
}

#[test]
fn the_order_of_bids_does_not_matter() {
    for mode in Mode::ALL {
        let process = Process { mode, needed: 2, phased: false, readings: Readings::DEFAULT };
        every_list(&every_bid(), &mut |bids| {
            let turned: Vec<Bid> = bids.iter().rev().copied().collect();
            let (a, b) = (handle(&process, bids), handle(&process, &turned));
            let mut mirrored: Vec<usize> = b.awardable.iter().map(|at| bids.len() - 1 - at).collect();
            mirrored.sort_unstable();
            assert_eq!((a.outcome, a.awardable), (b.outcome, mirrored), "{process:?} {bids:?}");
        });
    }
}

#[test]
fn buy_canadian_figures() {
    let money = |row: &Row<'_>, text: &str| Money::read(text).unwrap_or_else(|_| unreadable(row.id, text));
    table::check(include_str!("../data/buy_canadian.txt"), |row| {
        let offers: Vec<Vec<&str>> =
            row.cell("offers").split("; ").map(|offer| offer.split('/').collect()).collect();
        let refused = || ("refused".to_owned(), String::new());
        let (points, rank) = match row.cell("what") {
            "credit" => (supplier_credit(money(row, offers[0][0])).to_string(), String::new()),
            "price" => {
                let (offer, content) = (money(row, offers[0][0]), money(row, offers[0][1]));
                price_based(offer, content, CONTENT_WEIGHT)
                    .map_or_else(refused, |it| (format!("{} {}", it.factor, it.evaluated), String::new()))
            }
            _ => {
                let read: Vec<RatedOffer> = offers
                    .iter()
                    .map(|offer| RatedOffer {
                        price: money(row, offer[0]),
                        value_added: money(row, offer[1]),
                        technical: read_decimal(offer[2]).unwrap_or_else(|_| unreadable(row.id, offer[2])),
                    })
                    .collect();
                let weights = Weights {
                    price: Percent::whole(45),
                    technical: Percent::whole(30),
                    content: Percent::whole(25),
                    most_technical: 200.into(),
                };
                point_rated(&read, &weights).map_or_else(refused, |points| {
                    let said = points
                        .iter()
                        .map(|it| format!("{} {} {} {}", it.price, it.technical, it.content, it.total));
                    let ranks = points.iter().map(|it| it.rank.to_string());
                    (said.collect::<Vec<_>>().join("; "), ranks.collect::<Vec<_>>().join(" "))
                })
            }
        };
        vec![("points", points), ("rank", rank)]
    });
}
