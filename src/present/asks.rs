//! The questions that a rule puts to a person, one at a time: what was asked so far, in that order, and what to ask now.

use super::bill::Bill;
use super::good::walk_known;
use super::sheet::Block;
use super::vehicle::{use_asked, use_given, uses_asked};
use super::views::{AskView, ChoiceView};
use crate::case::MaterialId;
use crate::draft::{RelationForm, VehicleUseForm};
use crate::i18n::{self, Words};
use crate::judgement::Judgement;
use crate::origin::judge::{fewest, missing, note};
use crate::origin::pack::{Pack, RuleSet};
use crate::origin::point::{Fact, InputFact, Point};
use crate::origin::rule::{GoodIs, NameId};
use crate::units::HsCode;

/// Of the questions that were asked so many are shown, the last ones: nobody looks through more, and a file may have
/// answered one for each of a hundred thousand materials.
const MOST_SHOWN: usize = 200;

/// The questions that were asked, each with its answer, so that it can be changed, the oldest first; last the one that
/// would help most now. Those with a field of their own, as fields. How many more may follow.
///
/// What nobody knows is not asked again. Once the answer is settled, nothing is asked.
pub(super) fn asks(
    words: &Words,
    pack: &Pack,
    bill: &Bill<'_>,
    judged: &Judgement<Point>,
    material: i18n::MaterialName<'_>,
) -> (Vec<AskView>, Vec<Block>, usize) {
    // The fewest that settle it come before the others that are open.
    let mut open = fewest(judged);
    for fact in missing(judged) {
        note(&mut open, fact);
    }
    let (mut views, mut now, mut more) = (Vec::new(), None, 0);
    let asked = asked(pack, bill, judged, &open);
    for fact in &asked[asked.len().saturating_sub(MOST_SHOWN)..] {
        views.extend(ask(words, pack, bill, fact, material));
    }
    let mut fields = uses_asked(words, bill, material);
    let mut found = false;
    for fact in &open {
        if !can_be_asked(pack, bill, fact) || is_asked(pack, bill, fact) {
            continue;
        }
        if found {
            more += 1;
            continue;
        }
        found = true;
        fields.extend(use_asked(words, bill, fact, material));
        now = ask(words, pack, bill, fact, material);
    }
    views.extend(now);
    (views, fields, more)
}

/// Whether there is a question for it, or a field.
fn can_be_asked(pack: &Pack, bill: &Bill<'_>, fact: &Fact) -> bool {
    match fact {
        // Its code is asked for first: without one nothing is known to be the good's own.
        Fact::MaterialRelation(id) => bill.get(*id).is_some_and(|it| HsCode::read_national(&it.code).is_ok()),
        _ => use_given(bill, fact).is_some() || fact.key(pack).is_some(),
    }
}

/// Whether somebody has answered, be it that nobody knows.
fn is_asked(pack: &Pack, bill: &Bill<'_>, fact: &Fact) -> bool {
    if let Fact::MaterialRelation(id) = fact {
        return bill.get(*id).is_some_and(|it| it.relation != RelationForm::Unknown);
    }
    if let Some(usage) = use_given(bill, fact) {
        return usage != VehicleUseForm::Unknown;
    }
    fact.key(pack).is_some_and(|key| bill.good.answers.get(&key).is_some())
}

/// The questions that were answered and still mean something, in the order in which they were.
fn asked(pack: &Pack, bill: &Bill<'_>, judged: &Judgement<Point>, open: &[Fact]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for given in &bill.good.materials {
        if given.relation != RelationForm::Unknown {
            facts.push(Fact::MaterialRelation(MaterialId(given.id)));
        }
    }
    let mut known = open.to_vec();
    walk_known(judged, &mut |part| {
        let answered = match &part.point {
            Point::Condition { name } | Point::Process { name } => Some(Fact::Condition(*name)),
            Point::Special { special } => Some(Fact::Special(*special)),
            Point::Described { good: GoodIs::Named(name), .. } => Some(Fact::GoodNamed(*name)),
            _ => None,
        };
        if let Some(fact) = answered {
            note(&mut known, fact);
        }
    });
    let mut keys = Vec::with_capacity(known.len());
    for fact in &known {
        keys.push(fact.key(pack));
    }
    for (key, _) in bill.good.answers.iter() {
        let at = keys.iter().position(|it| it.as_deref() == Some(key));
        let fact = match at {
            Some(at) => known.get(at).copied(),
            None => named(pack, bill, key),
        };
        facts.extend(fact);
    }
    facts
}

