//! Planning a solicitation: from what the officer believes about the market to limit, due date and clauses.

use super::form::{Form, ask, bare};
use crate::finding::Finding;
use crate::i18n::Words;
use crate::policy::clause::{Instrument, Limit, Pairing, Requirement};
use crate::policy::plan::{
    CODES, DueWith, Market, MayBid, Plan, Remark, Wanted, enough, limit_cite, may_bid, plan,
};
use crate::policy::questions::Question;
use crate::present::sheet::{Block, Sheet, Values};
use crate::present::views::Mark;
use crate::units::Day;

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.plan_lede());
    let wanted = asked(&mut form);
    let planned = plan(&wanted);
    let summary = said(&mut form, &planned);
    if planned.limit.is_some() {
        facts(&mut form, &wanted, &planned);
    }
    for remark in &planned.remarks {
        form.note(Mark::Unknown, remark_text(words, *remark), Some(remark.cite()));
    }
    if planned.limit == Some(Limit::Open) {
        open_to(&mut form, wanted.published);
    }
    if planned.limit.is_some() {
        form.put(Block::Print(words.handle_print()));
    }
    form.finish(words.plan_title(), summary)
}

fn asked(form: &mut Form<'_>) -> Wanted {
    let w = form.words;
    let published = form.day("published", bare(w.plan_published()));
    let set_aside = form.asks("set_aside", ask(w.plan_set_aside(), w.plan_set_aside_hint()));
    let number = enough(published).to_string();
    let markets = [
        ("enough", w.plan_market_enough(&number)),
        ("uncertain", w.plan_market_uncertain(&number)),
        ("few", w.plan_market_few(&number)),
    ];
    let market = form.pick("market", ask(w.plan_market(), w.plan_market_hint(&number)), &markets);
    let market = market.map(|at| match at {
        0 => Market::Enough,
        1 => Market::Uncertain,
        _ => Market::TooFew,
    });
    let requirement =
        requirement(form, ask(w.plan_requirement(), w.plan_requirement_hint()), requirement_name);
    let standing = form.check("rfso", bare(w.plan_instrument()));
    let mut wanted = Wanted {
        market,
        requirement,
        instrument: if standing { Instrument::StandingOffer } else { Instrument::Bid },
        public_opening: Finding::Unknown,
        mandatory: Finding::Unknown,
        urgent: Finding::Unknown,
        set_aside,
        published,
    };
    if market == Some(Market::Enough) {
        wanted.public_opening = form.asks("public", bare(w.plan_public()));
        if wanted.public_opening == Finding::No {
            wanted.mandatory = form.asks("mandatory", bare(w.plan_mandatory()));
        }
        if wanted.mandatory == Finding::Yes {
            wanted.urgent = form.asks("urgent", bare(w.plan_urgent()));
        }
    }
    wanted
}

/// Who may bid where the limit is open.
fn open_to(form: &mut Form<'_>, published: Option<Day>) {
    let w = form.words;
    let among = [Question::Reciprocal];
    let defence = form.asks("defence", bare(w.plan_defence()));
    let say = |found: &Option<MayBid>| match found {
        Some(MayBid::Everyone) => w.plan_may_everyone(),
        Some(MayBid::CanadianAndPartners) => w.plan_may_partners(),
        None => w.plan_may_open(),
    };
    let found = may_bid(published, defence, form.readings(&among));
    form.put(Block::Facts(vec![(w.plan_may(), say(&found))]));
    form.open_questions(&among, &|readings| may_bid(published, defence, readings), &say);
}

/// Asks for the kind of requirement, each named by `name`.
pub(super) fn requirement(
    form: &mut Form<'_>,
    ask: super::form::Ask,
    name: fn(&Words, Requirement) -> String,
) -> Option<Requirement> {
    let ids = ["good", "goods_agg", "goods_items", "service", "services", "mix", "textiles"];
    let mut options = Vec::new();
    for (id, requirement) in ids.into_iter().zip(Requirement::ALL) {
        options.push((id, name(form.words, requirement)));
    }
    form.pick("requirement", ask, &options).and_then(|at| Requirement::ALL.get(at).copied())
}

