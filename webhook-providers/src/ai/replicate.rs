//! [Replicate](https://replicate.com/docs/topics/webhooks/verify-webhook): predictions.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [replicate/replicate-javascript](https://github.com/replicate/replicate-javascript), npm
//! package `replicate` 1.4.0, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The body is the prediction as it is, which has a `status` and no event's name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "replicate",
    display_name = "Replicate",
    docs = "https://replicate.com/docs/topics/webhooks/verify-webhook",
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
)]
pub struct Replicate;

#[doc(hidden)]
pub use Replicate as __Provider;
