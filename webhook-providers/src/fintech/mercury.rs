//! [Mercury](https://docs.mercury.com/reference/webhooks): transactions and accounts.
//!
//! **Signature.** Header `Mercury-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret decoded from base64.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - That the secret is base64 is what one public source says.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mercury",
    display_name = "Mercury",
    docs = "https://docs.mercury.com/reference/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "Mercury-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    secret_encoding = "base64",
    timestamp(unit = "seconds", tolerance = "5m"),
)]
pub struct Mercury;

#[doc(hidden)]
pub use Mercury as __Provider;
