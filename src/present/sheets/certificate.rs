//! The certificate: which sentence it is, whether the facts support it, when it is due, what to keep.

use super::Context;
use super::form::{Form, ask, bare};
use super::of_bid::{self, OfBid};
use super::plan::requirement;
use crate::decide::{
    BidAnswer, Counts, LineStatus, Support, fitting, may_award_part, met, share_of, support,
};
use crate::finding::Finding;
use crate::i18n::{self, Lang, Words};
use crate::policy::SHARE_REQUIRED;
use crate::policy::calendar::Holiday;
use crate::policy::certificate::{By, KeepRule, Records, Signing, by, estimated, keep, signing};
use crate::policy::clause::Requirement;
use crate::policy::plan::DueWith;
use crate::policy::questions::{Question, Readings};
use crate::present::sheet::{Block, FieldKind, RowBlock, RowsBlock, Sheet, field_of};
use crate::present::views::Mark;
use crate::units::{Citation, Day, Percent, Source};

/// The screen.
pub(super) fn sheet(context: &Context<'_>) -> Sheet {
    let words = context.words;
    let mut form = Form::new(words, context.values, context.today);
    form.text(words.cert_lede());
    let of_bid = of_bid::choose(context, &mut form);
    let fitting = of_bid.as_ref().and_then(|it| fitting(&it.bid, it.decision.readings));
    let hint = match fitting {
        Some(fitting) => words.bid_fitting(&sentence(words, fitting)),
        None => words.cert_sentence_hint(),
    };
    let chosen = requirement(&mut form, ask(words.cert_sentence(), hint), sentence);
    let sentence = chosen.or(fitting);
    let (summary, signing) = match (&of_bid, sentence) {
        (Some(it), _) => of_a_bid(&mut form, it, sentence),
        (None, Some(Requirement::GoodsByItem)) => by_item(&mut form),
        (None, _) => whole(&mut form, sentence),
    };
    if let Some(sentence) = sentence {
        claims(&mut form, of_bid.as_ref(), sentence, signing);
    }
    due(&mut form, of_bid.as_ref().and_then(OfBid::closing));
    if let Some(it) = &of_bid {
        in_part(&mut form, it);
    }
    records(&mut form);
    let mut sheet = form.finish(words.cert_title(), summary);
    if let Some(it) = &of_bid {
        it.needs(&mut sheet);
    }
    sheet
}

fn sentence(w: &Words, requirement: Requirement) -> String {
    match requirement {
        Requirement::OneGood => w.cert_s_one_good(),
        Requirement::GoodsTogether => w.cert_s_together(),
        Requirement::GoodsByItem => w.cert_s_items(),
        Requirement::OneService => w.cert_s_one_service(),
        Requirement::Services => w.cert_s_services(),
        Requirement::Mix => w.cert_s_mix(),
        Requirement::Textiles => w.cert_s_textiles(),
    }
}

/// What the facts of a bid say of the sentence.
fn of_a_bid(form: &mut Form<'_>, it: &OfBid<'_>, sentence: Option<Requirement>) -> (String, Signing) {
    let w = form.words;
    it.told(form);
    let together =
        matches!(sentence, Some(Requirement::GoodsTogether | Requirement::Services | Requirement::Mix));
    let standing = if together { form.asks("standing", bare(w.cert_standing())) } else { Finding::No };
    let readings = form.readings(&[Question::Estimates]);
    let found = sentence.map(|sentence| support(&it.bid, &it.decision, sentence, it.decision.readings));
    let cite = sentence.and_then(Requirement::paragraph).map(|paragraph| Source::A3050t.at(paragraph));
    let said = match &found {
        None => (form.answer(Mark::Unknown, w.cert_word_open(), w.cert_says_open(), None), Signing::Open),
        Some(Support::DoesNotFit) => {
            (form.answer(Mark::Unknown, w.cert_word_open(), w.bid_misfit(), cite), Signing::Open)
        }
        Some(Support::Holds(_)) if sentence == Some(Requirement::Textiles) => textiles(form),
        Some(Support::Holds(holds)) => answered(form, sentence, estimated(*holds, standing, readings), cite),
        Some(Support::PerItem(items)) => {
            let all = items.canadian.len() + items.not_canadian.len() + items.undetermined.len();
            items_said(form, items.canadian.len(), items.undetermined.len(), all)
        }
    };
    if standing == Finding::Yes
        && let Some(Support::Holds(holds)) = found
    {
        form.open_questions(
            &[Question::Estimates],
            &|readings| estimated(holds, standing, readings),
            &|holds| match holds {
                Finding::Unknown => w.cert_then_open(),
                _ => signing_text(w, signing(None, sentence, *holds)).1,
            },
        );
    }
    it.status_table(form, sentence);
    said
}

