//! The keys of a declaration as text: an attribute, or a table of a file.

use std::fmt::{Debug, Write as _};

use super::{
    keys::{Given, Keys},
    table::Declaration,
};

impl<S: Debug> Declaration<S> {
    /// The keys as the attribute of a derive, with the names of the provider's events:
    /// `#[provider(..)]`, over several lines.
    pub fn to_attribute(&self, events: &[&str]) -> String {
        let mut text = String::from("#[provider(\n");
        for entry in Syntax::Attribute.entries(self) {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "    {entry},");
        }
        if !events.is_empty() {
            let _ = writeln!(text, "    {},", Syntax::Attribute.events(events, "    "));
        }
        if self.custom.is_some() {
            text.push_str("    custom = YourCode,\n");
        }
        text.push_str(")]\n");
        text
    }

    /// The keys as a table of a file, with the names of the provider's events.
    pub fn to_toml(&self, events: &[&str]) -> String {
        let mut text = String::from("[[provider]]\n");
        for entry in Syntax::File.entries(self) {
            text.push_str(&entry);
            text.push('\n');
        }
        if !events.is_empty() {
            let _ = writeln!(text, "{}", Syntax::File.events(events, ""));
        }
        text
    }
}

/// How keys and values are written.
#[derive(Clone, Copy)]
enum Syntax {
    Attribute,
    File,
}

impl Syntax {
    /// The keys that have a value, as they are written.
    fn entries<S: Debug>(self, keys: &dyn Keys<S>) -> Vec<String> {
        let words = keys.table().words.iter();
        words.filter_map(|word| Some(self.entry(word.name, &keys.given(word.name)?))).collect()
    }

    fn entry<S: Debug>(self, key: &str, given: &Given<'_, S>) -> String {
        let list = |texts: &[_]| self.list(texts);
        match (self, given) {
            (_, Given::Texts(texts)) => match texts.as_slice() {
                [text] => format!("{key} = {}", self.quoted(&text.value)),
                texts => format!("{key} = [{}]", list(texts)),
            },
            (_, Given::Number(number)) => format!("{key} = {number}"),
            (Self::Attribute, Given::List(texts)) => format!("{key}({})", list(texts)),
            (Self::File, Given::List(texts)) => format!("{key} = [{}]", list(texts)),
            (_, Given::Keys(several)) => {
                let each = several.iter().map(|keys| self.entries(*keys).join(", "));
                self.several(key, &each.collect::<Vec<_>>())
            }
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

    /// The names of events, one a line where they are many.
    fn events(self, events: &[&str], indent: &str) -> String {
        let names: Vec<String> = events.iter().map(|event| self.quoted(event)).collect();
        if names.len() < 4 {
            return format!("events = [{}]", names.join(", "));
        }
        let between = format!(",\n{indent}    ");
        format!("events = [\n{indent}    {},\n{indent}]", names.join(&between))
    }

    fn list<S>(self, texts: &[&super::keys::Text<S>]) -> String {
        texts.iter().map(|text| self.quoted(&text.value)).collect::<Vec<_>>().join(", ")
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
