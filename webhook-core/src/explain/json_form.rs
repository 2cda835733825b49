//! JSON written in another way: other blanks, other escapes; the same numbers, in the same order.

use std::fmt::{self, Write as _};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{JsonLayout, JsonTexts};

impl JsonTexts {
    pub(super) const ALL: [Self; 6] = [
        Self::AsTheyCame,
        Self::Plain,
        Self::Ascii,
        Self::Slashes,
        Self::AsciiAndSlashes,
        Self::Html,
    ];
}

/// Whether a body is a JSON object or array.
pub(super) fn is_document(body: &[u8]) -> bool {
    let first = body.trim_ascii_start().first();
    first.is_some_and(|byte| b"{[".contains(byte))
        && serde_json::from_slice::<IgnoredAny>(body).is_ok()
}

/// Whether there are some keys, and those of each object are in alphabetical order.
pub(super) fn has_sorted_keys(body: &[u8]) -> bool {
    /// Fewer are in order by chance.
    const SOME: usize = 4;
    serde_json::from_slice(body).is_ok_and(|Sorted { keys }| keys >= SOME)
}

/// A document whose keys are sorted; no other is read.
struct Sorted {
    keys: usize,
}

impl<'de> Deserialize<'de> for Sorted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SortedVisitor)
    }
}

struct SortedVisitor;

impl<'de> Visitor<'de> for SortedVisitor {
    type Value = Sorted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sorted keys")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sorted, A::Error> {
        let mut keys = 0_usize;
        let mut last = String::new();
        while let Some((key, value)) = map.next_entry::<String, Sorted>()? {
            if key < last {
                return Err(serde::de::Error::custom("not sorted"));
            }
            last = key;
            keys = keys.saturating_add(value.keys).saturating_add(1);
        }
        Ok(Sorted { keys })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Sorted, A::Error> {
        let mut keys = 0_usize;
        while let Some(item) = items.next_element::<Sorted>()? {
            keys = keys.saturating_add(item.keys);
        }
        Ok(Sorted { keys })
    }

    fn visit_bool<E>(self, _: bool) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }

    fn visit_i64<E>(self, _: i64) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }

    fn visit_u64<E>(self, _: u64) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }

    fn visit_f64<E>(self, _: f64) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }

    fn visit_str<E>(self, _: &str) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }

    fn visit_unit<E>(self) -> Result<Sorted, E> {
        Ok(Sorted { keys: 0 })
    }
}

/// Writes a document in another layout (`None` leaves the blanks as they are), and its texts in
/// another way. `None` if that would be more than so many bytes.
pub(super) fn rewritten(
    document: &[u8],
    layout: Option<JsonLayout>,
    texts: JsonTexts,
    most: usize,
) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(document.len());
    let mut depth = 0_usize;
    let mut rest = document;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' => {
                let end = end_of_text(after);
                let (inner, after) = after.split_at_checked(end)?;
                rest = after.strip_prefix(b"\"")?;
                write_text(inner, texts, &mut out);
            }
            b' ' | b'\t' | b'\r' | b'\n' if layout.is_some() => {}
            b'{' | b'[' => {
                out.push(byte);
                depth = depth.saturating_add(1);
                // What is empty stays on its line.
                if !after.trim_ascii_start().first().is_some_and(|next| b"}]".contains(next)) {
                    break_line(layout, depth, &mut out);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if !out.last().is_some_and(|last| b"{[".contains(last)) {
                    break_line(layout, depth, &mut out);
                }
                out.push(byte);
            }
            b',' => {
                out.push(byte);
                if layout == Some(JsonLayout::Spaced) {
                    out.push(b' ');
                }
                break_line(layout, depth, &mut out);
            }
            b':' => {
                out.push(byte);
                if !matches!(layout, None | Some(JsonLayout::Compact)) {
                    out.push(b' ');
                }
            }
            _ => out.push(byte),
        }
        if out.len() > most {
            return None;
        }
    }
    Some(out)
}

fn break_line(layout: Option<JsonLayout>, depth: usize, out: &mut Vec<u8>) {
    let (blank, times) = match layout {
        Some(JsonLayout::Indented(by)) => (b' ', usize::from(by)),
        Some(JsonLayout::Tabs) => (b'\t', 1),
        _ => return,
    };
    out.push(b'\n');
    out.extend(std::iter::repeat_n(blank, depth.saturating_mul(times)));
}

/// Where the quote stands that ends a text.
fn end_of_text(text: &[u8]) -> usize {
    let mut escaped = false;
    text.iter()
        .position(|byte| {
            let is_end = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            is_end
        })
        .unwrap_or(text.len())
}

