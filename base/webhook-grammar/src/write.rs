//! The keys of a declaration as text: an attribute, or a table of a file.

use std::fmt::Write as _;

use super::{
    Declaration, FETCH_KEYS, FetchKeys, HANDSHAKE_KEYS, HandshakeKeys, KEYS, Known, Slot, Spanned,
    TIMESTAMP_KEYS, TOKEN_KEYS, TimestampKeys, TokenKeys, WAY_KEYS, WayKeys,
};

impl<S: Clone> Declaration<S> {
    /// The keys as the attribute of a derive, with the names of the provider's events:
    /// `#[provider(..)]`, over several lines.
    pub fn to_attribute(&self, events: &[&str]) -> String {
        attribute(self, events)
    }

    /// The keys as a table of a file, with the names of the provider's events.
    pub fn to_toml(&self, events: &[&str]) -> String {
        toml(self, events)
    }
}

/// `#[provider(..)]`, a line a key.
fn attribute<S: Clone>(keys: &Declaration<S>, events: &[&str]) -> String {
    let mut text = String::from("#[provider(\n");
    for entry in entries(Syntax::Attribute, KEYS, |key| keys.clone().slot(key).and_then(value)) {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "    {entry},");
    }
    if !events.is_empty() {
        let _ = writeln!(text, "    {},", Syntax::Attribute.events(events, "    "));
    }
    if keys.custom.is_some() {
        text.push_str("    custom = YourCode,\n");
    }
    text.push_str(")]\n");
    text
}

/// `[[provider]]`, a line a key.
fn toml<S: Clone>(keys: &Declaration<S>, events: &[&str]) -> String {
    let mut text = String::from("[[provider]]\n");
    for entry in entries(Syntax::File, KEYS, |key| keys.clone().slot(key).and_then(value)) {
        text.push_str(&entry);
        text.push('\n');
    }
    if !events.is_empty() {
        let _ = writeln!(text, "{}", Syntax::File.events(events, ""));
    }
    text
}

/// How keys and values are written.
#[derive(Clone, Copy)]
enum Syntax {
    Attribute,
    File,
}

/// What was given to a key.
enum Value<S> {
    Texts(Vec<String>),
    List(Vec<String>),
    Number(u64),
    Ways(Vec<WayKeys<S>>),
    Token(TokenKeys<S>),
    Fetch(FetchKeys<S>),
    Timestamp(TimestampKeys<S>),
    Handshakes(Vec<HandshakeKeys<S>>),
}

fn value<S: Clone>(slot: Slot<'_, S>) -> Option<Value<S>> {
    let texts =
        |texts: &[Spanned<S, String>]| texts.iter().map(|text| text.value.clone()).collect();
    Some(match slot {
        Slot::Text(slot) => Value::Texts(vec![slot.take()?.value]),
        Slot::Texts(slot) if !slot.is_empty() => Value::Texts(texts(slot)),
        Slot::List(slot) if !slot.is_empty() => Value::List(texts(slot)),
        Slot::Number(slot) => Value::Number(slot.take()?.value),
        Slot::Token(slot) => Value::Token(slot.take()?),
        Slot::Fetch(slot) => Value::Fetch(slot.take()?),
        Slot::Timestamp(slot) => Value::Timestamp(slot.take()?),
        Slot::Ways(slot) if !slot.is_empty() => Value::Ways(slot.clone()),
        Slot::Handshakes(slot) if !slot.is_empty() => Value::Handshakes(slot.clone()),
        Slot::Texts(_) | Slot::List(_) | Slot::Ways(_) | Slot::Handshakes(_) => return None,
    })
}

/// The keys that have a value, as they are written.
fn entries<S: Clone>(
    syntax: Syntax,
    known: &Known,
    value: impl Fn(&str) -> Option<Value<S>>,
) -> Vec<String> {
    known.iter().filter_map(|(key, _)| value(key).map(|value| syntax.entry(key, &value))).collect()
}

