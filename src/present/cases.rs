//! The content tests of a judgement, apart by the cases of which one is true and nobody has said which: what the good is
//! for, which of the described goods it is, which row is its own.

use super::vehicle::use_label;
use crate::case::Method;
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::judgement::{How, Judgement};
use crate::origin::pack::Pack;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::GoodIs;
use crate::units::{Citation, Content, Percent};

/// A content test of the judgement.
#[derive(Clone, PartialEq)]
pub(super) struct Tested {
    pub(super) method: Method,
    pub(super) needed: Percent,
    pub(super) content: Option<Content>,
    /// Yes only where the figure holds: one that may not hold is met at best perhaps.
    pub(super) finding: Finding,
    /// Where the figure is written, if not in the rule itself.
    pub(super) cite: Option<Citation>,
}

/// One of the cases.
#[derive(Clone, PartialEq)]
pub(super) struct Case {
    /// Which. Empty where there is but one.
    pub(super) label: String,
    /// What the good comes to in it.
    pub(super) finding: Finding,
    pub(super) tests: Vec<Tested>,
}

/// What words are made with.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    pub(super) words: &'a Words,
    pub(super) pack: &'a Pack,
    pub(super) material: i18n::MaterialName<'a>,
}

/// The cases, each with its content tests, each test once. Those that come to the same are one.
pub(super) fn cases(saying: &Saying<'_>, judged: &Judgement<Point>) -> Vec<Case> {
    let mut joined: Vec<Case> = Vec::new();
    for case in parted(saying, judged, Finding::Yes, None) {
        let mut case = case;
        // What is enough without content asks for none.
        let reached = case.tests.iter().any(|test| test.finding == Finding::Yes);
        if !case.label.is_empty() && case.finding == Finding::Yes && !reached {
            case.tests.clear();
        }
        match joined.iter_mut().find(|it| it.finding == case.finding && it.tests == case.tests) {
            Some(same) => {
                same.label.push_str("; ");
                same.label.push_str(&case.label);
            }
            None => joined.push(case),
        }
    }
    joined
}

/// The cases below a node. `most` is the best that a test in it can come to, and `cite` is where its figures are written.
fn parted(
    saying: &Saying<'_>,
    judged: &Judgement<Point>,
    most: Finding,
    cite: Option<&Citation>,
) -> Vec<Case> {
    let mut own = Case { label: String::new(), finding: judged.finding, tests: Vec::new() };
    let (mut most, mut cite) = (most, cite);
    let fork = is_fork(judged);
    match &judged.point {
        Point::ContentBy { method, needed, content, .. } => {
            own.tests.push(Tested {
                method: *method,
                needed: *needed,
                content: *content,
                finding: judged.finding.min(most),
                cite: cite.cloned(),
            });
        }
        Point::ContentRequirement { .. } => {
            cite = judged.cite.as_ref().or(cite);
            most = if fork { most } else { most.min(judged.finding) };
        }
        _ => {}
    }
    let mut below: Vec<Case> = Vec::new();
    for (index, part) in judged.because.iter().enumerate() {
        // What became of a material made in Canada has its own content.
        if matches!(part.point, Point::MaterialMade { .. }) {
            continue;
        }
        // The first of two figures is the rule's own.
        let own_figure = fork && index == 0 && matches!(judged.point, Point::ContentRequirement { .. });
        let parts = parted(saying, part, most, cite.filter(|_| !own_figure));
        let label = if fork && is_case(part) { label(saying, judged, index) } else { String::new() };
        for mut case in parts {
            if label.is_empty() && case.label.is_empty() {
                add(&mut own.tests, case.tests);
                continue;
            }
            if !label.is_empty() && !case.label.is_empty() {
                case.label.insert_str(0, ", ");
            }
            case.label.insert_str(0, &label);
            below.push(case);
        }
    }
    if below.is_empty() {
        return vec![own];
    }
    for case in &mut below {
        add(&mut case.tests, own.tests.clone());
    }
    below
}

fn add(tests: &mut Vec<Tested>, more: Vec<Tested>) {
    for test in more {
        if !tests.contains(&test) {
            tests.push(test);
        }
    }
}

/// Whether one of its parts is true and nobody has said which. Figures that come to the same are no cases.
fn is_fork(judged: &Judgement<Point>) -> bool {
    let content = matches!(judged.point, Point::ContentRequirement { .. });
    judged.how == How::Test
        && (!content || judged.finding == Finding::Unknown)
        && judged.because.iter().filter(|part| is_case(part)).count() > 1
}

fn is_case(part: &Judgement<Point>) -> bool {
    matches!(
        part.point,
        Point::ForVehicleUse { .. }
            | Point::Described { .. }
            | Point::Row { .. }
            | Point::ContentRequirement { .. }
    )
}

/// What a case is called.
fn label(saying: &Saying<'_>, fork: &Judgement<Point>, index: usize) -> String {
    let part = &fork.because[index];
    let said = |point: &Point| i18n::point(saying.words, saying.pack, saying.material, point, part.finding);
    match part.point {
        Point::ForVehicleUse { uses } => use_label(saying.words, uses),
        // Of the figures of a rule and those of a table: the second hold for the good that the table describes.
        Point::ContentRequirement { .. } => {
            let mut good = GoodIs::Residue;
            for open in &fork.because {
                if let (Point::Missing(Fact::GoodNamed(name)), true) = (&open.point, index > 0) {
                    good = GoodIs::Named(*name);
                }
            }
            if index > 0 && good == GoodIs::Residue {
                return saying.words.case_of_table();
            }
            said(&Point::Described { good, usage: None })
        }
        _ => said(&part.point),
    }
}