fn signing_text(w: &Words, signing: Signing) -> (Mark, String, String) {
    match signing {
        Signing::Supported => (Mark::Yes, w.cert_word_sign(), w.cert_says_sign()),
        Signing::NotSupported => (Mark::No, w.cert_word_stop(), w.cert_says_stop()),
        Signing::Open | Signing::PerItem | Signing::NoneAsked => {
            (Mark::Unknown, w.cert_word_open(), w.cert_says_open())
        }
    }
}

fn answered(
    form: &mut Form<'_>,
    sentence: Option<Requirement>,
    holds: Finding,
    cite: Option<Citation>,
) -> (String, Signing) {
    let signing = signing(None, sentence, holds);
    let (mark, word, says) = signing_text(form.words, signing);
    (form.answer(mark, word, says, cite), signing)
}

fn textiles(form: &mut Form<'_>) -> (String, Signing) {
    let w = form.words;
    let cite = Some(Source::Sm36.at("3.4"));
    (form.answer(Mark::Unknown, w.cert_word_open(), w.cert_says_textiles(), cite), Signing::Open)
}

/// One answer for the whole bid.
fn whole(form: &mut Form<'_>, sentence: Option<Requirement>) -> (String, Signing) {
    let w = form.words;
    if sentence == Some(Requirement::Textiles) {
        return textiles(form);
    }
    let holds = form.asks("holds", ask(w.cert_holds(), w.cert_holds_hint()));
    // What supports a sentence can only be said once it is known which sentence that is.
    let holds = if sentence.is_none() { Finding::Unknown } else { holds };
    let cite = sentence.and_then(Requirement::paragraph).map(|paragraph| Source::A3050t.at(paragraph));
    answered(form, sentence, holds, cite)
}

/// An answer for each item.
fn by_item(form: &mut Form<'_>) -> (String, Signing) {
    let w = form.words;
    let mut rows = Vec::new();
    let mut found = Vec::new();
    for id in form.values.ids("item") {
        let name = form.line_field(&field_of("item", &id, "name"), bare(w.cert_item_name()), FieldKind::Text);
        let (block, canadian) =
            form.asks_field(&field_of("item", &id, "canadian"), bare(w.cert_item_canadian()));
        let result = match canadian {
            Finding::Yes => w.cert_item_mark(),
            Finding::No => w.cert_item_no(),
            Finding::Unknown => w.cert_item_open(),
        };
        let called = if name.value.is_empty() { w.cert_item(&id) } else { name.value.clone() };
        found.push(canadian);
        rows.push(RowBlock {
            id,
            name: called,
            fields: vec![name, block],
            result: Some((Mark::from(canadian), result)),
            remove: w.cert_item_remove(),
        });
    }
    form.put(Block::Rows(RowsBlock {
        name: String::from("item"),
        caption: w.cert_items(),
        rows,
        add: w.cert_item_add(),
    }));
    let of = |finding: Finding| found.iter().filter(|it| **it == finding).count();
    items_said(form, of(Finding::Yes), of(Finding::Unknown), found.len())
}

/// The answer for so many items, of which so many are Canadian and so many are not settled.
fn items_said(form: &mut Form<'_>, yes: usize, open: usize, all: usize) -> (String, Signing) {
    let w = form.words;
    let cite = Some(Source::A3050t.at("3(b)"));
    if all == 0 || (yes == 0 && 0 < open) {
        return (form.answer(Mark::Unknown, w.cert_word_open(), w.cert_says_open(), cite), Signing::Open);
    }
    if yes == 0 {
        return (form.answer(Mark::No, w.cert_word_stop(), w.cert_says_stop(), cite), Signing::NotSupported);
    }
    let says = w.cert_says_items(&yes.to_string(), &all.to_string());
    let mark = if yes == all { Mark::Yes } else { Mark::Part };
    (form.answer(mark, w.cert_word_items(), says, cite), Signing::Supported)
}