fn write_text(inner: &[u8], texts: JsonTexts, out: &mut Vec<u8>) {
    let quoted = [b"\"", inner, b"\""].concat();
    // Half of a surrogate pair is no text; it stays as it is.
    let text = serde_json::from_slice::<String>(&quoted);
    let (false, Ok(text)) = (texts == JsonTexts::AsTheyCame, text) else {
        out.extend_from_slice(&quoted);
        return;
    };
    let mut written = String::with_capacity(quoted.len());
    written.push('"');
    for c in text.chars() {
        write_char(c, texts, &mut written);
    }
    written.push('"');
    out.extend_from_slice(written.as_bytes());
}

fn write_char(c: char, texts: JsonTexts, to: &mut String) {
    let ascii = matches!(texts, JsonTexts::Ascii | JsonTexts::AsciiAndSlashes);
    let slashes = matches!(texts, JsonTexts::Slashes | JsonTexts::AsciiAndSlashes);
    match c {
        '"' => to.push_str("\\\""),
        '\\' => to.push_str("\\\\"),
        '\n' => to.push_str("\\n"),
        '\r' => to.push_str("\\r"),
        '\t' => to.push_str("\\t"),
        '\u{8}' => to.push_str("\\b"),
        '\u{c}' => to.push_str("\\f"),
        '/' if slashes => to.push_str("\\/"),
        '<' | '>' | '&' | '\u{2028}' | '\u{2029}' if texts == JsonTexts::Html => escape(c, to),
        '\u{7f}' if texts == JsonTexts::Ascii => escape(c, to),
        '\u{0}'..='\u{1f}' => escape(c, to),
        _ if ascii && !c.is_ascii() => escape(c, to),
        _ => to.push(c),
    }
}

fn escape(c: char, to: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a text does not fail.
        let _ = write!(to, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::{JsonLayout, JsonTexts, is_document, rewritten};

    fn written(document: &str, layout: Option<JsonLayout>, texts: JsonTexts) -> String {
        assert!(is_document(document.as_bytes()));
        let written = rewritten(document.as_bytes(), layout, texts, 1000).expect("small");
        String::from_utf8(written).expect("text")
    }

    /// As Python 3's `json.dumps` writes it, with and without `indent` and `ensure_ascii`; PHP's
    /// `json_encode` and Go's as they are documented.
    #[test]
    fn as_others_write() {
        let document = r#"{ "é/😀" :[1.50,{},[ ] ,{"a":null}], "b":"\"\\/\u0001<" }"#;
        let of = |layout, texts| written(document, Some(layout), texts);
        assert_eq!(
            of(JsonLayout::Spaced, JsonTexts::Ascii),
            r#"{"\u00e9/\ud83d\ude00": [1.50, {}, [], {"a": null}], "b": "\"\\/\u0001<"}"#
        );
        assert_eq!(
            of(JsonLayout::Compact, JsonTexts::AsciiAndSlashes),
            r#"{"\u00e9\/\ud83d\ude00":[1.50,{},[],{"a":null}],"b":"\"\\\/\u0001<"}"#
        );
        assert_eq!(
            of(JsonLayout::Compact, JsonTexts::Html),
            r#"{"é/😀":[1.50,{},[],{"a":null}],"b":"\"\\/\u0001\u003c"}"#
        );
        assert_eq!(
            of(JsonLayout::Indented(2), JsonTexts::Plain),
            "{\n  \"é/😀\": [\n    1.50,\n    {},\n    [],\n    {\n      \"a\": null\n    }\n  ],\n  \
             \"b\": \"\\\"\\\\/\\u0001<\"\n}"
        );
        assert_eq!(
            written("[1,[2]]", Some(JsonLayout::Tabs), JsonTexts::AsTheyCame),
            "[\n\t1,\n\t[\n\t\t2\n\t]\n]"
        );
        assert_eq!(
            written(document, None, JsonTexts::Ascii),
            r#"{ "\u00e9/\ud83d\ude00" :[1.50,{},[ ] ,{"a":null}], "b":"\"\\/\u0001<" }"#
        );
    }

    #[test]
    fn hostile_documents() {
        assert!(!is_document(b"\"text\""));
        assert!(!is_document(b"{"));
        assert!(!is_document("[".repeat(100_000).as_bytes()));
        let half = r#"["\ud800\/"]"#;
        assert_eq!(written(half, Some(JsonLayout::Compact), JsonTexts::Plain), half);
        let wide = format!("{}{}{}", "[".repeat(100), "1,".repeat(99) + "1", "]".repeat(100));
        assert!(is_document(wide.as_bytes()));
        let layout = Some(JsonLayout::Indented(4));
        assert_eq!(rewritten(wide.as_bytes(), layout, JsonTexts::Plain, 10_000), None);
    }
}
