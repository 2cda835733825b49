//! [Linear](https://linear.app/developers/webhooks): issues, projects and comments.
//!
//! **Signature.** Header `Linear-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text.
//!
//! **Evidence.** The provider's own code, [linear/linear](https://github.com/linear/linear),
//! npm package `@linear/sdk` 98.0.0, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them, `Issue.create`.
//!   `Linear-Event` repeats the first, unsigned.
//! - A delivery is repeated after one minute, one hour and six hours, with the time of the first
//!   attempt. The provider's documentation advises to refuse what is older than a minute, which would
//!   refuse each repetition: eight hours take them all. What is sent again within them is a duplicate.
//! - The delivery's id stands in `Linear-Delivery`, which is not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "linear",
    display_name = "Linear",
    docs = "https://linear.app/developers/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "Linear-Signature",
    timestamp(json = "/webhookTimestamp", unit = "milliseconds", tolerance = "8h"),
    event_type = "{json:/type}.{json:/action}",
    payload = "/data",
    retry_window = "8h",
)]
pub struct Linear;

#[doc(hidden)]
pub use Linear as __Provider;
