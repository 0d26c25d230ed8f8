//! The applicability table: every row judged, and what they come to.

use super::figures::{FLOOR, SUPERSEDED_FROM};
use super::purchase::{Aid, Buyer, Purchase, Taxes, Value};
use super::row::{Outcome, Row};
use crate::finding::Finding;
use crate::judgement::{How, Judgement};
use crate::policy::questions::{Question, Readings};
use crate::units::{Day, Money, Source};

/// A point of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The policy applies. No where a row switches it off; unknown where a row is open, or only normally does.
    PolicyApplies,
    /// A row of the table. Yes: it is hit.
    Row(Row),
    /// The Buy Canadian policy on suppliers and content applies, whatever the rows before it say.
    BuyCanadian,
    /// The estimated value, taxes in, is no less than this amount in CAD.
    Reaches(Money),
    /// No Buy Canadian threshold was in force when the solicitation was published.
    BeforeBuyCanadian,
    /// Of a strategic sector.
    Sector,
    /// Competed.
    Competed,
    /// An exception was approved.
    Exception,
    /// The day of publication is known.
    Published,
}

/// The answer of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it comes to. Nothing while an open row could turn it.
    pub outcome: Option<Outcome>,
    /// The row that decides, where one does.
    pub row: Option<Row>,
    /// The reasons: a node for each of the ten rows.
    pub why: Judgement<Point>,
    /// Whether Buy Canadian applies, judged by itself: it does so by sector and value even where another row has
    /// already taken the purchase out of the policy.
    pub buy_canadian: Judgement<Point>,
}

impl Answer {
    /// Every row that is hit.
    pub fn hits(&self) -> Vec<Row> {
        self.rows(Finding::Yes)
    }

    /// Every row that cannot be told yet.
    pub fn open(&self) -> Vec<Row> {
        self.rows(Finding::Unknown)
    }

    fn rows(&self, finding: Finding) -> Vec<Row> {
        let mut found = Vec::new();
        for part in &self.why.because {
            if let Point::Row(row) = part.point
                && part.finding == finding
            {
                found.push(row);
            }
        }
        found
    }
}

/// Does the policy apply to this purchase?
///
/// Source: SM36 2.1 and 2.2, SM3.130 (2)(a), BCSC 4.3; the order of rows and the rank of a soft row are this program's.
pub fn applies(purchase: &Purchase, readings: Readings) -> Answer {
    let buy_canadian = buy_canadian(purchase, readings);
    let mut because = Vec::new();
    for row in Row::OFF {
        because.push(judged(row, purchase, readings, &buy_canadian));
    }
    let (outcome, row) = headline(&because);
    let finding = match outcome {
        Some(Outcome::Applies) => Finding::Yes,
        Some(Outcome::NotApplicable | Outcome::Superseded) => Finding::No,
        Some(Outcome::NormallyNot) | None => Finding::Unknown,
    };
    let why = Judgement {
        point: Point::PolicyApplies,
        finding,
        cite: Some(Source::Sm36.at("2")),
        because,
        how: How::Test,
    };
    Answer { outcome, row, why, buy_canadian }
}

/// The first hit in the order of the table, except that a hard one goes before a soft one; nothing while a row that
/// would go before it is open.
fn headline(rows: &[Judgement<Point>]) -> (Option<Outcome>, Option<Row>) {
    let hard = |row: Row| row.outcome() == Outcome::NotApplicable;
    let finding =
        |row: Row| rows.get(usize::from(row.number()) - 1).map_or(Finding::Unknown, |it| it.finding);
    for row in Row::OFF {
        if hard(row) && finding(row) == Finding::Yes {
            return (Some(Outcome::NotApplicable), Some(row));
        }
    }
    for hard_ones in [true, false] {
        for row in Row::OFF {
            if hard(row) != hard_ones {
                continue;
            }
            match finding(row) {
                Finding::Unknown => return (None, None),
                Finding::Yes => return (Some(row.outcome()), Some(row)),
                Finding::No => {}
            }
        }
    }
    (Some(Outcome::Applies), Some(Row::Applies))
}

