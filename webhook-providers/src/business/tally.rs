//! [Tally](https://tally.so/help/webhooks): answers to forms.
//!
//! **Signature.** Header `Tally-Signature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "tally",
    display_name = "Tally",
    docs = "https://tally.so/help/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "Tally-Signature",
    id = "/eventId",
    event_type = "/eventType",
    payload = "/data",
)]
pub struct Tally;

#[doc(hidden)]
pub use Tally as __Provider;
