//! Does the policy apply? From what a notice says to the row that decides, with everything worth asking about.

use super::form::{Form, ask, bare, cell, figure, marked};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::judgement::Judgement;
use crate::policy::questions::Question;
use crate::policy::scope::{
    self, Agreement, Aid, Bought, Buyer, CHECKED, Commodity, Covered, Entity, Exclusion, FLOOR, Named,
    Notice, Oddity, Outcome, Point, Purchase, Row, Taxes, Threshold, Value, applies, coverage, international,
    named, near, oddities, outside_coverage,
};
use crate::present::sheet::{FieldKind, Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// The questions whose reading can turn the answer.
const BEARING: [Question; 2] = [Question::FloorTax, Question::OnTheDay];

/// What was typed.
struct Typed {
    purchase: Purchase,
    named: Named,
    certificate: Finding,
    bought: Bought,
}

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.scope_lede());
    let mut typed = asked(&mut form);
    let covered = coverage(&typed.bought);
    if typed.purchase.international == Finding::Unknown && typed.named.unknown.is_empty() {
        typed.purchase.international = international(&covered);
    }
    let readings = form.readings(&BEARING);
    let answer = applies(&typed.purchase, readings);
    let summary = said(&mut form, &answer);
    form.heading(words.scope_why());
    let tree = as_conditions(&answer.why);
    form.reasons(&tree, &|point, finding| point_text(words, point, finding));
    buy_canadian(&mut form, &answer);
    notes(&mut form, &typed, &covered);
    form.open_questions(
        &BEARING,
        &|readings| {
            let answer = applies(&typed.purchase, readings);
            (answer.outcome, answer.row, answer.buy_canadian.finding)
        },
        &|(outcome, row, buy_canadian)| {
            let policy = words.labelled(&words.regime_ccp(), &outcome_word(words, *outcome, *row));
            let other = match buy_canadian {
                Finding::Yes => words.scope_bc_yes(),
                Finding::No => words.scope_bc_no(),
                Finding::Unknown => words.scope_bc_open(),
            };
            words.both_answers(&policy, &other)
        },
    );
    agreements(&mut form, &covered);
    where_it_matters(&mut form);
    form.finish(words.scope_title(), summary)
}

fn asked(form: &mut Form<'_>) -> Typed {
    let w = form.words;
    let mut purchase = Purchase::BLANK;
    let (named, certificate, entity) = form.group(w.scope_notice(), |form| {
        let named = named(form.values.get("agreements"));
        let problem =
            named.unknown.first().map_or_else(String::new, |label| w.scope_agreement_unknown(label));
        form.typed(
            "agreements",
            ask(w.scope_agreements(), w.scope_agreements_hint()),
            FieldKind::Long,
            problem,
        );
        let certificate = form.asks("certificate", ask(w.scope_certificate(), w.scope_certificate_hint()));
        purchase.competitive =
            form.asks("competitive", ask(w.scope_competitive(), w.scope_competitive_hint()));
        purchase.published = form.day("published", ask(w.scope_published(), w.scope_published_hint()));
        purchase.value = form.amount("value", ask(w.scope_value(), w.scope_value_hint()));
        let taxes = [("in", w.scope_taxes_in()), ("out", w.scope_taxes_out())];
        purchase.taxes = match form.pick("taxes", bare(w.scope_taxes()), &taxes) {
            Some(0) => Taxes::In,
            Some(_) => Taxes::Out,
            None => Taxes::Unknown,
        };
        let buyers = [
            ("pspc", w.scope_buyer_pspc()),
            ("dnd", w.scope_buyer_dnd()),
            ("other", w.scope_buyer_other()),
            ("crown", w.scope_buyer_crown()),
        ];
        let buyer = form.pick("buyer", ask(w.scope_buyer(), w.scope_buyer_hint()), &buyers);
        purchase.buyer = buyer.map(|at| match at {
            0 => Buyer::Pspc,
            1 => Buyer::Defence,
            _ => Buyer::Other,
        });
        if purchase.buyer == Some(Buyer::Defence) {
            purchase.defence_supplies = form.asks("defence", bare(w.scope_defence()));
        }
        (named, certificate, if buyer == Some(3) { Entity::Crown } else { Entity::Department })
    });
    purchase.international = stated_international(&named);
    let bought = form.group(w.scope_more(), |form| about(form, &mut purchase, entity));
    Typed { purchase, named, certificate, bought }
}

