//! [Checkr](https://docs.checkr.com/#section/Webhooks/Validating-webhooks): background checks.
//!
//! **Signature.** Header `X-Checkr-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is the account's API key.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "checkr",
    display_name = "Checkr",
    docs = "https://docs.checkr.com/#section/Webhooks/Validating-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Checkr-Signature",
    id = "/id",
    event_type = "/type",
    payload = "/data/object",
)]
pub struct Checkr;

#[doc(hidden)]
pub use Checkr as __Provider;