fn judged(
    row: Row,
    purchase: &Purchase,
    readings: Readings,
    buy_canadian: &Judgement<Point>,
) -> Judgement<Point> {
    let point = Point::Row(row);
    let finding = match row {
        Row::NotCompetitive => purchase.competitive.negated(),
        Row::OtherDepartment => match purchase.buyer {
            None => Finding::Unknown,
            Some(Buyer::Pspc) => Finding::No,
            Some(Buyer::Defence) => purchase.defence_supplies.negated(),
            Some(Buyer::Other) => Finding::Yes,
        },
        Row::Construction => purchase.construction,
        Row::OtherCategory => purchase.former_category.negated(),
        Row::BelowFloor => floor(purchase, readings).negated(),
        Row::TradeAgreement => purchase.international,
        Row::Aid => purchase.aid.map_or(Finding::Unknown, |aid| Finding::from(aid == Aid::Furtherance)),
        Row::OfficeAbroad => purchase.office_abroad,
        Row::Cabinet => purchase.cabinet,
        Row::Superseded => {
            let because = buy_canadian.because.clone();
            return Judgement {
                point,
                finding: buy_canadian.finding,
                cite: Some(row.cite()),
                because,
                how: How::Test,
            };
        }
        Row::Applies => Finding::Unknown,
    };
    Judgement::leaf(point, finding).citing(row.cite())
}

/// Whether the value reaches the floor. By default the value counts with its taxes (Q1); the other reading takes them
/// out, and then only a value typed without them is certain.
fn floor(purchase: &Purchase, readings: Readings) -> Finding {
    let (Some(typed), Some(floor)) = (purchase.value, FLOOR.latest()) else { return Finding::Unknown };
    if !readings.other(Question::FloorTax) {
        return Value::of(typed, purchase.taxes).reaches(floor.value);
    }
    // A value without taxes is at least the typed one less the highest tax, and at most the typed one.
    let at_most = Finding::from(floor.value <= typed);
    match purchase.taxes {
        Taxes::Out => at_most,
        Taxes::In | Taxes::Unknown if at_most == Finding::No => Finding::No,
        Taxes::In | Taxes::Unknown => {
            let with_tax = Value::of(floor.value, Taxes::Out).high;
            if with_tax <= typed { Finding::Yes } else { Finding::Unknown }
        }
    }
}

/// Row 10 by itself.
fn buy_canadian(purchase: &Purchase, readings: Readings) -> Judgement<Point> {
    let value = match purchase.published {
        None => Judgement::leaf(Point::Published, unless_off(purchase)),
        Some(day) => match threshold(day, readings) {
            None => Judgement::leaf(Point::BeforeBuyCanadian, Finding::No).citing(Source::Bcsc.at("1.2")),
            Some(amount) => {
                let typed = purchase.value.map(|typed| Value::of(typed, purchase.taxes).reaches(amount));
                Judgement::leaf(Point::Reaches(amount), typed.unwrap_or(Finding::Unknown))
                    .citing(Source::Bcsc.at("4.4"))
            }
        },
    };
    Judgement::all(
        Point::BuyCanadian,
        vec![
            Judgement::leaf(Point::Competed, purchase.competitive),
            Judgement::leaf(Point::Sector, purchase.sector).citing(Source::Bcsc.at("4.4")),
            value,
            Judgement::leaf(Point::Exception, purchase.exception.negated()),
        ],
    )
    .citing(Source::Bcsc.at("4.3"))
}

/// Without a day the value alone can still say no: below the lowest threshold there ever was.
fn unless_off(purchase: &Purchase) -> Finding {
    let Some(lowest) = SUPERSEDED_FROM.latest().and_then(|entry| entry.value) else {
        return Finding::Unknown;
    };
    match purchase.value.map(|typed| Value::of(typed, purchase.taxes).reaches(lowest)) {
        Some(Finding::No) => Finding::No,
        _ => Finding::Unknown,
    }
}

/// The value from which Buy Canadian takes over, for a solicitation published on `day`.
pub fn threshold(day: Day, readings: Readings) -> Option<Money> {
    // By default a solicitation of the very day is in (Q20); the other reading begins the day after.
    let day = if readings.other(Question::OnTheDay) { day.plus_days(-1) } else { day };
    SUPERSEDED_FROM.on(day).and_then(|entry| entry.value)
}
