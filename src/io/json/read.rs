//! Reads JSON by asking for what should come next. What does not come is told with its place.

/// How deep objects and lists may stand in each other.
const DEEPEST: u8 = 64;
/// How many names an object may have: each is looked for among those before it.
const MOST_NAMES: usize = 10_000;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Kind {
    /// It is no JSON.
    Syntax,
    /// It is JSON, but a field does not exist, is there twice, or holds something else than it should.
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

/// Whether what was asked for was read.
pub(in crate::io) type Read = Result<(), Kind>;

/// A text, and how far it was read.
pub(in crate::io) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
    path: String,
}

/// Reads a text that is one object, whose fields `field` reads.
pub(in crate::io) fn read(
    text: &str,
    field: &mut dyn FnMut(&mut Reader<'_>, &str) -> Read,
) -> Result<(), Fault> {
    whole(text, &mut |reader| reader.object(field))
}

/// Reads a text that is one value, which `value` reads.
pub(in crate::io) fn whole(text: &str, value: &mut dyn FnMut(&mut Reader<'_>) -> Read) -> Result<(), Fault> {
    let mut reader = Reader { text, at: 0, depth: 0, path: String::new() };
    let read = value(&mut reader).and_then(|()| reader.end());
    read.map_err(|kind| reader.fault(kind))
}

impl Reader<'_> {
    /// An object. `field` is called at the value of each field, with its name.
    pub(in crate::io) fn object(&mut self, field: &mut dyn FnMut(&mut Self, &str) -> Read) -> Read {
        self.open(b'{')?;
        let length = self.path.len();
        let mut seen: Vec<String> = Vec::new();
        if !self.past(b'}') {
            loop {
                self.expect(b'"')?;
                let name = self.rest_of_text()?;
                if length > 0 {
                    self.path.push('.');
                }
                self.path.push_str(&name);
                if seen.len() == MOST_NAMES || seen.contains(&name) {
                    return Err(Kind::Field);
                }
                self.expect(b':')?;
                field(self, &name)?;
                self.path.truncate(length);
                seen.push(name);
                if !self.past(b',') {
                    break;
                }
            }
            self.expect(b'}')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// A list. `item` is called at each item.
    pub(in crate::io) fn list(&mut self, item: &mut dyn FnMut(&mut Self) -> Read) -> Read {
        self.open(b'[')?;
        let length = self.path.len();
        let mut index = 0;
        if !self.past(b']') {
            loop {
                self.path.push('[');
                self.path.push_str(&index.to_string());
                self.path.push(']');
                item(self)?;
                self.path.truncate(length);
                index += 1;
                if !self.past(b',') {
                    break;
                }
            }
            self.expect(b']')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// A text.
    pub(in crate::io) fn text(&mut self, into: &mut String) -> Read {
        if self.next() != Some(b'"') {
            return Err(self.other());
        }
        self.at += 1;
        *into = self.rest_of_text()?;
        Ok(())
    }

    /// A whole number.
    pub(in crate::io) fn number(&mut self, into: &mut u32) -> Read {
        let at = self.at;
        let word = self.word();
        let number = word.parse().ok().filter(|_| is_number(word));
        self.known(at, number).map(|number| *into = number)
    }

    /// `true` or `false`.
    pub(in crate::io) fn flag(&mut self, into: &mut bool) -> Read {
        let at = self.at;
        let flag = match self.word() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        self.known(at, flag).map(|flag| *into = flag)
    }

    /// True, false or null.
    pub(in crate::io) fn flag_or_null(&mut self, into: &mut Option<bool>) -> Read {
        if self.next() == Some(b'n') {
            let at = self.at;
            let null = (self.word() == "null").then_some(None);
            return self.known(at, null).map(|null| *into = null);
        }
        let mut flag = false;
        self.flag(&mut flag)?;
        *into = Some(flag);
        Ok(())
    }

    /// Goes past a value, whatever it is.
    pub(in crate::io) fn skip(&mut self) -> Read {
        match self.next() {
            Some(b'"') => self.text(&mut String::new()),
            Some(b'{') => self.object(&mut |reader, _| reader.skip()),
            Some(b'[') => self.list(&mut Reader::skip),
            _ => {
                let word = self.word();
                let known = is_number(word) || matches!(word, "true" | "false" | "null");
                if known { Ok(()) } else { Err(Kind::Syntax) }
            }
        }
    }

    fn fault(self, kind: Kind) -> Fault {
        let bytes = self.text.as_bytes();
        let read = &bytes[..self.at.min(bytes.len())];
        let line = read.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = read.iter().rev().take_while(|byte| **byte != b'\n').count();
        Fault { kind, path: self.path, line, column: column + usize::from(self.at < bytes.len()) }
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

    fn expect(&mut self, byte: u8) -> Read {
        if self.past(byte) { Ok(()) } else { Err(Kind::Syntax) }
    }

    fn end(&mut self) -> Read {
        if self.next().is_none() { Ok(()) } else { Err(Kind::Syntax) }
    }

    /// Goes past the byte that opens an object or list.
    fn open(&mut self, byte: u8) -> Read {
        if self.next() != Some(byte) {
            return Err(self.other());
        }
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Kind::Syntax) } else { Ok(()) }
    }

    /// What is wrong where something else stands than was asked for. It stays where it is.
    fn other(&mut self) -> Kind {
        let (at, length) = (self.at, self.path.len());
        match self.skip() {
            Ok(()) => {
                self.at = at;
                self.path.truncate(length);
                Kind::Field
            }
            Err(kind) => kind,
        }
    }

    fn known<T>(&mut self, at: usize, value: Option<T>) -> Result<T, Kind> {
        value.ok_or_else(|| {
            self.at = at;
            self.next();
            self.other()
        })
    }

    /// The rest of a text whose first quote was read.
    fn rest_of_text(&mut self) -> Result<String, Kind> {
        let mut read = String::new();
        loop {
            let from = self.at;
            while !matches!(self.here(), None | Some(b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            // OK because the bytes that stop it are characters of their own.
            read.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.here() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(read);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let escaped = self.escaped()?;
                    read.push(escaped);
                }
                _ => return Err(Kind::Syntax),
            }
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
                let mut code = self.unit()?;
                if (0xd800..0xdc00).contains(&code) && self.here() == Some(b'\\') {
                    self.at += 1;
                    if self.here() != Some(b'u') {
                        return Err(Kind::Syntax);
                    }
                    self.at += 1;
                    let second = self.unit()?.wrapping_sub(0xdc00);
                    if second > 0x3ff {
                        return Err(Kind::Syntax);
                    }
                    code = 0x10000 + ((code - 0xd800) << 10) + second;
                }
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
