//! The certificate: which sentence it is, whether the facts support it, when it is due, what to keep.

use super::form::{Form, ask, bare};
use super::plan::requirement;
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::calendar::Holiday;
use crate::policy::certificate::{By, KeepRule, Records, Signing, by, keep, signing};
use crate::policy::clause::Requirement;
use crate::policy::plan::DueWith;
use crate::present::sheet::{Block, FieldKind, RowBlock, RowsBlock, Sheet, Values, field_of};
use crate::present::views::Mark;
use crate::units::{Day, Source};

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.cert_lede());
    let sentence = requirement(&mut form, ask(words.cert_sentence(), words.cert_sentence_hint()), sentence);
    let summary = match sentence {
        Some(Requirement::GoodsByItem) => by_item(&mut form),
        _ => whole(&mut form, sentence),
    };
    if let Some(sentence) = sentence {
        claims(&mut form, sentence);
    }
    due(&mut form);
    records(&mut form);
    form.finish(words.cert_title(), summary)
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

/// One answer for the whole bid.
fn whole(form: &mut Form<'_>, sentence: Option<Requirement>) -> String {
    let w = form.words;
    if sentence == Some(Requirement::Textiles) {
        return form.answer(
            Mark::Unknown,
            w.cert_word_open(),
            w.cert_says_textiles(),
            Some(Source::Sm36.at("3.4")),
        );
    }
    let holds = form.asks("holds", ask(w.cert_holds(), w.cert_holds_hint()));
    // What supports a sentence can only be said once it is known which sentence that is.
    let holds = if sentence.is_none() { Finding::Unknown } else { holds };
    let cite = sentence.and_then(Requirement::paragraph).map(|paragraph| Source::A3050t.at(paragraph));
    let (mark, word, says) = match signing(None, sentence, holds) {
        Signing::Supported => (Mark::Yes, w.cert_word_sign(), w.cert_says_sign()),
        Signing::NotSupported => (Mark::No, w.cert_word_stop(), w.cert_says_stop()),
        Signing::Open | Signing::PerItem | Signing::NoneAsked => {
            (Mark::Unknown, w.cert_word_open(), w.cert_says_open())
        }
    };
    form.answer(mark, word, says, cite)
}

/// An answer for each item.
fn by_item(form: &mut Form<'_>) -> String {
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
    let yes = found.iter().filter(|it| **it == Finding::Yes).count();
    let cite = Some(Source::A3050t.at("3(b)"));
    if found.is_empty() || (yes == 0 && found.contains(&Finding::Unknown)) {
        return form.answer(Mark::Unknown, w.cert_word_open(), w.cert_says_open(), cite);
    }
    if yes == 0 {
        return form.answer(Mark::No, w.cert_word_stop(), w.cert_says_stop(), cite);
    }
    let says = w.cert_says_items(&yes.to_string(), &found.len().to_string());
    let mark = if yes == found.len() { Mark::Yes } else { Mark::Part };
    form.answer(mark, w.cert_word_items(), says, cite)
}

fn claims(form: &mut Form<'_>, sentence: Requirement) {
    let w = form.words;
    let (claim, other) = match sentence {
        Requirement::OneGood => (w.cert_claims_good(), w.other_claims_good()),
        Requirement::GoodsTogether | Requirement::Services | Requirement::Mix => {
            (w.cert_claims_share(), w.other_claims_share())
        }
        Requirement::GoodsByItem => (w.cert_claims_items(), w.other_claims_items()),
        Requirement::OneService => (w.cert_claims_service(), w.other_claims_service()),
        Requirement::Textiles => return,
    };
    form.heading(w.cert_claims());
    form.list(vec![claim.clone()]);
    form.note(Mark::Unknown, w.cert_claims_open(), Some(Source::Bgmcert.whole()));
    form.fold(w.cert_cover(), false, |form| {
        let bidder = form.typed("bidder", bare(w.cert_bidder()), FieldKind::Text, String::new());
        let number = form.typed("solicitation", bare(w.cert_solicitation()), FieldKind::Text, String::new());
        let or_blank = |text: &str| if text.is_empty() { String::from("________") } else { text.to_owned() };
        let (bidder, number) = (or_blank(bidder), or_blank(number));
        form.put(Block::Quote(w.cert_cover_text(&bidder, &number, &claim)));
        form.text(w.cert_cover_both());
        form.put(Block::Quote(w.other_cover_text(&bidder, &number, &other)));
        form.hint(w.cert_cover_hint());
    });
}

fn due(form: &mut Form<'_>) {
    let w = form.words;
    form.group(w.cert_due_group(), |form| {
        let options = [("with", w.cert_due_with()), ("ask", w.cert_due_ask())];
        let due = form.pick("due", bare(w.cert_due()), &options).map(|at| match at {
            0 => DueWith::BidMandatory,
            _ => DueWith::OnRequest,
        });
        let closing = form.day("closing", bare(w.cert_closing()));
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
