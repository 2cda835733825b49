//! [FusionAuth](https://fusionauth.io/docs/extend/events-and-webhooks/signing): users, logins
//! and tenants.
//!
//! **Signature.** Header `X-FusionAuth-Signature-JWT`: a JSON web token, RSA or ECDSA over
//! P-256, with SHA-256. Its claim `request_body_sha256` holds the SHA-256 of the body in base64.
//! It carries no time: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your own installation, at its `/.well-known/jwks.json`, which the endpoint is
//!   given with `Keys::at`; or give the public key itself in place of a secret. An installation
//!   that signs with a shared secret (HS256) needs a declaration of your own with
//!   `algo = "jwt-hs256"`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "fusionauth",
    title = "FusionAuth",
    docs = "https://fusionauth.io/docs/extend/events-and-webhooks/signing",
    evidence = "third-party",
    algo = "jwt-rs256",
    or(algo = "jwt-es256"),
    header = "X-FusionAuth-Signature-JWT",
    token(digest = "request_body_sha256=sha256-base64:body"),
    keys(id = "kid", form = "jwks"),
    id = "/event/id",
    event = "/event/type",
)]
pub struct FusionAuth;

#[doc(hidden)]
pub use FusionAuth as __Provider;
