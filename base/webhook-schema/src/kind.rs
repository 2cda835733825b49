//! What kind of value stands somewhere.

use std::borrow::Cow;

/// What kind of value stands somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind<'a> {
    /// A text.
    Text,
    /// One of these texts, or one that was added later.
    Words(Vec<Cow<'a, str>>),
    /// One of the texts of a set.
    Set(&'a str),
    /// A time in a text, as RFC 3339 writes it.
    Time,
    /// A day in a text.
    Date,
    /// A number in a text.
    Decimal,
    /// A whole number.
    Int,
    /// A whole number that counts seconds since 1970.
    Unix,
    /// A number that may have a fraction.
    Number,
    /// `true` or `false`.
    Bool,
    /// Anything: what is published does not say, or does not agree.
    Json,
    /// An object of this type.
    Object(&'a str),
    /// A list of these.
    List(Box<Kind<'a>>),
    /// An object whose keys are no names, with these as values.
    Map(Box<Kind<'a>>),
}

/// How deep lists may hold lists.
const DEEP: usize = 16;

impl<'a> Kind<'a> {
    /// Reads a kind that fills a text.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        Self::parse_at(text, DEEP)
    }

    fn parse_at(text: &'a str, depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        let within = |open, close| text.strip_prefix(open)?.strip_suffix(close);
        if let Some(of) = within('[', ']') {
            return Some(Self::List(Box::new(Self::parse_at(of, depth)?)));
        }
        if let Some(of) = within('{', '}') {
            return Some(Self::Map(Box::new(Self::parse_at(of, depth)?)));
        }
        if text.starts_with('"') {
            return words(text).map(Self::Words);
        }
        if let Some(set) = text.strip_prefix('@') {
            return is_name(set).then_some(Self::Set(set));
        }
        let plain = match text {
            "text" => Self::Text,
            "time" => Self::Time,
            "date" => Self::Date,
            "decimal" => Self::Decimal,
            "int" => Self::Int,
            "unix" => Self::Unix,
            "number" => Self::Number,
            "bool" => Self::Bool,
            "json" => Self::Json,
            name if is_name(name) => Self::Object(name),
            _ => return None,
        };
        Some(plain)
    }

    /// The kind of a list's items, or of a map's values.
    pub fn of(&self) -> Option<&Kind<'a>> {
        match self {
            Self::List(of) | Self::Map(of) => Some(of),
            _ => None,
        }
    }
}

/// Whether this is the name of a type or of a set.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Reads words in quotes, with a blank between them.
pub(crate) fn words(mut text: &str) -> Option<Vec<Cow<'_, str>>> {
    let mut words = Vec::new();
    loop {
        let (word, rest) = text.starts_with('"').then(|| word(text))??;
        words.push(word);
        if rest.is_empty() {
            return Some(words);
        }
        text = rest.strip_prefix(' ')?;
    }
}

/// Reads a word, in quotes or bare, from the beginning of a text; what follows it.
///
/// A bare word ends before a blank.
pub(crate) fn word(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (word, _) = text.split_once(' ').unwrap_or((text, ""));
        let rest = text.strip_prefix(word)?;
        return (!word.is_empty()).then_some((Cow::Borrowed(word), rest));
    };
    let mut escaped = false;
    for (index, byte) in quoted.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => {
                let (word, rest) = quoted.split_at_checked(index)?;
                return Some((unescape(word)?, rest.strip_prefix('"')?));
            }
            _ => {}
        }
    }
    None
}

/// A text without its escapes, of which there are two.
fn unescape(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('\\') {
        return Some(Cow::Borrowed(text));
    }
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(next) = chars.next() {
        plain.push(match next {
            '\\' => chars.next().filter(|escaped| matches!(escaped, '"' | '\\'))?,
            other => other,
        });
    }
    Some(Cow::Owned(plain))
}
