//! [Constant Contact](https://v3.developer.constantcontact.com/api_guide/webhooks.html):
//! contacts and campaigns.
//!
//! **Signature.** Header `X-CTCT-WEBHOOK-SIG`: a detached JSON web signature, RSA with SHA-256,
//! over the body as it is (RFC 7797). It carries no time that is compared: who records a
//! delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are published without ids: every one is tried. One that is new counts once the set is
//!   fetched again, after an hour unless it is set.
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "constant-contact",
    display_name = "Constant Contact",
    docs = "https://v3.developer.constantcontact.com/api_guide/webhooks.html",
    evidence = "third-party",
    algo = "jwt-rs256",
    header = "X-CTCT-WEBHOOK-SIG",
    jwt(content = "detached-raw"),
    public_keys(url = "https://developer.constantcontact.com/.well-known/jwks.json", form = "jwks"),
)]
pub struct ConstantContact;

#[doc(hidden)]
pub use ConstantContact as __Provider;
