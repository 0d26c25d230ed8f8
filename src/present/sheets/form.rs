//! Building a sheet: fields that read what was typed, and the blocks that say what follows.

use crate::draft::{AMBIGUOUS, NumberProblem, canonical};
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::judgement::Judgement;
use crate::policy::questions::{Question, Readings, flips};
use crate::present::sheet::{
    AnswerBlock, Block, Cell, FieldBlock, FieldKind, FoldBlock, GroupBlock, NoteBlock, QuoteBlock, Sheet,
    TableBlock, Values,
};
use crate::present::views::{Mark, ReasonView};
use crate::units::{Citation, Day, DecimalProblem, Mark as Sureness, Money, Percent, read_decimal};
use rust_decimal::Decimal;

/// A sheet being built. Fields are read as they are put, so that what is asked and what it means stand together.
pub(super) struct Form<'a> {
    pub(super) words: &'a Words,
    pub(super) values: &'a Values,
    pub(super) today: Day,
    blocks: Vec<Block>,
}

/// What a field is called and what helps to fill it in.
pub(super) struct Ask {
    pub(super) label: String,
    pub(super) hint: String,
}

/// A label with its help.
pub(super) fn ask(label: String, hint: String) -> Ask {
    Ask { label, hint }
}

/// A label that needs no help.
pub(super) fn bare(label: String) -> Ask {
    Ask { label, hint: String::new() }
}

