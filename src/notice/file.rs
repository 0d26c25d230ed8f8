//! A file being read: bytes in, notices out, and a clear word about what could not be read, with its place.

use super::column::{Column, Field};
use super::csv::{Fault, Reader};
use super::find::Filter;
use super::phrase::phrases;
use super::plain::plain_into;
use super::record::Notice;
use super::told::{Kind, Told, kind, off, told};
use crate::policy::scope::{Named, named};
use std::collections::HashMap;

/// What is wrong with a file. What was read before stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Its bytes are no rows of cells, from this place on.
    Csv(Fault, Place),
    /// It has columns, but not those of notices: the first few of its own.
    OtherColumns(Vec<String>),
    /// It has a head and no rows.
    NoRows,
    /// It ends within a row.
    CutOff(Place),
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row, as a spreadsheet counts: the head is 1.
    pub row: u32,
    /// The column, from 1.
    pub column: u32,
    /// The name of the column, where the head gives one.
    pub name: String,
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// No file was given.
    #[default]
    None,
    /// It is being read.
    Reading,
    /// It was read, to the end or to what is wrong with it.
    Read,
    /// The user has stopped it; what was read is forgotten.
    Cancelled,
}

/// A file of notices.
#[derive(Default)]
pub struct File {
    reader: Reader,
    /// The names of its columns.
    head: Vec<String>,
    /// What each of them holds, where it is kept.
    columns: Vec<Option<Column>>,
    notices: Vec<Notice>,
    /// The lists of agreements that occur, read.
    agreements: Vec<Named>,
    known: HashMap<String, u32>,
    /// Whether what was said switches the policy off, by what was said.
    judged: HashMap<String, bool>,
    /// How far it is.
    pub state: State,
    /// How many bytes were read.
    pub done: u64,
    /// How many there are.
    pub size: u64,
    /// What is wrong with it.
    pub problem: Option<Problem>,
    /// Rows with another number of cells than the head, which are left out: how many, and the first.
    pub uneven: Option<(u32, u32)>,
    /// The first row with bytes that are not UTF-8, which were read as Windows-1252.
    pub other_writing: Option<u32>,
    /// What was looked for last, and the places of the notices found.
    found: Option<(Filter, Vec<u32>)>,
    room: Vec<u8>,
}

impl File {
    /// A file of so many bytes, of which none is read.
    pub fn begin(size: u64) -> File {
        File { size, state: State::Reading, ..File::default() }
    }

    /// Forgets what was read.
    pub fn cancel(&mut self) {
        *self = File { state: State::Cancelled, ..File::default() };
    }

    /// Reads further bytes; `last` are the last ones. Whether more are wanted.
    pub fn feed(&mut self, bytes: &[u8], last: bool) -> bool {
        if self.state != State::Reading {
            return false;
        }
        self.done = self.done.saturating_add(bytes.len() as u64);
        let mut left = bytes;
        let read = self.rows(&mut left).and_then(|()| if last { self.end() } else { Ok(()) });
        if let Err(problem) = read {
            self.problem = Some(problem);
        }
        if last || self.problem.is_some() {
            self.state = State::Read;
            // Nothing of the last row stays, whatever it was.
            self.reader = Reader::default();
            self.known = HashMap::new();
            self.judged = HashMap::new();
        }
        self.state == State::Reading
    }

    fn rows(&mut self, left: &mut &[u8]) -> Result<(), Problem> {
        loop {
            match self.reader.next(left) {
                Ok(false) => return Ok(()),
                Ok(true) => self.row()?,
                Err(fault) => return Err(Problem::Csv(fault, self.place())),
            }
        }
    }

    fn end(&mut self) -> Result<(), Problem> {
        loop {
            match self.reader.last() {
                Err(Fault::OpenQuote) if !self.columns.is_empty() => {
                    return Err(Problem::CutOff(self.place()));
                }
                Err(fault) => return Err(Problem::Csv(fault, self.place())),
                Ok(true) => {
                    let cells = self.reader.cells();
                    if !self.columns.is_empty() && cells < self.columns.len() {
                        let column = u32::try_from(cells).unwrap_or(u32::MAX);
                        return Err(Problem::CutOff(self.place_at(column)));
                    }
                    self.row()?;
                }
                Ok(false) if self.notices.is_empty() && self.uneven.is_none() => return Err(Problem::NoRows),
                Ok(false) => return Ok(()),
            }
        }
    }

    fn place(&self) -> Place {
        self.place_at(self.reader.column())
    }

    fn place_at(&self, column: u32) -> Place {
        let name = usize::try_from(column).ok().and_then(|at| self.head.get(at.checked_sub(1)?));
        Place { row: self.reader.row(), column, name: name.cloned().unwrap_or_default() }
    }

    fn row(&mut self) -> Result<(), Problem> {
        if self.columns.is_empty() {
            return self.read_head();
        }
        if self.reader.cells() != self.columns.len() {
            let (count, first) = self.uneven.unwrap_or((0, self.reader.row()));
            self.uneven = Some((count.saturating_add(1), first));
            return Ok(());
        }
        let notice = self.notice();
        self.notices.push(notice);
        Ok(())
    }

