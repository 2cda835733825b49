//! The signed message, fed to the hash part by part, never put together.

use http::request;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

use crate::{grammar::Digest, scheme::Part};

/// What the parts of a message stand for in one delivery.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Values<'a> {
    pub(crate) parts: &'a request::Parts,
    pub(crate) timestamp: &'a [u8],
    pub(crate) id: &'a [u8],
}

impl Values<'_> {
    /// Feeds the parts of a message in their order.
    pub(crate) fn feed(&self, message: &[Part], body: &[u8], mut feed: impl FnMut(&[u8])) {
        for part in message {
            match part {
                Part::Text(text) => feed(text.as_bytes()),
                Part::Timestamp => feed(self.timestamp),
                Part::Id => feed(self.id),
                Part::Body => feed(body),
                Part::Digest(digest) => feed(digest_of(*digest, body).as_bytes()),
                Part::Method => feed(self.parts.method.as_str().as_bytes()),
                Part::Path => feed(self.parts.uri.path().as_bytes()),
                Part::Query => feed(self.parts.uri.query().unwrap_or_default().as_bytes()),
                Part::Header(name) => {
                    feed(self.parts.headers.get(*name).map_or(&[], http::HeaderValue::as_bytes));
                }
                // The grammar allows neither in a message.
                Part::Event | Part::Json(_) => {}
            }
        }
    }
}

/// A digest of the body as lower-case hexadecimal.
pub(crate) fn digest_of(digest: Digest, body: &[u8]) -> String {
    match digest {
        Digest::Sha1 => hex::encode(Sha1::digest(body)),
        Digest::Sha256 => hex::encode(Sha256::digest(body)),
        Digest::Sha512 => hex::encode(Sha512::digest(body)),
    }
}
