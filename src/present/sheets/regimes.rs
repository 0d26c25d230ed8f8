//! The same bid under other ideas of Canadian content.

use super::Context;
use super::form::{Form, ask, bare, cell, figure, marked};
use super::of_bid::{self, OfBid};
use crate::case::LineId;
use crate::decide::{Added, Counts, LineDecision, LineStatus, added, all_added, met};
use crate::draft::LineKind;
use crate::finding::Finding;
use crate::i18n;
use crate::policy::SHARE_REQUIRED;
use crate::policy::regimes::buy_canadian::{
    CONTENT_WEIGHT, RatedOffer, Weights, point_rated, price_based, supplier_credit,
};
use crate::policy::regimes::claims::Claimed;
use crate::policy::regimes::ideas::{Regime, Supplier};
use crate::present::lines::status;
use crate::present::sheet::{Block, Cell, RowBlock, RowsBlock, Sheet, field_of};
use crate::present::views::Mark;
use crate::units::{Money, Percent, Share, Source};
use rust_decimal::Decimal;

/// What is known of the bid, typed or taken.
struct Known {
    offer: Option<Money>,
    share: Option<Share>,
    reached: Finding,
    added: Option<Added>,
    cusma: (Mark, String),
    supplier: Supplier,
}

/// So many goods have a field of their own for their value-added.
const MOST_FIELDS: usize = 40;

/// The screen.
pub(super) fn sheet(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let mut form = Form::new(words, context.values, context.today);
    form.text(words.regime_lede());
    let of_bid = of_bid::choose(context, &mut form);
    let known = match &of_bid {
        Some(it) => taken(&mut form, it),
        None => typed(&mut form),
    };
    let sentence = match known.reached {
        Finding::Yes => words.regime_reached(),
        Finding::No => words.regime_missed(),
        Finding::Unknown if of_bid.is_some() => words.regime_open_bid(),
        Finding::Unknown => words.regime_open(),
    };
    let summary =
        form.answer(Mark::from(known.reached), words.regime_word(), sentence, Some(Source::Sm36.at("4.3")));
    side_by_side(&mut form, &known);
    if let Some(it) = &of_bid {
        line_by_line(&mut form, it);
    }
    figures(&mut form, &known);
    claims(&mut form);
    points(&mut form);
    let mut sheet = form.finish(words.regime_title(), summary);
    if let Some(it) = &of_bid {
        it.needs(&mut sheet);
    }
    sheet
}

fn typed(form: &mut Form<'_>) -> Known {
    let w = form.words;
    let (offer, canadian, added, cusma) = form.group(w.regime_bid(), |form| {
        let offer = form.amount("offer", bare(w.regime_offer()));
        let canadian = part(form, "canadian_part", offer, ask(w.regime_canadian(), w.regime_canadian_hint()));
        let added = part(form, "added", offer, ask(w.regime_added(), w.regime_added_hint()));
        let cusma = form.asks("cusma", bare(w.regime_cusma_good()));
        (offer, canadian, added, cusma)
    });
    let share = offer.zip(canadian).and_then(|(offer, part)| Share::of(part, offer));
    let reached = match (share, SHARE_REQUIRED.latest()) {
        (Some(share), Some(asked)) => share.reaches(asked.value).into(),
        _ => Finding::Unknown,
    };
    Known {
        offer,
        share,
        reached,
        added: added.map(|least| Added { least, known: true }),
        cusma: (Mark::from(cusma), form.word(cusma)),
        supplier: supplier(form),
    }
}

