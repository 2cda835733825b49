//! [Kinde](https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/): users, organisations
//! and roles.
//!
//! **Signature.** The body is a JSON web token, RSA with SHA-256, whose claims are the delivery.
//!
//! **Evidence.** The provider's own code, npm package `@kinde/webhooks` 1.0.0, which
//! `tests/outside` runs: it takes what is signed so and refuses what was changed. No signature
//! is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your tenant, at its `/.well-known/jwks.json`, which the endpoint is given with
//!   `Keys::at`; or give the public key itself in place of a secret.
//! - The claims carry a time of which no tolerance is stated: it is not compared with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "kinde",
    display_name = "Kinde",
    docs = "https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/",
    evidence = "sdk",
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
