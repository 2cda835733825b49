//! [Lithic](https://docs.lithic.com/docs/events-api): cards, authorisations and transfers.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [lithic-com/lithic-node](https://github.com/lithic-com/lithic-node), npm package `lithic`
//! 0.145.0, which `tests/outside` runs: it takes what is signed so and refuses what was
//! changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "lithic",
    display_name = "Lithic",
    docs = "https://docs.lithic.com/docs/events-api",
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
    event_type = "/event_type",
)]
pub struct Lithic;

#[doc(hidden)]
pub use Lithic as __Provider;