/// The facts of a bid of this browser; asked is only what it does not tell.
fn taken(form: &mut Form<'_>, it: &OfBid<'_>) -> Known {
    let w = form.words;
    it.told(form);
    let mut asked = 0;
    let mut open = Vec::new();
    for (at, line, decided) in it.lines() {
        let added = added(&it.bid, decided, None, it.is_today());
        if line.kind == LineKind::Good && added.is_some_and(|added| !added.known) && asked < MOST_FIELDS {
            asked += 1;
            open.push((at, line.id, decided.part));
        }
    }
    if !open.is_empty() {
        form.fold(w.regime_added_lines(), false, |form| {
            form.hint(w.regime_added_lines_hint());
            for (at, id, price) in open {
                let name = it.name(at, &it.draft.lines[at]);
                let price = price.map(|price| price.price());
                part(form, &field_of("added", &id.to_string(), "value"), price, bare(name));
            }
        });
    }
    let form_ref: &Form<'_> = form;
    let sum = all_added(&it.bid, &it.decision, &|id| typed_added(form_ref, id), it.is_today());
    let weighed = it.weighed();
    let (mut goods, mut sure) = (0, 0);
    for (_, line, decided) in it.lines() {
        if line.kind == LineKind::Good && decided.counts != Counts::LeftOut {
            goods += 1;
            sure += usize::from(originates(it, decided) == Finding::Yes);
        }
    }
    let cusma = match goods {
        0 => (Mark::Unknown, w.regime_cusma_service()),
        _ => {
            let mark = if sure == goods { Mark::Yes } else { Mark::Unknown };
            (mark, w.regime_cusma_bid(&sure.to_string(), &goods.to_string()))
        }
    };
    Known {
        offer: Some(weighed.tally.total).filter(|total| !total.is_zero()),
        share: weighed.low,
        reached: met(weighed.outcome),
        added: sum,
        cusma,
        supplier: supplier(form),
    }
}

/// The value-added of a good that was typed on this screen.
fn typed_added(form: &Form<'_>, id: LineId) -> Option<Money> {
    let name = field_of("added", &id.0.to_string(), "value");
    form.amount_field(&name, bare(String::new())).1
}

/// Whether a good originates under CUSMA itself: for certain where it passes with Canada alone as the territory, as more
/// materials count there; otherwise nobody can tell from the bid.
fn originates(it: &OfBid<'_>, decided: &LineDecision) -> Finding {
    let yes = it.is_today() && decided.status == LineStatus::Canadian;
    if yes { Finding::Yes } else { Finding::Unknown }
}

fn supplier(form: &mut Form<'_>) -> Supplier {
    let w = form.words;
    form.group(w.regime_supplier(), |form| Supplier {
        place: form.asks("place", bare(w.regime_place())),
        taxes: form.asks("files_taxes", bare(w.regime_taxes())),
        address: form.asks("address", bare(w.regime_address())),
        work: form.asks("work", bare(w.regime_work())),
    })
}

/// A part of the offer; more than the offer is told beside it.
fn part(form: &mut Form<'_>, name: &str, offer: Option<Money>, ask: super::form::Ask) -> Option<Money> {
    let (mut block, amount) = form.amount_field(name, ask);
    let too_much = offer.zip(amount).is_some_and(|(offer, amount)| offer < amount);
    if too_much {
        block.problem = form.words.regime_more_than_offer();
    }
    form.put(Block::Field(block));
    amount.filter(|_| !too_much)
}

fn side_by_side(form: &mut Form<'_>, known: &Known) {
    let w = form.words;
    let mut rows = Vec::new();
    for regime in Regime::ALL {
        let (name, asks) = match regime {
            Regime::CanadianContent => (w.regime_ccp(), w.regime_ccp_asks()),
            Regime::Cusma => (w.regime_cusma(), w.regime_cusma_asks()),
            Regime::BuyCanadian => (w.regime_bc(), w.regime_bc_asks()),
            Regime::MadeInCanada => (w.regime_made(), w.regime_made_asks()),
            Regime::ProductOfCanada => (w.regime_product(), w.regime_product_asks()),
        };
        let cite = form.cited(Some(regime.cite()));
        let asks = w.form_sure(&asks, &cite);
        rows.push(vec![cell(name), cell(asks), this_bid(form, known, regime)]);
    }
    form.table(w.regime_table(), vec![w.regime_col(), w.regime_col_asks(), w.regime_col_bid()], rows);
}

