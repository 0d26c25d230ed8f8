//! One row of a rule set: which of its alternatives are about the good, and what they come to together.

use super::alternative::named;
use super::context::Context;
use super::good::is_item_inside;
use super::open::{add_open, open_leaves};
use super::shift::covers;
use crate::finding::Finding;
use crate::judgement::Judgement;
use crate::origin::point::{Fact, Point};
use crate::origin::rule::{Alternative, GoodIs, NameId, Row, Target};
use crate::units::{HsCode, HsRange, Level};

/// The alternatives of a row that are about one described good, or one use.
#[derive(Clone, Copy)]
struct Branch<'r> {
    row: &'r Row,
    good: GoodIs,
    usage: Option<NameId>,
    /// Where in the row it begins.
    at: usize,
}

impl<'r> Branch<'r> {
    /// The branch that this alternative of the row begins.
    fn of(row: &'r Row, at: usize, alternative: &Alternative) -> Branch<'r> {
        Branch { row, good: alternative.target.good, usage: alternative.target.usage, at }
    }

    /// Whether "any other good" of this branch is other than that of the other, too. What its row names later for the same
    /// use is not: of 8708.80, "any other good" than struts may be a suspension system.
    fn leaves_out(&self, other: &Branch<'_>) -> bool {
        let is_later = std::ptr::eq(self.row, other.row) && self.at < other.at && self.usage == other.usage;
        !is_later && !other.holds(self)
    }

    /// Whether it is about any good of its codes, for any use.
    fn is_plain(&self) -> bool {
        self.good == GoodIs::Any && self.usage.is_none()
    }

    /// Whether it is open to all that the other is about: any good, for any use or for the same one.
    fn holds(&self, other: &Branch<'_>) -> bool {
        self.good == GoodIs::Any && (self.usage.is_none() || self.usage == other.usage)
    }

    /// Whether both are about the same good and use.
    fn is_as(&self, other: &Branch<'_>) -> bool {
        self.good == other.good && self.usage == other.usage
    }

    /// The facts that settle whether it is about the good.
    fn asks(&self) -> Vec<Fact> {
        let mut asks = Vec::new();
        if let GoodIs::Named(name) = self.good {
            asks.push(Fact::GoodNamed(name));
        }
        if let Some(usage) = self.usage {
            asks.push(Fact::Usage(usage));
        }
        asks
    }
}

impl Context<'_> {
    /// Whether a part of the row is about this good.
    ///
    /// `rows` are all the rows of its code: a name in one of them says what the good of another is not.
    pub(super) fn row_is_about(&self, row: &Row, rows: &[&Row]) -> Finding {
        let rivals = self.branches_of(rows);
        let mut about = Finding::No;
        for branch in &self.branches_of(&[row]) {
            about = about.max(self.is_about(branch, &rivals));
        }
        about
    }

    /// Whether the good meets the row, one of `rows` that may be its own.
    pub(super) fn row(&self, row: &Row, rows: &[&Row]) -> Judgement<Point> {
        let branches = self.branches_of(&[row]);
        let rivals = self.branches_of(rows);
        let mut possible: Vec<(Finding, &Branch<'_>)> = Vec::new();
        let mut certain = false;
        for branch in &branches {
            let about = self.is_about(branch, &rivals);
            if about != Finding::No {
                possible.push((about, branch));
            }
            certain |= about == Finding::Yes;
        }
        let point = Point::Row { row: row.id.clone() };
        let mut ways = Vec::new();
        let mut likely = Vec::new();
        for (about, branch) in possible {
            ways.push(if certain { self.gated(about, branch, &rivals) } else { self.branch(branch) });
            likely.push(branch);
        }
        // Alternatives for any good are open to this one, and so are those of every name that it may bear.
        let judged = if certain {
            Judgement::any(point, ways)
        } else {
            self.whichever_branch(point, ways, &likely, &branches, &rivals)
        };
        judged.citing(self.written(row))
    }

    /// The branch, at best unknown while nobody has said that it is about this good.
    fn gated(&self, about: Finding, branch: &Branch<'_>, rivals: &[Branch<'_>]) -> Judgement<Point> {
        let judged = self.branch(branch);
        if about == Finding::Yes || judged.finding == Finding::No {
            return judged;
        }
        let mut gate = Judgement::leaf(Point::AboutThisGood, about);
        self.add_asked(branch, rivals, &mut gate);
        Judgement::all(described(branch), vec![gate, judged])
    }

