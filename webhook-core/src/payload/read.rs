//! How `#[payload]` types are read. Everything here is for its expansions.
//!
//! One function goes through the payload, by a table, and keeps the text of what is wanted; each type
//! then takes its fields from there. So a type costs the compiler a table and a call a field, and not
//! a reader of its own.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::mismatch::{Found, Mismatch, report};

/// A name on the way to fields.
#[derive(Debug)]
pub struct Node {
    /// The name of the member.
    pub name: &'static str,
    /// The field that it is, by its number; [`WAY`] if it only leads to some.
    pub field: usize,
    /// What it leads to.
    pub below: &'static [Node],
}

/// The number of no field.
pub const WAY: usize = usize::MAX;

/// The text of one field's value, if it was there.
pub type Slot<'de> = Option<&'de RawValue>;

/// What is known of a field.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// The name of the payload's type.
    pub payload: &'static str,
    /// Where the field stands.
    pub place: &'static str,
    /// Its type.
    pub wanted: &'static str,
}

/// Keeps the text of each field.
///
/// # Errors
///
/// If there is no object, or if a member that is wanted stands there twice: two readers could
/// disagree about it.
pub fn slots<'de, D: Deserializer<'de>>(
    from: D,
    nodes: &'static [Node],
    slots: &mut [Slot<'de>],
) -> Result<(), D::Error> {
    from.deserialize_any(Walk { nodes, slots, is_root: true })
}

struct Walk<'a, 'de> {
    nodes: &'static [Node],
    slots: &'a mut [Slot<'de>],
    is_root: bool,
}

impl<'de> DeserializeSeed<'de> for Walk<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // Members beyond these are not told apart; nobody has as many.
        let mut seen = 0_u128;
        while let Some(index) = map.next_key_seed(Name(self.nodes))? {
            let Some((index, node)) = index.and_then(|at| Some((at, self.nodes.get(at)?))) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let bit = 1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0);
            if seen & bit != 0 {
                return Err(A::Error::duplicate_field(node.name));
            }
            seen |= bit;
            match self.slots.get_mut(node.field) {
                Some(slot) => {
                    let value: &RawValue = map.next_value()?;
                    *slot = Some(value);
                    if !node.below.is_empty() {
                        let mut json = serde_json::Deserializer::from_str(value.get());
                        let walk =
                            Walk { nodes: node.below, slots: &mut *self.slots, is_root: false };
                        walk.deserialize(&mut json).map_err(A::Error::custom)?;
                    }
                }
                None => {
                    map.next_value_seed(Walk {
                        nodes: node.below,
                        slots: &mut *self.slots,
                        is_root: false,
                    })?;
                }
            }
        }
        Ok(())
    }

    // What is no object on the way to a field holds none of it.

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.nothing("null")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.nothing("true or false")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.nothing("a number")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.nothing("a number")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.nothing("a number")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.nothing("a text")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.nothing::<A::Error>("a list")?;
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

impl Walk<'_, '_> {
    fn nothing<E: Error>(&self, found: &str) -> Result<(), E> {
        if self.is_root {
            return Err(E::custom(format_args!("the payload is {found}, and not an object")));
        }
        Ok(())
    }
}

/// Finds the name of a member among those that are wanted.
struct Name(&'static [Node]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|node| node.name == name))
    }
}

/// How the text of a value becomes a field.
pub type Parse<'de, T> = fn(&'de RawValue) -> Result<T, serde_json::Error>;

/// Reads any type.
///
/// # Errors
///
/// If the value is not of this type.
pub fn any<'de, T: Deserialize<'de>>(value: &'de RawValue) -> Result<T, serde_json::Error> {
    serde_json::from_str(value.get())
}

/// Reads a text, and borrows it where it can be borrowed.
///
/// # Errors
///
/// If the value is no text.
pub fn cow(value: &RawValue) -> Result<Cow<'_, str>, serde_json::Error> {
    let text = value.get();
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.contains('\\') => Ok(Cow::Borrowed(inner)),
        _ => serde_json::from_str(text).map(Cow::Owned),
    }
}

/// The value of a field that has to be there.
///
/// # Errors
///
/// If it is not there, or not of the field's type.
pub fn required<'de, T, E: Error>(
    slot: Slot<'de>,
    about: &'static About,
    parse: Parse<'de, T>,
) -> Result<T, E> {
    let value = slot.ok_or_else(|| missing(about))?;
    parse(value).map_err(|_| wrong(about, value))
}

/// The value of a field that may be absent.
pub fn optional<'de, T>(slot: Slot<'de>, about: &'static About, parse: Parse<'de, T>) -> Option<T> {
    let value = slot.filter(|value| value.get() != "null")?;
    if let Ok(parsed) = parse(value) {
        return Some(parsed);
    }
    let About { payload, place, wanted } = *about;
    report(Mismatch { payload, place, wanted, found: Found::of(value.get()) });
    None
}

#[cold]
fn missing<E: Error>(about: &About) -> E {
    E::custom(format_args!("missing field `{}` of `{}`", about.place, about.payload))
}

/// Without the value: it is a piece of somebody's payload.
#[cold]
fn wrong<E: Error>(about: &About, value: &RawValue) -> E {
    let found = Found::of(value.get());
    let About { payload, place, wanted } = about;
    E::custom(format_args!("`{place}` of `{payload}` is {found}, which `{wanted}` does not take"))
}
