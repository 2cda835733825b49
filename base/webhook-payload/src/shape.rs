//! What types read: what `#[payload]` of `webhook-kit` compares with what a provider publishes.

use crate::{Decimal, Json, Timestamp, UnixTime};

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
