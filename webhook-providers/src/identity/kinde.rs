//! [Kinde](https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/): users, organisations
//! and roles.
//!
//! **Signature.** The body is a JSON web token, RSA with SHA-256, whose claims are the delivery.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your tenant, published at its address. This declaration fetches
//!   nothing: the secret is the public key, and the next one beside it when the provider changes
//!   it.
//! - The claims carry a time of which no tolerance is stated: it is not compared with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "kinde",
    title = "Kinde",
    docs = "https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/",
    evidence = "third-party",
    algo = "jwt-rs256",
    signature = "body",
    id = "/event_id",
    event = "/type",
    payload = "/data",
)]
pub struct Kinde;

#[doc(hidden)]
pub use Kinde as __Provider;
