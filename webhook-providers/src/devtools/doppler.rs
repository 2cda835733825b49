//! [Doppler](https://docs.doppler.com/docs/webhooks): changes of secrets.
//!
//! **Signature.** Header `X-Doppler-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook), [tern](https://github.com/Hookflo/tern).
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "doppler",
    display_name = "Doppler",
    docs = "https://docs.doppler.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Doppler-Signature",
    format = "sha256={signature}",
)]
pub struct Doppler;

#[doc(hidden)]
pub use Doppler as __Provider;
