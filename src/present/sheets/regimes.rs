//! The same bid under other ideas of Canadian content.

use super::form::{Form, ask, bare, cell, figure, marked};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::SHARE_REQUIRED;
use crate::policy::regimes::buy_canadian::{
    CONTENT_WEIGHT, RatedOffer, Weights, point_rated, price_based, supplier_credit,
};
use crate::policy::regimes::ideas::{Regime, Supplier};
use crate::present::sheet::{Block, Cell, RowBlock, RowsBlock, Sheet, Values, field_of};
use crate::present::views::Mark;
use crate::units::{Day, Money, Percent, Share, Source};
use rust_decimal::Decimal;

/// What was typed of the bid.
struct Typed {
    offer: Option<Money>,
    canadian: Option<Money>,
    added: Option<Money>,
    cusma: Finding,
    supplier: Supplier,
}

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.regime_lede());
    let typed = asked(&mut form);
    let share = typed.offer.zip(typed.canadian).and_then(|(offer, part)| Share::of(part, offer));
    let reached = match (share, SHARE_REQUIRED.latest()) {
        (Some(share), Some(asked)) => share.reaches(asked.value).into(),
        _ => Finding::Unknown,
    };
    let sentence = match reached {
        Finding::Yes => words.regime_reached(),
        Finding::No => words.regime_missed(),
        Finding::Unknown => words.regime_open(),
    };
    let summary =
        form.answer(Mark::from(reached), words.regime_word(), sentence, Some(Source::Sm36.at("4.3")));
    side_by_side(&mut form, &typed, share, reached);
    figures(&mut form, &typed);
    points(&mut form);
    form.finish(words.regime_title(), summary)
}

fn asked(form: &mut Form<'_>) -> Typed {
    let w = form.words;
    let (offer, canadian, added, cusma) = form.group(w.regime_bid(), |form| {
        let offer = form.amount("offer", bare(w.regime_offer()));
        let canadian = part(form, "canadian_part", offer, ask(w.regime_canadian(), w.regime_canadian_hint()));
        let added = part(form, "added", offer, ask(w.regime_added(), w.regime_added_hint()));
        let cusma = form.asks("cusma", bare(w.regime_cusma_good()));
        (offer, canadian, added, cusma)
    });
    let supplier = form.group(w.regime_supplier(), |form| Supplier {
        place: form.asks("place", bare(w.regime_place())),
        taxes: form.asks("files_taxes", bare(w.regime_taxes())),
        address: form.asks("address", bare(w.regime_address())),
        work: form.asks("work", bare(w.regime_work())),
    });
    Typed { offer, canadian, added, cusma, supplier }
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

fn side_by_side(form: &mut Form<'_>, typed: &Typed, share: Option<Share>, reached: Finding) {
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
        let cite = form.cited(regime.cite());
        let asks = if cite.is_empty() {
            w.form_sure(&asks, &form.sureness(regime.mark()))
        } else {
            w.form_sure(&asks, &cite)
        };
        rows.push(vec![cell(name), cell(asks), this_bid(form, typed, regime, share, reached)]);
    }
    form.table(w.regime_table(), vec![w.regime_col(), w.regime_col_asks(), w.regime_col_bid()], rows);
}

fn this_bid(form: &Form<'_>, typed: &Typed, regime: Regime, share: Option<Share>, reached: Finding) -> Cell {
    let w = form.words;
    match regime {
        Regime::CanadianContent => {
            let said = share.map_or_else(
                || w.regime_no_amounts(),
                |share| w.regime_share(&i18n::percent(w.lang(), share.shown())),
            );
            marked(Mark::from(reached), said)
        }
        Regime::Cusma => marked(Mark::from(typed.cusma), form.word(typed.cusma)),
        Regime::BuyCanadian => {
            let supplier = typed.supplier.is_canadian();
            let said = match supplier {
                Finding::Yes => w.regime_supplier_yes(),
                Finding::No => w.regime_supplier_no(),
                Finding::Unknown => w.regime_supplier_open(),
            };
            marked(Mark::from(supplier), said)
        }
        Regime::MadeInCanada | Regime::ProductOfCanada => cell(w.regime_not_computed()),
    }
}

fn figures(form: &mut Form<'_>, typed: &Typed) {
    let w = form.words;
    let Some(offer) = typed.offer else { return };
    form.heading(w.regime_bc());
    let mut facts = Vec::new();
    if typed.supplier.is_canadian() == Finding::Yes {
        facts.push((w.regime_credit(), form.money(supplier_credit(offer))));
    }
    if let Some(found) = typed.added.and_then(|added| price_based(offer, added, CONTENT_WEIGHT)) {
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
