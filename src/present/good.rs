//! One line on the Origin screen: its rule in words, its questions, its worksheet and its tree of reasons.

use super::bill::Bill;
use super::details::{details, of_line};
use super::lines::{fields, finding_word, line_name, mark, status};
use super::views::{GoodView, Mark, Reading, ReasonView, RuleView, WayView};
use super::worksheet::Worksheets;
use crate::case::{Good, GoodOrigin, LineId, MaterialId, Offer, StatedBasis};
use crate::decide::{Counts, LineDecision, LineStatus, Reason};
use crate::draft::{Draft, GoodForm, LineForm, RoleForm};
use crate::finding::Finding;
use crate::i18n::{self, Lang, Words};
use crate::judgement::{How, Judgement};
use crate::origin::judge::{fewest, old_codes};
use crate::origin::pack::{Pack, Patch, RuleSet};
use crate::origin::point::Point;
use crate::origin::remedy::remedies;
use crate::origin::rule::Row;
use crate::units::{Edition, Money};

/// A code of today may have been hundreds of older ones, each with its rules; so many are shown.
const MOST_RULES: usize = 20;
/// So many reasons are shown side by side: nobody reads ten thousand materials one by one.
const MOST_REASONS: usize = 200;
/// So many missing facts are named in one sentence.
const MOST_MISSING: usize = 12;

/// The line as the Origin screen shows it, with what is in the folds about `unfolded` items. Nothing where the draft has
/// no such line.
pub fn good(reading: &Reading<'_>, id: LineId, unfolded: &[u32]) -> Option<GoodView> {
    let index = reading.decision.lines.iter().position(|line| line.id == id)?;
    let (form, line) = (reading.draft.lines.get(index)?, &reading.decision.lines[index]);
    let facts = match &reading.bid.lines.get(index)?.offer {
        Offer::Good(GoodOrigin::ByRules(good)) => Some(good),
        _ => None,
    };
    let words = reading.words;
    let bill = Bill::new(&form.good);
    let material = |id: MaterialId| bill.name(words, id);
    let (mut rules, mut asks, mut contents) = (Vec::new(), Vec::new(), Vec::new());
    let (mut asks_more, mut asked) = (String::new(), Vec::new());
    let mut missing_text = String::new();
    let mut remedies_text = Vec::new();
    if let (Some(pack), Some(facts), Reason::ByRules(judged)) = (reading.pack, facts, &line.reason) {
        for code in &old_codes(pack, facts) {
            if rules.len() >= MOST_RULES {
                break;
            }
            for row in pack.rows_for(code, reading.bid.day) {
                let view = rule_view(words, pack, row, judged);
                if !rules.contains(&view) {
                    rules.push(view);
                }
            }
        }
        let more;
        (asks, asked, more) = super::asks::asks(words, pack, &bill, judged, &material);
        if more > 0 {
            asks_more = words.asks_more(&more.to_string());
        }
        let (bill, day, material) = (&bill, reading.bid.day, &material);
        contents = Worksheets { words, pack, good: facts, bill, day, material }.blocks(judged);
        missing_text = missing_sentence(words, pack, judged, &material);
        remedies_text = remedies_of(reading, pack, facts, &form.good);
    }
    let mut blocks = vec![of_line(reading, form)];
    if facts.is_some() {
        blocks.extend(details(reading, form, unfolded));
    }
    Some(GoodView {
        remedies: remedies_text,
        id,
        details: blocks,
        name: line_name(words, &form.description, index),
        mark: mark(line),
        status: status(words, line),
        sentence: main_reason(reading, form, line),
        rules,
        asks,
        asks_more,
        asked,
        contents,
        missing: missing_text,
        reasons: reasons(reading, form, line),
        fields: fields(words, reading.diagnostics, id),
        edition: words
            .rests_on(&set_name(words, reading.draft.rule_set.meaning()), &i18n::day(reading.bid.day)),
        codes_of: edition_name(words, codes_of(reading.draft)),
    })
}

/// What would mend a good that fails, in sentences.
pub(super) fn remedies_of(reading: &Reading<'_>, pack: &Pack, good: &Good, form: &GoodForm) -> Vec<String> {
    let mut said = Vec::new();
    let bill = Bill::new(form);
    let material = |id: MaterialId| bill.name(reading.words, id);
    for remedy in &remedies(pack, good, reading.bid.day) {
        said.push(i18n::remedy(reading.words, &material, remedy));
    }
    said
}

/// The name of a rule set.
pub fn set_name(words: &Words, set: RuleSet) -> String {
    match set {
        RuleSet::Cusma => words.set_cusma(),
        RuleSet::Nafta => words.set_nafta(),
        RuleSet::Annex => words.set_annex(),
    }
}

/// The edition in which the codes of a draft are typed.
pub(super) fn codes_of(draft: &Draft) -> Edition {
    if draft.code_edition.meaning() { Edition::Hs2022 } else { draft.rule_set.meaning().edition() }
}

