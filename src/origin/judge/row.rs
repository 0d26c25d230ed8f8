//! One row of a rule set: which of its alternatives are about the good, and what they come to together.

use super::context::Context;
use super::shift::covers;
use super::values::open_leaves;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{Alternative, GoodIs, NameId, Row};
use crate::units::Level;

/// The alternatives of a row that are about one described good, or one use.
struct Branch<'r> {
    row: &'r Row,
    good: GoodIs,
    usage: Option<NameId>,
    alternatives: Vec<(usize, &'r Alternative)>,
}

impl Branch<'_> {
    /// Whether it is about any good of its codes, for any use.
    fn is_plain(&self) -> bool {
        self.good == GoodIs::Any && self.usage.is_none()
    }

    /// The facts that settle whether it is about the good.
    fn asks(&self) -> impl Iterator<Item = Fact> + use<> {
        let named = if let GoodIs::Named(name) = self.good { Some(Fact::GoodNamed(name)) } else { None };
        named.into_iter().chain(self.usage.map(Fact::Usage))
    }
}

impl Context<'_> {
    /// Whether a part of the row is about this good.
    ///
    /// `rows` are all the rows of its code: a name in one of them says what the good of another is not.
    pub(super) fn row_is_about(&self, row: &Row, rows: &[&Row]) -> Finding {
        let rivals: Vec<Branch<'_>> = rows.iter().flat_map(|row| self.branches(row)).collect();
        Finding::any(self.branches(row).iter().map(|branch| self.is_about(branch, &rivals)))
    }

    /// Whether the good meets the row, one of `rows` that may be its own.
    pub(super) fn row(&self, row: &Row, rows: &[&Row]) -> Judgement<Point> {
        let branches = self.branches(row);
        let rivals: Vec<Branch<'_>> = rows.iter().flat_map(|row| self.branches(row)).collect();
        let cite = self.pack.set.source().row(&row.id);
        let point = Point::Row { row: row.id.clone() };
        let mut possible: Vec<(Finding, &Branch<'_>)> = Vec::new();
        for branch in &branches {
            let about = self.is_about(branch, &rivals);
            if about != Finding::No {
                possible.push((about, branch));
            }
        }
        let certain = possible.iter().find(|(about, _)| *about == Finding::Yes);
        match certain {
            // Alternatives for any good are open to this one, and so are those of every name that it may bear.
            Some((_, branch)) if branch.is_plain() => {
                let ways = possible.iter().map(|(about, branch)| self.gated(*about, branch)).collect();
                Judgement::any(point, ways)
            }
            Some((_, branch)) => Judgement::any(point, vec![self.branch(branch)]),
            None => self.whichever_branch(point, &possible, &branches),
        }
        .citing(cite)
    }

    /// The branch, at best unknown while nobody has said that it is about this good.
    fn gated(&self, about: Finding, branch: &Branch<'_>) -> Judgement<Point> {
        let judged = self.branch(branch);
        if about == Finding::Yes || judged.finding == Finding::No {
            return judged;
        }
        let because =
            open_leaves(branch.asks().filter(|fact| self.answer(fact) == Finding::Unknown).collect());
        let about = Judgement { because, ..Judgement::leaf(Point::AboutThisGood, about) };
        Judgement::all(judged.point.clone(), vec![about, judged])
    }

    /// Several goods or uses are possible: only what all of them agree on is known.
    fn whichever_branch(
        &self,
        point: Point,
        possible: &[(Finding, &Branch<'_>)],
        branches: &[Branch<'_>],
    ) -> Judgement<Point> {
        let mut whichever =
            Judgement::whichever(point, possible.iter().map(|(_, branch)| self.branch(branch)).collect());
        // Without a residue the good may be none of the names, and then the row does not say how it originates.
        let exhaustive = branches.iter().any(|branch| branch.good == GoodIs::Residue);
        if !exhaustive || whichever.finding == Finding::Unknown {
            whichever.finding = Finding::Unknown;
            let asked = branches.iter().flat_map(Branch::asks);
            let open: Vec<Fact> = asked.filter(|fact| self.answer(fact) == Finding::Unknown).collect();
            whichever.because.extend(open_leaves(open));
        }
        whichever
    }

    /// Groups the alternatives by the good and use they are about. Alternatives for any good join every group.
    fn branches<'r>(&self, row: &'r Row) -> Vec<Branch<'r>> {
        let code = self.good.code;
        let meant = row.alternatives.iter().enumerate().filter(|(_, alternative)| {
            code.is_none_or(|code| {
                covers(&alternative.target.codes, &code) != Finding::No
                    && covers(&alternative.target.except, &code) != Finding::Yes
            })
        });
        let meant: Vec<(usize, &Alternative)> = meant.collect();
        let mut branches: Vec<Branch<'r>> = Vec::new();
        for (_, alternative) in &meant {
            let (good, usage) = (alternative.target.good, alternative.target.usage);
            if !branches.iter().any(|branch| branch.good == good && branch.usage == usage) {
                branches.push(Branch { row, good, usage, alternatives: Vec::new() });
            }
        }
        // Where the row names a residue, alternatives for any good are read as part of every branch, not as one more.
        if branches.iter().any(|branch| branch.good == GoodIs::Residue) {
            branches.retain(|branch| !branch.is_plain());
        }
        for branch in &mut branches {
            let belongs = |alternative: &Alternative| {
                let target = &alternative.target;
                let same = target.good == branch.good && target.usage == branch.usage;
                same || (target.good == GoodIs::Any && target.usage.is_none())
            };
            branch.alternatives =
                meant.iter().filter(|(_, alternative)| belongs(alternative)).copied().collect();
        }
        branches
    }

    /// Whether the branch is about this good: by its name, by being none of the other names, and by its use.
    fn is_about(&self, branch: &Branch<'_>, all: &[Branch<'_>]) -> Finding {
        let named = match branch.good {
            GoodIs::Any => Finding::Yes,
            GoodIs::Named(name) => {
                let another = all.iter().filter(|other| other.good != branch.good);
                let another = another.filter_map(|other| match other.good {
                    GoodIs::Named(other) => Some(self.answer(&Fact::GoodNamed(other))),
                    _ => None,
                });
                // A good said to be the one of another name is not this one.
                let taken = another.into_iter().any(|answer| answer == Finding::Yes);
                if taken { Finding::No } else { self.answer(&Fact::GoodNamed(name)) }
            }
            GoodIs::Residue => {
                // A good of a name, but for another use than the one named with it, is not described either.
                let others = all.iter().filter(|other| other.good != GoodIs::Residue && !other.is_plain());
                let described =
                    |other: &Branch<'_>| Finding::all(other.asks().map(|fact| self.answer(&fact)));
                Finding::any(others.map(described)).negated()
            }
        };
        named.min(branch.usage.map_or(Finding::Yes, |usage| self.answer(&Fact::Usage(usage))))
    }

    fn branch(&self, branch: &Branch<'_>) -> Judgement<Point> {
        let mut ways: Vec<Judgement<Point>> = branch
            .alternatives
            .iter()
            .map(|(index, alternative)| {
                self.about(branch.row, alternative, self.alternative(branch.row, *index, alternative))
            })
            .collect();
        if branch.is_plain() && ways.len() == 1 {
            return ways.remove(0);
        }
        Judgement::any(Point::Described { good: branch.good, usage: branch.usage }, ways)
    }

    /// An alternative whose codes the good may or may not have is at best unknown. Where they are those of the row,
    /// that is a question of the row.
    fn about(&self, row: &Row, alternative: &Alternative, judged: Judgement<Point>) -> Judgement<Point> {
        let target = &alternative.target;
        let meant = self.good_in(&target.codes).min(self.good_in(&target.except).negated());
        let of_the_row = target.codes == row.codes && target.except.is_empty();
        if meant == Finding::Yes || of_the_row || judged.finding == Finding::No {
            return judged;
        }
        let short = self.good.code.is_none_or(|code| code.level() < Level::Subheading);
        let ranges = target.codes.iter().chain(&target.except);
        let items = ranges.filter(|range| self.good_in(&[**range]) == Finding::Unknown);
        let open = if short {
            vec![Fact::GoodCodeLonger]
        } else {
            items.map(|it| Fact::GoodItem(it.first())).collect()
        };
        let about = Judgement { because: open_leaves(open), ..Judgement::leaf(Point::AboutThisGood, meant) };
        Judgement::all(judged.point.clone(), vec![about, judged])
    }
}
