//! [Zoho Payments](https://www.zoho.com/in/payments/developerdocs/webhooks/verification):
//! payments and refunds.
//!
//! **Signature.** Header `X-Zoho-Webhook-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in
//! hex, as `t={timestamp},v={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "zoho-payments",
    display_name = "Zoho Payments",
    docs = "https://www.zoho.com/in/payments/developerdocs/webhooks/verification",
    evidence = "docs",
    algo = "sha256",
    header = "X-Zoho-Webhook-Signature",
    format = "t={timestamp},v={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
)]
pub struct ZohoPayments;

#[doc(hidden)]
pub use ZohoPayments as __Provider;