/// What the notice's own list says: one international agreement is enough; only domestic ones, or "none", are a no.
fn stated_international(named: &Named) -> Finding {
    if named.agreements.iter().any(|it| it.is_international()) {
        return Finding::Yes;
    }
    let domestic = named.agreements.contains(&Agreement::Cfta);
    let says_so = (named.none || domestic) && named.unknown.is_empty();
    if says_so { Finding::No } else { Finding::Unknown }
}

fn about(form: &mut Form<'_>, purchase: &mut Purchase, entity: Entity) -> Bought {
    let w = form.words;
    let kinds = [
        ("goods", w.scope_goods()),
        ("services", w.scope_services()),
        ("construction", w.scope_construction()),
    ];
    let commodity = form.pick("commodity", bare(w.scope_commodity()), &kinds).map(|at| match at {
        0 => Commodity::Goods,
        1 => Commodity::Services,
        _ => Commodity::Construction,
    });
    purchase.construction =
        commodity.map_or(Finding::Unknown, |it| Finding::from(it == Commodity::Construction));
    let mut bought = Bought {
        value: purchase.value.map(|typed| Value::of(typed, purchase.taxes)),
        published: purchase.published,
        entity,
        commodity,
        listed_service: Finding::Unknown,
        for_the_three: Finding::Unknown,
        class: String::new(),
        exclusion: None,
    };
    let reasons = [
        ("none", w.scope_exclusion_none()),
        ("indigenous", w.scope_exclusion_indigenous()),
        ("security", w.scope_exclusion_security()),
        ("research", w.scope_exclusion_research()),
        ("ships", w.scope_exclusion_ships()),
        ("small", w.scope_exclusion_small()),
    ];
    bought.exclusion = form.pick("exclusion", bare(w.scope_exclusion()), &reasons).map(|at| match at {
        0 => None,
        at => Exclusion::ALL.get(at - 1).copied(),
    });
    if commodity == Some(Commodity::Goods) {
        bought.for_the_three = form.asks("three", bare(w.scope_three()));
        if bought.for_the_three == Finding::Yes {
            let class = form.values.get("class");
            let wrong = !class.is_empty() && outside_coverage(class).is_none();
            let problem = if wrong { w.scope_class_wrong() } else { String::new() };
            let class =
                form.typed("class", ask(w.scope_class(), w.scope_class_hint()), FieldKind::Text, problem);
            bought.class = class.to_owned();
        }
    }
    if commodity == Some(Commodity::Services) {
        bought.listed_service = form.asks("listed", bare(w.scope_listed()));
    }
    purchase.sector = form.asks("sector", ask(w.scope_sector(), w.scope_sector_hint()));
    purchase.exception = match purchase.sector {
        Finding::Yes => form.asks("exception", bare(w.scope_exception())),
        _ => Finding::No,
    };
    unusual(form, purchase);
    bought
}

/// Four rare facts, behind one question.
fn unusual(form: &mut Form<'_>, purchase: &mut Purchase) {
    let w = form.words;
    match form.asks("unusual", ask(w.scope_unusual(), w.scope_unusual_hint())) {
        Finding::Unknown => {}
        Finding::No => {
            purchase.aid = Some(Aid::None);
            purchase.office_abroad = Finding::No;
            purchase.cabinet = Finding::No;
            purchase.former_category = Finding::Yes;
        }
        Finding::Yes => {
            let aids = [
                ("none", w.scope_aid_none()),
                ("furtherance", w.scope_aid_furtherance()),
                ("own", w.scope_aid_own()),
            ];
            purchase.aid = form.pick("aid", bare(w.scope_aid()), &aids).map(|at| match at {
                0 => Aid::None,
                1 => Aid::Furtherance,
                _ => Aid::OwnAccount,
            });
            purchase.office_abroad = form.asks("abroad", bare(w.scope_abroad()));
            purchase.cabinet = form.asks("cabinet", bare(w.scope_cabinet()));
            purchase.former_category =
                form.asks("category", ask(w.scope_category(), w.scope_category_hint()));
        }
    }
}

/// An answer in a word, with the row that gives it.
fn outcome_word(w: &Words, outcome: Option<Outcome>, row: Option<Row>) -> String {
    let word = match outcome {
        Some(Outcome::Applies) => return w.scope_word_applies(),
        Some(Outcome::NotApplicable) => w.scope_word_not(),
        Some(Outcome::NormallyNot) => w.scope_word_normally(),
        Some(Outcome::Superseded) => w.scope_word_superseded(),
        None => return w.scope_word_open(),
    };
    row.map_or_else(|| word.clone(), |row| w.scope_row(&word, &row.number().to_string()))
}

