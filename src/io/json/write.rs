//! Writes JSON as serde_json does: for people, two blanks for each level; or packed, without any.

/// What has been written, and how deep it stands.
#[derive(Default)]
pub(in crate::io) struct Writer {
    text: String,
    depth: usize,
    /// Whether the innermost object or list holds nothing yet.
    empty: bool,
    /// Whether it is packed.
    packed: bool,
}

impl Writer {
    /// Writes without blanks.
    pub(in crate::io) fn packed() -> Writer {
        Writer { packed: true, ..Writer::default() }
    }

    /// What has been written.
    pub(in crate::io) fn into_text(self) -> String {
        self.text
    }

    /// An object, whose fields `fields` writes.
    pub(in crate::io) fn object(&mut self, fields: &mut dyn FnMut(&mut Writer)) {
        self.nest('{', '}', fields);
    }

    /// A list, whose items `items` writes.
    pub(in crate::io) fn list(&mut self, items: &mut dyn FnMut(&mut Writer)) {
        self.nest('[', ']', items);
    }

    /// The name of a field, before its value.
    pub(in crate::io) fn name(&mut self, name: &str) -> &mut Writer {
        self.item().text(name);
        self.text.push_str(if self.packed { ":" } else { ": " });
        self
    }

    /// The place of an item, before it.
    pub(in crate::io) fn item(&mut self) -> &mut Writer {
        if !self.empty {
            self.text.push(',');
        }
        self.empty = false;
        self.line();
        self
    }

    /// A text.
    pub(in crate::io) fn text(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            let escaped = match c {
                '"' | '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                '\0'..'\u{20}' => {
                    self.text.push_str("\\u00");
                    for digit in [c as u32 / 16, c as u32 % 16] {
                        // OK because a remainder of 16 is a digit of base 16.
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                    continue;
                }
                _ => {
                    self.text.push(c);
                    continue;
                }
            };
            self.text.push('\\');
            self.text.push(escaped);
        }
        self.text.push('"');
    }

    /// A whole number.
    pub(in crate::io) fn number(&mut self, number: u32) {
        self.text.push_str(&number.to_string());
    }

    /// `true` or `false`.
    pub(in crate::io) fn flag(&mut self, is: bool) {
        self.text.push_str(if is { "true" } else { "false" });
    }

    /// True, false or null.
    pub(in crate::io) fn flag_or_null(&mut self, is: Option<bool>) {
        match is {
            Some(is) => self.flag(is),
            None => self.text.push_str("null"),
        }
    }

    fn nest(&mut self, open: char, close: char, write: &mut dyn FnMut(&mut Writer)) {
        self.text.push(open);
        self.depth += 1;
        self.empty = true;
        write(self);
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.empty = false;
        self.text.push(close);
    }

    fn line(&mut self) {
        if self.packed {
            return;
        }
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}
