//! [Samsara](https://developers.samsara.com/docs/webhooks): vehicles, drivers and alerts.
//!
//! **Signature.** Header `X-Samsara-Signature`: HMAC-SHA256 of `v1:{timestamp}:{body}`, in hex,
//! as `v1={signature}`, under the secret decoded from base64.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - That the secret is base64 is what is remembered of the documentation, and stands in no
//!   source that was seen.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "samsara",
    display_name = "Samsara",
    docs = "https://developers.samsara.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Samsara-Signature",
    format = "v1={signature}",
    message = "v1:{timestamp}:{body}",
    secret_encoding = "base64",
    timestamp(header = "X-Samsara-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "/eventId",
    event_type = "/eventType",
)]
pub struct Samsara;

#[doc(hidden)]
pub use Samsara as __Provider;
