//! Planning, the certificate, set-asides, audit, the Joint Certification Program, and what happened when.

use crate::dates::finding;
use canadian_content::finding::Finding;
use canadian_content::policy::bids::{
    Bid, Days, Event, ItemBid, Misfit, Mode, Outcome, Process, Prospect, What, by_item, if_next_falls,
    other_readings, prospects, replay,
};
use canadian_content::policy::certificate::{By, Signing, by, signing};
use canadian_content::policy::clause::{Instrument, Limit, Requirement};
use canadian_content::policy::jcp::{self, Applicant, Item, Level, Wanted as Data};
use canadian_content::policy::plan::{DueWith, Market, Remark, Wanted, plan};
use canadian_content::policy::questions::{Question, Readings};
use canadian_content::policy::scope::{Named, Notice, Oddity, named, oddities};
use canadian_content::policy::set_aside::{self, Facts, levels};
use canadian_content::units::{Day, Money, Percent};

fn day(text: &str) -> Day {
    Day::read(text).expect("a day of the test")
}

fn wanted(market: Market) -> Wanted {
    Wanted {
        market: Some(market),
        requirement: Some(Requirement::GoodsTogether),
        instrument: Instrument::Bid,
        public_opening: Finding::No,
        mandatory: Finding::No,
        urgent: Finding::No,
        set_aside: Finding::No,
        published: Some(day("2026-10-01")),
    }
}

#[test]
fn what_the_officer_believes_decides_the_limit() {
    let rows = [
        (Market::Enough, "no", "no", Limit::Solely, "O-5", DueWith::OnRequest, Some(3)),
        (Market::Enough, "yes", "no", Limit::Solely, "O-5", DueWith::BidPublicOpening, Some(1)),
        (Market::Enough, "no", "yes", Limit::Solely, "O-5", DueWith::BidMandatory, Some(2)),
        (Market::Uncertain, "no", "no", Limit::Conditionally, "O-4", DueWith::BidConditional, Some(4)),
        (Market::TooFew, "no", "no", Limit::Open, "O-1", DueWith::None, None),
    ];
    for (market, public, mandatory, limit, code, due, row) in rows {
        let plan = plan(&Wanted {
            public_opening: finding(public),
            mandatory: finding(mandatory),
            ..wanted(market)
        });
        assert_eq!((plan.limit, plan.code, plan.due), (Some(limit), Some(code), Some(due)));
        assert_eq!((due.row(), plan.enough), (row, 2));
        let clause = plan.clauses.and_then(|it| it.certification);
        let expected = match limit {
            Limit::Solely => Some("A3053T"),
            Limit::Conditionally => Some("A3063T"),
            Limit::Open => None,
        };
        assert_eq!(clause, expected);
    }
}

#[test]
fn a_plan_says_what_to_know_and_nothing_out_of_nothing() {
    let mut old = wanted(Market::Enough);
    old.published = Some(day("2014-03-12"));
    old.mandatory = Finding::Yes;
    old.set_aside = Finding::Yes;
    let made = plan(&old);
    assert_eq!(made.enough, 3);
    for remark in [Remark::SetAsideFirst, Remark::ThreeNeeded, Remark::MandatoryWithoutUrgency] {
        assert!(made.remarks.contains(&remark), "{remark:?}");
    }
    let blank = plan(&Wanted {
        market: None,
        requirement: None,
        public_opening: Finding::Unknown,
        mandatory: Finding::Unknown,
        ..wanted(Market::Enough)
    });
    assert_eq!((blank.limit, blank.code, blank.due, blank.clauses), (None, None, None, None));
}

#[test]
fn a_certificate_is_signed_only_on_facts() {
    let one = Some(Requirement::OneGood);
    assert_eq!(signing(Some(Limit::Solely), one, Finding::Yes), Signing::Supported);
    assert_eq!(signing(Some(Limit::Solely), one, Finding::No), Signing::NotSupported);
    assert_eq!(signing(Some(Limit::Solely), one, Finding::Unknown), Signing::Open);
    assert_eq!(signing(Some(Limit::Open), one, Finding::No), Signing::NoneAsked);
    let asked = by(Some(DueWith::OnRequest), None, Some(day("2026-12-23")));
    let Some(By::Asked(Some(due))) = asked else { unreachable!("asked on a day") };
    assert_eq!((due.day, due.passed.len()), (day("2026-12-29"), 2));
    assert_eq!(by(None, None, None), None);
}

