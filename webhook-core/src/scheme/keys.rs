//! What a provider's declaration says of public keys that are fetched.

use super::{Pointer, Source};

/// Where the public keys come from that a provider publishes and changes, as `keys(..)` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FetchedKeys {
    /// Where a delivery names its key; none where all keys are tried.
    pub id: Option<KeyId>,
    /// Where the keys stand: an address, one with `{id}` in its path, or `{id}` where deliveries
    /// name the address. None where nobody but the owner can fetch them.
    pub url: Option<&'static str>,
    /// The hosts of addresses that deliveries name; `*` stands for one label,
    /// `{region}` for a region of AWS.
    pub hosts: &'static [&'static str],
    /// What stands there.
    pub form: DocumentForm,
}

/// Where a delivery names its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyId {
    /// In the header of its token, as `kid`.
    Token,
    /// Somewhere in the request.
    At(Source),
}

/// What stands at a key's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentForm {
    /// A JSON web key set.
    KeySet,
    /// One key in any form in which keys are published: PEM, a certificate, base64.
    ///
    /// Of a certificate only the key is used. What vouches for it is that it was fetched over
    /// `https` from a listed host.
    Key,
    /// Such a key as a text in a JSON document, at this pointer.
    JsonKey(Pointer),
    /// A JSON web key in a JSON document, at this pointer.
    JsonWebKey(Pointer),
}
