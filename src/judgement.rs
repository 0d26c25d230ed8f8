//! A finding together with what it rests on.

use crate::finding::Finding;
use crate::units::Citation;

/// A finding about a point, with its reasons. `P` names the point and carries the facts that its words need.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement<P> {
    /// What was judged.
    pub point: P,
    /// The answer.
    pub finding: Finding,
    /// Where the test is written. Nothing where the point is a fact that was given.
    pub cite: Option<Citation>,
    /// What the answer rests on, in the order of the text that is applied.
    pub because: Vec<Judgement<P>>,
    /// How the parts make the answer.
    pub how: How,
}

/// How the parts of a judgement make its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Every part must hold.
    All,
    /// One part is enough.
    Any,
    /// The answer is computed; its parts name what is missing, and what it was computed from.
    Test,
}

impl<P> Judgement<P> {
    // Kept out of line: a node is built in many places, and the page counts its bytes.
    /// A fact, or a test without parts.
    #[inline(never)]
    pub fn leaf(point: P, finding: Finding) -> Judgement<P> {
        Judgement { point, finding, cite: None, because: Vec::new(), how: How::Test }
    }

    /// Every part must hold.
    #[inline(never)]
    pub fn all(point: P, because: Vec<Judgement<P>>) -> Judgement<P> {
        let mut finding = Finding::Yes;
        for part in &because {
            finding = finding.min(part.finding);
        }
        Judgement { point, finding, cite: None, because, how: How::All }
    }

    /// One part is enough.
    #[inline(never)]
    pub fn any(point: P, because: Vec<Judgement<P>>) -> Judgement<P> {
        let mut finding = Finding::No;
        for part in &because {
            finding = finding.max(part.finding);
        }
        Judgement { point, finding, cite: None, because, how: How::Any }
    }

    /// The parts are the possible cases, one of which is true: only what they agree on is known.
    pub fn whichever(point: P, because: Vec<Judgement<P>>) -> Judgement<P> {
        let finding = Finding::agreed(because.iter().map(|part| part.finding));
        Judgement { point, finding, cite: None, because, how: How::Test }
    }

    /// The same, with the place where it is written.
    #[must_use]
    #[inline(never)]
    pub fn citing(mut self, cite: Citation) -> Judgement<P> {
        self.cite = Some(cite);
        self
    }

    /// The parts that carry the answer: those with the same finding as the whole.
    ///
    /// For a yes, what it stands on; for a no, what stopped it; for an unknown, what is still open.
    pub fn decisive(&self) -> impl Iterator<Item = &Judgement<P>> {
        self.because.iter().filter(|part| part.finding == self.finding)
    }

    /// Calls `visit` on this judgement and on everything below it, parents first.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Judgement<P>)) {
        visit(self);
        for part in &self.because {
            part.walk(visit);
        }
    }
}