#[test]
fn a_notice_that_does_not_fit_together_calls_for_a_question() {
    let check = |labels: &str, certificate, expected: &[Oddity]| {
        let named: Named = named(labels);
        let notice = Notice {
            named: &named,
            certificate,
            value: None,
            published: Some(day("2025-01-15")),
            defence: Finding::No,
            coverage: &[],
        };
        assert_eq!(oddities(&notice), expected, "{labels}");
    };
    use canadian_content::policy::scope::Agreement::{Ceta, Wto};
    check("CFTA; WTO-AGP", Finding::Yes, &[Oddity::AgreementAndCertificate(Wto)]);
    check("CFTA; WTO-AGP", Finding::No, &[]);
    check("CFTA", Finding::Yes, &[Oddity::DomesticAlone]);
    check("none; CETA", Finding::No, &[Oddity::NoneAndSome]);
    check("AECG", Finding::Yes, &[Oddity::AgreementAndCertificate(Ceta)]);
    check("NAFTA", Finding::Unknown, &[Oddity::CusmaNamed]);
    check("", Finding::Yes, &[]);
}

#[test]
fn what_a_bidder_may_expect() {
    use Prospect::{AmongCertified, Everyone, Out, OutUnlessAllFall};
    let rows = |mode, needed| {
        prospects(mode, needed).into_iter().map(|row| (row.certified, row.uncertified)).collect::<Vec<_>>()
    };
    let conditional = [(Everyone, Everyone), (AmongCertified, Everyone), (AmongCertified, OutUnlessAllFall)];
    assert_eq!(rows(Mode::Conditional, 2), conditional);
    assert_eq!(rows(Mode::Conditional, 3).len(), 4);
    assert!(rows(Mode::SolelyWithBid, 2).iter().all(|row| *row == (AmongCertified, Out)));
    assert!(rows(Mode::Open, 2).iter().all(|row| *row == (Everyone, Everyone)));
}

fn conditional() -> Process {
    Process { mode: Mode::Conditional, needed: 2, phased: false, readings: Readings::DEFAULT }
}

#[test]
fn events_are_replayed_in_order_of_their_days() {
    let days = Days { closing: day("2026-10-01"), deadline: None };
    let event = |at: &str, bid, what| Event { day: day(at), bid, what };
    let events = [
        event("2026-10-20", 0, What::Withdrawn),
        event("2026-09-30", 0, What::Certificate),
        event("2026-10-01", 1, What::Certificate),
        event("2026-10-05", 2, What::Certificate),
        event("2026-11-01", 1, What::Awarded),
    ];
    let (moments, misfits) = replay(&conditional(), days, &[Bid::PLAIN; 3], &events);
    let awardable: Vec<Vec<usize>> = moments.iter().map(|it| it.handling.awardable.clone()).collect();
    // Two certificates, the day of closing, the withdrawal, the award; the late certificate is told and ignored.
    assert_eq!(awardable, [vec![0, 1, 2], vec![0, 1], vec![0, 1], vec![1], vec![1]]);
    assert_eq!(misfits, [Misfit::TooLate(3)]);
}

#[test]
fn what_cannot_have_happened_is_told() {
    let days = Days { closing: day("2026-10-01"), deadline: Some(day("2026-09-01")) };
    let event = |at: &str, bid, what| Event { day: day(at), bid, what };
    let events = [
        event("2026-10-02", 0, What::Withdrawn),
        event("2026-10-03", 0, What::Awarded),
        event("2026-10-03", 7, What::Awarded),
        event("2026-09-03", 1, What::Awarded),
        event("2026-10-04", 1, What::Awarded),
        event("2026-10-05", 1, What::Awarded),
    ];
    let (_, misfits) = replay(&conditional(), days, &[Bid::PLAIN; 2], &events);
    assert_eq!(
        misfits,
        [
            Misfit::DeadlineBeforeClosing,
            Misfit::BeforeClosing(3),
            Misfit::AwardedAfterFall(1),
            Misfit::NoSuchBid(2),
            Misfit::SecondAward(5),
        ]
    );
}

#[test]
fn the_next_fall_and_the_other_readings_are_told() {
    let certified = Bid { certified: true, ..Bid::PLAIN };
    let untrue = Bid { fate: canadian_content::policy::bids::Fate::Untrue, ..certified };
    let falls = if_next_falls(&conditional(), &[certified, certified, Bid::PLAIN], 10);
    assert_eq!(falls.len(), 2);
    assert!(falls.iter().all(|it| it.then.outcome == Outcome::Awardable && it.then.awardable.len() == 1));
    let others = other_readings(&conditional(), &[untrue, certified, Bid::PLAIN]);
    let asked: Vec<Vec<Question>> = others.into_iter().map(|(questions, _)| questions).collect();
    assert_eq!(asked, [vec![Question::Recount], vec![Question::Recount, Question::Returns]]);
    assert!(other_readings(&conditional(), &[certified, certified, Bid::PLAIN]).is_empty());
}

