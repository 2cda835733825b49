//! [Shippo](https://docs.goshippo.com/docs/tracking/webhooks/): tracking and transactions.
//!
//! **Signature.** Header `Shippo-Auth-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex,
//! as `t={timestamp},v1={signature}`, under the secret as text.
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
    name = "shippo",
    display_name = "Shippo",
    docs = "https://docs.goshippo.com/docs/tracking/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "Shippo-Auth-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/data",
)]
pub struct Shippo;

#[doc(hidden)]
pub use Shippo as __Provider;
