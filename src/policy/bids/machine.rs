//! The machine: which bids may be evaluated, which are out and why, and what it ends in.

use super::bid::{Bid, Fate, Mode, Process};
use crate::policy::questions::Question;
use crate::units::{Citation, Mark, Source};

/// What the handling ends in. Exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// At least one bid of the pool may be awarded.
    Awardable,
    /// The solicitation is issued anew.
    Reissue,
    /// Nothing is left: to be cancelled, and perhaps issued anew, outside this policy.
    NoResponsiveBid,
}

impl Outcome {
    /// The word by which files know it.
    pub const fn id(self) -> &'static str {
        match self {
            Outcome::Awardable => "awardable",
            Outcome::Reissue => "reissue",
            Outcome::NoResponsiveBid => "no_responsive_bid",
        }
    }
}

/// A transition that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// T1: open, so every bid is evaluated.
    EveryoneOpen,
    /// T2: only bids certified at closing are evaluated; one is enough.
    CertifiedOnly,
    /// T2: none is certified, so the solicitation is issued anew.
    NoneCertified,
    /// T3: those without a certificate are asked; still without one at the deadline is non-responsive.
    AskedAndWaited,
    /// T4: nobody sent one, so the solicitation is issued anew.
    NobodySent,
    /// T4, T5: every certified bid fell, so the solicitation is issued anew.
    CertifiedAllFell {
        /// The certificate was due with the bid: then it is an inference.
        with_bid: bool,
    },
    /// T6: enough are certified, so only they are evaluated.
    LimitedToCertified {
        /// How many were counted.
        counted: u32,
    },
    /// T6: too few are certified, so all are evaluated, for good.
    TooFewCertified {
        /// How many were counted.
        counted: u32,
    },
    /// T7: some certified bids fell; it goes on with those left.
    ContinueWithRest {
        /// How many are left.
        left: u32,
    },
    /// T8: no certified bid is left, so all other bids received are evaluated.
    AllOthers,
    /// T9: nothing responsive is left.
    NothingLeft,
}

impl Step {
    /// Where it is written.
    pub const fn cite(self) -> Citation {
        match self {
            Step::EveryoneOpen => Source::Sm36.at("4.10"),
            Step::CertifiedOnly | Step::NoneCertified => Source::Sm36.at("5.2.1(1)"),
            Step::AskedAndWaited | Step::NobodySent => Source::Sm36.at("5.2.1(2)"),
            Step::CertifiedAllFell { with_bid: false } => Source::Sm36.at("5.2.1(2)"),
            Step::CertifiedAllFell { with_bid: true } => Source::Sm36.at("5.2.1"),
            Step::LimitedToCertified { .. }
            | Step::TooFewCertified { .. }
            | Step::ContinueWithRest { .. }
            | Step::AllOthers => Source::Sm36.at("5.2.2"),
            Step::NothingLeft => Source::Bgcan.whole(),
        }
    }

    /// How sure we are.
    pub const fn mark(self) -> Mark {
        match self {
            Step::CertifiedAllFell { with_bid: true } => Mark::Inferred,
            _ => Mark::Stated,
        }
    }

    /// T1 to T9.
    pub const fn id(self) -> &'static str {
        match self {
            Step::EveryoneOpen => "T1",
            Step::CertifiedOnly | Step::NoneCertified => "T2",
            Step::AskedAndWaited => "T3",
            Step::NobodySent | Step::CertifiedAllFell { with_bid: false } => "T4",
            Step::CertifiedAllFell { with_bid: true } => "T5",
            Step::LimitedToCertified { .. } | Step::TooFewCertified { .. } => "T6",
            Step::ContinueWithRest { .. } => "T7",
            Step::AllOthers => "T8",
            Step::NothingLeft => "T9",
        }
    }
}

/// Why a bid cannot be awarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyOut {
    /// It fell before the certificates were counted.
    FellInPhases,
    /// It has no certificate where only certified bids are evaluated.
    NotCertified,
    /// Asked, it sent none in time.
    NotSent,
    /// It is not certified, and enough others are.
    OthersCertified,
    /// It was in the pool and fell.
    Fell(Fate),
    /// The pool turned to the other bids after it fell.
    FellBefore(Fate),
}

