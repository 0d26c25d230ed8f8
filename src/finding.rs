//! The three answers and how they combine.

/// What the facts given so far settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    /// It does not hold, whatever else becomes known.
    No,
    /// A fact that was not given could still turn it.
    Unknown,
    /// It holds, whatever else becomes known.
    Yes,
}

// The order of the variants makes "and" the smallest and "or" the largest.
impl Finding {
    /// Holds when every part holds; one failed part fails it. Of nothing: yes.
    pub fn all(parts: impl IntoIterator<Item = Finding>) -> Finding {
        parts.into_iter().min().unwrap_or(Finding::Yes)
    }

    /// Holds when one part holds. Of nothing: no.
    pub fn any(parts: impl IntoIterator<Item = Finding>) -> Finding {
        parts.into_iter().max().unwrap_or(Finding::No)
    }

    /// What all parts agree on, and unknown where they differ. Of nothing: unknown.
    pub fn agreed(parts: impl IntoIterator<Item = Finding>) -> Finding {
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else {
            return Finding::Unknown;
        };
        if parts.all(|part| part == first) { first } else { Finding::Unknown }
    }

    /// Yes and no exchanged.
    pub fn negated(self) -> Finding {
        match self {
            Finding::Yes => Finding::No,
            Finding::No => Finding::Yes,
            Finding::Unknown => Finding::Unknown,
        }
    }

    /// `yes`, `no` or `unknown`, as files and other programs read it.
    pub const fn id(self) -> &'static str {
        match self {
            Finding::Yes => "yes",
            Finding::No => "no",
            Finding::Unknown => "unknown",
        }
    }
}

impl From<bool> for Finding {
    fn from(holds: bool) -> Finding {
        if holds { Finding::Yes } else { Finding::No }
    }
}

impl From<Option<bool>> for Finding {
    fn from(answer: Option<bool>) -> Finding {
        answer.map_or(Finding::Unknown, Finding::from)
    }
}
