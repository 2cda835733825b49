//! What a request carried and the signature does not cover.

use std::fmt;

use http::{HeaderMap, HeaderValue, Uri, request};

/// The parts of a request that nobody vouches for.
#[derive(Clone, Copy)]
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

impl fmt::Debug for Unsigned<'_> {
    /// Shows which headers there are, not their values: one of them is the signature.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers().into_iter().flat_map(HeaderMap::keys).collect();
        f.debug_struct("Unsigned").field("headers", &names).finish_non_exhaustive()
    }
}