/// The name of an edition of the Harmonized System.
pub(super) fn edition_name(words: &Words, edition: Edition) -> String {
    match edition {
        Edition::Hs2007 => words.edition_2007(),
        Edition::Hs2012 => words.edition_2012(),
        Edition::Hs2022 => words.edition_2022(),
        Edition::Annex => words.edition_annex(),
    }
}

/// The main reason of a line in one sentence.
pub(super) fn main_reason(reading: &Reading<'_>, form: &LineForm, line: &LineDecision) -> String {
    let words = reading.words;
    match line.counts {
        Counts::LeftOut if form.role == RoleForm::Tax => return words.line_left_out_tax(),
        Counts::LeftOut => return words.line_left_out_option(),
        Counts::With(_) => return words.line_with(),
        Counts::Charge => return words.line_charge(),
        Counts::AsItself => {}
    }
    match &line.reason {
        Reason::ByRules(judged) => match reading.pack {
            None => words.line_pack_missing(),
            Some(pack) => {
                let bill = Bill::new(&form.good);
                let material = |id| bill.name(words, id);
                if judged.finding == Finding::Unknown {
                    return missing_sentence(words, pack, judged, &material);
                }
                let deepest = telling(judged);
                i18n::point(words, pack, &material, &deepest.point, deepest.finding)
            }
        },
        Reason::PackMissing => words.line_pack_missing(),
        Reason::Stated(basis) => words.line_stated(&basis_text(words, *basis)),
        Reason::NotStated => words.line_not_stated(),
        Reason::Service(None) => words.line_unpriced(),
        Reason::Service(Some(answer)) => {
            let money = |amount: Money| i18n::money(words.lang(), amount);
            match line.status {
                LineStatus::Canadian => words.service_yes(),
                LineStatus::NotCanadian => words.service_no(),
                LineStatus::Partly => {
                    words.service_partly(&money(answer.part.canadian()), &money(answer.part.price()))
                }
                LineStatus::Undetermined => words.service_open(&money(answer.part.undetermined())),
            }
        }
    }
}

pub(super) fn basis_text(words: &Words, basis: StatedBasis) -> String {
    match basis {
        StatedBasis::WhollyProduced => words.basis_wholly_produced(),
        StatedBasis::SupplierStatement => words.basis_supplier_statement(),
        StatedBasis::Other => words.basis_other(),
    }
}

/// Goes through a judgement, without what became of materials made in Canada, which have answers of their own, or what a
/// part of vehicles would have to meet for a use that nobody has named.
pub(super) fn walk_known(judged: &Judgement<Point>, visit: &mut dyn FnMut(&Judgement<Point>)) {
    visit(judged);
    for part in &judged.because {
        let supposed = judged.how == How::Test && matches!(part.point, Point::ForVehicleUse { .. });
        if !supposed && !matches!(part.point, Point::MaterialMade { .. }) {
            walk_known(part, visit);
        }
    }
}

/// The reason that tells most in one sentence: as deep as the answer rests on a single part, but not past a material,
/// a figure or a provision.
fn telling(judged: &Judgement<Point>) -> &Judgement<Point> {
    let told = matches!(
        judged.point,
        Point::MaterialShift { .. }
            | Point::ContentBy { .. }
            | Point::DeMinimis { .. }
            | Point::OnlyOriginating
    );
    if told {
        return judged;
    }
    // The last part that carries the answer tells most. For a yes, earlier parts are preconditions of the rule; for a
    // no, the last alternative is the one that came closest. Only of a change that was not made, the material that
    // failed tells more than the tolerance that did not save it, and of a tolerance the amount.
    let next = match judged.point {
        Point::ChangeRequirement if judged.finding == Finding::No => judged.decisive().next(),
        Point::Tolerated => judged.decisive().next(),
        _ => judged.decisive().filter(|part| !is_beside(part)).last().or(judged.decisive().last()),
    };
    next.map_or(judged, telling)
}

/// Whether a reason stands beside what carries the answer: what became of a material, and content that is waived or not.
fn is_beside(judged: &Judgement<Point>) -> bool {
    matches!(judged.point, Point::MaterialMade { .. } | Point::ContentWaived { .. })
}

fn missing_sentence(
    words: &Words,
    pack: &Pack,
    judged: &Judgement<Point>,
    material: i18n::MaterialName<'_>,
) -> String {
    let mut facts = Vec::new();
    let all = fewest(judged);
    for fact in all.iter().take(MOST_MISSING) {
        facts.push(i18n::fact(words, pack, material, fact));
    }
    if all.len() > MOST_MISSING {
        facts.push(words.missing_more(&(all.len() - MOST_MISSING).to_string()));
    }
    if facts.is_empty() { String::new() } else { words.missing_list(&facts.join("; ")) }
}

