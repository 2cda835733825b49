//! [Vonage](https://developer.vonage.com/en/getting-started/concepts/webhooks): messages, calls
//! and numbers, with signed webhooks.
//!
//! **Signature.** Header `Authorization`, as `Bearer {signature}`: a JSON web token under the
//! secret as text, HMAC with SHA-256. Its claim `payload_hash` holds the SHA-256 of the body.
//!
//! **Evidence.** The provider's own code:
//! [Vonage/vonage-python-sdk](https://github.com/Vonage/vonage-python-sdk). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: a token issued more than five minutes ago is refused, which is this
//!   catalogue's choice, as most senders have it.
//! - Deliveries of different products have different bodies: they have neither name nor id here.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "vonage-jwt",
    display_name = "Vonage",
    docs = "https://developer.vonage.com/en/getting-started/concepts/webhooks",
    evidence = "sdk",
    algo = "jwt-hs256",
    header = "Authorization",
    format = "Bearer {signature}",
    jwt(issuer = "Vonage", digest = "payload_hash=sha256:body", max_age = "5m"),
)]
pub struct VonageJwt;

#[doc(hidden)]
pub use VonageJwt as __Provider;