impl Syntax {
    fn entry<S: Clone>(self, key: &str, value: &Value<S>) -> String {
        match (self, value) {
            (_, Value::Texts(texts)) => match texts.as_slice() {
                [text] => format!("{key} = {}", self.quoted(text)),
                texts => format!("{key} = [{}]", self.list(texts)),
            },
            (_, Value::Number(number)) => format!("{key} = {number}"),
            (Self::Attribute, Value::List(texts)) => format!("{key}({})", self.list(texts)),
            (Self::File, Value::List(texts)) => format!("{key} = [{}]", self.list(texts)),
            (_, Value::Token(keys)) => self.several(key, &[self.token(keys)]),
            (_, Value::Fetch(keys)) => self.several(key, &[self.fetch(keys)]),
            (_, Value::Timestamp(keys)) => self.several(key, &[self.timestamp(keys)]),
            (_, Value::Ways(several)) => {
                self.several(key, &several.iter().map(|one| self.way(one)).collect::<Vec<_>>())
            }
            (_, Value::Handshakes(several)) => self
                .several(key, &several.iter().map(|one| self.handshake(one)).collect::<Vec<_>>()),
        }
    }

    /// One list of keys, or several.
    fn several(self, key: &str, lists: &[String]) -> String {
        let each = |before: &str, after: &str| -> Vec<String> {
            lists.iter().map(|list| format!("{before}{list}{after}")).collect()
        };
        match (self, lists) {
            (Self::Attribute, [one]) => format!("{key}({one})"),
            (Self::Attribute, _) => format!("{key}({})", each("(", ")").join(", ")),
            (Self::File, [one]) => format!("{key} = {{ {one} }}"),
            (Self::File, _) => format!("{key} = [{}]", each("{ ", " }").join(", ")),
        }
    }

    fn token<S: Clone>(self, keys: &TokenKeys<S>) -> String {
        let value = |key: &str| keys.clone().slot(key).and_then(value);
        entries(self, TOKEN_KEYS, value).join(", ")
    }

    fn fetch<S: Clone>(self, keys: &FetchKeys<S>) -> String {
        let value = |key: &str| keys.clone().slot(key).and_then(value);
        entries(self, FETCH_KEYS, value).join(", ")
    }

    fn way<S: Clone>(self, keys: &WayKeys<S>) -> String {
        let value = |key: &str| keys.clone().slot(key).and_then(value);
        entries(self, WAY_KEYS, value).join(", ")
    }

    fn timestamp<S: Clone>(self, keys: &TimestampKeys<S>) -> String {
        let value = |key: &str| keys.clone().slot(key).and_then(value);
        entries(self, TIMESTAMP_KEYS, value).join(", ")
    }

    fn handshake<S: Clone>(self, keys: &HandshakeKeys<S>) -> String {
        let value = |key: &str| keys.clone().slot(key).and_then(value);
        entries(self, HANDSHAKE_KEYS, value).join(", ")
    }

    /// The names of events, one a line where they are many.
    fn events(self, events: &[&str], indent: &str) -> String {
        let names: Vec<String> = events.iter().map(|event| self.quoted(event)).collect();
        if names.len() < 4 {
            return format!("events = [{}]", names.join(", "));
        }
        let between = format!(",\n{indent}    ");
        format!("events = [\n{indent}    {},\n{indent}]", names.join(&between))
    }

    fn list(self, texts: &[String]) -> String {
        texts.iter().map(|text| self.quoted(text)).collect::<Vec<_>>().join(", ")
    }

    fn quoted(self, text: &str) -> String {
        let mut quoted = String::from("\"");
        for c in text.chars() {
            match (self, c) {
                (_, '"' | '\\') => quoted.extend(['\\', c]),
                (_, '\n') => quoted.push_str("\\n"),
                (_, '\r') => quoted.push_str("\\r"),
                (_, '\t') => quoted.push_str("\\t"),
                (Self::Attribute, c) if c.is_control() => quoted.extend(c.escape_unicode()),
                (Self::File, c) if c.is_control() => {
                    let _ = write!(quoted, "\\u{:04X}", u32::from(c));
                }
                (_, c) => quoted.push(c),
            }
        }
        quoted.push('"');
        quoted
    }
}