    /// Several goods or uses are possible: only what all of them agree on is known. `ways` are those of the `likely`
    /// branches, in their order.
    fn whichever_branch(
        &self,
        point: Point,
        ways: Vec<Judgement<Point>>,
        likely: &[&Branch<'_>],
        branches: &[Branch<'_>],
        rivals: &[Branch<'_>],
    ) -> Judgement<Point> {
        let mut whichever = Judgement::whichever(point, ways);
        // Without a residue for every use, or for its own, the good may be none of them, and then the row does not say how it
        // originates. Of two names that deny each other it bears one.
        let exhaustive = branches.iter().any(|branch| match branch.good {
            GoodIs::Named(name) => self.opposite(name).is_some(),
            // One for any good would be the good's own for certain.
            GoodIs::Residue | GoodIs::Any => {
                let is_meant = |usage: NameId| self.answer(&Fact::Usage(usage)) == Finding::Yes;
                branch.usage.is_none_or(is_meant)
            }
        });
        if exhaustive && let Some(odd) = self.odd_ones(likely, &whichever.because) {
            for branch in odd {
                self.add_asked(branch, rivals, &mut whichever);
            }
        } else {
            whichever.finding = Finding::Unknown;
            for branch in branches {
                self.add_asked(branch, rivals, &mut whichever);
                // A name in another row of the code says what a residue is not.
                for other in rivals.iter().filter(|_| branch.good == GoodIs::Residue) {
                    self.add_asked(other, rivals, &mut whichever);
                }
            }
        }
        whichever
    }

    /// The goods by name that alone come to something else than all other branches: where the good is none of them,
    /// nothing more needs to be asked. Nothing where there are none, or where one of them cannot be asked about.
    fn odd_ones<'b>(
        &self,
        likely: &[&'b Branch<'b>],
        ways: &[Judgement<Point>],
    ) -> Option<Vec<&'b Branch<'b>>> {
        for agreed in [Finding::Yes, Finding::No] {
            let mut odd = Vec::new();
            for (branch, way) in likely.iter().zip(ways) {
                if way.finding != agreed {
                    odd.push(*branch);
                }
            }
            let by_name = |branch: &&Branch<'_>| match branch.good {
                GoodIs::Named(name) => !self.is_asked_as_another(&Fact::GoodNamed(name)),
                GoodIs::Residue | GoodIs::Any => false,
            };
            if odd.iter().all(by_name) {
                return Some(odd);
            }
        }
        None
    }

    /// Adds what the branch asks and nobody has answered, unless another answer, or another name, denies it.
    fn add_asked(&self, branch: &Branch<'_>, rivals: &[Branch<'_>], judged: &mut Judgement<Point>) {
        if self.is_about(branch, rivals) == Finding::No {
            return;
        }
        for fact in branch.asks() {
            if self.answer(&fact) == Finding::Unknown && !self.is_asked_as_another(&fact) {
                add_open(&mut judged.because, &[fact]);
            }
        }
    }

