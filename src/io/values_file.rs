//! What was typed in a sheet, as the browser keeps it: one flat JSON object of texts.

use super::json;
use crate::present::sheet::Values;

/// Longer files are refused before they are read.
const LONGEST_FILE: usize = 5_000_000;

/// Reads the values. Nothing where the text is no such object.
pub fn read(text: &str) -> Option<Values> {
    if text.len() > LONGEST_FILE {
        return None;
    }
    let mut values = Values::default();
    let whole = json::read(text, &mut |reader, name| {
        let mut value = String::new();
        reader.text(&mut value)?;
        values.set(name, value);
        Ok(())
    });
    whole.ok().map(|()| values)
}

/// Writes the values.
pub fn write(values: &Values) -> String {
    let mut writer = json::Writer::default();
    writer.object(&mut |to| {
        for (name, value) in values.pairs() {
            to.name(name).text(value);
        }
    });
    writer.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_what_is_something_else_is_not() {
        let mut values = Values::default();
        assert_eq!(read(&write(&values)).as_ref(), Some(&values));
        values.set("bid", String::from("1,2"));
        values.set("bid.1.note", String::from("« é »\n\"\\"));
        values.set("__proto__", String::from("x"));
        assert_eq!(read(&write(&values)).as_ref(), Some(&values));
        for text in ["", "[]", "{\"a\":1}", "{\"a\":{}}", "{\"a\":\"b\"", "{\"a\":\"b\",\"a\":\"c\"}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
