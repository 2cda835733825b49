//! [Cashfree](https://www.cashfree.com/docs/payments/online/webhooks/signature-verification):
//! payments, refunds and settlements.
//!
//! **Signature.** Header `x-webhook-signature`: HMAC-SHA256 of `{timestamp}{body}`, in base64,
//! under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [cashfree/cashfree-pg-sdk-nodejs](https://github.com/cashfree/cashfree-pg-sdk-nodejs). No
//! signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - One page puts a dot between timestamp and payload; the provider's code and another page do
//!   not: no dot.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cashfree",
    display_name = "Cashfree",
    docs = "https://www.cashfree.com/docs/payments/online/webhooks/signature-verification",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "x-webhook-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-webhook-timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/type",
    payload = "/data",
)]
pub struct Cashfree;

#[doc(hidden)]
pub use Cashfree as __Provider;
