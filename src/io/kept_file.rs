//! Everything that the page keeps in a browser, as one file: each entry under its name, as it stands.

use super::json::Writer;

/// A JSON object with a text for each entry. Written only; a draft in it is a draft file of its own.
pub fn write(entries: &[(String, String)]) -> String {
    let mut writer = Writer::default();
    writer.object(&mut |fields| {
        for (name, text) in entries {
            fields.name(name).text(text);
        }
    });
    writer.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_comes_back_as_it_was() {
        let entries = [("ccc:lang", "fr"), ("ccc:draft:1", "{\"a\": \"\\u0000<b>\\n\"}")];
        let entries = entries.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let read: serde_json::Value = serde_json::from_str(&write(&entries)).expect("JSON");
        for (name, text) in &entries {
            assert_eq!(read[name], serde_json::Value::from(text.as_str()));
        }
    }
}