impl<'a> Form<'a> {
    pub(super) fn new(words: &'a Words, values: &'a Values, today: Day) -> Form<'a> {
        Form { words, values, today, blocks: Vec::new() }
    }

    pub(super) fn finish(self, title: String, summary: String) -> Sheet {
        Sheet { title, blocks: self.blocks, summary, needs: Vec::new() }
    }

    #[inline(never)]
    pub(super) fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn heading(&mut self, text: String) {
        self.put(Block::Heading(text));
    }

    pub(super) fn text(&mut self, text: String) {
        self.put(Block::Text(text));
    }

    pub(super) fn hint(&mut self, text: String) {
        self.put(Block::Hint(text));
    }

    pub(super) fn note(&mut self, mark: Mark, text: String, cite: Option<Citation>) {
        let cite = self.cited(cite);
        self.put(Block::Note(NoteBlock { mark, text, cite }));
    }

    /// An answer in a sentence; gives back what to announce.
    pub(super) fn answer(
        &mut self,
        mark: Mark,
        word: String,
        sentence: String,
        cite: Option<Citation>,
    ) -> String {
        let cite = self.cited(cite);
        let summary = self.words.labelled(&word, &sentence);
        self.put(Block::Answer(AnswerBlock { mark, word, sentence, cite }));
        summary
    }

    pub(super) fn cited(&self, cite: Option<Citation>) -> String {
        cite.map_or_else(String::new, |cite| i18n::citation(self.words, &cite))
    }

    pub(super) fn table(&mut self, caption: String, head: Vec<String>, rows: Vec<Vec<Cell>>) {
        self.put(Block::Table(TableBlock { caption, head, rows }));
    }

    pub(super) fn list(&mut self, points: Vec<String>) {
        if !points.is_empty() {
            self.put(Block::List(points));
        }
    }

    /// A text to copy, in the language of this name.
    pub(super) fn quote(&mut self, lang: &str, text: String) {
        self.put(Block::Quote(QuoteBlock { text, lang: lang.to_owned() }));
    }

    /// Blocks that belong together under a legend.
    pub(super) fn group<T>(&mut self, legend: String, fill: impl FnOnce(&mut Form<'a>) -> T) -> T {
        let before = std::mem::take(&mut self.blocks);
        let filled = fill(self);
        let blocks = std::mem::replace(&mut self.blocks, before);
        self.put(Block::Group(GroupBlock { legend, blocks }));
        filled
    }

    /// Blocks that are folded away.
    pub(super) fn fold<T>(
        &mut self,
        summary: String,
        open: bool,
        fill: impl FnOnce(&mut Form<'a>) -> T,
    ) -> T {
        let before = std::mem::take(&mut self.blocks);
        let filled = fill(self);
        let blocks = std::mem::replace(&mut self.blocks, before);
        self.put(Block::Fold(FoldBlock { summary, open, item: None, blocks }));
        filled
    }

    fn field(&mut self, name: &str, ask: Ask, kind: FieldKind, problem: String) {
        let block = self.block(name, ask, kind, problem);
        self.put(Block::Field(block));
    }

    fn block(&self, name: &str, ask: Ask, kind: FieldKind, problem: String) -> FieldBlock {
        FieldBlock {
            name: name.to_owned(),
            label: ask.label,
            hint: ask.hint,
            value: self.values.get(name).to_owned(),
            kind,
            choices: Vec::new(),
            problem,
        }
    }

    /// A line or several lines of text, with what is wrong with it.
    pub(super) fn typed(&mut self, name: &str, ask: Ask, kind: FieldKind, problem: String) -> &'a str {
        self.field(name, ask, kind, problem);
        self.values.get(name)
    }

    /// A number that is read elsewhere and known to be one.
    pub(super) fn put_plain(&mut self, name: &str, ask: Ask) {
        self.field(name, ask, FieldKind::Number, String::new());
    }

    /// A field of a record that any text fills, or a check.
    pub(super) fn line_field(&self, name: &str, ask: Ask, kind: FieldKind) -> FieldBlock {
        self.block(name, ask, kind, String::new())
    }

    /// An amount in CAD.
    pub(super) fn amount(&mut self, name: &str, ask: Ask) -> Option<Money> {
        let (block, amount) = self.amount_field(name, ask);
        self.put(Block::Field(block));
        amount
    }

    /// An amount as a field of a record.
    pub(super) fn amount_field(&self, name: &str, ask: Ask) -> (FieldBlock, Option<Money>) {
        let read = self.decimal(name).and_then(|it| it.map(|it| Money::new(it).map_err(Some)).transpose());
        let (amount, problem) = self.told(read);
        (self.block(name, ask, FieldKind::Number, problem), amount)
    }

    /// A percentage above zero and up to a hundred.
    pub(super) fn percent(&mut self, name: &str, ask: Ask) -> Option<Percent> {
        let read = self.decimal(name).and_then(|it| it.map(|it| Percent::new(it).map_err(Some)).transpose());
        let too_large = matches!(read, Err(Some(DecimalProblem::TooLarge)));
        let (percent, problem) = self.told(read);
        let problem = if too_large { self.words.form_above_hundred() } else { problem };
        self.field(name, ask, FieldKind::Number, problem);
        percent
    }

    /// A number of zero or more as a field of a record.
    pub(super) fn number_field(&self, name: &str, ask: Ask) -> (FieldBlock, Option<Decimal>) {
        let negative =
            |it: Decimal| if it.is_sign_negative() { Err(Some(DecimalProblem::Negative)) } else { Ok(it) };
        let read = self.decimal(name).and_then(|it| it.map(negative).transpose());
        let (number, problem) = self.told(read);
        (self.block(name, ask, FieldKind::Number, problem), number)
    }

    /// What was typed as a number. Nothing inside: nothing typed. The error is nothing where it could be two numbers.
    ///
    /// The page keeps a number that it understood in canonical writing and marks one that could be two; other text is
    /// read the way the language writes numbers.
    fn decimal(&self, name: &str) -> Result<Option<Decimal>, Option<DecimalProblem>> {
        let stored = self.values.get(name);
        if stored.is_empty() {
            return Ok(None);
        }
        if stored.ends_with(AMBIGUOUS) {
            return Err(None);
        }
        match read_decimal(stored) {
            Ok(value) => return Ok(Some(value)),
            Err(DecimalProblem::NotANumber) => {}
            Err(problem) => return Err(Some(problem)),
        }
        match canonical(stored, self.words.lang().number_style()) {
            Ok(text) => read_decimal(&text).map(Some).map_err(Some),
            Err(NumberProblem::NotANumber) => Err(Some(DecimalProblem::NotANumber)),
            Err(NumberProblem::Ambiguous) => Err(None),
        }
    }

    fn told<T>(&self, read: Result<Option<T>, Option<DecimalProblem>>) -> (Option<T>, String) {
        match read {
            Ok(value) => (value, String::new()),
            Err(None) => (None, self.words.problem_ambiguous()),
            Err(Some(problem)) => {
                (None, i18n::problem(self.words, &crate::diagnostic::Problem::Number(problem)))
            }
        }
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str, ask: Ask) -> Option<Day> {
        let (block, day) = self.day_field(name, ask);
        self.put(Block::Field(block));
        day
    }

    /// A day as a field of a record.
    pub(super) fn day_field(&self, name: &str, ask: Ask) -> (FieldBlock, Option<Day>) {
        let typed = self.values.get(name);
        let day = Day::read(typed);
        let wrong = day.is_none() && !typed.is_empty();
        let problem = if wrong { self.words.problem_not_a_day() } else { String::new() };
        (self.block(name, ask, FieldKind::Day, problem), day)
    }

    /// A question with yes or no; what is not answered is not known.
    pub(super) fn asks(&mut self, name: &str, ask: Ask) -> Finding {
        let (block, finding) = self.asks_field(name, ask);
        self.put(Block::Field(block));
        finding
    }

    /// A question with yes or no as a field of a record.
    pub(super) fn asks_field(&self, name: &str, ask: Ask) -> (FieldBlock, Finding) {
        let w = self.words;
        let choices = vec![
            (String::from("yes"), w.yes()),
            (String::from("no"), w.no()),
            (String::new(), w.form_not_known()),
        ];
        let finding = match self.values.get(name) {
            "yes" => Finding::Yes,
            "no" => Finding::No,
            _ => Finding::Unknown,
        };
        let mut block = self.block(name, ask, FieldKind::Choice, String::new());
        block.choices = choices;
        (block, finding)
    }

    /// One of several, by its place; nothing while none is chosen.
    pub(super) fn pick(&mut self, name: &str, ask: Ask, options: &[(&str, String)]) -> Option<usize> {
        let (block, at) = self.pick_field(name, ask, options);
        self.put(Block::Field(block));
        at
    }

    /// One of several, as a field of a record.
    pub(super) fn pick_field(
        &self,
        name: &str,
        ask: Ask,
        options: &[(&str, String)],
    ) -> (FieldBlock, Option<usize>) {
        self.pick_or(name, ask, self.words.form_not_known(), options)
    }

    /// One of several as a field of a record, where nothing chosen has a meaning of its own.
    pub(super) fn pick_or(
        &self,
        name: &str,
        ask: Ask,
        nothing: String,
        options: &[(&str, String)],
    ) -> (FieldBlock, Option<usize>) {
        let mut choices = vec![(String::new(), nothing)];
        for (value, words) in options {
            choices.push(((*value).to_owned(), words.clone()));
        }
        let at = options.iter().position(|(value, _)| *value == self.values.get(name));
        let mut block = self.block(name, ask, FieldKind::Select, String::new());
        block.choices = choices;
        (block, at)
    }

    /// One of several, of which this one is chosen.
    pub(super) fn choice(&mut self, name: &str, ask: Ask, value: String, choices: Vec<(String, String)>) {
        let mut block = self.block(name, ask, FieldKind::Select, String::new());
        (block.value, block.choices) = (value, choices);
        self.put(Block::Field(block));
    }

    /// So or not.
    pub(super) fn check(&mut self, name: &str, ask: Ask) -> bool {
        self.field(name, ask, FieldKind::Check, String::new());
        self.values.get(name) == "yes"
    }

    /// The reasons of a judgement.
    pub(super) fn reasons<P>(&mut self, judged: &Judgement<P>, say: &dyn Fn(&P, Finding) -> String) {
        let tree = self.tree(judged, true, say);
        self.put(Block::Reasons(vec![tree]));
    }

    /// A judgement as a tree of reasons.
    pub(super) fn tree<P>(
        &self,
        judged: &Judgement<P>,
        decisive: bool,
        say: &dyn Fn(&P, Finding) -> String,
    ) -> ReasonView {
        let mut because = Vec::new();
        for part in &judged.because {
            because.push(self.tree(part, part.finding == judged.finding, say));
        }
        ReasonView {
            mark: Mark::from(judged.finding),
            word: self.word(judged.finding),
            text: say(&judged.point, judged.finding),
            cite: self.cited(judged.cite.clone()),
            decisive,
            because,
        }
    }

    /// A finding in a word.
    pub(super) fn word(&self, finding: Finding) -> String {
        match finding {
            Finding::Yes => self.words.yes(),
            Finding::No => self.words.no(),
            Finding::Unknown => self.words.cannot_tell(),
        }
    }

    /// An amount as the language writes it.
    pub(super) fn money(&self, amount: Money) -> String {
        i18n::money(self.words.lang(), amount)
    }

    /// How sure a figure is, in words.
    pub(super) fn sureness(&self, mark: Sureness) -> String {
        match mark {
            Sureness::Stated => self.words.form_stated(),
            Sureness::Inferred => self.words.form_inferred(),
            Sureness::Memory => self.words.form_memory(),
        }
    }

    /// The readings chosen for these questions.
    pub(super) fn readings(&self, among: &[Question]) -> Readings {
        let mut readings = Readings::DEFAULT;
        for question in among {
            if self.values.get(&field_of_question(*question)) == "yes" {
                readings = readings.turned(*question);
            }
        }
        readings
    }

    /// The open questions that bear on an answer, each with its switch. Those whose other reading turns it are told
    /// without being asked, with the answer that would then be given.
    pub(super) fn open_questions<T: PartialEq>(
        &mut self,
        among: &[Question],
        answer: &dyn Fn(Readings) -> T,
        say: &dyn Fn(&T) -> String,
    ) {
        let flipping = flips(self.readings(among), among, answer);
        for (question, other) in &flipping {
            let asked = super::questions::asked(self.words, *question);
            let text = self.words.form_flips(&question.id(), &asked, &say(other));
            self.note(Mark::Unknown, text, None);
        }
        self.switches(among, !flipping.is_empty());
    }

    /// The switches of open questions, folded.
    pub(super) fn switches(&mut self, among: &[Question], open: bool) {
        let summary = self.words.form_open_questions(&among.len().to_string());
        self.fold(summary, open, |form| {
            for question in among {
                let name = field_of_question(*question);
                let label = form.words.labelled(
                    &question.id(),
                    &form.words.form_other_reading(&super::questions::other(form.words, *question)),
                );
                let hint = form.words.form_default_reading(
                    &super::questions::asked(form.words, *question),
                    &super::questions::default(form.words, *question),
                );
                form.check(&name, ask(label, hint));
            }
        });
    }
}

/// The name of the switch of a question: `q20`.
pub(super) fn field_of_question(question: Question) -> String {
    question.id().to_lowercase()
}

/// A cell of text.
pub(super) fn cell(text: String) -> Cell {
    Cell { text, mark: None, figure: false }
}

/// A cell with a figure.
pub(super) fn figure(text: String) -> Cell {
    Cell { text, mark: None, figure: true }
}

/// A cell with a sign.
pub(super) fn marked(mark: Mark, text: String) -> Cell {
    Cell { text, mark: Some(mark), figure: false }
}
