//! Set-asides: two levels, two figures.

use super::form::{Form, ask, bare};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::policy::set_aside::{Facts, Levels, Point, levels};
use crate::present::sheet::{Block, Sheet, Values};
use crate::present::views::Mark;
use crate::units::{Day, Money, Share, Source};

/// The screen.
pub(super) fn sheet(words: &Words, values: &Values, today: Day) -> Sheet {
    let mut form = Form::new(words, values, today);
    form.text(words.aside_lede());
    let facts = asked(&mut form);
    let judged = levels(&facts);
    let summary = said(&mut form, &judged);
    form.reasons(&judged.one, &|point, _| point_text(words, point));
    level_two(&mut form, &judged);
    figures(&mut form, &facts);
    form.note(Mark::Unknown, words.aside_verify(), Some(Source::Bgind.whole()));
    form.finish(words.aside_title(), summary)
}

fn asked(form: &mut Form<'_>) -> Facts {
    let w = form.words;
    let mut facts = form.group(w.aside_level_one(), |form| {
        let certificate =
            form.asks("aside_certificate", ask(w.aside_certificate(), w.aside_certificate_hint()));
        // Zero is no percentage that a rule could ask for, so it is read apart.
        let zero = form.values.get("owned").bytes().all(|digit| digit == b'0')
            && !form.values.get("owned").is_empty();
        let owned_ask = ask(w.aside_owned(), w.aside_owned_hint());
        let owned = if zero {
            form.put_plain("owned", owned_ask);
            None
        } else {
            form.percent("owned", owned_ask)
        };
        let controlled = form.asks("controlled", bare(w.aside_controlled()));
        let subcontracted = form.asks("subcontracted", bare(w.aside_subcontracted()));
        let mut facts = Facts {
            value: None,
            certificate,
            owned,
            owned_nothing: zero,
            controlled,
            subcontracted,
            total: None,
            materials: None,
            indigenous: None,
            canadian: Finding::Unknown,
        };
        if subcontracted == Finding::Yes {
            work(form, &mut facts);
        }
        facts
    });
    form.group(w.aside_level_two(), |form| {
        facts.value = form.amount("value", bare(w.aside_value()));
        facts.canadian = form.asks("meets_share", ask(w.aside_canadian(), w.aside_canadian_hint()));
    });
    facts
}

fn work(form: &mut Form<'_>, facts: &mut Facts) {
    let w = form.words;
    facts.total = form.amount("total", bare(w.aside_total()));
    let (mut block, materials) =
        form.amount_field("materials", ask(w.aside_materials(), w.aside_materials_hint()));
    facts.materials = materials;
    if let (Some(total), Some(materials)) = (facts.total, materials)
        && total < materials
    {
        block.problem = w.aside_too_many_materials();
    }
    form.put(Block::Field(block));
    let (mut block, done) = form.amount_field("indigenous", bare(w.aside_indigenous()));
    facts.indigenous = done;
    if let (Some(base), Some(done)) = (base(facts), done)
        && base < done
    {
        block.problem = w.aside_too_much_work();
    }
    form.put(Block::Field(block));
}

/// The work without materials.
fn base(facts: &Facts) -> Option<Money> {
    let (total, materials) = (facts.total?, facts.materials?);
    (materials <= total).then(|| total.less(materials))
}

fn said(form: &mut Form<'_>, judged: &Levels) -> String {
    let w = form.words;
    let (word, sentence) = match judged.one.finding {
        Finding::Yes => (w.aside_word_yes(), w.aside_says_yes()),
        Finding::No => (w.aside_word_no(), w.aside_says_no()),
        Finding::Unknown => (w.aside_word_open(), w.aside_says_open()),
    };
    form.answer(Mark::from(judged.one.finding), word, sentence, judged.one.cite.clone())
}

fn level_two(form: &mut Form<'_>, judged: &Levels) {
    let w = form.words;
    form.heading(w.aside_level_two());
    if judged.two_applies == Finding::No {
        form.note(Mark::Unknown, w.aside_two_off(), Some(Source::Sm36.at("7")));
        return;
    }
    let text = match judged.two.finding {
        Finding::Yes => w.aside_two_yes(),
        Finding::No => w.aside_two_no(),
        Finding::Unknown => w.aside_two_open(),
    };
    form.note(Mark::from(judged.two.finding), text, judged.two.cite.clone());
    form.reasons(&judged.two, &|point, _| point_text(w, point));
}

fn figures(form: &mut Form<'_>, facts: &Facts) {
    let w = form.words;
    let share = base(facts).zip(facts.indigenous).and_then(|(base, done)| Share::of(done, base));
    let work = share.map_or_else(|| w.aside_no_figure(), |share| i18n::percent(w.lang(), share.shown()));
    form.heading(w.aside_figures());
    form.put(Block::Facts(vec![
        (w.aside_figure_work(), work),
        (w.aside_figure_share(), w.aside_figure_share_where()),
    ]));
}

fn point_text(w: &Words, point: &Point) -> String {
    let money = |amount: &Money| i18n::money(w.lang(), *amount);
    match point {
        Point::LevelOne => w.aside_p_level_one(),
        Point::Certificate => w.aside_p_certificate(),
        Point::Ownership => w.aside_p_ownership(),
        Point::Owned => w.aside_p_owned(),
        Point::Controlled => w.aside_p_controlled(),
        Point::Work => w.aside_p_work(),
        Point::NothingSubcontracted => w.aside_p_nothing(),
        Point::WorkDone { done, base, needed } => w.aside_p_done(&money(done), &money(base), &money(needed)),
        Point::WorkKnown => w.aside_p_known(),
        Point::LevelTwo => w.aside_p_level_two(),
        Point::Floor => w.aside_p_floor(),
        Point::Canadian => w.aside_p_canadian(),
    }
}
