//! [Chargebee](https://www.chargebee.com/docs/2.0/events_and_webhooks.html): subscriptions,
//! invoices and customers.
//!
//! **Signature.** Basic credentials; the secret is `user:password`. Nothing is signed: whoever
//! sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "chargebee",
    title = "Chargebee",
    docs = "https://www.chargebee.com/docs/2.0/events_and_webhooks.html",
    evidence = "third-party",
    algo = "basic",
    weak = "the sender signs nothing: it sends credentials",
    id = "/id",
    event = "/event_type",
    payload = "/content",
)]
pub struct Chargebee;

#[doc(hidden)]
pub use Chargebee as __Provider;
