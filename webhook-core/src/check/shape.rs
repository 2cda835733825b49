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
pub use webhook_payload::__private::{Part, Shape, Shaped};

/// What a type reads, to be compared.
#[derive(Debug, Clone, Copy)]
pub struct Reads(Shape);

/// A type, to be asked for its `SHAPE`: its own if it has one, else that of [`Unshaped`].
#[derive(Debug)]
pub struct Of<T>(PhantomData<fn() -> T>);

impl<T: Shaped> Of<T> {
    /// What it reads.
    pub const SHAPE: Reads = Reads(T::SHAPE);
}

/// Stands in for types of which nothing is known.
pub trait Unshaped {
    /// Anything.
    const SHAPE: Reads = Reads(Shape::Anything);
}

impl<T> Unshaped for Of<T> {}

// `place` is where it stands, and in which event, in words.
impl Reads {
    /// It reads a text: one of `words`, if there are any.
    #[track_caller]
    pub const fn reads_text(self, place: &str, words: &[&str]) {
        match self.0 {
            Shape::Anything | Shape::Text => {}
            Shape::Words(own) => {
                let mut index = 0;
                while index < own.len() && !words.is_empty() {
                    if !contains(words, own[index]) {
                        unknown_word(place, own[index], words);
                    }
                    index += 1;
                }
            }
            _ => self.fail(place, "a text"),
        }
    }

    /// It reads a time in a text.
    #[track_caller]
    pub const fn reads_time(self, place: &str) {
        match self.0 {
            Shape::Anything | Shape::Text | Shape::Time => {}
            _ => self.fail(place, "a time in a text"),
        }
    }

    /// It reads a number in a text.
    #[track_caller]
    pub const fn reads_decimal(self, place: &str) {
        match self.0 {
            Shape::Anything | Shape::Text | Shape::Number => {}
            _ => self.fail(place, "a number in a text"),
        }
    }

    /// It reads a whole number.
    #[track_caller]
    pub const fn reads_int(self, place: &str) {
        match self.0 {
            Shape::Anything | Shape::Int | Shape::Number => {}
            _ => self.fail(place, "a whole number"),
        }
    }

    /// It reads a number that may have a fraction.
    #[track_caller]
    pub const fn reads_number(self, place: &str) {
        match self.0 {
            Shape::Anything | Shape::Number => {}
            _ => self.fail(place, "a number that may have a fraction"),
        }
    }

    /// It reads `true` and `false`.
    #[track_caller]
    pub const fn reads_bool(self, place: &str) {
        match self.0 {
            Shape::Anything | Shape::Bool => {}
            _ => self.fail(place, "`true` or `false`"),
        }
    }

    /// It reads a list or a map.
    #[track_caller]
    pub const fn reads_several(self, place: &str, what: &str) {
        match self.0 {
            Shape::Anything => {}
            _ => self.fail(place, what),
        }
    }

    /// It reads one of these objects of a provider's.
    #[track_caller]
    pub const fn reads_object(self, place: &str, provider: &str, types: &[&str], remedy: &str) {
        let part = match self.0 {
            Shape::Anything => return,
            Shape::Payload(part) => part,
            _ => self.fail(place, "an object"),
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
        match self.0 {
            Shape::Anything => text.push("anything"),
            Shape::Text => text.push("a text"),
            Shape::Words(_) => text.push("one of several texts"),
            Shape::Time => text.push("a time in a text"),
            Shape::Int => text.push("a whole number"),
            Shape::Number => text.push("a number"),
            Shape::Bool => text.push("`true` or `false`"),
            Shape::Payload(part) => text.push("an object, ").code(part.name),
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
    pub const fn carries(self, shape: Reads, events: &[&str]) {
        let Shape::Payload(part) = shape.0 else { return };
        let text = Text::new().code(part.name);
        if !equal(part.provider, self.scheme.data.name) {
            text.push(" is checked against the payloads of ")
                .code(part.provider)
                .push(", and this event is one of ")
                .code(self.scheme.data.name)
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
