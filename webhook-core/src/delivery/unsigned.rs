//! What a request carried and the signature does not cover.

use http::{HeaderMap, HeaderValue, Uri, request};

/// The parts of a request that nobody vouches for.
#[derive(Debug, Clone, Copy)]
pub struct Unsigned<'a> {
    parts: Option<&'a request::Parts>,
}

impl<'a> Unsigned<'a> {
    pub(super) fn new(parts: Option<&'a request::Parts>) -> Self {
        Self { parts }
    }

    /// The headers, if the head of the request was kept: endpoints keep it, a
    /// [`Verifier`](crate::Verifier) leaves it with its caller, a store forgets it.
    pub fn headers(&self) -> Option<&'a HeaderMap> {
        self.parts.map(|parts| &parts.headers)
    }

    /// A header's value, the first if there are several.
    pub fn header(&self, name: &str) -> Option<&'a HeaderValue> {
        self.headers()?.get(name)
    }

    /// The request's address.
    pub fn uri(&self) -> Option<&'a Uri> {
        self.parts.map(|parts| &parts.uri)
    }
}