/// The fact about a description or an item that a key names. Nothing where it is about a material that is no more.
fn named(pack: &Pack, bill: &Bill<'_>, key: &str) -> Option<Fact> {
    let mut parts = key.splitn(3, ':');
    let (kind, first, rest) =
        (parts.next()?, parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let id = MaterialId(first.parse().unwrap_or_default());
    let name = |name: &str| {
        let index = pack.names.iter().position(|(en, _)| en == name)?;
        u16::try_from(index).ok().map(NameId)
    };
    let code = |digits: &str| HsCode::read(digits).ok();
    let fact = match kind {
        "material-is" => Fact::MaterialNamed(id, name(rest)?),
        "material-in" => Fact::MaterialItem(id, code(rest)?),
        "material-other" => Fact::MaterialOther(id),
        "material-other-item" => Fact::MaterialOtherItem(id),
        "not-tolerated" => Fact::NotTolerated(id),
        // The question with the good that it is asked for before it.
        "input" => of_input(id, rest)?,
        "good-old-code" => Fact::GoodOldCode(code(first)?),
        "material-old-code" => Fact::MaterialOldCode(id, code(rest)?),
        "disregarded" => Fact::MaterialDisregarded(id),
        "good-in" => Fact::GoodItem(code(first)?),
        "good-is" => Fact::GoodNamed(name(key.strip_prefix("good-is:")?)?),
        "use" => Fact::Usage(name(key.strip_prefix("use:")?)?),
        "of" => named(pack, bill, rest)?.of(id),
        _ => return None,
    };
    let exists = |id: MaterialId| bill.get(id).is_some();
    fact.material().is_none_or(exists).then_some(fact)
}

/// What was asked of a material that went into another one: `material-other:5`.
fn of_input(of: MaterialId, asked: &str) -> Option<Fact> {
    let (kind, id) = asked.split_once(':')?;
    let asked = match kind {
        "material-other" => InputFact::Other,
        "material-other-item" => InputFact::OtherItem,
        "not-tolerated" => InputFact::NotTolerated,
        _ => return None,
    };
    Some(Fact::OfInput(MaterialId(id.parse().ok()?), of, asked))
}

fn ask(
    words: &Words,
    pack: &Pack,
    bill: &Bill<'_>,
    fact: &Fact,
    material: i18n::MaterialName<'_>,
) -> Option<AskView> {
    let choice = |value: &str, text, chosen: bool| ChoiceView { value: value.to_owned(), text, chosen };
    if let Fact::MaterialRelation(id) = fact {
        let is = bill.get(*id)?.relation;
        let choice = |value: &str, text, of: RelationForm| choice(value, text, is == of);
        // Not where both are classified as parts. Source: SOR/94-14, 4(4)(b)(iii).
        let older = pack.set == RuleSet::Nafta;
        let part = if older { words.relation_part_only() } else { words.relation_part() };
        return Some(AskView {
            item: id.0,
            key: String::new(),
            question: words.ask_relation(&material(*id)),
            hint: words.ask_relation_hint(),
            choices: vec![
                choice("part", part, RelationForm::Part),
                choice("unassembled", words.relation_unassembled(), RelationForm::Unassembled),
                choice("neither", words.relation_neither(), RelationForm::Neither),
                choice("unknown", words.do_not_know(), RelationForm::NotKnown),
            ],
        });
    }
    let key = fact.key(pack)?;
    let answer = bill.good.answers.get(&key);
    let phrase = i18n::fact(words, pack, material, fact);
    Some(AskView {
        item: fact.material().map_or(0, |id| id.0),
        question: words.ask_whether(&phrase),
        hint: String::new(),
        key,
        choices: vec![
            choice("yes", words.yes(), answer == Some(Some(true))),
            choice("no", words.no(), answer == Some(Some(false))),
            choice("unknown", words.do_not_know(), answer == Some(None)),
        ],
    })
}
