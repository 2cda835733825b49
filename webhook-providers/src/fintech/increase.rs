//! [Increase](https://increase.com/documentation/webhooks): accounts, cards and transfers.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [Increase/increase-python](https://github.com/Increase/increase-python). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - An older scheme with `Increase-Webhook-Signature: t=..,v1=..` is not this.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "increase",
    display_name = "Increase",
    docs = "https://increase.com/documentation/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/category",
)]
pub struct Increase;

#[doc(hidden)]
pub use Increase as __Provider;