    /// Groups the alternatives of each row by the good and use they are about.
    ///
    /// Alternatives for any good join every group of their row, or of their use. Where the row names a residue there,
    /// they are read as part of every branch, not as one more.
    fn branches_of<'r>(&self, rows: &[&'r Row]) -> Vec<Branch<'r>> {
        let mut all = Vec::new();
        for row in rows {
            let mut branches: Vec<Branch<'r>> = Vec::new();
            for (at, alternative) in row.alternatives.iter().enumerate() {
                let branch = Branch::of(row, at, alternative);
                if self.is_meant(alternative) && !branches.iter().any(|known| known.is_as(&branch)) {
                    branches.push(branch);
                }
            }
            for branch in &branches {
                let residue = |it: &Branch<'_>| it.good == GoodIs::Residue && branch.holds(it);
                if !branches.iter().any(residue) {
                    all.push(*branch);
                }
            }
        }
        all
    }

    /// Whether the good may be of the codes of the alternative.
    fn is_meant(&self, alternative: &Alternative) -> bool {
        let target = &alternative.target;
        let of_code = self.good.code.is_none_or(|code| {
            covers(&target.codes, &code) != Finding::No && covers(&target.except, &code) != Finding::Yes
        });
        of_code && !self.is_for_another_vehicle(alternative)
    }

    /// Whether the branch is about this good: by its name, by being none of the other names, and by its use.
    fn is_about(&self, branch: &Branch<'_>, all: &[Branch<'_>]) -> Finding {
        let mut about = Finding::Yes;
        for fact in branch.asks() {
            about = about.min(self.answer(&fact));
        }
        for other in all {
            if other.good == branch.good {
                continue;
            }
            match (branch.good, other.good) {
                // A good said to be the one of another name is not this one.
                (GoodIs::Named(_), GoodIs::Named(name))
                    if self.answer(&Fact::GoodNamed(name)) == Finding::Yes =>
                {
                    about = Finding::No;
                }
                // A good of a name, but for another use than the one named with it, is not described either.
                (GoodIs::Residue, _) if branch.leaves_out(other) => {
                    let mut described = Finding::Yes;
                    for fact in other.asks() {
                        described = described.min(self.answer(&fact));
                    }
                    about = about.min(described.negated());
                }
                _ => {}
            }
        }
        about
    }

    fn branch(&self, branch: &Branch<'_>) -> Judgement<Point> {
        let mut ways: Vec<Judgement<Point>> = Vec::new();
        let mut met: Vec<(&Target, Judgement<Point>)> = Vec::new();
        for (index, alternative) in branch.row.alternatives.iter().enumerate() {
            let own = Branch::of(branch.row, index, alternative);
            if (own.is_as(branch) || own.holds(branch)) && self.is_meant(alternative) {
                let judged = self.alternative(branch.row, index, alternative);
                let target = &alternative.target;
                if judged.finding == Finding::Yes && self.is_of_codes(target) == Finding::Unknown {
                    met.push((target, judged.clone()));
                }
                ways.push(self.about(branch.row, index, alternative, judged));
            }
        }
        if self.met_whichever_item(&met) {
            ways = met.into_iter().map(|(_, judged)| judged).collect();
        }
        if branch.is_plain() && ways.len() == 1 {
            return ways.remove(0);
        }
        Judgement::any(described(branch), ways)
    }

    /// Whether the good is of the codes that an alternative is about.
    fn is_of_codes(&self, target: &Target) -> Finding {
        self.good_in(&target.codes).min(self.good_in(&target.except).negated())
    }

    /// Whether one of these alternatives, all of them met, is about the good whichever tariff item it is of.
    fn met_whichever_item(&self, met: &[(&Target, Judgement<Point>)]) -> bool {
        let Some(code) = self.good.code else { return false };
        // The good is of one of the items that are named, or of none of them.
        let mut outcomes = vec![None];
        for (target, _) in met {
            for range in target.codes.iter().chain(&target.except) {
                outcomes.push(Some(range.first()));
            }
        }
        let inside = |ranges: &[HsRange], outcome: Option<HsCode>| {
            let mut found = Finding::No;
            for range in ranges {
                found = found.max(match is_item_inside(range, &code) {
                    true => Finding::from(outcome == Some(range.first())),
                    false => range.covers(&code),
                });
            }
            found
        };
        outcomes.iter().all(|item| {
            met.iter().any(|(target, _)| {
                inside(&target.codes, *item).min(inside(&target.except, *item).negated()) == Finding::Yes
            })
        })
    }

    /// An alternative whose codes the good may or may not have is at best unknown. Where they are those of the row,
    /// that is a question of the row.
    fn about(
        &self,
        row: &Row,
        index: usize,
        alternative: &Alternative,
        judged: Judgement<Point>,
    ) -> Judgement<Point> {
        let target = &alternative.target;
        let meant = self.is_of_codes(target);
        let of_the_row = target.codes == row.codes && target.except.is_empty();
        if meant == Finding::Yes || of_the_row || judged.finding == Finding::No {
            return judged;
        }
        let mut about = Judgement::leaf(Point::AboutThisGood, meant);
        if self.good.code.is_none_or(|code| code.level() < Level::Subheading) {
            about.because = open_leaves(&[Fact::GoodCodeLonger]);
        } else {
            for ranges in [&target.codes, &target.except] {
                for range in ranges {
                    if self.good_in(std::slice::from_ref(range)) == Finding::Unknown {
                        add_open(&mut about.because, &[Fact::GoodItem(range.first())]);
                    }
                }
            }
        }
        Judgement::all(named(row, index, alternative), vec![about, judged])
    }
}

/// The point that names a branch.
fn described(branch: &Branch<'_>) -> Point {
    Point::Described { good: branch.good, usage: branch.usage }
}
