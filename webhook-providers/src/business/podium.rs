//! [Podium](https://docs.podium.com/docs/verifying-webhook-signatures): messages, reviews and
//! contacts of local businesses.
//!
//! **Signature.** Header `podium-signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, under
//! the secret as text.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "podium",
    display_name = "Podium",
    docs = "https://docs.podium.com/docs/verifying-webhook-signatures",
    evidence = "docs",
    algo = "sha256",
    header = "podium-signature",
    message = "{timestamp}.{body}",
    timestamp(header = "podium-timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/metadata/event_type",
    payload = "/data",
)]
pub struct Podium;

#[doc(hidden)]
pub use Podium as __Provider;
