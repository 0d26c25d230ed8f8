//! Reads JSON.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use std::fmt::{self, Display};

/// How deep objects and lists may stand in each other.
const DEEPEST: u8 = 64;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Kind {
    /// It is no JSON.
    Syntax,
    /// It is JSON, but a field does not exist, is there twice, is missing, or holds something else than it should.
    Field,
}

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::io) struct Fault {
    /// What.
    pub(in crate::io) kind: Kind,
    /// The field, as `draft.lines[2].quantity`. Empty at the outermost.
    pub(in crate::io) path: String,
    /// The line, from 1.
    pub(in crate::io) line: usize,
    /// The column in bytes, from 1; zero where the line is empty.
    pub(in crate::io) column: usize,
}

/// Reads a value.
pub(in crate::io) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let mut reader = Reader { text, at: 0, depth: 0, path: String::new() };
    let value = T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|kind| reader.fault(kind))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
    path: String,
}

impl Reader<'_> {
    fn fault(self, kind: Kind) -> Fault {
        let bytes = self.text.as_bytes();
        let read = &bytes[..self.at.min(bytes.len())];
        let line = read.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column =
            read.iter().rev().take_while(|byte| **byte != b'\n').count() + usize::from(self.at < bytes.len());
        Fault { kind, path: self.path, line, column }
    }

    /// The next byte, whatever it is.
    fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not blank.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.here(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.here()
    }

    /// Goes past this byte, if it is the next.
    fn past(&mut self, byte: u8) -> bool {
        let is = self.next() == Some(byte);
        if is {
            self.at += 1;
        }
        is
    }

    fn expect(&mut self, byte: u8) -> Result<(), Kind> {
        if self.past(byte) { Ok(()) } else { Err(Kind::Syntax) }
    }

    /// Goes past this byte, which opens what the field should hold. Anything else may still be JSON.
    fn open(&mut self, byte: u8) -> Result<(), Kind> {
        if self.past(byte) {
            return Ok(());
        }
        let at = self.at;
        self.skip()?;
        self.at = at;
        Err(Kind::Field)
    }

    fn end(&mut self) -> Result<(), Kind> {
        if self.next().is_none() { Ok(()) } else { Err(Kind::Syntax) }
    }

    fn deeper(&mut self) -> Result<(), Kind> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Kind::Syntax) } else { Ok(()) }
    }

    /// The rest of a string whose first quote was read.
    fn string(&mut self) -> Result<String, Kind> {
        let mut read = String::new();
        loop {
            let from = self.at;
            while !matches!(self.here(), None | Some(b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            // OK because the three bytes that stop it are characters of their own.
            read.push_str(self.text.get(from..self.at).unwrap_or_default());
            if self.here() == Some(b'"') {
                self.at += 1;
                return Ok(read);
            }
            if self.here() != Some(b'\\') {
                return Err(Kind::Syntax);
            }
            self.at += 1;
            let escaped = self.escaped()?;
            read.push(escaped);
        }
    }

    fn escaped(&mut self) -> Result<char, Kind> {
        let byte = self.here().ok_or(Kind::Syntax)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let code = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
                    self.at += 2;
                    let second = self.unit()?.wrapping_sub(0xdc00);
                    if second > 0x3ff {
                        return Err(Kind::Syntax);
                    }
                    0x10000 + ((first - 0xd800) << 10) + second
                } else {
                    first
                };
                char::from_u32(code).ok_or(Kind::Syntax)?
            }
            _ => return Err(Kind::Syntax),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Kind> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.here().and_then(|byte| char::from(byte).to_digit(16)).ok_or(Kind::Syntax)?;
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Goes past a word or number; says which it was.
    fn word(&mut self) -> &str {
        self.next();
        let from = self.at;
        while matches!(self.here(), Some(b'a'..=b'z' | b'E' | b'0'..=b'9' | b'+' | b'-' | b'.')) {
            self.at += 1;
        }
        // OK because those are characters of their own.
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// Goes past a value, whatever it is.
    fn skip(&mut self) -> Result<(), Kind> {
        match self.next() {
            Some(b'"') => {
                self.at += 1;
                self.string().map(drop)
            }
            Some(open @ (b'{' | b'[')) => self.skip_all(open),
            _ => {
                let word = self.word();
                if is_number(word) || matches!(word, "true" | "false" | "null") {
                    Ok(())
                } else {
                    Err(Kind::Syntax)
                }
            }
        }
    }

    fn skip_all(&mut self, open: u8) -> Result<(), Kind> {
        self.at += 1;
        self.deeper()?;
        let close = if open == b'{' { b'}' } else { b']' };
        if !self.past(close) {
            loop {
                if open == b'{' {
                    self.expect(b'"')?;
                    self.string()?;
                    self.expect(b':')?;
                }
                self.skip()?;
                if !self.past(b',') {
                    break;
                }
            }
            self.expect(close)?;
        }
        self.depth -= 1;
        Ok(())
    }
}

/// Whether a word is a number of JSON.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (number, power) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let plain_zero = !whole.starts_with('0') || whole.len() == 1;
    digits(whole) && plain_zero && digits(decimals) && digits(power.strip_prefix(['+', '-']).unwrap_or(power))
}