fn this_bid(form: &Form<'_>, known: &Known, regime: Regime) -> Cell {
    let w = form.words;
    match regime {
        Regime::CanadianContent => {
            let said = known.share.map_or_else(
                || w.regime_no_amounts(),
                |share| w.regime_share(&i18n::percent(w.lang(), share.shown())),
            );
            marked(Mark::from(known.reached), said)
        }
        Regime::Cusma => marked(known.cusma.0, known.cusma.1.clone()),
        Regime::BuyCanadian => {
            let supplier = known.supplier.is_canadian();
            let said = match supplier {
                Finding::Yes => w.regime_supplier_yes(),
                Finding::No => w.regime_supplier_no(),
                Finding::Unknown => w.regime_supplier_open(),
            };
            let said = match known.added {
                Some(added) => w.both_answers(&said, &added_text(form, added)),
                None => said,
            };
            marked(Mark::from(supplier), said)
        }
        Regime::MadeInCanada | Regime::ProductOfCanada => cell(w.regime_not_from_bid()),
    }
}

fn added_text(form: &Form<'_>, added: Added) -> String {
    let amount = form.money(added.least.floor_cents());
    if added.known { form.words.regime_exactly(&amount) } else { form.words.regime_at_least(&amount) }
}

/// Each line of the bid under each idea.
fn line_by_line(form: &mut Form<'_>, it: &OfBid<'_>) {
    let w = form.words;
    let mut rows = Vec::new();
    for (at, line, decided) in it.lines() {
        let service = line.kind == LineKind::Service;
        let cusma = match (service, originates(it, decided)) {
            (true, _) => cell(w.regime_cusma_service()),
            (false, Finding::Yes) => marked(Mark::Yes, w.regime_cusma_yes()),
            (false, _) => marked(Mark::Unknown, w.regime_cusma_open()),
        };
        let found = added(&it.bid, decided, typed_added(form, decided.id), it.is_today());
        let mut value = match found {
            _ if decided.counts == Counts::LeftOut => w.bid_left_out(),
            Some(found) if found.known || service => added_text(form, found),
            Some(_) => w.regime_added_open(),
            None => w.regime_no_amounts(),
        };
        // The 80 % of a service is this policy's own; Buy Canadian has no such tolerance.
        if service && matches!(decided.status, LineStatus::Partly | LineStatus::NotCanadian) {
            value = w.both_answers(&value, &w.regime_wholly_not());
        }
        rows.push(vec![
            cell(it.name(at, line)),
            marked(Mark::from(decided.status), status(w, decided)),
            cusma,
            cell(value),
            cell(if service { w.regime_cusma_service() } else { w.regime_not_from_bid() }),
        ]);
    }
    let head = vec![w.column_line(), w.regime_ccp(), w.regime_cusma(), w.regime_bc(), w.regime_col_claims()];
    form.heading(w.regime_by_line());
    form.table(w.regime_by_line(), head, rows);
}

/// "Made in Canada" and "Product of Canada" of one good.
fn claims(form: &mut Form<'_>) {
    let w = form.words;
    let open = ["last_in_canada", "direct", "direct_canadian", "qualified"];
    let open = open.iter().any(|name| !form.values.get(name).is_empty());
    form.fold(w.regime_claims(), open, |form| {
        form.note(Mark::Unknown, w.regime_claims_lede(), Some(Source::Cbpc.whole()));
        let last_in_canada = form.asks("last_in_canada", ask(w.regime_last(), w.regime_last_hint()));
        let direct = form.amount("direct", ask(w.regime_direct(), w.regime_direct_hint()));
        let (mut block, canadian) = form.amount_field("direct_canadian", bare(w.regime_direct_canadian()));
        if direct.zip(canadian).is_some_and(|(direct, canadian)| direct < canadian) {
            block.problem = w.regime_direct_more();
        }
        form.put(Block::Field(block));
        let qualified = form.asks("qualified", bare(w.regime_qualified()));
        let share = Claimed::share_of(direct, canadian);
        let claimed = Claimed { last_in_canada, share, qualified };
        let shown =
            share.map_or_else(|| w.regime_share_unknown(), |share| i18n::percent(w.lang(), share.shown()));
        let (product, made) = (claimed.product_of_canada(), claimed.made_in_canada());
        let said = |form: &Form<'_>, found, text: String| w.labelled(&text, &form.word(found));
        let text = said(form, product, w.regime_claim_product(&shown));
        form.note(Mark::from(product), text, Some(Regime::ProductOfCanada.cite()));
        let text = said(form, made, w.regime_claim_made(&shown));
        form.note(Mark::from(made), text, Some(Regime::MadeInCanada.cite()));
        if product == Finding::No && made == Finding::No {
            form.hint(w.regime_claim_neither());
        }
    });
}

