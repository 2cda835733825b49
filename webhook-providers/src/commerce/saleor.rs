//! [Saleor](https://docs.saleor.io/developer/extending/webhooks/payload-signature): orders,
//! products and customers of a shop.
//!
//! **Signature.** Header `Saleor-Signature`: a detached JSON web signature, RSA with SHA-256,
//! over the body as it is (RFC 7797). No time is compared: who records a delivery can send it
//! again later.
//!
//! **Evidence.** The provider's own code, [saleor/app-sdk](https://github.com/saleor/app-sdk),
//! npm package `@saleor/app-sdk` 1.15.0, which `tests/outside` runs: it takes what is signed so
//! and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your own installation, at its `/.well-known/jwks.json`, which the
//!   endpoint is given with `Keys::at`; or give the public key itself in place of a secret.
//! - The event's name stands in the header `Saleor-Event`, which is not signed.
//! - Apps of old that share a secret sign with HMAC: they are not these.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "saleor",
    display_name = "Saleor",
    docs = "https://docs.saleor.io/developer/extending/webhooks/payload-signature",
    evidence = "sdk",
    algo = "jwt-rs256",
    header = "Saleor-Signature",
    jwt(content = "detached-raw"),
    public_keys(id = "kid", form = "jwks"),
    event_type = "header:Saleor-Event",
)]
pub struct Saleor;

#[doc(hidden)]
pub use Saleor as __Provider;