    fn read_head(&mut self) -> Result<(), Problem> {
        for at in 0..self.reader.cells() {
            let name = self.reader.cell(at).0.trim().to_owned();
            let column = Column::of(&name);
            // Of two columns of the same name the first counts.
            let again = column.is_some() && self.columns.contains(&column);
            self.columns.push(if again { None } else { column });
            self.head.push(name);
        }
        let has = |field: Field| self.columns.iter().flatten().any(|it| it.field == field);
        if !has(Field::Title) || !(has(Field::Reference) || has(Field::Solicitation)) {
            let shown = self.head.iter().take(5).map(|name| name.chars().take(60).collect()).collect();
            return Err(Problem::OtherColumns(shown));
        }
        self.reader.keep(self.columns.iter().map(Option::is_some).collect());
        Ok(())
    }

    fn notice(&mut self) -> Notice {
        let mut cells: [usize; Column::PLACES] = [usize::MAX; Column::PLACES];
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(column) = column {
                cells[column.place()] = at;
            }
        }
        let mut text = String::with_capacity(self.reader.stored());
        let mut ends = [0; Column::PLACES];
        for place in 0..Column::PLACES {
            let from = text.len();
            if cells[place] != usize::MAX {
                let (cell, utf_8) = self.reader.cell(cells[place]);
                text.push_str(cell.trim());
                if !utf_8 && self.other_writing.is_none() {
                    self.other_writing = Some(self.reader.row());
                }
            }
            // The French half is not kept where it says the same.
            if place % 2 == 1 {
                let start = if place == 1 { 0 } else { ends[place - 2] as usize };
                if text.get(start..from) == text.get(from..) {
                    text.truncate(from);
                }
            }
            // OK because a cell holds at most a megabyte, and there are some forty.
            ends[place] = text.len() as u32;
        }
        let mut notice = Notice {
            row: self.reader.row(),
            text: text.into_boxed_str(),
            ends,
            phrases: 0,
            kind: Kind::Open,
            agreements: 0,
        };
        self.room.clear();
        notice.plain_into(&mut self.room);
        notice.phrases = phrases(&self.room);
        notice.agreements = self.agreements_of(&notice);
        let off = self.is_off(&notice);
        notice.kind = kind(&notice, off);
        notice
    }

    /// Whether what it says switches the policy off: judged once for all notices that say the same.
    fn is_off(&mut self, notice: &Notice) -> bool {
        let mut key = String::new();
        // What the judgement looks at, but for the day, which without a value decides nothing.
        for field in [Field::Agreements, Field::Method, Field::Type, Field::Category, Field::Buyer] {
            for french in [false, true] {
                key.push_str(notice.text(field, french));
                key.push('\n');
            }
        }
        key.push_str(&notice.phrases.to_string());
        if let Some(known) = self.judged.get(&key) {
            return *known;
        }
        let off = self.agreements.get(notice.agreements as usize).is_some_and(|named| off(notice, named));
        self.judged.insert(key, off);
        off
    }

    /// The place of a notice's list of agreements, which is read once for all notices with the same.
    fn agreements_of(&mut self, notice: &Notice) -> u32 {
        let list = notice.text(Field::Agreements, false);
        if let Some(at) = self.known.get(list) {
            return *at;
        }
        let at = u32::try_from(self.agreements.len()).unwrap_or(u32::MAX);
        self.agreements.push(named(list));
        self.known.insert(list.to_owned(), at);
        at
    }

    /// Every notice, in the order of the file.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether it has a column for this.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().flatten().any(|it| it.field == field)
    }

    /// Everything that can be told from a notice of this file.
    pub fn told(&self, notice: &Notice) -> Told {
        let named = self.agreements.get(notice.agreements as usize).cloned().unwrap_or_default();
        told(notice, &named)
    }

    /// Looks for notices. What is found stays until something else is looked for.
    /// A file that is still being read is not searched.
    pub fn find(&mut self, filter: Filter) {
        if self.state != State::Read || self.found.as_ref().is_some_and(|(last, _)| *last == filter) {
            return;
        }
        let mut found = Vec::new();
        for (at, notice) in self.notices.iter().enumerate() {
            if filter.fits(notice, &mut self.room) {
                found.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        self.found = Some((filter, found));
    }

    /// The places of the notices that were found last.
    pub fn found(&self) -> &[u32] {
        self.found.as_ref().map_or(&[], |(_, found)| found)
    }
}

impl Notice {
    /// Appends everything that it says, as it is searched; a sign that no word holds stands between two fields.
    pub(super) fn plain_into(&self, room: &mut Vec<u8>) {
        let mut from = 0;
        for end in self.ends {
            let part = self.text.get(from..end as usize).unwrap_or_default();
            if !part.is_empty() {
                room.push(b'\n');
                plain_into(part, room);
            }
            from = end as usize;
        }
    }
}
