//! A screen as data: what it says and what it asks, in order. One screen of the page shows any of them.
//!
//! A sheet is made anew from the typed values after each change, by a pure function, so that what is asked, what is
//! said about it and what follows stand together. What was typed is a flat map of text: `closing_day`, or for records
//! `bid` = "1,2,3" with `bid.1.price`. It is kept as typed; reading it, and saying what is wrong with it, is the
//! business of the function that makes the sheet.

use super::views::{Mark, ReasonView};
use crate::wire::wire;

/// What was typed and chosen, by the names of the fields. Only what is not empty is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<(String, String)>);

impl FromIterator<(String, String)> for Values {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Values {
        let mut values = Values::default();
        for (name, value) in pairs {
            values.set(&name, value);
        }
        values
    }
}

impl Values {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(it, _)| it.as_str().cmp(name))
    }

    /// Every field with what was typed in it, in the order of their names.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Puts something into a field, in place of what stood there. Empty: nothing is left of it.
    pub fn set(&mut self, name: &str, value: String) {
        match self.place(name) {
            Ok(at) if value.is_empty() => {
                self.0.remove(at);
            }
            Ok(at) => self.0[at].1 = value,
            Err(_) if value.is_empty() => {}
            Err(at) => self.0.insert(at, (name.to_owned(), value)),
        }
    }

    /// Takes out every field whose name begins like this. Everything, where it is empty.
    pub fn clear(&mut self, head: &str) {
        self.0.retain(|(name, _)| !name.starts_with(head));
    }

    /// What was typed in a field, without spaces around it. Empty: nothing yet.
    pub fn get(&self, name: &str) -> &str {
        self.place(name).map_or("", |at| self.0[at].1.trim())
    }

    /// What was typed in a field of a record: `bid`, `1`, `price`.
    pub fn of(&self, list: &str, id: &str, name: &str) -> &str {
        self.get(&field_of(list, id, name))
    }

    /// The ids of the records of a list, in order. Ids that are no numbers do not count.
    pub fn ids(&self, list: &str) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for id in self.get(list).split(',') {
            let known = !id.is_empty() && id.bytes().all(|digit| digit.is_ascii_digit());
            if known && !ids.iter().any(|it| it == id) {
                ids.push(id.to_owned());
            }
        }
        ids
    }
}

/// The name of a field of a record: `bid.1.price`.
pub fn field_of(list: &str, id: &str, name: &str) -> String {
    [list, id, name].join(".")
}

wire! {
    /// A screen.
    pub struct Sheet {
        /// Its heading.
        pub title: String,
        /// What it says and asks, in order.
        pub blocks: Vec<Block>,
        /// One short line to announce when it changes: the answer. Empty: nothing to announce.
        pub summary: String,
        /// Files that would let it say more, by the names of `engine::Data`.
        pub needs: Vec<String>,
    }

    /// Something asked.
    pub struct FieldBlock {
        /// Its name among the values.
        pub name: String,
        /// The question or label.
        pub label: String,
        /// Help below it. May be empty.
        pub hint: String,
        /// What is typed, or the value of the choice, or `yes` where a check is set; as it is to be shown.
        pub value: String,
        /// How it is asked.
        pub kind: FieldKind,
        /// Where something is chosen: value and words of each choice.
        pub choices: Vec<(String, String)>,
        /// What is wrong with it. Empty: nothing.
        pub problem: String,
    }

    /// An answer.
    pub struct AnswerBlock {
        /// Its sign.
        pub mark: Mark,
        /// Its word: `Met`.
        pub word: String,
        /// It in one sentence.
        pub sentence: String,
        /// Where it is written. May be empty.
        pub cite: String,
    }

    /// Something said that calls for attention.
    pub struct NoteBlock {
        /// Its sign. That of "cannot tell" is not shown: the note only informs.
        pub mark: Mark,
        /// The sentence.
        pub text: String,
        /// Where it is written. May be empty.
        pub cite: String,
    }

    /// A table.
    pub struct TableBlock {
        /// What it shows, for those who do not see it.
        pub caption: String,
        /// The heads of its columns. The first column names the row.
        pub head: Vec<String>,
        /// Its rows.
        pub rows: Vec<Vec<Cell>>,
    }

    /// A cell of a table.
    pub struct Cell {
        /// Its text.
        pub text: String,
        /// Its sign, where it has one.
        pub mark: Option<Mark>,
        /// Whether it is a figure, to stand right.
        pub figure: bool,
    }

    /// A list of records that can be added and taken away.
    pub struct RowsBlock {
        /// The name of the list among the values.
        pub name: String,
        /// What it lists.
        pub caption: String,
        /// The records.
        pub rows: Vec<RowBlock>,
        /// The words of the button that adds one.
        pub add: String,
    }

    /// A record.
    pub struct RowBlock {
        /// Its id within the list.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// Its fields, the same for each record of the list.
        pub fields: Vec<FieldBlock>,
        /// What follows for it, with its sign. May be empty.
        pub result: Option<(Mark, String)>,
        /// The words of the button that takes it away.
        pub remove: String,
    }

    /// A text to copy.
    pub struct QuoteBlock {
        /// The text.
        pub text: String,
        /// Its language, as HTML names it. Empty: nobody knows.
        pub lang: String,
    }

    /// Something folded.
    pub struct FoldBlock {
        /// What is always to be seen.
        pub summary: String,
        /// Whether it is open at first.
        pub open: bool,
        /// The item that it is about, where what is in it is sent only once it was unfolded.
        pub item: Option<u32>,
        /// What is folded.
        pub blocks: Vec<Block>,
    }

    /// A piece of a sentence that is marked up.
    pub struct MarkedPiece {
        /// Its text.
        pub text: String,
        /// Its kind, as a class. Empty: it joins others and says nothing by itself.
        pub kind: String,
        /// The name of its kind.
        pub name: String,
    }

    /// One of several columns.
    pub struct ColumnBlock {
        /// What it is about.
        pub title: String,
        /// What stands in it.
        pub blocks: Vec<Block>,
    }

    /// Fields that belong together.
    pub struct GroupBlock {
        /// What they are about.
        pub legend: String,
        /// What stands in it.
        pub blocks: Vec<Block>,
    }
}

