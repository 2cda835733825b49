//! [Primer](https://primer.io/docs): payments.
//!
//! **Signature.** Headers `X-Signature-Primary` or `X-Signature-Secondary`: HMAC-SHA256 of the
//! raw body, in base64, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - During a rotation the second header carries the signature under the other secret: either is
//!   enough.
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "primer",
    display_name = "Primer",
    docs = "https://primer.io/docs",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = ["X-Signature-Primary", "X-Signature-Secondary"],
)]
pub struct Primer;

#[doc(hidden)]
pub use Primer as __Provider;
