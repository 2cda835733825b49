//! [BambooHR](https://documentation.bamboohr.com/docs/webhooks): employees whose records
//! changed.
//!
//! **Signature.** Header `X-BambooHR-Signature`: HMAC-SHA256 of `{body}{timestamp}`, in hex,
//! under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "bamboohr",
    display_name = "BambooHR",
    docs = "https://documentation.bamboohr.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-BambooHR-Signature",
    message = "{body}{timestamp}",
    timestamp(header = "X-BambooHR-Timestamp", unit = "seconds", tolerance = "5m"),
)]
pub struct BambooHr;

#[doc(hidden)]
pub use BambooHr as __Provider;