fn said(form: &mut Form<'_>, answer: &scope::Answer) -> String {
    let w = form.words;
    let row = answer.row.map(|row| row.number().to_string()).unwrap_or_default();
    let (mark, word, sentence) = match answer.outcome {
        Some(Outcome::Applies) => (Mark::Yes, w.scope_word_applies(), w.scope_says_applies()),
        Some(Outcome::NotApplicable) => (Mark::No, w.scope_word_not(), w.scope_says_not(&row)),
        Some(Outcome::NormallyNot) => (Mark::Unknown, w.scope_word_normally(), w.scope_says_normally(&row)),
        Some(Outcome::Superseded) => (Mark::No, w.scope_word_superseded(), w.scope_says_superseded()),
        None => {
            let mut rows = Vec::new();
            for row in answer.open() {
                rows.push(row.number().to_string());
            }
            (Mark::Unknown, w.scope_word_open(), w.scope_says_open(&rows.join(", ")))
        }
    };
    form.answer(mark, word, sentence, answer.row.map(Row::cite))
}

/// The table read as conditions: each row holds where it does not switch the policy off. So every sign means the same
/// from top to bottom.
pub(super) fn as_conditions(why: &Judgement<Point>) -> Judgement<Point> {
    let mut because = Vec::new();
    for row in &why.because {
        // What row 10 rests on stands in a tree of its own below, where a yes means that the other policy applies.
        let finding = row.finding.negated();
        let condition = Judgement::leaf(row.point, finding);
        because.push(Judgement { cite: row.cite.clone(), ..condition });
    }
    Judgement { cite: why.cite.clone(), ..Judgement::all(why.point, because) }
}

pub(super) fn point_text(w: &Words, point: &Point, finding: Finding) -> String {
    type Say = fn(&Words) -> String;
    let by = |yes: Say, no: Say, open: Say| match finding {
        Finding::Yes => yes(w),
        Finding::No => no(w),
        Finding::Unknown => open(w),
    };
    match point {
        Point::PolicyApplies => by(Words::scope_root_yes, Words::scope_root_no, Words::scope_root_open),
        Point::Row(row) => match row {
            Row::NotCompetitive => by(Words::row1_yes, Words::row1_no, Words::row1_open),
            Row::OtherDepartment => by(Words::row2_yes, Words::row2_no, Words::row2_open),
            Row::Construction => by(Words::row3_yes, Words::row3_no, Words::row3_open),
            Row::OtherCategory => by(Words::row4_yes, Words::row4_no, Words::row4_open),
            Row::BelowFloor => by(Words::row5_yes, Words::row5_no, Words::row5_open),
            Row::TradeAgreement => by(Words::row6_yes, Words::row6_no, Words::row6_open),
            Row::Aid => by(Words::row7_yes, Words::row7_no, Words::row7_open),
            Row::OfficeAbroad => by(Words::row8_yes, Words::row8_no, Words::row8_open),
            Row::Cabinet => by(Words::row9_yes, Words::row9_no, Words::row9_open),
            Row::Superseded => by(Words::row10_yes, Words::row10_no, Words::row10_open),
            Row::Applies => w.scope_word_applies(),
        },
        Point::BuyCanadian => by(Words::scope_bc_yes, Words::scope_bc_no, Words::scope_bc_open),
        Point::Reaches(amount) => w.scope_reaches(&i18n::money(w.lang(), *amount)),
        Point::BeforeBuyCanadian => w.scope_before(),
        Point::Sector => w.scope_in_sector(),
        Point::Competed => w.scope_competed(),
        Point::Exception => w.scope_no_exception(),
        Point::Published => w.scope_day_known(),
    }
}

fn buy_canadian(form: &mut Form<'_>, answer: &scope::Answer) {
    let w = form.words;
    form.heading(w.scope_bc_heading());
    form.reasons(&answer.buy_canadian, &|point, finding| point_text(w, point, finding));
}

