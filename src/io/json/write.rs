//! Writes JSON, two blanks for each level, as serde_json does when it writes for people.

use super::Kind;
use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use std::fmt::Display;

/// Writes a value. What no draft has is left out.
pub(in crate::io) fn write<T: Serialize>(value: &T) -> String {
    let mut writer = Writer { text: String::new(), depth: 0 };
    // OK because a draft holds texts, numbers, choices, lists and objects only, and each of them can be written.
    let _ = value.serialize(&mut writer);
    writer.text
}

struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn string(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '\0'..=' ' if c != ' ' => {
                    self.text.push_str("\\u00");
                    for digit in [c as u32 / 16, c as u32 % 16] {
                        // OK because a remainder of 16 is a digit of base 16.
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

/// A list or object that is being written.
struct Open<'a> {
    writer: &'a mut Writer,
    close: char,
    empty: bool,
}

impl<'a> Open<'a> {
    fn new(writer: &'a mut Writer, open: char, close: char) -> Open<'a> {
        writer.text.push(open);
        writer.depth += 1;
        Open { writer, close, empty: true }
    }

    fn next(&mut self) {
        if !self.empty {
            self.writer.text.push(',');
        }
        self.empty = false;
        self.writer.line();
    }

    fn shut(self) {
        self.writer.depth -= 1;
        if !self.empty {
            self.writer.line();
        }
        self.writer.text.push(self.close);
    }
}

/// Every kind of value that no draft has.
macro_rules! none_of {
    ($($name:ident($of:ty))*) => {
        $(fn $name(self, _: $of) -> Result<(), Kind> { Err(Kind::Field) })*
    };
}

type No = Impossible<(), Kind>;

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Kind;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = No;

    fn serialize_bool(self, is: bool) -> Result<(), Kind> {
        self.text.push_str(if is { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Kind> {
        self.text.push_str(&number.to_string());
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Kind> {
        self.string(text);
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Kind> {
        Ok(Open::new(self, '[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Kind> {
        Ok(Open::new(self, '{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Kind> {
        Ok(Open::new(self, '{', '}'))
    }

    none_of! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_u8(u8) serialize_u16(u16)
        serialize_u64(u64) serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8])
        serialize_unit_struct(&'static str)
    }

    fn serialize_none(self) -> Result<(), Kind> {
        Err(Kind::Field)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Kind> {
        Err(Kind::Field)
    }

    fn serialize_unit(self) -> Result<(), Kind> {
        Err(Kind::Field)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Kind> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<(), Kind> {
        Err(Kind::Field)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Kind> {
        Err(Kind::Field)
    }

    fn serialize_tuple(self, _: usize) -> Result<No, Kind> {
        Err(Kind::Field)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<No, Kind> {
        Err(Kind::Field)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<No, Kind> {
        Err(Kind::Field)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<No, Kind> {
        Err(Kind::Field)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Kind;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Kind> {
        self.next();
        item.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Kind> {
        self.shut();
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Kind;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Kind> {
        self.next();
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Kind> {
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Kind> {
        self.shut();
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Kind;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Kind> {
        self.next();
        self.writer.string(name);
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Kind> {
        self.shut();
        Ok(())
    }
}

impl Error for Kind {
    fn custom<T: Display>(_: T) -> Kind {
        Kind::Field
    }
}
