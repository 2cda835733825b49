//! A provider: a type that stands for a declaration.

use bytes::Bytes;

use crate::{keys::Secret, scheme::Scheme, sign::Signing};

/// A sender of webhooks, declared.
///
/// Implemented by `#[derive(Provider)]`; a declaration cannot be incoherent, because an incoherent
/// one does not compile.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a provider",
    label = "not a provider",
    note = "declare one with `#[derive(Provider)] #[provider(name = \"..\", algo = \"sha256\", header = \"..\")]`"
)]
pub trait Provider: Send + Sync + 'static {
    /// How it signs, and where things stand in its deliveries.
    const SCHEME: &'static Scheme;

    /// The names of the events that it sends, where they are known; empty otherwise.
    const EVENTS: &'static [&'static str] = &[];

    /// Signs a body as the provider would, for tests and tools.
    ///
    /// The result says when, builds the headers, and makes a whole request:
    /// see [`Signing`].
    ///
    /// Where deliveries are verified under a public key, the secret is here the private one: in PEM
    /// (`PRIVATE KEY`, `RSA PRIVATE KEY`, `EC PRIVATE KEY`), as base64 of the same in DER, as
    /// hexadecimal or base64 of the 32 bytes of an Ed25519 or P-256 key, or as `whsk_` and base64.
    /// What is no such key signs nothing, and the delivery is refused.
    fn sign(secret: &Secret, body: impl Into<Bytes>) -> Signing<'_>
    where
        Self: Sized,
    {
        Self::SCHEME.sign(secret, body)
    }
}