fn notes(form: &mut Form<'_>, typed: &Typed, covered: &[Covered]) {
    let w = form.words;
    let value = typed.bought.value;
    let found = oddities(&Notice {
        named: &typed.named,
        certificate: typed.certificate,
        value,
        published: typed.purchase.published,
        defence: match typed.purchase.buyer {
            Some(Buyer::Defence) => Finding::Yes,
            _ => typed.bought.for_the_three,
        },
        coverage: covered,
    });
    let mut close: Vec<(String, String)> = Vec::new();
    if let (Some(value), Some(floor)) = (value, FLOOR.latest())
        && value.reaches(floor.value) == Finding::Unknown
    {
        close.push((form.money(floor.value), w.scope_floor_name()));
    }
    for (agreement, amount) in value.map(|value| near(covered, value)).unwrap_or_default() {
        close.push((form.money(amount), agreement_name(w, agreement)));
    }
    if found.is_empty() && close.is_empty() {
        return;
    }
    form.heading(w.scope_notes());
    for oddity in &found {
        let mark = if oddity.asks() { Mark::No } else { Mark::Unknown };
        form.note(mark, oddity_text(w, oddity), Some(oddity.cite()));
    }
    for (amount, what) in close {
        form.note(Mark::Unknown, w.scope_near(&amount, &what), None);
    }
}

pub(super) fn oddity_text(w: &Words, oddity: &Oddity) -> String {
    match oddity {
        Oddity::AgreementAndCertificate(agreement) => w.odd_both(&agreement_name(w, *agreement)),
        Oddity::CertificateBelowFloor => w.odd_floor(),
        Oddity::BelowThreshold(agreement) => w.odd_below(&agreement_name(w, *agreement)),
        Oddity::NoneNamed => w.odd_none(),
        Oddity::NoneAndSome => w.odd_none_and_some(),
        Oddity::CusmaNamed => w.odd_cusma(),
        Oddity::DomesticAlone => w.odd_domestic(),
        Oddity::ThresholdsUnknown => w.odd_unknown_period(),
        Oddity::Reciprocal => w.odd_reciprocal(),
    }
}

fn agreements(form: &mut Form<'_>, covered: &[Covered]) {
    let w = form.words;
    form.fold(w.scope_coverage(), false, |form| {
        let mut rows = Vec::new();
        for it in covered {
            let threshold = match &it.threshold {
                None => w.scope_needs(),
                Some(Threshold::NotCovered) => w.scope_not_covered(),
                Some(Threshold::NotSeen) => w.scope_not_seen(),
                Some(Threshold::From { amount, mark, cite }) => {
                    let sure = form.sureness(*mark);
                    let said = w.form_sure(&form.money(*amount), &sure);
                    w.labelled(&said, &i18n::citation(w, cite))
                }
                Some(Threshold::Either { low, high, cite }) => {
                    let said = w.scope_either(&form.money(*low), &form.money(*high));
                    w.labelled(&said, &i18n::citation(w, cite))
                }
            };
            let word = form.word(it.covers);
            rows.push(vec![
                cell(agreement_name(w, it.agreement)),
                figure(threshold),
                marked(Mark::from(it.covers), word),
            ]);
        }
        let head = vec![w.scope_col_agreement(), w.scope_col_threshold(), w.scope_col_covers()];
        form.table(w.scope_coverage(), head, rows);
        form.hint(w.form_checked(&i18n::day(CHECKED)));
    });
}

fn where_it_matters(form: &mut Form<'_>) {
    let w = form.words;
    form.fold(w.scope_matters(), false, |form| {
        form.hint(w.scope_matters_lede());
        form.list(vec![w.scope_matters_low(), w.scope_matters_outside(), w.scope_matters_high()]);
        form.note(Mark::Unknown, w.scope_matters_small(), Some(Source::Gcr.at("6(b)")));
    });
}

/// What an agreement is called.
pub(super) fn agreement_name(w: &Words, agreement: Agreement) -> String {
    match agreement {
        Agreement::Cfta => w.ag_cfta(),
        Agreement::Korea => w.ag_korea(),
        Agreement::Chile => w.ag_chile(),
        Agreement::Colombia => w.ag_colombia(),
        Agreement::Honduras => w.ag_honduras(),
        Agreement::Panama => w.ag_panama(),
        Agreement::Peru => w.ag_peru(),
        Agreement::Cptpp => w.ag_cptpp(),
        Agreement::Ceta => w.ag_ceta(),
        Agreement::Ukraine => w.ag_ukraine(),
        Agreement::UnitedKingdom => w.ag_uk(),
        Agreement::Wto => w.ag_wto(),
        Agreement::Cusma => w.ag_cusma(),
    }
}
