//! A second reading of JSON, by `serde_json`, which looks at one value at a time and keeps the rest
//! as it was written: no numbers that are too large for it, no characters that are half a pair.

use std::fmt;

use serde_json::value::RawValue;
use webhook_kit::json;

/// A key on the way stands there twice: two readers could disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twice;

/// The document, if it is one, and no deeper than is read here.
pub fn document(body: &[u8]) -> Option<&str> {
    let text = serde_json::from_slice::<&RawValue>(body).ok()?.get();
    (depth(text) <= json::LOCATE_DEPTH).then_some(text)
}

/// Whether it is a document, and deeper than is read here.
pub fn is_too_deep(body: &[u8]) -> bool {
    let text = serde_json::from_slice::<&RawValue>(body);
    text.is_ok_and(|text| depth(text.get()) > json::LOCATE_DEPTH)
}

/// How deep a document is that is one.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The value that a pointer leads to.
pub fn value<'t>(text: &'t str, pointer: &[&str]) -> Result<Option<&'t str>, Twice> {
    let Some((segment, rest)) = pointer.split_first() else { return Ok(Some(text)) };
    match text.as_bytes().first() {
        Some(b'{') => {
            let mut all = members(text).into_iter().filter(|(key, _)| key == segment);
            match (all.next(), all.next()) {
                (None, _) => Ok(None),
                (Some((_, found)), None) => value(found, rest),
                (Some(_), Some(_)) => Err(Twice),
            }
        }
        Some(b'[') => {
            let canonical = *segment == "0" || !segment.starts_with('0');
            let digits = segment.bytes().all(|byte| byte.is_ascii_digit());
            let index = segment.parse::<usize>().ok().filter(|_| canonical && digits);
            let all: Vec<&RawValue> = serde_json::from_str(text).expect("an array");
            index.and_then(|index| all.get(index)).map_or(Ok(None), |one| value(one.get(), rest))
        }
        _ => Ok(None),
    }
}

/// The text of a string, of a number or of a truth value.
pub fn scalar(raw: &str) -> Option<String> {
    match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw).ok(),
        Some(b'{' | b'[' | b'n') | None => None,
        _ => Some(raw.to_owned()),
    }
}

/// The members of an object, in their order. A key that is half a pair of surrogates equals none.
fn members(text: &str) -> Vec<(String, &str)> {
    struct All;
    impl<'de> serde::de::Visitor<'de> for All {
        type Value = Vec<(String, &'de str)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(
            self,
            mut map: A,
        ) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some((key, value)) = map.next_entry::<Key, &RawValue>()? {
                members.push((key.0, value.get()));
            }
            Ok(members)
        }
    }

    /// Of bytes, where `serde_json` lets halves of pairs pass.
    struct Key(String);
    impl<'de> serde::Deserialize<'de> for Key {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Text;
            impl serde::de::Visitor<'_> for Text {
                type Value = Key;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a key")
                }

                fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Key, E> {
                    Ok(Key(String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| "\0half".into())))
                }

                fn visit_str<E>(self, text: &str) -> Result<Key, E> {
                    Ok(Key(text.to_owned()))
                }
            }
            deserializer.deserialize_bytes(Text)
        }
    }

    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde::Deserializer::deserialize_map(&mut deserializer, All).expect("an object")
}
