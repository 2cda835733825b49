//! [Postmark](https://postmarkapp.com/developer/webhooks/webhooks-overview): deliveries,
//! bounces, opens and clicks.
//!
//! **Signature.** Basic credentials; the secret is `user:password`. Nothing is signed: whoever
//! sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `MessageID` is the message's, and several events share it: it identifies no delivery.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "postmark",
    display_name = "Postmark",
    docs = "https://postmarkapp.com/developer/webhooks/webhooks-overview",
    evidence = "third-party",
    algo = "basic",
    weak = "the sender signs nothing: it sends credentials",
    event_type = "/RecordType",
)]
pub struct Postmark;

#[doc(hidden)]
pub use Postmark as __Provider;
