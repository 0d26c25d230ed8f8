//! What was typed in a sheet, as the browser keeps it: one flat JSON object of texts.

use super::json;
use std::collections::BTreeMap;

/// Longer files are refused before they are read.
const LONGEST_FILE: usize = 5_000_000;

/// Reads the values. Nothing where the text is no such object.
pub fn read(text: &str) -> Option<BTreeMap<String, String>> {
    if text.len() > LONGEST_FILE {
        return None;
    }
    let mut values = BTreeMap::new();
    let whole = json::read(text, &mut |reader, name| {
        let mut value = String::new();
        reader.text(&mut value)?;
        values.insert(name.to_owned(), value);
        Ok(())
    });
    whole.ok().map(|()| values)
}

/// Writes the values.
pub fn write(values: &BTreeMap<String, String>) -> String {
    let mut writer = json::Writer::default();
    writer.object(&mut |to| {
        for (name, value) in values {
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
        let mut values = BTreeMap::new();
        assert_eq!(read(&write(&values)).as_ref(), Some(&values));
        values.insert(String::from("bid"), String::from("1,2"));
        values.insert(String::from("bid.1.note"), String::from("« é »\n\"\\"));
        values.insert(String::from("__proto__"), String::from("x"));
        assert_eq!(read(&write(&values)).as_ref(), Some(&values));
        for text in ["", "[]", "{\"a\":1}", "{\"a\":{}}", "{\"a\":\"b\"", "{\"a\":\"b\",\"a\":\"c\"}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
