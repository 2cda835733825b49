//! [Pipedrive](https://pipedrive.readme.io/docs/guide-for-webhooks-v2): deals, people and
//! activities.
//!
//! **Signature.** Basic credentials; the secret is `user:password`. Nothing is signed: whoever
//! sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them as the documentation
//!   does, `create.deal`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "pipedrive",
    display_name = "Pipedrive",
    docs = "https://pipedrive.readme.io/docs/guide-for-webhooks-v2",
    evidence = "third-party",
    algo = "basic",
    weak = "the sender signs nothing: it sends credentials",
    event_type = "{json:/meta/action}.{json:/meta/entity}",
    payload = "/data",
)]
pub struct Pipedrive;

#[doc(hidden)]
pub use Pipedrive as __Provider;