/// What the machine says of a list of bids. Bids are named by their place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    /// What it ends in.
    pub outcome: Outcome,
    /// The final pool, fallen bids of it included.
    pub evaluated: Vec<usize>,
    /// Those of the pool that still stand.
    pub awardable: Vec<usize>,
    /// Every other bid, and why it is out.
    pub out: Vec<(usize, WhyOut)>,
    /// What fired, in order.
    pub steps: Vec<Step>,
}

/// Handles the bids.
///
/// Source: SM36 5.2 (T1 to T8), PN-109U2 (how many), BGCAN (T9); the readings of Q2 to Q6 and Q17 as given.
pub fn handle(process: &Process, bids: &[Bid]) -> Handling {
    let mut counted = Vec::new();
    let mut out = Vec::new();
    for (at, bid) in bids.iter().enumerate() {
        if fell_before_the_count(process, bid) {
            out.push((at, WhyOut::FellInPhases));
        } else {
            counted.push(at);
        }
    }
    let run = Run { process, bids, counted, out, steps: Vec::new() };
    match process.mode {
        Mode::Open => run.open(),
        Mode::SolelyWithBid => run.solely(true),
        Mode::SolelyOnRequest => run.solely(false),
        Mode::Conditional => run.conditional(),
    }
}

/// By default only the phased process comes before the count (Q3); the other reading counts responsive bids alone.
fn fell_before_the_count(process: &Process, bid: &Bid) -> bool {
    let phases = process.phased && bid.fell_in_phases;
    phases || (process.readings.other(Question::CountedWhen) && bid.fate == Fate::NonResponsive)
}

/// A run of the machine.
struct Run<'a> {
    process: &'a Process,
    bids: &'a [Bid],
    counted: Vec<usize>,
    out: Vec<(usize, WhyOut)>,
    steps: Vec<Step>,
}

