//! [Pinwheel](https://docs.pinwheelapi.com/public/docs/webhook-signature-verification): payroll
//! accounts.
//!
//! **Signature.** Header `x-pinwheel-signature`: HMAC-SHA256 of `v2:{timestamp}:{body}`, in hex,
//! as `v2={signature}`, under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The version `v2` is remembered, not seen.
//! - Where the event's name stands is not known.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "pinwheel",
    display_name = "Pinwheel",
    docs = "https://docs.pinwheelapi.com/public/docs/webhook-signature-verification",
    evidence = "third-party",
    algo = "sha256",
    header = "x-pinwheel-signature",
    format = "v2={signature}",
    message = "v2:{timestamp}:{body}",
    timestamp(header = "x-timestamp", unit = "seconds", tolerance = "5m"),
)]
pub struct Pinwheel;

#[doc(hidden)]
pub use Pinwheel as __Provider;
