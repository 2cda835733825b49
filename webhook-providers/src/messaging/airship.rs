//! [Airship](https://support.airship.com/hc/en-us/articles/360032501831-Implementing-a-Signature-Hash-and-Validating-an-Open-Channel-Webhook):
//! open channels.
//!
//! **Signature.** Header `X-UA-Signature`: HMAC-SHA256 of `{timestamp}:{body}`, in hex, under
//! the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "airship",
    display_name = "Airship",
    docs = "https://support.airship.com/hc/en-us/articles/360032501831-Implementing-a-Signature-Hash-and-Validating-an-Open-Channel-Webhook",
    evidence = "third-party",
    algo = "sha256",
    header = "X-UA-Signature",
    message = "{timestamp}:{body}",
    timestamp(header = "X-UA-Timestamp", unit = "seconds", tolerance = "5m"),
)]
pub struct Airship;

#[doc(hidden)]
pub use Airship as __Provider;
