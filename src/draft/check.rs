//! From what was typed to what it means, with everything worth telling about the fields on the way.

use super::form::{Draft, LineForm, LineKind, OriginBy};
use crate::case::{Bid, GoodOrigin, Line, LineId, MaterialId, Offer, Role, ServicePart};
use crate::diagnostic::{Diagnostic, Field, Place, Problem, Severity};
use crate::origin::pack::Pack;
use crate::policy::SHARE_REQUIRED;
use crate::units::{CodeProblem, Day, DecimalProblem, Edition, HsCode, Money, Percent, Quantity};

/// The most characters of a title, description or note that are kept.
const LONGEST_TEXT: usize = 2_000;

/// What the draft means, and what is wrong or missing in it. `today` is the day of asking, for a draft without a
/// closing day.
///
/// Never fails: what cannot be understood becomes a fact that is not given, and is named.
pub fn check(draft: &Draft, today: Day) -> (Bid, Vec<Diagnostic>) {
    check_with(draft, today, None)
}

/// The same; with the pack that the bid is judged under, codes that its editions do not have are named, too.
pub fn check_with(draft: &Draft, today: Day, pack: Option<&Pack>) -> (Bid, Vec<Diagnostic>) {
    let mut checker = Checker { found: Vec::new(), line: None, item: None, draft, pack };
    checker.text(Field::Title, &draft.title);
    let day = checker.day(&draft.closing_day).unwrap_or(today);
    if !draft.strange_readings().is_empty() {
        checker.tell(Severity::Error, Field::Readings, Problem::NoSuchReading);
    }
    let threshold = checker.threshold(&draft.threshold_percent, day);
    let mut lines = Vec::with_capacity(draft.lines.len());
    for form in &draft.lines {
        lines.push(checker.line(form));
    }
    (Bid { lines, basis: draft.basis.meaning(), threshold, day }, checker.found)
}

pub(super) struct Checker<'d> {
    pub(super) found: Vec<Diagnostic>,
    pub(super) line: Option<LineId>,
    pub(super) item: Option<MaterialId>,
    pub(super) draft: &'d Draft,
    pack: Option<&'d Pack>,
}