wire! {
    /// A file asked for, or being read.
    pub struct FileBlock {
        /// The request, or what is going on.
        pub label: String,
        /// Help below it. May be empty.
        pub hint: String,
        /// How far it is, where one is being read.
        pub reading: Option<ReadingBlock>,
    }

    /// How far a file is read.
    pub struct ReadingBlock {
        /// It in a sentence.
        pub said: String,
        /// How much is read, in kilobytes.
        pub done: u32,
        /// How much there is, in kilobytes. At least one.
        pub of: u32,
        /// The words of the button that stops it.
        pub stop: String,
    }

    /// Things to go to: buttons that give a field a value.
    pub struct PicksBlock {
        /// What they are, for those who do not see it.
        pub label: String,
        /// Side by side, where each is only a few words.
        pub beside: bool,
        /// The things.
        pub picks: Vec<Pick>,
    }

    /// A thing to go to.
    pub struct Pick {
        /// The name of the field among the values.
        pub name: String,
        /// The value that it gets.
        pub value: String,
        /// The words of the button.
        pub text: String,
        /// What is said below it.
        pub lines: Vec<String>,
        /// What can be told of it, with its sign. May be empty.
        pub told: Option<(Mark, String)>,
    }
}

wire! {
    /// How something is asked.
    pub choice FieldKind {
        /// One line of text.
        Text,
        /// A number.
        Number,
        /// A day, as 2026-11-22.
        Day,
        /// Several lines of text.
        Long,
        /// One of the choices, from a list that unfolds.
        Select,
        /// One of the choices, side by side.
        Choice,
        /// So or not.
        Check,
    }
}

wire! {
    /// A piece of a sheet.
    pub enum Block {
        /// A heading of the second order.
        Heading(String) = 0,
        /// A paragraph.
        Text(String) = 1,
        /// A paragraph of lesser weight.
        Hint(String) = 2,
        /// Something that calls for attention.
        Note(NoteBlock) = 3,
        /// Something asked.
        Field(FieldBlock) = 4,
        /// An answer.
        Answer(AnswerBlock) = 5,
        /// Reasons, as a tree.
        Reasons(Vec<ReasonView>) = 6,
        /// A table.
        Table(TableBlock) = 7,
        /// Points.
        List(Vec<String>) = 8,
        /// Points in order.
        Steps(Vec<String>) = 9,
        /// Terms and what they stand for.
        Facts(Vec<(String, String)>) = 10,
        /// A list of records.
        Rows(RowsBlock) = 11,
        /// Something folded.
        Fold(FoldBlock) = 12,
        /// Fields that belong together.
        Group(GroupBlock) = 13,
        /// A text to copy, such as a covering statement.
        Quote(QuoteBlock) = 14,
        /// A button that prints.
        Print(String) = 15,
        /// A file asked for, or being read.
        File(FileBlock) = 20,
        /// Things to go to.
        Picks(PicksBlock) = 21,
        /// A button that opens a new draft: its words, and the draft file.
        Draft((String, String)) = 22,
        /// A link to another screen: its words, and its address.
        Link((String, String)) = 23,
        /// A sentence with its parts named.
        Marked(Vec<MarkedPiece>) = 16,
        /// Things side by side.
        Columns(Vec<ColumnBlock>) = 17,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_in_order_and_once() {
        let mut values = Values::default();
        values.set("bid", String::from("2,1,,x,2"));
        values.set("bid.2.price", String::from(" 5 "));
        assert_eq!(values.ids("bid"), ["2", "1"]);
        assert_eq!(values.of("bid", "2", "price"), "5");
        assert_eq!(values.of("bid", "1", "price"), "");
        assert!(values.ids("other").is_empty());
        values.clear("bid.2.");
        assert_eq!((values.of("bid", "2", "price"), values.get("bid")), ("", "2,1,,x,2"));
        values.set("bid", String::new());
        assert!(values.pairs().is_empty());
    }
}
