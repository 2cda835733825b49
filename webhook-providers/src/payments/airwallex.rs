//! [Airwallex](https://www.airwallex.com/docs/developer-tools/webhooks/listen-for-webhook-events):
//! payments, payouts and accounts.
//!
//! **Signature.** Header `x-signature`: HMAC-SHA256 of `{timestamp}{body}`, in hex, under the
//! secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "airwallex",
    display_name = "Airwallex",
    docs = "https://www.airwallex.com/docs/developer-tools/webhooks/listen-for-webhook-events",
    evidence = "third-party",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-timestamp", unit = "milliseconds", tolerance = "5m"),
    id = "/id",
    event_type = "/name",
    payload = "/data/object",
)]
pub struct Airwallex;

#[doc(hidden)]
pub use Airwallex as __Provider;
