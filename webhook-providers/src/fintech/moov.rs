//! [Moov](https://docs.moov.io/guides/webhooks/check-webhook-signatures): accounts, transfers
//! and wallets.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA512 of
//! `{timestamp}|{header:X-Nonce}|{header:X-Webhook-ID}`, in hex, under the secret as text.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The unit of the timestamp is not stated: seconds and milliseconds are read.
//! - The body is not covered: ask the API for what it says. Its `eventID` identifies nothing
//!   therefore.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "moov",
    display_name = "Moov",
    docs = "https://docs.moov.io/guides/webhooks/check-webhook-signatures",
    evidence = "docs",
    algo = "sha512",
    header = "X-Signature",
    message = "{timestamp}|{header:X-Nonce}|{header:X-Webhook-ID}",
    timestamp(header = "X-Timestamp", unit = "auto", tolerance = "5m"),
    event_type = "/type",
    payload = "/data",
    unsigned = "the sender signs three headers, not the body",
)]
pub struct Moov;

#[doc(hidden)]
pub use Moov as __Provider;
