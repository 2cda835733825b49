//! [Monnify](https://developers.monnify.com/docs/integration-tools/webhooks): transactions,
//! settlements and disbursements.
//!
//! **Signature.** Header `monnify-signature`: HMAC-SHA512 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - The prose says SHA-512 of secret and body; the published value is an HMAC-SHA512, and so is
//!   this declaration.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "monnify",
    display_name = "Monnify",
    docs = "https://developers.monnify.com/docs/integration-tools/webhooks",
    evidence = "vector",
    algo = "sha512",
    header = "monnify-signature",
    event_type = "/eventType",
    payload = "/eventData",
)]
pub struct Monnify;

#[doc(hidden)]
pub use Monnify as __Provider;
