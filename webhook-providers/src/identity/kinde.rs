//! [Kinde](https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/): users, organisations
//! and roles.
//!
//! **Signature.** The body is a JSON web token, RSA with SHA-256, whose claims are the delivery.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your tenant, at its `/.well-known/jwks`, which the endpoint is given with
//!   `Keys::at`; or give the public key itself in place of a secret.
//! - The claims carry a time of which no tolerance is stated: it is not compared with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "kinde",
    display_name = "Kinde",
    docs = "https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/",
    evidence = "third-party",
    algo = "jwt-rs256",
    signature = "body",
    public_keys(id = "kid", form = "jwks"),
    id = "/event_id",
    event_type = "/type",
    payload = "/data",
)]
pub struct Kinde;

#[doc(hidden)]
pub use Kinde as __Provider;
