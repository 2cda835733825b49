//! [Close](https://developer.close.com/topics/webhooks/): leads, contacts and activities.
//!
//! **Signature.** Header `close-sig-hash`: HMAC-SHA256 of `{timestamp}{body}`, in hex, under the
//! secret decoded from hex.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them, `lead.created`.
//! - Repeated for three days, says the documentation, then the subscription is paused.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "close",
    display_name = "Close",
    docs = "https://developer.close.com/topics/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "close-sig-hash",
    message = "{timestamp}{body}",
    secret_encoding = "hex",
    timestamp(header = "close-sig-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event/id",
    event_type = "{json:/event/object_type}.{json:/event/action}",
    payload = "/event/data",
    retry_window = "3d",
)]
pub struct Close;

#[doc(hidden)]
pub use Close as __Provider;
