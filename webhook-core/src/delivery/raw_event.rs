//! An event that nobody has decoded yet.

use std::{fmt, ops::Range};

use bytes::Bytes;
use serde::de::Deserialize;

use super::from_json::from_json;
use crate::error::DecodeError;

/// An event that is not decoded: its name, and its payload as JSON text.
#[derive(Clone, PartialEq, Eq)]
pub struct RawEvent {
    name: Option<Box<str>>,
    body: Bytes,
    payload: Range<usize>,
}

impl RawEvent {
    pub(super) fn new(name: Option<&str>, body: Bytes, payload: Range<usize>) -> Self {
        Self { name: name.map(Box::from), body, payload }
    }

    /// The event's name; empty if the delivery names none.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// The payload as it was sent, usually JSON text.
    pub fn payload(&self) -> &[u8] {
        self.body.get(self.payload.clone()).unwrap_or_default()
    }

    /// The whole body as it was authenticated.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Decodes the payload.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the payload is not JSON of this type.
    pub fn decode<'de, T: Deserialize<'de>>(&'de self) -> Result<T, DecodeError> {
        from_json(self.payload()).map_err(|error| error.of_event(self.name.as_deref()))
    }
}

impl fmt::Debug for RawEvent {
    /// Shows the payload's size, not the payload: it holds what customers entrusted to the sender.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawEvent")
            .field("name", &self.name)
            .field("payload", &format_args!("{} bytes", self.payload.len()))
            .finish_non_exhaustive()
    }
}
