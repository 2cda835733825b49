//! [Dodo Payments](https://docs.dodopayments.com/developer-resources/webhooks): payments,
//! subscriptions and licence keys.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [dodopayments/dodopayments-typescript](https://github.com/dodopayments/dodopayments-typescript).
//! No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "dodo-payments",
    title = "Dodo Payments",
    docs = "https://docs.dodopayments.com/developer-resources/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    payload = "/data",
)]
pub struct DodoPayments;

#[doc(hidden)]
pub use DodoPayments as __Provider;