fn figures(form: &mut Form<'_>, typed: &Known) {
    let w = form.words;
    let Some(offer) = typed.offer else { return };
    form.heading(w.regime_bc());
    let mut facts = Vec::new();
    if typed.supplier.is_canadian() == Finding::Yes {
        facts.push((w.regime_credit(), form.money(supplier_credit(offer))));
    }
    if let Some(added) = typed.added.filter(|added| !added.known) {
        facts.push((w.regime_added(), added_text(form, added)));
    }
    if let Some(found) = typed.added.and_then(|added| price_based(offer, added.least, CONTENT_WEIGHT)) {
        facts.push((w.regime_factor(), i18n::percent(w.lang(), found.factor)));
        facts.push((w.regime_adjusted(), form.money(found.evaluated)));
    }
    if !facts.is_empty() {
        form.put(Block::Facts(facts));
        form.note(Mark::Unknown, w.regime_chain(), Some(Source::Bcsc.at("App. F")));
    }
    form.note(Mark::Unknown, w.regime_evaluation(), Some(Source::Bcsc.at("App. D")));
    form.note(Mark::Unknown, w.regime_services(), Some(Source::Bcsc.whole()));
    form.note(Mark::Unknown, w.regime_timing(), Some(Source::Bcsc.whole()));
    form.note(Mark::Unknown, w.regime_materials(), Some(Source::Bcmat.whole()));
}

/// The point-rated method over offers that are typed.
fn points(form: &mut Form<'_>) {
    let w = form.words;
    let ids = form.values.ids("offer_row");
    form.fold(w.regime_points(), !ids.is_empty(), |form| {
        form.note(Mark::Unknown, w.regime_points_hint(), Some(Source::Bcsc.at("App. E")));
        let weight = |form: &mut Form<'_>, name: &str, label: String, usual: u8| {
            form.percent(name, bare(label)).unwrap_or(Percent::whole(usual))
        };
        let price = weight(form, "weight_price", w.regime_weight_price(), 45);
        let technical = weight(form, "weight_technical", w.regime_weight_technical(), 30);
        let content = weight(form, "weight_content", w.regime_weight_content(), 25);
        let (block, most) = form.number_field("most", bare(w.regime_most()));
        form.put(Block::Field(block));
        let most_technical = most.unwrap_or(Decimal::from(200));
        let mut rows = Vec::new();
        let mut offers = Vec::new();
        for id in &ids {
            let of = |name: &str| field_of("offer_row", id, name);
            let (price, amount) = form.amount_field(&of("price"), bare(w.regime_price()));
            let (added, value_added) = form.amount_field(&of("added"), bare(w.regime_added()));
            let (score, technical) = form.number_field(&of("technical"), bare(w.regime_technical()));
            if let (Some(price), Some(value_added), Some(technical)) = (amount, value_added, technical) {
                offers.push(RatedOffer { price, value_added, technical });
            }
            rows.push(RowBlock {
                id: id.clone(),
                name: w.regime_offer_n(id),
                fields: vec![price, added, score],
                result: None,
                remove: w.regime_remove(),
            });
        }
        form.put(Block::Rows(RowsBlock {
            name: String::from("offer_row"),
            caption: w.regime_offers(),
            rows,
            add: w.regime_add(),
        }));
        if ids.is_empty() || offers.len() < ids.len() {
            return;
        }
        match point_rated(&offers, &Weights { price, technical, content, most_technical }) {
            None => form.note(Mark::No, w.regime_refused(), None),
            Some(points) => {
                let number = |value: Decimal| figure(i18n::number(w.lang(), value));
                let mut rows = Vec::new();
                for (id, it) in ids.iter().zip(&points) {
                    rows.push(vec![
                        cell(w.regime_offer_n(id)),
                        number(it.price),
                        number(it.technical),
                        number(it.content),
                        number(it.total),
                        figure(it.rank.to_string()),
                    ]);
                }
                let head = vec![
                    w.regime_offers(),
                    w.regime_price(),
                    w.regime_technical(),
                    w.regime_content(),
                    w.regime_total(),
                    w.regime_rank(),
                ];
                form.table(w.regime_points(), head, rows);
            }
        }
    });
}
