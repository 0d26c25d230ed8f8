//! Rows of cells, from bytes that come in pieces (RFC 4180: quotes, doubled quotes, lines within quotes; CRLF, LF or CR).
//!
//! Bytes go in as they arrive, rows come out as they become whole; where a piece ends makes no difference. Cells of
//! columns that nobody keeps are never stored. The separator is the comma, or the semicolon or tab where the first line
//! has more of those, as spreadsheets write them.

use std::borrow::Cow;

/// A longer cell is told rather than stored: a quote that nobody closed would swallow the rest of the file.
pub const LONGEST_CELL: usize = 1 << 20;
/// The first line must end within so many bytes.
const LONGEST_HEAD: usize = 1 << 18;

/// What is wrong with the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is a workbook, or another packed file.
    Packed,
    /// It is written in UTF-16.
    Utf16,
    /// It is no text.
    NotText,
    /// A quote is opened and never closed.
    OpenQuote,
    /// Something follows a closing quote that should not.
    AfterQuote,
    /// A cell is longer than any that a notice has.
    LongCell,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before the first byte of a cell.
    Cell,
    /// Within a cell without quotes.
    Plain,
    /// Within quotes.
    Quoted,
    /// After a quote within quotes: the end of the cell, or the first of two.
    Quote,
    /// After a row that ended with CR: an LF belongs to it.
    Return,
}

/// Reads rows. Hand bytes to `next` until it has none left; when there are no more, ask `last`.
pub struct Reader {
    /// The first bytes, until the first line is whole; then what of them is not read yet.
    head: Vec<u8>,
    begun: bool,
    separator: u8,
    at: At,
    /// The cells of the row, one after the other, without quotes.
    text: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// Which columns are stored. Empty: all.
    keep: Vec<bool>,
    /// Bytes of the cell so far, stored or not.
    length: usize,
    whole: bool,
    row: u32,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            head: Vec::new(),
            begun: false,
            separator: b',',
            at: At::Cell,
            text: Vec::new(),
            ends: Vec::new(),
            keep: Vec::new(),
            length: 0,
            whole: false,
            row: 1,
        }
    }
}

impl Reader {
    /// Reads on until a row is whole. True: it is, ask `cell`; there may be bytes left. False: all bytes are read.
    /// After a fault, nothing more can be read.
    pub fn next(&mut self, bytes: &mut &[u8]) -> Result<bool, Fault> {
        if !self.begun {
            self.head.extend_from_slice(bytes);
            *bytes = &[];
            let line = self.head.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
            // A last CR may be half of a CRLF, which changes nothing; a short head may be half of a mark.
            if (!line || self.head.len() < 4) && self.head.len() < LONGEST_HEAD {
                return Ok(false);
            }
            self.begin()?;
        }
        if !self.head.is_empty() {
            let head = std::mem::take(&mut self.head);
            let mut left = head.as_slice();
            let read = self.step(&mut left);
            self.head = left.to_vec();
            if read != Ok(false) {
                return read;
            }
        }
        self.step(bytes)
    }

    /// The row that no line end follows, once there are no more bytes. True: there is one.
    pub fn last(&mut self) -> Result<bool, Fault> {
        if !self.begun {
            self.begin()?;
        }
        if !self.head.is_empty() && self.next(&mut &[][..])? {
            return Ok(true);
        }
        if self.whole {
            self.clear();
        }
        match self.at {
            At::Quoted => Err(Fault::OpenQuote),
            At::Return => Ok(false),
            At::Cell if self.ends.is_empty() => Ok(false),
            _ => {
                self.end_cell();
                self.at = At::Return;
                self.whole = true;
                Ok(true)
            }
        }
    }

    /// Stores only these columns from the next row on.
    pub fn keep(&mut self, columns: Vec<bool>) {
        self.keep = columns;
    }