fn claims(form: &mut Form<'_>, of_bid: Option<&OfBid<'_>>, sentence: Requirement, signing: Signing) {
    let w = form.words;
    let (claim, other) = match sentence {
        Requirement::OneGood => (w.cert_claims_good(), w.other_claims_good()),
        Requirement::GoodsTogether | Requirement::Services | Requirement::Mix => {
            let usual = SHARE_REQUIRED.latest().map(|entry| entry.value);
            let share = of_bid.map(|it| it.bid.threshold).or(usual).unwrap_or(Percent::whole(80));
            let said = |lang: Lang| i18n::percent(lang, share.get());
            let (own, other) = (said(w.lang()), said(w.lang().other()));
            (w.cert_claims_share(&own), w.other_claims_share(&other))
        }
        Requirement::GoodsByItem => (w.cert_claims_items(), w.other_claims_items()),
        Requirement::OneService => (w.cert_claims_service(), w.other_claims_service()),
        Requirement::Textiles => return,
    };
    form.heading(w.cert_claims());
    form.list(vec![claim.clone()]);
    form.note(Mark::Unknown, w.cert_claims_open(), Some(Source::Bgmcert.whole()));
    match signing {
        Signing::Supported => {}
        // There is nothing to accompany: the answer above says to stop.
        Signing::NotSupported => return,
        _ => return form.hint(w.cert_cover_later()),
    }
    form.fold(w.cert_cover(), false, |form| {
        let bidder = form.typed("bidder", bare(w.cert_bidder()), FieldKind::Text, String::new());
        let read =
            of_bid.map(|it| it.draft.notice.get("solicitation").to_owned()).filter(|it| !it.is_empty());
        let label = of_bid::ask_from(w, w.cert_solicitation(), read.clone());
        let number = form.typed("solicitation", label, FieldKind::Text, String::new());
        let number = if number.is_empty() { read.unwrap_or_default() } else { number.to_owned() };
        let or_blank = |text: &str| if text.is_empty() { String::from("________") } else { text.to_owned() };
        let (bidder, number) = (or_blank(bidder), or_blank(&number));
        let mut text = w.cert_cover_text(&bidder, &number, &claim);
        let mut in_other = w.other_cover_text(&bidder, &number, &other);
        if let (Some(it), Requirement::GoodsByItem) = (of_bid, sentence) {
            let items =
                it.numbered(&|line| line.status == LineStatus::Canadian && line.counts == Counts::AsItself);
            for (text, more) in
                [(&mut text, w.cert_cover_items(&items)), (&mut in_other, w.other_cover_items(&items))]
            {
                text.push(' ');
                text.push_str(&more);
            }
        }
        form.quote(w.lang().id(), text);
        form.text(w.cert_cover_both());
        form.quote(w.lang().other().id(), in_other);
        form.hint(w.cert_cover_hint());
    });
}

/// Whether a part of the bid may be awarded (Q14).
fn in_part(form: &mut Form<'_>, it: &OfBid<'_>) {
    let w = form.words;
    let BidAnswer::Aggregate { share, .. } = &it.decision.answer else { return };
    let typed = form.values.get("part_lines");
    form.fold(w.cert_part_fold(), !typed.is_empty(), |form| {
        let (mut ids, mut stray) = (Vec::new(), Vec::new());
        for number in typed.split([',', ';', ' ']).filter(|it| !it.is_empty()) {
            let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            match place.and_then(|at| it.bid.lines.get(at)) {
                Some(line) => ids.push(line.id),
                None => stray.push(number.to_owned()),
            }
        }
        let problem = if stray.is_empty() { String::new() } else { w.cert_part_stray(&stray.join(", ")) };
        form.typed("part_lines", ask(w.cert_part_lines(), w.cert_part_hint()), FieldKind::Text, problem);
        if ids.is_empty() || !stray.is_empty() {
            return;
        }
        let part = share_of(&it.bid, &it.decision, &ids);
        let shown = part.low.map_or_else(String::new, |low| i18n::percent(w.lang(), low.shown()));
        let among = [Question::PartialAward];
        let may = |readings: Readings| may_award_part(met(share.outcome), met(part.outcome), readings);
        let say = |found: &Finding| match found {
            Finding::Yes => w.cert_part_yes(&shown),
            Finding::No => w.cert_part_no(&shown),
            Finding::Unknown => w.cert_part_open(),
        };
        let found = may(form.readings(&among));
        form.note(Mark::from(found), say(&found), Some(Source::Sm36.at("4.6")));
        form.open_questions(&among, &may, &say);
    });
}

