//! [Netlify](https://docs.netlify.com/site-deploys/notifications/#payload-signature): deploys,
//! for its outgoing notifications.
//!
//! **Signature.** Header `X-Webhook-Signature`: a JSON web token under the secret as text, HMAC
//! with SHA-256. Its claim `sha256` holds the SHA-256 of the body. It carries no time: who
//! records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `X-Netlify-Event` names the event, unsigned; `state` of the body says the same of a deploy
//!   and is taken.
//! - `id` of the body is the deploy's, which has several notifications: it identifies no
//!   delivery.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "netlify",
    display_name = "Netlify",
    docs = "https://docs.netlify.com/site-deploys/notifications/#payload-signature",
    evidence = "third-party",
    algo = "jwt-hs256",
    header = "X-Webhook-Signature",
    jwt(issuer = "netlify", digest = "sha256=sha256:body"),
    event_type = "/state",
)]
pub struct Netlify;

#[doc(hidden)]
pub use Netlify as __Provider;
