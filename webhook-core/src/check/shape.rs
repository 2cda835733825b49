//! Whether a field's type reads what is published to stand there.
//!
//! `#[payload]` knows the usual types by their names. Of all others it asks here: types whose kind is
//! known say it ([`Shaped`]), and the rest, which are their owner's to answer for, read anything.

use std::marker::PhantomData;

use super::{
    Declared,
    events::nearest,
    text::{Text, contains, equal},
};
use crate::value::{Decimal, Json, Timestamp, UnixTime};

/// What a type reads.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Nobody knows.
    Anything,
    /// Texts.
    Text,
    /// These texts, and others.
    Words(&'static [&'static str]),
    /// Times in texts.
    Time,
    /// Whole numbers.
    Int,
    /// Numbers.
    Number,
    /// `true` and `false`.
    Bool,
    /// A part of a provider's payload, or all of it.
    Payload(&'static Part),
}

/// What a `#[payload]` type was checked against.
#[derive(Debug)]
pub struct Part {
    /// The provider's name.
    pub provider: &'static str,
    /// The name of the type.
    pub name: &'static str,
    /// The names of the events.
    pub events: &'static [&'static str],
    /// Where it stands in their payloads; empty if it is the whole.
    pub at: &'static str,
    /// The objects that stand there, by their names in the schema.
    pub types: &'static [&'static str],
}

/// A type of which is known what it reads.
pub trait Shaped {
    /// What it reads.
    const SHAPE: Shape;
}

macro_rules! shaped {
    ($($shape:ident: $($ty:ty),+;)+) => {
        $($(impl Shaped for $ty { const SHAPE: Shape = Shape::$shape; })+)+
    };
}

shaped! {
    Anything: Json, serde_json::Value;
    Text: String, Box<str>;
    Time: Timestamp;
    Int: i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, UnixTime;
    Number: f32, f64, Decimal;
    Bool: bool;
}

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: Shape = T::SHAPE;
}

/// A type, to be asked for its `SHAPE`: its own if it has one, else that of [`Unshaped`].
#[derive(Debug)]
pub struct Of<T>(PhantomData<fn() -> T>);

impl<T: Shaped> Of<T> {
    /// What it reads.
    pub const SHAPE: Shape = T::SHAPE;
}

/// Stands in for types of which nothing is known.
pub trait Unshaped {
    /// Anything.
    const SHAPE: Shape = Shape::Anything;
}

impl<T> Unshaped for Of<T> {}

// `place` is where it stands, and in which event, in words.
impl Shape {
    /// It reads a text: one of `words`, if there are any.
    #[track_caller]
    pub const fn reads_text(self, place: &str, words: &[&str]) {
        match self {
            Self::Anything | Self::Text => {}
            Self::Words(own) => {
                let mut index = 0;
                while index < own.len() && !words.is_empty() {
                    if !contains(words, own[index]) {
                        unknown_word(place, own[index], words);
                    }
                    index += 1;
                }
            }
            other => other.fail(place, "a text"),
        }
    }

    /// It reads a time in a text.
    #[track_caller]
    pub const fn reads_time(self, place: &str) {
        match self {
            Self::Anything | Self::Text | Self::Time => {}
            other => other.fail(place, "a time in a text"),
        }
    }

    /// It reads a number in a text.
    #[track_caller]
    pub const fn reads_decimal(self, place: &str) {
        match self {
            Self::Anything | Self::Text | Self::Number => {}
            other => other.fail(place, "a number in a text"),
        }
    }

    /// It reads a whole number.
    #[track_caller]
    pub const fn reads_int(self, place: &str) {
        match self {
            Self::Anything | Self::Int | Self::Number => {}
            other => other.fail(place, "a whole number"),
        }
    }

    /// It reads a number that may have a fraction.
    #[track_caller]
    pub const fn reads_number(self, place: &str) {
        match self {
            Self::Anything | Self::Number => {}
            other => other.fail(place, "a number that may have a fraction"),
        }
    }

    /// It reads `true` and `false`.
    #[track_caller]
    pub const fn reads_bool(self, place: &str) {
        match self {
            Self::Anything | Self::Bool => {}
            other => other.fail(place, "`true` or `false`"),
        }
    }

    /// It reads a list or a map.
    #[track_caller]
    pub const fn reads_several(self, place: &str, what: &str) {
        match self {
            Self::Anything => {}
            other => other.fail(place, what),
        }
    }

    /// It reads one of these objects of a provider's.
    #[track_caller]
    pub const fn reads_object(self, place: &str, provider: &str, types: &[&str], remedy: &str) {
        let part = match self {
            Self::Anything => return,
            Self::Payload(part) => part,
            other => other.fail(place, "an object"),
        };
        let text = Text::new().code(part.name);
        if !equal(part.provider, provider) {
            text.push(" is checked against the payloads of ")
                .code(part.provider)
                .push(", and this is one of ")
                .code(provider)
                .fail()
        }
        let mut index = 0;
        while index < types.len() {
            if !contains(part.types, types[index]) {
                text.push(" is checked against another object than stands at ")
                    .push(place)
                    .push(": add ")
                    .code(remedy)
                    .push(" to a struct for it")
                    .fail()
            }
            index += 1;
        }
    }

    #[track_caller]
    const fn fail(self, place: &str, published: &str) -> ! {
        let text = Text::new().push(published).push(" stands at ").push(place);
        let text = text.push(", and this type reads ");
        match self {
            Self::Anything => text.push("anything"),
            Self::Text => text.push("a text"),
            Self::Words(_) => text.push("one of several texts"),
            Self::Time => text.push("a time in a text"),
            Self::Int => text.push("a whole number"),
            Self::Number => text.push("a number"),
            Self::Bool => text.push("`true` or `false`"),
            Self::Payload(part) => text.push("an object, ").code(part.name),
        }
        .fail()
    }
}

#[track_caller]
const fn unknown_word(place: &str, word: &str, words: &[&str]) -> ! {
    let text = Text::new().code(word).push(" is none of the words published for ").push(place);
    match nearest(word, words) {
        Some(near) => text.push(": did you mean ").code(near).push("?").fail(),
        None => text.push(": they are ").list(words, " and ").fail(),
    }
}

impl Declared {
    /// The payloads of these events may come as a type of this shape.
    #[track_caller]
    pub const fn carries(self, shape: Shape, events: &[&str]) {
        let Shape::Payload(part) = shape else { return };
        let text = Text::new().code(part.name);
        if !equal(part.provider, self.scheme.name) {
            text.push(" is checked against the payloads of ")
                .code(part.provider)
                .push(", and this event is one of ")
                .code(self.scheme.name)
                .fail()
        }
        if !part.at.is_empty() {
            text.push(" is a part of a payload, ")
                .code(part.at)
                .push(", and not the whole: take one that has it as a field")
                .fail()
        }
        let mut index = 0;
        while index < events.len() {
            if !contains(part.events, events[index]) {
                text.push(" is checked against ")
                    .list(part.events, " and ")
                    .push(", not against ")
                    .code(events[index])
                    .push(": add the name to its `#[payload(..)]`")
                    .fail()
            }
            index += 1;
        }
    }
}