    /// How many cells the row has.
    pub fn cells(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes of the row are stored.
    pub fn stored(&self) -> usize {
        self.text.len()
    }

    /// A cell of the row, counted from zero, and whether its bytes were UTF-8. Others are read as Windows-1252.
    pub fn cell(&self, index: usize) -> (Cow<'_, str>, bool) {
        let from = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or_default() };
        let to = self.ends.get(index).copied().unwrap_or(from);
        let bytes = self.text.get(from..to).unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), true),
            Err(_) => (Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()), false),
        }
    }

    /// The number of the row as a spreadsheet counts: the first is 1.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// The number of the column that is being read, from 1.
    pub fn column(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    fn begin(&mut self) -> Result<(), Fault> {
        self.begun = true;
        if self.head.starts_with(b"PK\x03\x04") || self.head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Fault::Packed);
        }
        if self.head.starts_with(&[0xff, 0xfe]) || self.head.starts_with(&[0xfe, 0xff]) {
            return Err(Fault::Utf16);
        }
        if self.head.starts_with(&[0xef, 0xbb, 0xbf]) {
            self.head.drain(..3);
        }
        if self.head.contains(&0) {
            return Err(Fault::NotText);
        }
        if self.head.iter().all(u8::is_ascii_whitespace) {
            return Err(Fault::Empty);
        }
        let line = self.head.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let count = |of: u8| line.iter().filter(|byte| **byte == of).count();
        for other in [b';', b'\t'] {
            if count(other) > count(self.separator) {
                self.separator = other;
            }
        }
        Ok(())
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.whole = false;
        self.row = self.row.saturating_add(1);
    }

    fn step(&mut self, bytes: &mut &[u8]) -> Result<bool, Fault> {
        if self.whole {
            self.clear();
        }
        while let Some((&byte, rest)) = bytes.split_first() {
            match self.at {
                At::Return if byte == b'\n' => {
                    self.at = At::Cell;
                    *bytes = rest;
                }
                At::Return => self.at = At::Cell,
                At::Cell if byte == b'"' => {
                    self.at = At::Quoted;
                    *bytes = rest;
                }
                At::Quote if byte == b'"' => {
                    self.put(b"\"")?;
                    self.at = At::Quoted;
                    *bytes = rest;
                }
                At::Quoted => {
                    let end = place_of(bytes, [b'"'; 3]);
                    let (taken, left) = bytes.split_at(end);
                    self.put(taken)?;
                    if let Some(after) = left.get(1..) {
                        self.at = At::Quote;
                        *bytes = after;
                    } else {
                        *bytes = left;
                    }
                }
                At::Cell | At::Plain | At::Quote if byte == self.separator => {
                    self.end_cell();
                    self.at = At::Cell;
                    *bytes = rest;
                }
                At::Cell | At::Plain | At::Quote if byte == b'\n' || byte == b'\r' => {
                    *bytes = rest;
                    let blank = self.ends.is_empty() && self.length == 0 && self.at == At::Cell;
                    self.at = if byte == b'\r' { At::Return } else { At::Cell };
                    if blank {
                        self.row = self.row.saturating_add(1);
                        continue;
                    }
                    self.end_cell();
                    self.whole = true;
                    return Ok(true);
                }
                At::Quote => return Err(Fault::AfterQuote),
                At::Cell | At::Plain => {
                    self.at = At::Plain;
                    let end = place_of(bytes, [self.separator, b'\n', b'\r']);
                    let (taken, left) = bytes.split_at(end);
                    self.put(taken)?;
                    *bytes = left;
                }
            }
        }
        Ok(false)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.length += bytes.len();
        if self.length > LONGEST_CELL {
            return Err(Fault::LongCell);
        }
        if self.keep.is_empty() || self.keep.get(self.ends.len()) == Some(&true) {
            self.text.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        self.ends.push(self.text.len());
        self.length = 0;
    }
}