/// The reasons of a line as a tree.
pub(super) fn reasons(reading: &Reading<'_>, form: &LineForm, line: &LineDecision) -> Vec<ReasonView> {
    match (&line.reason, reading.pack) {
        (Reason::ByRules(judged), Some(pack)) => {
            let bill = Bill::new(&form.good);
            let material = |id| bill.name(reading.words, id);
            vec![reason(reading.words, pack, &material, judged, true)]
        }
        (Reason::Stated(_), _) => {
            let mut view = plain_reason(reading, form, line);
            if !form.statement.note.trim().is_empty() {
                view.because.push(ReasonView {
                    text: form.statement.note.trim().to_owned(),
                    cite: String::new(),
                    because: vec![],
                    ..view.clone()
                });
            }
            view.cite = i18n::citation(reading.words, &crate::units::Source::Sm36.at("3.2"));
            vec![view]
        }
        (Reason::Service(_), _) => {
            let mut view = plain_reason(reading, form, line);
            view.cite = i18n::citation(reading.words, &crate::units::Source::Sm36.at("3.3"));
            vec![view]
        }
        _ => vec![plain_reason(reading, form, line)],
    }
}

fn plain_reason(reading: &Reading<'_>, form: &LineForm, line: &LineDecision) -> ReasonView {
    ReasonView {
        mark: mark(line),
        word: status(reading.words, line),
        text: main_reason(reading, form, line),
        cite: String::new(),
        decisive: true,
        because: Vec::new(),
    }
}

fn reason(
    words: &Words,
    pack: &Pack,
    material: i18n::MaterialName<'_>,
    judged: &Judgement<Point>,
    decisive: bool,
) -> ReasonView {
    let mut parts: Vec<&Judgement<Point>> = Vec::with_capacity(judged.because.len());
    for part in &judged.because {
        match part.point {
            // Of a material that was made in Canada: its reasons stand below its name, and it is not the good.
            Point::CanadianGood { .. } => parts.extend(&part.because),
            _ => parts.push(part),
        }
    }
    let mut because = Vec::with_capacity(parts.len().min(MOST_REASONS));
    for part in &parts {
        if because.len() == MOST_REASONS {
            because.push(note(words.reasons_more(&(parts.len() - MOST_REASONS).to_string())));
            break;
        }
        let mut view = reason(words, pack, material, part, part.finding == judged.finding);
        // One of several rows that may be the product's own.
        if judged.how == How::Test
            && let Point::Row { row } = &part.point
        {
            view.text = words.row_perhaps(row);
        }
        because.push(view);
    }
    if let Point::Row { row } = &judged.point {
        for patch in &pack.patches {
            if patch.row == *row {
                because.push(note(patch_note(words, patch)));
            }
        }
    }
    let text = i18n::point(words, pack, material, &judged.point, judged.finding);
    let mut cite = judged.cite.as_ref().map_or_else(String::new, |cite| i18n::citation(words, cite));
    // Nothing is said twice in a row: an only reason of the same words gives way to its own; one among others is what the
    // rule itself comes to, beside what stands in its place or is asked besides.
    let mark = Mark::from(judged.finding);
    let same = |part: &ReasonView| part.text == text && part.mark == mark;
    if because.len() == 1 && because.iter().all(same) {
        if let Some(only) = because.pop() {
            because = only.because;
            if cite.is_empty() {
                cite = only.cite;
            }
        }
    } else if let Some(part) = because.iter_mut().find(|part| part.text == text) {
        part.text = match judged.point {
            Point::MaterialShift { .. } => words.reason_itself_material(),
            _ => words.reason_itself(),
        };
    }
    ReasonView { mark, word: finding_word(words, judged.finding), text, cite, decisive, because }
}

/// How the official text of a row was corrected, restated or chosen before it was read.
pub(super) fn patch_note(words: &Words, patch: &Patch) -> String {
    let why = match words.lang() {
        Lang::En => &patch.why.0,
        Lang::Fr => &patch.why.1,
    };
    match patch.confidence.as_str() {
        "hand" => words.rules_by_hand(why),
        "english" => words.rules_followed(why),
        _ => words.rules_patched(why),
    }
}

/// What is to be known beside the reasons, and is none itself.
fn note(text: String) -> ReasonView {
    ReasonView {
        mark: Mark::Unknown,
        word: String::new(),
        text,
        cite: String::new(),
        decisive: true,
        because: Vec::new(),
    }
}

fn rule_view(words: &Words, pack: &Pack, row: &Row, judged: &Judgement<Point>) -> RuleView {
    let mut ways = Vec::with_capacity(row.alternatives.len());
    for way in &row.alternatives {
        ways.push(WayView {
            label: way.label.clone(),
            text: i18n::alternative(words, pack, way),
            mark: None,
            word: String::new(),
        });
    }
    walk_known(judged, &mut |part| {
        if let Point::Alternative { row: id, index, .. } = &part.point
            && *id == row.id
            && let Some(way) = ways.get_mut(*index)
            && way.mark.is_none()
        {
            way.mark = Some(Mark::from(part.finding));
            way.word = finding_word(words, part.finding);
        }
    });
    RuleView {
        codes: i18n::row_codes(words, row),
        cite: i18n::citation(words, &pack.set.cite(&row.id)),
        ways,
    }
}