impl Run<'_> {
    fn open(mut self) -> Handling {
        self.steps.push(Step::EveryoneOpen);
        let pool = self.counted.clone();
        self.evaluate(pool, false)
    }

    fn solely(mut self, with_bid: bool) -> Handling {
        let mut certified = Vec::new();
        let mut missing = Vec::new();
        for at in &self.counted {
            let bid = &self.bids[*at];
            let counts = bid.certified || (!with_bid && bid.late);
            if counts { certified.push(*at) } else { missing.push(*at) }
        }
        let why = if with_bid { WhyOut::NotCertified } else { WhyOut::NotSent };
        if !missing.is_empty() && !with_bid {
            self.steps.push(Step::AskedAndWaited);
        }
        self.out.extend(missing.into_iter().map(|at| (at, why)));
        if certified.is_empty() {
            self.steps.push(if with_bid { Step::NoneCertified } else { Step::NobodySent });
            return self.end(Outcome::Reissue, Vec::new(), Vec::new());
        }
        self.steps.push(Step::CertifiedOnly);
        let fell_to = if self.process.readings.other(Question::AllFall) {
            Step::NothingLeft
        } else {
            Step::CertifiedAllFell { with_bid }
        };
        let left = self.standing(&certified, true);
        if left.is_empty() {
            self.steps.push(fell_to);
            let outcome =
                if fell_to == Step::NothingLeft { Outcome::NoResponsiveBid } else { Outcome::Reissue };
            return self.end(outcome, certified, left);
        }
        self.end(Outcome::Awardable, certified, left)
    }

    fn conditional(mut self) -> Handling {
        let certified = self.certified_at_the_count();
        let counted = self.number(&certified);
        if counted < self.process.needed {
            self.steps.push(Step::TooFewCertified { counted });
            let pool = self.counted.clone();
            return self.evaluate(pool, false);
        }
        self.steps.push(Step::LimitedToCertified { counted });
        let left = self.standing(&certified, true);
        if !left.is_empty() {
            if left.len() < certified.len() {
                // OK because there are not 2^32 bids.
                self.steps.push(Step::ContinueWithRest { left: left.len() as u32 });
            }
            let others: Vec<usize> =
                self.counted.iter().copied().filter(|at| !certified.contains(at)).collect();
            self.out.extend(others.into_iter().map(|at| (at, WhyOut::OthersCertified)));
            return self.end(Outcome::Awardable, certified, left);
        }
        self.steps.push(Step::AllOthers);
        let mut pool = Vec::new();
        for at in self.counted.clone() {
            let returns = self.certificate_alone_failed(at) && self.may_return(self.bids[at].fate);
            if !certified.contains(&at) || returns {
                pool.push(at);
            } else {
                self.out.push((at, WhyOut::FellBefore(self.bids[at].fate)));
            }
        }
        self.evaluate(pool, false)
    }

    /// The bids that count as certified when it is decided whether the process is limited.
    fn certified_at_the_count(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for at in &self.counted {
            let bid = &self.bids[*at];
            // A late certificate is ignored here (Q17), and one found invalid has been counted (Q4), by default.
            let late = bid.late && self.process.readings.other(Question::AskLater);
            let struck = bid.fate.uncertified() && self.process.readings.other(Question::Recount);
            if (bid.certified || late) && !struck {
                found.push(*at);
            }
        }
        found
    }

    /// How many they are: bids by default, different suppliers by the other reading of Q2.
    fn number(&self, certified: &[usize]) -> u32 {
        let mut suppliers: Vec<u32> = Vec::new();
        let mut number = 0;
        for at in certified {
            match self.bids[*at].supplier {
                Some(supplier) if self.process.readings.other(Question::BidsOrSuppliers) => {
                    if suppliers.contains(&supplier) {
                        continue;
                    }
                    suppliers.push(supplier);
                }
                _ => {}
            }
            number += 1;
        }
        number
    }

    fn certificate_alone_failed(&self, at: usize) -> bool {
        self.bids[at].fate.uncertified()
    }

    /// Q5: a bid whose certificate fails verification stays among the others if nothing untrue was said; by the other
    /// reading, which takes "deemed not Canadian" at its word, always.
    fn may_return(&self, fate: Fate) -> bool {
        fate == Fate::Defective || self.process.readings.other(Question::Returns)
    }

    /// Those of the pool that stand. `by_certificate`: they are in it because they are certified.
    fn standing(&self, pool: &[usize], by_certificate: bool) -> Vec<usize> {
        let mut left = Vec::new();
        for at in pool {
            let fate = self.bids[*at].fate;
            let certificate_matters = fate.uncertified() && (by_certificate || !self.may_return(fate));
            if !fate.is_gone() && !certificate_matters {
                left.push(*at);
            }
        }
        left
    }

    fn evaluate(mut self, pool: Vec<usize>, by_certificate: bool) -> Handling {
        let left = self.standing(&pool, by_certificate);
        if left.is_empty() {
            self.steps.push(Step::NothingLeft);
            return self.end(Outcome::NoResponsiveBid, pool, left);
        }
        self.end(Outcome::Awardable, pool, left)
    }

    fn end(mut self, outcome: Outcome, evaluated: Vec<usize>, awardable: Vec<usize>) -> Handling {
        for at in &evaluated {
            if !awardable.contains(at) {
                self.out.push((*at, WhyOut::Fell(self.bids[*at].fate)));
            }
        }
        self.out.sort_by_key(|(at, _)| *at);
        Handling { outcome, evaluated, awardable, out: self.out, steps: self.steps }
    }
}

impl Handling {
    /// The bid of the lowest price among those that may be awarded; nothing where one has no price, or two share it.
    pub fn lowest(&self, bids: &[Bid]) -> Option<usize> {
        let mut best: Option<(usize, crate::units::Money)> = None;
        let mut tied = false;
        for at in &self.awardable {
            let price = bids.get(*at)?.price?;
            match best {
                Some((_, lowest)) if lowest < price => {}
                Some((_, lowest)) if lowest == price => tied = true,
                _ => {
                    best = Some((*at, price));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(at, _)| at)
    }
}
