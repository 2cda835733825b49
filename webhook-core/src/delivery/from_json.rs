//! Decoding a text that is JSON as a whole.

use serde::de::{Deserialize, Error as _};

use crate::error::DecodeError;

/// Decodes a document. Its UTF-8 is checked once, so that the text parser can be used.
pub(super) fn from_json<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, DecodeError> {
    let text = std::str::from_utf8(json)
        .map_err(|error| DecodeError::of_type(serde_json::Error::custom(error)))?;
    serde_json::from_str(text).map_err(DecodeError::of_type)
}
