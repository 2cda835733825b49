//! [Crisp](https://docs.crisp.chat/guides/web-hooks/signing/): conversations and people.
//!
//! **Signature.** Header `X-Crisp-Signature`: HMAC-SHA256 of `[{timestamp};{body}]`, in hex,
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
    name = "crisp",
    display_name = "Crisp",
    docs = "https://docs.crisp.chat/guides/web-hooks/signing/",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Crisp-Signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "X-Crisp-Request-Timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/data",
)]
pub struct Crisp;

#[doc(hidden)]
pub use Crisp as __Provider;
