//! Values as payloads hold them: exact numbers, times, open enums, free-form JSON.
//!
//! A payload that was proved to be genuine must not be lost because a type was too
//! narrow for it, nor changed because a type was too coarse. So these types keep what the
//! sender wrote, and offer a reading of it:
//!
//! | type | keeps | reads |
//! |---|---|---|
//! | [`Decimal`] | a number, digit for digit | compared by value, converted exactly or not at all |
//! | [`Timestamp`] | the text of a time | an instant, where there is one |
//! | [`UnixTime`] | a number of seconds | an instant |
//! | [`open_enum!`](crate::open_enum!) | names that nobody listed yet | names that are listed |
//! | [`Json`] | any JSON, byte for byte | any type, later |
//!
//! They are read with `serde_json` from a text. Formats that hand over numbers as binary
//! floating point are refused by [`Decimal`] and [`Json`] instead of being read inexactly;
//! so are serde's buffering attributes (`flatten`, `untagged`, `tag`) around them.

mod decimal;
mod json;
mod number;
mod open_enum;
mod shape;
mod timestamp;
mod unix_time;

pub use decimal::{Decimal, ParseDecimalError};
pub use json::Json;
pub use timestamp::{Timestamp, parse_rfc3339};
pub use unix_time::UnixTime;

/// What the expansion of [`open_enum!`] names. Not an interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub use crate::open_enum::deserialize;
    pub use crate::shape::{Part, Shape, Shaped};
}
