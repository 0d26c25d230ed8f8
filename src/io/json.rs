//! JSON for the draft file: as much of it as a draft needs.
//!
//! serde_json would do the same, but its numbers, messages and derived readers cost the page a fifth of its size
//! budget. Tests hold the two against each other, and serde describes the same types for the JSON Schema.

mod read;
mod write;

pub(super) use read::{Kind, Read, Reader, read, whole};
pub(super) use write::Writer;

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::draft::Draft;
    use crate::io::{draft_file, draft_json};

    /// What serde_json makes of it, as far as the two can be compared.
    fn agrees(text: &str) {
        let theirs = serde_json::from_str::<Draft>(text).ok();
        let mut draft = Draft::default();
        let ours =
            super::read::whole(text, &mut |reader| draft_json::read(reader, &mut draft)).map(|()| draft);
        assert_eq!(ours.ok(), theirs, "{text}");
    }

    #[test]
    fn reads_what_serde_json_reads() {
        let rows = [
            r#"{}"#,
            r#" { "title" : "a" , "lines" : [ ] } "#,
            r#"{"title":"\u00e9\ud83d\ude00\n\"\\\/\b\f\r\t"}"#,
            r#"{"title":"é😀"}"#,
            r#"{"title":"\ud83d"}"#,
            r#"{"title":"\x"}"#,
            "{\"title\":\"a\nb\"}",
            r#"{"title":1}"#,
            r#"{"title":"a","title":"b"}"#,
            r#"{"other":"a"}"#,
            r#"{"lines":[{"id":4294967295},{"id":7}]}"#,
            r#"{"lines":[{"id":4294967296}]}"#,
            r#"{"lines":[{"id":01}]}"#,
            r#"{"lines":[{"id":-1}]}"#,
            r#"{"lines":[{"id":1.0}]}"#,
            r#"{"lines":[{"id":1e0}]}"#,
            r#"{"lines":[{"id":1},]}"#,
            r#"{"lines":[{"good":{"all_listed":true,"answers":{"b":true,"a":false,"c":null}}}]}"#,
            r#"{"lines":[{"good":{"all_listed":null}}]}"#,
            r#"{"basis":"item_by_item","rule_set":"nafta"}"#,
            r#"{"basis":"other"}"#,
            r#"{} {}"#,
            r#"{"title":"a"#,
            r#"{"title" "a"}"#,
            r#"nul"#,
            r#""#,
        ];
        rows.into_iter().for_each(agrees);
    }

    #[test]
    fn every_cut_of_a_file_is_told_and_none_panics() {
        let text = include_str!("../../data/examples/annex-bid.en.json").trim_end();
        for (at, _) in text.char_indices() {
            assert!(draft_file::read(&text[..at]).is_err());
        }
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let mut draft =
            draft_file::read(include_str!("../../data/examples/annex-bid.en.json")).expect("the example");
        draft.title = String::from("é😀\n\"\\/\u{8}\u{c}\r\t\u{1}\u{7f}");
        draft.lines[0].good.answers.insert("b", Some(true));
        draft.lines[0].good.answers.insert("a", None);
        let theirs = serde_json::to_string_pretty(&draft).expect("a draft is JSON");
        let mut writer = Writer::default();
        draft_json::write(&mut writer, &draft);
        assert_eq!(writer.into_text(), theirs);
    }
}
