//! [Finch](https://developer.tryfinch.com/how-finch-works/webhooks): employees, companies and
//! payrolls.
//!
//! **Signature.** Header `Finch-Signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64.
//!
//! **Evidence.** The provider's own code,
//! [Finch-API/finch-api-python](https://github.com/Finch-API/finch-api-python), PyPI package
//! `finch-api` 2.9.1, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "finch",
    display_name = "Finch",
    docs = "https://developer.tryfinch.com/how-finch-works/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "Finch-Signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    timestamp(header = "Finch-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:Finch-Event-Id",
    event_type = "/event_type",
    payload = "/data",
)]
pub struct Finch;

#[doc(hidden)]
pub use Finch as __Provider;