impl Checker<'_> {
    pub(super) fn tell(&mut self, severity: Severity, field: Field, problem: Problem) {
        let at = Place { line: self.line, item: self.item, field };
        self.found.push(Diagnostic { severity, at, problem });
    }

    pub(super) fn text(&mut self, field: Field, text: &str) {
        if text.chars().count() > LONGEST_TEXT {
            self.tell(Severity::Error, field, Problem::TooLong { limit: LONGEST_TEXT });
        }
    }

    fn day(&mut self, text: &str) -> Option<Day> {
        let day = Day::read(text);
        if day.is_none() && !text.trim().is_empty() {
            self.tell(Severity::Error, Field::ClosingDay, Problem::NotADay);
        }
        day
    }

    fn threshold(&mut self, text: &str, day: Day) -> Percent {
        // OK because the list has an entry from the earliest day on.
        let usual = SHARE_REQUIRED.on(day).map_or(Percent::whole(80), |entry| entry.value);
        if text.trim().is_empty() {
            return usual;
        }
        self.number(Field::Threshold, text, Percent::read).unwrap_or(usual)
    }

    /// Reads a number. Empty text is a fact not given and is left to the caller to mention.
    pub(super) fn number<T>(
        &mut self,
        field: Field,
        text: &str,
        read: fn(&str) -> Result<T, DecimalProblem>,
    ) -> Option<T> {
        match read(text) {
            Ok(value) => Some(value),
            Err(DecimalProblem::Empty) => None,
            Err(problem) => {
                self.tell(Severity::Error, field, Problem::Number(problem));
                None
            }
        }
    }

    pub(super) fn needed<T>(
        &mut self,
        field: Field,
        text: &str,
        read: fn(&str) -> Result<T, DecimalProblem>,
    ) -> Option<T> {
        if text.trim().is_empty() {
            self.tell(Severity::Missing, field, Problem::Empty);
        }
        self.number(field, text, read)
    }

    pub(super) fn code(&mut self, field: Field, text: &str) -> Option<HsCode> {
        match HsCode::read_national(text) {
            Ok(code) => {
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                if digits > code.digits() {
                    self.tell(Severity::Note, field, Problem::NationalDigits);
                }
                self.is_there(field, &code).then_some(code)
            }
            Err(CodeProblem::Empty) => {
                self.tell(Severity::Missing, field, Problem::Empty);
                None
            }
            Err(problem) => {
                self.tell(Severity::Error, field, Problem::Code(problem));
                None
            }
        }
    }

    /// Whether there is such a code in the edition that codes are typed in, as far as that is known. Says so if not, and
    /// if it is one of the rule set's older edition.
    fn is_there(&mut self, field: Field, code: &HsCode) -> bool {
        let Some((set, map)) = self.pack.and_then(|pack| Some((pack.set.edition(), pack.editions.as_ref()?)))
        else {
            return true;
        };
        let today = self.draft.code_edition.meaning();
        let edition = if today { Edition::Hs2022 } else { set };
        // The annex quotes codes of several editions, and those that are typed are taken for them.
        if set == Edition::Annex || map.has(code, edition) != Some(false) {
            return true;
        }
        if today && map.has(code, set) == Some(true) && map.has_ceased(code, set) {
            let successors = map.successors(code, set);
            self.tell(Severity::Note, field, Problem::OlderCode { code: *code, edition: set, successors });
            return true;
        }
        self.tell(Severity::Error, field, Problem::NoSuchCode { code: *code, edition });
        false
    }

    fn line(&mut self, form: &LineForm) -> Line {
        self.line = Some(LineId(form.id));
        self.text(Field::Description, &form.description);
        if form.description.trim().is_empty() {
            self.tell(Severity::Missing, Field::Description, Problem::Empty);
        }
        let quantity = self.needed(Field::Quantity, &form.quantity, Quantity::read);
        let price = self.needed(Field::UnitPrice, &form.unit_price, Money::read);
        let amount = quantity.zip(price).and_then(|(quantity, price)| match price.extended(quantity) {
            Ok(amount) => Some(amount),
            Err(problem) => {
                self.tell(Severity::Error, Field::Amount, Problem::Number(problem));
                None
            }
        });
        let offer = match form.kind {
            LineKind::Good => Offer::Good(self.origin(form)),
            LineKind::Service => Offer::Service(self.parts(form, amount)),
        };
        self.line = None;
        let role = match form.role.meaning() {
            Role::Apart(_) if form.goes_with != 0 => Role::Apart(Some(LineId(form.goes_with))),
            role => role,
        };
        Line { id: LineId(form.id), amount, offer, role }
    }

    fn origin(&mut self, form: &LineForm) -> GoodOrigin {
        match form.origin_by {
            OriginBy::Unknown => GoodOrigin::Unknown,
            OriginBy::Rules => GoodOrigin::ByRules(Box::new(self.good(&form.good))),
            OriginBy::Statement => {
                self.text(Field::Note, &form.statement.note);
                let Some(canadian) = form.statement.canadian.meaning() else { return GoodOrigin::Unknown };
                if form.statement.note.trim().is_empty() {
                    self.tell(Severity::Note, Field::Note, Problem::NoteMissing);
                }
                GoodOrigin::Stated { canadian, basis: form.statement.basis.meaning() }
            }
        }
    }

    fn parts(&mut self, form: &LineForm, amount: Option<Money>) -> Vec<ServicePart> {
        let mut parts = Vec::new();
        let mut unreadable = false;
        for part in &form.parts {
            self.item = Some(MaterialId(part.id));
            self.text(Field::PartWho, &part.who);
            let read = self.number(Field::PartAmount, &part.amount, Money::read);
            // A part whose amount cannot be read must not pass for "whatever is left".
            unreadable |= read.is_none() && !part.amount.trim().is_empty();
            parts.push(ServicePart { amount: read, place: part.place.meaning() });
        }
        self.item = None;
        if unreadable {
            return Vec::new();
        }
        if let Some(problem) = amount.and_then(|price| crate::decide::split(price, &parts).problem) {
            self.tell(Severity::Error, Field::PartAmount, Problem::Parts(problem));
        }
        parts
    }
}