fn requirement_name(w: &Words, requirement: Requirement) -> String {
    match requirement {
        Requirement::OneGood => w.req_one_good(),
        Requirement::GoodsTogether => w.req_goods_together(),
        Requirement::GoodsByItem => w.req_goods_items(),
        Requirement::OneService => w.req_one_service(),
        Requirement::Services => w.req_services(),
        Requirement::Mix => w.req_mix(),
        Requirement::Textiles => w.req_textiles(),
    }
}

fn said(form: &mut Form<'_>, planned: &Plan) -> String {
    let w = form.words;
    let (mark, word, sentence) = match planned.limit {
        Some(Limit::Solely) => (Mark::Yes, w.limit_solely(), w.plan_says_solely()),
        Some(Limit::Conditionally) => (Mark::Yes, w.limit_conditionally(), w.plan_says_conditionally()),
        Some(Limit::Open) => (Mark::Yes, w.limit_open(), w.plan_says_open()),
        None => (Mark::Unknown, w.plan_word_blank(), w.plan_says_blank()),
    };
    form.answer(mark, word, sentence, planned.limit.map(limit_cite))
}

fn facts(form: &mut Form<'_>, wanted: &Wanted, planned: &Plan) {
    let w = form.words;
    let mut facts = vec![(w.plan_facts_enough(), planned.enough.to_string())];
    if wanted.set_aside == Finding::Yes {
        facts.push((w.plan_facts_aside(), w.plan_aside_clauses()));
    }
    if let Some(code) = planned.code {
        facts.push((w.plan_facts_code(), w.form_sure(code, &form.sureness(CODES))));
    }
    let due = planned
        .due
        .map_or_else(|| w.due_open(), |due| w.form_sure(&due_text(w, due), &form.cited(Some(due.cite()))));
    facts.push((w.plan_facts_due(), due));
    if let Some(paragraph) = wanted.requirement.and_then(Requirement::paragraph) {
        facts.push((w.plan_facts_test(), w.plan_test_of(paragraph)));
    }
    if let Some(clauses) = planned.clauses {
        let sure = match clauses.pairing {
            Pairing::Sourced => w.pairing_sourced(),
            Pairing::Memory => w.pairing_memory(),
            Pairing::Unknown => w.pairing_unknown(),
            Pairing::None => String::new(),
        };
        let number = clauses.certification.map_or_else(|| w.plan_none(), |number| w.form_sure(number, &sure));
        facts.push((w.plan_facts_certification(), number));
        if !clauses.with.is_empty() {
            facts.push((w.plan_facts_with(), clauses.with.join(", ")));
        }
        if let Some(award) = clauses.award {
            facts.push((w.plan_facts_award(), award.to_owned()));
        }
    }
    form.put(Block::Facts(facts));
}

fn due_text(w: &Words, due: DueWith) -> String {
    match due {
        DueWith::BidPublicOpening => w.due_public(),
        DueWith::BidMandatory => w.due_mandatory(),
        DueWith::BidConditional => w.due_conditional(),
        DueWith::OnRequest => w.due_request(),
        DueWith::None => w.due_none(),
    }
}

fn remark_text(w: &Words, remark: Remark) -> String {
    match remark {
        Remark::SetAsideFirst => w.remark_set_aside(),
        Remark::MandatoryWithoutUrgency => w.remark_urgency(),
        Remark::NumberUnsure => w.remark_number(),
        Remark::Textiles => w.remark_textiles(),
        Remark::SeveralMayWin => w.remark_several(),
        Remark::ThreeNeeded => w.remark_three(),
        Remark::OpenNotToAll => w.remark_open(),
    }
}
