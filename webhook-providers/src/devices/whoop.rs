//! [WHOOP](https://developer.whoop.com/docs/developing/webhooks/): recoveries, sleep and
//! workouts.
//!
//! **Signature.** Header `X-WHOOP-Signature`: HMAC-SHA256 of `{timestamp}{body}`, in base64,
//! under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - One public implementation puts a dot between timestamp and body, the others do not: no dot.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "whoop",
    display_name = "WHOOP",
    docs = "https://developer.whoop.com/docs/developing/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "X-WHOOP-Signature",
    message = "{timestamp}{body}",
    timestamp(header = "X-WHOOP-Signature-Timestamp", unit = "milliseconds", tolerance = "5m"),
    id = "/trace_id",
    event_type = "/type",
)]
pub struct Whoop;

#[doc(hidden)]
pub use Whoop as __Provider;