/// Every kind of value that no draft has.
macro_rules! none_of {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Kind> { Err(Kind::Field) })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Kind;

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        let at = self.at;
        let word = match self.word() {
            "true" => true,
            "false" => false,
            _ => {
                self.at = at;
                return Err(self.open(b'?').err().unwrap_or(Kind::Field));
            }
        };
        visitor.visit_bool(word)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        let at = self.at;
        let word = self.word();
        match word.parse() {
            Ok(number) if is_number(word) => visitor.visit_u32(number),
            _ => {
                self.at = at;
                Err(self.open(b'?').err().unwrap_or(Kind::Field))
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.open(b'"')?;
        visitor.visit_string(self.string()?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.open(b'[')?;
        self.deeper()?;
        let read = visitor.visit_seq(Items { reader: self, index: 0 })?;
        self.depth -= 1;
        Ok(read)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.open(b'{')?;
        self.deeper()?;
        let length = self.path.len();
        let read = visitor.visit_map(Fields { reader: self, length, first: true })?;
        self.depth -= 1;
        Ok(read)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Kind> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Kind> {
        self.skip()?;
        visitor.visit_unit()
    }

    none_of! {
        deserialize_any deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_option deserialize_unit
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, Kind> {
        Err(Kind::Field)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, Kind> {
        Err(Kind::Field)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Kind> {
        Err(Kind::Field)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Kind> {
        Err(Kind::Field)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Kind> {
        Err(Kind::Field)
    }
}

/// The items of a list, one after the other.
struct Items<'a, 'b> {
    reader: &'a mut Reader<'b>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Kind;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Kind> {
        let first = self.index == 0;
        if first && self.reader.past(b']') {
            return Ok(None);
        }
        if !first && !self.reader.past(b',') {
            self.reader.expect(b']')?;
            return Ok(None);
        }
        let length = self.reader.path.len();
        self.reader.path.push('[');
        self.reader.path.push_str(&self.index.to_string());
        self.reader.path.push(']');
        let item = seed.deserialize(&mut *self.reader)?;
        self.reader.path.truncate(length);
        self.index += 1;
        Ok(Some(item))
    }
}

/// The fields of an object, one after the other.
struct Fields<'a, 'b> {
    reader: &'a mut Reader<'b>,
    length: usize,
    first: bool,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Kind;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Kind> {
        self.reader.path.truncate(self.length);
        if self.first && self.reader.past(b'}') {
            return Ok(None);
        }
        if !self.first && !self.reader.past(b',') {
            self.reader.expect(b'}')?;
            return Ok(None);
        }
        self.first = false;
        if self.reader.next() != Some(b'"') {
            return Err(Kind::Syntax);
        }
        let at = self.reader.at;
        self.reader.at += 1;
        let key = self.reader.string()?;
        if self.length > 0 {
            self.reader.path.push('.');
        }
        self.reader.path.push_str(&key);
        self.reader.at = at;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Kind> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl std::error::Error for Kind {}

impl Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Kind::Syntax { "not JSON" } else { "not what this field holds" })
    }
}

// The words for people stand in `i18n`, so whatever serde would tell is left out.
impl Error for Kind {
    fn custom<T: Display>(_: T) -> Kind {
        Kind::Field
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Kind {
        Kind::Field
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Kind {
        Kind::Field
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Kind {
        Kind::Field
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Kind {
        Kind::Field
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Kind {
        Kind::Field
    }
    fn missing_field(_: &'static str) -> Kind {
        Kind::Field
    }
    fn duplicate_field(_: &'static str) -> Kind {
        Kind::Field
    }
}