fn due(form: &mut Form<'_>, of_bid: Option<Day>) {
    let w = form.words;
    form.group(w.cert_due_group(), |form| {
        let options = [("with", w.cert_due_with()), ("ask", w.cert_due_ask())];
        let due = form.pick("due", bare(w.cert_due()), &options).map(|at| match at {
            0 => DueWith::BidMandatory,
            _ => DueWith::OnRequest,
        });
        let label = of_bid::ask_from(w, w.cert_closing(), of_bid.map(i18n::day));
        let closing = form.day("closing", label);
        let typed = !form.values.get("closing").is_empty();
        // What was typed and cannot be read is not filled in from the bid.
        let closing = if typed { closing } else { of_bid };
        let asked = match due {
            Some(DueWith::OnRequest) => {
                let (mut block, asked) = form.day_field("asked", ask(w.cert_asked(), w.cert_asked_hint()));
                let early = closing.zip(asked).is_some_and(|(closing, asked)| asked < closing);
                if early {
                    block.problem = w.cert_asked_early();
                }
                form.put(Block::Field(block));
                asked.filter(|_| !early)
            }
            _ => None,
        };
        match by(due, closing, asked) {
            Some(By::Closing(Some(day))) => {
                form.note(Mark::Yes, w.cert_by_closing(&i18n::day(day)), Some(Source::Sm36.at("4.8")));
            }
            Some(By::Closing(None)) => {
                form.note(Mark::Unknown, w.cert_by_closing_open(), Some(Source::Sm36.at("4.8")));
            }
            Some(By::Asked(Some(due))) => {
                let text = w.cert_by_asked(&i18n::day(due.day));
                form.note(Mark::Yes, text, Some(Source::Bgver.whole()));
                if !due.passed.is_empty() {
                    let mut passed = Vec::new();
                    for (day, holiday) in &due.passed {
                        passed.push(w.form_sure(&holiday_name(w, *holiday), &i18n::day(*day)));
                    }
                    form.hint(w.cert_passed(&passed.join(", ")));
                }
            }
            Some(By::Asked(None)) => {
                form.note(Mark::Unknown, w.cert_by_asked_open(), Some(Source::Bgver.whole()));
            }
            Some(By::Never) | None => {}
        }
    });
}

/// What a holiday is called.
pub(super) fn holiday_name(w: &Words, holiday: Holiday) -> String {
    match holiday {
        Holiday::NewYear => w.hol_new_year(),
        Holiday::GoodFriday => w.hol_good_friday(),
        Holiday::EasterMonday => w.hol_easter_monday(),
        Holiday::Victoria => w.hol_victoria(),
        Holiday::Canada => w.hol_canada(),
        Holiday::Labour => w.hol_labour(),
        Holiday::Reconciliation => w.hol_reconciliation(),
        Holiday::Thanksgiving => w.hol_thanksgiving(),
        Holiday::Remembrance => w.hol_remembrance(),
        Holiday::Christmas => w.hol_christmas(),
        Holiday::Boxing => w.hol_boxing(),
    }
}

/// What to keep, and until when: also part of the audit screen.
pub(super) fn records(form: &mut Form<'_>) {
    let w = form.words;
    form.group(w.keep_title(), |form| {
        form.list(vec![w.keep_things_prices(), w.keep_things_goods(), w.keep_things_people()]);
        let paid = form.day("paid", bare(w.keep_paid()));
        let claims = form.asks("claims", bare(w.keep_claims()));
        let settled = match claims {
            Finding::Yes => form.day("settled", bare(w.keep_settled())),
            _ => None,
        };
        let defence = form.asks("defence_contract", bare(w.keep_defence()));
        let completed = match defence {
            Finding::Yes => form.day("completed", bare(w.keep_completed())),
            _ => None,
        };
        let kept = keep(&Records { paid, claims, settled, defence, completed });
        match (kept.until, kept.at_least) {
            (Some(day), _) => form.note(Mark::Yes, w.keep_until(&i18n::day(day)), None),
            (None, Some(day)) => form.note(Mark::Unknown, w.keep_at_least(&i18n::day(day)), None),
            (None, None) => form.note(Mark::Unknown, w.keep_open(), Some(KeepRule::Payment.cite())),
        }
        let mut facts = Vec::new();
        for (rule, day) in &kept.rules {
            let name = match rule {
                KeepRule::Payment => w.keep_rule_payment(),
                KeepRule::Claims => w.keep_rule_claims(),
                KeepRule::Defence => w.keep_rule_defence(),
            };
            let day = day.map_or_else(|| w.keep_no_date(), i18n::day);
            facts.push((w.form_sure(&name, &form.cited(Some(rule.cite()))), day));
        }
        form.put(Block::Facts(facts));
    });
}