/// The place of the first of these bytes, or the length where none is there. Eight bytes at a time: most of a file is
/// looked through by this alone.
fn place_of(bytes: &[u8], wanted: [u8; 3]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHS: u64 = u64::from_le_bytes([128; 8]);
    let [a, b, c] = wanted.map(|byte| ONES * u64::from(byte));
    // A byte that is zero has its high bit set in the result; what is above the first such byte may be wrong.
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let hit = zero(word ^ a) | zero(word ^ b) | zero(word ^ c);
        if hit != 0 {
            return bytes.len() - rest.len() + (hit.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    let end = rest.iter().position(|byte| wanted.contains(byte)).unwrap_or(rest.len());
    bytes.len() - rest.len() + end
}

/// The character that a byte stands for in Windows-1252, the old encoding of Western spreadsheets.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_three_bytes_is_found_wherever_it_stands() {
        for length in 0..40 {
            for at in 0..=length {
                let mut bytes = vec![b'x'; length];
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = b';';
                }
                assert_eq!(place_of(&bytes, [b';', b'\n', b'\r']), at, "{length}");
                bytes.iter_mut().skip(at).step_by(3).for_each(|byte| *byte = b'\r');
                assert_eq!(place_of(&bytes, [b';', b'\n', b'\r']), at, "{length}, and others after it");
            }
        }
        // Neighbours of the byte, and bytes with the high bit, are not taken for it.
        assert_eq!(place_of(&[b'"' - 1, b'"' + 1, 0, 0x80, 0xa2, 0xff, 1, 2, 3, b'"'], [b'"'; 3]), 9);
    }

    /// Rows as their cells, and the fault at the end with its row and column.
    type Rows = (Vec<Vec<String>>, Option<(Fault, u32, u32)>);

    fn rows(pieces: &[&[u8]]) -> Rows {
        let mut reader = Reader::default();
        let mut found = Vec::new();
        let take = |reader: &Reader| (0..reader.cells()).map(|at| reader.cell(at).0.into_owned()).collect();
        for piece in pieces {
            let mut left = *piece;
            loop {
                match reader.next(&mut left) {
                    Ok(true) => found.push(take(&reader)),
                    Ok(false) => break,
                    Err(fault) => return (found, Some((fault, reader.row(), reader.column()))),
                }
            }
        }
        loop {
            match reader.last() {
                Ok(true) => found.push(take(&reader)),
                Ok(false) => return (found, None),
                Err(fault) => return (found, Some((fault, reader.row(), reader.column()))),
            }
        }
    }

    #[test]
    fn cells_are_read_as_the_standard_writes_them() {
        let table: [(&str, &[&[&str]]); 12] = [
            ("a,b\r\nc,d\r\n", &[&["a", "b"], &["c", "d"]]),
            ("a,b\nc,d", &[&["a", "b"], &["c", "d"]]),
            ("a,b\rc,d\r", &[&["a", "b"], &["c", "d"]]),
            ("\u{feff}a,b\n", &[&["a", "b"]]),
            ("\"a\",\"b, c\"\n", &[&["a", "b, c"]]),
            ("\"two\r\nlines\",\"say \"\"so\"\"\"\n", &[&["two\r\nlines", "say \"so\""]]),
            ("a,,\n,,\n", &[&["a", "", ""], &["", "", ""]]),
            ("a\n\n\nb\n", &[&["a"], &["b"]]),
            ("a,5\" pipe\n", &[&["a", "5\" pipe"]]),
            ("a;b;c,d\n1;2;3\n", &[&["a", "b", "c,d"], &["1", "2", "3"]]),
            ("a\tb\n1\t2\n", &[&["a", "b"], &["1", "2"]]),
            ("a,\"\"\n\"\"\n", &[&["a", ""], &[""]]),
        ];
        for (text, expected) in table {
            let (found, fault) = rows(&[text.as_bytes()]);
            assert_eq!((found, fault), (own(expected), None), "{text:?}");
        }
    }

    fn own(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| String::from(*cell)).collect()).collect()
    }

    #[test]
    fn faults_name_their_place() {
        let long = ["a,b\n1,\"", &"x".repeat(LONGEST_CELL + 1), "\"\n"].concat();
        let table: [(&[u8], Fault, u32, u32); 9] = [
            (b"", Fault::Empty, 1, 1),
            (b" \r\n\n", Fault::Empty, 1, 1),
            (b"PK\x03\x04\x14", Fault::Packed, 1, 1),
            (b"\xff\xfea\0b\0\n\0", Fault::Utf16, 1, 1),
            (b"a\0b\n,", Fault::NotText, 1, 1),
            (b"a,b\n1,2\n3,\"open\nto the end\n", Fault::OpenQuote, 3, 2),
            (b"a,b\n\n\"one\"two,3\n", Fault::AfterQuote, 3, 1),
            (b"a,b,\"", Fault::OpenQuote, 1, 3),
            (long.as_bytes(), Fault::LongCell, 2, 2),
        ];
        for (bytes, fault, row, column) in table {
            let shown = String::from_utf8_lossy(bytes.get(..bytes.len().min(30)).unwrap_or_default());
            assert_eq!(rows(&[bytes]).1, Some((fault, row, column)), "{shown}");
        }
    }

    #[test]
    fn what_is_no_utf_8_is_read_as_windows_1252() {
        let (found, fault) = rows(&[b"titre,n\n\xe9t\xe9 \x9cuvre \x80,2\n"]);
        assert_eq!((found, fault), (own(&[&["titre", "n"], &["été œuvre €", "2"]]), None));
    }

    #[test]
    fn where_a_piece_ends_makes_no_difference() {
        let text =
            "\u{feff}\"h\u{e9}ad\",b\r\n\"two\r\n\"\"lines\"\"\",x\r\n\r\nplain,\"\"\r\nlast,5\" \u{e0}";
        let whole = rows(&[text.as_bytes()]);
        assert_eq!(whole.0.len(), 4);
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let bytes = text.as_bytes();
                let pieces = [&bytes[..first], &bytes[first..second], &bytes[second..]];
                assert_eq!(rows(&pieces), whole, "{first} {second}");
            }
        }
    }

    #[test]
    fn columns_that_are_not_kept_are_not_stored() {
        let mut reader = Reader::default();
        let mut bytes: &[u8] = b"a,b,c\nsecret,2,\"more\nsecrets\"\n";
        assert_eq!(reader.next(&mut bytes), Ok(true));
        reader.keep(vec![false, true, false]);
        assert_eq!(reader.next(&mut bytes), Ok(true));
        assert_eq!(reader.text, b"2");
        assert_eq!(reader.cells(), 3);
        assert_eq!(reader.cell(1).0, "2");
    }
}
