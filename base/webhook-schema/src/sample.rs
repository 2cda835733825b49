//! Payloads that are made up: valid, and the same for the same seed.

use std::fmt::Write as _;

use crate::{Kind, Schema};

/// How deep objects are made up whole; deeper, all is left out that may be.
const WHOLE: usize = 3;

/// How deep anything is made up. No schema has an object that has to be as deep.
const DEEP: usize = 24;

/// A payload that was made up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Made {
    /// The event's name: of an action, its event's.
    pub event: String,
    /// The payload, as JSON.
    pub payload: String,
}

impl Schema<'_> {
    /// Makes up a payload of an event, or of one of its actions (`pull_request.opened`).
    ///
    /// What may be missing is there for some seeds, and so is what may be null. Nothing in it means
    /// anything.
    pub fn make(&self, name: &str, seed: u64) -> Option<Made> {
        let (event, action) = if let Some(event) = self.event(name) {
            (event, None)
        } else {
            let (before, action) = name.rsplit_once('.')?;
            let event = self.event(before)?;
            event.actions.iter().any(|known| known == action).then_some((event, Some(action)))?
        };
        let mut maker =
            Maker { schema: self, random: Random(seed), action: None, text: String::new() };
        maker.action = self.action().and_then(|at| Some((at.strip_prefix('/')?, action?)));
        maker.kind(&event.kind, "payload", 0);
        Some(Made { event: event.name.into_owned(), payload: maker.text })
    }
}

struct Maker<'s, 'a> {
    schema: &'s Schema<'a>,
    random: Random,
    /// Where the payload's action stands, and which it is.
    action: Option<(&'s str, &'s str)>,
    text: String,
}

impl<'a> Maker<'_, 'a> {
    fn kind(&mut self, kind: &Kind<'a>, name: &str, depth: usize) {
        match kind {
            Kind::Text => {
                let text = self.random.text(name);
                self.quoted(&text);
            }
            Kind::Words(_) | Kind::Set(_) => {
                let words = self.schema.words(kind).unwrap_or_default();
                let chosen = self.random.one_of(&words).map(AsRef::as_ref).unwrap_or_default();
                self.quoted(chosen);
            }
            Kind::Time => {
                let (day, hour, second) =
                    (self.random.below(28) + 1, self.random.below(24), self.random.below(60));
                let _ = write!(self.text, "\"2026-01-{day:02}T{hour:02}:00:{second:02}Z\"");
            }
            Kind::Date => {
                let day = self.random.below(28) + 1;
                let _ = write!(self.text, "\"2026-01-{day:02}\"");
            }
            Kind::Decimal => {
                let (whole, cents) = (self.random.below(1000), self.random.below(100));
                let _ = write!(self.text, "\"{whole}.{cents:02}\"");
            }
            Kind::Int => self.number(100_000, ""),
            Kind::Unix => {
                let seconds = 1_767_225_600 + self.random.below(2_000_000);
                self.text.push_str(&seconds.to_string());
            }
            Kind::Number => self.number(100, ".5"),
            Kind::Bool => {
                let word = if self.random.below(2) == 0 { "true" } else { "false" };
                self.text.push_str(word);
            }
            Kind::Json => self.text.push_str("{}"),
            Kind::List(of) => {
                self.text.push('[');
                let items = if depth < WHOLE { 1 + self.random.below(2) } else { 0 };
                for item in 0..items {
                    if item > 0 {
                        self.text.push(',');
                    }
                    self.kind(of, name, depth + 1);
                }
                self.text.push(']');
            }
            Kind::Map(of) => {
                self.text.push_str("{\"key\":");
                self.kind(of, name, depth + 1);
                self.text.push('}');
            }
            Kind::Object(ty) => self.object(ty, depth),
        }
    }

    fn object(&mut self, ty: &str, depth: usize) {
        self.text.push('{');
        let mut is_first = true;
        for field in self.schema.fields(ty) {
            let is_whole = depth < WHOLE;
            let action = self.action.filter(|(at, _)| depth == 0 && *at == field.name);
            let is_left_out =
                field.missing && (!is_whole || depth >= DEEP || self.random.below(3) == 0);
            if is_left_out && action.is_none() {
                continue;
            }
            if !is_first {
                self.text.push(',');
            }
            is_first = false;
            self.quoted(&field.name);
            self.text.push(':');
            if let Some((_, action)) = action {
                self.quoted(action);
            } else if field.null && (!is_whole || self.random.below(4) == 0) {
                self.text.push_str("null");
            } else if depth >= DEEP {
                self.text.push_str("{}");
            } else {
                self.kind(&field.kind, &field.name, depth + 1);
            }
        }
        self.text.push('}');
    }

    fn number(&mut self, below: u64, fraction: &str) {
        let number = self.random.below(below);
        let _ = write!(self.text, "{number}{fraction}");
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                c if c.is_control() => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(c));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }
}

/// Numbers of a seed: `SplitMix64`, of which nothing is asked but to be the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn one_of<'w, T>(&mut self, all: &'w [T]) -> Option<&'w T> {
        let index = self.below(u64::try_from(all.len()).unwrap_or(1));
        all.get(usize::try_from(index).unwrap_or_default())
    }

    /// A text that looks like what such a member holds.
    fn text(&mut self, name: &str) -> String {
        let number = self.below(1_000_000);
        let ends = |end: &str| name.to_ascii_lowercase().ends_with(end);
        if ends("url") || ends("uri") || ends("href") {
            format!("https://example.com/{number}")
        } else if ends("email") {
            format!("person-{number}@example.com")
        } else if ends("currency") {
            "eur".to_owned()
        } else if ends("country") {
            "DE".to_owned()
        } else {
            format!("{name}-{number}")
        }
    }
}
