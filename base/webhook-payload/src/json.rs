//! Free-form JSON, kept as it came.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// One JSON value of any shape, kept byte for byte: free-form objects such as `metadata`.
///
/// Nothing in it is read until [`decode`](Json::decode) asks for a type, so nothing in it
/// can break the payload around it. It is valid JSON, and as long as the body was.
///
/// Two of them are equal when their text is: `{"a":1}` differs from `{ "a": 1 }`. Decode
/// both to compare what they mean.
///
/// ```
/// use webhook_payload::Json;
///
/// let metadata: Json = serde_json::from_str(r#"{"order": 7, "price": 0.10}"#)?;
/// assert_eq!(metadata.as_str(), r#"{"order": 7, "price": 0.10}"#);
///
/// #[derive(serde::Deserialize)]
/// struct Order { order: u64 }
/// assert_eq!(metadata.decode::<Order>()?.order, 7);
///
/// // What does not fit is an error here, and not one of the payload.
/// assert!(metadata.decode::<Vec<u64>>().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// The text, as the sender wrote it, without the blanks around it.
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// The value as a type of the caller's choice, for instance `serde_json::Value`.
    ///
    /// # Errors
    ///
    /// The text does not have the shape of `T`.
    pub fn decode<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(self.as_str())
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Json {}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Json").field(&format_args!("{self}")).finish()
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_byte() {
        let text = r#"{"b":1.0, "a":1e400,"a":"\ud800", "n":null}"#;
        let json: Json = serde_json::from_str(&format!(" {text}\n")).unwrap();
        assert_eq!(json.as_str(), text);
        assert_eq!(json.to_string(), text);
        assert_eq!(serde_json::to_string(&json).unwrap(), text);
        assert_eq!(format!("{json:?}"), format!("Json({text})"));
    }

    #[test]
    fn null_is_none_in_an_option_and_a_value_elsewhere() {
        assert_eq!(serde_json::from_str::<Option<Json>>("null").unwrap(), None);
        assert_eq!(serde_json::from_str::<Json>("null").unwrap().as_str(), "null");
    }

    #[test]
    fn is_equal_by_text() {
        let read = |text| serde_json::from_str::<Json>(text).unwrap();
        assert_eq!(read("[1]"), read("[1]"));
        assert_ne!(read("[1]"), read("[ 1 ]"));
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        let json: Json = serde_json::from_str(&deep).unwrap();
        assert!(json.decode::<serde_json::Value>().is_err(), "serde_json's own limit");
    }

    #[test]
    fn refuses_what_is_no_json() {
        for text in ["", "{", "[1,]", "nul"] {
            assert!(serde_json::from_str::<Json>(text).is_err(), "{text}");
        }
    }
}
