//! [Logto](https://docs.logto.io/developers/webhooks/secure-webhooks): users, roles and
//! interactions.
//!
//! **Signature.** Header `logto-signature-sha-256`: HMAC-SHA256 of the raw body, in hex, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's documentation, with sample code. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "logto",
    display_name = "Logto",
    docs = "https://docs.logto.io/developers/webhooks/secure-webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "logto-signature-sha-256",
    event_type = "/event",
)]
pub struct Logto;

#[doc(hidden)]
pub use Logto as __Provider;