#[test]
fn item_by_item_the_count_is_made_for_each_item() {
    let bid = |certified, offers: &str, marks: &str| ItemBid {
        bid: Bid { certified, ..Bid::PLAIN },
        offers: offers.split(' ').map(str::to_owned).collect(),
        marks: marks.split(' ').map(str::to_owned).collect(),
    };
    // Both certify, and both mark item 1; of item 2 only one does; item 3 is offered by C alone.
    let bids = [bid(true, "1 2", "1 2"), bid(true, "1 2", "1"), bid(false, "1 2 3", "")];
    let handled = by_item(&conditional(), &bids);
    let awardable: Vec<(&str, &[usize], &[usize])> = handled
        .iter()
        .map(|it| (it.item.as_str(), it.per_item.awardable.as_slice(), it.once.awardable.as_slice()))
        .collect();
    let expected: [(&str, &[usize], &[usize]); 3] =
        [("1", &[0, 1], &[0, 1]), ("2", &[0, 1, 2], &[0, 1]), ("3", &[2], &[2])];
    assert_eq!(awardable, expected);
}

#[test]
fn two_levels_with_two_denominators() {
    let money = |text: &str| Money::read(text).ok();
    let facts = Facts {
        value: money("60000"),
        certificate: Finding::Yes,
        owned: Some(Percent::whole(51)),
        owned_nothing: false,
        controlled: Finding::Yes,
        subcontracted: Finding::Yes,
        total: money("100000"),
        materials: money("40000"),
        indigenous: money("19800"),
        canadian: Finding::Unknown,
    };
    let judged = levels(&facts);
    assert_eq!(
        (judged.one.finding, judged.two_applies, judged.two.finding),
        (Finding::Yes, Finding::Yes, Finding::Unknown)
    );
    let one = |facts: Facts| levels(&facts).one.finding;
    assert_eq!(one(Facts { indigenous: money("19799.99"), ..facts }), Finding::No);
    assert_eq!(one(Facts { indigenous: money("0"), subcontracted: Finding::No, ..facts }), Finding::Yes);
    assert_eq!(one(Facts { owned: Percent::read("50.9").ok(), ..facts }), Finding::No);
    assert_eq!(one(Facts { controlled: Finding::Unknown, ..facts }), Finding::Unknown);
    assert_eq!(one(Facts { certificate: Finding::No, ..facts }), Finding::No);
    assert_eq!(one(Facts { materials: money("100001"), ..facts }), Finding::Unknown);
    assert_eq!(levels(&Facts { value: money("24999.99"), ..facts }).two_applies, Finding::No);
    assert_eq!(set_aside::needed(Money::dollars(60_000)), Money::dollars(19_800));
    assert_eq!(
        set_aside::needed(Money::from_cents(1).expect("a cent")),
        Money::from_cents(1).expect("a cent")
    );
}

#[test]
fn the_self_check_of_the_joint_certification_program() {
    let controlled = Some(Data::Controlled);
    let firm = Some(Applicant::Corporation);
    let all_but = |item: Option<Item>, finding: Finding| {
        move |asked: Item| if Some(asked) == item { finding } else { Finding::Yes }
    };
    assert_eq!(jcp::check(firm, controlled, &all_but(None, Finding::Yes)), Level::Ready);
    for item in Item::ALL {
        let expected =
            if item.can_explain() { Level::Explain(vec![item]) } else { Level::Missing(vec![item]) };
        assert_eq!(jcp::check(firm, controlled, &all_but(Some(item), Finding::No)), expected);
        let open = jcp::check(firm, controlled, &all_but(Some(item), Finding::Unknown));
        assert_eq!(open, Level::Open(vec![item]));
    }
    let yes = all_but(None, Finding::Yes);
    assert_eq!(jcp::check(Some(Applicant::Other), controlled, &yes), Level::NotEligible);
    assert_eq!(jcp::check(Some(Applicant::Partnership), controlled, &yes), Level::Open(Vec::new()));
    assert_eq!(jcp::check(firm, Some(Data::Public), &yes), Level::NotNeeded(Data::Public));
    let nothing = jcp::check(None, None, &|_| Finding::Unknown);
    assert_eq!(nothing, Level::Open(Item::ALL.to_vec()));
    let dates = jcp::dates(Some(day("2024-02-29")), Some(day("2026-11-23")), None);
    assert_eq!(dates.expires, Some(day("2029-02-28")));
    assert_eq!((dates.remind_first, dates.remind_again), (Some(day("2028-08-28")), Some(day("2028-11-28"))));
    assert_eq!(dates.review.map(|due| due.day), Some(day("2026-12-21")));
}
