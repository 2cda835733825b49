//! [Stripe](https://docs.stripe.com/webhooks#verify-official-libraries): payments, subscriptions
//! and all else of Stripe.
//!
//! **Signature.** Header `Stripe-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [stripe/stripe-node](https://github.com/stripe/stripe-node),
//! [stripe/stripe-python](https://github.com/stripe/stripe-python). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "stripe",
    title = "Stripe",
    docs = "https://docs.stripe.com/webhooks#verify-official-libraries",
    evidence = "sdk",
    algo = "sha256",
    header = "Stripe-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type",
    payload = "/data/object",
)]
pub struct Stripe;

#[doc(hidden)]
pub use Stripe as __Provider;
