//! Header values that decide: present once, or several times with one value.

use http::{HeaderMap, HeaderName};

use crate::{Rejection, SetupError};

/// A header that a scheme names, with its name prepared for lookups.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) name: &'static str,
    prepared: HeaderName,
}

impl Header {
    pub(crate) fn new(name: &'static str) -> Result<Self, SetupError> {
        match HeaderName::from_bytes(name.as_bytes()) {
            Ok(prepared) => Ok(Self { name, prepared }),
            Err(_) => Err(SetupError::new(format!("`{name}` is no name of a header"))),
        }
    }

    /// The header's value, if there is one.
    pub(crate) fn value<'h>(&self, headers: &'h HeaderMap) -> Result<Option<&'h [u8]>, Rejection> {
        let mut values = headers.get_all(&self.prepared).iter();
        let Some(first) = values.next() else { return Ok(None) };
        if values.any(|other| other != first) {
            return Err(Rejection::ConflictingHeader { header: self.name });
        }
        Ok(Some(first.as_bytes()))
    }

    pub(crate) fn missing(&self) -> Rejection {
        Rejection::MissingHeader { header: self.name }
    }

    pub(crate) fn malformed(&self, expected: &'static str) -> Rejection {
        Rejection::MalformedHeader { header: self.name, expected }
    }
}
