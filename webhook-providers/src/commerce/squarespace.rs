//! [Squarespace](https://developers.squarespace.com/webhooks/verifying-notifications): orders
//! and extensions.
//!
//! **Signature.** Header `Squarespace-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret decoded from hex. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "squarespace",
    display_name = "Squarespace",
    docs = "https://developers.squarespace.com/webhooks/verifying-notifications",
    evidence = "third-party",
    algo = "sha256",
    header = "Squarespace-Signature",
    secret_encoding = "hex",
    id = "/id",
    event_type = "/topic",
    payload = "/data",
)]
pub struct Squarespace;

#[doc(hidden)]
pub use Squarespace as __Provider;
